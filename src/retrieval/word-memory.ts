/** Most words of a text are common ones; at least as many as a small dictionary has are remembered, at most twice as many. */
const REMEMBERED_WORDS = 25_000;
/** A longer slice of a text keeps the whole text in memory (V8's sliced strings begin at 13 characters). */
const LONGEST = 12;

/**
 * The values of the last keys asked for: at least `count` of them, at most twice as many. When the younger half is
 * full, the older is forgotten but for what was asked for since; a list put in order at each look costs three times as
 * much.
 */
export class Recent<Value> {
  readonly #count: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  constructor(count: number) {
    this.#count = count;
  }

  /** The value of a key, made where it is not remembered. */
  get(key: string, make: (key: string) => Value): Value {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const value = this.#old.get(key) ?? make(key);
    if (this.#young.size >= this.#count) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}

/** The same function of a word, its results for common words remembered. */
export function rememberingWords(read: (word: string) => string): (word: string) => string {
  const recent = new Recent<string>(REMEMBERED_WORDS);
  return (word) => (word.length > LONGEST ? read(word) : recent.get(word, read));
}
