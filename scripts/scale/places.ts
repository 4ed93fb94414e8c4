import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '../../src/retrieval/file-store.ts';
import { removeArticles, touchLibrary, writeArticle } from '../../src/retrieval/postgres/article-rows.ts';
import type { Database } from '../../src/retrieval/postgres/database.ts';
import { migrate } from '../../src/retrieval/postgres/migrations.ts';
import { connect } from '../../src/retrieval/postgres/pool.ts';
import { PostgresLibraries, SHARED } from '../../src/retrieval/postgres/postgres-store.ts';
import { type Draft, writeSegment } from '../../src/retrieval/segment-writer.ts';
import type { Store } from '../../src/retrieval/store.ts';
import { startPostgres } from '../../test/postgres.ts';

/** A store that is filled to be measured. */
export interface Place {
  build(drafts: AsyncIterable<Draft>, dimension: number, onArticle: () => void): Promise<void>;
  /** Adds one article to what is there, ready to be searched. */
  add(draft: Draft): Promise<void>;
  use<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** The same, but the nearest passages are found in a certain way, whatever the size. */
  readonly ways?: Readonly<Record<string, <T>(work: (store: Store) => Promise<T>) => Promise<T>>>;
  /** On the disk, by part. */
  bytes(): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

/** The default store in a folder of its own. */
export async function filesPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'scale-'));
  let store = FileStore.empty();
  const segments: Awaited<ReturnType<typeof writeSegment>>[] = [];
  const write = async (drafts: AsyncIterable<Draft>, dimension: number): Promise<void> => {
    segments.push(await writeSegment(join(folder, 'segments'), `s${segments.length}`, dimension, drafts));
    const before = store;
    store = await FileStore.load(folder, { segments, dimension });
    await before.close();
  };
  let size = 0;
  return {
    build(drafts, dimension, onArticle) {
      size = dimension;
      return write(counted(drafts, onArticle), dimension);
    },
    add: (draft) =>
      write(
        counted(only(draft), () => {}),
        size,
      ),
    use: (work) => work(store),
    async bytes() {
      const sizes: Record<string, number> = {};
      for (const { name } of segments) {
        for (const file of await readdir(join(folder, 'segments', name))) {
          sizes[file] = (sizes[file] ?? 0) + (await stat(join(folder, 'segments', name, file))).size;
        }
      }
      return sizes;
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function* only(draft: Draft): AsyncGenerator<Draft> {
  yield draft;
}

async function* counted(drafts: AsyncIterable<Draft>, onArticle: () => void): AsyncGenerator<Draft> {
  for await (const draft of drafts) {
    yield draft;
    onArticle();
  }
}

/** Values of hnsw.ef_search to measure. */
const GRAPH_LOOKS_AT = [40, 100, 200, 400];

/** A database whose searches keep so many passages in view while they walk through the graph. */
function lookingAt(database: Database, most: number): Database {
  return {
    query: (sql, values) => database.query(sql, values),
    transaction: (work) => database.transaction(work),
    exclusively: (lock, work, onWait) => database.exclusively(lock, work, onWait),
    close: () => database.close(),
    snapshot: (work) =>
      database.snapshot(async (queries) => {
        await queries.query(`set local hnsw.ef_search = ${most}`);
        return work(queries);
      }),
  };
}

/** A PostgreSQL server of its own, with the settings that it comes with but for 1 GB of shared buffers. */
export async function postgresPlace(): Promise<Place> {
  const cluster = await startPostgres(['-c fsync=on', '-c shared_buffers=1GB', '-c max_wal_size=4GB']);
  const database = await connect(cluster.database('scale'));
  await migrate(database);
  const libraries = new PostgresLibraries(database, '');
  const exact = new PostgresLibraries(database, '', Number.POSITIVE_INFINITY);
  const byGraph = GRAPH_LOOKS_AT.map((most) => {
    const graph = new PostgresLibraries(lookingAt(database, most), '', 0);
    return [
      `graph ${most}`,
      <T>(work: (store: Store) => Promise<T>): Promise<T> => graph.use(SHARED, work),
    ] as const;
  });
  const write = (draft: Draft): Promise<void> =>
    database.transaction(async (queries) => {
      await touchLibrary(queries, SHARED);
      await removeArticles(queries, SHARED, [draft.stored.article.id]);
      const name = `${draft.stored.article.id}.txt`;
      await writeArticle(queries, { workspace: SHARED, name, added: true, analysis: '', draft });
    });
  return {
    async build(drafts, _dimension, onArticle) {
      for await (const draft of drafts) {
        await write(draft);
        onArticle();
      }
      await database.query('analyze');
    },
    add: write,
    use: (work) => libraries.use(SHARED, work),
    ways: { exact: (work) => exact.use(SHARED, work), ...Object.fromEntries(byGraph) },
    async bytes() {
      const rows = await database.query<{ name: string; bytes: string }>(
        `select relname as name, pg_total_relation_size(c.oid) - pg_indexes_size(c.oid) as bytes
         from pg_class c join pg_namespace n on n.oid = relnamespace
         where nspname = 'whosaid' and relkind = 'r' and relname in ('articles', 'passages', 'postings')
         union all select indexrelid::regclass::text, pg_relation_size(indexrelid) from pg_index
         where indrelid in ('whosaid.articles'::regclass, 'whosaid.passages'::regclass, 'whosaid.postings'::regclass)`,
      );
      return Object.fromEntries(rows.map(({ name, bytes }) => [name.replace('whosaid.', ''), Number(bytes)]));
    },
    async close() {
      await database.close();
      cluster.stop();
    },
  };
}
