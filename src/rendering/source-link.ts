import { type Article, type Span, slice } from '../article/article.ts';

/** Where an article's address leads: to the article, or only to its outlet's front page. */
export interface SourceLink {
  readonly leadsTo: 'article' | 'outlet';
  readonly url: string;
  readonly host: string;
}

/** The link that may be shown for an article; null without one, or where it is no web address. */
export function sourceLink(article: Pick<Article, 'url'>): SourceLink | null {
  if (article.url === null || !URL.canParse(article.url)) return null;
  const url = new URL(article.url);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  // A name in an address ("https://bank.test@evil.test") looks like the place it leads to.
  if (url.username !== '' || url.password !== '') return null;
  const leadsTo = url.pathname.length > 1 || url.search !== '' ? 'article' : 'outlet';
  return { leadsTo, url: url.href, host: url.host.replace(/^www\./, '') };
}

/**
 * The address of a passage: the article's with a text fragment, which a browser scrolls to and
 * marks. The beginning and the end are enough for a long passage.
 */
export function passageUrl(link: SourceLink, article: Pick<Article, 'text'>, span: Span): string {
  const words = slice(article, span).split(/\s+/u).filter(Boolean);
  const text =
    words.length <= 12
      ? fragmentText(words)
      : `${fragmentText(words.slice(0, 5))},${fragmentText(words.slice(-5))}`;
  const [address = link.url, fragment = ''] = link.url.split('#');
  return `${address}#${fragment}:~:text=${text}`;
}

/** `-`, `,` and `&` have a meaning in a text fragment; the first is one that encoding leaves alone. */
function fragmentText(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D');
}
