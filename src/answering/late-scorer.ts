import { lateScore, tokenMaxima } from '../retrieval/late-interaction.ts';
import type { Passage, Store, StoredArticle } from '../retrieval/store.ts';
import type { Query } from './query.ts';

export interface StoredPassage {
  readonly stored: StoredArticle;
  readonly passage: Passage;
}

function keyOf({ article }: StoredArticle, { index }: Passage): string {
  return `${index} ${article.id}`;
}

/** Late interaction of one query with passages; each passage's token vectors are read and compared once. */
export class LateScorer {
  private readonly store: Store;
  private readonly query: Query;
  private readonly known = new Map<string, Float32Array>();

  constructor(store: Store, query: Query) {
    this.store = store;
    this.query = query;
  }

  /** Reads the token vectors of all these passages at once: each reading is a journey to the store. */
  async prepare(passages: readonly StoredPassage[]): Promise<void> {
    const missing = new Map(
      passages
        .map((one) => [keyOf(one.stored, one.passage), one] as const)
        .filter(([key]) => !this.known.has(key)),
    );
    const places = Array.from(missing.values(), ({ stored, passage }) => ({
      articleId: stored.article.id,
      passage: passage.index,
    }));
    if (places.length === 0) return;
    const matrices = await this.store.tokens(places);
    for (const [at, key] of [...missing.keys()].entries()) {
      const matrix = matrices[at];
      if (matrix) this.known.set(key, tokenMaxima(this.query.tokens, matrix));
    }
  }

  async maxima(stored: StoredArticle, passage: Passage): Promise<Float32Array> {
    const key = keyOf(stored, passage);
    if (!this.known.has(key)) await this.prepare([{ stored, passage }]);
    return this.known.get(key) ?? new Float32Array(this.query.tokens.weights.length);
  }

  score(maxima: ArrayLike<number>): number {
    return lateScore(maxima, this.query.tokens.weights);
  }
}
