import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import { FileStore } from '../../src/retrieval/file-store.ts';
import { readManifest } from '../../src/retrieval/index-format.ts';
import { openFileStore, refreshIndex } from '../../src/retrieval/refresh.ts';
import { ARTICLES, counted, type Library, makeLibrary, optionsFor } from './library.ts';

const BUILD = fileURLToPath(new URL('./build-index.ts', import.meta.url));

let embedder: Embedder;
let library: Library;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  embedder = await loadEmbedder({ model: null, allowDownload: false });
});
beforeEach(async () => {
  library = await makeLibrary();
});
afterEach(() => library.remove());

function build(index = library.index): {
  child: ChildProcess;
  started: Promise<unknown>;
  output: () => string;
} {
  const child = spawn(process.execPath, ['--import', 'tsx', BUILD, library.corpus, index], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk) => chunks.push(String(chunk)));
  return { child, started: once(child.stdout, 'data'), output: () => chunks.join('') };
}

/** What the index on the disk answers, without building anything. */
async function answers(): Promise<unknown> {
  const manifest = await readManifest(library.index);
  if (!manifest) throw new Error('there is no index');
  const store = await FileStore.load(library.index, manifest);
  const [vector] = await embedder.embed(['when will the port open again?']);
  const nearest = await store.nearest(vector ?? new Float32Array(), 2, null);
  const titles = (await store.summaries()).map(({ title }) => title);
  await store.close();
  return { nearest, titles };
}

async function addMany(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const text = `Tide table ${n}\n\nOn day ${n} the tide came at ${n} o'clock. It was ${n} metres high.\n`;
    await library.put(`tide${n}.txt`, text);
  }
}

test('a builder that is killed at any time leaves the last good index, and the next one finishes', async () => {
  await refreshIndex(await optionsFor(library, embedder));
  const before = await answers();
  await addMany(300);
  let killed = 0;
  for (const delay of [0, 60, 150, 300, 600, 900, 1200, 1500]) {
    const { child, started } = build();
    const ended = once(child, 'exit');
    await started;
    await setTimeout(delay);
    child.kill('SIGKILL');
    const [, signal] = await ended;
    if (signal !== 'SIGKILL') break;
    killed++;
    expect(await answers()).toEqual(before);
    // What waits for a dead builder waits ten seconds; that is tried below, once.
    await rm(join(library.index, 'build.lock'), { recursive: true, force: true });
  }
  expect(killed).toBeGreaterThan(3);

  await mkdir(join(library.index, 'build.lock'));
  const { child, output } = build();
  const [code] = await once(child, 'exit');
  expect({ code, output: output() }).toMatchObject({
    code: 0,
    output: expect.stringMatching(/another process is building this index: waiting for it/),
  });
  const { store } = await openFileStore(await optionsFor(library, embedder));
  expect(await store.summaries()).toHaveLength(303);
  await store.close();
  expect(await readdir(library.index)).toEqual(['manifest.json', 'segments']);
  expect((await readdir(join(library.index, 'segments'))).length).toBeLessThanOrEqual(2);
}, 120_000);

test('of two builders at once the second waits, and both end well', async () => {
  await addMany(60);
  const builders = [build(), build()];
  const codes = await Promise.all(builders.map(async ({ child }) => (await once(child, 'exit'))[0]));
  expect(codes).toEqual([0, 0]);
  const outputs = builders.map(({ output }) => output());
  const added = outputs.map((output) => JSON.parse(output.trim().split('\n').at(-1) ?? '').added);
  expect(added.sort()).toEqual([0, 63]);
  expect(outputs.filter((output) => output.includes('waiting for it')).length).toBeLessThanOrEqual(1);
  const idle = counted(embedder);
  const { store } = await openFileStore(await optionsFor(library, idle));
  expect(await store.summaries()).toHaveLength(63);
  expect(idle.texts).toEqual([]);
  await store.close();
}, 60_000);

test('a full disk is an error, and the index stays what it was', async ({ skip }) => {
  const disk = join(library.root, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch {
    console.warn('NOT CHECKED: a small file system cannot be mounted here, a full disk is not tried');
    skip();
  }
  try {
    await refreshIndex(await optionsFor(library, embedder));
    await cp(library.index, join(disk, 'index'), { recursive: true });
    await rm(library.index, { recursive: true });
    const moved = join(disk, 'index');
    library = Object.assign(library, { index: moved });
    const before = await answers();
    await addMany(120);
    await expect(refreshIndex(await optionsFor(library, embedder))).rejects.toThrow(/ENOSPC|disk full/);
    expect(await answers()).toEqual(before);
    expect(await readdir(join(library.index, 'segments'))).toHaveLength(1);
    for (const file of await readdir(library.corpus)) if (!(file in ARTICLES)) await library.drop(file);
    await refreshIndex(await optionsFor(library, embedder));
    expect(await answers()).toEqual(before);
  } finally {
    execFileSync('umount', [disk]);
  }
}, 60_000);
