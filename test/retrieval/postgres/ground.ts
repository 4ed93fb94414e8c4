import { afterAll, beforeAll } from 'vitest';
import { ensureModel } from '../../../scripts/build-model.ts';
import { type Embedder, loadEmbedder } from '../../../src/retrieval/embedder.ts';
import { identifyModel, type ModelIdentity } from '../../../src/retrieval/model-folder.ts';
import type { Database } from '../../../src/retrieval/postgres/database.ts';
import type { IndexingOptions } from '../../../src/retrieval/postgres/indexing.ts';
import { migrate } from '../../../src/retrieval/postgres/migrations.ts';
import { connect } from '../../../src/retrieval/postgres/pool.ts';
import type { Hit } from '../../../src/retrieval/store.ts';
import { type Cluster, hasPostgres, startPostgres } from '../../postgres.ts';
import { type Library, makeLibrary } from '../library.ts';
import { remembering } from '../remembering.ts';

/** Whether there is a real PostgreSQL to test with. */
export const REAL = hasPostgres();

/** A server, the model and a small corpus, there as long as the tests of one file run. */
export interface Ground {
  readonly cluster: Cluster;
  readonly model: ModelIdentity;
  readonly embedder: Embedder & { readonly asked: string[] };
  /** To read the corpus into a database. */
  options(changes?: Partial<IndexingOptions>): IndexingOptions;
  /** The address of a new, empty database. */
  newDatabase(): string;
  /** Does something with a new database that has the tables, and closes it. */
  withDatabase<T>(work: (database: Database, url: string) => Promise<T>): Promise<T>;
}

/** Makes the ground before the tests of the file that calls it, and takes it away after them. */
export function ground(): Ground {
  let made: {
    cluster: Cluster;
    articles: Library;
    model: ModelIdentity;
    embedder: Ground['embedder'];
  } | null = null;
  let names = 0;
  const there = (): NonNullable<typeof made> => {
    if (made === null) throw new Error('the tests have not begun');
    return made;
  };
  beforeAll(async () => {
    if (!REAL) return;
    await ensureModel({ quiet: true });
    const model = await identifyModel({ model: null, allowDownload: false });
    const embedder = remembering(await loadEmbedder({ model: null, allowDownload: false }));
    made = { cluster: await startPostgres(), articles: await makeLibrary(), model, embedder };
  }, 180_000);
  afterAll(async () => {
    made?.cluster.stop();
    await made?.articles.remove();
  });
  const newDatabase = (): string => there().cluster.database(`db${names++}`);
  return {
    get cluster() {
      return there().cluster;
    },
    get model() {
      return there().model;
    },
    get embedder() {
      return there().embedder;
    },
    options: (changes = {}) => ({
      corpus: there().articles.corpus,
      model: there().model,
      embedder: async () => there().embedder,
      all: false,
      ...changes,
    }),
    newDatabase,
    async withDatabase(work) {
      const url = newDatabase();
      const database = await connect(url);
      try {
        await migrate(database);
        return await work(database, url);
      } finally {
        await database.close();
      }
    },
  };
}

/** Names a passage. */
export const key = ({ articleId, passage }: Hit): string => `${articleId} ${passage}`;

export const FERRY = {
  name: 'ferry.txt',
  replace: false,
  text: 'Ferry stops\n\n“The ferry is sold,” captain Ida Brun said.\n\nNobody was told.\n',
};
export const CABLE = {
  name: 'cable.txt',
  replace: false,
  text: 'Cable cut\n\n“A trawler cut it,” Olaf Dahl said.\n\nThe ferry was far away.\n',
};
