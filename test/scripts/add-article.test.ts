import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TEXT = 'Harbour News\n\n“We have waited long enough,” said Amara Okafor, who heads the board.\n';
let folder: string;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  folder = await mkdtemp(join(tmpdir(), 'add-'));
  await mkdir(join(folder, 'corpus'));
  await writeFile(join(folder, 'corpus', 'first.txt'), 'A First One\n\nIt is short.\n');
  await writeFile(join(folder, 'news.txt'), TEXT);
  await writeFile(join(folder, 'page.html'), '<p>Nothing.</p>');
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

function add(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const script = [
    '--import',
    'tsx',
    'scripts/add-article.ts',
    '--corpus',
    'corpus',
    '--index',
    'index',
    ...args,
  ];
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((done) => {
    execFile(process.execPath, script, { cwd: ROOT, env }, (failure, out, error) => {
      done({ code: typeof failure?.code === 'number' ? failure.code : 0, out, error });
    });
  });
}

test('a file is added as it is and counted; twice it is there already', async () => {
  const first = await add('--json', 'news.txt');
  expect(first).toMatchObject({ code: 0, error: '' });
  expect(JSON.parse(first.out)).toMatchObject({
    title: 'Harbour News',
    paragraphs: 1,
    quotations: 1,
    speakers: 1,
  });
  const [added = ''] = (await readdir(join(folder, 'corpus'))).filter((name) => name !== 'first.txt');
  expect(await readFile(join(folder, 'corpus', added), 'utf8')).toBe(TEXT);
  const second = await add('news.txt');
  expect(second).toMatchObject({ code: 1, out: '' });
  expect(second.error).toContain('there already');
}, 60_000);

test.each([
  [[], 2, 'name one file or address'],
  [['missing.txt'], 1, 'missing.txt cannot be read'],
  [['page.html'], 1, 'no article'],
  [['http://127.0.0.1/'], 1, 'not on the public web'],
])(
  '%j ends with %d and one line',
  async (args, code, words) => {
    const result = await add(...args);
    expect(result.code).toBe(code);
    expect(result.error.trim().split('\n')).toHaveLength(1);
    expect(result.error).toContain(words);
  },
  60_000,
);
