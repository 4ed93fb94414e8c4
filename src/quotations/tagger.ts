import winkModel from 'wink-eng-lite-web-model';
import winkNlp, { type WinkMethods } from 'wink-nlp';

/** Universal part-of-speech tags, as the model gives them. */
export type Tag =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

/** One token; offsets are UTF-16 code units into the text that was tagged. */
export interface TaggedToken {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, apostrophes made straight. */
  readonly lower: string;
  readonly tag: Tag;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

/** Longer texts go to the tagger in pieces: its memory is made for documents, not for books. */
const PIECE = 20_000;

/** No word is longer; the tagger's time grows with the square of what no white space divides. */
const UNBROKEN = 200;
const UNBROKEN_STRETCH = new RegExp(`\\S{${UNBROKEN}}(?=\\S)`, 'gu');
const SPACE = /\s/u;

let loaded: WinkMethods | null = null;

function tagger(): WinkMethods {
  loaded ??= winkNlp(winkModel, ['pos']);
  return loaded;
}

/**
 * The tokens of a text with their parts of speech. Time is linear in the length; the model is loaded at the
 * first call (about 0.1 s). `offset` is added to all positions.
 */
export function tag(text: string, offset = 0): TaggedToken[] {
  const tokens: TaggedToken[] = [];
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    const piece = text.slice(from, to);
    let part = 0;
    for (const end of partEnds(piece)) {
      const first = tokens.length;
      tagPiece(piece.slice(part, end), offset + from + part, tokens);
      if (part > 0) joinAt(first, tokens);
      part = end;
    }
    from = to;
  }
  return tokens;
}

/** A piece ends behind white space, so that no word is cut where that can be helped. */
function pieceEnd(text: string, from: number): number {
  if (text.length - from <= PIECE) return text.length;
  const space = text.lastIndexOf(' ', from + PIECE);
  return space > from ? space + 1 : from + PIECE;
}

/** The end of the piece, and before it of every stretch in it that is longer than any word. */
function partEnds(piece: string): number[] {
  if (!hasUnbroken(piece)) return [piece.length];
  const stretches = Array.from(piece.matchAll(UNBROKEN_STRETCH), (found) => found.index + found[0].length);
  return [...stretches, piece.length];
}

/** Seen from the far end of a stretch the next white space is a word away, and the expression would try all of it. */
function hasUnbroken(piece: string): boolean {
  for (let from = 0; from + UNBROKEN < piece.length; ) {
    let at = from + UNBROKEN;
    while (at >= from && !SPACE.test(piece.charAt(at))) at--;
    if (at < from) return true;
    from = at + 1;
  }
  return false;
}

/** One word that was cut before its token `at` is one again. */
function joinAt(at: number, tokens: TaggedToken[]): void {
  const before = tokens[at - 1];
  const behind = tokens[at];
  if (!before || !behind || before.end !== behind.start) return;
  if (!ENDS_IN_WORD.test(before.text) || !BEGINS_IN_WORD.test(behind.text)) return;
  tokens.splice(at - 1, 2, {
    ...before,
    end: behind.end,
    text: before.text + behind.text,
    lower: before.lower + behind.lower,
  });
}

const ENDS_IN_WORD = /[\p{L}\p{N}]$/u;
const BEGINS_IN_WORD = /^[\p{L}\p{N}]/u;

function tagPiece(text: string, offset: number, into: TaggedToken[]): void {
  const { its } = tagger();
  const plain = inPlainLetters(text);
  const tokens = tagger().readDoc(plain).tokens();
  const words = tokens.out();
  const tags = tokens.out(its.pos) as Tag[];
  let at = 0;
  words.forEach((found, index) => {
    // The tagger gives words without positions; it drops white space only, so they follow one another.
    const start = plain.indexOf(found, at);
    if (start < 0 || found === '') return;
    at = start + found.length;
    const word = plain === text ? found : text.slice(start, at);
    const ending = word.endsWith('.') ? ENDINGS.get(word) : undefined;
    if (ending === undefined || isBehindNumber(plain, start))
      into.push(tokenOf(word, offset + start, tags[index] ?? 'X'));
    else {
      into.push(tokenOf(word.slice(0, -1), offset + start, ending));
      into.push(tokenOf('.', offset + at - 1, 'PUNCT'));
    }
  });
}

/**
 * "a car wash.", "where she sat.": in small letters these are words at the end of a sentence, which the tagger takes for
 * a state, a day or a unit. All of its abbreviations that are words were tried; what they are then is their commonest use.
 */
const ENDINGS: ReadonlyMap<string, Tag> = new Map([
  ['ha.', 'INTJ'],
  ['ill.', 'ADJ'],
  ['in.', 'ADP'],
  ['mass.', 'NOUN'],
  ['miss.', 'NOUN'],
  ['pa.', 'NOUN'],
  ['rep.', 'NOUN'],
  ['sat.', 'VERB'],
  ['sun.', 'NOUN'],
  ['wash.', 'NOUN'],
]);

/** "6 in. wide" */
function isBehindNumber(text: string, at: number): boolean {
  return /\d\s$/.test(text.slice(Math.max(0, at - 2), at));
}

function tokenOf(text: string, start: number, tag: Tag): TaggedToken {
  const small = text.toLowerCase();
  const lower = small.includes('’') ? small.replaceAll('’', "'") : small;
  return { start, end: start + text.length, text, lower, tag, capital: startsCapital(text) };
}

/** Latin letters that the tagger does not know, and accents that stand by themselves. */
const UNKNOWN_LETTERS = /[\u0100-\u024f\u1e00-\u1eff]|\p{Mn}/gu;
/** Those that are no letter with an accent. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
  ŋ: 'n',
  œ: 'o',
  Œ: 'O',
  ə: 'e',
  Ə: 'E',
};

/**
 * The text with English letters for those of other alphabets, letter by letter, so that all offsets stay: the tagger
 * cuts a word at each letter that it does not know ("Ko | ç | y | iğ | it").
 */
function inPlainLetters(text: string): string {
  return text.replace(UNKNOWN_LETTERS, (letter, at: number) => {
    const base = OTHER_LETTERS[letter] ?? letter.normalize('NFD').charAt(0);
    if (/^[a-z]$/i.test(base)) return base;
    // An accent by itself goes with the letter before it.
    return /\p{L}/u.test(text[at - 1] ?? '') ? 'e' : letter;
  });
}

/** By the code of the letter where it is English, which nearly all are. */
function startsCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(word);
}
