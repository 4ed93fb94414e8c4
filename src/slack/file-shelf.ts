import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Change, Entries, EntryShelf, type Json, type Shelf } from './shelf.ts';

const NAME = 'slack.jsonl';
const LOCK = 'slack.lock';
/** The file is written anew when it has this many lines more than entries that count. */
const SUPERFLUOUS = 20_000;

/**
 * A shelf in a folder: a file of changes, one a line, each on the disk before it is confirmed. A
 * line that a crash has cut off is dropped. Rejects where another process uses the folder.
 */
export async function fileShelf(folder: string, now: () => number = Date.now): Promise<Shelf> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lock(join(folder, LOCK));
  try {
    const entries = new Entries(now);
    for (const change of await readChanges(join(folder, NAME))) {
      entries.set(change.key, change.value, change.until);
    }
    const log = await ChangeLog.open(join(folder, NAME), entries);
    return new EntryShelf(
      entries,
      (changes) => log.append(changes),
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
  for (const { key, value, until } of await readChanges(join(folder, NAME))) entries.set(key, value, until);
  return new EntryShelf(entries, async () => undefined);
}

/** Appends in batches: what arrives while the disk is busy is written together. */
class ChangeLog {
  readonly #path: string;
  readonly #entries: Entries;
  #file: FileHandle;
  #lines = 0;
  #waiting: { lines: string[]; done: () => void; failed: (error: unknown) => void }[] = [];
  #writing: Promise<void> | null = null;

  private constructor(path: string, entries: Entries, file: FileHandle) {
    this.#path = path;
    this.#entries = entries;
    this.#file = file;
  }

  static async open(path: string, entries: Entries): Promise<ChangeLog> {
    return new ChangeLog(path, entries, await rewrite(path, entries));
  }

  append(changes: readonly Change[]): Promise<void> {
    const lines = changes.map(toLine);
    return new Promise((done, failed) => {
      this.#waiting.push({ lines, done, failed });
      this.#writing ??= this.#writeAll().finally(() => {
        this.#writing = null;
      });
    });
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#file.close();
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const lines = batch.flatMap((each) => each.lines);
        await this.#file.appendFile(lines.join(''));
        await this.#file.datasync();
        for (const each of batch) each.done();
        this.#lines += lines.length;
        if (this.#lines > this.#entries.size + SUPERFLUOUS) await this.#shorten();
      } catch (error) {
        for (const each of batch) each.failed(error);
      }
    }
  }

  async #shorten(): Promise<void> {
    await this.#file.close();
    this.#file = await rewrite(this.#path, this.#entries);
    this.#lines = this.#entries.size;
  }
}

/** Writes the entries that count beside the file and puts it in its place; the handle appends. */
async function rewrite(path: string, entries: Entries): Promise<FileHandle> {
  const fresh = `${path}.new`;
  const file = await open(fresh, 'w', 0o600);
  await file.appendFile([...entries.live()].map(toLine).join(''));
  await file.datasync();
  await file.close();
  await rename(fresh, path);
  return open(path, 'a', 0o600);
}

function toLine({ key, value, until }: Change): string {
  return `${JSON.stringify({ k: key, v: value, u: until })}\n`;
}

async function readChanges(path: string): Promise<Change[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      const { k, v, u } = JSON.parse(line) as { k: string; v: Json; u: number };
      return typeof k === 'string' && typeof u === 'number' ? [{ key: k, value: v, until: u }] : [];
    } catch {
      return [];
    }
  });
}

/** Takes the folder for this process; a lock whose process is gone does not count. */
async function lock(path: string): Promise<() => Promise<void>> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(path, { force: true });
    } catch {
      const owner = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isRunning(owner)) {
        throw new Error(`${path} says that process ${owner} uses this folder: stop it, or set STATE.`);
      }
      await rm(path, { force: true });
    }
  }
  throw new Error(`${path} cannot be created.`);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
