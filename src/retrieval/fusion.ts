/** Rank constant of reciprocal-rank fusion as published (Cormack, Clarke and Büttcher 2009). */
const RANK_CONSTANT = 60;

/**
 * Reciprocal-rank fusion: each key's sum of 1 / (60 + rank) over the rankings that hold it, ranks from 1.
 * Returns the keys, best first; ties keep the order of the first ranking.
 */
export function fuseRanks(rankings: readonly (readonly string[])[]): { key: string; score: number }[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings) {
    ranking.forEach((key, index) => {
      scores.set(key, (scores.get(key) ?? 0) + 1 / (RANK_CONSTANT + index + 1));
    });
  }
  return Array.from(scores, ([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score);
}
