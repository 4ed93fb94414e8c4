import type { Span } from './article.ts';

const BLANK_LINE = /\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+/g;

/** The stretches of `text` between `start` and `end` that blank lines separate, trimmed, empty ones left out. */
export function splitBlocks(text: string, { start, end }: Span): Span[] {
  const blocks: Span[] = [];
  let from = start;
  BLANK_LINE.lastIndex = start;
  for (let gap = BLANK_LINE.exec(text); gap && gap.index < end; gap = BLANK_LINE.exec(text)) {
    pushTrimmed(blocks, text, from, gap.index);
    from = Math.min(BLANK_LINE.lastIndex, end);
  }
  pushTrimmed(blocks, text, from, end);
  return blocks;
}

/** The first line with anything on it at or after `from`, trimmed; null at the end of the text. */
export function firstLine(text: string, from: number): Span | null {
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = trimSpan(text, { start, end });
    if (line) return line;
    start = end + 1;
  }
  return null;
}

/** The span without white space at either end; null if nothing is left. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return from < to ? { start: from, end: to } : null;
}

function isSpace(text: string, index: number): boolean {
  return /\s/.test(text[index] ?? '');
}

function pushTrimmed(blocks: Span[], text: string, start: number, end: number): void {
  const block = trimSpan(text, { start, end });
  if (block) blocks.push(block);
}
