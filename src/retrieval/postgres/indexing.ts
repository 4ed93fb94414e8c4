import { existsSync } from 'node:fs';
import { type CorpusFile, readScanned, scanCorpus } from '../../article/corpus.ts';
import { parseArticle } from '../../article/parse.ts';
import type { ArticleProblem } from '../../article/problem.ts';
import { makeDrafts, type Order } from '../drafts.ts';
import type { Embedder } from '../embedder.ts';
import { analysisVersion } from '../index-format.ts';
import type { ModelIdentity } from '../model-folder.ts';
import type { RefreshReport } from '../refresh.ts';
import type { Draft } from '../segment-writer.ts';
import { readDraft, removeArticles, removeWorkspace, touchLibrary, writeArticle } from './article-rows.ts';
import { type Database, INDEXING_LOCK, type Queries, StoreProblem } from './database.ts';
import { DIMENSION } from './migrations.ts';
import { SHARED } from './postgres-store.ts';

export interface IndexingOptions {
  /** Folder of articles; what it does not hold is taken away, unless it holds nothing at all. */
  readonly corpus: string;
  readonly model: ModelIdentity;
  /** Called only when something has to be embedded. */
  readonly embedder: () => Promise<Embedder>;
  /** Whether articles of all workspaces are read again where the finding code or the model changed. */
  readonly all: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onNotice?: (line: string) => void;
}

/** An article of the database, without what was found in it. */
interface Known {
  readonly workspace: string;
  readonly id: string;
  readonly no: number;
  readonly name: string;
  readonly added: boolean;
  readonly hash: string;
  readonly analysis: string;
}

/** An article that has to be written, and from what. */
interface Work {
  readonly workspace: string;
  readonly id: string;
  readonly name: string;
  readonly added: boolean;
  readonly order: Order;
}

/**
 * Brings the shared library to the corpus folder. One process does it, an article at a time, each in a transaction
 * of its own; the others wait where there is nothing yet to answer from, or for `all`, and go on otherwise. Throws
 * StoreProblem where the articles were embedded with another model and `all` is false.
 */
export async function refreshDatabase(database: Database, options: IndexingOptions): Promise<RefreshReport> {
  const changed = await adoptModel(database, options);
  const known = await readKnown(database, options.all);
  // A process that is only to answer needs no folder where others have read theirs.
  const isSpared = known.length > 0 && !options.all && !existsSync(options.corpus);
  const { files, problems } = isSpared ? { files: [], problems: [] } : await scanCorpus(options.corpus);
  const report = async (added: number, dropped: number) => reportOf(database, problems, added, dropped);
  if (!changed && isDone(files, known, options)) return report(0, 0);
  const hasSome = known.length > 0;
  const onWait = (): 'wait' | 'leave' => {
    if (hasSome && !options.all) return 'leave';
    options.onNotice?.('another process is reading the articles into the database: waiting for it');
    return 'wait';
  };
  const work = async (): Promise<RefreshReport> => {
    if (changed) await embedAgain(database, options);
    const now = await readKnown(database, options.all);
    const { works, gone } = plan(database, files, now, options);
    await removeGone(database, gone);
    await writeAll(database, works, options);
    return report(works.length, gone.length);
  };
  return (await database.exclusively(INDEXING_LOCK, work, onWait)) ?? report(0, 0);
}

/** Adds an article to a workspace's library, in one step. False where it has an article with that id already. */
export async function addToDatabase(
  database: Database,
  workspace: string,
  { name, text, replace }: { readonly name: string; readonly text: string; readonly replace: boolean },
  embedder: Embedder,
): Promise<boolean> {
  const article = parseArticle(name, text);
  const order: Order = { read: async () => article, old: async () => null, sameAnalysis: false };
  for await (const draft of makeDrafts([order], async () => embedder)) {
    return database.transaction(async (queries) => {
      await touchLibrary(queries, workspace);
      const there = await queries.query(
        'select 1 from whosaid.articles where workspace = any($1) and id = $2',
        [replace ? [] : [SHARED, workspace], article.id],
      );
      if (there.length > 0) return false;
      await writeArticle(queries, { workspace, name, added: true, analysis: analysisVersion(), draft });
      return true;
    });
  }
  throw new Error(`${name} gave no article`);
}

/** Takes everything of a workspace out of the database. */
export function removeFromDatabase(database: Database, workspace: string): Promise<void> {
  if (workspace === SHARED) throw new Error('the shared library is not removed');
  return database.transaction((queries) => removeWorkspace(queries, workspace));
}

/** Notes the model in an empty database. True where it has another one, and `all` allows to embed everything again. */
async function adoptModel(database: Database, { model, embedder, all }: IndexingOptions): Promise<boolean> {
  await database.query(
    'insert into whosaid.model (name, hash) select $1, $2 where not exists (select from whosaid.articles) on conflict do nothing',
    [model.name, model.hash],
  );
  const [there] = await database.query<{ name: string; hash: string }>(
    'select name, hash from whosaid.model',
  );
  if (there?.hash === model.hash) return false;
  if (!all) {
    throw new StoreProblem(
      `STORE_URL: its articles were embedded with ${there?.name ?? 'an unknown model'}, not with ${model.name}: set EMBEDDING_MODEL to that one, or run "npm run index" to embed them again.`,
    );
  }
  const { dimension } = await embedder();
  if (dimension === DIMENSION) return true;
  throw new StoreProblem(
    `EMBEDDING_MODEL gives vectors of ${dimension} numbers: the database holds ${DIMENSION}; use a model of that size, or files.`,
  );
}

/** All articles with the vectors of another model, in one transaction: nobody ever compares those of two models. */
async function embedAgain(database: Database, options: IndexingOptions): Promise<void> {
  options.onNotice?.('the embedding model changed: embedding all articles again');
  const known = await readKnown(database, true);
  await database.transaction(async (queries) => {
    await queries.query('set local idle_in_transaction_session_timeout = 0');
    await queries.query('delete from whosaid.model');
    await queries.query('insert into whosaid.model (name, hash) values ($1, $2)', [
      options.model.name,
      options.model.hash,
    ]);
    for (const [at, one] of known.entries()) {
      const order: Order = { ...orderFromRow(queries, one), old: async () => null };
      for await (const draft of makeDrafts([order], options.embedder)) await write(queries, one, draft);
      options.onProgress?.(at + 1, known.length);
    }
  });
}

function isDone(
  files: readonly CorpusFile[],
  known: readonly Known[],
  options: Pick<IndexingOptions, 'all'>,
): boolean {
  const { stale, gone, rows } = compare(files, known, options);
  return stale.length === 0 && gone.length === 0 && rows.length === 0;
}

/** What of the folder is not in the database as it should be, what the folder has no longer, and what else is stale. */
function compare(files: readonly CorpusFile[], known: readonly Known[], { all }: { readonly all: boolean }) {
  const current = analysisVersion();
  const shared = new Map(known.filter(({ workspace }) => workspace === SHARED).map((row) => [row.id, row]));
  const ids = new Set(files.map(({ id }) => id));
  return {
    stale: files.filter(({ id, file, hash }) => {
      const row = shared.get(id);
      return row?.hash !== hash || row.name !== file || row.added || row.analysis !== current;
    }),
    gone: files.length === 0 ? [] : [...shared.values()].filter(({ id, added }) => !added && !ids.has(id)),
    rows: known.filter(({ workspace, id, analysis }) => {
      const inFolder = workspace === SHARED && ids.has(id);
      return all && !inFolder && analysis !== current;
    }),
  };
}

function plan(
  database: Database,
  files: readonly CorpusFile[],
  known: readonly Known[],
  options: IndexingOptions,
): { works: Work[]; gone: Known[] } {
  const { stale, gone, rows } = compare(files, known, options);
  const shared = new Map(known.filter(({ workspace }) => workspace === SHARED).map((row) => [row.id, row]));
  const current = analysisVersion();
  const fromFolder = stale.map((file): Work => {
    const row = shared.get(file.id);
    const same = row?.hash === file.hash && endingOf(row.name) === endingOf(file.file) ? row : null;
    return {
      ...{ workspace: SHARED, id: file.id, name: file.file, added: false },
      order: {
        read: () => readScanned(options.corpus, file),
        old: async () => (same ? readDraft(database, SHARED, same.no) : null),
        sameAnalysis: same?.analysis === current,
      },
    };
  });
  const dropped = new Set(gone);
  const fromRows = rows
    .filter((row) => !dropped.has(row))
    .map((row): Work => ({ ...row, order: orderFromRow(database, row) }));
  return { works: [...fromFolder, ...fromRows], gone };
}

/** An article that is parsed again from its text in the database. */
function orderFromRow(queries: Queries, { workspace, no, name }: Known): Order {
  return {
    async read() {
      const [row] = await queries.query<{ text: string }>(
        'select text from whosaid.articles where workspace = $1 and no = $2',
        [workspace, no],
      );
      return parseArticle(name, row?.text ?? '');
    },
    old: () => readDraft(queries, workspace, no),
    sameAnalysis: false,
  };
}

async function removeGone(database: Database, gone: readonly Known[]): Promise<void> {
  if (gone.length === 0) return;
  await database.transaction(async (queries) => {
    await touchLibrary(queries, SHARED);
    await removeArticles(
      queries,
      SHARED,
      gone.map(({ id }) => id),
    );
  });
}

async function writeAll(
  database: Database,
  works: readonly Work[],
  { embedder, onProgress }: IndexingOptions,
): Promise<void> {
  // One workspace after the other: two may have articles of the same id.
  for (const workspace of new Set(works.map((one) => one.workspace))) {
    const own = works.filter((one) => one.workspace === workspace);
    const byId = new Map(own.map((one) => [one.id, one]));
    const orders = own.map(({ order }) => order);
    for await (const draft of makeDrafts(orders, embedder, onProgress)) {
      const one = byId.get(draft.stored.article.id);
      if (one) await database.transaction((queries) => write(queries, one, draft));
    }
  }
}

async function write(
  queries: Queries,
  { workspace, name, added }: Pick<Work, 'workspace' | 'name' | 'added'>,
  draft: Draft,
): Promise<void> {
  await touchLibrary(queries, workspace);
  await writeArticle(queries, { workspace, name, added, analysis: analysisVersion(), draft });
}

/** The articles of the shared library, or of all. */
async function readKnown(queries: Queries, all: boolean): Promise<Known[]> {
  const rows = await queries.query<Omit<Known, 'no'> & { no: string | number }>(
    `select workspace, id, no, name, added, hash, analysis from whosaid.articles
     ${all ? '' : `where workspace = '${SHARED}'`} order by workspace, no`,
  );
  return rows.map((row) => ({ ...row, no: Number(row.no) }));
}

async function reportOf(
  queries: Queries,
  problems: readonly ArticleProblem[],
  added: number,
  dropped: number,
): Promise<RefreshReport> {
  const [library] = await queries.query<{ articles: number; passages: number }>(
    'select articles, passages from whosaid.libraries where workspace = $1',
    [SHARED],
  );
  const { articles = 0, passages = 0 } = library ?? {};
  return { articles, passages, added, dropped, problems };
}

function endingOf(name: string): string {
  return /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';
}
