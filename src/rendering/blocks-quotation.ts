import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { Citation } from '../answering/answer.ts';
import { type Article, type Span, slice } from '../article/article.ts';
import { splitSentences } from '../article/sentences.ts';
import { literal, richText } from './blocks-text.ts';
import { LIMITS } from './limits.ts';

/** Stands between two stretches of one quotation where the article has other words. */
const OMISSION = ' […] ';

/** What joins two stretches: a mark for words left out, a new line where the quotation just goes on. */
export function joint(article: Pick<Article, 'text'>, before: Span, after: Span): string {
  const between = slice(article, { start: before.end, end: after.start });
  return /[\p{L}\p{N}]/u.test(between) || after.start < before.end ? OMISSION : '\n';
}

/**
 * The words of a citation as quotes of rich text, literally as in the article. A quotation that is
 * longer than a block continues in the next one, from the end of a sentence.
 */
export function quotationBlocks(citation: Citation): RichTextBlock[] {
  const { article, spans } = citation;
  const blocks: RichTextElement[][] = [[]];
  let room: number = LIMITS.quotationPiece;
  for (const [index, span] of spans.entries()) {
    const [open, close] = marksFor(citation, span);
    const pieces = splitSpan(article, span, LIMITS.quotationPiece);
    for (const [at, piece] of pieces.entries()) {
      const text = slice(article, piece);
      if (text.length > room) {
        blocks.push([]);
        room = LIMITS.quotationPiece;
      }
      room -= text.length;
      const line = blocks.at(-1) as RichTextElement[];
      const before = spans[index - 1];
      if (at === 0 && before) line.push(literal(joint(article, before, span)));
      if (at === 0 && open) line.push(literal(open));
      line.push(literal(text));
      if (at === pieces.length - 1 && close) line.push(literal(close));
    }
  }
  return blocks
    .filter((elements) => elements.length > 0)
    .map((elements) => richText({ type: 'rich_text_quote', elements }));
}

/** Marks around a stretch of direct speech; a sentence that is cited whole brings its own. */
export function marksFor({ article, kind }: Citation, span: Span): readonly [string, string] {
  return kind === 'direct' && !/[“”"„«»]/u.test(slice(article, span)) ? ['“', '”'] : ['', ''];
}

/**
 * A span as consecutive spans of at most `limit` code units that leave nothing out: divided after
 * a sentence; inside one that is longer, after a space; inside a longer word, between characters.
 */
export function splitSpan(article: Article, span: Span, limit: number): Span[] {
  if (span.end - span.start <= limit) return [span];
  const starts = splitSentences(article.text, span).map((sentence) => sentence.start);
  const pieces: Span[] = [];
  let start = span.start;
  while (span.end - start > limit) {
    const end = divide(article.text, start, start + limit, starts);
    pieces.push({ start, end });
    start = end;
  }
  return [...pieces, { start, end: span.end }];
}

function divide(text: string, start: number, latest: number, sentenceStarts: readonly number[]): number {
  const sentence = sentenceStarts.findLast((at) => at > start && at <= latest);
  if (sentence !== undefined) return sentence;
  const space = text.lastIndexOf(' ', latest - 1);
  if (space > start) return space + 1;
  return /^[\uDC00-\uDFFF]/.test(text.slice(latest)) ? latest - 1 : latest;
}
