import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { stateOf } from './durable.ts';
import { downloadModel } from './model-download.ts';
import {
  BUILT_MODEL,
  BUILT_MODEL_HASHES,
  MODELS_FOLDER,
  ModelError,
  ONNX_FILE,
  readBuiltModel,
  readIfThere,
  sha256,
} from './model-files.ts';

/** Which embedding model, and what may be done to have it. */
export interface ModelChoice {
  /** A model folder, or a hub id (`owner/name`); null: the model that `npm run build-model` writes. */
  readonly model: string | null;
  /** What a relative model folder is relative to; the current folder if it is not given. */
  readonly baseFolder?: string;
  /** Whether a model that is not on this machine may be fetched from the hub. */
  readonly allowDownload: boolean;
  /** Where built and downloaded models lie; the project's models/ if it is not given. */
  readonly modelsFolder?: string;
}

/** What an index remembers of the model that made it. */
export interface ModelIdentity {
  /** The hub id, or the name of the folder. */
  readonly name: string;
  /** sha256 of the weights file, hex. */
  readonly hash: string;
}

/** A model that is on this machine, its weights hashed. */
export interface LocalModel extends ModelIdentity {
  /** Absolute. */
  readonly folder: string;
  readonly weights: WeightsFile;
}

/** The file that was hashed: another one by the same name, or one written to since, has another state. */
export interface WeightsFile {
  /** Absolute. */
  readonly path: string;
  readonly state: string;
}

const HUB_ID = /^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/;

/**
 * The name and hash of the chosen model, without loading it (about 25 ms). Downloads it where that
 * is allowed and needed. Throws ModelError.
 */
export async function identifyModel(choice: ModelChoice): Promise<ModelIdentity> {
  const { name, hash } = await findModel(choice);
  return { name, hash };
}

/**
 * Finds the chosen model on this machine and reads its weights; the built model is checked against
 * its pinned hashes, so that nothing damaged reaches the native runtime. Throws ModelError.
 */
export async function findModel(choice: ModelChoice): Promise<LocalModel> {
  const models = choice.modelsFolder ?? MODELS_FOLDER;
  const builtFolder = join(models, BUILT_MODEL);
  if (choice.model === null) return readBuilt(builtFolder);
  const named = resolve(choice.baseFolder ?? process.cwd(), choice.model);
  if (await isFolder(named)) {
    return named === builtFolder ? readBuilt(builtFolder) : readFolder(named, basename(named));
  }
  if (choice.model === BUILT_MODEL) return readBuilt(builtFolder);
  if (!HUB_ID.test(choice.model)) {
    throw new ModelError('missing', `EMBEDDING_MODEL is "${choice.model}", but there is no folder ${named}.`);
  }
  const folder = join(models, choice.model);
  if (!(await hasWeights(folder))) await fetchModel(choice, choice.model, folder);
  return readFolder(folder, choice.model);
}

async function fetchModel(choice: ModelChoice, id: string, folder: string): Promise<void> {
  if (!choice.allowDownload) {
    throw new ModelError(
      'not-allowed',
      `EMBEDDING_MODEL is "${id}", which is no folder on this machine: name a model folder, or set ALLOW_MODEL_DOWNLOAD=true to fetch it from the hub.`,
    );
  }
  await downloadModel(id, folder);
}

async function readBuilt(folder: string): Promise<LocalModel> {
  const weights = await weightsFile(join(folder, ONNX_FILE));
  const { missing, wrong } = await readBuiltModel(folder);
  if (!weights || missing.length > 0) {
    throw new ModelError(
      'missing',
      `The embedding model is not in ${folder} (no ${missing.join(', ')}): run \`npm run build-model\`.`,
    );
  }
  if (wrong.length > 0) {
    throw new ModelError(
      'damaged',
      `The embedding model in ${folder} is damaged (${wrong.join(', ')}): run \`npm run build-model\`.`,
    );
  }
  return { name: BUILT_MODEL, hash: BUILT_MODEL_HASHES[ONNX_FILE], folder, weights };
}

async function readFolder(folder: string, name: string): Promise<LocalModel> {
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json']) {
    if (!(await readIfThere(join(folder, file)))) throw lacks(folder, file);
  }
  const weights =
    (await weightsFile(join(folder, ONNX_FILE))) ?? (await weightsFile(join(folder, 'onnx/model.onnx')));
  const bytes = weights && (await readIfThere(weights.path));
  if (!weights || !bytes) throw lacks(folder, `${ONNX_FILE} or onnx/model.onnx`);
  return { name, hash: sha256(bytes), folder, weights };
}

/** Its state is taken before it is read: whatever changes it afterwards is seen. */
async function weightsFile(path: string): Promise<WeightsFile | null> {
  const state = await stateOf(path).catch(() => null);
  return state === null ? null : { path, state };
}

function lacks(folder: string, file: string): ModelError {
  return new ModelError(
    'missing',
    `The embedding model in ${folder} has no ${file}: name a whole model folder.`,
  );
}

async function hasWeights(folder: string): Promise<boolean> {
  return (await stat(join(folder, ONNX_FILE)).catch(() => null)) !== null;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
