import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import { type Article, type Paragraph, type Span, slice } from '../article/article.ts';
import { splitSpan } from './blocks-quotation.ts';
import { sourceBlock } from './blocks-source.ts';
import { literal, richText, section, shorten } from './blocks-text.ts';
import { LIMITS } from './limits.ts';

/** Paragraphs shown before and after each cited one. */
const AROUND = 1;

/**
 * A modal with the cited paragraphs and their neighbours, the quotations in bold. Between
 * paragraphs that do not follow each other stands "[…]".
 */
export function contextView(article: Article, spans: readonly Span[]): ModalView {
  // A pull quote repeats words of the body: it stands between two paragraphs only where it is cited itself.
  const body = article.paragraphs.filter((paragraph) => !paragraph.pullQuote || touches(paragraph, spans));
  const cited = body.flatMap((paragraph, index) => (touches(paragraph, spans) ? [index] : []));
  const near = body.flatMap((_, index) =>
    cited.some((at) => Math.abs(at - index) <= AROUND) ? [index] : [],
  );
  const blocks: KnownBlock[] = [];
  let characters = 0;
  for (const [place, index] of near.entries()) {
    const paragraph = body[index] as Paragraph;
    const before = near[place - 1];
    const gap = before !== undefined && index - before > 1 ? [omission()] : [];
    const own = [...gap, ...paragraphBlocks(article, paragraph, spans)];
    characters += JSON.stringify(own).length;
    if (blocks.length + own.length > LIMITS.blocksPerView - 2 || characters > LIMITS.charactersPerView) {
      blocks.push(omission());
      break;
    }
    blocks.push(...own);
  }
  return modal('In context', [...blocks, sourceBlock(article)]);
}

/** A modal of blocks with nothing to submit. */
export function modal(title: string, blocks: KnownBlock[]): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: shorten(title, LIMITS.viewTitle), emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks,
  };
}

function omission(): KnownBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text: '[…]', emoji: false }] };
}

function touches(paragraph: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start < paragraph.end && span.end > paragraph.start);
}

function paragraphBlocks(article: Article, paragraph: Paragraph, spans: readonly Span[]): KnownBlock[] {
  return splitSpan(article, paragraph, LIMITS.quotationPiece).map((piece, index) => {
    const number =
      index === 0 && paragraph.n !== null ? [literal(`¶${paragraph.n}  `, { italic: true })] : [];
    return richText(section(...number, ...marked(article, piece, spans)));
  });
}

/** The words of a piece with the cited ones in bold; together they are the piece, letter for letter. */
function marked(article: Article, piece: Span, spans: readonly Span[]): RichTextElement[] {
  const elements: RichTextElement[] = [];
  let at = piece.start;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.end, piece.end);
    if (end <= start) continue;
    if (start > at) elements.push(literal(slice(article, { start: at, end: start })));
    elements.push(literal(slice(article, { start, end }), { bold: true }));
    at = end;
  }
  if (at < piece.end) elements.push(literal(slice(article, { start: at, end: piece.end })));
  return elements;
}
