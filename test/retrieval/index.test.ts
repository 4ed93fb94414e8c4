import { readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { slice } from '../../src/article/article.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import type { FileStore } from '../../src/retrieval/file-store.ts';
import { readManifest } from '../../src/retrieval/index-format.ts';
import { openFileStore, type RefreshReport, refreshIndex } from '../../src/retrieval/refresh.ts';
import { ARTICLES, counted, type Library, makeLibrary, optionsFor, tokensOf } from './library.ts';

let real: Embedder;
let embedder: ReturnType<typeof counted>;
let library: Library;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  real = await loadEmbedder({ model: null, allowDownload: false });
});
beforeEach(async () => {
  embedder = counted(real);
  library = await makeLibrary();
});
afterEach(() => library.remove());

const refresh = async (): Promise<RefreshReport> => refreshIndex(await optionsFor(library, embedder));

/** Does something with the store over the library as it is now. */
async function withStore<Result>(use: (store: FileStore) => Promise<Result>): Promise<Result> {
  const { store } = await openFileStore(await optionsFor(library, embedder));
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** The sentences nearest to a question, best first. */
function ask(question: string, k = 3): Promise<string[]> {
  return withStore(async (store) => {
    const [vector] = await real.embed([question]);
    const hits = await store.nearest(vector ?? new Float32Array(), k, null);
    return Promise.all(
      hits.map(async ({ articleId, passage }) => {
        const stored = await store.open(articleId);
        const found = stored?.passages[passage];
        return stored && found ? slice(stored.article, found) : '';
      }),
    );
  });
}

describe('a new index', () => {
  test('finds what the articles say', async () => {
    expect((await ask('when will the port open again?'))[0]).toMatch(/harbour stays shut until spring/);
    expect((await ask('fruit trees suffered from the cold'))[0]).toMatch(/apple blossom/);
  });

  test('has a manifest with the model, the dimension, and every file with its hash', async () => {
    expect(await refresh()).toMatchObject({ articles: 3, passages: 7, added: 3, dropped: 0, problems: [] });
    const manifest = await readManifest(library.index);
    expect(manifest).toMatchObject({
      model: { name: real.model, hash: real.hash },
      dimension: 384,
      corpus: [{ file: 'harbour.txt' }, { id: 'reading-room' }, { id: 'orchard' }],
      segments: [{ articles: 3, passages: 7 }],
    });
    for (const seal of Object.values(manifest?.segments[0]?.files ?? {})) {
      expect(seal).toMatchObject({
        bytes: expect.any(Number),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
  });

  test('asks for the model once, however many articles there are', async () => {
    let asked = 0;
    const options = await optionsFor(library, embedder);
    await refreshIndex({
      ...options,
      embedder: async () => {
        asked++;
        return real;
      },
    });
    expect(asked).toBe(1);
  });

  test('knows its articles without opening them, and each with its quotations', async () => {
    await withStore(async (store) => {
      expect(await store.summaries()).toContainEqual({
        id: 'reading-room',
        title: 'Library opens at night',
        outlet: 'Tolm Courier',
        url: null,
      });
      const stored = await store.open('harbour');
      expect(stored?.article.text).toBe(ARTICLES['harbour.txt']);
      expect(stored?.quotations[0]).toMatchObject({ speaker: { name: 'Mara Quell' }, paragraph: 1 });
      expect(await store.open('nowhere')).toBeNull();
    });
  });

  test('of an empty folder is empty and answers with nothing', async () => {
    for (const file of Object.keys(ARTICLES)) await library.drop(file);
    expect(await refresh()).toMatchObject({ articles: 0, passages: 0 });
    expect(await ask('anything?')).toEqual([]);
    await withStore(async (store) => expect(await store.matching('anything', 5, null)).toEqual([]));
  });

  test('names bad files and indexes the others', async () => {
    await library.put('empty.txt', '');
    const { articles, problems } = await refresh();
    expect(articles).toBe(3);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('empty.txt')]);
  });
});

describe('an index that is there', () => {
  beforeEach(async () => {
    await refresh();
    embedder.texts.length = 0;
  });

  test('is left alone when nothing has changed, and the model is not even loaded', async () => {
    const before = await readFile(join(library.index, 'manifest.json'));
    const options = await optionsFor(library, embedder);
    const report = await refreshIndex({
      ...options,
      embedder: () => Promise.reject(new Error('the model was loaded')),
    });
    expect(report).toMatchObject({ articles: 3, passages: 7, added: 0, dropped: 0 });
    expect(await readFile(join(library.index, 'manifest.json'))).toEqual(before);
  });

  test('does not embed a file again that was only touched', async () => {
    await utimes(join(library.corpus, 'harbour.txt'), new Date(), new Date());
    expect(await refresh()).toMatchObject({ added: 0, dropped: 0 });
    expect(embedder.texts).toEqual([]);
  });

  test('embeds only the article that changed', async () => {
    await library.put('orchard.txt', 'Late frost hits orchards\n\nHail ruined the plums.\n');
    expect(await refresh()).toMatchObject({ articles: 3, added: 1, dropped: 1, passages: 6 });
    expect(embedder.texts).toEqual(['Hail ruined the plums.']);
    expect((await ask('what happened to the fruit?'))[0]).toBe('Hail ruined the plums.');
    expect(await ask('apple blossom killed by frost', 8)).not.toContainEqual(
      expect.stringMatching(/blossom/),
    );
  });

  test('embeds only the article that is new', async () => {
    await library.put('bakery.txt', 'Bakery reopens\n\nThe oven was repaired on Friday.\n');
    expect(await refresh()).toMatchObject({ articles: 4, added: 1, dropped: 0 });
    expect(embedder.texts).toEqual(['The oven was repaired on Friday.']);
    expect((await ask('is the oven working?'))[0]).toMatch(/oven/);
  });

  test('no longer finds an article that is gone', async () => {
    await library.drop('harbour.txt');
    expect(await refresh()).toMatchObject({ articles: 2, passages: 4, added: 0, dropped: 1 });
    expect(embedder.texts).toEqual([]);
    await withStore(async (store) => {
      const [vector] = await real.embed(['harbour ice']);
      const hits = [
        ...(await store.nearest(vector ?? new Float32Array(), 20, null)),
        ...(await store.matching('harbour ice tugs basin', 20, null)),
      ];
      expect(hits.length).toBeGreaterThan(0);
      expect(hits.map(({ articleId }) => articleId)).not.toContain('harbour');
      expect(await store.open('harbour')).toBeNull();
      expect(await store.nearest(vector ?? new Float32Array(), 5, 'harbour')).toEqual([]);
    });
  });

  test('takes over a title that was edited in the front matter', async () => {
    await library.put(
      'library.md',
      (ARTICLES['library.md'] ?? '').replace('Library opens at night', 'Night readers'),
    );
    await withStore(async (store) =>
      expect(await store.summaries()).toContainEqual(
        expect.objectContaining({ id: 'reading-room', title: 'Night readers' }),
      ),
    );
  });

  test('reads a file anew that becomes Markdown', async () => {
    await library.put('notes.txt', '# Notes\n\n## Part\n\nThe tide was low.');
    await refresh();
    await rename(join(library.corpus, 'notes.txt'), join(library.corpus, 'notes.md'));
    await withStore(async (store) =>
      expect((await store.open('notes'))?.article).toMatchObject({ title: 'Notes', paragraphs: [{ n: 1 }] }),
    );
  });

  test('writes a ninth segment and the others into one, without embedding again', async () => {
    for (let day = 1; day <= 7; day++) {
      await library.put(`day${day}.txt`, `Day ${day}\n\nOn day ${day} the tide was ${day} metres high.\n`);
      await refresh();
    }
    expect((await readManifest(library.index))?.segments).toHaveLength(8);
    embedder.texts.length = 0;
    await library.put('day8.txt', 'Day 8\n\nOn day 8 the tide was low.\n');
    await refresh();
    expect((await readManifest(library.index))?.segments).toHaveLength(1);
    expect(embedder.texts).toEqual(['On day 8 the tide was low.']);
    expect((await ask('how high was the tide on day 3?'))[0]).toMatch(/On day 3 /);
    expect((await ask('when will the port open again?'))[0]).toMatch(/harbour/);
  }, 60_000);

  test('ranks keywords alike in one segment and in several', async () => {
    const question = 'harbour frost library oven shut';
    const inOne = async (): Promise<string[]> =>
      withStore(async (store) =>
        (await store.matching(question, 20, null)).map(({ articleId, passage }) => `${articleId} ${passage}`),
      );
    await library.put('oven.txt', 'Oven\n\nThe oven is shut. The oven of the harbour is old.\n');
    const several = await inOne();
    expect((await readManifest(library.index))?.segments).toHaveLength(2);
    const whole = await makeLibrary({
      ...ARTICLES,
      'oven.txt': 'Oven\n\nThe oven is shut. The oven of the harbour is old.\n',
    });
    await library.remove();
    library = whole;
    expect(several.slice(0, 3)).toEqual((await inOne()).slice(0, 3));
  });

  test('is built again for another model', async () => {
    const options = await optionsFor(library, embedder);
    await refreshIndex({ ...options, model: { name: 'other', hash: 'f'.repeat(64) } });
    expect(options.notices).toEqual([expect.stringMatching(/model changed/)]);
    expect(embedder.texts).toHaveLength(7);
  });

  test('keeps its vectors when only the finding of quotations changed', async () => {
    const path = join(library.index, 'manifest.json');
    const { createHash } = await import('node:crypto');
    const file = JSON.parse(await readFile(path, 'utf8'));
    file.manifest.analysis = 'of another program';
    file.sha256 = createHash('sha256').update(JSON.stringify(file.manifest)).digest('hex');
    await writeFile(path, JSON.stringify(file));
    await refresh();
    expect(embedder.texts).toEqual([]);
    expect((await ask('when will the port open again?'))[0]).toMatch(/harbour/);
  });

  test('still answers a reader that opened it before two rebuilds', async () => {
    const { store } = await openFileStore(await optionsFor(library, embedder));
    for (const round of [1, 2, 3]) {
      for (const file of Object.keys(ARTICLES))
        await library.put(file, `Title\n\nRound ${round} of ${file}.\n`);
      await refresh();
    }
    expect(await readdir(join(library.index, 'segments'))).toHaveLength(2);
    expect((await store.open('harbour'))?.article.text).toBe(ARTICLES['harbour.txt']);
    expect((await store.matching('harbour', 3, null))[0]?.articleId).toBe('harbour');
    expect((await tokensOf(store, [{ articleId: 'orchard', passage: 0 }]))[0]?.dimension).toBe(384);
    await store.close();
  });
});

test('a builder that fails half-way leaves the old index and nothing else', async () => {
  await refresh();
  const before = await readdir(join(library.index, 'segments'));
  await library.put('bakery.txt', `Bakery\n\n${'The oven was repaired. '.repeat(200)}`);
  await library.put('cinema.txt', 'Cinema\n\nThe film was long.');
  const options = await optionsFor(library, embedder);
  let calls = 0;
  const failing: Embedder = {
    ...real,
    embedCompactly: (texts) => {
      calls++;
      return calls > 1 ? Promise.reject(new Error('the model gave up')) : real.embedCompactly(texts);
    },
  };
  await expect(refreshIndex({ ...options, embedder: async () => failing })).rejects.toThrow(
    'the model gave up',
  );
  // Some of it had been embedded.
  expect(calls).toBeGreaterThan(1);
  expect(await readdir(join(library.index, 'segments'))).toEqual(before);
  expect((await readManifest(library.index))?.corpus).toHaveLength(3);
  await library.drop('bakery.txt');
  await library.drop('cinema.txt');
  embedder.texts.length = 0;
  expect((await ask('when will the port open again?'))[0]).toMatch(/harbour/);
  expect(embedder.texts).toEqual([]);
});

test('an index folder that cannot be one is named in one line', async () => {
  await writeFile(join(library.root, 'file'), 'x');
  const options = { ...(await optionsFor(library, embedder)), index: join(library.root, 'file') };
  await expect(refreshIndex(options)).rejects.toThrow(/^the index folder .*file cannot be written \(\w+\): /);
});
