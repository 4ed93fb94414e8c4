import { type Database, MIGRATION_LOCK, type Queries, StoreProblem } from './database.ts';

/** Numbers of a sentence vector; other models need a database of another shape. */
export const DIMENSION = 384;

/** iterative_scan came with 0.8. */
const LEAST_PGVECTOR = [0, 8];
/** An index on `^@` (begins with) came with 15. */
const LEAST_POSTGRES = 150_000;
const LOOK_AGAIN_MILLIS = 250;

/**
 * What makes the database what this version of the program expects, in order; a step that was released is never
 * changed, only followed by another. Everything carries its workspace first, the shared library's being ''.
 */
const STEPS: readonly string[] = [
  `
  create table whosaid.model (
    name text not null,
    hash text not null,
    one boolean primary key default true check (one)
  );
  create table whosaid.libraries (
    workspace text collate "C" primary key,
    version bigint not null default 0,
    changed timestamptz not null default now(),
    articles integer not null default 0,
    passages integer not null default 0,
    lengths bigint not null default 0
  );
  create table whosaid.articles (
    workspace text collate "C" not null,
    id text collate "C" not null,
    no bigint generated always as identity,
    name text not null,
    added boolean not null,
    title text not null,
    outlet text,
    url text,
    hash text not null,
    analysis text not null,
    passage_count integer not null,
    lengths bigint not null,
    text text not null,
    parsed json not null,
    passages json not null,
    quotations json not null,
    primary key (workspace, id),
    unique (workspace, no)
  );
  create table whosaid.passages (
    workspace text collate "C" not null,
    article bigint not null,
    passage integer not null,
    embedding vector(${DIMENSION}) not null,
    tokens bytea not null,
    primary key (workspace, article, passage)
  );
  alter table whosaid.passages alter column embedding set storage plain;
  alter table whosaid.passages alter column tokens set storage external;
  create index passages_embedding on whosaid.passages
    using hnsw (embedding vector_ip_ops) with (m = 16, ef_construction = 64);
  create table whosaid.postings (
    workspace text collate "C" not null,
    term text collate "C" not null,
    article bigint not null,
    passage integer not null,
    count integer not null,
    length integer not null,
    primary key (workspace, term, article, passage) include (count, length)
  );
  create index postings_article on whosaid.postings (workspace, article);
  create table whosaid.shelf (
    key text collate "C" primary key,
    value text not null,
    until timestamptz
  );
  create index shelf_until on whosaid.shelf (until) where until is not null;
  `,
  // At 100,000 passages recall@10 is .99 with it, and .95 with 64, however wide the search (docs/scale.md). Counts for
  // what is added from now on; what is there changes its neighbours with "reindex" only.
  'alter index whosaid.passages_embedding set (ef_construction = 200)',
];

/**
 * Brings the database to this version of the program, in one transaction; processes that start at once wait for
 * the first. Throws StoreProblem where PostgreSQL or pgvector is missing something, or the database is of a
 * newer version of the program.
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(async (queries) => {
    await queries.query('set local statement_timeout = 0');
    while (!(await takeLock(queries))) await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLIS));
    await checkServer(queries);
    await queries.query('create schema if not exists whosaid');
    await queries.query(
      'create table if not exists whosaid.migrations (step integer primary key, at timestamptz not null default now())',
    );
    const [done] = await queries.query<{ step: number }>(
      'select coalesce(max(step), 0) as step from whosaid.migrations',
    );
    const reached = Number(done?.step ?? 0);
    if (reached > STEPS.length) {
      throw new StoreProblem(
        `STORE_URL: the database is of a newer Whosaid (step ${reached}, this one knows ${STEPS.length}): upgrade this one.`,
      );
    }
    for (const [index, sql] of STEPS.entries()) {
      if (index < reached) continue;
      for (const statement of sql.split(';').filter((each) => each.trim() !== '')) {
        await queries.query(statement);
      }
      await queries.query('insert into whosaid.migrations (step) values ($1)', [index + 1]);
    }
  });
}

/** Asked again and again: one question that waits for minutes would be taken for a server that hangs. */
async function takeLock(queries: Queries): Promise<boolean> {
  const [row] = await queries.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [
    MIGRATION_LOCK,
  ]);
  return row?.mine === true;
}

/** Whether the server is new enough, and pgvector there or to be had. */
async function checkServer(queries: Queries): Promise<void> {
  const [server] = await queries.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as name`,
  );
  if (Number(server?.number) < LEAST_POSTGRES) {
    throw new StoreProblem(
      `STORE_URL: this is PostgreSQL ${server?.name}: version 15 or newer is needed; upgrade it.`,
    );
  }
  const [vector] = await queries.query<{ installed: string | null; available: string }>(
    `select installed_version as installed, default_version as available
     from pg_available_extensions where name = 'vector'`,
  );
  if (!vector) {
    throw new StoreProblem(
      'STORE_URL: this PostgreSQL has no pgvector: install the package (postgresql-15-pgvector, or as docs/scale.md says), 0.8 or newer.',
    );
  }
  if (isOlder(vector.installed ?? vector.available)) {
    const how =
      vector.installed !== null && !isOlder(vector.available)
        ? 'run ALTER EXTENSION vector UPDATE in it'
        : 'install a newer one';
    throw new StoreProblem(
      `STORE_URL: this PostgreSQL has pgvector ${vector.installed ?? vector.available}: 0.8 or newer is needed; ${how}.`,
    );
  }
  if (vector.installed === null) {
    await queries.query('create extension vector').catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new StoreProblem(
        `STORE_URL: pgvector is there but not switched on (${why}): run CREATE EXTENSION vector as an administrator.`,
      );
    });
  }
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_PGVECTOR;
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}
