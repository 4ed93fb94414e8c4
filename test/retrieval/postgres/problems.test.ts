import { PGlite } from '@electric-sql/pglite';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/retrieval/postgres/database.ts';
import { migrate } from '../../../src/retrieval/postgres/migrations.ts';
import { connect } from '../../../src/retrieval/postgres/pool.ts';
import { overPglite } from '../pglite.ts';
import { ground, REAL } from './ground.ts';

const here = ground();

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
    const url = `postgres://whosaid@127.0.0.1:${here.cluster.port}/nothing`;
    expect(await failure(connect(url))).toMatch(
      /^STORE_URL: there is no such database at .*\/nothing: [^\n]+$/,
    );
  });

  test('a database of a newer version of the program', async () => {
    await here.withDatabase(async (database) => {
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
    await here.withDatabase(async (database) => {
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
