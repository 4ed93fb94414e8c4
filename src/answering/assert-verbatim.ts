import type { Answer, Citation } from './answer.ts';

/** Throws unless every citation points into its article, at something, in order. The last gate before an answer leaves. */
export function assertVerbatim(answer: Answer): void {
  for (const citation of [...answer.citations, ...answer.nearest]) assertCitation(citation);
}

function assertCitation({ article, spans }: Citation): void {
  if (spans.length === 0) throw new Error(`a citation of ${article.id} has no words`);
  for (const { start, end } of spans) {
    const whole =
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      start >= 0 &&
      start < end &&
      end <= article.text.length;
    if (!whole) throw new Error(`a citation of ${article.id} lies outside the article (${start}–${end})`);
  }
}
