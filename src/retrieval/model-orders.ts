import type { CompactEmbedding, TextEmbedding } from './embedder.ts';
import { ModelError, type ModelProblem } from './model-files.ts';

/** One vector for each text, also one for each of its word pieces (or those rounded), or both of a question. */
export type Wanted = 'vectors' | 'tokens' | 'compact' | 'questions';

/** What one text became. */
export type Embedded = Float32Array | TextEmbedding | CompactEmbedding;

/** What is asked of a thread or process that runs the model. */
export interface ModelOrder {
  readonly id: number;
  readonly texts: readonly string[];
  readonly wanted: Wanted;
}

/** What it says: that it is ready, or of an order how far it is, its result, or what went wrong. */
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

export type ModelReady = Extract<ModelNews, { kind: 'ready' }>;

/** What went wrong, as a message. */
export function failureOf(id: number | null, error: unknown): ModelNews {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return { kind: 'failed', id, message, problem: error instanceof ModelError ? error.problem : null };
}

/** What went wrong, as an error again. */
export function errorOf({ message, problem }: Extract<ModelNews, { kind: 'failed' }>): Error {
  return problem === null ? new Error(message) : new ModelError(problem, message);
}
