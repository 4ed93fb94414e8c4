import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeDurably } from './durable.ts';
import { MODEL_FILES, ModelError } from './model-files.ts';

const HUB = 'https://huggingface.co';
const TIMEOUT_MS = 10 * 60_000;

/**
 * Fetches the files of a model from the hub into a folder, each whole or not at all. Called only
 * where the user has allowed it: everything else in the program stays on the machine. Throws ModelError.
 */
export async function downloadModel(id: string, folder: string, hub: string = HUB): Promise<void> {
  for (const file of MODEL_FILES) {
    const bytes = await download(`${hub}/${id}/resolve/main/${file}`, id);
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeDurably(path, bytes);
  }
}

async function download(url: string, id: string): Promise<Uint8Array> {
  const failed = (why: string, cause?: unknown) =>
    new ModelError('not-downloaded', `The model ${id} could not be fetched from ${url}: ${why}.`, { cause });
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw failed(error instanceof Error ? reasonOf(error) : String(error), error);
  }
  throw failed(`the hub answered ${response.status}`);
}

/** fetch itself says only "fetch failed"; the reason is in the cause. */
function reasonOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
