import type { Article } from '../article/article.ts';
import { decodeText, type FetchOptions, fetchPage } from '../article/fetch-page.ts';
import { articleFromText, type NewArticle, PageProblem } from '../article/page.ts';
import { ArticleProblem } from '../article/problem.ts';
import { MAX_ARTICLE_BYTES, textOf } from '../article/read.ts';
import { readPage } from '../article/read-page.ts';
import type { Quotation } from '../quotations/quotation.ts';

/** What can be added: a page of the web, or a file that somebody shared. */
export type Source =
  | { readonly kind: 'page'; readonly url: string }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly bytes: Uint8Array;
      /** Whether a text file keeps its name, which may be its id; else it is named by its title. */
      readonly keepName?: boolean;
    };

/** What was added. */
export interface Added {
  readonly id: string;
  readonly title: string;
  /** Numbered paragraphs. */
  readonly paragraphs: number;
  readonly quotations: number;
  readonly speakers: number;
}

/** Adds articles, one at a time. Rejects with PageProblem, and then nothing is stored. */
export interface ArticleAdder {
  add(source: Source): Promise<Added>;
}

/** An article as it was stored, with what was found in it. */
export interface Found {
  readonly article: Article;
  readonly quotations: readonly Quotation[];
}

/** Stores an article. Rejects with PageProblem where it cannot be, and then nothing is stored. */
export type StoreArticle = (article: NewArticle) => Promise<Found>;

/** What adds articles to the place that `store` stores them in. */
export function createAdder(store: StoreArticle, fetching: FetchOptions = {}): ArticleAdder {
  let last: Promise<unknown> = Promise.resolve();
  return {
    add(source) {
      const next = last.then(async () => describeAdded(await store(await readSource(source, fetching))));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** The article of a page or file. Throws PageProblem. */
export async function readSource(source: Source, fetching: FetchOptions): Promise<NewArticle> {
  if (source.kind === 'page') {
    const { kind, text, url } = await fetchPage(source.url, fetching);
    return kind === 'html' ? readPage(text, url) : articleFromText(text, url);
  }
  const { name, bytes, keepName = false } = source;
  if (bytes.length > MAX_ARTICLE_BYTES) throw new PageProblem(`${name} is too large: more than 4 MB.`);
  const ending = /\.[a-z]+$/iu.exec(name)?.[0].toLowerCase() ?? '';
  // What a page is written in, it says itself; a text is quoted as it is, or not at all.
  if (ending === '.html' || ending === '.htm') return readPage(decodeText(bytes, ''), null);
  if (ending === '.txt' || ending === '.md') return articleFromText(exactText(bytes, name), name, keepName);
  throw new PageProblem(`${name} is no text, Markdown or HTML file.`);
}

function exactText(bytes: Uint8Array, name: string): string {
  try {
    return textOf(bytes, name);
  } catch (error) {
    throw error instanceof ArticleProblem ? new PageProblem(error.message) : error;
  }
}

/** What is told of an article that was added. */
export function describeAdded({ article, quotations }: Found): Added {
  const own = quotations.filter(({ pullQuoteOf }) => pullQuoteOf === null);
  return {
    id: article.id,
    title: article.title,
    paragraphs: article.paragraphs.filter(({ n }) => n !== null).length,
    quotations: own.length,
    speakers: new Set(own.flatMap(({ speaker }) => speaker?.name ?? [])).size,
  };
}
