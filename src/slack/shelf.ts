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

interface Kept {
  readonly value: Json;
  readonly until: number;
}

/** A shelf that lives as long as the process. */
export function memoryShelf(now: () => number = Date.now): Shelf {
  return new EntryShelf(new Entries(now), async () => undefined);
}

/** Entries in memory with the time until which they count. */
export class Entries {
  readonly #kept = new Map<string, Kept>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): Json {
    const kept = this.#kept.get(key);
    return kept && kept.until > this.#now() ? kept.value : null;
  }

  /** What is there, over or not, to put it back. */
  change(key: string): Change {
    return { key, value: null, until: 0, ...this.#kept.get(key) };
  }

  set({ key, value, until }: Change): void {
    if (value === null || until <= this.#now()) this.#kept.delete(key);
    else this.#kept.set(key, { value, until });
  }

  /** Drops what is over, and yields the rest. */
  *live(): Generator<{ key: string } & Kept> {
    for (const [key, kept] of this.#kept) {
      if (kept.until > this.#now()) yield { key, ...kept };
      else this.#kept.delete(key);
    }
  }

  until(keepMillis: number | undefined): number {
    return keepMillis === undefined ? Number.MAX_SAFE_INTEGER : this.#now() + keepMillis;
  }
}

/** A change of one entry; null takes it away. */
export interface Change {
  readonly key: string;
  readonly value: Json;
  readonly until: number;
}

/** How many changes may pass before what is over is looked for and dropped. */
const SWEEP_AFTER = 10_000;

/** A shelf over entries in memory; `write` makes changes last. */
export class EntryShelf implements Shelf {
  readonly #entries: Entries;
  readonly #write: (changes: readonly Change[]) => Promise<void>;
  readonly #end: () => Promise<void>;
  #changes = 0;

  constructor(
    entries: Entries,
    write: (changes: readonly Change[]) => Promise<void>,
    end: () => Promise<void> = async () => undefined,
  ) {
    this.#entries = entries;
    this.#write = write;
    this.#end = end;
  }

  async get(key: string): Promise<Json> {
    return this.#entries.get(key);
  }

  put(key: string, value: Json, keepMillis?: number): Promise<void> {
    return this.#change([{ key, value, until: this.#entries.until(keepMillis) }]);
  }

  async claim(keys: readonly string[], keepMillis: number, also: readonly Entry[] = []): Promise<boolean> {
    if (keys.some((key) => this.#entries.get(key) !== null)) return false;
    const until = this.#entries.until(keepMillis);
    await this.#change([
      ...keys.map((key) => ({ key, value: true, until })),
      ...also.map(({ key, value, keepMillis: kept }) => ({ key, value, until: this.#entries.until(kept) })),
    ]);
    return true;
  }

  remove(...keys: readonly string[]): Promise<void> {
    return this.#change(keys.map((key) => ({ key, value: null, until: 0 })));
  }

  async list(prefix: string, most?: number): Promise<{ key: string; value: Json }[]> {
    return [...this.#entries.live()]
      .filter(({ key }) => key.startsWith(prefix))
      .map(({ key, value }) => ({ key, value }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, most);
  }

  close(): Promise<void> {
    return this.#end();
  }

  /**
   * In memory at once, so that two callers in the same moment cannot both win; taken back where it cannot be
   * written, so that whoever tries again is not refused for a claim that never was.
   */
  async #change(changes: readonly Change[]): Promise<void> {
    const before = changes.map(({ key }) => this.#entries.change(key));
    for (const change of changes) this.#entries.set(change);
    this.#changes += changes.length;
    if (this.#changes > SWEEP_AFTER) {
      this.#changes = 0;
      for (const _ of this.#entries.live());
    }
    try {
      await this.#write(changes);
    } catch (error) {
      for (const change of before) this.#entries.set(change);
      throw error;
    }
  }
}
