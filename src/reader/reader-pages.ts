import type { AnswerEngine } from '../answering/answer.ts';
import type { StoredArticle } from '../retrieval/store.ts';
import { type Assets, type Packed, pack } from './assets.ts';
import { documentOf } from './document.ts';
import { quotedNames, readerArticle } from './make-article.ts';
import type { IndexPageProps, Listed } from './page/index-page.tsx';
import type { ReaderFocus } from './reader-article.ts';

/** What the reader needs of a library. */
export type ReaderLibrary = Pick<AnswerEngine, 'articles' | 'open'>;

/** A page to send: its `tag` is another one when the page is. */
export interface ReaderPage {
  readonly status: 200 | 404;
  readonly body: Packed;
  readonly tag: string | null;
}

const HTML = 'text/html; charset=utf-8';
const PER_PAGE = 30;
const NAMES_LISTED = 4;
/** A page of a long article has a megabyte or two. */
const PAGES_KEPT = 12;
const LONGEST_SEARCH = 200;
/** Longer texts are drawn once for all quotations: the script marks the one that is asked for. */
const LONG = 100_000;

/** The reader's pages, drawn from a library; those of articles are kept as long as others are not read more. */
export class ReaderPages {
  readonly #library: ReaderLibrary;
  readonly #assets: Assets;
  readonly #kept = new Map<string, ReaderPage>();

  constructor(library: ReaderLibrary, assets: Assets) {
    this.#library = library;
    this.#assets = assets;
  }

  /** The page of an article; a quotation that it has not is passed over. */
  async article(id: string, quotation: string | null): Promise<ReaderPage> {
    const stored = await this.#library.open(id);
    if (!stored) return this.#notFound('There is no such article here.');
    const isLong = stored.article.text.length > LONG;
    const known = !isLong && stored.quotations.some((each) => each.id === quotation);
    const focus = known && quotation !== null ? { quotation } : null;
    const key = JSON.stringify([stored.article.hash, id, focus]);
    const kept = this.#kept.get(key);
    this.#kept.delete(key);
    const page = kept ?? (await this.#draw(stored, focus));
    this.#kept.set(key, page);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= PAGES_KEPT) break;
      this.#kept.delete(oldest);
    }
    return page;
  }

  async #draw(stored: StoredArticle, focus: ReaderFocus | null): Promise<ReaderPage> {
    const { version, renderer } = this.#assets;
    const article = readerArticle(stored);
    const content = renderer.renderArticle(article, focus);
    const data = { article, focus };
    const body = await pack(
      HTML,
      documentOf({ title: `${article.title} · Whosaid`, content, data, version }),
    );
    return { status: 200, body, tag: `"${article.hash.slice(0, 16)}-${version}-${focus ? 'q' : ''}"` };
  }

  /** The list of articles, or of those whose title or outlet has all the words. */
  async index(looked: string, page: number): Promise<ReaderPage> {
    const words = looked.slice(0, LONGEST_SEARCH).toLowerCase().split(/\s+/u).filter(Boolean);
    const all = await this.#library.articles();
    const fitting = all.filter(({ title, outlet }) => {
      const text = `${title} ${outlet ?? ''}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const pages = Math.max(1, Math.ceil(fitting.length / PER_PAGE));
    const shown = Math.min(Math.max(1, page), pages);
    const here = fitting.slice((shown - 1) * PER_PAGE, shown * PER_PAGE);
    const stored = await Promise.all(here.map(({ id }) => this.#library.open(id)));
    const listed = stored.flatMap((each) => (each ? [listedOf(each)] : []));
    const index: IndexPageProps = {
      listed,
      total: fitting.length,
      looked: looked.slice(0, LONGEST_SEARCH).trim(),
      page: shown,
      pages,
    };
    return this.#page(200, 'Articles', this.#assets.renderer.renderIndex(index));
  }

  #notFound(text: string): Promise<ReaderPage> {
    return this.#page(404, 'Not found', this.#assets.renderer.renderNotice(text));
  }

  nothingHere(): Promise<ReaderPage> {
    return this.#notFound('There is nothing at this address.');
  }

  async #page(status: 200 | 404, title: string, content: string): Promise<ReaderPage> {
    const { version } = this.#assets;
    const html = documentOf({ title: `${title} · Whosaid`, content, data: null, version });
    return { status, body: await pack(HTML, html), tag: null };
  }
}

function listedOf({ article, quotations }: StoredArticle): Listed {
  const { id, title, outlet, published, paragraphs } = article;
  const own = quotations.filter(({ pullQuoteOf }) => pullQuoteOf === null);
  return {
    id,
    title,
    outlet,
    published,
    paragraphs: paragraphs.filter(({ n }) => n !== null).length,
    quotations: own.length,
    speakers: quotedNames(quotations).slice(0, NAMES_LISTED),
  };
}
