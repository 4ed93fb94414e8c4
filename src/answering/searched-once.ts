import type { Hit, Store } from '../retrieval/store.ts';
import { CANDIDATES } from './places.ts';

/** The store as one question reads it: words that are looked for twice are searched once. */
export function searchedOnce(store: Store): Store {
  const found = new Map<string, Promise<Hit[]>>();
  return {
    summaries: () => store.summaries(),
    open: (articleId) => store.open(articleId),
    nearest: (vector, k, articleId) => store.nearest(vector, k, articleId),
    matching: async (words, k, articleId) => {
      const depth = Math.max(k, CANDIDATES);
      const key = JSON.stringify([words, depth, articleId]);
      const known = found.get(key) ?? store.matching(words, depth, articleId);
      found.set(key, known);
      return (await known).slice(0, k);
    },
    tokens: (passages, show) => store.tokens(passages, show),
    close: () => store.close(),
  };
}
