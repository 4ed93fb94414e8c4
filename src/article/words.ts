/** One word of a text: letters, digits and inner apostrophes or hyphens; offsets into that text. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Lower case, curly apostrophes made straight: equal words have equal forms. */
  readonly form: string;
}

const WORD = /[\p{L}\p{N}]+(?:['’‘‑-][\p{L}\p{N}]+)*/uy;

/** The words of `text` in order, with their normalised forms. */
export function words(text: string): Word[] {
  const found: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code <= LAST_ASCII && !isLetterOrDigit(code)) {
      at++;
      continue;
    }
    const end = plainEnd(text, at) ?? anyEnd(text, at);
    if (end > at) found.push({ start: at, end, form: normaliseWord(text.slice(at, end)) });
    at = Math.max(end, at + 1);
  }
  return found;
}

const LAST_ASCII = 0x7f;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;

/** Where a word of ASCII letters and digits ends that begins at `from`; null where other letters may belong to it. */
function plainEnd(text: string, from: number): number | null {
  let at = from;
  for (;;) {
    while (isLetterOrDigit(text.charCodeAt(at))) at++;
    const code = text.charCodeAt(at);
    if (code > LAST_ASCII) return null;
    const joins = code === APOSTROPHE || code === HYPHEN;
    const behind = joins ? text.charCodeAt(at + 1) : Number.NaN;
    if (behind > LAST_ASCII) return null;
    if (at === from || !isLetterOrDigit(behind)) return at;
    at++;
  }
}

/** The same for letters and digits of any script; `from` itself where no word begins. */
function anyEnd(text: string, from: number): number {
  WORD.lastIndex = from;
  return WORD.test(text) ? WORD.lastIndex : from;
}

function isLetterOrDigit(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** The form by which two spellings of one word are equal: NFKC, lower case, straight apostrophes and hyphens. */
export function normaliseWord(word: string): string {
  // Most words are plain: nothing in them is folded but capitals.
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'").replace(/[‑–]/g, '-');
}

const PLAIN = /^[\x20-\x7e]*$/;
