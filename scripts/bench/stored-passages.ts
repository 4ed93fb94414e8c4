import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { slice } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read.ts';
import { FileStore } from '../../src/retrieval/file-store.ts';
import { readManifest } from '../../src/retrieval/index-format.ts';
import { passagesOf } from '../../src/retrieval/passages.ts';
import { notice } from '../command-line.ts';
import { benchCorpus } from './corpus.ts';

/** The passages of a corpus made for measuring with the vectors that its index keeps, row after row. */
export async function passagesWithVectors(
  size: number,
): Promise<{ texts: string[]; vectors: Float32Array } | null> {
  const made = benchCorpus(size);
  const manifest = made && (await readManifest(made.index));
  if (!made || !manifest) {
    if (made) notice(`bench: NOT MEASURED: ${size} passages have no index yet; measure answering first`);
    return null;
  }
  const store = await FileStore.load(made.index, manifest);
  const texts: string[] = [];
  const rows: Float32Array[] = [];
  for (const { id } of await store.summaries()) {
    const draft = await store.draft(id);
    for (const passage of draft?.stored.passages ?? []) {
      if (!draft) continue;
      texts.push(slice(draft.stored.article, passage));
      rows.push(draft.vectors[passage.index] as Float32Array);
    }
  }
  await store.close();
  const vectors = new Float32Array(rows.length * manifest.dimension);
  rows.forEach((row, index) => {
    vectors.set(row, index * manifest.dimension);
  });
  return { texts, vectors };
}

/** The passages of a folder of articles, without an index. */
export async function passageTexts(corpus: string): Promise<string[]> {
  const texts: string[] = [];
  for (const file of readdirSync(corpus).sort()) {
    const article = await readArticle(join(corpus, file));
    texts.push(...passagesOf(article).map((passage) => slice(article, passage)));
  }
  return texts;
}
