import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Span } from '../article/article.ts';
import { ModelError, type ModelProblem } from './model-files.ts';
import type { ModelChoice } from './model-folder.ts';
import { closeGate, type Gate, makeGate } from './native-gate.ts';
import type { TokenVectors as CompactVectors } from './store.ts';

/** The vectors of a text's word pieces, without the two marks ([CLS], [SEP]) that the model puts around it. */
export interface TokenVectors {
  /** Word pieces as in the model's vocabulary; one that continues a word begins with `##`. */
  readonly pieces: readonly string[];
  /** Their numbers in the vocabulary. */
  readonly ids: readonly number[];
  /** Where each piece stands in the text, in code units. */
  readonly spans: readonly Span[];
  /** One row of `dimension` numbers for each piece, each row of length 1. */
  readonly values: Float32Array;
}

/** A text as one vector, and word by word. */
export interface TextEmbedding {
  readonly vector: Float32Array;
  readonly tokens: TokenVectors;
}

/** A text as an index keeps it: one vector, and those of its word pieces in a quarter of their bytes. */
export interface CompactEmbedding {
  readonly vector: Float32Array;
  readonly tokens: CompactVectors;
}

export type OnProgress = (done: number, total: number) => void;

/**
 * Turns texts into vectors of length 1. Texts beyond 256 tokens are cut there. The vectors come in
 * the order of the texts and do not depend on what else is embedded in the same call.
 */
export interface Embedder {
  /** The model's hub id, or the name of its folder. */
  readonly model: string;
  /** sha256 of the model's weights file, hex. */
  readonly hash: string;
  readonly dimension: number;
  embed(texts: readonly string[], onProgress?: OnProgress): Promise<Float32Array[]>;
  /** The same vectors and, from the same run of the model, one for each word piece (for late interaction). */
  embedTokens(texts: readonly string[], onProgress?: OnProgress): Promise<TextEmbedding[]>;
  /** The same as an index keeps it. */
  embedCompactly(texts: readonly string[]): Promise<CompactEmbedding[]>;
  /**
   * The same of questions: near what answers them, rather than near what is said in the same words. As `embedTokens`
   * where the model has no adapter for questions.
   */
  embedQuestions(questions: readonly string[]): Promise<TextEmbedding[]>;
}

export interface EmbedderOptions extends ModelChoice {
  /**
   * Threads that share one run. 1 if it is not given: a second one embeds a question in two thirds of the time, and
   * then takes a processor from whatever follows, for it waits by spinning. For many texts at once it is worth that.
   */
  readonly threads?: number;
}

/** More are not worth it for sentences; where a container may use fewer than the machine has, they are in each other's way. */
const MOST_THREADS = 4;

/** How many threads embed many texts soonest, in a process that does nothing else. */
export function threadsForMany(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}

/** What the model's thread begins with. */
export interface ModelThreadData {
  readonly options: EmbedderOptions;
  readonly gate: Gate;
}

/** What the model's thread is asked. */
export interface ModelOrder {
  readonly id: number;
  readonly texts: readonly string[];
  readonly wanted: Wanted;
}

/** One vector for each text, also one for each of its word pieces (or those rounded), or both of a question. */
export type Wanted = 'vectors' | 'tokens' | 'compact' | 'questions';

/** What one text became. */
export type Embedded = Float32Array | TextEmbedding | CompactEmbedding;

/** What the model's thread says: that it is ready, or of an order how far it is, its result, or what went wrong. */
export type ModelNews =
  | { readonly kind: 'ready'; readonly model: string; readonly hash: string; readonly dimension: number }
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly id: number; readonly result: readonly Embedded[] }
  | {
      readonly kind: 'failed';
      /** Null: the model could not be loaded. */
      readonly id: number | null;
      readonly message: string;
      readonly problem: ModelProblem | null;
    };

/**
 * Loads the chosen model into a thread of its own: while it runs, this thread goes on. An idle one does not keep the
 * process alive. Nothing is fetched from anywhere unless `allowDownload`. Throws ModelError: missing, damaged, not
 * allowed, unusable. A thread that ended (out of memory) fails what it had to do and all that comes after: the
 * runtime cannot be loaded again by the same process.
 */
export async function loadEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const thread = new ModelThread(options);
  const { model, hash, dimension } = await thread.ready;
  return {
    ...{ model, hash, dimension },
    embed: async (texts, onProgress) => (await thread.run(texts, 'vectors', onProgress)) as Float32Array[],
    embedTokens: async (texts, onProgress) =>
      (await thread.run(texts, 'tokens', onProgress)) as TextEmbedding[],
    embedCompactly: async (texts) => (await thread.run(texts, 'compact')) as CompactEmbedding[],
    embedQuestions: async (questions) => (await thread.run(questions, 'questions')) as TextEmbedding[],
  };
}

type Ready = Extract<ModelNews, { kind: 'ready' }>;
type Result = Extract<ModelNews, { kind: 'done' }>['result'];

interface Waiting {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: OnProgress | undefined;
}

/** The thread that runs the model, and who waits for what it was given. */
class ModelThread {
  readonly ready: Promise<Ready>;
  #ended: Error | null = null;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #orders = 0;

  constructor(options: EmbedderOptions) {
    const gate = makeGate();
    this.#worker = startThread({
      options: { ...options, baseFolder: options.baseFolder ?? process.cwd() },
      gate,
    });
    leaveInPeace(gate);
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (news: ModelNews) => {
        if (news.kind === 'ready') resolve(news);
        else if (news.kind === 'failed' && news.id === null) reject(errorOf(news));
        else this.#hear(news);
      });
      const end = (error: Error): void => {
        reject(error);
        this.#end(error);
      };
      this.#worker.on('error', (error: Error) => end(stopped(error.message)));
      this.#worker.on('exit', (code) => {
        GATES.delete(gate);
        end(stopped(`its thread ended with ${code}`));
      });
    });
    this.ready.then(
      () => this.#rest(),
      () => this.#worker.terminate(),
    );
  }

  /** For a thread that is ready. The order is given before anything is awaited: what the caller does next runs beside it. */
  async run(texts: readonly string[], wanted: Wanted, onProgress?: OnProgress): Promise<Result> {
    if (this.#ended) throw this.#ended;
    const id = this.#orders++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#worker.ref();
      const order: ModelOrder = { id, texts, wanted };
      this.#worker.postMessage(order);
    });
  }

  #hear(news: Exclude<ModelNews, Ready>): void {
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
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** A run of the model takes a tenth of a second, loading it half a second; more on a busy machine. */
const LONGEST_RUN_MILLIS = 5_000;
const GATES = new Set<Gate>();

/** Whenever the process ends, the native code behind the gate comes to its end before. */
function leaveInPeace(gate: Gate): void {
  if (!process.listeners('exit').includes(closeGates)) process.once('exit', closeGates);
  GATES.add(gate);
}

function closeGates(): void {
  for (const gate of GATES) closeGate(gate, LONGEST_RUN_MILLIS);
}

function startThread(workerData: ModelThreadData): Worker {
  // What has been bundled runs as it is; sources need the loader that this thread has and a new one has not.
  const fromSources = import.meta.filename.endsWith('.ts');
  const file = fromSources ? 'model-thread-from-sources.mjs' : 'model-thread.mjs';
  return new Worker(join(import.meta.dirname, file), { workerData, execArgv: [] });
}

function errorOf({ message, problem }: Extract<ModelNews, { kind: 'failed' }>): Error {
  return problem === null ? new Error(message) : new ModelError(problem, message);
}

function stopped(reason: string): ModelError {
  return new ModelError(
    'unusable',
    `The embedding model stopped (${reason.split('\n')[0]}): start the program again.`,
  );
}
