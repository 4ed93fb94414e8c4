import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileShelf } from '../../src/slack/file-shelf.ts';
import { memoryShelf, type Shelf } from '../../src/slack/shelf.ts';

let folder: string;
let time = 0;
beforeEach(async () => {
  time = 1_000;
  folder = await mkdtemp(join(tmpdir(), 'shelf-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const KINDS: Record<string, () => Promise<Shelf>> = {
  memory: async () => memoryShelf(() => time),
  file: () => fileShelf(folder, () => time),
};

describe.each(Object.keys(KINDS))('a shelf of the kind %s', (kind) => {
  let shelf: Shelf;
  beforeEach(async () => {
    shelf = await (KINDS[kind] as () => Promise<Shelf>)();
  });
  afterEach(() => shelf.close());

  test('gives back what was put there, the last of it', async () => {
    expect(await shelf.get('a')).toBeNull();
    await shelf.put('a', { one: ['1', null, '“ü\n'] });
    await shelf.put('a', 'second');
    expect(await shelf.get('a')).toBe('second');
    await shelf.remove('a');
    expect(await shelf.get('a')).toBeNull();
  });

  test('keeps a value as long as it was told', async () => {
    await shelf.put('short', 1, 100);
    await shelf.put('long', 2);
    time += 99;
    expect(await shelf.get('short')).toBe(1);
    time += 1;
    expect(await shelf.get('short')).toBeNull();
    expect(await shelf.list('')).toEqual([{ key: 'long', value: 2 }]);
  });

  test('lists what begins alike, in order', async () => {
    for (const key of ['b/2', 'a/1', 'b/1']) await shelf.put(key, key);
    expect((await shelf.list('b/')).map(({ key }) => key)).toEqual(['b/1', 'b/2']);
  });

  test('of many claims under shared names one wins, until its time is over', async () => {
    const claims = Array.from({ length: 50 }, (_, n) => shelf.claim(['message', `event ${n}`], 100));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    expect(await shelf.claim(['other', 'event 0'], 100)).toBe(false);
    expect(await shelf.claim(['event 49'], 100)).toBe(true);
    time += 100;
    expect(await shelf.claim(['message'], 100)).toBe(true);
  });
});

test('a folder remembers over a restart, and a line that a crash cut off is dropped', async () => {
  const first = await fileShelf(folder);
  await first.put('a', 'kept');
  await first.put('b', 'gone');
  await first.remove('b');
  await first.close();
  await appendFile(join(folder, 'slack.jsonl'), '{"k":"c","v":"half');
  const second = await fileShelf(folder);
  expect(await second.list('')).toEqual([{ key: 'a', value: 'kept' }]);
  await second.put('d', 'new');
  await second.close();
  const third = await fileShelf(folder);
  expect((await third.list('')).map(({ key }) => key)).toEqual(['a', 'd']);
  await third.close();
});

test('the file does not grow without end', async () => {
  const shelf = await fileShelf(folder);
  await Promise.all(Array.from({ length: 25_000 }, (_, n) => shelf.put('same', n)));
  await shelf.put('other', 1);
  await shelf.close();
  expect((await readFile(join(folder, 'slack.jsonl'), 'utf8')).length).toBeLessThan(1_000);
});

test('two processes cannot use one folder, but the lock of a dead one does not count', async () => {
  const shelf = await fileShelf(folder);
  await expect(fileShelf(folder)).rejects.toThrow(`process ${process.pid} uses this folder`);
  await shelf.close();
  await writeFile(join(folder, 'slack.lock'), '999999999');
  await (await fileShelf(folder)).close();
});
