import { availableParallelism } from 'node:os';
import type { Span } from '../article/article.ts';
import type { ModelChoice } from './model-folder.ts';
import type { Wanted } from './model-orders.ts';
import { ModelTeam } from './model-team.ts';
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

/** More are not worth it for sentences; where a container may use fewer than the machine has, they are in each other's way. */
const MOST_AT_ONCE = 4;

/** How many runs of the model at once embed many texts soonest. */
export function runsAtOnce(): number {
  return Math.min(MOST_AT_ONCE, availableParallelism());
}

/**
 * Loads the chosen model into a thread of its own: while it runs, this thread goes on. Where many texts wait,
 * processes are started that share them out, and end when none has come for a while. Idle ones do not keep this
 * process alive. Nothing is fetched from anywhere unless `allowDownload`. Throws ModelError: missing, damaged, not
 * allowed, unusable. A thread that ended (out of memory) fails what it had to do and all that comes after: the
 * runtime cannot be loaded again by the same process.
 */
export async function loadEmbedder(choice: ModelChoice): Promise<Embedder> {
  const team = new ModelTeam({ ...choice, baseFolder: choice.baseFolder ?? process.cwd() }, runsAtOnce());
  const { model, hash, dimension } = await team.ready;
  const run = <Result>(
    texts: readonly string[],
    wanted: Wanted,
    onProgress?: OnProgress,
  ): Promise<Result[]> => team.run(texts, wanted, onProgress) as Promise<Result[]>;
  return {
    ...{ model, hash, dimension },
    embed: (texts, onProgress) => run(texts, 'vectors', onProgress),
    embedTokens: (texts, onProgress) => run(texts, 'tokens', onProgress),
    embedCompactly: (texts) => run(texts, 'compact'),
    embedQuestions: (questions) => run(questions, 'questions'),
  };
}
