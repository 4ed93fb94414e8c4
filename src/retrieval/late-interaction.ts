import type { TokenVectors } from './store.ts';

/** A question's token vectors, row after row, and how much each token counts. */
export interface WeightedTokens {
  readonly dimension: number;
  readonly vectors: Float32Array;
  readonly weights: readonly number[];
}

/**
 * For each token of the question, its highest cosine with a token of the passage (MaxSim, as in ColBERT).
 * Tokens that weigh nothing are left at 0.
 */
export function tokenMaxima(question: WeightedTokens, passage: TokenVectors): Float32Array {
  const { dimension, vectors, weights } = question;
  const maxima = new Float32Array(weights.length);
  for (let token = 0; token < weights.length; token++) {
    if (weights[token] === 0) continue;
    let best = -1;
    for (let row = 0; row < passage.scales.length; row++) {
      const cosine = rowProduct(vectors, token * dimension, passage.data, row * dimension, dimension);
      best = Math.max(best, cosine * (passage.scales[row] ?? 0));
    }
    maxima[token] = best;
  }
  return maxima;
}

/** Four sums at once: the loop is bound by the latency of one addition otherwise. */
function rowProduct(a: Float32Array, aFrom: number, b: Int8Array, bFrom: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let at = 0; at < length; at += 4) {
    s0 += (a[aFrom + at] as number) * (b[bFrom + at] as number);
    s1 += (a[aFrom + at + 1] as number) * (b[bFrom + at + 1] as number);
    s2 += (a[aFrom + at + 2] as number) * (b[bFrom + at + 2] as number);
    s3 += (a[aFrom + at + 3] as number) * (b[bFrom + at + 3] as number);
  }
  return s0 + s1 + s2 + s3;
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
