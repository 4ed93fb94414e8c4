import { identifyModel } from '../retrieval/model-folder.ts';
import { openFileStore, type RefreshReport } from '../retrieval/refresh.ts';
import type { AnswerEngine } from './answer.ts';
import { createEngine } from './engine.ts';
import { indexFolder, type LibraryOptions, openEngine } from './open-engine.ts';

/** A library that takes up changes of its corpus folder while it answers. */
export interface LiveLibrary {
  /** Answers from the library as it was when the question came. */
  readonly engine: AnswerEngine;
  readonly report: RefreshReport;
  /** Brings the index up to date and answers from it from then on. On an error all stays as it was. */
  reload(): Promise<RefreshReport>;
  close(): Promise<void>;
}

/** One opened state of the library, closed when nobody uses it any more. */
interface Edition {
  readonly engine: AnswerEngine;
  readonly close: () => Promise<void>;
  users: number;
  old: boolean;
}

/** Opens a library that can be reloaded; the model is loaded once. */
export async function openLiveLibrary(options: LibraryOptions): Promise<LiveLibrary> {
  const first = await openEngine(options);
  let current = edition(first.engine, first.close);
  let reloading: Promise<unknown> = Promise.resolve();

  const use = async <T>(work: (engine: AnswerEngine) => Promise<T>): Promise<T> => {
    const used = current;
    used.users += 1;
    try {
      return await work(used.engine);
    } finally {
      used.users -= 1;
      if (used.old && used.users === 0) await used.close();
    }
  };

  const reload = async (): Promise<RefreshReport> => {
    const { store, report } = await openFileStore({
      corpus: options.corpus,
      index: indexFolder(options.corpus, options.index),
      model: await identifyModel(options.model),
      embedder: async () => first.embedder,
    });
    const before = current;
    current = edition(createEngine({ store, embedder: first.embedder }), () => store.close());
    before.old = true;
    if (before.users === 0) await before.close();
    return report;
  };

  return {
    report: first.report,
    engine: {
      articles: () => use((engine) => engine.articles()),
      open: (articleId) => use((engine) => engine.open(articleId)),
      answer: (question, thread) => use((engine) => engine.answer(question, thread)),
    },
    reload() {
      const next = reloading.then(reload);
      reloading = next.catch(() => undefined);
      return next;
    },
    async close() {
      await reloading;
      await current.close();
    },
  };
}

function edition(engine: AnswerEngine, close: () => Promise<void>): Edition {
  return { engine, close, users: 0, old: false };
}
