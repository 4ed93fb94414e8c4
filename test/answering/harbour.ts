import type { Span } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Quotation, Speaker } from '../../src/quotations/quotation.ts';
import { passagesOf } from '../../src/retrieval/passages.ts';
import type { StoredArticle } from '../../src/retrieval/store.ts';

/** An invented article with every sort of speaker. The second block is a pull quote. */
export const HARBOUR = `- Northern Courier - https://courier.example/ -

Harbour Dredging Delayed Again

The dredging of the harbour has been put off until spring, the board said on Monday.

The channel is silted up, and it will stay so

“The channel is silted up, and it will stay so,” Dr. Amara Okafor, a research fellow at the Institute for North Sea Shipping, told the Courier. “We have waited long enough.”

Prof. Henrik Lindqvist, vice rector of Tromvik University, doubts it. “The tide does what it likes,” he said. “[Engineers] wouldn’t change that.”

A senior US harbour official said the ferry line’s non-stop service was never paid for.

According to the Bay Watch for Human Safety, 12 ships ran aground. Experts believe more will follow.

Captain Silva Marlowe of the ferry line could not be reached. Mayor Tobias Brandt left early.
`;

export const OKAFOR: Speaker = {
  name: 'Amara Okafor',
  title: 'Dr.',
  role: 'research fellow at the Institute for North Sea Shipping',
  kind: 'person',
};
export const LINDQVIST: Speaker = {
  name: 'Henrik Lindqvist',
  title: 'Prof.',
  role: 'vice rector of Tromvik University',
  kind: 'person',
};
export const OFFICIAL: Speaker = {
  name: 'senior US harbour official',
  title: null,
  role: null,
  kind: 'unnamed',
};
export const WATCH: Speaker = {
  name: 'Bay Watch for Human Safety',
  title: null,
  role: null,
  kind: 'organisation',
};
export const EXPERTS: Speaker = { name: 'Experts', title: null, role: null, kind: 'unnamed' };

const article = parseArticle('harbour.txt', HARBOUR);

/** The last place of these words, so that a pull quote above is not meant. */
export function spanOf(words: string, text = HARBOUR): Span {
  const start = text.lastIndexOf(words);
  if (start < 0) throw new Error(`not in the article: ${words}`);
  return { start, end: start + words.length };
}

function quotation(speaker: Speaker, words: readonly string[], more: Partial<Quotation> = {}): Quotation {
  const spans = words.map((part) => spanOf(part));
  const start = spans[0]?.start ?? 0;
  return {
    id: `harbour:${start}`,
    paragraph: article.paragraphs.find((each) => each.start <= start && start < each.end)?.n ?? null,
    spans,
    kind: 'direct',
    polarity: 'said',
    speaker,
    mention: null,
    cue: null,
    addressee: null,
    via: null,
    pullQuoteOf: null,
    confidence: 0.9,
    rule: 'by hand',
    ...more,
  };
}

/** The article with its quotations as an editor would mark them. */
export const harbour: StoredArticle = {
  article,
  passages: passagesOf(article),
  quotations: [
    quotation(OKAFOR, ['The channel is silted up, and it will stay so,', 'We have waited long enough.']),
    quotation(LINDQVIST, ['The tide does what it likes,', '[Engineers] wouldn’t change that.'], {
      mention: { start: spanOf('he said. “[').start, end: spanOf('he said. “[').start + 2 },
    }),
    quotation(OFFICIAL, ['the ferry line’s non-stop service was never paid for'], { kind: 'indirect' }),
    quotation(WATCH, ['12 ships ran aground'], { kind: 'indirect' }),
    quotation(EXPERTS, ['more will follow'], { kind: 'indirect' }),
  ],
};
