import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { findQuotations } from '../../src/quotations/find.ts';
import { processorTime } from './processor-time.ts';

/** Pieces that news is made of, and pieces that break scanners. */
const PIECES = [
  'Ann Moss',
  'said',
  'told',
  'the Ledger',
  'that',
  'it rained',
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  ',',
  '.',
  ':',
  ';',
  '—',
  '(',
  ')',
  '[',
  ']',
  '…',
  'according to',
  'who',
  'and',
  'she',
  'they',
  'Prof.',
  'U.S.',
  'Q:',
  'A:',
  'MOSS:',
  '\n',
  '\n\n',
  ' ',
  "n't",
  'claimed',
  'adding',
  'asked whether',
  'Dr',
  '44',
  '!',
  '?',
  '\u{1F327}',
  '\u0000',
  'é',
  '中文',
  '\u202E',
  '<b>',
  '``',
  "''",
  'The source',
  'was told by',
];

const news = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(' '));
const anything = fc.oneof(
  { weight: 4, arbitrary: news },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

function articleOf(text: string): Article {
  const paragraphs: Article['paragraphs'][number][] = [];
  let start = 0;
  for (const part of text.split('\n\n')) {
    if (part.length > 0)
      paragraphs.push({
        start,
        end: start + part.length,
        n: paragraphs.length + 1,
        pullQuote: part.length % 11 === 0,
      });
    start += part.length + 2;
  }
  return {
    id: 'a',
    title: 't',
    outlet: null,
    url: null,
    author: null,
    published: null,
    text,
    hash: '',
    titleSpan: null,
    paragraphs,
  };
}

it('finds spans that lie in the text, in 10,000 generated texts, without an error', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const quotation of findQuotations(articleOf(text))) {
        expect(quotation.spans.length).toBeGreaterThan(0);
        for (const span of [...quotation.spans, quotation.mention, quotation.cue]) {
          if (span === null) continue;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
        expect(quotation.confidence).toBeGreaterThanOrEqual(0);
        expect(quotation.confidence).toBeLessThanOrEqual(1);
        if (quotation.speaker) expect(text).toContain(quotation.speaker.name);
        if (quotation.speaker?.role) expect(text).toContain(quotation.speaker.role);
      }
    }),
    { numRuns: 10_000 },
  );
}, 300_000);

it('gives every quotation an id of its own, and the same one each time', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const ids = findQuotations(articleOf(text)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(findQuotations(articleOf(text)).map(({ id }) => id)).toEqual(ids);
    }),
    { numRuns: 500 },
  );
}, 60_000);

const REPEATED = [
  '“It rained,” Ann Moss told the Ledger. “It always does.” Ted Hale, who runs a farm in Hull, said the roof leaked.\n\n',
  'word ',
  '“',
  '" ',
  "'a ",
  'said ',
  'Ann Moss, ',
  'he said he said, ',
  'The mayor said it. ',
];

it.each(REPEATED)(
  'takes time in step with the length: %j',
  (piece) => {
    const time = (length: number) => {
      const article = articleOf(piece.repeat(Math.ceil(length / piece.length)));
      return processorTime(() => findQuotations(article));
    };
    time(20_000);
    const short = Math.min(time(100_000), time(100_000));
    const long = time(400_000);
    // Four times the text, at most twelve times the time: room for collecting garbage, none for a square.
    expect(long).toBeLessThan(Math.max(400, short * 12));
  },
  120_000,
);

it('reads a megabyte of news in step with its length', () => {
  const piece = REPEATED[0] ?? '';
  const time = (length: number) => {
    const article = articleOf(piece.repeat(Math.ceil(length / piece.length)));
    return processorTime(() => expect(findQuotations(article).length).toBeGreaterThan(length / 100));
  };
  time(50_000);
  const short = Math.min(time(250_000), time(250_000));
  expect(time(1_000_000)).toBeLessThan(short * 12);
}, 180_000);
