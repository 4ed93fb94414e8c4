import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFile,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fileShelf, shelfSnapshot } from '../../src/slack/file-shelf.ts';
import type { Json, Shelf } from '../../src/slack/shelf.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-shelf-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  return rm(folder, { recursive: true, force: true });
});

/** Others may keep the machine busy. */
const PATIENCE = 30_000;
const log = () => join(folder, 'slack.jsonl');
const opened = (now: () => number = Date.now, damaged: number[] = []): Promise<Shelf> =>
  fileShelf(folder, now, (lines) => damaged.push(lines));
const contents = async (shelf: Shelf): Promise<Record<string, Json>> =>
  Object.fromEntries((await shelf.list('')).map(({ key, value }) => [key, value]));

test('remembers over a restart, and a line that a crash cut off is dropped', async () => {
  const first = await fileShelf(folder);
  await first.put('a', 'kept');
  await first.put('b', 'gone');
  await first.remove('b');
  await first.close();
  await appendFile(log(), '0badc0de [{"k":"c","v":"half');
  let damaged = 0;
  const second = await fileShelf(folder, Date.now, (lines) => {
    damaged = lines;
  });
  expect(damaged).toBe(0);
  expect(await second.list('')).toEqual([{ key: 'a', value: 'kept' }]);
  await second.put('d', 'new');
  await second.close();
  const third = await fileShelf(folder);
  expect((await third.list('')).map(({ key }) => key)).toEqual(['a', 'd']);
  await third.close();
});

test('notices lines that are not as they were written, drops them whole, and keeps the others', async () => {
  const first = await fileShelf(folder);
  await first.put('before', 1);
  await first.claim(['one', 'two'], 60_000, [{ key: 'three', value: 'x' }]);
  await first.put('after', 2);
  await first.close();
  await writeFile(log(), (await readFile(log(), 'utf8')).replace('"x"', '"y"'));
  const snapshot = await shelfSnapshot(folder);
  expect(await contents(snapshot)).toEqual({ after: 2, before: 1 });
  await expect(snapshot.put('a', 1)).rejects.toThrow('cannot be changed');
  await snapshot.close();
  let damaged = 0;
  const second = await fileShelf(folder, Date.now, (lines) => {
    damaged = lines;
  });
  expect(damaged).toBe(1);
  expect((await second.list('')).map(({ key }) => key)).toEqual(['after', 'before']);
  await second.close();
});

test('reads what version 0.1.0 wrote', async () => {
  await writeFile(log(), '{"k":"a","v":[1],"u":9007199254740991}\n');
  const shelf = await fileShelf(folder);
  expect(await shelf.get('a')).toEqual([1]);
  await shelf.close();
});

test('does not grow without end', async () => {
  const shelf = await fileShelf(folder);
  await Promise.all(Array.from({ length: 25_000 }, (_, n) => shelf.put('same', n)));
  await vi.waitFor(async () => expect((await stat(log())).size).toBeLessThan(1_000), PATIENCE);
  expect(await shelf.get('same')).toBe(24_999);
  await shelf.close();
});

test('has every step in the file at once, however long the disk takes: a process that is killed has noted it down', async () => {
  const shelf = await fileShelf(folder);
  await using file = await open(log(), 'r');
  let onDisk: () => void = () => undefined;
  const busy = new Promise<void>((done) => {
    onDisk = done;
  });
  vi.spyOn(Object.getPrototypeOf(file), 'datasync').mockReturnValue(busy);
  let confirmed = 0;
  const puts = ['a', 'b', 'c'].map((key) => shelf.put(key, 1).then(() => (confirmed += 1)));
  const left = await shelfSnapshot(folder);
  expect((await left.list('')).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  await left.close();
  expect(confirmed).toBe(0);
  onDisk();
  await Promise.all(puts);
  await shelf.close();
});

test('takes the lock of another process seriously until that is gone', async () => {
  const module = resolve(import.meta.dirname, '../../src/slack/folder-lock.ts');
  const holding = `import(${JSON.stringify(module)}).then(({ lockFolder }) => lockFolder(${JSON.stringify(join(folder, 'slack.lock'))})).then(() => { console.log('held'); setInterval(() => {}, 1000); })`;
  const other = spawn(process.execPath, ['--import', 'tsx', '-e', holding], { stdio: 'pipe' });
  await once(other.stdout, 'data');
  await expect(fileShelf(folder)).rejects.toThrow(`process ${other.pid} uses this folder`);
  other.kill('SIGKILL');
  await once(other, 'close');
  await (await fileShelf(folder)).close();
});

test.runIf(process.platform === 'linux')(
  'is not refused for a dead process whose number has gone to another',
  async () => {
    await writeFile(join(folder, 'slack.lock'), `${process.ppid} another-run-of-the-machine/4711`);
    await (await fileShelf(folder)).close();
  },
);

test('belongs to one process, but the lock of a dead one does not count, even under the number of this one', async () => {
  const shelf = await fileShelf(folder);
  await expect(fileShelf(folder)).rejects.toThrow(`process ${process.pid} uses this folder`);
  await shelf.close();
  for (const pid of ['999999999', String(process.pid)]) {
    await writeFile(join(folder, 'slack.lock'), pid);
    await (await fileShelf(folder)).close();
  }
});

/** A long value, so that a few hundred of them are more than the file may have to spare. */
const long = (n: number): string => `${n} `.repeat(2_000);

test('while the file is written anew, whoever puts, takes away, reads and lists sees what counts, and so does the next start', async () => {
  let time = 0;
  const shelf = await opened(() => time);
  const expected: Record<string, Json> = {};
  let chance = 1;
  const draw = (below: number): number => {
    chance = (chance * 48_271) % 2_147_483_647;
    return chance % below;
  };
  let rewritten = 0;
  let inode = (await stat(log())).ino;
  for (let round = 0; round < 400; round += 1) {
    const steps = Array.from({ length: 8 }, async () => {
      const key = `${['turn', 'thread', 'other'][draw(3)]}/${draw(60)}`;
      if (draw(4) === 0) {
        delete expected[key];
        await shelf.remove(key);
      } else {
        const value = { round, text: long(draw(1_000)) };
        expected[key] = value;
        await shelf.put(key, value, draw(5) === 0 ? undefined : 1_000_000);
      }
    });
    if (round % 3 === 0) {
      const [key, value] = Object.entries(expected)[draw(Object.keys(expected).length)] ?? ['none', null];
      expect(await shelf.get(key)).toEqual(value);
    }
    await Promise.all(steps);
    if (round % 20 === 0) expect(await contents(shelf)).toEqual(expected);
    const { ino } = await stat(log());
    if (ino !== inode) rewritten += 1;
    inode = ino;
  }
  expect(rewritten).toBeGreaterThan(2);
  expect(await contents(shelf)).toEqual(expected);
  await shelf.close();
  const next = await opened(() => time);
  expect(await contents(next)).toEqual(expected);
  await next.close();
  time = 1_000_001;
  const later = await opened(() => time);
  for (const [key, value] of Object.entries(await contents(later))) expect(value).toEqual(expected[key]);
  await later.close();
});

test('of several entries of one step, each lives as long as it should, also in a file that is written anew', async () => {
  let time = 0;
  const damaged: number[] = [];
  const shelf = await opened(() => time, damaged);
  await shelf.claim(['claim/a', 'claim/b', 'claim/a'], 1_000, [
    { key: 'inbox/1', value: 'body', keepMillis: 5_000 },
  ]);
  await shelf.remove('claim/b');
  await shelf.close();
  time = 500;
  const next = await opened(() => time, damaged);
  expect(await contents(next)).toEqual({ 'claim/a': true, 'inbox/1': 'body' });
  expect(await next.claim(['claim/a'], 1_000)).toBe(false);
  await next.close();
  time = 1_500;
  const last = await opened(() => time, damaged);
  expect(await contents(last)).toEqual({ 'inbox/1': 'body' });
  await last.close();
  expect(damaged).toEqual([]);
});

test('where a new file cannot be written the old one goes on, and what another left half written is cleared away', async () => {
  await mkdir(`${log()}.new`);
  const shelf = await opened();
  for (let n = 0; n < 300; n += 1) await shelf.put('same', long(n));
  expect((await stat(log())).size).toBeGreaterThan(1_500_000);
  expect(await shelf.get('same')).toBe(long(299));
  await rmdir(`${log()}.new`);
  await writeFile(`${log()}.new`, 'half a li');
  for (let n = 0; n < 300; n += 1) await shelf.put('same', long(n));
  await vi.waitFor(async () => expect((await stat(log())).size).toBeLessThan(1_500_000), PATIENCE);
  expect(await shelf.get('same')).toBe(long(299));
  await shelf.close();
  expect(await readdir(folder)).toEqual(['slack.jsonl']);
});

test('a step that the disk does not take does not count, and those after it do', async () => {
  const shelf = await opened();
  await shelf.put('a', 'first');
  await using file = await open(log(), 'r');
  const fails = vi.spyOn(Object.getPrototypeOf(file), 'datasync').mockRejectedValue(new Error('ENOSPC'));
  await expect(shelf.put('a', 'second')).rejects.toThrow('ENOSPC');
  await expect(shelf.claim(['b'], 60_000)).rejects.toThrow('ENOSPC');
  await expect(shelf.remove('a')).rejects.toThrow('ENOSPC');
  fails.mockRestore();
  expect(await contents(shelf)).toEqual({ a: 'first' });
  expect(await shelf.claim(['b'], 60_000)).toBe(true);
  expect(await contents(shelf)).toEqual({ a: 'first', b: true });
  await shelf.close();
});

test('a value that is not in the file any more as it was written is none, and is told', async () => {
  const damaged: number[] = [];
  const shelf = await opened(Date.now, damaged);
  await shelf.put('a', 'right');
  await shelf.put('b', 'other');
  await writeFile(log(), (await readFile(log(), 'utf8')).replace('right', 'wrong'));
  expect(await shelf.get('a')).toBeNull();
  expect(damaged).toEqual([1]);
  expect(await shelf.claim(['a'], 60_000)).toBe(true);
  expect(await shelf.get('b')).toBe('other');
  await shelf.close();
});

test('memory holds some 50 bytes of an entry, however long it is', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = (): number => {
    for (let n = 0; n < 3; n += 1) collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const shelf = await opened();
  const put = (from: number, to: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: to - from }, (_, n) =>
        shelf.put(`turn/T0TEAM/${from + n}`, 'x'.repeat(500), 60_000),
      ),
    );
  await put(0, 1_000);
  const before = used();
  for (let n = 1_000; n < 41_000; n += 1_000) await put(n, n + 1_000);
  // There may be room for half as many more, and the file may just be written anew.
  expect((used() - before) / 40_000).toBeLessThan(150);
  expect(await shelf.get('turn/T0TEAM/40999')).toBe('x'.repeat(500));
  await shelf.close();
});
