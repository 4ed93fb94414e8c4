import type { SegmentEntry } from './index-format.ts';

/** Every question searches each segment: more than this are not kept. */
const MAX_SEGMENTS = 8;
/** A segment of which more than this share of the articles was dropped is written anew without them. */
const MAX_DEAD_SHARE = 0.25;
/** A segment joins smaller ones that are merged as long as it is at most so many times as large as they are together. */
const GROWTH = 4;

/**
 * The segments that are written anew together with what is missing: those that are largely dead and, where the
 * others are too many, the smallest. A large one is not touched for the sake of small ones, so that adding an
 * article costs what the article costs: each passage is written again a few times while an index grows.
 */
export function segmentsToMerge(segments: readonly SegmentEntry[], oneMore: boolean): SegmentEntry[] {
  const dead = segments.filter(isLargelyDead);
  const rest = segments.filter((segment) => !isLargelyDead(segment)).sort((a, b) => size(a) - size(b));
  if (rest.length + Number(oneMore || dead.length > 0) <= MAX_SEGMENTS) return dead;
  const merged: SegmentEntry[] = [];
  let together = 0;
  for (const segment of rest) {
    if (merged.length >= 2 && size(segment) > GROWTH * together) break;
    merged.push(segment);
    together += size(segment);
  }
  return [...dead, ...merged];
}

function isLargelyDead({ live, articles }: SegmentEntry): boolean {
  return articles > 0 && 1 - live.length / articles > MAX_DEAD_SHARE;
}

function size({ live }: SegmentEntry): number {
  return live.reduce((sum, { passages }) => sum + passages, 0);
}
