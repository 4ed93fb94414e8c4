import type { FileStore } from './file-store.ts';
import { addFrequencies } from './keyword-index.ts';
import type { ArticleSummary, Hit, PassagePlace, ShowTokens, Store, StoredArticle } from './store.ts';

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

  async tokens(passages: readonly PassagePlace[], show: ShowTokens): Promise<void> {
    for (const holder of [this.#first, this.#second]) {
      const own = [...passages.keys()].filter((at) => this.#holder(passages[at]?.articleId ?? '') === holder);
      await holder.tokens(
        own.map((at) => passages[at] as PassagePlace),
        (tokens, at) => show(tokens, own[at] as number),
      );
    }
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
