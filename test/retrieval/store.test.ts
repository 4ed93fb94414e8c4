import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { slice } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read.ts';
import { analyse } from '../../src/retrieval/drafts.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import { LiveStore } from '../../src/retrieval/live-store.ts';
import { identifyModel, type ModelIdentity } from '../../src/retrieval/model-folder.ts';
import type { Database } from '../../src/retrieval/postgres/database.ts';
import { refreshDatabase } from '../../src/retrieval/postgres/indexing.ts';
import { migrate } from '../../src/retrieval/postgres/migrations.ts';
import { connect } from '../../src/retrieval/postgres/pool.ts';
import { PostgresLibraries, SHARED } from '../../src/retrieval/postgres/postgres-store.ts';
import type { RefreshReport } from '../../src/retrieval/refresh.ts';
import type { Store } from '../../src/retrieval/store.ts';
import { quantise } from '../../src/retrieval/token-vectors.ts';
import { readGoldQuotations } from '../golden/gold.ts';
import { type Cluster, hasPostgres, startPostgres } from '../postgres.ts';
import { type Library, makeLibrary, tokensOf } from './library.ts';
import { startPglite } from './pglite.ts';
import { remembering } from './remembering.ts';

const QUESTIONS = [
  'who wants the baths to close?',
  'how many people came to the hearing?',
  'what did the minister say about the dam?',
  'why is the ferry not running?',
  'snails in a garden at night',
];

/** A store over a corpus folder, however it is kept. */
interface Kept {
  refresh(embedder: Embedder): Promise<RefreshReport>;
  use<T>(work: (store: Store) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

let embedder: Embedder & { readonly asked: string[] };
let model: ModelIdentity;
let cluster: Cluster | null = null;
let library: Library;
const vectors = new Map<string, Float32Array>();

async function overFiles({ corpus, index }: Pick<Library, 'corpus' | 'index'>): Promise<Kept> {
  let use = embedder as Embedder;
  const live = await LiveStore.open({ corpus, index, model, embedder: async () => use });
  return {
    refresh(given) {
      use = given;
      return live.reload();
    },
    use: (work) => live.use(work),
    close: () => live.close(),
  };
}

function overDatabase(open: () => Promise<Database>) {
  return async ({ corpus }: Library): Promise<Kept> => {
    const database = await open();
    await migrate(database);
    const refresh = (given: Embedder) =>
      refreshDatabase(database, { corpus, model, embedder: async () => given, all: false });
    await refresh(embedder);
    const libraries = new PostgresLibraries(database, model.hash);
    return { refresh, use: (work) => libraries.use(SHARED, work), close: () => database.close() };
  };
}

let databases = 0;
const KINDS: Record<string, (library: Library) => Promise<Kept>> = {
  files: overFiles,
  pglite: overDatabase(startPglite),
  ...(hasPostgres() && {
    postgres: overDatabase(() => connect(cluster?.database(`store${databases++}`) ?? '')),
  }),
};

beforeAll(async () => {
  await ensureModel({ quiet: true });
  model = await identifyModel({ model: null, allowDownload: false });
  embedder = remembering(await loadEmbedder({ model: null, allowDownload: false }));
  if (KINDS.postgres) cluster = await startPostgres();
  const gold = readGoldQuotations().slice(0, 8);
  library = await makeLibrary(Object.fromEntries(gold.map(({ fileName, text }) => [fileName, text])));
  for (const question of QUESTIONS) {
    const [vector] = await embedder.embed([question]);
    vectors.set(question, vector as Float32Array);
  }
}, 180_000);
afterAll(async () => {
  cluster?.stop();
  await library.remove();
});

const vectorOf = (question: string): Float32Array => vectors.get(question) as Float32Array;
const key = ({ articleId, passage }: { articleId: string; passage: number }) => `${articleId} ${passage}`;

describe.each(Object.keys(KINDS))('a store of the kind %s', (name) => {
  const open = KINDS[name] as (library: Library) => Promise<Kept>;
  let kept: Kept;
  let reference: Kept;
  beforeAll(async () => {
    kept = await open(library);
    const index = join(library.root, `reference-${name}`);
    reference = await overFiles({ corpus: library.corpus, index });
  }, 180_000);
  afterAll(async () => {
    await kept?.close();
    await reference?.close();
  });

  test('knows its articles, and gives them back as they were found', async () => {
    await kept.use(async (store) => {
      const summaries = await store.summaries();
      const known = await reference.use((other) => other.summaries());
      expect([...summaries].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        [...known].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
      for (const { id } of summaries) {
        const stored = await store.open(id);
        expect(stored).toEqual(await reference.use((other) => other.open(id)));
      }
      expect(await store.open('none')).toBeNull();
      expect(await store.open('')).toBeNull();
    });
  });

  test('finds the same nearest passages as the default store, with their cosines', async () => {
    for (const question of QUESTIONS) {
      const hits = await kept.use((store) => store.nearest(vectorOf(question), 10, null));
      const others = await reference.use((store) => store.nearest(vectorOf(question), 10, null));
      expect(hits.map(key)).toEqual(others.map(key));
      hits.forEach(({ score }, at) => {
        expect(score).toBeCloseTo(others[at]?.score ?? 0, 4);
      });
    }
  });

  test('finds the same passages by their words, with the same scores, also in one article', async () => {
    for (const question of QUESTIONS) {
      const hits = await kept.use((store) => store.matching(question, 10, null));
      const others = await reference.use((store) => store.matching(question, 10, null));
      expect(hits.map(key)).toEqual(others.map(key));
      hits.forEach(({ score }, at) => {
        expect(score).toBeCloseTo(others[at]?.score ?? 0, 4);
      });
      const [first] = others;
      if (!first) continue;
      const own = await kept.use((store) => store.matching(question, 10, first.articleId));
      expect(own[0]).toMatchObject({ articleId: first.articleId, passage: first.passage });
      expect(own[0]?.score).toBeCloseTo(first.score, 4);
      expect(new Set(own.map(({ articleId }) => articleId)).size).toBe(1);
    }
  });

  test('of one article all passages are compared', async () => {
    await kept.use(async (store) => {
      for (const { id } of await store.summaries()) {
        const stored = await store.open(id);
        const hits = await store.nearest(vectorOf(QUESTIONS[0] as string), 1_000, id);
        expect(hits).toHaveLength(stored?.passages.length ?? -1);
        expect(hits.every(({ articleId }) => articleId === id)).toBe(true);
        expect(hits.map(({ score }) => score)).toEqual(
          hits.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      }
      expect(await store.nearest(vectorOf(QUESTIONS[0] as string), 5, 'none')).toEqual([]);
      expect(await store.nearest(vectorOf(QUESTIONS[0] as string), 0, null)).toEqual([]);
      expect(await store.matching('the ferry', 5, 'none')).toEqual([]);
    });
  });

  test.each([
    ['another dimension', new Float32Array(128)],
    ['no number', new Float32Array(384).fill(Number.NaN)],
  ])('refuses a question with %s', async (_what, vector) => {
    await expect(kept.use((store) => store.nearest(vector, 5, null))).rejects.toThrow(/384 finite numbers/);
  });

  test.each(['', '   ', '?!', 'the of and', '\0', "x'); drop table", '{a,b}', '\\', '“”', '\ud800'])(
    'finds nothing wrong with the words %j',
    async (text) => {
      await kept.use((store) => store.matching(text, 10, null));
    },
  );

  test('gives the token vectors of passages in the order that was asked for', async () => {
    await kept.use(async (store) => {
      const hits = (await store.nearest(vectorOf(QUESTIONS[1] as string), 6, null)).toReversed();
      const texts = await Promise.all(
        hits.map(async ({ articleId, passage }) => {
          const stored = await store.open(articleId);
          return stored
            ? slice(stored.article, stored.passages[passage] as { start: number; end: number })
            : '';
        }),
      );
      const embedded = await embedder.embedTokens(texts);
      const matrices = await tokensOf(store, [...hits, hits[0] as (typeof hits)[number]]);
      expect(matrices).toHaveLength(7);
      embedded.forEach(({ tokens }, at) => {
        const expected = quantise(tokens.values, embedder.dimension);
        expect(matrices[at]?.scales).toEqual(expected.scales);
        expect(Buffer.from(matrices[at]?.data ?? []).equals(Buffer.from(expected.data))).toBe(true);
      });
      expect(matrices[6]).toEqual(matrices[0]);
      expect(await tokensOf(store, [])).toEqual([]);
      await expect(tokensOf(store, [{ articleId: 'none', passage: 0 }])).rejects.toThrow(/no article none/);
    });
  });
});

describe.each(Object.keys(KINDS))('a corpus that changes under a store of the kind %s', (name) => {
  const open = KINDS[name] as (library: Library) => Promise<Kept>;
  let own: Library;
  let kept: Kept;
  beforeAll(async () => {
    own = await makeLibrary();
    kept = await open(own);
  }, 180_000);
  afterAll(async () => {
    await kept?.close();
    await own?.remove();
  });

  const ids = () => kept.use(async (store) => (await store.summaries()).map(({ id }) => id).toSorted());
  const NEW = 'Bridge opens\n\n“The bridge is safe,” engineer Lena Ott said.\n\nIt carries trams.\n';

  test('costs what changed costs', async () => {
    expect(await ids()).toEqual(['harbour', 'orchard', 'reading-room']);
    embedder.asked.length = 0;
    expect(await kept.refresh(embedder)).toMatchObject({ articles: 3, added: 0, dropped: 0 });
    expect(embedder.asked).toEqual([]);
    await own.put('bridge.txt', NEW);
    await own.put(
      'orchard.txt',
      'Late frost hits orchards\n\nFrost killed half of the apple blossom near Tolm.\n',
    );
    await own.drop('library.md');
    const report = await kept.refresh(embedder);
    expect(report).toMatchObject({ articles: 3, added: 2, problems: [] });
    expect(embedder.asked).toEqual([
      '“The bridge is safe,” engineer Lena Ott said.',
      'It carries trams.',
      'Frost killed half of the apple blossom near Tolm.',
    ]);
    expect(await ids()).toEqual(['bridge', 'harbour', 'orchard']);
    await kept.use(async (store) => {
      expect((await store.matching('tugs apple trams', 9, null)).map(key).toSorted()).toEqual([
        'bridge 1',
        'harbour 2',
        'orchard 0',
      ]);
      expect(await store.nearest(vectorOf(QUESTIONS[0] as string), 100, null)).toHaveLength(6);
      const stored = await store.open('orchard');
      expect(stored).toEqual(analyse(await readArticle(join(own.corpus, 'orchard.txt'))));
    });
  });

  test('who reads sees one state of it to the end', async () => {
    await own.put('bridge.txt', NEW);
    await kept.refresh(embedder);
    let changed: Promise<unknown> = Promise.resolve();
    const seen = await kept.use(async (store) => {
      const before = (await store.matching('trams', 5, null)).map(key);
      await own.put('bridge.txt', NEW.replace('trams', 'barges'));
      await own.put('another.txt', 'Trams everywhere\n\nTrams are in every town now.\n');
      changed = kept.refresh(embedder);
      // With one connection what writes waits until the reading is over.
      if (name !== 'pglite') await changed;
      const stored = await store.open('bridge');
      const words = stored?.passages.map((passage) => slice(stored.article, passage));
      return { before, after: (await store.matching('trams', 5, null)).map(key), words };
    });
    await changed;
    expect(seen.before).toEqual(['bridge 1']);
    expect(seen.after).toEqual(seen.before);
    expect(seen.words).toContain('It carries trams.');
    expect(await kept.use(async (store) => (await store.matching('trams', 5, null)).map(key))).toEqual([
      'another 0',
    ]);
  });

  test('a build that fails leaves what was there', async () => {
    const before = await ids();
    await own.put('broken.txt', 'Broken\n\nThis one cannot be embedded.\n');
    const failing: Embedder = {
      ...embedder,
      embedCompactly: () => Promise.reject(new Error('the model is gone')),
    };
    await expect(kept.refresh(failing)).rejects.toThrow('the model is gone');
    expect(await ids()).toEqual(before);
    expect(await kept.use((store) => store.matching('embedded', 5, null))).toEqual([]);
    await own.drop('broken.txt');
  });

  test('a file that cannot be used is named and hides no other', async () => {
    await own.put('empty.txt', '');
    const { problems, articles } = await kept.refresh(embedder);
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('empty.txt')]);
    expect(articles).toBe((await ids()).length);
    await own.drop('empty.txt');
  });
});
