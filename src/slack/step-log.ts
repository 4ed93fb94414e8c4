import { type Change, SWEEP_AFTER } from './shelf.ts';
import type { Written } from './shelf-index.ts';
import { shorten } from './shorten.ts';
import { toLine } from './step-lines.ts';
import type { WrittenEntries } from './written-entries.ts';

/** The file is written anew when it has this many bytes more than twice what counted in it the last time. */
const SUPERFLUOUS = 1024 * 1024;

interface Waiting {
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Appends steps to the file of the entries. Each is in the file, and counts, at once; it is confirmed when it is on
 * the disk, together with what came while the disk was busy.
 */
export class StepLog {
  readonly #path: string;
  readonly #entries: WrittenEntries;
  readonly #now: () => number;
  #unconfirmed: Waiting[] = [];
  #confirming: Promise<void> | null = null;
  #shortening: { readonly over: Promise<void>; readonly stop: AbortController } | null = null;
  #closed = false;
  /** Bytes from which on the file is too long. */
  #enough = 0;
  #changes = 0;

  constructor(path: string, entries: WrittenEntries, now: () => number) {
    this.#path = path;
    this.#entries = entries;
    this.#now = now;
  }

  /** Makes all the changes; none where they cannot be written, or not be made to last. */
  async append(step: readonly Change[]): Promise<void> {
    const { file, index } = this.#entries;
    const line = Buffer.from(toLine(step));
    const offset = file.append(line);
    const before = new Map(step.map(({ key }) => [key, index.find(key)]));
    for (const { key, value, until } of step) {
      this.#entries.note(key, value === null ? null : { offset, length: line.length, until });
    }
    this.#sweep(step.length);
    try {
      await new Promise<void>((done, failed) => {
        this.#unconfirmed.push({ done, failed });
        this.#confirming ??= this.#confirmAll();
      });
    } catch (error) {
      this.#takeBack(before, offset);
      throw error;
    }
  }

  /** Writes what counts into a new file; where that cannot be done, the old one goes on. */
  shorten(): Promise<void> {
    if (this.#shortening === null) {
      const stop = new AbortController();
      this.#shortening = { stop, over: this.#shorten(stop.signal) };
    }
    return this.#shortening.over;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#shortening?.stop.abort();
    await this.#shortening?.over;
    await this.#confirming;
    await this.#entries.file.retire();
  }

  async #shorten(signal: AbortSignal): Promise<void> {
    const { file, index } = this.#entries;
    index.sweep(this.#now());
    try {
      const shorter = await shorten({ path: this.#path, file, index }, signal);
      this.#entries.file = shorter;
      this.#enough = 2 * shorter.size + SUPERFLUOUS;
      await file.retire();
    } catch {
      this.#enough = file.size + SUPERFLUOUS;
    }
    this.#shortening = null;
  }

  async #confirmAll(): Promise<void> {
    while (this.#unconfirmed.length > 0) await this.#confirm();
    this.#confirming = null;
    if (this.#entries.file.size > this.#enough && !this.#closed) void this.shorten();
  }

  async #confirm(): Promise<void> {
    const batch = this.#unconfirmed;
    this.#unconfirmed = [];
    const { file } = this.#entries;
    try {
      await file.reading(() => file.handle.datasync());
    } catch (error) {
      // Where a new file has taken its place, that has the steps too, and is on the disk.
      if (this.#entries.file === file) {
        // It may have copied what is taken back now.
        this.#shortening?.stop.abort();
        for (const { failed } of batch) failed(error);
        return;
      }
    }
    for (const { done } of batch) done();
  }

  /** Of the step that begins at `offset`, what no later one has changed. */
  #takeBack(before: ReadonlyMap<string, Written | null>, offset: number): void {
    for (const [key, written] of before) {
      const { index } = this.#entries;
      if ((index.find(key)?.offset ?? offset) === offset) this.#entries.note(key, written);
    }
  }

  #sweep(changes: number): void {
    this.#changes += changes;
    if (this.#changes < SWEEP_AFTER) return;
    this.#changes = 0;
    this.#entries.index.sweep(this.#now());
  }
}
