import { parseArticle } from '../../src/article/parse.ts';
import { findQuotations } from '../../src/quotations/find.ts';
import type { Quotation } from '../../src/quotations/quotation.ts';

/** A quotation with its offsets replaced by the words that stand there. */
export interface Told {
  readonly text: string;
  readonly kind: string;
  readonly polarity: string;
  readonly speaker: string | null;
  readonly mention: string | null;
  readonly cue: string | null;
  readonly rule: string;
  readonly quotation: Quotation;
}

/** The quotations of an article that has this body, spans joined by " // ". */
export function quotationsOf(body: string, title = 'A title for the article'): Told[] {
  const article = parseArticle('test.txt', `${title}\n\n${body}`);
  const words = (span: { start: number; end: number } | null) =>
    span && article.text.slice(span.start, span.end);
  return findQuotations(article).map((quotation) => ({
    text: quotation.spans.map((span) => words(span)).join(' // '),
    kind: quotation.kind,
    polarity: quotation.polarity,
    speaker: quotation.speaker?.name ?? null,
    mention: words(quotation.mention),
    cue: words(quotation.cue),
    rule: quotation.rule,
    quotation,
  }));
}

/** The only quotation of a body; fails when there is none or more than one. */
export function onlyQuotation(body: string): Told {
  const found = quotationsOf(body);
  const [first] = found;
  if (!first || found.length > 1) {
    throw new Error(
      `expected one quotation, found ${found.length}: ${found.map(({ text }) => text).join(' | ')}`,
    );
  }
  return first;
}
