import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../src/article/sentences.ts';

const split = (text: string): string[] =>
  splitSentences(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('a sentence does not end', () => {
  test.each([
    ['behind a title', 'Dr. Carmit Vale and Prof. Ek met Lt. Col. J. R. Poe. All left.', 2],
    ['behind a rank and a name', 'Gen. Sir Ian Moss told Rep. Ada Nye of it.', 1],
    ['behind the letters of a name', 'J. K. Moss and A.B. Nye wrote it. I read it.', 2],
    ['in a country', 'The U.S. Navy and the U.K. Treasury agree.', 1],
    ['behind a month', 'It began on Jan. 5 and ended on Sept. 7.', 1],
    ['at a time of day', 'He fell at 5 a.m. Tuesday and rose at 6 p.m. that day.', 1],
    ['in a number', 'Prices rose 3.5 percent to $1.20 a litre.', 1],
    ['behind vs. and e.g.', 'It was Moss vs. Nye, e.g. Over two days.', 1],
    ['before a word in lower case', '“Why?” he asked. “Go!” she cried. “Never…” they said.', 3],
    ['before a closing mark', 'He said: “We left.” They had.', 2],
    ['in an ellipsis within a sentence', 'It was … over by then.', 1],
    ['where a line is only wrapped', 'He told The\nHarbour Post on\nMonday. It rained.', 2],
    ['where a line is only wrapped with Windows line ends', 'He told The\r\nHarbour Post. It rained.', 2],
  ])('%s', (_name, text, count) => {
    expect(split(text)).toHaveLength(count);
  });
});

describe('a sentence ends', () => {
  test.each([
    ['behind a country at its end', 'He lives in the U.S. She does not.', 'He lives in the U.S.'],
    ['behind an agency at its end', 'He joined the C.I.A. The rest left.', 'He joined the C.I.A.'],
    ['behind a question', 'Is it? It is.', 'Is it?'],
    ['behind a closing mark', '“We left.” She stayed.', '“We left.”'],
    ['between two quotations', '“We left.” “We did not.”', '“We left.”'],
    ['before a list', 'They want\n- bread\n- work', 'They want'],
    ['at a line that ends like one', 'Question:\nAnswer.', 'Question:'],
  ])('%s', (_name, text, first) => {
    expect(split(text)[0]).toBe(first);
  });
});

test('sentences of a stretch stay within it', () => {
  const text = 'One. Two three. Four.';
  expect(splitSentences(text, { start: 5, end: 12 })).toEqual([{ start: 5, end: 12 }]);
});

test('a long paragraph is split like a short one', () => {
  const sentences = Array.from(
    { length: 400 },
    (_, index) => `Dr. No. ${index} told the U.S. Navy: “It is ${'so '.repeat(index % 60)}late.”`,
  );
  expect(split(sentences.join(' '))).toEqual(sentences);
});

test('sentences are in order, do not overlap, and hold everything but white space', () => {
  const piece = fc.oneof(
    fc.lorem({ mode: 'sentences', maxCount: 3 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '. ',
      '? ',
      '” ',
      '“',
      'Dr. ',
      'U.S. ',
      '\n',
      '\r\n',
      '… ',
      '.”',
      ' a',
      ' A',
      '\u2028',
      '😀',
      '\uD800',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const text = pieces.join('');
      let at = 0;
      for (const { start, end } of splitSentences(text, { start: 0, end: text.length })) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(at, start).trim()).toBe('');
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['sentences', 'A sentence that is not long. '.repeat(35_000)],
  ['abbreviations', 'Dr. '.repeat(250_000)],
  ['lower case', 'x. '.repeat(330_000)],
  ['wrapped lines', 'word\n'.repeat(200_000)],
  ['spaces', `a${' '.repeat(1_000_000)}b`],
  ['closing marks', '” '.repeat(500_000)],
])('a megabyte of %s takes no long', (_name, text) => {
  const start = performance.now();
  splitSentences(text, { start: 0, end: text.length });
  expect(performance.now() - start).toBeLessThan(8000);
});
