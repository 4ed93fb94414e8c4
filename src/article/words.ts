/** One word of a text: letters, digits and inner apostrophes or hyphens; offsets into that text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, curly apostrophes made straight: equal words have equal forms. */
  readonly form: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’‘‑-][\p{L}\p{N}]+)*/gu;

/** The words of `text` in order, with their normalised forms. */
export function words(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    form: normaliseWord(match[0]),
  }));
}

/** The form by which two spellings of one word are equal: NFKC, lower case, straight apostrophes and hyphens. */
export function normaliseWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/[‑–]/g, '-');
}
