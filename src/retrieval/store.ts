import type { Article, Span } from '../article/article.ts';
import type { Quotation } from '../quotations/quotation.ts';

/** A sentence of an article: the unit that is embedded and searched. Pull quotes are not among them. */
export interface Passage extends Span {
  /** Position among the article's passages, from 0. */
  readonly index: number;
  readonly paragraph: number;
}

/** What is known of an article without opening it. */
export type ArticleSummary = Pick<Article, 'id' | 'title' | 'outlet' | 'url'>;

/** An article with everything that was found in it. */
export interface StoredArticle {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly quotations: readonly Quotation[];
}

/** A passage that a search found. `score`: cosine for vectors, BM25 for keywords; higher is better. */
export interface Hit {
  readonly articleId: string;
  readonly passage: number;
  readonly score: number;
}

/** The token vectors of one passage, int8 with one scale a row: row i is `data[i·d … (i+1)·d] · scales[i]`. */
export interface TokenVectors {
  readonly dimension: number;
  readonly data: Int8Array;
  readonly scales: Float32Array;
}

export interface PassagePlace {
  readonly articleId: string;
  readonly passage: number;
}

/** `at`: the position among the passages that were asked for. */
export type ShowTokens = (tokens: TokenVectors, at: number) => void;

/** What answering needs of a library of articles, however it is stored. */
export interface Store {
  summaries(): Promise<readonly ArticleSummary[]>;
  /** The article with that id, or null. */
  open(articleId: string): Promise<StoredArticle | null>;
  /** The `k` passages nearest to the vector, best first; of one article where `articleId` is given. */
  nearest(vector: Float32Array, k: number, articleId: string | null): Promise<Hit[]>;
  /** The `k` passages that share most with the words, best first; of one article where `articleId` is given. */
  matching(words: string, k: number, articleId: string | null): Promise<Hit[]>;
  /** Shows the token vectors of passages, in any order. What is shown stays as it is only until `show` returns. */
  tokens(passages: readonly PassagePlace[], show: ShowTokens): Promise<void>;
  close(): Promise<void>;
}
