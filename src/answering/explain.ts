import { slice } from '../article/article.ts';
import type { Candidate } from './evidence.ts';
import type { Signs } from './judgement.ts';
import type { Query } from './query.ts';
import type { Understanding } from './understanding.ts';

/** Candidates that an explanation shows. */
const SHOWN = 8;

/** What the question was understood to ask, in one line. */
export function explainUnderstanding(understanding: Understanding): string {
  const parts = Object.entries(understanding).filter(
    ([, value]) =>
      value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return `understood: ${parts.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ')}`;
}

/** Why each of the first candidates stands where it stands, a line each. */
export function explainCandidates(query: Query, candidates: readonly Candidate[]): string[] {
  return candidates.slice(0, SHOWN).map(({ stored, passage, quotations, features, score }, rank) => {
    const { late, dense, coverage, met, speech } = features;
    const numbers = Object.entries({ late, dense, coverage, speech }).map(
      ([name, value]) => `${name} ${value.toFixed(2)}`,
    );
    const words = query.words.map(({ text }, at) => `${text} ${(met[at] ?? 0).toFixed(2)}`);
    const speaker = quotations[0]?.speaker?.name ?? '–';
    const start = slice(stored.article, passage).slice(0, 70).replace(/\s+/g, ' ');
    return `${rank + 1}. ${score.toFixed(3)} (${numbers.join(', ')}) ¶${passage.paragraph} ${speaker}: ${start}… [${words.join(', ')}]`;
  });
}

/** What was checked before the best candidate was taken for an answer. */
export function explainSigns(signs: Signs, probability: number): string {
  const parts = Object.entries(signs).map(([name, value]) => `${name} ${Number(value).toFixed(2)}`);
  return `answers with probability ${probability.toFixed(2)}: ${parts.join(', ')}`;
}
