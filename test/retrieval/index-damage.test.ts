import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import { openFileStore, refreshIndex } from '../../src/retrieval/refresh.ts';
import { type Library, makeLibrary, optionsFor } from './library.ts';

const DAMAGE = fileURLToPath(new URL('./damage-index.ts', import.meta.url));

interface Opened {
  readonly name: string;
  readonly notices: readonly string[];
}

let library: Library;
let embedder: Embedder;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  embedder = await loadEmbedder({ model: null, allowDownload: false });
  library = await makeLibrary();
  await refreshIndex(await optionsFor(library, embedder));
});
afterAll(() => library.remove());

test('an index that is damaged in any of 50 ways is built again, said so, and answers as before', async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', DAMAGE, library.corpus, library.index, library.root],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const out: string[] = [];
  const errors: string[] = [];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const [code, signal] = await once(child, 'close');
  expect({ code, signal, last: errors.join('').slice(-300) }).toMatchObject({ code: 0, signal: null });

  const lines: Opened[] = out
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.length).toBeGreaterThanOrEqual(50);
  const [whole] = lines;
  expect(whole).toMatchObject({ name: 'nothing', notices: [] });
  const unharmed = ['nothing', 'a half-written manifest and an abandoned segment beside good ones'];
  const silent = [...unharmed, 'no manifest'];
  for (const { name, notices, ...answers } of lines) {
    expect({ name, answers }).toEqual({ name, answers: { ...whole, name: undefined, notices: undefined } });
    if (silent.includes(name)) expect({ name, notices }).toEqual({ name, notices: [] });
    else
      expect({ name, notices }).toEqual({ name, notices: [expect.stringMatching(/damaged|model changed/)] });
  }
}, 120_000);

describe('a file that is damaged while the index is open', () => {
  test.each(['articles.jsonl', 'vectors.f32', 'tokens.i8', 'keywords.bin'])(
    'is refused by name, and building the index again mends it: %s',
    async (file) => {
      const own = await makeLibrary();
      const options = await optionsFor(own, embedder);
      const { store } = await openFileStore(options);
      const [segment = ''] = await readdir(join(own.index, 'segments'));
      await flipInPlace(join(own.index, 'segments', segment, file));
      const uses = async (): Promise<void> => {
        await store.open('harbour');
        await store.nearest(new Float32Array(384).fill(0.05), 2, 'harbour');
        await store.tokens([{ articleId: 'harbour', passage: 0 }], () => {});
        await store.matching('harbour', 2, null);
      };
      const damaged = new RegExp(
        `^the index is damaged \\(.*${file} is not as it was written\\); run "npm run index"`,
      );
      await expect(uses()).rejects.toThrow(damaged);
      await store.close();

      await refreshIndex({ ...options, verify: true });
      expect(options.notices).toEqual([expect.stringMatching(/damaged/)]);
      const mended = await openFileStore(options);
      expect((await mended.store.open('harbour'))?.article.title).toBe('Harbour to stay shut');
      expect(options.notices).toHaveLength(1);
      await mended.store.close();
      await own.remove();
    },
  );
});

async function flipInPlace(path: string): Promise<void> {
  const file = await open(path, 'r+');
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, 40);
  await file.write(Buffer.from([(byte[0] ?? 0) ^ 0x01]), 0, 1, 40);
  await file.close();
}
