import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type LockOptions, lock } from 'proper-lockfile';

/** A builder that has not touched its lock for this long is gone; it touches it every two seconds. */
const STALE_MS = 10_000;
const TOUCH_MS = 2_000;
/** A waiting builder looks every quarter of a second, for ten minutes. */
const LOOKS = { retries: 2400, factor: 1, minTimeout: 250 };

/** The right to build an index folder. */
export interface BuildLock {
  /** Throws when another process has taken the lock because this one stood still. */
  check(): void;
  release(): Promise<void>;
}

/**
 * Waits for the lock on an index folder, which is made where it is missing. `onWait` is called once when another
 * process has it. Throws an Error in one line when the folder cannot be written.
 */
export async function lockIndex(index: string, onWait: () => void): Promise<BuildLock> {
  let lost = false;
  const options: LockOptions = {
    lockfilePath: join(index, 'build.lock'),
    stale: STALE_MS,
    update: TOUCH_MS,
    onCompromised: () => {
      lost = true;
    },
  };
  try {
    await mkdir(join(index, 'segments'), { recursive: true });
    const release = await lock(index, options).catch((error: unknown) => {
      if (codeOf(error) !== 'ELOCKED') throw error;
      onWait();
      return lock(index, { ...options, retries: LOOKS });
    });
    return {
      check: () => {
        if (lost) throw new Error(`another process took over the index folder ${index}: run this again`);
      },
      // A lock that was lost is not there to be released.
      release: () => (lost ? Promise.resolve() : release()),
    };
  } catch (error) {
    const code = codeOf(error);
    const why = code === 'ELOCKED' ? 'another process has been building it for ten minutes' : code;
    throw new Error(`the index folder ${index} cannot be written (${why}): name another with --index`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
