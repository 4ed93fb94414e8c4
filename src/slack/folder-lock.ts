import { open, readFile, rm } from 'node:fs/promises';

/** Files of this process: without a start to compare, its own number may be that of one before it, in a container. */
const OWN = new Set<string>();

/**
 * Takes a folder for this process by a file that names it, until the returned function is called. The lock of a
 * process that is gone does not count, even where its number has gone to another one since: after the machine
 * was started anew, or in a container, where the same few numbers are given out each time. Rejects where
 * another process has the folder.
 */
export async function lockFolder(path: string): Promise<() => Promise<void>> {
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(`${process.pid} ${(await startOf(process.pid)) ?? ''}`.trim());
      await file.close();
      OWN.add(path);
      return async () => {
        OWN.delete(path);
        await rm(path, { force: true });
      };
    } catch {
      const [pid = '', start = null] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
      if (await isHeld(path, Number(pid), start)) {
        throw new Error(`${path} says that process ${pid} uses this folder: stop it, or set STATE.`);
      }
      await rm(path, { force: true });
    }
  }
  throw new Error(`${path} cannot be created.`);
}

async function isHeld(path: string, pid: number, start: string | null): Promise<boolean> {
  if (pid === process.pid) return OWN.has(path);
  if (!isRunning(pid)) return false;
  const current = await startOf(pid);
  return start === null || current === null || start === current;
}

/** True of a thread's number as well. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process began, and in which run of the machine; null where the system does not say. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name before it stands in parentheses and may hold anything; the start is the 22nd field of all.
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    return start === undefined ? null : `${boot.trim()}/${start}`;
  } catch {
    return null;
  }
}
