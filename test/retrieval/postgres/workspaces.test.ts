import { describe, expect, test } from 'vitest';
import {
  addToDatabase,
  refreshDatabase,
  removeFromDatabase,
} from '../../../src/retrieval/postgres/indexing.ts';
import { connect } from '../../../src/retrieval/postgres/pool.ts';
import { PostgresLibraries, SHARED } from '../../../src/retrieval/postgres/postgres-store.ts';
import type { Hit, Store } from '../../../src/retrieval/store.ts';
import { readGoldQuotations } from '../../golden/gold.ts';
import { CABLE, FERRY, ground, key, REAL } from './ground.ts';

const here = ground();

describe.runIf(REAL)('workspaces', () => {
  test('see the shared library and their own, whatever is asked for', async () => {
    await here.withDatabase(async (database) => {
      await refreshDatabase(database, here.options());
      expect(await addToDatabase(database, 'T1', FERRY, here.embedder)).toBe(true);
      expect(await addToDatabase(database, 'T2', CABLE, here.embedder)).toBe(true);
      const libraries = new PostgresLibraries(database, here.model.hash);
      const [vector] = await here.embedder.embed(['the ferry']);
      const seen = async (store: Store) => ({
        summaries: (await store.summaries()).map(({ id }) => id),
        nearest: [
          ...new Set(
            (await store.nearest(vector as Float32Array, 1_000, null)).map(({ articleId }) => articleId),
          ),
        ],
        matching: (await store.matching('ferry trawler harbour', 1_000, null)).map(
          ({ articleId }) => articleId,
        ),
      });
      const own: Record<string, string> = { T1: 'ferry', T2: 'cable', T3: '', [SHARED]: '' };
      for (const [workspace, mine] of Object.entries(own)) {
        const found = await libraries.use(workspace, seen);
        const expected = ['harbour', 'orchard', 'reading-room', ...(mine ? [mine] : [])].toSorted();
        expect(found.summaries.toSorted(), workspace).toEqual(expected);
        expect(found.nearest.toSorted(), workspace).toEqual(expected);
        expect(
          found.matching.filter((id) => id === 'ferry' || id === 'cable').every((id) => id === mine),
        ).toBe(true);
      }
      const others = { T1: 'cable', T2: 'ferry', T3: 'ferry', [SHARED]: 'ferry' };
      for (const [workspace, other] of Object.entries(others)) {
        await libraries.use(workspace, async (store) => {
          expect(await store.open(other)).toBeNull();
          expect(await store.nearest(vector as Float32Array, 10, other)).toEqual([]);
          expect(await store.matching('ferry', 10, other)).toEqual([]);
          await expect(store.tokens([{ articleId: other, passage: 0 }], () => {})).rejects.toThrow(
            /no article/,
          );
        });
      }
    });
  });

  test('are found the same, and weighed the same, whatever others add', async () => {
    await here.withDatabase(async (database) => {
      await refreshDatabase(database, here.options());
      await addToDatabase(database, 'T1', FERRY, here.embedder);
      const libraries = new PostgresLibraries(database, here.model.hash);
      const [vector = new Float32Array()] = await here.embedder.embed(['the ferry']);
      // As few as there are better ones elsewhere: one that is let in takes the place of one's own.
      const seen = () =>
        libraries.use('T1', async (store) => ({
          nearest: await store.nearest(vector, 3, null),
          matching: await store.matching('the ferry and the harbour', 3, null),
        }));
      const before = await seen();
      const text =
        'The ferry\n\nThe ferry, the ferry.\n\nFerry and harbour.\n\nThe ferry.\n\nA ferry of the harbour.\n';
      await addToDatabase(database, 'T2', { name: 'loud.txt', text, replace: false }, here.embedder);
      expect(await seen()).toEqual(before);
      const loud = await libraries.use('T2', (store) => store.nearest(vector, 3, null));
      expect(loud.map(({ articleId }) => articleId)).toContain('loud');
    });
  });

  test('weigh words over both libraries as over one', async () => {
    await here.withDatabase(async (database) => {
      await refreshDatabase(database, here.options());
      await addToDatabase(database, 'T1', FERRY, here.embedder);
      await addToDatabase(database, SHARED, CABLE, here.embedder);
      const libraries = new PostgresLibraries(database, here.model.hash);
      const apart = await libraries.use('T1', (store) => store.matching('the ferry harbour', 20, null));
      const whole = await here.withDatabase(async (other) => {
        await refreshDatabase(other, here.options());
        for (const one of [FERRY, CABLE]) await addToDatabase(other, SHARED, one, here.embedder);
        return new PostgresLibraries(other, here.model.hash).use(SHARED, (store) =>
          store.matching('the ferry harbour', 20, null),
        );
      });
      const byKey = (hits: Hit[]) => hits.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
      expect(byKey(apart)).toEqual(byKey(whole));
    });
  });

  test('may have an article of one id each; a shared one hides it', async () => {
    await here.withDatabase(async (database) => {
      await refreshDatabase(database, here.options());
      expect(await addToDatabase(database, 'T1', FERRY, here.embedder)).toBe(true);
      expect(await addToDatabase(database, 'T1', FERRY, here.embedder)).toBe(false);
      expect(await addToDatabase(database, 'T2', { ...FERRY, text: CABLE.text }, here.embedder)).toBe(true);
      expect(await addToDatabase(database, 'T1', { ...CABLE, name: 'harbour.txt' }, here.embedder)).toBe(
        false,
      );
      const libraries = new PostgresLibraries(database, here.model.hash);
      const title = (workspace: string) =>
        libraries.use(workspace, async (store) => (await store.open('ferry'))?.article.title ?? null);
      expect([await title('T1'), await title('T2'), await title('T3')]).toEqual([
        'Ferry stops',
        'Cable cut',
        null,
      ]);
      await addToDatabase(
        database,
        SHARED,
        { ...FERRY, text: FERRY.text.replace('Ferry stops', 'Shared') },
        here.embedder,
      );
      expect([await title('T1'), await title('T2'), await title('T3')]).toEqual([
        'Shared',
        'Shared',
        'Shared',
      ]);
      await libraries.use('T2', async (store) => {
        expect(await store.matching('trawler', 10, null)).toEqual([]);
        const [vector] = await here.embedder.embed(['a trawler']);
        const passages = await store.nearest(vector as Float32Array, 100, null);
        expect(passages.filter(({ articleId }) => articleId === 'ferry')).toHaveLength(2);
      });
    });
  });

  test('that go take what is theirs and nothing else', async () => {
    await here.withDatabase(async (database) => {
      await refreshDatabase(database, here.options());
      for (const workspace of ['T1', 'T2']) await addToDatabase(database, workspace, FERRY, here.embedder);
      const libraries = new PostgresLibraries(database, here.model.hash);
      const ids = (workspace: string) =>
        libraries.use(workspace, async (store) => (await store.summaries()).map(({ id }) => id).length);
      expect([await ids('T1'), await ids('T2')]).toEqual([4, 4]);
      await removeFromDatabase(database, 'T1');
      expect([await ids('T1'), await ids('T2'), await ids(SHARED)]).toEqual([3, 4, 3]);
      const rows = await database.query(
        `select workspace from whosaid.articles where workspace = 'T1'
         union all select workspace from whosaid.passages where workspace = 'T1'
         union all select workspace from whosaid.postings where workspace = 'T1'`,
      );
      expect(rows).toEqual([]);
      expect(() => removeFromDatabase(database, SHARED)).toThrow();
      await addToDatabase(database, 'T1', FERRY, here.embedder);
      expect(await ids('T1')).toBe(4);
    });
  });
});

describe.runIf(REAL)('the graph', () => {
  test('finds what comparing with every passage finds, in a workspace among others', async () => {
    await here.withDatabase(async (database, url) => {
      const gold = readGoldQuotations().slice(0, 9);
      for (const [at, { fileName, text }] of gold.entries()) {
        await addToDatabase(database, `T${at % 3}`, { name: fileName, text, replace: false }, here.embedder);
      }
      // So few rows are sorted sooner than the graph is walked: what is not the graph is made dear.
      const name = new URL(url).pathname.slice(1);
      for (const way of ['seqscan', 'bitmapscan', 'sort']) {
        await database.query(`alter database ${name} set enable_${way} = off`);
      }
      const other = await connect(url);
      const exact = new PostgresLibraries(database, here.model.hash);
      const walking = new PostgresLibraries(other, here.model.hash, 0);
      const plan = await other.query<Record<string, string>>(
        `explain select passage from whosaid.passages where workspace = any('{"",T1}')
         order by embedding <#> (select embedding from whosaid.passages limit 1) limit 10`,
      );
      expect(JSON.stringify(plan)).toContain('passages_embedding');
      let found = 0;
      let wanted = 0;
      for (const { vector } of await here.embedder.embedTokens([
        'the hearing',
        'who paid?',
        'a fire',
        'the minister',
        'snow',
      ])) {
        for (const workspace of ['T0', 'T1', 'T2']) {
          const all = await exact.use(workspace, (store) => store.nearest(vector, 10, null));
          const some = await walking.use(workspace, (store) => store.nearest(vector, 10, null));
          expect(some.map(({ score }) => score)).toEqual(
            some.map(({ score }) => score).toSorted((a, b) => b - a),
          );
          const keys = new Set(some.map(key));
          found += all.filter((hit) => keys.has(key(hit))).length;
          wanted += all.length;
        }
      }
      await other.close();
      expect(wanted).toBe(150);
      expect(found / wanted).toBeGreaterThan(0.95);
    });
  }, 120_000);
});
