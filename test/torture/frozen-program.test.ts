import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freezeProgram } from '../../scripts/torture/frozen-program.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'program-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a run goes on with the program as it was, whatever somebody types into it meanwhile', async () => {
  for (const name of ['src', 'scripts', 'test', 'docs', 'node_modules', 'models'])
    await mkdir(join(root, name));
  for (const name of ['package.json', 'tsconfig.json']) await cp(join(PROJECT, name), join(root, name));
  await writeFile(join(root, 'src/main.ts'), `console.log('as it was')`);
  const frozen = freezeProgram(root);
  await writeFile(join(root, 'src/main.ts'), 'half a sen');
  const said = execFileSync(process.execPath, ['--import', 'tsx', join(frozen, 'src/main.ts')], {
    cwd: PROJECT,
  });
  expect(String(said)).toBe('as it was\n');
}, 30_000);
