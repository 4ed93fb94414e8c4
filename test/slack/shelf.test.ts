import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../src/retrieval/postgres/database.ts';
import { migrate } from '../../src/retrieval/postgres/migrations.ts';
import { connect } from '../../src/retrieval/postgres/pool.ts';
import { fileShelf } from '../../src/slack/file-shelf.ts';
import { postgresShelf, sweep } from '../../src/slack/postgres-shelf.ts';
import { memoryShelf, type Shelf } from '../../src/slack/shelf.ts';
import { type Cluster, hasPostgres, startPostgres } from '../postgres.ts';
import { startPglite } from '../retrieval/pglite.ts';

let folder: string;
let time = 0;
beforeEach(async () => {
  time = 1_000;
  folder = await mkdtemp(join(tmpdir(), 'shelf-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Kind {
  open(): Promise<Shelf>;
  /** Lets time pass. */
  pass(millis: number): Promise<void>;
}

const passInMind = async (millis: number): Promise<void> => {
  time += millis;
};
const databases: { pglite?: Database; postgres?: Database } = {};
let cluster: Cluster | null = null;

/** A shelf in a database: its own clock counts, so what is kept grows older instead. */
function inDatabase(name: keyof typeof databases): Kind {
  const database = (): Database => {
    const found = databases[name];
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
  return {
    async open() {
      await database().query('delete from whosaid.shelf');
      return postgresShelf(database());
    },
    async pass(millis) {
      await database().query(
        `update whosaid.shelf set until = until - $1::float8 * interval '1 millisecond'`,
        [millis],
      );
    },
  };
}

const KINDS: Record<string, Kind> = {
  memory: { open: async () => memoryShelf(() => time), pass: passInMind },
  file: { open: () => fileShelf(folder, () => time), pass: passInMind },
  pglite: inDatabase('pglite'),
  ...(hasPostgres() && { postgres: inDatabase('postgres') }),
};

beforeAll(async () => {
  databases.pglite = await startPglite();
  await migrate(databases.pglite);
  if (!KINDS.postgres) return;
  cluster = await startPostgres();
  databases.postgres = await connect(cluster.database('shelf'));
  await migrate(databases.postgres);
}, 120_000);
afterAll(async () => {
  await databases.pglite?.close();
  await databases.postgres?.close();
  cluster?.stop();
});

describe.each(Object.keys(KINDS))('a shelf of the kind %s', (name) => {
  const kind = KINDS[name] as Kind;
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await kind.open();
  });
  afterEach(() => shelf.close());

  test('gives back what was put there, the last of it', async () => {
    expect(await shelf.get('a')).toBeNull();
    await shelf.put('a', { one: ['1', null, '“ü\n\u0000\ud800'], two: 0.5 });
    expect(await shelf.get('a')).toEqual({ one: ['1', null, '“ü\n\u0000\ud800'], two: 0.5 });
    await shelf.put('a', 'second');
    expect(await shelf.get('a')).toBe('second');
    await shelf.remove('a');
    expect(await shelf.get('a')).toBeNull();
    await shelf.put('a', 'third');
    await shelf.put('b', 'x');
    await shelf.put('a', null);
    await shelf.remove('b', 'nothing');
    expect(await shelf.list('')).toEqual([]);
  });

  test('keeps a value as long as it was told', async () => {
    await shelf.put('short', 1, 60_000);
    await shelf.put('long', 2);
    await kind.pass(30_000);
    expect(await shelf.get('short')).toBe(1);
    await kind.pass(30_000);
    expect(await shelf.get('short')).toBeNull();
    expect(await shelf.list('')).toEqual([{ key: 'long', value: 2 }]);
  });

  test('lists what begins alike, in order, and as much of it as is wanted', async () => {
    for (const key of ['b/2', 'a/1', 'b/1', 'B/3', 'b%', 'b_']) await shelf.put(key, key);
    expect((await shelf.list('b/')).map(({ key }) => key)).toEqual(['b/1', 'b/2']);
    expect((await shelf.list('b/', 1)).map(({ key }) => key)).toEqual(['b/1']);
    expect((await shelf.list('b%')).map(({ key }) => key)).toEqual(['b%']);
    expect((await shelf.list('_')).map(({ key }) => key)).toEqual([]);
    expect((await shelf.list('')).map(({ key }) => key)).toEqual(['B/3', 'a/1', 'b%', 'b/1', 'b/2', 'b_']);
  });

  test('of many claims under shared names one wins, until its time is over', async () => {
    const claims = Array.from({ length: 50 }, (_, n) => shelf.claim(['message', `event ${n}`], 60_000));
    const won = (await Promise.all(claims)).flatMap((mine, n) => (mine ? [n] : []));
    expect(won).toHaveLength(1);
    const lost = won[0] === 49 ? 48 : 49;
    expect(await shelf.claim(['other', `event ${won[0]}`], 60_000)).toBe(false);
    expect(await shelf.get('other')).toBeNull();
    expect(await shelf.claim([`event ${lost}`], 60_000)).toBe(true);
    await kind.pass(60_000);
    expect(await shelf.claim(['message', 'message'], 60_000)).toBe(true);
  });

  test('what goes with a claim is there when it wins, and only then', async () => {
    const also = (value: string) => [
      { key: 'inbox/1', value },
      { key: 'soon/1', value, keepMillis: 60_000 },
    ];
    expect(await shelf.claim(['one'], 60_000, also('first'))).toBe(true);
    expect(await shelf.claim(['two', 'one'], 60_000, also('second'))).toBe(false);
    expect(await shelf.get('inbox/1')).toBe('first');
    expect(await shelf.get('two')).toBeNull();
    await kind.pass(60_000);
    expect(await shelf.get('inbox/1')).toBe('first');
    expect(await shelf.get('soon/1')).toBeNull();
  });

  test('a claim is a lease: lengthened by putting it again, given back by removing it', async () => {
    expect(await shelf.claim(['lease'], 60_000)).toBe(true);
    await kind.pass(50_000);
    await shelf.put('lease', true, 60_000);
    await kind.pass(50_000);
    expect(await shelf.claim(['lease'], 60_000)).toBe(false);
    await shelf.remove('lease');
    expect(await shelf.claim(['lease'], 60_000)).toBe(true);
  });
});

describe.runIf(KINDS.postgres)('a shelf in PostgreSQL', () => {
  test('of claims from several connections one wins, and nobody waits for ever', async () => {
    await databases.postgres?.query('delete from whosaid.shelf');
    const shelf = postgresShelf(databases.postgres as Database);
    for (let round = 0; round < 20; round++) {
      const forwards = Array.from({ length: 10 }, () => shelf.claim([`a${round}`, `b${round}`], 60_000));
      const backwards = Array.from({ length: 10 }, () => shelf.claim([`b${round}`, `a${round}`], 60_000));
      expect((await Promise.all([...forwards, ...backwards])).filter(Boolean)).toHaveLength(1);
    }
    await shelf.close();
  }, 60_000);

  test('clears away what is over', async () => {
    const database = databases.postgres as Database;
    await database.query('delete from whosaid.shelf');
    await database.query(
      `insert into whosaid.shelf select 'k' || n, '1', now() - interval '1 second' from generate_series(1, 12000) n`,
    );
    await database.query(`insert into whosaid.shelf values ('stays', '1', null)`);
    expect(await sweep(database)).toBe(12_000);
    expect(await database.query('select key from whosaid.shelf')).toEqual([{ key: 'stays' }]);
  });

  test('is there again after the server was', async () => {
    const shelf = postgresShelf(databases.postgres as Database);
    await shelf.put('a', 'kept');
    await Promise.all([shelf.get('a'), shelf.get('b'), shelf.get('c')]);
    cluster?.restart();
    expect(await shelf.get('a')).toBe('kept');
    expect(await shelf.claim(['again'], 60_000)).toBe(true);
    await shelf.close();
  }, 60_000);
});
