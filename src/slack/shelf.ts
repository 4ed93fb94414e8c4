/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Where the app keeps what has to outlive a message: who asked what, settings, feedback. Small
 * values under keys; every implementation passes the same suite of tests.
 */
export interface Shelf {
  /** The value under a key; null where there is none, or its time is over. */
  get(key: string): Promise<Json>;
  /** Puts a value there for `keepMillis`, for good without; resolves when it would survive a crash. */
  put(key: string, value: Json, keepMillis?: number): Promise<void>;
  /**
   * Puts `true` under every key for `keepMillis`, if there is nothing under any of them: of many callers, in
   * one process or in many, one wins. What it puts there `also` comes in the same step: after a crash both
   * are there or neither. With a short time it is a lease, lengthened by `put` and given back by `remove`.
   */
  claim(keys: readonly string[], keepMillis: number, also?: readonly Entry[]): Promise<boolean>;
  /** Takes the keys away in one step. */
  remove(...keys: readonly string[]): Promise<void>;
  /** What stands under keys that begin so, in the order of the keys; the first `most` of it where given. */
  list(prefix: string, most?: number): Promise<{ readonly key: string; readonly value: Json }[]>;
  close(): Promise<void>;
}

/** What is put under a key, for `keepMillis` or for good. */
export interface Entry {
  readonly key: string;
  readonly value: Json;
  readonly keepMillis?: number;
}

/** A change of one entry; null takes it away. */
export interface Change {
  readonly key: string;
  readonly value: Json;
  /** Milliseconds since 1970 until which it counts. */
  readonly until: number;
}

/** How many changes may pass before what is over is looked for and dropped. */
export const SWEEP_AFTER = 10_000;

/** What does the work of a shelf that is all one process's own. */
export interface Places {
  /** Whether something counts under the key. */
  has(key: string): boolean;
  get(key: string): Promise<Json>;
  /** Makes all the changes or none, at once for whoever looks next; resolves when they last. */
  change(changes: readonly Change[]): Promise<void>;
  list(prefix: string): Promise<{ key: string; value: Json }[]>;
  close(): Promise<void>;
}

/** A shelf over the places of one process. */
export function shelfOver(places: Places, now: () => number): Shelf {
  const untilOf = (keepMillis: number | undefined): number =>
    keepMillis === undefined ? Number.MAX_SAFE_INTEGER : now() + keepMillis;
  return {
    get: async (key) => places.get(key),
    put: async (key, value, keepMillis) => places.change([{ key, value, until: untilOf(keepMillis) }]),
    async claim(keys, keepMillis, also = []) {
      if (keys.some((key) => places.has(key))) return false;
      const until = untilOf(keepMillis);
      await places.change([
        ...keys.map((key) => ({ key, value: true, until })),
        ...also.map(({ key, value, keepMillis: kept }) => ({ key, value, until: untilOf(kept) })),
      ]);
      return true;
    },
    remove: async (...keys) => places.change(keys.map((key) => ({ key, value: null, until: 0 }))),
    async list(prefix, most) {
      const found = await places.list(prefix);
      return found.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, most);
    },
    close: () => places.close(),
  };
}

/** A shelf that lives as long as the process. */
export function memoryShelf(now: () => number = Date.now): Shelf {
  const kept = new Map<string, Pick<Change, 'value' | 'until'>>();
  let changed = 0;
  const live = (key: string): Json => {
    const found = kept.get(key);
    return found && found.until > now() ? found.value : null;
  };
  const sweep = (): void => {
    for (const [key, { until }] of kept) if (until <= now()) kept.delete(key);
  };
  const places: Places = {
    has: (key) => live(key) !== null,
    get: async (key) => live(key),
    async change(changes) {
      for (const { key, value, until } of changes) {
        if (value === null) kept.delete(key);
        else kept.set(key, { value, until });
      }
      changed += changes.length;
      if (changed < SWEEP_AFTER) return;
      changed = 0;
      sweep();
    },
    async list(prefix) {
      sweep();
      return [...kept].filter(([key]) => key.startsWith(prefix)).map(([key, { value }]) => ({ key, value }));
    },
    close: async () => undefined,
  };
  return shelfOver(places, now);
}
