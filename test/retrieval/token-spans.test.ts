import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import { pieceSpans } from '../../src/retrieval/token-spans.ts';

let embedder: Embedder;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  embedder = await loadEmbedder({ model: null, allowDownload: false });
});

const shownIn = (text: string, pieces: string[]) =>
  pieceSpans(text, pieces, '[UNK]').map(({ start, end }) => text.slice(start, end));

test('pieces are found through capitals, accents and white space', () => {
  expect(shownIn('  Café\nZÜRICH', ['cafe', 'zu', '##rich'])).toEqual(['Café', 'ZÜ', 'RICH']);
});

test('an accent written as a character of its own belongs to no piece', () => {
  expect(shownIn('cafe\u0301 bar', ['cafe', 'bar'])).toEqual(['cafe', 'bar']);
});

test('a soft hyphen inside a word does not lose the rest of it', () => {
  expect(shownIn('co\u00adop bar', ['coop', 'bar'])).toEqual(['co\u00adop', 'bar']);
});

test('an unknown piece is the word or the mark that stands there', () => {
  expect(shownIn('a 🙂🙂 b', ['a', '[UNK]', 'b'])).toEqual(['a', '🙂🙂', 'b']);
  expect(shownIn('a ⟦b', ['a', '[UNK]', 'b'])).toEqual(['a', '⟦', 'b']);
});

test('a piece that is not in the text has an empty span and hides no other', () => {
  expect(shownIn('one two', ['one', 'three', 'two'])).toEqual(['one', '', 'two']);
});

test('the same word twice is found twice', () => {
  expect(pieceSpans('no, no', ['no', ',', 'no'], '[UNK]').map(({ start }) => start)).toEqual([0, 2, 4]);
});

test('whatever the text, spans lie in it, in order, and hold their piece', async () => {
  const words = fc.constantFrom(
    'Zürich',
    'the',
    '“',
    '”',
    'isn’t',
    '1,234',
    'naïve',
    '—',
    '\n',
    ' ',
    '北京',
    '🙂',
    'ﬁ',
    'İ',
  );
  const texts = fc.oneof(
    fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
    fc.array(words, { maxLength: 40 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const [embedding] = await embedder.embedTokens([text]);
      let last = 0;
      for (const [i, piece] of (embedding?.tokens.pieces ?? []).entries()) {
        const { start, end } = embedding?.tokens.spans[i] ?? { start: -1, end: -1 };
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = start;
        if (/^[a-z0-9]+$/.test(piece)) expect(folded(text.slice(start, end))).toContain(piece);
      }
    }),
    { numRuns: 300 },
  );
});

function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mn}\p{C}]/gu, '');
}
