import type { ContextBlock } from '@slack/types';
import type { Citation } from '../answering/answer.ts';
import { type Article, type Span, slice } from '../article/article.ts';
import { KIND_WORDS } from './blocks-speaker.ts';
import { label } from './blocks-text.ts';
import { LIMITS } from './limits.ts';

/** Where an article's address leads: to the article, or only to its outlet's front page. */
export interface SourceLink {
  readonly leadsTo: 'article' | 'outlet';
  readonly url: string;
  readonly host: string;
}

/** The link that may be shown for an article; null without one, or where it is no web address. */
export function sourceLink(article: Article): SourceLink | null {
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
export function passageUrl(link: SourceLink, article: Article, span: Span): string {
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

/** The small line under a quotation: paragraph, kind, and where the passage can be read. */
export function placeBlock(citation: Citation): ContextBlock {
  const elements: ContextBlock['elements'] = [plain(`${place(citation)} · ${KIND_WORDS[citation.kind]}`)];
  const link = sourceLink(citation.article);
  const first = citation.spans[0];
  if (link?.leadsTo === 'article' && first) {
    const deep = passageUrl(link, citation.article, first);
    const url = deep.length <= LIMITS.buttonUrl ? deep : link.url;
    elements.push({ type: 'mrkdwn', text: linkMarkup(url, 'read it in the article'), verbatim: true });
  }
  return { type: 'context', elements };
}

/** "¶20", or that it is a pull quote, which has no number. */
export function place({ paragraph }: Pick<Citation, 'paragraph'>): string {
  return paragraph === null ? 'pull quote' : `¶${paragraph}`;
}

/** The small line that names the article and its outlet. */
export function sourceBlock(article: Article): ContextBlock {
  const link = sourceLink(article);
  const outlet = article.outlet === null ? '' : ` · ${label(article.outlet)}`;
  const elements: ContextBlock['elements'] = [plain(`Source: “${label(article.title)}”${outlet}`)];
  if (link) {
    const words = link.leadsTo === 'article' ? link.host : `the outlet’s site, ${link.host}`;
    elements.push({ type: 'mrkdwn', text: linkMarkup(link.url, words), verbatim: true });
  }
  return { type: 'context', elements };
}

/** `<url|label>`; the address is one that URL has normalised, so that only `|` is left to hide. */
function linkMarkup(url: string, words: string): string {
  const address = url.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E');
  return `<${address.replaceAll('&', '&amp;')}|${words}>`;
}

function plain(text: string): { type: 'plain_text'; text: string; emoji: boolean } {
  return { type: 'plain_text', text, emoji: false };
}
