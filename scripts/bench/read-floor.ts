import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../src/retrieval/index-format.ts';
import { loadModel } from '../../src/retrieval/model-runtime.ts';
import { VectorIndex } from '../../src/retrieval/vector-index.ts';

/**
 * The least that a first answer from a large index needs: the model, one embedding, and the files that are read
 * whole before it, those for native code hashed and loaded. Says so when it is done.
 */
const [index = ''] = process.argv.slice(2);
const embedder = await loadModel({ model: null, allowDownload: false });
await embedder.embedQuestions(['who said that nothing will change?']);
const manifest = await readManifest(index);
for (const { name, passages } of manifest?.segments ?? []) {
  const folder = join(index, 'segments', name);
  for (const file of ['table.json', 'passages.bin', 'keywords.bin', 'hnsw.bin']) {
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  }
  VectorIndex.load(join(folder, 'hnsw.bin'), embedder.dimension, passages);
}
process.stdout.write('done\n');
