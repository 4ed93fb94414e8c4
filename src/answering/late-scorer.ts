import { lateScore, tokenMaxima } from '../retrieval/late-interaction.ts';
import type { Passage, Store, StoredArticle } from '../retrieval/store.ts';
import type { Query } from './query.ts';

export interface StoredPassage {
  readonly stored: StoredArticle;
  readonly passage: Passage;
}

/** Late interaction of one query with passages; each passage's token vectors are read and compared once. */
export class LateScorer {
  private readonly store: Store;
  private readonly query: Query;
  private readonly known = new Map<Passage, Float32Array>();

  constructor(store: Store, query: Query) {
    this.store = store;
    this.query = query;
  }

  /** Reads the token vectors of all these passages at once: each reading is a journey to the store. */
  async prepare(passages: readonly StoredPassage[]): Promise<void> {
    const missing = new Map<Passage, StoredPassage>();
    for (const one of passages) if (!this.known.has(one.passage)) missing.set(one.passage, one);
    if (missing.size === 0) return;
    const places = Array.from(missing.values(), ({ stored, passage }) => ({
      articleId: stored.article.id,
      passage: passage.index,
    }));
    const waiting = [...missing.keys()];
    await this.store.tokens(places, (tokens, at) => {
      this.known.set(waiting[at] as Passage, tokenMaxima(this.query.tokens, tokens));
    });
  }

  /** For each token of the query the highest cosine with a token of the passage, which has to be prepared. */
  maxima(passage: Passage): Float32Array {
    const known = this.known.get(passage);
    if (!known) throw new Error(`passage ${passage.index} was compared before its token vectors were read`);
    return known;
  }

  score(maxima: ArrayLike<number>): number {
    return lateScore(maxima, this.query.tokens.weights);
  }
}
