import { LRUCache } from 'lru-cache';
import type {
  ArticleSummary,
  Hit,
  PassagePlace,
  ShowTokens,
  Store,
  StoredArticle,
  TokenVectors,
} from '../store.ts';
import { unpackTokens } from '../token-vectors.ts';
import { aligned, readArticleRow, vectorText } from './article-rows.ts';
import { type Catalogue, type CatalogueRow, Catalogues } from './catalogues.ts';
import { type Database, persistently, type Queries } from './database.ts';
import { DIMENSION } from './migrations.ts';
import {
  COMPARED_ONE_BY_ONE,
  type Found,
  matchingRows,
  nearestRows,
  type Scope,
  tokenRows,
} from './search.ts';

/** Articles that stay parsed in memory. */
const OPEN_ARTICLES = 256;
/** Passages whose token vectors stay in memory, 11.5 KB each: what a thread goes on about is asked for again and again. */
const PASSAGES_AT_HAND = 2_000;

/** What was read once and is right in any state: a number is never given to another text. */
interface Copies {
  readonly articles: LRUCache<number, StoredArticle>;
  readonly tokens: LRUCache<string, TokenVectors>;
}

/** The workspace of the articles that everybody sees. */
export const SHARED = '';

/** The libraries of all workspaces in one database, read by a process that keeps nothing but copies. */
export class PostgresLibraries {
  readonly #database: Database;
  readonly #catalogues: Catalogues;
  readonly #copies: Copies = {
    articles: new LRUCache({ max: OPEN_ARTICLES }),
    tokens: new LRUCache({ max: PASSAGES_AT_HAND }),
  };

  readonly #comparedOneByOne: number;

  /** `modelHash`: of the model with which questions are embedded. */
  constructor(database: Database, modelHash: string, comparedOneByOne = COMPARED_ONE_BY_ONE) {
    this.#database = database;
    this.#comparedOneByOne = comparedOneByOne;
    this.#catalogues = new Catalogues(modelHash);
  }

  /**
   * Reads what a workspace sees: the shared library and its own. The store stays as it is until the work is done,
   * whatever others write meanwhile. The work is done again where the connection is lost, so it may only read.
   */
  use<T>(workspace: string, work: (store: Store) => Promise<T>): Promise<T> {
    const workspaces = workspace === SHARED ? [SHARED] : [SHARED, workspace];
    return persistently(() =>
      this.#database.snapshot(async (queries) => {
        const catalogues = await this.#catalogues.of(queries, workspaces);
        return work(new SnapshotStore(queries, catalogues, this.#copies, this.#comparedOneByOne));
      }),
    );
  }
}

/** A store over one state of the database. */
class SnapshotStore implements Store {
  readonly #queries: Queries;
  readonly #copies: Copies;
  readonly #rows = new Map<string, CatalogueRow>();
  readonly #idOf = new Map<number, string>();
  readonly #scope: Scope;

  constructor(queries: Queries, catalogues: readonly Catalogue[], copies: Copies, comparedOneByOne: number) {
    this.#queries = queries;
    this.#copies = copies;
    const hidden: number[] = [];
    for (const row of catalogues.flatMap(({ rows }) => [...rows.values()])) {
      // The shared library comes first: of two articles with one id, everybody's counts.
      if (this.#rows.has(row.id)) {
        hidden.push(row.no);
        continue;
      }
      this.#rows.set(row.id, row);
      this.#idOf.set(row.no, row.id);
    }
    this.#scope = {
      workspaces: catalogues.map(({ workspace }) => workspace),
      hidden,
      passages: catalogues.reduce((sum, { passages }) => sum + passages, 0),
      lengths: catalogues.reduce((sum, { lengths }) => sum + lengths, 0),
      article: null,
      comparedOneByOne,
    };
  }

  async summaries(): Promise<readonly ArticleSummary[]> {
    return Array.from(this.#rows.values(), ({ id, title, outlet, url }) => ({ id, title, outlet, url }));
  }

  async open(articleId: string): Promise<StoredArticle | null> {
    const row = this.#rows.get(articleId);
    if (!row) return null;
    const known = this.#copies.articles.get(row.no);
    if (known) return known;
    const stored = await readArticleRow(this.#queries, row.workspace, row.no);
    if (stored) this.#copies.articles.set(row.no, stored);
    return stored;
  }

  async nearest(vector: Float32Array, k: number, articleId: string | null): Promise<Hit[]> {
    if (vector.length !== DIMENSION || !vector.every(Number.isFinite)) {
      throw new Error(`a query vector must be ${DIMENSION} finite numbers`);
    }
    return this.#search(articleId, (scope) => nearestRows(this.#queries, scope, vectorText(vector), k));
  }

  matching(words: string, k: number, articleId: string | null): Promise<Hit[]> {
    return this.#search(articleId, (scope) => matchingRows(this.#queries, scope, words, k));
  }

  async tokens(passages: readonly PassagePlace[], show: ShowTokens): Promise<void> {
    const places = passages.map(({ articleId, passage }) => {
      const row = this.#rows.get(articleId);
      if (!row) throw new Error(`there is no article ${articleId} in the store`);
      return { workspace: row.workspace, article: row.no, passage, key: `${row.no} ${passage}` };
    });
    const found = new Map(places.map(({ key }) => [key, this.#copies.tokens.get(key)]));
    const missing = places.filter(({ key }) => found.get(key) === undefined);
    const read = missing.length === 0 ? [] : await tokenRows(this.#queries, missing);
    for (const [index, bytes] of read.entries()) {
      const { key } = missing[index] as (typeof missing)[number];
      if (!bytes) throw new Error(`there is no passage ${key} in the store`);
      const tokens = unpackTokens(aligned(bytes), DIMENSION);
      found.set(key, tokens);
      this.#copies.tokens.set(key, tokens);
    }
    for (const [at, { key }] of places.entries()) show(found.get(key) as TokenVectors, at);
  }

  async close(): Promise<void> {}

  async #search(articleId: string | null, find: (scope: Scope) => Promise<Found[]>): Promise<Hit[]> {
    const row = articleId === null ? null : this.#rows.get(articleId);
    if (row === undefined) return [];
    const found = await find({ ...this.#scope, article: row?.no ?? null });
    return found.flatMap(({ article, passage, score }) => {
      const id = this.#idOf.get(article);
      return id === undefined ? [] : [{ articleId: id, passage, score }];
    });
  }
}
