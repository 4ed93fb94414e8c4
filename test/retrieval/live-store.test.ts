import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import { LiveStore } from '../../src/retrieval/live-store.ts';
import { type Library, makeLibrary, optionsFor } from './library.ts';

let embedder: Embedder;
let library: Library;
let store: LiveStore;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  embedder = await loadEmbedder({ model: null, allowDownload: false });
}, 60_000);

beforeEach(async () => {
  library = await makeLibrary();
  store = await LiveStore.open(await optionsFor(library, embedder));
}, 60_000);

afterEach(async () => {
  await store.close();
  await library.remove();
});

const ids = (): Promise<string[]> =>
  store.use(async (state) => (await state.summaries()).map(({ id }) => id).sort());
const ask = (words: string): Promise<string[]> =>
  store.use(async (state) => (await state.matching(words, 3, null)).map(({ articleId }) => articleId));

test('takes up the file that it is told of, and what else changed only when it looks at all', async () => {
  await library.put('bakery.txt', 'Bakery reopens\n\nThe oven was repaired on Friday.\n');
  await library.put('tide.txt', 'Tide\n\nThe tide was low.\n');
  await library.drop('orchard.txt');
  await store.reload(['bakery.txt']);
  expect(await ids()).toEqual(['bakery', 'harbour', 'orchard', 'reading-room']);
  expect(await ask('oven repaired')).toEqual(['bakery']);
  await store.reload();
  expect(await ids()).toEqual(['bakery', 'harbour', 'reading-room', 'tide']);
}, 60_000);

test('forgets a named file that is gone, and one that cannot be read hides no other', async () => {
  await library.drop('orchard.txt');
  await library.put('empty.txt', '');
  const report = await store.reload(['orchard.txt', 'empty.txt', 'never-was.txt']);
  expect(await ids()).toEqual(['harbour', 'reading-room']);
  expect(report.problems.map(({ message }) => message)).toEqual([expect.stringContaining('empty.txt')]);
}, 60_000);

test('reads what stays from the files that are open already, to the end of every reading', async () => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slow = store.use(async (state) => {
    await held;
    return (await state.open('harbour'))?.article.title;
  });
  for (const day of [1, 2, 3]) {
    await library.put(`day${day}.txt`, `Day ${day}\n\nOn day ${day} the tide was low.\n`);
    await store.reload([`day${day}.txt`]);
  }
  release();
  expect(await slow).toBe('Harbour to stay shut');
  expect(await ask('tide on day 2')).toContain('day2');
  expect(await ask('harbour master')).toContain('harbour');
}, 60_000);
