import type { Span } from '../article/article.ts';
import type { ReaderArticle, ReaderParagraph } from './reader-article.ts';

/** A stretch of a paragraph in which nothing changes: the same quotation, the same phrase. */
export interface Piece extends Span {
  /** Index of the innermost quotation that it belongs to. */
  readonly quotation: number | null;
  /** Whether the quotation's label stands before it: its first piece in the paragraph. */
  readonly labelled: boolean;
  /** Of a quotation that is partly in marks: the speaker's own words. */
  readonly isOwn: boolean;
  /** Index of the quotation whose speaker it names. */
  readonly mention: number | null;
  readonly isCue: boolean;
}

/** A paragraph as the reader shows it. */
export interface Row {
  readonly index: number;
  readonly paragraph: ReaderParagraph;
  readonly pieces: readonly Piece[];
  /** Indices of the quotations that begin here. */
  readonly begins: readonly number[];
  /** Indices of those that go on here from a paragraph before. */
  readonly goesOn: readonly number[];
}

interface Marks {
  readonly said: { readonly span: Span; readonly quotation: number }[];
  readonly mentions: { readonly span: Span; readonly quotation: number }[];
  readonly cues: Span[];
  readonly own: Span[];
}

/** A stretch in marks; single ones are as often apostrophes. */
const MARKED = /[“"„«][^“”"„«»]+[”"“»]/gu;

/** The paragraphs of an article, cut where a quotation, a cue or a mention begins or ends. */
export function rowsOf(article: ReaderArticle): Row[] {
  const marks: Marks[] = article.paragraphs.map(() => ({
    said: [],
    mentions: [],
    cues: [],
    own: [],
  }));
  article.quotations.forEach(({ spans, mention, cue, pullQuoteOf, kind }, quotation) => {
    for (const span of spans) {
      for (const at of paragraphsOf(article, span)) {
        marks[at]?.said.push({ span, quotation });
        if (kind === 'mixed') marks[at]?.own.push(...markedIn(article, span));
      }
    }
    if (pullQuoteOf !== null) return;
    for (const at of mention ? paragraphsOf(article, mention) : []) {
      if (mention) marks[at]?.mentions.push({ span: mention, quotation });
    }
    for (const at of cue ? paragraphsOf(article, cue) : []) if (cue) marks[at]?.cues.push(cue);
  });
  return article.paragraphs.map((paragraph, index) => {
    const here = marks[index] ?? { said: [], mentions: [], cues: [], own: [] };
    const quoted = [...new Set(here.said.map(({ quotation }) => quotation))];
    const starts = (quotation: number): boolean =>
      (article.quotations[quotation]?.spans[0]?.start ?? 0) >= paragraph.start;
    return {
      index,
      paragraph,
      pieces: piecesOf(paragraph, here),
      begins: quoted.filter(starts),
      goesOn: quoted.filter((quotation) => !starts(quotation)),
    };
  });
}

function markedIn({ text }: ReaderArticle, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(MARKED), ({ index, 0: marked }) => ({
    start: start + index,
    end: start + index + marked.length,
  }));
}

function piecesOf(paragraph: ReaderParagraph, { said, mentions, cues, own }: Marks): Piece[] {
  const edges = new Set([paragraph.start, paragraph.end]);
  for (const { start, end } of [...said, ...mentions].map(({ span }) => span).concat(cues, own)) {
    if (start > paragraph.start && start < paragraph.end) edges.add(start);
    if (end > paragraph.start && end < paragraph.end) edges.add(end);
  }
  const sorted = [...edges].sort((left, right) => left - right);
  const labelled = new Set<number>();
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? paragraph.end;
    const covers = (span: Span): boolean => span.start <= start && span.end >= end;
    const quotation = innermost(said.filter(({ span }) => covers(span)));
    const mention = mentions.find(({ span }) => covers(span))?.quotation ?? null;
    const isFirst = quotation !== null && !labelled.has(quotation);
    if (quotation !== null) labelled.add(quotation);
    return {
      start,
      end,
      quotation,
      labelled: isFirst,
      mention,
      isCue: cues.some(covers),
      isOwn: own.some(covers),
    };
  });
}

/** Of spans that lie in each other the one that begins last, of equal ones the shorter. */
function innermost(found: readonly { readonly span: Span; readonly quotation: number }[]): number | null {
  const [first] = found.toSorted(
    (left, right) => right.span.start - left.span.start || left.span.end - right.span.end,
  );
  return first?.quotation ?? null;
}

/** Indices of the paragraphs that a span touches. */
function paragraphsOf({ paragraphs }: ReaderArticle, span: Span): number[] {
  const found: number[] = [];
  for (let at = paragraphAt(paragraphs, span.start); at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    if (!paragraph || paragraph.start >= span.end) break;
    if (paragraph.end > span.start) found.push(at);
  }
  return found;
}

/** Index of the last paragraph that begins at or before an offset; 0 before the first. */
export function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
