import type { FileStore } from './file-store.ts';
import { addFrequencies } from './keyword-index.ts';
import type { ArticleSummary, Hit, Store, StoredArticle, TokenVectors } from './store.ts';

/** Two libraries as one; of two articles with one id the first library's counts. Closing it closes neither. */
export class UnitedStore implements Store {
  readonly #first: FileStore;
  readonly #second: FileStore;
  /** Passages of the second that do not count: so many more are asked of it. */
  readonly #hidden: number;

  constructor(first: FileStore, second: FileStore) {
    this.#first = first;
    this.#second = second;
    this.#hidden = second.passagesAlsoIn(first);
  }

  async summaries(): Promise<readonly ArticleSummary[]> {
    const own = (await this.#second.summaries()).filter(({ id }) => !this.#first.has(id));
    return [...(await this.#first.summaries()), ...own];
  }

  open(articleId: string): Promise<StoredArticle | null> {
    return this.#holder(articleId).open(articleId);
  }

  nearest(vector: Float32Array, k: number, articleId: string | null): Promise<Hit[]> {
    return this.#search(k, articleId, (store, most) => store.nearest(vector, most, articleId));
  }

  matching(words: string, k: number, articleId: string | null): Promise<Hit[]> {
    // How rare a word is must not depend on which of the two libraries its article is in.
    const frequencies = addFrequencies([this.#first, this.#second].map((store) => store.frequencies(words)));
    return this.#search(k, articleId, (store, most) => store.matching(words, most, articleId, frequencies));
  }

  async tokens(passages: readonly { articleId: string; passage: number }[]): Promise<TokenVectors[]> {
    const isFirst = passages.map(({ articleId }) => this.#first.has(articleId));
    const [first, second] = await Promise.all([
      this.#first.tokens(passages.filter((_, at) => isFirst[at])),
      this.#second.tokens(passages.filter((_, at) => !isFirst[at])),
    ]);
    let taken = 0;
    return isFirst.map((is, at) => (is ? first[taken++] : second[at - taken]) as TokenVectors);
  }

  async close(): Promise<void> {}

  #holder(articleId: string): FileStore {
    return this.#first.has(articleId) ? this.#first : this.#second;
  }

  async #search(
    k: number,
    articleId: string | null,
    find: (store: FileStore, most: number) => Promise<Hit[]>,
  ): Promise<Hit[]> {
    if (articleId !== null) return find(this.#holder(articleId), k);
    const shared = await find(this.#first, k);
    const own = await find(this.#second, k + this.#hidden);
    return [...shared, ...own.filter((hit) => !this.#first.has(hit.articleId))]
      .sort((a, b) => b.score - a.score)
      .slice(0, k);
  }
}
