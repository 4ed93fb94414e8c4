import { type Database, persistently, type Queries } from '../retrieval/postgres/database.ts';
import type { Entry, Json, Shelf } from './shelf.ts';

/** How often what is over is cleared away, and how much of it in one statement. */
const SWEEP_MILLIS = 10 * 60 * 1000;
const SWEPT_AT_ONCE = 5_000;

interface Row {
  readonly key: string;
  readonly value: string;
}

/** Counts as long as the database's clock says so: those of the processes may differ. */
const LIVE = '(until is null or until > now())';
const UNTIL = `now() + $2::float8 * interval '1 millisecond'`;

/**
 * A shelf in a database that many processes use at once; closing it leaves the database open. `onError` is told of
 * a sweep that failed. Rejects with StoreUnavailable where the database cannot be reached.
 */
export function postgresShelf(database: Database, onError: (error: unknown) => void = () => {}): Shelf {
  const sweeping = setInterval(() => void sweep(database).catch(onError), SWEEP_MILLIS);
  sweeping.unref();
  return {
    async get(key) {
      const [row] = await persistently(() =>
        database.query<Row>(`select value from whosaid.shelf where key = $1 and ${LIVE}`, [key]),
      );
      return row ? (JSON.parse(row.value) as Json) : null;
    },

    async put(key, value, keepMillis) {
      await persistently(() =>
        putEntry(database, { key, value, ...(keepMillis !== undefined && { keepMillis }) }),
      );
    },

    async claim(keys, keepMillis, also = []) {
      // Not done again where the connection is lost: it may have been done, and the second try would lose to the first.
      const lost = new Error('claimed by another');
      try {
        await database.transaction(async (queries) => {
          if ((await claimAll(queries, keys, keepMillis)) < new Set(keys).size) throw lost;
          for (const entry of also) await putEntry(queries, entry);
        });
        return true;
      } catch (error) {
        if (error === lost) return false;
        throw error;
      }
    },

    async remove(...keys) {
      await persistently(() => database.query('delete from whosaid.shelf where key = any($1)', [keys]));
    },

    async list(prefix, most) {
      const rows = await persistently(() =>
        database.query<Row>(
          `select key, value from whosaid.shelf where starts_with(key, $1) and ${LIVE} order by key limit $2`,
          [prefix, most ?? null],
        ),
      );
      return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) as Json }));
    },

    async close() {
      clearInterval(sweeping);
    },
  };
}

/** Claims what is free of the keys; how many. In the order of the keys, so that two cannot wait for each other. */
async function claimAll(queries: Queries, keys: readonly string[], keepMillis: number): Promise<number> {
  const claimed = await queries.query(
    `insert into whosaid.shelf (key, value, until)
     select key, 'true', ${UNTIL} from unnest($1::text[]) as wanted (key) order by key
     on conflict (key) do update set value = excluded.value, until = excluded.until
       where shelf.until <= now()
     returning 1`,
    [[...new Set(keys)], keepMillis],
  );
  return claimed.length;
}

/** JSON as text: it may hold characters that PostgreSQL's own JSON refuses. */
async function putEntry(queries: Queries, { key, value, keepMillis }: Entry): Promise<void> {
  if (value === null) {
    await queries.query('delete from whosaid.shelf where key = $1', [key]);
    return;
  }
  await queries.query(
    `insert into whosaid.shelf (key, value, until) values ($1, $3, ${UNTIL})
     on conflict (key) do update set value = excluded.value, until = excluded.until`,
    [key, keepMillis ?? null, JSON.stringify(value)],
  );
}

/** Clears away what is over, a part at a time, so that nobody waits for it. How much there was. */
export async function sweep(database: Database): Promise<number> {
  for (let swept = 0; ; ) {
    const gone = await database.query(
      `delete from whosaid.shelf where key in
         (select key from whosaid.shelf where until <= now() order by until limit ${SWEPT_AT_ONCE} for update skip locked)
       returning 1`,
    );
    swept += gone.length;
    if (gone.length < SWEPT_AT_ONCE) return swept;
  }
}
