import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords } from '../../src/reader/find-words.ts';
import { readerArticle } from '../../src/reader/make-article.ts';
import { focusOf } from '../../src/reader/reader-article.ts';
import { rowsOf } from '../../src/reader/rows.ts';
import { ferry, stored } from './ferry.ts';

const article = readerArticle(ferry);

test('the pieces of a paragraph are the paragraph, letter for letter', () => {
  const rows = rowsOf(article);
  expect(
    rows.map(({ pieces }) => pieces.map(({ start, end }) => article.text.slice(start, end)).join('')),
  ).toEqual(article.paragraphs.map(({ start, end }) => article.text.slice(start, end)));
});

test('so they are with any spans, and each piece of a quotation belongs to one that covers it', () => {
  const [like] = article.quotations;
  if (!like) throw new Error('there is none');
  const last = article.text.length;
  const span = fc
    .tuple(fc.integer({ min: 0, max: last - 1 }), fc.integer({ min: 1, max: 200 }))
    .map(([start, length]) => ({ start, end: Math.min(last, start + length) }));
  fc.assert(
    fc.property(fc.array(fc.tuple(span, span, span), { maxLength: 8 }), (drawn) => {
      const quotations = drawn.map(([words, mention, cue], index) => ({
        ...like,
        id: `ferry:${index}`,
        spans: [words],
        mention: { ...mention, form: 'name' as const, antecedent: null },
        cue,
      }));
      for (const { paragraph, pieces } of rowsOf({ ...article, quotations })) {
        expect(pieces.at(0)?.start).toBe(paragraph.start);
        expect(pieces.at(-1)?.end).toBe(paragraph.end);
        for (const [index, piece] of pieces.entries()) {
          expect(piece.start).toBe(pieces[index - 1]?.end ?? paragraph.start);
          const covering = quotations.filter(
            ({ spans: [own] }) => own && own.start <= piece.start && own.end >= piece.end,
          );
          if (piece.quotation === null) expect(covering).toEqual([]);
          else expect(covering).toContain(quotations[piece.quotation]);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a quotation is labelled once in a paragraph, and where it goes on it is said so', () => {
  const running = stored(
    'running.txt',
    'A Title\n\n“It began here,” Ann Lee said. “It went on from there.\n\n“And it ended in the harbour.”\n',
  );
  const rows = rowsOf(readerArticle(running));
  expect(rows.map(({ begins, goesOn }) => ({ begins, goesOn }))).toEqual([
    { begins: [0], goesOn: [] },
    { begins: [], goesOn: [0] },
  ]);
  expect(rows.map(({ pieces }) => pieces.filter(({ labelled }) => labelled).length)).toEqual([1, 1]);
});

test('of a quotation that is partly in marks the marked words are the speaker’s own', () => {
  const own = rowsOf(article).flatMap(({ pieces }) => pieces.filter(({ isOwn }) => isOwn));
  expect(own.map(({ start, end }) => article.text.slice(start, end))).toEqual(['“looked under every stone”']);
});

describe('the search', () => {
  const found = (words: string) =>
    findWords(article, words).map(({ start, end }) => article.text.slice(start, end));

  test('finds words whatever their case, marks and spaces', () => {
    expect(found('skarn')).toEqual(['Skarn', 'Skarn']);
    expect(found('THE  ISLAND   will')).toEqual(['The island will']);
    expect(found('"looked under')).toEqual(['“looked under']);
    expect(found('  ')).toEqual([]);
    expect(found('nowhere')).toEqual([]);
  });

  test('keeps places where a letter has another length in lower case', () => {
    const text = 'İİ end';
    const odd = { ...article, text, paragraphs: [{ n: 1, start: 0, end: text.length }] };
    expect(findWords(odd, 'END')).toEqual([{ start: 3, end: 6 }]);
  });
});

test('an address asks for a quotation, a paragraph, both or neither', () => {
  expect(focusOf('?q=ferry%3A248', '#p2')).toEqual({ quotation: 'ferry:248', paragraph: 2 });
  expect(focusOf('?q=ferry%3A248', '')).toEqual({ quotation: 'ferry:248' });
  expect(focusOf('', '#p20')).toEqual({ paragraph: 20 });
  expect(focusOf('?q=', '#content')).toBeNull();
});
