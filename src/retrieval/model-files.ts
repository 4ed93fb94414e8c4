import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The model that `npm run build-model` writes; used when no other is named. */
export const BUILT_MODEL = 'Xenova/all-MiniLM-L6-v2';

/** Where built and downloaded models lie, absolute. */
export const MODELS_FOLDER = fileURLToPath(new URL('../../models', import.meta.url));

export const ONNX_FILE = 'onnx/model_quantized.onnx';
/** The built model's input for how much of its adapter for questions takes part: 0 for texts, 1 for questions. */
export const ADAPTER_INPUT = 'question';
/** The files of a model folder that are needed; the weights come last, so a folder that has them is whole. */
export const MODEL_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json', ONNX_FILE] as const;
export type ModelFile = (typeof MODEL_FILES)[number];

/** sha256 of each file of the built model. The build is reproducible, so it has one right outcome. */
export const BUILT_MODEL_HASHES: Readonly<Record<ModelFile, string>> = {
  'config.json': '953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41',
  'tokenizer.json': 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
  'tokenizer_config.json': 'e27daced81bb6f6b04f9f76c0a90ce0396c18c2564e5114f2a7643abccdf6756',
  [ONNX_FILE]: '4a176162d2a3cc566b09d57e4531efaf0f31b92d99cfd396b1a2901a36b63f8d',
};

export type ModelProblem = 'missing' | 'damaged' | 'not-allowed' | 'not-downloaded' | 'unusable';

/** The embedding model cannot be used. The message is one line: what, where, what to do. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly problem: ModelProblem;

  constructor(problem: ModelProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** sha256, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads a folder that should hold the built model. `files` has the bytes of what is there; `wrong`
 * names the files whose hash is not the pinned one, `missing` those that are not there.
 */
export async function readBuiltModel(folder: string): Promise<{
  readonly files: ReadonlyMap<ModelFile, Buffer>;
  readonly missing: readonly ModelFile[];
  readonly wrong: readonly ModelFile[];
}> {
  const files = new Map<ModelFile, Buffer>();
  for (const name of MODEL_FILES) {
    const bytes = await readIfThere(join(folder, name));
    if (bytes) files.set(name, bytes);
  }
  return {
    files,
    missing: MODEL_FILES.filter((name) => !files.has(name)),
    wrong: [...files]
      .filter(([name, bytes]) => sha256(bytes) !== BUILT_MODEL_HASHES[name])
      .map(([name]) => name),
  };
}

/** The bytes of a file, or null when there is none. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw error;
  }
}
