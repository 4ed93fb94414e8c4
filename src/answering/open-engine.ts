import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Embedder, type EmbedderOptions, loadEmbedder } from '../retrieval/embedder.ts';
import { identifyModel } from '../retrieval/model-folder.ts';
import { openFileStore, type RefreshReport } from '../retrieval/refresh.ts';
import type { AnswerEngine } from './answer.ts';
import { createEngine } from './engine.ts';

const INDEX_ROOT = fileURLToPath(new URL('../../.index', import.meta.url));

export interface LibraryOptions {
  /** Folder of articles. */
  readonly corpus: string;
  /** Folder of the index; null: the corpus's own under `.index/`. */
  readonly index: string | null;
  readonly model: EmbedderOptions;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onNotice?: (line: string) => void;
}

export interface OpenLibrary {
  readonly engine: AnswerEngine;
  readonly report: RefreshReport;
  readonly embedder: Embedder;
  close(): Promise<void>;
}

/** Where the index of a corpus folder lies when no folder is named: one for each path. */
export function indexFolder(corpus: string, index: string | null): string {
  if (index !== null) return index;
  const path = resolve(corpus);
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
  return join(INDEX_ROOT, `${basename(path) || 'corpus'}-${hash}`);
}

/** Loads the model, brings the index up to date and opens an engine over it. */
export async function openEngine(options: LibraryOptions): Promise<OpenLibrary> {
  const [identity, embedder] = await Promise.all([identifyModel(options.model), loadEmbedder(options.model)]);
  const { store, report } = await openFileStore({
    corpus: options.corpus,
    index: indexFolder(options.corpus, options.index),
    model: identity,
    embedder: async () => embedder,
    ...(options.onProgress && { onProgress: options.onProgress }),
    ...(options.onNotice && { onNotice: options.onNotice }),
  });
  return { engine: createEngine({ store, embedder }), report, embedder, close: () => store.close() };
}
