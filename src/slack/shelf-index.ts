import { hash } from 'node:crypto';

/** Where something is written: bytes of a file, and until when it counts, in milliseconds since 1970. */
export interface Written {
  readonly offset: number;
  readonly length: number;
  readonly until: number;
}

/** Something written, by what it is recognised when it is read. */
export interface Located extends Written {
  /** Whether this is what stands there under the key. */
  is(key: string): boolean;
}

const FIRST_SLOTS = 1_024;
const GROWTH = 1.5;
const NONE = -1;
/** A fingerprint is 96 bits of SHA-256, in words of 32: among a thousand million keys, two agree with a chance of 1e-11. */
const WORDS = 3;
/** The number of a kind is one byte; what comes when all are given shares the last. */
const MOST_KINDS = 255;

/**
 * Which keys are in a file, and where. Neither a key nor a value is kept in memory, only a fingerprint: some 45
 * bytes a key, however long both are, and nothing of it in the heap that is searched for garbage.
 */
export class ShelfIndex {
  #capacity = FIRST_SLOTS;
  #prints = new Uint32Array(FIRST_SLOTS * WORDS);
  #offsets = new Float64Array(FIRST_SLOTS);
  /** 0: the slot is free. */
  #lengths = new Uint32Array(FIRST_SLOTS);
  #untils = new Float64Array(FIRST_SLOTS);
  #kinds = new Uint8Array(FIRST_SLOTS);
  /** The next slot with the same first word, modulo the heads; of a free slot, the next free one. */
  #next = new Int32Array(FIRST_SLOTS);
  #heads = new Int32Array(FIRST_SLOTS).fill(NONE);
  /** Slots that were in use at some time; those of them that are not now hang at `#free`. */
  #used = 0;
  #free = NONE;
  #size = 0;
  readonly #kindNames: string[] = [];
  #moved: { readonly offsets: Float64Array; readonly lengths: Uint32Array } | null = null;

  /** How many keys there are, over or not. */
  get size(): number {
    return this.#size;
  }

  /** Where a key's value is written; null where there is none. */
  find(key: string): Written | null {
    const slot = this.#slotOf(printOf(key));
    return slot === NONE ? null : this.#written(slot);
  }

  set(key: string, { offset, length, until }: Written): void {
    const print = printOf(key);
    const known = this.#slotOf(print);
    const slot = known === NONE ? this.#newSlot(print) : known;
    this.#offsets[slot] = offset;
    this.#lengths[slot] = length;
    this.#untils[slot] = until;
    if (known === NONE) this.#kinds[slot] = this.#kindOf(key);
  }

  delete(key: string): void {
    const slot = this.#slotOf(printOf(key));
    if (slot !== NONE) this.#release(slot);
  }

  /** Drops what is over at this time. */
  sweep(now: number): void {
    this.#eachSlot((slot) => {
      if (at(this.#untils, slot) <= now) this.#release(slot);
    });
  }

  /** What may begin with the prefix and counts at this time; only its keys, in the file, tell whether it does. */
  candidates(prefix: string, now: number): Located[] {
    const kinds = this.#kindsLike(prefix);
    const found: Located[] = [];
    this.#eachSlot((slot) => {
      if (kinds[at(this.#kinds, slot)] === 0 || at(this.#untils, slot) <= now) return;
      const print = this.#prints.slice(slot * WORDS, (slot + 1) * WORDS);
      found.push({ ...this.#written(slot), is: (key) => printOf(key).every((word, n) => word === print[n]) });
    });
    return found;
  }

  /** From now on `move` notes down new places; `endMove` puts them in force, `giveUpMove` forgets them. */
  beginMove(): void {
    this.#moved = { offsets: new Float64Array(this.#capacity), lengths: new Uint32Array(this.#capacity) };
  }

  /** What stands under the key will be found there, unless the key gets another value before. */
  move(key: string, offset: number, length: number): void {
    const slot = this.#slotOf(printOf(key));
    if (slot === NONE || !this.#moved) return;
    this.#moved.offsets[slot] = offset;
    this.#moved.lengths[slot] = length;
  }

  /** What was written from byte `end` on is `shift` further on; of the rest, what was not moved is dropped. How much. */
  endMove(end: number, shift: number): number {
    const moved = this.#moved;
    if (!moved) return 0;
    this.#moved = null;
    const before = this.#size;
    this.#eachSlot((slot) => {
      if (at(this.#offsets, slot) >= end) this.#offsets[slot] = at(this.#offsets, slot) + shift;
      else if (at(moved.lengths, slot) === 0) this.#release(slot);
      else {
        this.#offsets[slot] = at(moved.offsets, slot);
        this.#lengths[slot] = at(moved.lengths, slot);
      }
    });
    return before - this.#size;
  }

  giveUpMove(): void {
    this.#moved = null;
  }

  #written(slot: number): Written {
    return {
      offset: at(this.#offsets, slot),
      length: at(this.#lengths, slot),
      until: at(this.#untils, slot),
    };
  }

  /** Does something with every slot in use, which may be released meanwhile; half a million of them take milliseconds. */
  #eachSlot(look: (slot: number) => void): void {
    for (let slot = 0; slot < this.#used; slot += 1) if (at(this.#lengths, slot) > 0) look(slot);
  }

  #headOf(print: Uint32Array): number {
    return at(print, 0) % this.#heads.length;
  }

  #slotOf(print: Uint32Array): number {
    let slot = at(this.#heads, this.#headOf(print));
    while (slot !== NONE && !this.#holds(slot, print)) slot = at(this.#next, slot);
    return slot;
  }

  #holds(slot: number, print: Uint32Array): boolean {
    for (let n = 0; n < WORDS; n += 1) if (this.#prints[slot * WORDS + n] !== print[n]) return false;
    return true;
  }

  #newSlot(print: Uint32Array): number {
    if (this.#free === NONE && this.#used === this.#capacity) this.#grow();
    const slot = this.#free === NONE ? this.#used : this.#free;
    if (slot === this.#used) this.#used += 1;
    else this.#free = at(this.#next, slot);
    this.#prints.set(print, slot * WORDS);
    this.#hang(slot);
    this.#size += 1;
    return slot;
  }

  #release(slot: number): void {
    const head = this.#headOf(this.#prints.subarray(slot * WORDS));
    let before = NONE;
    for (let each = at(this.#heads, head); each !== slot; each = at(this.#next, each)) before = each;
    const after = at(this.#next, slot);
    if (before === NONE) this.#heads[head] = after;
    else this.#next[before] = after;
    this.#next[slot] = this.#free;
    this.#free = slot;
    this.#lengths[slot] = 0;
    this.#size -= 1;
    if (this.#moved) this.#moved.lengths[slot] = 0;
  }

  #hang(slot: number): void {
    const head = this.#headOf(this.#prints.subarray(slot * WORDS));
    this.#next[slot] = at(this.#heads, head);
    this.#heads[head] = slot;
  }

  /** Only called where every slot is in use. */
  #grow(): void {
    const capacity = Math.ceil(this.#capacity * GROWTH);
    this.#capacity = capacity;
    this.#prints = longer(this.#prints, new Uint32Array(capacity * WORDS));
    this.#offsets = longer(this.#offsets, new Float64Array(capacity));
    this.#lengths = longer(this.#lengths, new Uint32Array(capacity));
    this.#untils = longer(this.#untils, new Float64Array(capacity));
    this.#kinds = longer(this.#kinds, new Uint8Array(capacity));
    this.#next = new Int32Array(capacity);
    this.#heads = new Int32Array(capacity).fill(NONE);
    for (let slot = 0; slot < this.#used; slot += 1) this.#hang(slot);
    if (!this.#moved) return;
    const { offsets, lengths } = this.#moved;
    this.#moved = {
      offsets: longer(offsets, new Float64Array(capacity)),
      lengths: longer(lengths, new Uint32Array(capacity)),
    };
  }

  #kindOf(key: string): number {
    const name = kindName(key);
    const known = this.#kindNames.indexOf(name);
    if (known !== -1) return known;
    if (this.#kindNames.length === MOST_KINDS) return MOST_KINDS;
    return this.#kindNames.push(name) - 1;
  }

  /** 1 for the kinds whose keys may begin so. */
  #kindsLike(prefix: string): Uint8Array {
    const whole = prefix.includes('/');
    const alike = (name: string): boolean => (whole ? name === kindName(prefix) : name.startsWith(prefix));
    const kinds = new Uint8Array(MOST_KINDS + 1);
    this.#kindNames.forEach((name, kind) => {
      kinds[kind] = Number(alike(name));
    });
    kinds[MOST_KINDS] = 1;
    return kinds;
  }
}

/** What a key is about: what stands before its first slash. */
function kindName(key: string): string {
  return key.split('/', 1)[0] as string;
}

function printOf(key: string): Uint32Array {
  // As it is in memory: in UTF-8, all halves of characters would be alike.
  const digest = hash('sha256', Buffer.from(key, 'utf16le'), 'buffer');
  const print = new Uint32Array(WORDS);
  for (let n = 0; n < WORDS; n += 1) print[n] = digest.readUInt32LE(n * 4);
  return print;
}

function longer<T extends Uint32Array | Float64Array | Uint8Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

/** An element of an array that is known to have it. */
function at(array: Float64Array | Uint32Array | Int32Array | Uint8Array, index: number): number {
  return array[index] as number;
}
