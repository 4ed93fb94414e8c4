import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { slice } from '../../src/article/article.ts';
import { words } from '../../src/article/words.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import type { FileStore } from '../../src/retrieval/file-store.ts';
import { addFrequencies, KeywordIndex, stem } from '../../src/retrieval/keyword-index.ts';
import { openFileStore } from '../../src/retrieval/refresh.ts';
import { packTokens, quantise, unpackTokens } from '../../src/retrieval/token-vectors.ts';
import { readGoldQuotations } from '../golden/gold.ts';
import { type Library, makeLibrary, optionsFor, tokensOf } from './library.ts';

const QUESTIONS = [
  'who wants the baths to close?',
  'how many people came to the hearing?',
  'what did the minister say about the dam?',
  'a fire in a bakery',
  'why is the ferry not running?',
  'the cellist plays again after her illness',
  'snails in a garden at night',
  'the map of the lake is disputed',
];

interface Row {
  readonly articleId: string;
  readonly passage: number;
  readonly text: string;
  readonly vector: Float32Array;
}

let embedder: Embedder;
let library: Library;
let store: FileStore;
let rows: Row[];

beforeAll(async () => {
  await ensureModel({ quiet: true });
  embedder = await loadEmbedder({ model: null, allowDownload: false });
  library = await makeLibrary(
    Object.fromEntries(
      readGoldQuotations()
        .slice(0, 16)
        .map(({ fileName, text }) => [fileName, text]),
    ),
  );
  ({ store } = await openFileStore(await optionsFor(library, embedder)));
  const passages = [];
  for (const { id } of await store.summaries()) {
    const stored = await store.open(id);
    for (const passage of stored?.passages ?? []) {
      passages.push({
        articleId: id,
        passage: passage.index,
        text: stored ? slice(stored.article, passage) : '',
      });
    }
  }
  const vectors = await embedder.embed(passages.map(({ text }) => text));
  rows = passages.map((passage, index) => ({ ...passage, vector: vectors[index] ?? new Float32Array() }));
}, 120_000);
afterAll(async () => {
  await store?.close();
  await library?.remove();
});

const key = ({ articleId, passage }: { articleId: string; passage: number }) => `${articleId} ${passage}`;
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** The rows nearest to a vector by comparing it with every one. */
function exactly(vector: Float32Array, k: number, among = rows) {
  return among
    .map((row) => ({ ...row, score: dot(vector, row.vector) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, k);
}

test('there are some hundred sentences to search', () => {
  expect(rows.length).toBeGreaterThan(400);
});

describe('the nearest passages', () => {
  test('are those that comparing with every one gives: recall@10 is at least .98', async () => {
    let found = 0;
    const vectors = await embedder.embed([...QUESTIONS, ...rows.slice(0, 92).map(({ text }) => text)]);
    for (const vector of vectors) {
      const hits = new Set((await store.nearest(vector, 10, null)).map(key));
      found += exactly(vector, 10).filter((row) => hits.has(key(row))).length;
    }
    expect(found / (vectors.length * 10)).toBeGreaterThan(0.98);
  });

  test('come best first, with their cosines', async () => {
    const [vector = new Float32Array()] = await embedder.embed(QUESTIONS);
    const hits = await store.nearest(vector, 10, null);
    const exact = exactly(vector, 10);
    hits.forEach(({ score }, index) => {
      expect(score).toBeCloseTo(exact[index]?.score ?? 0, 4);
    });
  });

  test('of one article are exact', async () => {
    const [vector = new Float32Array()] = await embedder.embed(QUESTIONS);
    for (const { id } of await store.summaries()) {
      const own = rows.filter(({ articleId }) => articleId === id);
      expect((await store.nearest(vector, 5, id)).map(key)).toEqual(exactly(vector, 5, own).map(key));
    }
  });

  test('of as many as there are, or of none, are no error', async () => {
    const [vector = new Float32Array()] = await embedder.embed(QUESTIONS);
    expect(await store.nearest(vector, rows.length * 3, null)).toHaveLength(rows.length);
    expect(await store.nearest(vector, 0, null)).toEqual([]);
  });

  test.each([
    ['another dimension', new Float32Array(128)],
    ['no number', new Float32Array(384).fill(Number.NaN)],
  ])('a question with %s is refused before native code sees it', async (_name, vector) => {
    await expect(store.nearest(vector, 5, null)).rejects.toThrow(/384 finite numbers/);
  });
});

describe('the passages that match', () => {
  const scores = (question: string, among = rows): Map<string, number> => bm25(question, rows, among);

  test('are those that BM25 written out gives, with its scores', async () => {
    for (const question of QUESTIONS) {
      const exact = [...scores(question)].sort(([, a], [, b]) => b - a);
      const hits = await store.matching(question, 10, null);
      expect(hits.length).toBe(Math.min(10, exact.length));
      hits.forEach((hit, index) => {
        expect(hit.score).toBeCloseTo(exact[index]?.[1] ?? 0, 6);
        expect(hit.score).toBeCloseTo(scores(question).get(key(hit)) ?? 0, 6);
      });
    }
  });

  test('of one article are weighed as in the whole library', async () => {
    for (const hit of await store.matching('the hearing about the baths', 30, null)) {
      const own = await store.matching('the hearing about the baths', 200, hit.articleId);
      expect(own.find((found) => key(found) === key(hit))?.score).toBeCloseTo(hit.score, 6);
      expect(own.every(({ articleId }) => articleId === hit.articleId)).toBe(true);
    }
  });

  test.each(['', '   ', '?!', 'the of and', '\0', 'constructor __proto__', '“”'])(
    'of %j are no error',
    async (text) => {
      await store.matching(text, 10, null);
    },
  );
});

describe('the keyword index', () => {
  const search = (texts: string[], question: string) =>
    KeywordIndex.build(texts)
      .search(question, 10, () => true)
      .map(({ index }) => index);

  test('finds inflected words, possessives, and either apostrophe', () => {
    const texts = ['The fighters were killed.', 'Iran’s fighter killing', 'Nothing here'];
    expect(search(texts, 'who killed a fighter?').sort()).toEqual([0, 1]);
    expect(search(texts, "Iran's")).toEqual([1]);
  });

  test('finds the parts of a compound and prefers the whole', () => {
    const texts = ['A US-Israel operation', 'Israel alone, an operation', 'Turkey'];
    expect(search(texts, 'Israel').sort()).toEqual([0, 1]);
    expect(search(texts, 'US-Israel')[0]).toBe(0);
  });

  test('ranks by what is rare, not by how many words are met', () => {
    const texts = [...Array.from({ length: 30 }, () => 'people said that the town was old'), 'the astrolabe'];
    expect(search(texts, 'old town people astrolabe said')[0]).toBe(30);
  });

  test('is the same after it was stored', () => {
    const index = KeywordIndex.build(['The harbour is shut', 'The oven is shut']);
    const again = KeywordIndex.restore(index.serialise());
    expect(again.search('harbour shut', 5, () => true)).toEqual(index.search('harbour shut', 5, () => true));
  });

  test('refuses bytes that were not written whole', () => {
    const bytes = KeywordIndex.build(['The harbour is shut']).serialise();
    for (const length of [0, 8, 16, bytes.length - 1]) {
      expect(() => KeywordIndex.restore(bytes.subarray(0, length))).toThrow();
    }
  });

  test('keeps to a range of rows, and to the best of those that are let through', () => {
    const index = KeywordIndex.build(
      Array.from({ length: 40 }, (_, row) => `tide ${'mud '.repeat(row % 7)}`),
    );
    const all = index.search('tide', 40, () => true);
    const some = index.search('tide', 3, (row) => row % 2 === 0, undefined, { start: 10, end: 30 });
    expect(some).toEqual(
      all.filter((hit) => hit.index % 2 === 0 && hit.index >= 10 && hit.index < 30).slice(0, 3),
    );
  });

  test('scores parts as it would the whole when it knows the whole', () => {
    const texts = ['the harbour is shut', 'the oven is shut', 'the harbour is old', 'an oven for bread'];
    const whole = KeywordIndex.build(texts).search('harbour oven', 4, () => true);
    const parts = [texts.slice(0, 3), texts.slice(3)].map((some) => KeywordIndex.build(some));
    const frequencies = addFrequencies(parts.map((part) => part.frequencies('harbour oven')));
    expect(frequencies.passages).toBe(4);
    const scores = parts.flatMap((part) => part.search('harbour oven', 4, () => true, frequencies));
    expect(scores.map(({ score }) => score.toFixed(6)).sort()).toEqual(
      whole.map(({ score }) => score.toFixed(6)).sort(),
    );
  });
});

describe('token vectors', () => {
  test('keep their direction as one byte a component: cosine over .999', async () => {
    const embedded = await embedder.embedTokens(rows.slice(0, 40).map(({ text }) => text));
    for (const { tokens } of embedded) {
      const compact = quantise(tokens.values, 384);
      compact.scales.forEach((scale, row) => {
        const original = tokens.values.subarray(row * 384, (row + 1) * 384);
        const restored = Float32Array.from(
          compact.data.subarray(row * 384, (row + 1) * 384),
          (v) => v * scale,
        );
        const cosine = dot(original, restored) / Math.sqrt(dot(original, original) * dot(restored, restored));
        expect(cosine).toBeGreaterThan(0.999);
      });
    }
  });

  test('come out of a file as they went in, zeros and none included', () => {
    for (const values of [Float32Array.of(0.5, -1, 0, 0, 0, 0), new Float32Array(3), new Float32Array(0)]) {
      const compact = quantise(values, 3);
      expect(unpackTokens(packTokens(compact), 3)).toEqual(compact);
    }
  });

  test('of a passage are those of its text', async () => {
    const row = rows[7];
    if (!row) throw new Error('too few rows');
    const [stored] = await tokensOf(store, [row]);
    const [embedded] = await embedder.embedTokens([row.text]);
    const fresh = quantise(embedded?.tokens.values ?? new Float32Array(), 384);
    expect(stored?.scales.length).toBe(fresh.scales.length);
    // Which texts share a batch may move a component by one step.
    stored?.data.forEach((value, at) => {
      expect(Math.abs(value - (fresh.data[at] ?? 0))).toBeLessThanOrEqual(1);
    });
  });
});

/** BM25 (k 0.9, b 0.4) by its definition; lengths count different words, as MiniSearch's do. */
function bm25(question: string, all: readonly Row[], among: readonly Row[]): Map<string, number> {
  const bags = all.map(({ text }) => termsOf(text));
  const average = bags.reduce((sum, bag) => sum + bag.lengths, 0) / bags.length;
  const wanted = termsOf(question).counts;
  const scores = new Map<string, number>();
  all.forEach((row, index) => {
    if (!among.includes(row)) return;
    const bag = bags[index];
    let score = 0;
    for (const term of wanted.keys()) {
      const count = bag?.counts.get(term) ?? 0;
      if (count === 0 || !bag) continue;
      const holding = bags.filter(({ counts }) => counts.has(term)).length;
      const rarity = Math.log(1 + (bags.length - holding + 0.5) / (holding + 0.5));
      const norm = 0.9 * (1 - 0.4 + (0.4 * bag.lengths) / average);
      score += (rarity * count * 1.9) / (count + norm);
    }
    if (score > 0) scores.set(key(row), score);
  });
  return scores;
}

const STOP = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

function termsOf(text: string): { counts: Map<string, number>; lengths: number } {
  const forms = words(text).flatMap(({ form }) => (form.includes('-') ? [form, ...form.split('-')] : [form]));
  const counts = new Map<string, number>();
  const kept = forms.filter((form) => !STOP.has(form));
  for (const form of kept) counts.set(stem(form), (counts.get(stem(form)) ?? 0) + 1);
  return { counts, lengths: kept.length };
}
