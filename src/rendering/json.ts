import type { Answer, Citation } from '../answering/answer.ts';
import { type Article, type Span, slice } from '../article/article.ts';
import type { Quotation, Speaker } from '../quotations/quotation.ts';

/** A span with its words, as programs read it. */
function withText(article: Article, { start, end }: Span): { start: number; end: number; text: string } {
  return { start, end, text: slice(article, { start, end }) };
}

const about = ({ id, title, outlet, url }: Article) => ({ id, title, outlet, url });

const speakerOf = ({ name, title, role, kind }: Speaker) => ({ name, title, role, kind });

function citationJson(citation: Citation, index: number) {
  const { article, paragraph, spans, speaker, kind, confidence } = citation;
  return {
    n: index + 1,
    article: about(article),
    paragraph,
    spans: spans.map((span) => withText(article, span)),
    speaker: speaker && speakerOf(speaker),
    kind,
    confidence,
  };
}

/** An answer as the JSON contract has it: one object for one line. */
export function answerJson(answer: Answer) {
  return {
    question: answer.question,
    request: answer.request,
    outcome: answer.outcome,
    verdict: answer.verdict,
    claimed: answer.claimed,
    difference: answer.difference,
    text: answer.text,
    citations: answer.citations.map(citationJson),
    nearest: answer.nearest.map(citationJson),
    speakers:
      answer.speakers?.map(({ speaker, counts }) => ({ speaker: speakerOf(speaker), counts })) ?? null,
    millis: answer.millis,
  };
}

/** An article's quotations as the JSON contract has them: one object for one line. */
export function quotationsJson(article: Article, quotations: readonly Quotation[]) {
  return {
    article: about(article),
    paragraphs: article.paragraphs.map(({ n, start, end, pullQuote }) => ({ n, start, end, pullQuote })),
    quotations: quotations.map((quotation) => ({
      id: quotation.id,
      paragraph: quotation.paragraph,
      spans: quotation.spans.map((span) => withText(article, span)),
      kind: quotation.kind,
      polarity: quotation.polarity,
      via: quotation.via,
      speaker:
        quotation.speaker && quotation.mention
          ? { ...speakerOf(quotation.speaker), mention: withText(article, quotation.mention) }
          : quotation.speaker && { ...speakerOf(quotation.speaker), mention: null },
      cue: quotation.cue && withText(article, quotation.cue),
      addressee: quotation.addressee,
      pullQuoteOf: quotation.pullQuoteOf,
      confidence: quotation.confidence,
      rule: quotation.rule,
    })),
  };
}
