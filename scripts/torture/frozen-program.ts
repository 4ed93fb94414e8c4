import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** What the program consists of; what it only reads and nobody edits is linked. */
const COPIED = ['src', 'scripts', 'test', 'docs', 'package.json', 'tsconfig.json'];
const LINKED = ['node_modules', 'models'];

/**
 * A copy of the program in `root` as it is now, gone when this process ends. A run starts the program hundreds of
 * times: somebody who edits it meanwhile must neither break a start nor change what is measured.
 */
export function freezeProgram(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'torture-program-'));
  // What scripts have installed for themselves is large, and no part of the program.
  const filter = (path: string): boolean => basename(path) !== 'node_modules';
  for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true, filter });
  for (const name of LINKED) symlinkSync(join(root, name), join(copy, name));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  return copy;
}
