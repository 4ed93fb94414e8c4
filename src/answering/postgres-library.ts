import type { FetchOptions } from '../article/fetch-page.ts';
import { type NewArticle, PageProblem } from '../article/page.ts';
import { type Embedder, loadEmbedder } from '../retrieval/embedder.ts';
import { identifyModel } from '../retrieval/model-folder.ts';
import type { Database } from '../retrieval/postgres/database.ts';
import { addToDatabase, refreshDatabase, removeFromDatabase } from '../retrieval/postgres/indexing.ts';
import { migrate } from '../retrieval/postgres/migrations.ts';
import { connect } from '../retrieval/postgres/pool.ts';
import { PostgresLibraries, SHARED } from '../retrieval/postgres/postgres-store.ts';
import type { RefreshReport } from '../retrieval/refresh.ts';
import { type ArticleAdder, createAdder, type Found } from './adding.ts';
import type { AnswerEngine } from './answer.ts';
import { engineOver, type LibraryOptions } from './live-library.ts';

/** The libraries of all workspaces in one database. */
export interface PostgresLibrary {
  readonly database: Database;
  readonly embedder: Embedder;
  /** What reading the corpus folder into the shared library found. */
  readonly report: RefreshReport;
  /** Answers from the shared library and the workspace's own; from the shared one alone where none is named. */
  engineOf(workspace?: string): AnswerEngine;
  /** Adds to the workspace's own library. */
  adderOf(workspace: string, fetching?: FetchOptions): ArticleAdder;
  /** Puts an article into the shared library. Throws PageProblem where its id is taken and it may not replace. */
  put(article: NewArticle, replace: boolean): Promise<Found>;
  /** Removes what a workspace has added. */
  remove(workspace: string): Promise<void>;
  /** When the shared library changed last, in milliseconds since 1970, and the number of that change. */
  changed(): Promise<{ readonly at: number; readonly version: string }>;
  close(): Promise<void>;
}

export interface PostgresOptions extends Omit<LibraryOptions, 'index'> {
  /** postgres://… */
  readonly url: string;
  /** Whether articles of all workspaces are read again where the program or the model changed. */
  readonly all?: boolean;
}

/**
 * Connects, brings the database to this version of the program, and the corpus folder into the shared library.
 * Throws StoreProblem with one line.
 */
export async function openPostgresLibrary(options: PostgresOptions): Promise<PostgresLibrary> {
  const { url, corpus, onProgress, onNotice = () => {}, all = false } = options;
  const database = await connect(url, (error) =>
    onNotice(`a connection to PostgreSQL was lost: ${error.message}`),
  );
  try {
    await migrate(database);
    const [model, embedder] = await Promise.all([identifyModel(options.model), loadEmbedder(options.model)]);
    const report = await refreshDatabase(database, {
      ...{ corpus, model, all, onNotice, embedder: async () => embedder },
      ...(onProgress && { onProgress }),
    });
    return opened(database, embedder, new PostgresLibraries(database, model.hash), report);
  } catch (error) {
    await database.close();
    throw error;
  }
}

function opened(
  database: Database,
  embedder: Embedder,
  libraries: PostgresLibraries,
  report: RefreshReport,
): PostgresLibrary {
  const engineOf = (workspace = SHARED): AnswerEngine =>
    engineOver((work) => libraries.use(workspace, work), embedder);
  const store = async (workspace: string, article: NewArticle, replace: boolean, taken: string) => {
    const { fileName: name, file: text, id } = article;
    if (!(await addToDatabase(database, workspace, { name, text, replace }, embedder)))
      throw new PageProblem(taken);
    const stored = await engineOf(workspace).open(id);
    if (!stored) throw new PageProblem('The article cannot be read.');
    return stored;
  };
  return {
    database,
    embedder,
    report,
    engineOf,
    adderOf: (workspace, fetching) =>
      createAdder((article) => store(workspace, article, false, 'That article is there already.'), fetching),
    put(article, replace) {
      const taken = `an article with the id "${article.id}" is there already; add --replace to put this one in its place`;
      return store(SHARED, article, replace, taken);
    },
    remove: (workspace) => removeFromDatabase(database, workspace),
    async changed() {
      const [row] = await database.query<{ at: number; version: string }>(
        `select extract(epoch from changed)::float8 * 1000 as at, version::text as version
         from whosaid.libraries where workspace = $1`,
        [SHARED],
      );
      return row ?? { at: 0, version: '0' };
    },
    close: () => database.close(),
  };
}
