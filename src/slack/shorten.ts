import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Change } from './shelf.ts';
import type { ShelfIndex } from './shelf-index.ts';
import { StepFile } from './step-file.ts';
import { isSealed, linesOf, readStep, toLine } from './step-lines.ts';

const COPIED_AT_ONCE = 256 * 1024;
/** What is copied while nobody else has a turn. */
const LAST_PART = 64 * 1024;

/** A file of steps, and where in it what counts is written. */
export interface Steps {
  readonly path: string;
  readonly file: StepFile;
  readonly index: ShelfIndex;
}

/**
 * Writes what counts in a file beside it, a part at a time, and puts that in its place. Steps may be appended and
 * read meanwhile: they are copied as they are, and the last of them in one go with the change of places. Returns
 * the new file, which is on the disk; rejects where it cannot be written, and all stays as it was.
 */
export async function shorten({ path, file, index }: Steps, signal: AbortSignal): Promise<StepFile> {
  const beside = `${path}.new`;
  const end = file.size;
  index.beginMove();
  const fresh = await StepFile.open(beside, 'w+').catch((error: unknown) => {
    index.giveUpMove();
    throw error;
  });
  try {
    await file.reading(() => copyLive(file, end, fresh, index, signal));
    const shift = fresh.size - end;
    const behind = (): number => file.size + shift - fresh.size;
    while (behind() > LAST_PART) {
      const part = await file.read(fresh.size - shift, Math.min(behind(), COPIED_AT_ONCE));
      signal.throwIfAborted();
      fresh.append(part);
    }
    await fresh.handle.datasync();
    signal.throwIfAborted();
    // Nobody has a turn between these.
    fresh.takeOver(file, fresh.size - shift);
    renameSync(beside, path);
    syncFolder(dirname(path));
    index.endMove(end, shift);
    return fresh;
  } catch (error) {
    index.giveUpMove();
    await fresh.retire();
    await rm(beside, { force: true });
    throw error;
  }
}

/** Of every line the changes that count: those that the index finds there. */
async function copyLive(
  file: StepFile,
  end: number,
  fresh: StepFile,
  index: ShelfIndex,
  signal: AbortSignal,
): Promise<void> {
  let batch: { readonly bytes: Buffer; readonly keys: readonly string[] }[] = [];
  let waiting = 0;
  const write = (): void => {
    let offset = fresh.append(Buffer.concat(batch.map(({ bytes }) => bytes)));
    for (const { bytes, keys } of batch) {
      for (const key of keys) index.move(key, offset, bytes.length);
      offset += bytes.length;
    }
    batch = [];
    waiting = 0;
  };
  for await (const { offset, text } of linesOf(file.handle, end)) {
    signal.throwIfAborted();
    const step = readStep(text) ?? [];
    const live = step.filter(({ key }) => index.find(key)?.offset === offset);
    if (live.length === 0) continue;
    const bytes = Buffer.from(step.length === 1 ? sealed(text) : toLine(lastOfEach(live)));
    batch.push({ bytes, keys: live.map(({ key }) => key) });
    waiting += bytes.length;
    if (waiting >= COPIED_AT_ONCE) write();
  }
  write();
}

/** The line of a single change as it stands, unless version 0.1.0 wrote it. */
function sealed(text: string): string {
  return isSealed(text) ? `${text}\n` : toLine(readStep(text) ?? []);
}

function lastOfEach(step: readonly Change[]): Change[] {
  return [...new Map(step.map((change) => [change.key, change])).values()];
}

/** So that the new name lasts too; not every system lets a folder be opened. */
function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    // The old file, under the same name, holds the same entries.
  }
}
