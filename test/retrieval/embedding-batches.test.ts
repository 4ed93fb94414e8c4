import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planBatches } from '../../src/retrieval/embedding-batches.ts';

const encoded = (...lengths: number[]) => lengths.map((length) => ({ ids: Array<number>(length).fill(1) }));

test('texts of like length are run together, shortest first', () => {
  expect(planBatches(encoded(100, 3, 100, 3))).toEqual([[1, 3, 0, 2]]);
  expect(planBatches(encoded(128, 5, 128, 5, 128, 256, 256))).toEqual([[1, 3, 0, 2], [4, 5], [6]]);
});

test('every text is run once, at most 8 together and at most 512 tokens with the padding', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 2, max: 256 }), { maxLength: 100 }), (lengths) => {
      const batches = planBatches(encoded(...lengths));
      expect(batches.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, index) => index));
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(8);
        const longest = Math.max(...batch.map((index) => lengths[index] ?? 0));
        expect(batch.length * longest).toBeLessThanOrEqual(512);
      }
    }),
  );
});
