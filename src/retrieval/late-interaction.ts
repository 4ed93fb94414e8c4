import { maxSim } from './max-sim.ts';
import type { TokenVectors } from './store.ts';
import { quantise } from './token-vectors.ts';

/** A question's token vectors, row after row, and how much each token counts. */
export interface WeightedTokens {
  readonly dimension: number;
  readonly vectors: Float32Array;
  readonly weights: readonly number[];
  /** The rows of the tokens that count, one byte a component, and which tokens they are. */
  readonly counted: TokenVectors;
  readonly positions: readonly number[];
}

/** Makes the tokens of a question ready for being compared: `weights` has one number for each row of `vectors`. */
export function weightedTokens(
  vectors: Float32Array,
  weights: readonly number[],
  dimension: number,
): WeightedTokens {
  const positions = weights.flatMap((weight, token) => (weight === 0 ? [] : [token]));
  const rows = new Float32Array(positions.length * dimension);
  positions.forEach((token, row) => {
    rows.set(vectors.subarray(token * dimension, (token + 1) * dimension), row * dimension);
  });
  return { dimension, vectors, weights, counted: quantise(rows, dimension), positions };
}

/**
 * For each token of the question, its highest cosine with a token of the passage (MaxSim, as in ColBERT).
 * Tokens that weigh nothing are left at 0.
 */
export function tokenMaxima(question: WeightedTokens, passage: TokenVectors): Float32Array {
  const maxima = new Float32Array(question.weights.length);
  if (passage.scales.length === 0) return maxima;
  maxSim(question.counted, passage).forEach((best, row) => {
    maxima[question.positions[row] as number] = best;
  });
  return maxima;
}

/** The weighted mean of the maxima: 1 when every token of the question stands in the passage. */
export function lateScore(maxima: ArrayLike<number>, weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  weights.forEach((weight, token) => {
    sum += weight * (maxima[token] ?? 0);
    total += weight;
  });
  return total === 0 ? 0 : sum / total;
}
