import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import type { FileStore } from '../../src/retrieval/file-store.ts';
import { openFileStore } from '../../src/retrieval/refresh.ts';
import type { Hit } from '../../src/retrieval/store.ts';
import { UnitedStore } from '../../src/retrieval/united-store.ts';
import { ARTICLES, type Library, makeLibrary, optionsFor, tokensOf } from './library.ts';

const OWN = {
  'ferry.txt': 'Ferry stops\n\n“The harbour has no ferry,” captain Ida Brun said.\n\nThe harbour is empty.\n',
  // The id of a shared article: it must not be seen.
  'orchard.txt': 'Other orchard\n\nThe blossom of this other orchard is fine.\n',
};
const QUESTION = 'the harbour and the blossom';

let embedder: Embedder;
let libraries: Library[];
let first: FileStore;
let second: FileStore;
let whole: FileStore;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  embedder = await loadEmbedder({ model: null, allowDownload: false });
  const ferry = { 'ferry.txt': OWN['ferry.txt'] };
  const open = async (articles: Record<string, string>): Promise<FileStore> => {
    const library = await makeLibrary(articles);
    libraries = [...(libraries ?? []), library];
    return (await openFileStore(await optionsFor(library, embedder))).store;
  };
  [first, second, whole] = [await open(ARTICLES), await open(OWN), await open({ ...ARTICLES, ...ferry })];
}, 120_000);
afterAll(async () => {
  for (const store of [first, second, whole]) await store?.close();
  for (const library of libraries ?? []) await library.remove();
});

const sorted = (hits: readonly Hit[]) =>
  hits.toSorted((a, b) =>
    join(a.articleId, String(a.passage)) < join(b.articleId, String(b.passage)) ? -1 : 1,
  );

test('two libraries hold each article once, the first one’s', async () => {
  const united = new UnitedStore(first, second);
  expect((await united.summaries()).map(({ id }) => id)).toEqual([
    'harbour',
    'reading-room',
    'orchard',
    'ferry',
  ]);
  expect((await united.open('orchard'))?.article.title).toBe('Late frost hits orchards');
  expect((await united.open('ferry'))?.article.title).toBe('Ferry stops');
});

test('what is found in the second is as close as in one library, and nothing hidden is found', async () => {
  const united = new UnitedStore(first, second);
  const [vector = new Float32Array()] = await embedder.embed([QUESTION]);
  for (const k of [3, 100]) {
    const hits = await united.nearest(vector, k, null);
    const others = await whole.nearest(vector, k, null);
    expect(sorted(hits).map(({ articleId, passage }) => `${articleId} ${passage}`)).toEqual(
      sorted(others).map(({ articleId, passage }) => `${articleId} ${passage}`),
    );
  }
  const words = await united.matching(QUESTION, 100, null);
  expect(words.filter(({ articleId }) => articleId === 'orchard').every(({ passage }) => passage < 2)).toBe(
    true,
  );
});

test('how much a word counts is counted over both', async () => {
  const united = new UnitedStore(first, second);
  const hits = await united.matching('ferry captain', 10, null);
  const alone = await second.matching('ferry captain', 10, null);
  expect(hits[0]?.articleId).toBe('ferry');
  // Rarer among more passages.
  expect(hits[0]?.score ?? 0).toBeGreaterThan(alone[0]?.score ?? 0);
  const own = await united.matching('ferry captain', 10, 'ferry');
  expect(own[0]?.score).toBeCloseTo(hits[0]?.score ?? -1, 6);
});

test('token vectors come from whichever library has the article, in the order that was asked for', async () => {
  const united = new UnitedStore(first, second);
  const wanted = [
    { articleId: 'ferry', passage: 1 },
    { articleId: 'harbour', passage: 0 },
    { articleId: 'orchard', passage: 1 },
    { articleId: 'ferry', passage: 0 },
    { articleId: 'harbour', passage: 0 },
  ];
  const found = await tokensOf(united, wanted);
  const alone = [second, first, first, second, first].map((store, at) =>
    tokensOf(store, [wanted[at] as (typeof wanted)[number]]),
  );
  expect(found).toEqual((await Promise.all(alone)).flat());
});
