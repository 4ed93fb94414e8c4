import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scanCorpus } from '../article/corpus.ts';
import { FileStore } from './file-store.ts';
import { openFileStore, type RefreshOptions, type RefreshReport } from './refresh.ts';

/** One opened state of a store, closed when nobody uses it any more. */
interface Edition {
  readonly store: FileStore;
  readonly report: RefreshReport;
  users: number;
  old: boolean;
}

/** The store of a corpus folder, whose next state is opened while the one before is read. */
export class LiveStore {
  readonly #options: RefreshOptions;
  #current: Edition;
  #reloading: Promise<unknown> = Promise.resolve();

  private constructor(options: RefreshOptions, current: Edition) {
    this.#options = options;
    this.#current = current;
  }

  /** Brings the index up to the folder and opens it. An index is made for articles only. */
  static async open(options: RefreshOptions): Promise<LiveStore> {
    return new LiveStore(options, await openEdition(options));
  }

  /** What the last opening or reloading found. */
  get report(): RefreshReport {
    return this.#current.report;
  }

  /** Reads one state of the store, which stays as it is until the work is done. */
  async use<T>(work: (store: FileStore) => Promise<T>): Promise<T> {
    const used = this.#current;
    used.users += 1;
    try {
      return await work(used.store);
    } finally {
      used.users -= 1;
      if (used.old && used.users === 0) await used.store.close();
    }
  }

  /**
   * Brings the index up to the folder, or to the files of it that are named; what is read from then on is read from
   * it. On an error all stays as it was.
   */
  reload(changed?: readonly string[]): Promise<RefreshReport> {
    const next = this.#reloading.then(async () => {
      const before = this.#current;
      const taken = { opened: before.store, ...(changed && { changed }) };
      this.#current = await openEdition({ ...this.#options, ...taken });
      await retire(before);
      return this.report;
    });
    this.#reloading = next.catch(() => undefined);
    return next;
  }

  /** Closes it as soon as nobody reads it. */
  async close(): Promise<void> {
    await this.#reloading;
    await retire(this.#current);
  }
}

async function openEdition(options: RefreshOptions): Promise<Edition> {
  const { corpus, index, mayBeMissing } = options;
  const none = { articles: 0, passages: 0, added: 0, dropped: 0, problems: [] };
  const nothing = (report: RefreshReport): Edition => {
    return { store: FileStore.empty(), report, users: 0, old: false };
  };
  if (mayBeMissing && !existsSync(corpus)) return nothing(none);
  if (!existsSync(join(index, 'manifest.json'))) {
    const { files, problems } = await scanCorpus(corpus);
    if (files.length === 0) return nothing({ ...none, problems });
  }
  return { ...(await openFileStore(options)), users: 0, old: false };
}

async function retire(before: Edition): Promise<void> {
  before.old = true;
  if (before.users === 0) await before.store.close();
}
