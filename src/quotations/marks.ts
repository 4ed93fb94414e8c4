import type { Span } from '../article/article.ts';
import type { Block } from './blocks.ts';

/** A stretch of text between quotation marks, the outermost ones only. */
export interface Marked {
  /** From the opening mark to behind the closing one. */
  readonly outer: Span;
  /** The words inside, without white space at the edges. */
  readonly inner: Span;
  /** Index of the paragraph in the article. */
  readonly paragraph: number;
  /** False: no closing mark was found, the paragraph's end closes it. */
  readonly closed: boolean;
  /** Left open at the paragraph's end while the next paragraph opens again: one speaker goes on. */
  readonly continues: boolean;
}

type Family = 'curly-double' | 'curly-single' | 'straight-double' | 'straight-single' | 'guillemet';

interface Open {
  readonly family: Family;
  readonly at: number;
  readonly length: number;
}

const OPENERS: Readonly<Record<string, Family>> = {
  '“': 'curly-double',
  '„': 'curly-double',
  '‟': 'curly-double',
  '‘': 'curly-single',
  '‚': 'curly-single',
  '«': 'guillemet',
};
const CLOSERS: Readonly<Record<string, Family>> = {
  '”': 'curly-double',
  '’': 'curly-single',
  '»': 'guillemet',
};
const ANY_MARK = /["'`“”„‟«»‘’‚]/gu;
const STARTS_WITH_MARK = /^\s*[“„‘«"']/u;
/** Words that begin with an apostrophe: 'em, 'til, '90s. */
const CLIPPED = /^(?:em|til|tis|twas|cause|bout|n|round|cos|neath|\d{2}s?)\b/iu;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /\s/u;

/**
 * The marked stretches of each block, in order. Marks are matched on a stack within their block, so that a
 * stray one harms its own block only; an apostrophe is no mark. Linear in the length.
 */
export function scanMarks(text: string, blocks: readonly Block[]): Marked[] {
  const found: Marked[] = [];
  let carried: Open | null = null;
  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    const reopened = next !== undefined && STARTS_WITH_MARK.test(text.slice(next.start, next.start + 3));
    const closes: boolean = next !== undefined && !reopened && closesFirst(text, next);
    const scanned: Scanned = scanBlock(text, block, reopened, closes, carried);
    found.push(...scanned.found);
    carried = closes && next && scanned.left ? { ...scanned.left, at: next.start, length: 0 } : null;
  });
  return found;
}

/** Whether the first mark of a block closes something: the block before was left open for it. */
function closesFirst(text: string, block: Span): boolean {
  const mark = /["“”„«»]/u.exec(text.slice(block.start, block.end));
  if (!mark || (mark[0] !== '"' && mark[0] !== '”')) return false;
  const at = block.start + mark.index;
  const after = text[at + 1] ?? ' ';
  return !SPACE.test(text[at - 1] ?? ' ') && !WORD.test(after);
}

/** Where characters stand that can be marks. */
function markPlaces(text: string, block: Span): number[] {
  const places: number[] = [];
  ANY_MARK.lastIndex = block.start;
  for (let match = ANY_MARK.exec(text); match && match.index < block.end; match = ANY_MARK.exec(text)) {
    places.push(match.index);
  }
  return places;
}

interface Scanned {
  readonly found: Marked[];
  /** What is still open at the end. */
  readonly left: Open | null;
}

function scanBlock(
  text: string,
  paragraph: Block,
  reopened: boolean,
  closes: boolean,
  carried: Open | null,
): Scanned {
  const places = markPlaces(text, paragraph);
  if (places.length === 0 && !carried) return { found: [], left: null };
  const found: Marked[] = [];
  const stack: Open[] = carried ? [carried] : [];
  const push = (open: Open, end: number, markLength: number, closed: boolean) => {
    const inner = trim(text, open.at + open.length, end);
    if (inner.end <= inner.start) return;
    found.push({
      outer: { start: open.at, end: end + markLength },
      inner,
      paragraph: paragraph.paragraph,
      closed,
      continues: !closed && (reopened || closes),
    });
  };
  const singles = singleMarkOracle(text, paragraph, places, reopened);
  const curlyCloses = closingCurlyAfter(text, places);
  let behind = paragraph.start;
  for (const at of places) {
    if (at < behind) continue;
    const mark = mixedClose(text, at, stack, curlyCloses) ?? readMark(text, at, paragraph, stack, singles);
    if (!mark) continue;
    if (mark.opens) {
      // The same mark again while it is open: the first was never closed, or the second opens nothing.
      const same = stack.findIndex((open) => open.family === mark.family);
      if (same >= 0) stack.length = same;
      stack.push({ family: mark.family, at, length: mark.length });
    } else {
      const opened = stack.findLastIndex((open) => open.family === mark.family);
      const open = stack[opened];
      if (open) {
        if (opened === 0) push(open, at, mark.length, true);
        stack.length = opened;
      }
    }
    behind = at + mark.length;
  }
  const left = stack[0];
  if (left && keepsUnclosed(text, left, paragraph, reopened || closes)) push(left, paragraph.end, 0, false);
  return { found, left: left ?? null };
}

/** An unclosed mark is believed where it opens the paragraph or a stretch after a frame; else it is stray. */
function keepsUnclosed(text: string, open: Open, paragraph: Span, reopened: boolean): boolean {
  if (open.family === 'straight-single' || open.family === 'curly-single') {
    return reopened && open.at === paragraph.start;
  }
  const before = text.slice(Math.max(paragraph.start, open.at - 3), open.at).trimEnd();
  return open.at === paragraph.start || /[,:.?!”"]$/u.test(before) || reopened;
}

interface Mark {
  readonly family: Family;
  readonly opens: boolean;
  readonly length: number;
}

function readMark(
  text: string,
  at: number,
  paragraph: Span,
  stack: readonly Open[],
  singles: SingleMarks,
): Mark | null {
  const char = text[at] ?? '';
  const doubled = (char === "'" || char === '`' || char === '‘' || char === '’') && text[at + 1] === char;
  if (doubled) return straightDouble(text, at, 2, paragraph, stack);
  if (char === '"') return straightDouble(text, at, 1, paragraph, stack);
  if (char === "'") return singles.straight(at, stack);
  if (char === '’') return singles.curlyClose(at, stack);
  const opener = OPENERS[char];
  if (opener === 'curly-single' && !singles.mayOpen(at)) return null;
  if (opener) return { family: opener, opens: true, length: 1 };
  const closer = CLOSERS[char];
  if (!closer) return null;
  // Some writers set the closing mark at both ends.
  const reversed = closer === 'curly-double' && opensHere(text, at, 1, paragraph) && !isOpen(stack, closer);
  return { family: closer, opens: reversed, length: 1 };
}

function straightDouble(
  text: string,
  at: number,
  length: number,
  paragraph: Span,
  stack: readonly Open[],
): Mark | null {
  const family: Family = 'straight-double';
  const before = at > paragraph.start ? (text[at - 1] ?? ' ') : ' ';
  const after = at + length < paragraph.end ? (text[at + length] ?? ' ') : ' ';
  const open = isOpen(stack, family);
  // Feet and inches: a mark behind a digit with nothing open.
  if (!open && /\d/.test(before)) return null;
  // A mark that ends a word while nothing is open closes what was never opened.
  if (!open && !SPACE.test(before) && !/[([:—–-]/u.test(before) && !WORD.test(after)) return null;
  if (!open) return { family, opens: true, length };
  const looksOpening = SPACE.test(before) && !SPACE.test(after) && WORD.test(after);
  return { family, opens: looksOpening, length };
}

/**
 * “One," and "one” and “one“: some writers and systems mix the double marks of one quotation. A mark that can only
 * close, while a double mark of another shape is open and waits for no mark of its own, closes that one.
 */
function mixedClose(
  text: string,
  at: number,
  stack: readonly Open[],
  curlyCloses: ReadonlySet<number>,
): Mark | null {
  const open = stack.at(-1);
  const char = text[at] ?? '';
  if (open?.family !== 'curly-double' && open?.family !== 'straight-double') return null;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const ends = !SPACE.test(before) && !WORD.test(after) && at > open.at + 1;
  const close: Mark = { family: open.family, opens: false, length: 1 };
  if (!ends) return null;
  if (open.family === 'straight-double') return char === '”' ? close : null;
  if (char === '“') return /[,.?!…]/u.test(before) && SPACE.test(after) ? close : null;
  return char === '"' && !curlyCloses.has(at) ? close : null;
}

/** The places behind which a closing curly mark comes before another opening one. */
function closingCurlyAfter(text: string, places: readonly number[]): Set<number> {
  const found = new Set<number>();
  let closes = false;
  for (const at of places.toReversed()) {
    if (closes) found.add(at);
    if (text[at] === '”') closes = true;
    else if (text[at] === '“') closes = false;
  }
  return found;
}

function isOpen(stack: readonly Open[], family: Family): boolean {
  return stack.some((open) => open.family === family);
}

function opensHere(text: string, at: number, length: number, paragraph: Span): boolean {
  const before = at > paragraph.start ? (text[at - 1] ?? ' ') : ' ';
  const after = text[at + length] ?? ' ';
  return /[\s([—–-]/u.test(before) && !SPACE.test(after);
}

/** Tells single marks from apostrophes. */
interface SingleMarks {
  straight(at: number, stack: readonly Open[]): Mark | null;
  curlyClose(at: number, stack: readonly Open[]): Mark | null;
  mayOpen(at: number): boolean;
}

function singleMarkOracle(
  text: string,
  paragraph: Span,
  places: readonly number[],
  reopened: boolean,
): SingleMarks {
  const before = (at: number) => (at > paragraph.start ? (text[at - 1] ?? ' ') : ' ');
  const after = (at: number) => (at + 1 < paragraph.end ? (text[at + 1] ?? ' ') : ' ');
  /** Last place in the paragraph where a single mark stands behind punctuation: a sure closing mark. */
  let lastSure = -1;
  /** Last place where one stands at the end of a word: a possible closing mark. */
  let lastPossible = -1;
  for (const at of places) {
    if (text[at] !== "'" && text[at] !== '’') continue;
    if (WORD.test(after(at)) || SPACE.test(before(at))) continue;
    lastPossible = at;
    if (/[.,!?…]/u.test(before(at))) lastSure = at;
  }
  const clipped = (at: number) => CLIPPED.test(text.slice(at + 1, at + 7));
  const closes = (at: number) => {
    if (WORD.test(after(at)) || SPACE.test(before(at))) return false;
    const possessive = /s/iu.test(before(at)) && /\s/u.test(after(at)) && /\p{L}/u.test(text[at + 2] ?? '');
    return !(possessive && lastSure > at);
  };
  return {
    mayOpen: (at) => WORD.test(after(at)) || /[“"[(…¡¿$£€]/u.test(after(at)),
    straight(at, stack) {
      const family: Family = 'straight-single';
      if (isOpen(stack, family)) return closes(at) ? { family, opens: false, length: 1 } : null;
      const opening = /[\s([“"—–-]/u.test(before(at)) && /[\p{L}\p{N}"[“…$£]/u.test(after(at));
      const closed = lastPossible > at || (reopened && at === paragraph.start);
      return opening && !clipped(at) && closed ? { family, opens: true, length: 1 } : null;
    },
    curlyClose(at, stack) {
      const family: Family = 'curly-single';
      return isOpen(stack, family) && closes(at) ? { family, opens: false, length: 1 } : null;
    },
  };
}

function trim(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && SPACE.test(text[from] ?? '')) from++;
  while (to > from && SPACE.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
