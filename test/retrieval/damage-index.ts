/**
 * Run by a test in a process of its own, for native code may end the process: damages an index in one way after the
 * other, opens it each time, and prints a line of JSON for each. Arguments: corpus, index, and a folder to work in.
 */
import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEmbedder } from '../../src/retrieval/embedder.ts';
import { SEGMENT_FILES } from '../../src/retrieval/index-format.ts';
import { openFileStore } from '../../src/retrieval/refresh.ts';
import { optionsFor, tokensOf } from './library.ts';

const [corpus = '', good = '', work = ''] = process.argv.slice(2);
const embedder = await loadEmbedder({ model: null, allowDownload: false });

type Damage = (segment: string, index: string) => Promise<unknown>;

for (const [name, damage] of damages()) {
  const index = join(work, 'damaged');
  await rm(index, { recursive: true, force: true });
  await cp(good, index, { recursive: true });
  const [segment = ''] = await readdir(join(index, 'segments'));
  process.stderr.write(`${name}\n`);
  await damage(join(index, 'segments', segment), index);
  const options = await optionsFor({ corpus, index }, embedder);
  const { store } = await openFileStore(options);
  const [vector] = await embedder.embed(['when will the port open again?']);
  const line = {
    name,
    notices: options.notices,
    nearest: await store.nearest(vector ?? new Float32Array(), 10, null),
    matching: await store.matching('harbour frost library', 10, null),
    titles: await Promise.all(
      (await store.summaries()).map(async ({ id }) => (await store.open(id))?.article.title),
    ),
    scales: (await tokensOf(store, [{ articleId: 'harbour', passage: 0 }]))[0]?.scales.length,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  await store.close();
}

function damages(): [string, Damage][] {
  return [
    ['nothing', () => Promise.resolve()],
    ...SEGMENT_FILES.flatMap((file): [string, Damage][] => [
      [`a flipped byte in the middle of ${file}`, (segment) => flip(join(segment, file), 0.5)],
      [`a flipped byte at the head of ${file}`, (segment) => flip(join(segment, file), 0)],
      [`a cut ${file}`, (segment) => cut(join(segment, file))],
      [`an empty ${file}`, (segment) => truncate(join(segment, file), 0)],
      [`no ${file}`, (segment) => rm(join(segment, file))],
    ]),
    ['no segment', (segment) => rm(segment, { recursive: true })],
    ['no manifest', (_, index) => rm(join(index, 'manifest.json'))],
    ['an empty manifest', (_, index) => truncate(join(index, 'manifest.json'), 0)],
    ['a flipped byte in the manifest', (_, index) => flip(join(index, 'manifest.json'), 0.5)],
    ['a manifest that is no JSON', (_, index) => writeFile(join(index, 'manifest.json'), 'not JSON')],
    ['a manifest that is null', (_, index) => writeFile(join(index, 'manifest.json'), 'null')],
    ['a manifest of another format', edited((file) => ({ ...file, format: 1 }))],
    ['a manifest of a later format', edited((file) => ({ ...file, format: 99 }))],
    ['a manifest with another dimension', edited((file) => change(file, { dimension: 128 }))],
    ['a sealed manifest with another dimension', edited((file) => seal(change(file, { dimension: 128 })))],
    ['a sealed manifest without a dimension', edited((file) => seal(change(file, { dimension: null })))],
    [
      'a sealed manifest of another model',
      edited((file) => seal(change(file, { model: { name: 'x', hash: 'y' } }))),
    ],
    [
      'the graph of other vectors under a sealed manifest',
      async (segment, index) => {
        const bytes = Buffer.alloc(96);
        await writeFile(join(segment, 'hnsw.bin'), bytes);
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        await edited((file) => {
          const [entry] = file.manifest.segments;
          const files = { ...entry?.files, 'hnsw.bin': { bytes: 96, sha256 } };
          return seal(change(file, { segments: [{ ...entry, files }] }));
        })(segment, index);
      },
    ],
    [
      'a half-written manifest and an abandoned segment beside good ones',
      async (_, index) => {
        await writeFile(join(index, 'manifest.json.0123.tmp'), '{"for');
        await cp(join(good, 'segments'), join(index, 'segments/left'), { recursive: true });
      },
    ],
  ];
}

interface SealedFile {
  readonly format: number;
  readonly sha256: string;
  readonly manifest: Readonly<Record<string, unknown>> & {
    readonly segments: readonly { readonly files: object }[];
  };
}

function edited(edit: (file: SealedFile) => SealedFile): Damage {
  return async (_, index) => {
    const path = join(index, 'manifest.json');
    await writeFile(path, JSON.stringify(edit(JSON.parse(await readFile(path, 'utf8')))));
  };
}

function change(file: SealedFile, values: object): SealedFile {
  return { ...file, manifest: { ...file.manifest, ...values } };
}

function seal(file: SealedFile): SealedFile {
  return { ...file, sha256: createHash('sha256').update(JSON.stringify(file.manifest)).digest('hex') };
}

async function flip(path: string, where: number): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length * where);
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  await writeFile(path, bytes);
}

async function cut(path: string): Promise<void> {
  await truncate(path, Math.floor((await readFile(path)).length * 0.7));
}
