import pg from 'pg';
import { type Database, persistently, type Queries, StoreProblem, StoreUnavailable } from './database.ts';

/** Connections of one process: the 100 that PostgreSQL allows are enough for nine processes. */
const CONNECTIONS = 10;
/** Of which questions use at most so many: what is written down about them must not wait for them. */
const READERS = 6;
/** Ten times what the slowest search of a large library was measured to take. */
const STATEMENT_MILLIS = 10_000;
/** A server that says nothing at all is given up a little later than one that says it gave up. */
const SILENCE_MILLIS = STATEMENT_MILLIS + 5_000;
const CONNECT_MILLIS = 5_000;
/** A process that stands still must not keep old rows from being cleared away for ever. */
const IDLE_IN_TRANSACTION_MILLIS = 120_000;

/**
 * One state for all that follows; recall@10 of .99 at 100,000 passages (docs/scale.md); and no machine code for
 * statements that take milliseconds.
 */
const BEGIN_SNAPSHOT = `begin isolation level repeatable read read only;
set local jit = off; set local hnsw.ef_search = 200; set local hnsw.iterative_scan = relaxed_order;
set local hnsw.max_scan_tuples = 100000`;

/**
 * Connects to the database of a postgres:// address, once, to say at once what is wrong. `onError` is told of
 * connections that are lost while nobody uses them. Throws StoreProblem.
 */
export async function connect(url: string, onError: (error: Error) => void = () => {}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLIS,
    statement_timeout: STATEMENT_MILLIS,
    query_timeout: SILENCE_MILLIS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLIS,
    keepAlive: true,
    application_name: 'whosaid',
  });
  // Without a listener a lost connection ends the process.
  pool.on('error', onError);
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    throw unreachable(url, error);
  }
  return new PooledDatabase(pool, url);
}

class PooledDatabase implements Database {
  readonly #pool: pg.Pool;
  readonly #url: string;
  readonly #waiting: (() => void)[] = [];
  #readers = 0;

  constructor(pool: pg.Pool, url: string) {
    this.#pool = pool;
    this.#url = url;
  }

  query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.#withClient((client) => rowsOf<Row>(client, sql, values));
  }

  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    return this.#withClient((client) => this.#between(client, 'begin', work));
  }

  async snapshot<T>(work: (queries: Queries) => Promise<T>): Promise<T> {
    if (this.#readers >= READERS) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#readers += 1;
    try {
      return await this.#withClient((client) => this.#between(client, BEGIN_SNAPSHOT, work));
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#readers -= 1;
    }
  }

  /** On a connection of its own: the server frees the lock when the connection goes, however it goes. */
  async exclusively<T>(
    lock: number,
    work: () => Promise<T>,
    onWait: () => 'wait' | 'leave',
  ): Promise<T | null> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    let lost: Error | null = null;
    client.on('error', (error) => {
      lost = error;
    });
    try {
      await client.connect();
      const { rows } = await client.query('select pg_try_advisory_lock($1) as mine', [lock]);
      if (!rows[0]?.mine) {
        if (onWait() === 'leave') return null;
        await client.query('select pg_advisory_lock($1)', [lock]);
      }
      const result = await work();
      if (lost) throw lost;
      return result;
    } catch (error) {
      throw asProblem(this.#url, error);
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    // Nothing was asked for yet: while the server restarts, connecting is tried again.
    const client = await persistently(() =>
      this.#pool.connect().catch((error: unknown) => {
        throw asProblem(this.#url, error);
      }),
    );
    let broken: Error | undefined;
    const onLost = (error: Error): void => {
      broken = error;
    };
    client.on('error', onLost);
    try {
      return await work(client);
    } catch (error) {
      const problem = asProblem(this.#url, error);
      if (problem instanceof StoreUnavailable) broken = problem;
      throw problem;
    } finally {
      client.off('error', onLost);
      client.release(broken);
    }
  }

  async #between<T>(
    client: pg.PoolClient,
    begin: string,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T> {
    await client.query(begin);
    let last: Promise<unknown> = Promise.resolve();
    // A connection does one thing at a time. What is asked for at once waits here, and goes with what failed before it.
    const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
      const next = last.then(() => rowsOf<Row>(client, sql, values));
      last = next;
      return next;
    };
    try {
      const result = await work({ query });
      await last;
      await client.query('commit');
      return result;
    } catch (error) {
      await last.catch(() => undefined);
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}

async function rowsOf<Row>(client: pg.PoolClient, sql: string, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await client.query(sql, [...values]);
  return rows;
}

/** Classes of SQLSTATE in which the server is at fault, or goes, or is not yet there. */
const TRANSIENT = /^(?:08|57P0[1-5]|53300|25P03)/;
const NETWORK = /^(?:ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT|EACCES)$/;
const LOST = /Connection terminated|timeout expired|Query read timeout|Client (?:has|was)|not queryable/i;

/** What the driver throws, as one of ours where the connection is at fault. */
function asProblem(url: string, error: unknown): unknown {
  if (error instanceof StoreProblem || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const transient = TRANSIENT.test(code) || NETWORK.test(code) || LOST.test(error.message);
  return transient
    ? new StoreUnavailable(`PostgreSQL at ${placeOf(url)} cannot be reached (${code || error.message})`)
    : error;
}

function unreachable(url: string, error: unknown): StoreProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const place = placeOf(url);
  if (code === '28P01' || code === '28000')
    return new StoreProblem(`STORE_URL: PostgreSQL at ${place} refuses the user or the password.`);
  if (code === '3D000')
    return new StoreProblem(`STORE_URL: there is no such database at ${place}: create it with createdb.`);
  const why = code || (error instanceof Error ? error.message : String(error));
  return new StoreUnavailable(
    `STORE_URL: PostgreSQL at ${place} cannot be reached (${why}): is it running, and is the address right?`,
  );
}

/** Host, port and database of an address, without the password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the given address';
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${hostname || searchParams.get('host') || 'localhost'}:${port || 5432}${pathname}`;
}
