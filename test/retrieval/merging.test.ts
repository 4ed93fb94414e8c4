import { expect, test } from 'vitest';
import type { SegmentEntry } from '../../src/retrieval/index-format.ts';
import { segmentsToMerge } from '../../src/retrieval/merging.ts';

/** A segment of so many articles of one passage each, of which only some are still alive. */
function segment(articles: number, alive = articles): SegmentEntry {
  const live = Array.from({ length: alive }, (_, index) => ({ id: `${articles}-${index}`, passages: 1 }));
  return { name: String(articles), files: {} as SegmentEntry['files'], live, articles, passages: articles };
}

test('a few segments are left alone', () => {
  expect(segmentsToMerge([segment(500), segment(3), segment(1)], true)).toEqual([]);
});

test('a large segment is not written again for the sake of small ones', () => {
  const small = [1, 2, 3, 4, 5, 6, 7].map((size) => segment(size));
  const merged = segmentsToMerge([segment(5_000), ...small], true);
  expect(merged).toHaveLength(7);
  expect(merged).not.toContainEqual(expect.objectContaining({ name: '5000' }));
});

test('a segment of which a third is gone is written anew, and only that one', () => {
  const worn = segment(90, 60);
  expect(segmentsToMerge([segment(100), worn, segment(10)], false)).toEqual([worn]);
});

test('adding articles one by one writes each a few times and keeps few segments', () => {
  let segments: SegmentEntry[] = [];
  let written = 0;
  let most = 0;
  for (let added = 1; added <= 3_000; added++) {
    const merged = new Set(segmentsToMerge(segments, true));
    const size = 1 + [...merged].reduce((sum, { live }) => sum + live.length, 0);
    segments = [...segments.filter((one) => !merged.has(one)), { ...segment(size), name: `s${added}` }];
    written += size;
    most = Math.max(most, segments.length);
  }
  expect(segments.reduce((sum, { live }) => sum + live.length, 0)).toBe(3_000);
  expect(most).toBeLessThanOrEqual(8);
  expect(written / 3_000).toBeLessThan(12);
});
