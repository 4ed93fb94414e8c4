import type { OnProgress } from './embedder.ts';
import type { Connection, Listener } from './model-connection.ts';
import { ModelError } from './model-files.ts';
import { type Embedded, errorOf, type ModelNews, type ModelReady, type Wanted } from './model-orders.ts';

interface Waiting {
  /** Characters that are to be embedded. */
  readonly load: number;
  readonly resolve: (result: readonly Embedded[]) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: OnProgress | undefined;
}

/** One that runs the model, as promises: what it was given, and who waits for it. */
export class ModelClient {
  readonly ready: Promise<ModelReady>;
  readonly #connection: Connection;
  readonly #waiting = new Map<number, Waiting>();
  #ended: Error | null = null;
  #orders = 0;
  readonly #onIdle: () => void;
  #isReady = false;

  /** Loads the model by `start`; `onIdle` is called whenever all that was given is done. */
  constructor(
    start: (listener: Listener) => Connection,
    { onIdle = () => {} }: { onIdle?: () => void } = {},
  ) {
    this.#onIdle = onIdle;
    let connection: Connection | null = null;
    this.ready = new Promise((resolve, reject) => {
      connection = start({
        hear: (news) => {
          if (news.kind === 'ready') resolve(news);
          else if (news.kind === 'failed' && news.id === null) reject(errorOf(news));
          else this.#hear(news);
        },
        ended: (reason) => {
          const error = stopped(reason);
          reject(error);
          this.#end(error);
        },
      });
    });
    if (connection === null) throw new Error('a promise starts at once');
    this.#connection = connection;
    this.ready.then(
      () => {
        this.#isReady = true;
        this.#rest();
      },
      (error: Error) => {
        this.#end(error);
        this.#connection.end();
      },
    );
  }

  /** Characters that it was given and has not embedded. */
  get load(): number {
    let sum = 0;
    for (const { load } of this.#waiting.values()) sum += load;
    return sum;
  }

  /** The order is given before anything is awaited: what the caller does next runs beside it. */
  async run(texts: readonly string[], wanted: Wanted, onProgress?: OnProgress): Promise<readonly Embedded[]> {
    if (this.#ended) throw this.#ended;
    const id = this.#orders++;
    return new Promise((resolve, reject) => {
      const load = texts.reduce((sum, { length }) => sum + length, 0);
      this.#waiting.set(id, { load, resolve, reject, onProgress });
      this.#connection.keepAwake(true);
      const give = (): void => this.#connection.give({ id, texts, wanted });
      // Before it is ready it hears nothing.
      if (this.#isReady) give();
      else this.ready.then(give, () => {});
    });
  }

  /** Whether it takes no orders any more. */
  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** Ends what runs the model. What it still has to do fails. */
  end(): void {
    this.#connection.end();
  }

  #hear(news: Exclude<ModelNews, ModelReady>): void {
    const waiting = news.id === null ? undefined : this.#waiting.get(news.id);
    if (!waiting || news.id === null) return;
    if (news.kind === 'progress') {
      waiting.onProgress?.(news.done, news.total);
      return;
    }
    this.#waiting.delete(news.id);
    this.#rest();
    if (news.kind === 'done') waiting.resolve(news.result);
    else waiting.reject(errorOf(news));
  }

  #rest(): void {
    if (this.#waiting.size > 0) return;
    this.#connection.keepAwake(false);
    this.#onIdle();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function stopped(reason: string): ModelError {
  return new ModelError(
    'unusable',
    `The embedding model stopped (${reason.split('\n')[0]}): start the program again.`,
  );
}
