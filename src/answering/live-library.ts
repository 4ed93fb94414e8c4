import { createHash } from 'node:crypto';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tag } from '../quotations/tagger.ts';
import { type Embedder, loadEmbedder } from '../retrieval/embedder.ts';
import { LiveStore } from '../retrieval/live-store.ts';
import { identifyModel, type ModelChoice } from '../retrieval/model-folder.ts';
import type { RefreshReport } from '../retrieval/refresh.ts';
import type { Store } from '../retrieval/store.ts';
import { UnitedStore } from '../retrieval/united-store.ts';
import type { AnswerEngine } from './answer.ts';
import { createEngine } from './engine.ts';

const INDEX_ROOT = fileURLToPath(new URL('../../.index', import.meta.url));

export interface LibraryOptions {
  /** Folder of articles. */
  readonly corpus: string;
  /** Folder of the index; null: the corpus's own under `.index/`. */
  readonly index: string | null;
  readonly model: ModelChoice;
  /** That model where it is being loaded already. */
  readonly embedder?: Promise<Embedder>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onNotice?: (line: string) => void;
}

/** Where the index of a corpus folder lies when no folder is named: one for each path. */
export function indexFolder(corpus: string, index: string | null): string {
  if (index !== null) return index;
  const path = resolve(corpus);
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 8);
  return join(INDEX_ROOT, `${basename(path) || 'corpus'}-${hash}`);
}

/** A library that takes up changes of its corpus folder while it answers. */
export interface LiveLibrary {
  /** Answers from the library as it was when the question came. */
  readonly engine: AnswerEngine;
  /** What the last opening or reloading found. */
  readonly report: RefreshReport;
  /**
   * Brings the index up to date and answers from it from then on. On an error all stays as it was. Where files are
   * named, only those are looked at: in a large folder that is most of the time.
   */
  reload(changed?: readonly string[]): Promise<RefreshReport>;
  /** Closes it as soon as the questions under way are answered. */
  close(): Promise<void>;
}

/** A library that others can be opened beside. */
export interface SharedLibrary extends LiveLibrary {
  readonly embedder: Embedder;
  /**
   * A library in folders of its own, which answers from this one as well and shares its model. What
   * is in those folders is not seen from here. Neither folder has to be there before it is needed.
   */
  beside(folders: Folders): Promise<LiveLibrary>;
}

export interface Folders {
  readonly corpus: string;
  readonly index: string;
}

/** Reads one state of a store. */
export type UseStore = <T>(work: (store: Store) => Promise<T>) => Promise<T>;

/** Loads the model, brings the index up to date and opens a library over it. */
export async function openLiveLibrary(options: LibraryOptions): Promise<SharedLibrary> {
  // The model loads in its own thread while this one opens the index.
  const loading = options.embedder ?? loadEmbedder(options.model);
  loading.catch(() => {});
  const model = await identifyModel(options.model);
  const { onProgress, onNotice } = options;
  const open = (folders: Folders, mayBeMissing: boolean): Promise<LiveStore> =>
    LiveStore.open({
      ...folders,
      ...{ model, mayBeMissing, embedder: () => loading },
      ...(onProgress && { onProgress }),
      ...(onNotice && { onNotice }),
    });
  const index = indexFolder(options.corpus, options.index);
  const shared = await open({ corpus: options.corpus, index }, false);
  // The tagger takes a tenth of a second to load: the first question should not wait for it.
  tag('ready');
  const embedder = await loading.catch(async (error: unknown) => {
    await shared.close();
    throw error;
  });
  return {
    ...openedOver(
      shared,
      engineOver((work) => shared.use(work), embedder),
    ),
    get report() {
      return shared.report;
    },
    embedder,
    async beside(folders) {
      const own = await open(folders, true);
      const use: UseStore = (work) =>
        shared.use((first) => own.use((second) => work(new UnitedStore(first, second))));
      return openedOver(own, engineOver(use, embedder));
    },
  };
}

/** An engine that answers each question from one state of a store. */
export function engineOver(use: UseStore, embedder: Embedder): AnswerEngine {
  const ask = <T>(work: (engine: AnswerEngine) => Promise<T>): Promise<T> =>
    use((store) => work(createEngine({ store, embedder })));
  return {
    articles: () => ask((engine) => engine.articles()),
    open: (articleId) => ask((engine) => engine.open(articleId)),
    answer: (question, thread) => ask((engine) => engine.answer(question, thread)),
  };
}

function openedOver(own: LiveStore, engine: AnswerEngine): LiveLibrary {
  return {
    engine,
    get report() {
      return own.report;
    },
    reload: (changed) => own.reload(changed),
    close: () => own.close(),
  };
}
