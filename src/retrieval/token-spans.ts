import type { Span } from '../article/article.ts';

// What BERT's tokenizer treats as a token of its own: any punctuation, and the ASCII symbols.
const PUNCTUATION = /[\p{P}$+<=>^`|~]/u;
// Ideographs are tokens of their own too (the ranges of BERT's tokenizer, within one code unit).
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
const WHITE_SPACE = /\s/;
const COMBINING_MARKS = /[\u0300-\u036f]/g;
const DROPPED = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\ufffd]/u;
const KEPT_CONTROLS = '\t\n\r';
// The folding is the tokenizer's but for rare scripts. Where they part, the next word is looked for this near.
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
    const isUnknown = piece === unknown && !folded.text.startsWith(body, at);
    const found = isUnknown ? at : find(folded.text, body, at, isContinuation ? 0 : WINDOW);
    const length = isUnknown ? wordLength(folded.text, at) : body.length;
    if (found < 0 || length === 0) return emptySpan(folded, at, text.length);
    at = found + length;
    return { start: folded.starts[found] ?? text.length, end: folded.ends[at - 1] ?? text.length };
  });
}

function find(text: string, body: string, at: number, window: number): number {
  const index = text.slice(at, at + window + body.length).indexOf(body);
  return index < 0 ? -1 : at + index;
}

function fold(text: string): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const isDropped = DROPPED.test(character) && !KEPT_CONTROLS.includes(character);
    const folded = isDropped ? '' : character.toLowerCase().normalize('NFD').replace(COMBINING_MARKS, '');
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

/** Length of the word, or the one mark or ideograph, at a place: what one unknown piece stands for. */
function wordLength(text: string, from: number): number {
  let length = 0;
  for (const character of text.slice(from)) {
    if (WHITE_SPACE.test(character)) break;
    if (PUNCTUATION.test(character) || IDEOGRAPH.test(character)) return length || character.length;
    length += character.length;
  }
  return length;
}

function emptySpan(folded: Folded, at: number, textLength: number): Span {
  const start = folded.starts[at] ?? textLength;
  return { start, end: start };
}
