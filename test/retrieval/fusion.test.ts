import { expect, test } from 'vitest';
import { judge } from '../../scripts/evaluate/retrieval.ts';
import { fuseRanks } from '../../src/retrieval/fusion.ts';

const keys = (...rankings: string[][]) => fuseRanks(rankings).map(({ key }) => key);

test('what stands high in both rankings comes first', () => {
  expect(keys(['a', 'b', 'c'], ['c', 'b', 'd'])).toEqual(['c', 'b', 'a', 'd']);
});

test('a score is the sum of one over fifteen plus the rank', () => {
  expect(fuseRanks([['a', 'b'], ['b']])).toEqual([
    { key: 'b', score: 1 / 17 + 1 / 16 },
    { key: 'a', score: 1 / 16 },
  ]);
});

test('ties keep the order of the first ranking', () => {
  expect(keys(['a', 'b'], ['b', 'a'])).toEqual(['a', 'b']);
  expect(keys(['a'], ['b'])).toEqual(['a', 'b']);
});

test('one ranking stays as it is, and none gives none', () => {
  expect(keys(['x', 'y', 'z'])).toEqual(['x', 'y', 'z']);
  expect(keys()).toEqual([]);
  expect(keys([], [])).toEqual([]);
});

test('the measure: nDCG@10 by hand', () => {
  const judged = new Map([
    ['a', 3],
    ['b', 1],
  ]);
  expect(judge(['a', 'b'], judged)).toEqual({ ndcg: 1, recall: 1 });
  const late = judge(['x', 'a', 'y'], judged);
  expect(late.ndcg).toBeCloseTo(3 / Math.log2(3) / (3 + 1 / Math.log2(3)), 10);
  expect(late.recall).toBe(0.5);
  expect(judge([...'0123456789', 'a'], judged)).toEqual({ ndcg: 0, recall: 0 });
});
