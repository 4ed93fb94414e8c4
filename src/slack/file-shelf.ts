import { writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { lockFolder } from './folder-lock.ts';
import { type Change, Entries, EntryShelf, type Json, type Shelf } from './shelf.ts';

const NAME = 'slack.jsonl';
const LOCK = 'slack.lock';
/** The file is written anew when it has this many lines more than entries that count. */
const SUPERFLUOUS = 20_000;

/**
 * A shelf in a folder: a log of steps, one a line with its checksum, each on the disk before it is confirmed.
 * The line that a crash has cut off is dropped; of others that are not as they were written, `onDamaged` is
 * told the number. Rejects where another process uses the folder.
 */
export async function fileShelf(
  folder: string,
  now: () => number = Date.now,
  onDamaged: (lines: number) => void = () => {},
): Promise<Shelf> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(join(folder, LOCK));
  try {
    const entries = new Entries(now);
    const { changes, damaged } = await readSteps(join(folder, NAME));
    for (const change of changes) entries.set(change);
    if (damaged > 0) onDamaged(damaged);
    const log = await StepLog.open(join(folder, NAME), entries);
    return new EntryShelf(
      entries,
      (step) => log.append(step),
      async () => {
        await log.close();
        await unlock();
      },
    );
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** What a folder's shelf holds now, to read while another process uses it; writing to it changes nothing. */
export async function shelfSnapshot(folder: string): Promise<Shelf> {
  const entries = new Entries(Date.now);
  for (const change of (await readSteps(join(folder, NAME))).changes) entries.set(change);
  return new EntryShelf(entries, async () => undefined);
}

interface Waiting {
  readonly line: string;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Hands each step to the system at once, so that a process that is killed in the next moment has noted it down;
 * it is confirmed when it is on the disk, together with what came while the disk was busy.
 */
class StepLog {
  readonly #path: string;
  readonly #entries: Entries;
  #file: FileHandle;
  #lines: number;
  #unconfirmed: Waiting[] = [];
  #confirming: Promise<void> | null = null;
  /** What comes while the file is written anew waits for the new one. */
  #held: Waiting[] | null = null;
  /** Whether the last write failed and may have left half a line. */
  #torn = false;

  private constructor(path: string, entries: Entries, file: FileHandle) {
    this.#path = path;
    this.#entries = entries;
    this.#file = file;
    this.#lines = entries.size;
  }

  static async open(path: string, entries: Entries): Promise<StepLog> {
    return new StepLog(path, entries, await rewrite(path, entries));
  }

  append(step: readonly Change[]): Promise<void> {
    return new Promise((done, failed) => {
      const waiting = { line: toLine(step), done, failed };
      if (this.#held) this.#held.push(waiting);
      else this.#write(waiting);
    });
  }

  async close(): Promise<void> {
    await this.#confirming;
    await this.#file.close();
  }

  /** Not asynchronously: the threads that would write may be busy, and it takes microseconds. */
  #write(waiting: Waiting): void {
    try {
      writeWhole(this.#file.fd, (this.#torn ? '\n' : '') + waiting.line);
      this.#torn = false;
    } catch (error) {
      this.#torn = true;
      waiting.failed(error);
      return;
    }
    this.#lines += 1;
    this.#unconfirmed.push(waiting);
    this.#confirming ??= this.#confirmAll();
  }

  async #confirmAll(): Promise<void> {
    while (this.#unconfirmed.length > 0) {
      await this.#confirm();
      if (this.#lines > this.#entries.size + SUPERFLUOUS) await this.#shorten();
    }
    this.#confirming = null;
  }

  async #confirm(): Promise<void> {
    const batch = this.#unconfirmed;
    this.#unconfirmed = [];
    try {
      await this.#file.datasync();
      for (const { done } of batch) done();
    } catch (error) {
      this.#torn = true;
      for (const { failed } of batch) failed(error);
    }
  }

  /** What was confirmed is in the file already: where there is no room for a shorter one, it goes on as it is. */
  async #shorten(): Promise<void> {
    const held: Waiting[] = [];
    this.#held = held;
    await this.#confirm();
    const shorter = await rewrite(this.#path, this.#entries).catch(() => null);
    this.#lines = this.#entries.size;
    if (shorter) {
      await this.#file.close();
      this.#file = shorter;
    }
    this.#held = null;
    for (const waiting of held) this.#write(waiting);
  }
}

function writeWhole(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at);
}

/** Writes the entries that count beside the file and puts it in its place; the handle appends. */
async function rewrite(path: string, entries: Entries): Promise<FileHandle> {
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.appendFile([...entries.live()].map((entry) => toLine([entry])).join(''));
    await file.datasync();
  } finally {
    await file.close();
  }
  const handle = await open(fresh, 'a', 0o600);
  await rename(fresh, path);
  return handle;
}

function toLine(step: readonly Change[]): string {
  const json = JSON.stringify(step.map(({ key, value, until }) => ({ k: key, v: value, u: until })));
  return `${checksum(json)} ${json}\n`;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

async function readSteps(path: string): Promise<{ changes: Change[]; damaged: number }> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const lines = text.split('\n');
  const steps = lines.map(readStep);
  // The last one is empty, or what a crash has cut off before it was confirmed.
  const damaged = steps.slice(0, -1).filter((step, at) => step === null && lines[at] !== '').length;
  return { changes: steps.flatMap((step) => step ?? []), damaged };
}

interface WrittenChange {
  readonly k: string;
  readonly v: Json;
  readonly u: number;
}

/** The changes of a line; null where it is not as it was written. Version 0.1.0 wrote single changes, unsealed. */
function readStep(line: string): Change[] | null {
  try {
    const unsealed = line.startsWith('{');
    const json = unsealed ? `[${line}]` : line.slice(9);
    if (!unsealed && line.slice(0, 8) !== checksum(json)) return null;
    const written = JSON.parse(json) as WrittenChange[];
    return written.map(({ k, v, u }) => ({ key: k, value: v, until: u }));
  } catch {
    return null;
  }
}
