import type { Span } from '../article/article.ts';

// What BERT's tokenizer treats as a token of its own: any punctuation, and the ASCII symbols.
const PUNCTUATION = /[\p{P}$+<=>^`|~]/u;
const WHITE_SPACE = /\s/;
const COMBINING_MARKS = /[\u0300-\u036f]/g;
// Nothing in a text is skipped over but white space and characters the tokenizer drops: a piece that
// is not found this near is not looked for further.
const WINDOW = 64;

interface Folded {
  readonly text: string;
  /** For each code unit of `text`, where the character it came from begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * Where in `text` each of its word pieces stands (code units, end exclusive), in order. The
 * tokenizer keeps no positions, so they are found again by its own folding: lower case, no accents.
 * A piece that cannot be found gets an empty span at the place where it should be.
 */
export function pieceSpans(text: string, pieces: readonly string[], unknown: string): Span[] {
  const folded = fold(text);
  let at = 0;
  return pieces.map((piece) => {
    const isContinuation = piece.startsWith('##') && piece.length > 2;
    if (!isContinuation) at = skipSpace(folded.text, at);
    const body = isContinuation ? piece.slice(2) : piece.toLowerCase();
    const found =
      piece === unknown ? at : folded.text.slice(at, at + WINDOW + body.length).indexOf(body) + at;
    const length = piece === unknown ? wordLength(folded.text, at) : body.length;
    if (found < at || length === 0) return emptySpan(folded, at, text.length);
    at = found + length;
    return { start: folded.starts[found] ?? text.length, end: folded.ends[at - 1] ?? text.length };
  });
}

function fold(text: string): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const folded = character.toLowerCase().normalize('NFD').replace(COMBINING_MARKS, '');
    parts.push(folded);
    for (let i = 0; i < folded.length; i++) {
      starts.push(start);
      ends.push(end);
    }
    start = end;
  }
  return { text: parts.join(''), starts, ends };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && WHITE_SPACE.test(text.charAt(at))) at++;
  return at;
}

/** Length of the word, or the one punctuation mark, at a place: what one unknown piece stands for. */
function wordLength(text: string, from: number): number {
  let length = 0;
  for (const character of text.slice(from)) {
    if (WHITE_SPACE.test(character)) break;
    if (PUNCTUATION.test(character)) return length || character.length;
    length += character.length;
  }
  return length;
}

function emptySpan(folded: Folded, at: number, textLength: number): Span {
  const start = folded.starts[at] ?? textLength;
  return { start, end: start };
}
