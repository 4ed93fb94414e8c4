/** What runs statements: a database, or a transaction of it. */
export interface Queries {
  /** The rows of one statement with the values of its `$1`, `$2` …; bytes come as Uint8Array. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/**
 * A PostgreSQL database. Everything rejects with StoreUnavailable where the server cannot be reached or the
 * connection is lost; what was under way may then have been done or not.
 */
export interface Database extends Queries {
  /** Runs the work in one transaction: all of it is done, or nothing. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Reads one state of the database: what others change meanwhile is not seen. */
  snapshot<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /**
   * Runs the work while no other process can hold the lock of that number. `onWait` is called once when another
   * holds it; where it returns 'leave', the work is left to that one, and the result is null.
   */
  exclusively<T>(lock: number, work: () => Promise<T>, onWait: () => 'wait' | 'leave'): Promise<T | null>;
  close(): Promise<void>;
}

/** The database cannot be reached, or not be used as it is. The message is one line that says what to do. */
export class StoreProblem extends Error {
  override readonly name: string = 'StoreProblem';
}

/** The connection failed: another try may succeed. */
export class StoreUnavailable extends StoreProblem {
  override readonly name = 'StoreUnavailable';
}

/** Numbers of the advisory locks; any will do as long as all processes use the same. */
export const MIGRATION_LOCK = 73_205_001;
export const INDEXING_LOCK = 73_205_002;

/** Pauses before another try, in milliseconds: PostgreSQL is back within about four seconds of a restart. */
const PAUSES = [100, 300, 600, 1_000, 2_000];

/** Does it again where the connection failed: only for what may be done twice. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}
