import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import { identifyModel, type ModelIdentity } from '../../src/retrieval/model-folder.ts';
import type { Database } from '../../src/retrieval/postgres/database.ts';
import {
  addToDatabase,
  type IndexingOptions,
  refreshDatabase,
  removeFromDatabase,
} from '../../src/retrieval/postgres/indexing.ts';
import { migrate } from '../../src/retrieval/postgres/migrations.ts';
import { connect } from '../../src/retrieval/postgres/pool.ts';
import { PostgresLibraries, SHARED } from '../../src/retrieval/postgres/postgres-store.ts';
import type { Hit, Store } from '../../src/retrieval/store.ts';
import { readGoldQuotations } from '../golden/gold.ts';
import { type Cluster, hasPostgres, startPostgres } from '../postgres.ts';
import { type Library, makeLibrary } from './library.ts';
import { overPglite } from './pglite.ts';
import { remembering } from './remembering.ts';

const REAL = hasPostgres();
let embedder: Embedder & { readonly asked: string[] };
let model: ModelIdentity;
let cluster: Cluster;
let library: Library;
let names = 0;

beforeAll(async () => {
  if (!REAL) return;
  await ensureModel({ quiet: true });
  model = await identifyModel({ model: null, allowDownload: false });
  embedder = remembering(await loadEmbedder({ model: null, allowDownload: false }));
  cluster = await startPostgres();
  library = await makeLibrary();
}, 180_000);
afterAll(async () => {
  cluster?.stop();
  await library?.remove();
});

const options = (changes: Partial<IndexingOptions> = {}): IndexingOptions => ({
  corpus: library.corpus,
  model,
  embedder: async () => embedder,
  all: false,
  ...changes,
});
const newDatabase = (): string => cluster.database(`db${names++}`);
const key = ({ articleId, passage }: Hit) => `${articleId} ${passage}`;

async function withDatabase<T>(work: (database: Database, url: string) => Promise<T>): Promise<T> {
  const url = newDatabase();
  const database = await connect(url);
  try {
    await migrate(database);
    return await work(database, url);
  } finally {
    await database.close();
  }
}

const FERRY = {
  name: 'ferry.txt',
  replace: false,
  text: 'Ferry stops\n\n“The ferry is sold,” captain Ida Brun said.\n\nNobody was told.\n',
};
const CABLE = {
  name: 'cable.txt',
  replace: false,
  text: 'Cable cut\n\n“A trawler cut it,” Olaf Dahl said.\n\nThe ferry was far away.\n',
};

describe.runIf(REAL)('workspaces', () => {
  test('see the shared library and their own, whatever is asked for', async () => {
    await withDatabase(async (database) => {
      await refreshDatabase(database, options());
      expect(await addToDatabase(database, 'T1', FERRY, embedder)).toBe(true);
      expect(await addToDatabase(database, 'T2', CABLE, embedder)).toBe(true);
      const libraries = new PostgresLibraries(database, model.hash);
      const [vector] = await embedder.embed(['the ferry']);
      const seen = async (store: Store) => ({
        summaries: (await store.summaries()).map(({ id }) => id),
        nearest: [
          ...new Set(
            (await store.nearest(vector as Float32Array, 1_000, null)).map(({ articleId }) => articleId),
          ),
        ],
        matching: (await store.matching('ferry trawler harbour', 1_000, null)).map(
          ({ articleId }) => articleId,
        ),
      });
      const own: Record<string, string> = { T1: 'ferry', T2: 'cable', T3: '', [SHARED]: '' };
      for (const [workspace, mine] of Object.entries(own)) {
        const found = await libraries.use(workspace, seen);
        const expected = ['harbour', 'orchard', 'reading-room', ...(mine ? [mine] : [])].toSorted();
        expect(found.summaries.toSorted(), workspace).toEqual(expected);
        expect(found.nearest.toSorted(), workspace).toEqual(expected);
        expect(
          found.matching.filter((id) => id === 'ferry' || id === 'cable').every((id) => id === mine),
        ).toBe(true);
      }
      const others = { T1: 'cable', T2: 'ferry', T3: 'ferry', [SHARED]: 'ferry' };
      for (const [workspace, other] of Object.entries(others)) {
        await libraries.use(workspace, async (store) => {
          expect(await store.open(other)).toBeNull();
          expect(await store.nearest(vector as Float32Array, 10, other)).toEqual([]);
          expect(await store.matching('ferry', 10, other)).toEqual([]);
          await expect(store.tokens([{ articleId: other, passage: 0 }])).rejects.toThrow(/no article/);
        });
      }
    });
  });

  test('are found the same, and weighed the same, whatever others add', async () => {
    await withDatabase(async (database) => {
      await refreshDatabase(database, options());
      await addToDatabase(database, 'T1', FERRY, embedder);
      const libraries = new PostgresLibraries(database, model.hash);
      const [vector = new Float32Array()] = await embedder.embed(['the ferry']);
      // As few as there are better ones elsewhere: one that is let in takes the place of one's own.
      const seen = () =>
        libraries.use('T1', async (store) => ({
          nearest: await store.nearest(vector, 3, null),
          matching: await store.matching('the ferry and the harbour', 3, null),
        }));
      const before = await seen();
      const text =
        'The ferry\n\nThe ferry, the ferry.\n\nFerry and harbour.\n\nThe ferry.\n\nA ferry of the harbour.\n';
      await addToDatabase(database, 'T2', { name: 'loud.txt', text, replace: false }, embedder);
      expect(await seen()).toEqual(before);
      const loud = await libraries.use('T2', (store) => store.nearest(vector, 3, null));
      expect(loud.map(({ articleId }) => articleId)).toContain('loud');
    });
  });

  test('weigh words over both libraries as over one', async () => {
    await withDatabase(async (database) => {
      await refreshDatabase(database, options());
      await addToDatabase(database, 'T1', FERRY, embedder);
      await addToDatabase(database, SHARED, CABLE, embedder);
      const libraries = new PostgresLibraries(database, model.hash);
      const apart = await libraries.use('T1', (store) => store.matching('the ferry harbour', 20, null));
      const whole = await withDatabase(async (other) => {
        await refreshDatabase(other, options());
        for (const one of [FERRY, CABLE]) await addToDatabase(other, SHARED, one, embedder);
        return new PostgresLibraries(other, model.hash).use(SHARED, (store) =>
          store.matching('the ferry harbour', 20, null),
        );
      });
      const byKey = (hits: Hit[]) => hits.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
      expect(byKey(apart)).toEqual(byKey(whole));
    });
  });

  test('may have an article of one id each; a shared one hides it', async () => {
    await withDatabase(async (database) => {
      await refreshDatabase(database, options());
      expect(await addToDatabase(database, 'T1', FERRY, embedder)).toBe(true);
      expect(await addToDatabase(database, 'T1', FERRY, embedder)).toBe(false);
      expect(await addToDatabase(database, 'T2', { ...FERRY, text: CABLE.text }, embedder)).toBe(true);
      expect(await addToDatabase(database, 'T1', { ...CABLE, name: 'harbour.txt' }, embedder)).toBe(false);
      const libraries = new PostgresLibraries(database, model.hash);
      const title = (workspace: string) =>
        libraries.use(workspace, async (store) => (await store.open('ferry'))?.article.title ?? null);
      expect([await title('T1'), await title('T2'), await title('T3')]).toEqual([
        'Ferry stops',
        'Cable cut',
        null,
      ]);
      await addToDatabase(
        database,
        SHARED,
        { ...FERRY, text: FERRY.text.replace('Ferry stops', 'Shared') },
        embedder,
      );
      expect([await title('T1'), await title('T2'), await title('T3')]).toEqual([
        'Shared',
        'Shared',
        'Shared',
      ]);
      await libraries.use('T2', async (store) => {
        expect(await store.matching('trawler', 10, null)).toEqual([]);
        const [vector] = await embedder.embed(['a trawler']);
        const passages = await store.nearest(vector as Float32Array, 100, null);
        expect(passages.filter(({ articleId }) => articleId === 'ferry')).toHaveLength(2);
      });
    });
  });

  test('that go take what is theirs and nothing else', async () => {
    await withDatabase(async (database) => {
      await refreshDatabase(database, options());
      for (const workspace of ['T1', 'T2']) await addToDatabase(database, workspace, FERRY, embedder);
      const libraries = new PostgresLibraries(database, model.hash);
      const ids = (workspace: string) =>
        libraries.use(workspace, async (store) => (await store.summaries()).map(({ id }) => id).length);
      expect([await ids('T1'), await ids('T2')]).toEqual([4, 4]);
      await removeFromDatabase(database, 'T1');
      expect([await ids('T1'), await ids('T2'), await ids(SHARED)]).toEqual([3, 4, 3]);
      const rows = await database.query(
        `select workspace from whosaid.articles where workspace = 'T1'
         union all select workspace from whosaid.passages where workspace = 'T1'
         union all select workspace from whosaid.postings where workspace = 'T1'`,
      );
      expect(rows).toEqual([]);
      expect(() => removeFromDatabase(database, SHARED)).toThrow();
      await addToDatabase(database, 'T1', FERRY, embedder);
      expect(await ids('T1')).toBe(4);
    });
  });
});

describe.runIf(REAL)('several processes', () => {
  test('migrate and read the corpus once between them', async () => {
    const url = newDatabase();
    const databases = await Promise.all(Array.from({ length: 4 }, () => connect(url)));
    embedder.asked.length = 0;
    await Promise.all(databases.map(migrate));
    const reports = await Promise.all(databases.map((database) => refreshDatabase(database, options())));
    expect(reports.map(({ articles }) => articles)).toEqual([3, 3, 3, 3]);
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(3);
    expect(new Set(embedder.asked).size).toBe(embedder.asked.length);
    await Promise.all(databases.map((database) => database.close()));
  });

  test('add one article once, and see what another added with the next question', async () => {
    await withDatabase(async (database, url) => {
      await refreshDatabase(database, options());
      const other = await connect(url);
      const libraries = new PostgresLibraries(other, model.hash);
      const ids = () => libraries.use('T1', async (store) => (await store.summaries()).map(({ id }) => id));
      expect(await ids()).toHaveLength(3);
      const won = await Promise.all(
        Array.from({ length: 6 }, (_, n) => addToDatabase(n % 2 ? database : other, 'T1', FERRY, embedder)),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await ids()).toHaveLength(4);
      await addToDatabase(database, 'T1', { ...FERRY, text: CABLE.text, replace: true }, embedder);
      const title = await libraries.use('T1', async (store) => (await store.open('ferry'))?.article.title);
      expect(title).toBe('Cable cut');
      expect(await ids()).toHaveLength(4);
      await other.close();
    });
  });

  test('go on after the server was ended under them', async () => {
    await withDatabase(async (database) => {
      await refreshDatabase(database, options());
      const libraries = new PostgresLibraries(database, model.hash);
      let stopped = false;
      let answered = 0;
      const ask = async (): Promise<void> => {
        while (!stopped) {
          const hits = await libraries.use(SHARED, (store) => store.matching('tugs', 5, null));
          expect(hits.map(key)).toEqual(['harbour 2']);
          answered += 1;
        }
      };
      const asking = Promise.all(Array.from({ length: 8 }, ask));
      await new Promise((resolve) => setTimeout(resolve, 300));
      cluster.restart();
      const before = answered;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      stopped = true;
      await asking;
      expect(answered).toBeGreaterThan(before);
    });
  }, 60_000);
});

describe.runIf(REAL)('the graph', () => {
  test('finds what comparing with every passage finds, in a workspace among others', async () => {
    await withDatabase(async (database, url) => {
      const gold = readGoldQuotations().slice(0, 9);
      for (const [at, { fileName, text }] of gold.entries()) {
        await addToDatabase(database, `T${at % 3}`, { name: fileName, text, replace: false }, embedder);
      }
      // So few rows are sorted sooner than the graph is walked: what is not the graph is made dear.
      const name = new URL(url).pathname.slice(1);
      for (const way of ['seqscan', 'bitmapscan', 'sort']) {
        await database.query(`alter database ${name} set enable_${way} = off`);
      }
      const other = await connect(url);
      const exact = new PostgresLibraries(database, model.hash);
      const walking = new PostgresLibraries(other, model.hash, 0);
      const plan = await other.query<Record<string, string>>(
        `explain select passage from whosaid.passages where workspace = any('{"",T1}')
         order by embedding <#> (select embedding from whosaid.passages limit 1) limit 10`,
      );
      expect(JSON.stringify(plan)).toContain('passages_embedding');
      let found = 0;
      let wanted = 0;
      for (const { vector } of await embedder.embedTokens([
        'the hearing',
        'who paid?',
        'a fire',
        'the minister',
        'snow',
      ])) {
        for (const workspace of ['T0', 'T1', 'T2']) {
          const all = await exact.use(workspace, (store) => store.nearest(vector, 10, null));
          const some = await walking.use(workspace, (store) => store.nearest(vector, 10, null));
          expect(some.map(({ score }) => score)).toEqual(
            some.map(({ score }) => score).toSorted((a, b) => b - a),
          );
          const keys = new Set(some.map(key));
          found += all.filter((hit) => keys.has(key(hit))).length;
          wanted += all.length;
        }
      }
      await other.close();
      expect(wanted).toBe(150);
      expect(found / wanted).toBeGreaterThan(0.95);
    });
  }, 120_000);
});

describe.runIf(REAL)('another model', () => {
  const other = () => ({ model: { name: 'other', hash: 'f'.repeat(64) } });

  test('is refused in one line, until everything is embedded with it; then the first is', async () => {
    await withDatabase(async (database) => {
      await refreshDatabase(database, options());
      await addToDatabase(database, 'T1', FERRY, embedder);
      await expect(refreshDatabase(database, options(other()))).rejects.toThrow(
        /embedded with .*npm run index/,
      );
      const before = new PostgresLibraries(database, model.hash);
      expect(await before.use('T1', (store) => store.summaries())).toHaveLength(4);
      embedder.asked.length = 0;
      await refreshDatabase(database, options({ ...other(), all: true }));
      expect(embedder.asked).toHaveLength(9);
      const after = new PostgresLibraries(database, other().model.hash);
      expect(await after.use('T1', (store) => store.summaries())).toHaveLength(4);
      await expect(before.use('T1', (store) => store.summaries())).rejects.toThrow(
        /embedded with another model/,
      );
    });
  });

  test('of another size has no place there', async () => {
    await withDatabase(async (database) => {
      await refreshDatabase(database, options());
      const small = { ...embedder, dimension: 128 };
      const changed = options({ ...other(), all: true, embedder: async () => small });
      await expect(refreshDatabase(database, changed)).rejects.toThrow(/vectors of 128 numbers: .* 384/);
    });
  });
});

describe.runIf(REAL)('what is wrong is said in one line', () => {
  const failure = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'nothing failed',
      (error: Error) => error.message,
    );

  test('a server that is not there', async () => {
    const message = await failure(connect('postgres://ann:secret@127.0.0.1:1/news'));
    expect(message).toMatch(
      /^STORE_URL: PostgreSQL at 127\.0\.0\.1:1\/news cannot be reached \(ECONNREFUSED\): [^\n]+$/,
    );
    expect(message).not.toContain('secret');
    expect(await failure(connect('postgres://no-such-host.invalid/x'))).toMatch(
      /^STORE_URL: [^\n]*no-such-host/,
    );
  });

  test('a database that is not there', async () => {
    const url = `postgres://whosaid@127.0.0.1:${cluster.port}/nothing`;
    expect(await failure(connect(url))).toMatch(
      /^STORE_URL: there is no such database at .*\/nothing: [^\n]+$/,
    );
  });

  test('a database of a newer version of the program', async () => {
    await withDatabase(async (database) => {
      await database.query('insert into whosaid.migrations (step) values (999)');
      expect(await failure(migrate(database))).toMatch(
        /^STORE_URL: the database is of a newer Whosaid [^\n]+$/,
      );
    });
  });

  test('pgvector that is missing', async () => {
    const lite = overPglite(await PGlite.create());
    expect(await failure(migrate(lite))).toMatch(/^STORE_URL: this PostgreSQL has no pgvector: [^\n]+$/);
    await lite.close();
  }, 60_000);

  test.each([
    [{ number: 140_010, name: '14.10' }, /PostgreSQL 14\.10: version 15 or newer/],
    [{ installed: '0.7.4', available: '0.8.0' }, /pgvector 0\.7\.4: .* ALTER EXTENSION vector UPDATE/],
    [{ installed: null, available: '0.5.0' }, /pgvector 0\.5\.0: .* install a newer one/],
  ])('a server that is too old: %j', async (answer, message) => {
    await withDatabase(async (database) => {
      // The real server, but for what it says of its age.
      const old: Database = {
        ...database,
        transaction: (work) =>
          database.transaction((queries) =>
            work({
              async query<Row>(sql: string, values?: readonly unknown[]) {
                const asked = Object.keys(answer)[0] ?? '';
                if (new RegExp(`as ${asked}\\b`).test(sql)) return [answer] as Row[];
                return queries.query<Row>(sql, values);
              },
            }),
          ),
      };
      expect(await failure(migrate(old))).toMatch(message);
    });
  });
});
