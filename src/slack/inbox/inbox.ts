import { randomUUID } from 'node:crypto';
import type { Entry, Json, Shelf } from '../shelf.ts';

/** Something that was delivered and has to be answered, as it lies on the shelf until it is. */
export interface Kept {
  readonly id: string;
  /** What Slack sent. */
  readonly body: Json;
  /** Milliseconds since 1970 when it came. */
  readonly at: number;
  /** How often a process began to answer it. */
  readonly tries: number;
  /** Until then it is in the hands of a process; after that any may take it up. */
  readonly until: number;
}

export interface InboxOptions {
  /** Whether no other process uses the shelf: then what lies there at the start is nobody's. */
  readonly alone: boolean;
  readonly now?: () => number;
}

/** What became of what lay on the shelf. */
export interface Recovered {
  /** To be answered by this process. */
  readonly due: readonly Kept[];
  /** Too old to be answered; removed. */
  readonly expired: readonly Kept[];
}

const DAY = 24 * 60 * 60 * 1000;
/** Slack repeats a delivery for minutes; a day leaves room for an outage of its or ours. */
const CLAIM_MILLIS = DAY;
/** After a day people have asked somebody else, and an answer would be noise. */
const OLDEST_MILLIS = DAY;
/** How long a process that says nothing is taken to be alive. */
export const LEASE_MILLIS = 20_000;
/** How often a living process says that it is. */
export const HEARTBEAT_MILLIS = 5_000;
const LONGEST_PAUSE_MILLIS = 10 * 60_000;
/** What is looked at in one beat. */
const MOST_AT_ONCE = 1_000;

/**
 * What was delivered and is not answered yet. It lies on the shelf, so that after a crash this
 * process, or another one on the same shelf, answers it.
 *
 * It is claimed and written down in one step, before Slack is told that it was taken: a crash leaves
 * either Slack, which delivers it again, or the entry.
 */
export class Inbox {
  readonly #shelf: Shelf;
  readonly #alone: boolean;
  readonly #now: () => number;
  readonly #inHand = new Map<string, Kept>();
  readonly #answered = new Set<string>();
  #started = false;
  #waiting = 0;
  #oldest: number | null = null;

  constructor(shelf: Shelf, { alone, now = Date.now }: InboxOptions) {
    this.#shelf = shelf;
    this.#alone = alone;
    this.#now = now;
  }

  /** How many this process works on. */
  get inHand(): number {
    return this.#inHand.size;
  }

  /** How many lay on the shelf when it was last looked at, in anybody's hands. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Milliseconds since the oldest of them came; 0 where there is none. */
  get oldestMillis(): number {
    return this.#oldest === null ? 0 : this.#now() - this.#oldest;
  }

  /** Keeps what was delivered; null where it was delivered before, under any of its names. */
  async take(names: readonly string[], body: unknown): Promise<Kept | null> {
    const now = this.#now();
    const kept: Kept = { id: randomUUID(), body: body as Json, at: now, tries: 1, until: now + LEASE_MILLIS };
    // In hand from the first moment: a beat that finds it on the shelf must not take it for a dead process's.
    this.#inHand.set(kept.id, kept);
    try {
      const claims = names.map((name) => `claim/${name}`);
      const isFirst = await this.#shelf.claim(claims, CLAIM_MILLIS, [entryOf(kept)]);
      if (!isFirst) this.#inHand.delete(kept.id);
      return isFirst ? kept : null;
    } catch (error) {
      this.#inHand.delete(kept.id);
      throw error;
    }
  }

  /**
   * The turn of what was taken over has come. Only from now on does it count against it that a process ends: where
   * many wait, most of them have nothing to do with that. Rejects where it cannot be written down.
   */
  async begin(kept: Kept): Promise<Kept> {
    const begun: Kept = { ...kept, tries: kept.tries + 1, until: this.#now() + LEASE_MILLIS };
    this.#inHand.set(begun.id, begun);
    await this.#write(begun);
    return begun;
  }

  /** It is answered: nobody has to look at it again. Never rejects; what fails is tried again with the next beat. */
  async done({ id }: Kept): Promise<void> {
    this.#inHand.delete(id);
    this.#answered.add(id);
    await this.#shelf.remove(keyOf(id)).then(
      () => this.#answered.delete(id),
      () => undefined,
    );
  }

  /** It cannot be answered now. After a pause, longer each time, any process takes it up again. */
  async postpone(kept: Kept): Promise<void> {
    this.#inHand.delete(kept.id);
    const pause = Math.min(1_000 * 2 ** (kept.tries - 1), LONGEST_PAUSE_MILLIS);
    await this.#write({ ...kept, until: this.#now() + pause }).catch(() => undefined);
  }

  /**
   * What has to be taken up: in the hands of nobody, or of a process that has not been heard of. Each
   * is given to one of many callers. Also says of what is in hand here that it still is.
   */
  async beat(): Promise<Recovered> {
    for (const id of this.#answered) {
      await this.#shelf.remove(keyOf(id));
      this.#answered.delete(id);
    }
    await this.#renew();
    const known = (await this.#shelf.list(PREFIX, MOST_AT_ONCE)).map(({ value }) => value as unknown as Kept);
    const others = known.filter(({ id }) => !this.#inHand.has(id) && !this.#answered.has(id));
    const first = this.#alone && !this.#started;
    this.#started = true;
    this.#waiting = known.length;
    this.#oldest = known.reduce<number | null>((least, { at }) => Math.min(least ?? at, at), null);
    const due: Kept[] = [];
    const expired: Kept[] = [];
    for (const kept of others.sort((a, b) => a.at - b.at)) {
      if (!first && kept.until > this.#now()) continue;
      const taken = await this.#takeOver(kept);
      if (!taken) continue;
      if (this.#now() - taken.at <= OLDEST_MILLIS) due.push(taken);
      else {
        expired.push(taken);
        await this.done(taken);
      }
    }
    return { due, expired };
  }

  /** Gives up what is in hand, for whoever comes next. */
  async release(): Promise<void> {
    const left = [...this.#inHand.values()];
    this.#inHand.clear();
    await Promise.all(
      left.map((kept) => this.#write({ ...kept, until: this.#now() }).catch(() => undefined)),
    );
  }

  /** One caller wins each turn of an entry. */
  async #takeOver(kept: Kept): Promise<Kept | null> {
    // Somebody may have answered it, or said that it lives, since the shelf was looked at.
    const current = (await this.#shelf.get(keyOf(kept.id))) as unknown as Kept | null;
    if (current === null || current.until !== kept.until) return null;
    const taken: Kept = { ...kept, until: this.#now() + LEASE_MILLIS };
    this.#inHand.set(taken.id, taken);
    const turn = `claim/turn/${kept.id}/${kept.until}`;
    const won = await this.#shelf.claim([turn], LEASE_MILLIS, [entryOf(taken)]).catch(() => false);
    if (!won) this.#inHand.delete(taken.id);
    return won ? taken : null;
  }

  async #renew(): Promise<void> {
    const soon = this.#now() + LEASE_MILLIS - HEARTBEAT_MILLIS;
    const old = [...this.#inHand.values()].filter(({ until }) => until < soon);
    await Promise.all(
      old.map(async (kept) => {
        const renewed = { ...kept, until: this.#now() + LEASE_MILLIS };
        this.#inHand.set(kept.id, renewed);
        await this.#write(renewed);
        // It was answered while this was being written: the entry must not come back.
        if (!this.#inHand.has(kept.id)) await this.done(renewed);
      }),
    );
  }

  async #write(kept: Kept): Promise<void> {
    const { key, value, keepMillis } = entryOf(kept);
    await this.#shelf.put(key, value, keepMillis);
  }
}

const PREFIX = 'inbox/';

function keyOf(id: string): string {
  return `${PREFIX}${id}`;
}

function entryOf(kept: Kept): Required<Entry> {
  return { key: keyOf(kept.id), value: kept as unknown as Json, keepMillis: OLDEST_MILLIS * 2 };
}
