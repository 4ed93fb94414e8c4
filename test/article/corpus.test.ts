import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scanChanged, scanCorpus } from '../../src/article/corpus.ts';
import { readArticle } from '../../src/article/read.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-corpus-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, data: string | Uint8Array) => writeFile(join(folder, name), data);

/** What is wrong with the files of the folder, without the folder's name. */
async function problems(): Promise<string[]> {
  const { problems: found } = await scanCorpus(folder);
  return found.map(({ message }) => {
    expect(message).not.toContain('\n');
    return message.replace(`${folder}/`, '');
  });
}

test('one bad file never hides the others', async () => {
  await put('a-good.txt', 'First\n\nText.');
  await put('b-empty.txt', '');
  await put('c-untitled.md', 'No heading.\n\nText.');
  await put('d-latin.txt', Buffer.from('Caf\xe9\n\nText.', 'latin1'));
  await put('e-nul.txt', 'Title\n\nText\0.');
  await put('f-large.txt', '');
  await truncate(join(folder, 'f-large.txt'), 10 * 1024 * 1024);
  await put('g-same.md', '---\nid: a-good\ntitle: Again\n---\n\nText.');
  await symlink(join(folder, 'nowhere'), join(folder, 'h-gone.txt'));
  await mkdir(join(folder, 'real'));
  await symlink(join(folder, 'real'), join(folder, 'i-folder.txt'));
  execFileSync('mkfifo', [join(folder, 'j-pipe.txt')]);
  await put('k-utf16.txt', Buffer.from('\uFEFFTitle\n\nText.', 'utf16le'));
  await put('z-good.md', '---\ntitle: Last\n---\n\nText.');

  const { files, read } = await scanCorpus(folder);
  expect(files.map(({ id }) => id)).toEqual(['a-good', 'z-good']);
  expect([...read.keys()]).toEqual(['a-good', 'z-good']);
  expect(await problems()).toEqual([
    expect.stringMatching(/^b-empty\.txt: the file is empty/),
    expect.stringMatching(/^c-untitled\.md: there is no title/),
    expect.stringMatching(/^d-latin\.txt: the file is not UTF-8/),
    expect.stringMatching(/^e-nul\.txt: the file holds NUL bytes/),
    expect.stringMatching(/^f-large\.txt: the file has 10\.0 MB/),
    expect.stringMatching(/^g-same\.md: the id "a-good" is already that of a-good\.txt/),
    expect.stringMatching(/^h-gone\.txt: there is no such file/),
    expect.stringMatching(/^i-folder\.txt: this is a folder/),
    expect.stringMatching(/^j-pipe\.txt: this is no plain file/),
    expect.stringMatching(/^k-utf16\.txt: the file (?:is not UTF-8|holds NUL)/),
  ]);
});

test('other files and hidden ones are left alone', async () => {
  for (const name of ['.hidden.txt', 'notes.pdf', 'README', 'a.txt~', 'a.txt.tmp']) await put(name, 'x');
  await mkdir(join(folder, 'sub.txt'));
  await put('a.TXT', 'Title\n\nText.');
  expect((await scanCorpus(folder)).files.map(({ file }) => file)).toEqual(['a.TXT']);
  expect(await problems()).toEqual([]);
});

test('a folder that is not there is named', async () => {
  await expect(scanCorpus(join(folder, 'nowhere'))).rejects.toThrow(/nowhere: the folder cannot be read/);
});

test('more files than a process likes to open at once are read', async () => {
  await Promise.all(
    Array.from({ length: 1500 }, (_, index) => put(`${index}.txt`, `Title ${index}\n\nText.`)),
  );
  const { files, problems: found } = await scanCorpus(folder);
  expect(files).toHaveLength(1500);
  expect(found).toEqual([]);
});

describe('a file that is known', () => {
  test('is not read again until it changes', async () => {
    await put('a.txt', 'Title\n\nText.');
    await put('b.txt', 'Title\n\nText.');
    const first = await scanCorpus(folder);
    expect([...first.read.keys()]).toEqual(['a', 'b']);
    const second = await scanCorpus(folder, first.files);
    expect([...second.read.keys()]).toEqual([]);
    expect(second.files).toEqual(first.files);
    await put('a.txt', 'Title\n\nTexx.');
    const third = await scanCorpus(folder, second.files);
    expect([...third.read.keys()]).toEqual(['a']);
    expect(third.files[0]?.hash).not.toBe(first.files[0]?.hash);
  });

  test('is read again even where size and time of change are set back', async () => {
    await put('a.txt', 'Title\n\nText.');
    await utimes(join(folder, 'a.txt'), 1, 1);
    const first = await scanCorpus(folder);
    await put('a.txt', 'Title\n\nTexx.');
    await utimes(join(folder, 'a.txt'), 1, 1);
    expect([...(await scanCorpus(folder, first.files)).read.keys()]).toEqual(['a']);
  });

  test('keeps its text under another name', async () => {
    await put('a.md', '---\nid: x\ntitle: T\n---\n\nText.');
    const first = await scanCorpus(folder);
    await rename(join(folder, 'a.md'), join(folder, 'b.md'));
    const second = await scanCorpus(folder, first.files);
    expect(second.files[0]).toMatchObject({ file: 'b.md', id: 'x', hash: first.files[0]?.hash });
  });
});

describe('reading one file', () => {
  test.each([
    ['nowhere.txt', /^shown: there is no such file$/],
    ['picture.png', /^shown: the name does not end in \.txt or \.md/],
  ])('%s is refused with the name that is shown', async (name, message) => {
    await expect(readArticle(join(folder, name), 'shown')).rejects.toThrow(message);
  });

  test('a folder is refused as one', async () => {
    await expect(readArticle(folder, 'shown')).rejects.toThrow(/^shown: this is a folder/);
  });
});

test('a folder of which only the named files are looked at is as one that is looked at whole', async () => {
  for (const name of ['b', 'd', 'f', 'h']) await put(`${name}.txt`, `${name}\n\nText.`);
  const { files: known } = await scanCorpus(folder);
  await put('a.txt', 'a\n\nNew before all.');
  await put('d.txt', 'd\n\nChanged.');
  await put('e.md', '---\nid: b\ntitle: e\n---\n\nThe id of another.');
  await rm(join(folder, 'f.txt'));
  await put('z.txt', 'z\n\nNew behind all.');
  const changed = ['z.txt', 'f.txt', 'd.txt', 'a.txt', 'e.md', 'd.txt', 'never-there.txt', 'b.txt'];
  const looked = await scanChanged(folder, known, changed);
  expect(looked).toEqual(await scanCorpus(folder, known));
  expect([...looked.read]).toEqual(['a', 'd', 'z']);
  expect(looked.problems).toHaveLength(1);
  expect(looked.files.find(({ id }) => id === 'h')).toBe(known.at(-1));
});
