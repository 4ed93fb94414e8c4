import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { FileStore } from '../../src/retrieval/file-store.ts';
import { readManifest } from '../../src/retrieval/index-format.ts';
import type { Draft } from '../../src/retrieval/segment-writer.ts';
import { BENCH_FOLDER } from '../bench/corpus.ts';
import { draftsOf, placeOf, SENTENCES_AN_ARTICLE } from './drafts.ts';
import { enlarged, realSentences } from './sentences.ts';

/** Where a passage is: in which article, and the how-manieth there. */
export interface PassagePlace {
  readonly articleId: string;
  readonly passage: number;
}

/** Passages to fill a store with, and their vectors to compare its searches with. */
export interface Collection {
  readonly articles: number;
  readonly passages: number;
  /** Row after row. */
  readonly vectors: Float32Array;
  readonly dimension: number;
  placeOf(row: number): PassagePlace;
  drafts(): AsyncGenerator<Draft>;
  close(): Promise<void>;
}

/** What `npm run bench` has made and embedded of about this size; null where it has not. */
export async function keptCollection(size: number): Promise<Collection | null> {
  const folder = join(BENCH_FOLDER, String(size), 'index');
  if (!existsSync(folder)) return null;
  const manifest = await readManifest(folder);
  if (!manifest) return null;
  const store = await FileStore.load(folder, manifest);
  const ids = (await store.summaries()).map(({ id }) => id);
  const places: PassagePlace[] = [];
  const rows: Float32Array[] = [];
  for (const id of ids) {
    const { vectors = [] } = (await store.draft(id)) ?? {};
    for (const [passage, vector] of vectors.entries()) {
      places.push({ articleId: id, passage });
      rows.push(Float32Array.from(vector));
    }
  }
  const { dimension } = manifest;
  const vectors = new Float32Array(rows.length * dimension);
  rows.forEach((vector, row) => {
    vectors.set(vector, row * dimension);
  });
  return {
    ...{ articles: ids.length, passages: rows.length, vectors, dimension },
    placeOf: (row) => places[row] as PassagePlace,
    async *drafts() {
      for (const id of ids) {
        const draft = await store.draft(id);
        if (draft) yield draft;
      }
    },
    close: () => store.close(),
  };
}

/** Real sentences, `real` of them at most, and mixtures of two of them each for the rest. */
export async function mixedCollection(size: number, real: number, embedder: Embedder): Promise<Collection> {
  const sentences = enlarged(await realSentences(Math.min(real, size), embedder), size);
  return {
    articles: Math.ceil(size / SENTENCES_AN_ARTICLE),
    passages: size,
    vectors: sentences.vectors,
    dimension: sentences.dimension,
    placeOf,
    async *drafts() {
      yield* draftsOf(sentences);
    },
    close: async () => undefined,
  };
}
