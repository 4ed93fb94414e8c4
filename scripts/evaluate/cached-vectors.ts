import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDurably } from '../../src/retrieval/durable.ts';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { progressBar } from '../command-line.ts';

/** Where vectors made for measuring are kept between runs. */
export const VECTORS_FOLDER = fileURLToPath(new URL('../../.index/evaluation/vectors', import.meta.url));

/** The vectors of `texts`, row after row, as texts or as questions: from the cache, or embedded and put there. */
export async function vectorsOf(
  label: string,
  texts: readonly string[],
  embedder: Embedder,
  as: 'texts' | 'questions' = 'texts',
): Promise<Float32Array> {
  const key = createHash('sha256')
    .update(JSON.stringify([embedder.hash, texts, ...(as === 'questions' ? [as] : [])]))
    .digest('hex');
  const file = join(VECTORS_FOLDER, `${key.slice(0, 16)}.f32`);
  const bytes = texts.length * embedder.dimension * 4;
  if (existsSync(file)) {
    const cached = readFileSync(file);
    if (cached.length === bytes) return new Float32Array(Uint8Array.from(cached).buffer);
  }
  const bar = progressBar(`Embedding ${label}`);
  const vectors =
    as === 'texts'
      ? await embedder.embed(texts, bar.onProgress)
      : (await embedder.embedQuestions(texts)).map(({ vector }) => vector);
  bar.stop();
  const flat = new Float32Array(texts.length * embedder.dimension);
  vectors.forEach((vector, row) => {
    flat.set(vector, row * embedder.dimension);
  });
  mkdirSync(VECTORS_FOLDER, { recursive: true });
  await writeDurably(file, Buffer.from(flat.buffer));
  return flat;
}
