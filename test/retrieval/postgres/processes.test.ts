import { describe, expect, test } from 'vitest';
import { addToDatabase, refreshDatabase } from '../../../src/retrieval/postgres/indexing.ts';
import { migrate } from '../../../src/retrieval/postgres/migrations.ts';
import { connect } from '../../../src/retrieval/postgres/pool.ts';
import { PostgresLibraries, SHARED } from '../../../src/retrieval/postgres/postgres-store.ts';
import { CABLE, FERRY, ground, key, REAL } from './ground.ts';

const here = ground();

describe.runIf(REAL)('several processes', () => {
  test('migrate and read the corpus once between them', async () => {
    const url = here.newDatabase();
    const databases = await Promise.all(Array.from({ length: 4 }, () => connect(url)));
    here.embedder.asked.length = 0;
    await Promise.all(databases.map(migrate));
    const reports = await Promise.all(databases.map((database) => refreshDatabase(database, here.options())));
    expect(reports.map(({ articles }) => articles)).toEqual([3, 3, 3, 3]);
    expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(3);
    expect(new Set(here.embedder.asked).size).toBe(here.embedder.asked.length);
    await Promise.all(databases.map((database) => database.close()));
  });

  test('add one article once, and see what another added with the next question', async () => {
    await here.withDatabase(async (database, url) => {
      await refreshDatabase(database, here.options());
      const other = await connect(url);
      const libraries = new PostgresLibraries(other, here.model.hash);
      const ids = () => libraries.use('T1', async (store) => (await store.summaries()).map(({ id }) => id));
      expect(await ids()).toHaveLength(3);
      const won = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          addToDatabase(n % 2 ? database : other, 'T1', FERRY, here.embedder),
        ),
      );
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await ids()).toHaveLength(4);
      await addToDatabase(database, 'T1', { ...FERRY, text: CABLE.text, replace: true }, here.embedder);
      const title = await libraries.use('T1', async (store) => (await store.open('ferry'))?.article.title);
      expect(title).toBe('Cable cut');
      expect(await ids()).toHaveLength(4);
      await other.close();
    });
  });

  test('go on after the server was ended under them', async () => {
    await here.withDatabase(async (database) => {
      await refreshDatabase(database, here.options());
      const libraries = new PostgresLibraries(database, here.model.hash);
      let stopped = false;
      let answered = 0;
      const ask = async (): Promise<void> => {
        while (!stopped) {
          const hits = await libraries.use(SHARED, (store) => store.matching('tugs', 5, null));
          expect(hits.map(key)).toEqual(['harbour 2']);
          answered += 1;
        }
      };
      const asking = Promise.all(Array.from({ length: 8 }, ask));
      await new Promise((resolve) => setTimeout(resolve, 300));
      here.cluster.restart();
      const before = answered;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      stopped = true;
      await asking;
      expect(answered).toBeGreaterThan(before);
    });
  }, 60_000);
});

describe.runIf(REAL)('what is asked for at once on one connection', () => {
  test('is asked one by one, which the driver would warn of, and fails with what failed before it', async () => {
    const warnings: string[] = [];
    const onWarning = ({ message }: Error): void => {
      warnings.push(message);
    };
    process.on('warning', onWarning);
    await here.withDatabase(async (database) => {
      const numbers = await database.snapshot((queries) =>
        Promise.all([1, 2, 3].map((n) => queries.query<{ n: number }>('select $1::integer as n', [n]))),
      );
      expect(numbers.flat().map(({ n }) => n)).toEqual([1, 2, 3]);
      const failed = database.transaction((queries) =>
        Promise.allSettled([
          queries.query('insert into whosaid.shelf values ($1, $2, null)', ['a', '1']),
          queries.query('select 1 / 0'),
          queries.query('select 1'),
        ]),
      );
      await expect(failed).rejects.toThrow('division by zero');
      expect(await database.query('select key from whosaid.shelf')).toEqual([]);
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });
});

describe.runIf(REAL)('another model', () => {
  const other = () => ({ model: { name: 'other', hash: 'f'.repeat(64) } });

  test('is refused in one line, until everything is embedded with it; then the first is', async () => {
    await here.withDatabase(async (database) => {
      await refreshDatabase(database, here.options());
      await addToDatabase(database, 'T1', FERRY, here.embedder);
      await expect(refreshDatabase(database, here.options(other()))).rejects.toThrow(
        /embedded with .*npm run index/,
      );
      const before = new PostgresLibraries(database, here.model.hash);
      expect(await before.use('T1', (store) => store.summaries())).toHaveLength(4);
      here.embedder.asked.length = 0;
      await refreshDatabase(database, here.options({ ...other(), all: true }));
      expect(here.embedder.asked).toHaveLength(9);
      const after = new PostgresLibraries(database, other().model.hash);
      expect(await after.use('T1', (store) => store.summaries())).toHaveLength(4);
      await expect(before.use('T1', (store) => store.summaries())).rejects.toThrow(
        /embedded with another model/,
      );
    });
  });

  test('of another size has no place there', async () => {
    await here.withDatabase(async (database) => {
      await refreshDatabase(database, here.options());
      const small = { ...here.embedder, dimension: 128 };
      const changed = here.options({ ...other(), all: true, embedder: async () => small });
      await expect(refreshDatabase(database, changed)).rejects.toThrow(/vectors of 128 numbers: .* 384/);
    });
  });
});
