import { hasPostgres, startPostgres } from '../../test/postgres.ts';

/** A throw-away PostgreSQL of its own for a test. */
export interface PostgresForTests {
  /** The address of an empty database. */
  readonly url: string;
  /** Ends it as a crash would, and starts it again. */
  restart(): void;
  crash(): void;
  start(): void;
  stop(): Promise<void>;
}

/** Starts one; null where PostgreSQL or pgvector is not installed, except where everything has to be checked. */
export async function postgresForTests(): Promise<PostgresForTests | null> {
  if (!hasPostgres()) return null;
  const cluster = await startPostgres();
  return {
    url: cluster.database('torture'),
    restart: () => cluster.restart(),
    crash: () => cluster.crash(),
    start: () => cluster.start(),
    stop: async () => cluster.stop(),
  };
}
