import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { memoryShelf, type Shelf, shelfOver } from './shelf.ts';
import { StepFile } from './step-file.ts';
import { StepLog } from './step-log.ts';
import { WrittenEntries } from './written-entries.ts';

const NAME = 'slack.jsonl';
const LOCK = 'slack.lock';

/**
 * A shelf in a folder: a log of steps, one a line with its checksum, each on the disk before it is confirmed. Memory
 * holds only where the entries are, some 50 bytes each. The line that a crash has cut off is dropped; of others
 * that are not as they were written, `onDamaged` is told the number. Rejects where another process uses the folder.
 */
export async function fileShelf(
  folder: string,
  now: () => number = Date.now,
  onDamaged: (lines: number) => void = () => {},
): Promise<Shelf> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = await lockFolder(join(folder, LOCK));
  try {
    const path = join(folder, NAME);
    const entries = await WrittenEntries.in(await StepFile.open(path, 'a+'), now, onDamaged);
    const log = new StepLog(path, entries, now);
    await log.shorten();
    return shelfOver(
      {
        has: (key) => entries.has(key),
        get: (key) => entries.get(key),
        list: (prefix) => entries.list(prefix),
        change: (step) => log.append(step),
        async close() {
          await log.close();
          await unlock();
        },
      },
      now,
    );
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** What a folder's shelf holds now, to read while another process uses it; nothing can be written to it. */
export async function shelfSnapshot(folder: string): Promise<Shelf> {
  const file = await StepFile.open(join(folder, NAME), 'r').catch(() => null);
  if (file === null) return memoryShelf();
  const entries = await WrittenEntries.in(file, Date.now, () => undefined);
  return shelfOver(
    {
      has: (key) => entries.has(key),
      get: (key) => entries.get(key),
      list: (prefix) => entries.list(prefix),
      change: async () => {
        throw new Error(`${folder}: what is only read cannot be changed`);
      },
      close: () => file.retire(),
    },
    Date.now,
  );
}
