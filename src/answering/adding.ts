import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeText, type FetchOptions, fetchPage } from '../article/fetch-page.ts';
import { articleFromText, type NewArticle, PageProblem } from '../article/page.ts';
import { readPage } from '../article/read-page.ts';
import { writeDurably } from '../retrieval/durable.ts';
import type { LiveLibrary } from './live-library.ts';

/** What can be added: a page of the web, or a file that somebody shared. */
export type Source =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

/** What was added. */
export interface Added {
  readonly id: string;
  readonly title: string;
  /** Numbered paragraphs. */
  readonly paragraphs: number;
  readonly quotations: number;
  readonly speakers: number;
}

/** Adds articles to the corpus, one at a time. Rejects with PageProblem, and then nothing is stored. */
export interface ArticleAdder {
  add(source: Source): Promise<Added>;
}

const MOST_BYTES = 5 * 1024 * 1024;

/** Adds to the folder of a library, which answers from it at once. The folder is made where it is missing. */
export function createAdder(corpus: string, library: LiveLibrary, options: FetchOptions = {}): ArticleAdder {
  let last: Promise<unknown> = Promise.resolve();
  const add = async (source: Source): Promise<Added> => {
    const article = await readSource(source, options);
    if (await library.engine.open(article.id)) throw new PageProblem('That article is there already.');
    const path = join(corpus, article.fileName);
    await mkdir(corpus, { recursive: true });
    await writeDurably(path, article.file);
    try {
      await library.reload();
      const stored = await library.engine.open(article.id);
      if (!stored) throw new PageProblem('The article cannot be read.');
      const quotations = stored.quotations.filter(({ pullQuoteOf }) => pullQuoteOf === null);
      return {
        id: article.id,
        title: article.title,
        paragraphs: stored.article.paragraphs.filter(({ n }) => n !== null).length,
        quotations: quotations.length,
        speakers: new Set(quotations.flatMap(({ speaker }) => speaker?.name ?? [])).size,
      };
    } catch (error) {
      await rm(path, { force: true });
      await library.reload();
      throw error;
    }
  };
  return {
    add(source) {
      const next = last.then(() => add(source));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function readSource(source: Source, options: FetchOptions): Promise<NewArticle> {
  if (source.kind === 'page') {
    const { kind, text, url } = await fetchPage(source.url, options);
    return kind === 'html' ? readPage(text, url) : articleFromText(text, url);
  }
  const { name, bytes } = source;
  if (bytes.length > MOST_BYTES) throw new PageProblem(`${name} is too large: more than 5 MB.`);
  const ending = /\.[a-z]+$/iu.exec(name)?.[0].toLowerCase() ?? '';
  const text = decodeText(bytes, '');
  if (ending === '.html' || ending === '.htm') return readPage(text, null);
  if (ending === '.txt' || ending === '.md') return articleFromText(text, name);
  throw new PageProblem(`${name} is no text, Markdown or HTML file.`);
}
