import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scanCorpus } from '../article/corpus.ts';
import { type Embedder, loadEmbedder } from '../retrieval/embedder.ts';
import { identifyModel, type ModelIdentity } from '../retrieval/model-folder.ts';
import { openFileStore, type RefreshReport } from '../retrieval/refresh.ts';
import type { Hit, Store } from '../retrieval/store.ts';
import type { AnswerEngine } from './answer.ts';
import { createEngine } from './engine.ts';
import { indexFolder, type LibraryOptions } from './open-engine.ts';

/** A library that takes up changes of its corpus folder while it answers. */
export interface LiveLibrary {
  /** Answers from the library as it was when the question came. */
  readonly engine: AnswerEngine;
  readonly report: RefreshReport;
  /** Brings the index up to date and answers from it from then on. On an error all stays as it was. */
  reload(): Promise<RefreshReport>;
  /** Closes it as soon as the questions under way are answered. */
  close(): Promise<void>;
}

/** A library that others can be opened beside. */
export interface SharedLibrary extends LiveLibrary {
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

type UseStore = <T>(work: (store: Store) => Promise<T>) => Promise<T>;

/** Opens a library that can be reloaded; the model is loaded once. */
export async function openLiveLibrary(options: LibraryOptions): Promise<SharedLibrary> {
  const [model, embedder] = await Promise.all([identifyModel(options.model), loadEmbedder(options.model)]);
  const opener = (folders: Folders) => () => openStore(folders, model, embedder, options);
  const index = indexFolder(options.corpus, options.index);
  const shared = await LiveStore.open(opener({ corpus: options.corpus, index }));
  return {
    ...openedOver(shared, (work) => shared.use(work), embedder),
    async beside(folders) {
      const own = await LiveStore.open(async () =>
        existsSync(folders.corpus) ? opener(folders)() : { store: EMPTY, report: NOTHING },
      );
      return openedOver(
        own,
        (work) => shared.use((first) => own.use((second) => work(united(first, second)))),
        embedder,
      );
    },
  };
}

function openedOver(own: LiveStore, use: UseStore, embedder: Embedder): LiveLibrary {
  const ask = <T>(work: (engine: AnswerEngine) => Promise<T>): Promise<T> =>
    use((store) => work(createEngine({ store, embedder })));
  return {
    report: own.report,
    engine: {
      articles: () => ask((engine) => engine.articles()),
      open: (articleId) => ask((engine) => engine.open(articleId)),
      answer: (question, thread) => ask((engine) => engine.answer(question, thread)),
    },
    reload: () => own.reload(),
    close: () => own.close(),
  };
}

interface Opened {
  readonly store: Store;
  readonly report: RefreshReport;
}

/** An index is made for articles only: a folder that was named by mistake gets none. */
async function openStore(
  { corpus, index }: Folders,
  model: ModelIdentity,
  embedder: Embedder,
  { onProgress, onNotice }: LibraryOptions,
): Promise<Opened> {
  if (!existsSync(join(index, 'manifest.json'))) {
    const { files, problems } = await scanCorpus(corpus);
    if (files.length === 0) return { store: EMPTY, report: { ...NOTHING, problems } };
  }
  return openFileStore({
    corpus,
    index,
    model,
    embedder: async () => embedder,
    ...(onProgress && { onProgress }),
    ...(onNotice && { onNotice }),
  });
}

/** One opened state of a store, closed when nobody uses it any more. */
interface Edition {
  readonly store: Store;
  users: number;
  old: boolean;
}

/** A store whose next state is opened while questions are answered from the one before. */
class LiveStore {
  readonly report: RefreshReport;
  readonly #open: () => Promise<Opened>;
  #current: Edition;
  #reloading: Promise<unknown> = Promise.resolve();

  private constructor(open: () => Promise<Opened>, { store, report }: Opened) {
    this.#open = open;
    this.report = report;
    this.#current = edition(store);
  }

  static async open(open: () => Promise<Opened>): Promise<LiveStore> {
    return new LiveStore(open, await open());
  }

  async use<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const used = this.#current;
    used.users += 1;
    try {
      return await work(used.store);
    } finally {
      used.users -= 1;
      if (used.old && used.users === 0) await used.store.close();
    }
  }

  reload(): Promise<RefreshReport> {
    const next = this.#reloading.then(async () => {
      const { store, report } = await this.#open();
      const before = this.#current;
      this.#current = edition(store);
      await retire(before);
      return report;
    });
    this.#reloading = next.catch(() => undefined);
    return next;
  }

  async close(): Promise<void> {
    await this.#reloading;
    await retire(this.#current);
  }
}

function edition(store: Store): Edition {
  return { store, users: 0, old: false };
}

async function retire(before: Edition): Promise<void> {
  before.old = true;
  if (before.users === 0) await before.store.close();
}

const NOTHING: RefreshReport = { articles: 0, passages: 0, added: 0, dropped: 0, problems: [] };
const EMPTY: Store = {
  summaries: async () => [],
  open: async () => null,
  nearest: async () => [],
  matching: async () => [],
  tokens: async () => [],
  close: async () => undefined,
};

/**
 * Two stores as one; where both have an article of the same id, the first one's counts. How rare a
 * word is, is counted in each: exact where one of them is much the larger.
 */
function united(first: Store, second: Store): Store {
  if (second === EMPTY) return first;
  const holder = async (articleId: string): Promise<Store> =>
    (await first.open(articleId)) ? first : second;
  const search = async (
    k: number,
    articleId: string | null,
    find: (store: Store) => Promise<Hit[]>,
  ): Promise<Hit[]> => {
    if (articleId !== null) return find(await holder(articleId));
    const found = await Promise.all(
      (await find(second)).map(async (hit) => ((await holder(hit.articleId)) === second ? [hit] : [])),
    );
    return [...(await find(first)), ...found.flat()].sort((a, b) => b.score - a.score).slice(0, k);
  };
  return {
    async summaries() {
      const known = await first.summaries();
      const ids = new Set(known.map(({ id }) => id));
      return [...known, ...(await second.summaries()).filter(({ id }) => !ids.has(id))];
    },
    open: async (articleId) => (await first.open(articleId)) ?? second.open(articleId),
    nearest: (vector, k, articleId) => search(k, articleId, (store) => store.nearest(vector, k, articleId)),
    matching: (words, k, articleId) => search(k, articleId, (store) => store.matching(words, k, articleId)),
    async tokens(passages) {
      const each = passages.map(async (passage) => (await holder(passage.articleId)).tokens([passage]));
      return (await Promise.all(each)).flat();
    },
    close: async () => undefined,
  };
}
