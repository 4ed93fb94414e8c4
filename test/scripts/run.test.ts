import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const ARTICLE = 'Harbour\n\n“The pier is open,” said Irma Dahl, the mayor of Vik.\n';
const run = promisify(execFile);

/** A copy of what a bundle is made of, so that nobody else bundles meanwhile. */
let copy: string;
let article: string;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'whosaid-run-'));
  for (const part of ['src', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'])
    await cp(join(PROJECT, part), join(copy, part), {
      recursive: true,
      filter: (path) => !path.includes('node_modules'),
    });
  await symlink(join(PROJECT, 'node_modules'), join(copy, 'node_modules'));
  article = join(copy, 'harbour.txt');
  await writeFile(article, ARTICLE);
});
afterAll(() => rm(copy, { recursive: true, force: true }));

const quotes = (from: readonly string[]): Promise<{ stdout: string; stderr: string }> =>
  run(process.execPath, [...from, '--json', article], { cwd: copy });
const bundles = (): Promise<string[]> => readdir(join(copy, 'dist/program'));

describe('a bundled command', () => {
  test('says what its sources say, and is bundled once', async () => {
    const bundled = await quotes(['scripts/run.mjs', 'quotes']);
    expect(bundled).toEqual(await quotes(['--import', 'tsx', 'scripts/quotes.ts']));
    expect(bundled.stdout).toContain('Irma Dahl');
    const [first, ...more] = await bundles();
    expect(more).toEqual([]);
    await quotes(['scripts/run.mjs', 'quotes']);
    expect(await bundles()).toEqual([first]);
  });

  test('is bundled anew when a source changes', async () => {
    const help = join(copy, 'scripts/quotes.ts');
    await writeFile(
      help,
      `${'process.stderr.write("changed\\n");'}\nawait import('./command-line.ts');\nexport {};\n`,
    );
    expect((await quotes(['scripts/run.mjs', 'quotes'])).stderr).toBe('changed\n');
    expect(await bundles()).toHaveLength(2);
  });

  test('runs from its sources where nothing can be bundled', async () => {
    await rm(join(copy, 'dist'), { recursive: true });
    await writeFile(join(copy, 'dist'), 'in the way');
    expect((await quotes(['scripts/run.mjs', 'quotes'])).stderr).toBe('changed\n');
    await rm(join(copy, 'dist'));
  });

  test('that does not exist is refused with those that do', async () => {
    const failed = run(process.execPath, ['scripts/run.mjs', 'nothing'], { cwd: copy });
    await expect(failed).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('ask, quotes') });
  });
});
