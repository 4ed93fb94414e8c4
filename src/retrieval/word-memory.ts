import { LRUCache } from 'lru-cache';

/** Most words of a text are common ones; as many as a large dictionary has are remembered. */
const MOST_WORDS = 50_000;
/** A longer slice of a text keeps the whole text in memory (V8's sliced strings begin at 13 characters). */
const LONGEST = 12;

/** The same function of a word, its results for common words remembered. */
export function rememberingWords(read: (word: string) => string): (word: string) => string {
  const known = new LRUCache<string, string>({ max: MOST_WORDS });
  return (word) => {
    if (word.length > LONGEST) return read(word);
    const found = known.get(word) ?? read(word);
    known.set(word, found);
    return found;
  };
}
