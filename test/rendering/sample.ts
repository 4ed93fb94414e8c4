import type { Answer, Citation } from '../../src/answering/answer.ts';
import type { Article } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Speaker } from '../../src/quotations/quotation.ts';

export const OKAFOR: Speaker = {
  name: 'Amara Okafor',
  title: 'Dr.',
  role: 'head of the harbour board',
  kind: 'person',
};

export const HARBOUR = `- Northern Courier - https://courier.example/ -

Harbour Dredging Delayed Again

The dredging of the harbour has been put off until spring, the board said on Monday.

“The channel is silted up, and it will stay so,” Dr. Amara Okafor, head of the harbour board, told the Courier. “We have waited long enough.”

Ships of the ferry line have been running half empty since March.

“Nobody asked the fishermen,” she added.
`;

/** An invented article; `text` replaces the usual one. */
export function article(text: string = HARBOUR, name = 'harbour.txt'): Article {
  return parseArticle(name, text);
}

/** A citation of words that stand in the article, each stretch found where it first occurs. */
export function citing(source: Article, words: readonly string[], more: Partial<Citation> = {}): Citation {
  const spans = words.map((stretch) => {
    const start = source.text.indexOf(stretch);
    if (start < 0) throw new Error(`not in the article: ${stretch}`);
    return { start, end: start + stretch.length };
  });
  const begin = spans[0]?.start ?? 0;
  const paragraph = source.paragraphs.find((each) => each.start <= begin && begin < each.end)?.n ?? null;
  return {
    article: source,
    paragraph,
    spans,
    speaker: OKAFOR,
    kind: 'direct',
    confidence: 1,
    quotationId: null,
    ...more,
  };
}

export function answering(citations: readonly Citation[], more: Partial<Answer> = {}): Answer {
  return {
    question: 'who said the channel is silted up?',
    request: 'who-said',
    outcome: 'answered',
    verdict: null,
    claimed: null,
    difference: null,
    text: 'Dr. Amara Okafor, head of the harbour board.',
    citations,
    nearest: [],
    speakers: null,
    millis: { understand: 0, embed: 0, search: 0, rank: 0, compose: 0, total: 0 },
    ...more,
  };
}
