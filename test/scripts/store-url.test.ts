import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Cluster, hasPostgres, startPostgres } from '../postgres.ts';
import { command, lines } from './commands.ts';

const REAL = hasPostgres();
let home: string;
let cluster: Cluster;
let settings: Record<string, string>;

beforeAll(async () => {
  if (!REAL) return;
  await ensureModel({ quiet: true });
  cluster = await startPostgres();
  home = await mkdtemp(join(tmpdir(), 'whosaid-store-'));
  await mkdir(join(home, 'corpus'));
  await writeFile(join(home, 'corpus', 'ice.txt'), 'Ice\n\n“The harbour is shut,” Mara Quell said.\n');
  await writeFile(join(home, 'ferry.txt'), 'Ferry\n\n“The ferry is sold,” captain Ida Brun said.\n');
  settings = { STORE_URL: cluster.database('commands'), CORPUS: 'corpus' };
}, 120_000);
afterAll(async () => {
  cluster?.stop();
  if (home) await rm(home, { recursive: true, force: true });
});

const run = (name: string, ...args: string[]) => command(name, args, home, settings);

describe.runIf(REAL)('with STORE_URL', () => {
  test('the corpus is read into the database, and asked there', async () => {
    expect((await run('build-index')).stdout).toMatch(/^1 article, 1 passages: 1 added, 0 dropped, in /);
    const { json, code, stderr } = await run('ask', '--json', 'who said the harbour is shut?');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(json[0]).toMatchObject({ outcome: 'answered', citations: [{ speaker: { name: 'Mara Quell' } }] });
    expect((await readdir(home)).toSorted()).toEqual(['corpus', 'ferry.txt']);
  }, 60_000);

  test('an article that is added goes there, stays over the next reading of the corpus, and may be replaced', async () => {
    expect((await run('add-article', 'ferry.txt')).stdout).toBe(
      'Added ferry: 1 paragraph, 1 quotation, 1 speaker\n',
    );
    const again = await run('add-article', 'ferry.txt');
    expect(again.code).toBe(1);
    expect(lines(again.stderr)).toEqual([
      expect.stringMatching(/ferry\.txt: .* there already; add --replace/),
    ]);
    expect((await run('add-article', '--json', '--replace', 'ferry.txt')).json[0]).toMatchObject({
      replaced: true,
    });
    expect((await run('build-index')).stdout).toMatch(/^2 articles, 2 passages: 0 added, 0 dropped/);
    const { json } = await run('ask', '--json', 'who said the ferry is sold?');
    expect(json[0]).toMatchObject({ citations: [{ speaker: { name: 'Ida Brun' } }] });
    expect(await readdir(join(home, 'corpus'))).toEqual(['ice.txt']);
  }, 120_000);

  test('a folder that is named is asked in its files', async () => {
    await mkdir(join(home, 'other'));
    await writeFile(join(home, 'other', 'snow.txt'), 'Snow\n\n“It snows,” Olaf Dahl said.\n');
    const { json } = await run('ask', '--json', '--corpus', 'other', '--index', 'idx', 'who said it snows?');
    expect(json[0]).toMatchObject({ citations: [{ speaker: { name: 'Olaf Dahl' } }] });
    expect((await run('build-index')).stdout).toMatch(/^2 articles/);
    const wrong = await run('ask', '--index', 'idx', 'who?');
    expect(wrong).toMatchObject({ code: 2, stderr: 'ask: with STORE_URL there is no folder for --index\n' });
  }, 60_000);

  test('what is wrong with the address is said in one line', async () => {
    settings = { ...settings, STORE_URL: 'postgres://ann:secret@127.0.0.1:1/news' };
    const { code, stderr } = await run('ask', 'who?');
    expect(code).toBe(1);
    expect(stderr).toMatch(/^ask: STORE_URL: PostgreSQL at 127\.0\.0\.1:1\/news cannot be reached [^\n]+\n$/);
    expect(stderr).not.toContain('secret');
  }, 60_000);
});
