import { createHash } from 'node:crypto';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parseArticle } from './parse.ts';
import { ArticleProblem } from './problem.ts';
import { webAddress } from './web-address.ts';

/** A page from which no article can be drawn. The message is one sentence for whoever named the page. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';
}

/** An article as it is written into a corpus folder. */
export interface NewArticle {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  /** What is in the file. */
  readonly file: string;
}

/** What a page says about itself. */
interface About {
  readonly title: string;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly published: string | null;
}

type Page = ReturnType<typeof parseHTML>['document'];

/** Shorter than this is a teaser, a list of links or an error page, not an article. */
const SHORTEST = 400;
const FEWEST_PARAGRAPHS = 3;
/** A page that asks for money in place of the rest shows less than this of it. */
const LONGEST_TEASER = 2_500;
const PAYWALL =
  /\b(?:subscribe|sign in|log in|register|become a (?:member|subscriber))\b[^.]{0,60}\b(?:to (?:continue|keep|read|unlock)|for (?:full|unlimited) access)\b|\b(?:this (?:article|content|story) is (?:for|only for|reserved for|available to) (?:our )?(?:subscribers|members))\b/iu;
/** Characters of a hash that tell two articles of one title apart. */
const UNIQUE = 8;
const PARAGRAPHS = 'p, li, blockquote, pre, h2, h3, h4';

/**
 * The article of an HTML page: its own words, paragraph by paragraph, with what the page says about
 * itself. `address` is where it was read, null for a saved file. Throws PageProblem.
 */
export function articleFromPage(html: string, address: string | null): NewArticle {
  const { document } = parseHTML(asDocument(html));
  const about = readAbout(document, address);
  const isTeaser = /"isAccessibleForFree"\s*:\s*"?false/iu.test(html);
  const text = document.body?.textContent ?? '';
  const read = new Readability(document, { keepClasses: false }).parse();
  const paragraphs = read?.content ? paragraphsOf(read.content, about.title) : [];
  const length = paragraphs.reduce((sum, each) => sum + each.length, 0);
  if ((isTeaser || PAYWALL.test(text)) && length < LONGEST_TEASER) {
    throw new PageProblem('The page shows only the beginning of the article and asks for a subscription.');
  }
  if (length < SHORTEST || paragraphs.length < FEWEST_PARAGRAPHS) {
    throw new PageProblem('There is no article on that page, or not enough of one.');
  }
  return newArticle({ ...about, title: about.title || (read?.title ?? '') }, paragraphs);
}

/**
 * The article of a text or Markdown file, unchanged: a title, an empty line, paragraphs; front
 * matter where it is Markdown. Its file is named by title and hash, which two articles hardly share,
 * or, with `keepName`, as it is: then the name may be its id. Throws PageProblem.
 */
export function articleFromText(text: string, name: string, keepName = false): NewArticle {
  const ending = /\.md$/iu.test(name) ? '.md' : '.txt';
  try {
    const { title, hash } = parseArticle(`article${ending}`, text);
    const own = keepName ? name : `${slug(title)}-${hash.slice(0, UNIQUE)}${ending}`;
    return { id: parseArticle(own, text).id, title, fileName: own, file: text };
  } catch (error) {
    if (!(error instanceof ArticleProblem)) throw error;
    throw new PageProblem(`${name} holds no article: a title, an empty line and paragraphs are needed.`);
  }
}

function newArticle(about: About, paragraphs: readonly string[]): NewArticle {
  if (about.title === '') throw new PageProblem('The page has no title.');
  const body = paragraphs.join('\n\n');
  const unique = createHash('sha256')
    .update(about.url ?? body)
    .digest('hex')
    .slice(0, UNIQUE);
  const id = `${slug(about.title)}-${unique}`;
  const { title, outlet, url, author, published } = about;
  const front = { id, title, outlet, url, author, published };
  // JSON is YAML: nothing of the page can step out of its field.
  const lines = Object.entries(front).flatMap(([key, value]) =>
    value === null ? [] : [`${key}: ${JSON.stringify(value)}`],
  );
  return { id, title, fileName: `${id}.md`, file: `---\n${lines.join('\n')}\n---\n\n${body}\n` };
}

/** The parser wants the outermost element to be there. */
function asDocument(html: string): string {
  return /<html[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

function paragraphsOf(content: string, title: string): string[] {
  const { document } = parseHTML(asDocument(content));
  const found: string[] = [];
  for (const element of document.querySelectorAll(PARAGRAPHS)) {
    // What holds paragraphs of its own is read through them.
    if (element.querySelector('p, li, blockquote')) continue;
    if (element.closest('figure, aside, nav, footer, form')) continue;
    for (const breakElement of element.querySelectorAll('br')) breakElement.replaceWith('\n');
    const text = oneLine(element.textContent ?? '');
    if (text !== '' && text !== title) found.push(text);
  }
  return found;
}

function readAbout(document: Page, address: string | null): About {
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
      const value = oneLine(element?.getAttribute('content') ?? '');
      if (value !== '') return value;
    }
    return null;
  };
  const outlet = meta('og:site_name', 'application-name');
  const heading = oneLine(document.querySelector('h1')?.textContent ?? '');
  const whole = meta('og:title', 'twitter:title') ?? (heading || oneLine(document.title ?? ''));
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  return {
    title: outlet ? withoutOutlet(whole, outlet) : whole,
    outlet,
    url: ownAddress(canonical ?? meta('og:url'), address),
    author: meta('author', 'article:author', 'parsely-author'),
    published: meta('article:published_time', 'date', 'dc.date'),
  };
}

/** A page may name another address of its own, but not one on another host. */
function ownAddress(named: string | null, address: string | null): string | null {
  if (address === null) return webAddress(named);
  if (named === null || !URL.canParse(named, address)) return webAddress(address);
  const url = new URL(named, address);
  return url.host === new URL(address).host ? webAddress(url.href) : webAddress(address);
}

/** "Title - The Outlet" -> "Title" */
function withoutOutlet(title: string, outlet: string): string {
  const end = title.lastIndexOf(outlet);
  const before = end > 0 && end + outlet.length === title.length ? title.slice(0, end) : '';
  return /\s[-–—|·:]\s*$/u.test(before) ? before.replace(/\s[-–—|·:]\s*$/u, '') : title;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function slug(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9-]/g, '')
      .replace(/^-+|-+$/g, '')
      .slice(0, 48) || 'article'
  );
}
