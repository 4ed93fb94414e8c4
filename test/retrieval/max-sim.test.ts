import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import loadWabt from 'wabt';
import { maxSim } from '../../src/retrieval/max-sim.ts';
import { MAX_SIM_BINARY } from '../../src/retrieval/max-sim-binary.ts';
import { quantise } from '../../src/retrieval/token-vectors.ts';

const SOURCE = fileURLToPath(new URL('../../src/retrieval/max-sim.wat', import.meta.url));

/** Rows of length 1, always the same for the same seed. */
function randomRows(count: number, dimension: number, seed: number): Float32Array {
  let state = seed;
  const next = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648 - 0.5;
  };
  const rows = new Float32Array(count * dimension);
  for (let row = 0; row < count; row++) {
    const values = Float32Array.from({ length: dimension }, next);
    const length = Math.hypot(...values);
    rows.set(
      values.map((value) => value / length),
      row * dimension,
    );
  }
  return rows;
}

test('the compiled module is what its source says', async () => {
  const wabt = await loadWabt();
  const { buffer } = wabt.parseWat(SOURCE, readFileSync(SOURCE, 'utf8'), { simd: true }).toBinary({});
  expect(MAX_SIM_BINARY).toBe(Buffer.from(buffer).toString('base64'));
});

test.each([
  ['a sentence', 9, 31, 384],
  ['a single word', 1, 1, 384],
  ['more than a page of memory', 120, 256, 768],
  ['a dimension that is no multiple of sixteen', 5, 7, 312],
])('the highest cosines with %s are as reckoned one by one', (_name, tokens, rows, dimension) => {
  const question = randomRows(tokens, dimension, 7);
  const passage = randomRows(rows, dimension, 11);
  const found = maxSim(quantise(question, dimension), quantise(passage, dimension));
  expect(found).toHaveLength(tokens);
  for (let token = 0; token < tokens; token++) {
    let best = -1;
    for (let row = 0; row < rows; row++) {
      let cosine = 0;
      for (let at = 0; at < dimension; at++) {
        cosine += (question[token * dimension + at] as number) * (passage[row * dimension + at] as number);
      }
      best = Math.max(best, cosine);
    }
    expect(found[token]).toBeCloseTo(best, 2);
  }
});

test('nothing is nearest where there is nothing', () => {
  const empty = quantise(new Float32Array(), 384);
  expect(maxSim(empty, quantise(randomRows(3, 384, 5), 384))).toHaveLength(0);
  expect(Array.from(maxSim(quantise(randomRows(2, 384, 5), 384), empty))).toEqual([-Infinity, -Infinity]);
});
