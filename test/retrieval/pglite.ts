import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import type { Database, Queries } from '../../src/retrieval/postgres/database.ts';

/** PostgreSQL inside this process, in memory: it has one connection, so it proves statements and not concurrency. */
export async function startPglite(): Promise<Database> {
  return overPglite(await PGlite.create({ extensions: { vector } }));
}

export function overPglite(lite: PGlite): Database {
  const over = (connection: Pick<PGlite, 'query'>): Queries => ({
    async query<Row>(sql: string, values: readonly unknown[] = []) {
      const { rows } = await connection.query<Row>(sql, [...values]);
      return rows;
    },
  });
  return {
    ...over(lite),
    transaction: (work) => lite.transaction((connection) => work(over(connection))),
    snapshot: (work) =>
      lite.transaction(async (connection) => {
        await connection.exec(
          'set local hnsw.iterative_scan = relaxed_order; set local hnsw.ef_search = 100',
        );
        return work(over(connection));
      }),
    exclusively: (_lock, work) => work(),
    close: () => lite.close(),
  };
}
