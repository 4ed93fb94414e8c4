import type { Article, Span } from '../article/article.ts';

/** A stretch of an article in which marks and sentences live: a paragraph, or a line of one. */
export interface Block extends Span {
  /** Index of the paragraph in the article. */
  readonly paragraph: number;
}

/** Lines of text that a width has wrapped are hardly ever longer. */
const WRAP_WIDTH = 120;
const LINE_ENDS = /[.?!:…]["”’')\]]*[^\S\n]*$/u;
const LINE_STARTS = /^[^\S\n]*["“‘'([]?[\p{Lu}\p{N}]/u;

/**
 * The blocks of an article in order, pull quotes left out. Where a paragraph holds lines that are paragraphs of
 * their own (long lines, each ending like a sentence), each is a block.
 */
export function readBlocks(article: Article): Block[] {
  const blocks: Block[] = [];
  article.paragraphs.forEach((paragraph, index) => {
    if (!paragraph.pullQuote) blocks.push(...splitLines(article.text, paragraph, index));
  });
  return blocks;
}

function splitLines(text: string, paragraph: Span, index: number): Block[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const whole = { start: paragraph.start, end: paragraph.end, paragraph: index };
  if (!words.includes('\n')) return [whole];
  const lines = words.split('\n');
  if (Math.max(...lines.map((line) => line.length)) <= WRAP_WIDTH) return [whole];
  const blocks: Block[] = [];
  let start = paragraph.start;
  let at = paragraph.start;
  lines.forEach((line, row) => {
    at += line.length;
    const next = lines[row + 1];
    if (next === undefined || (LINE_ENDS.test(line) && LINE_STARTS.test(next))) {
      if (at > start) blocks.push({ start, end: at, paragraph: index });
      start = at + 1;
    }
    at++;
  });
  return blocks;
}
