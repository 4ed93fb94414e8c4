import { DEPENDENT } from './lexicon/words.ts';
import type { Token } from './sentence.ts';
import type { VerbGroup } from './verb-group.ts';

/**
 * "Thousands marched, as the ministry gave way but | said": the verb of the clause behind a comma to which the verb at
 * `index` is joined without one; null where there is none.
 */
export function joinedClause(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  index: number,
): VerbGroup | null {
  const [group, before] = [groups[index], groups[index - 1]];
  if (!group || before?.form !== 'finite' || tokens[group.first - 1]?.text === ',') return null;
  for (let at = before.first - 1; at > 0; at--) {
    if (tokens[at]?.text === ',' || (tokens[at]?.quote ?? -1) >= 0) return null;
    if (DEPENDENT.has(tokens[at]?.lower ?? '')) {
      const closed = tokens.slice(before.verb, group.first).some(({ text }) => /^[,;:]$/.test(text));
      return tokens[at - 1]?.text === ',' && !closed ? before : null;
    }
  }
  return null;
}

/**
 * "The seat was held by Ann Lee, who left early, | saying": the verb of the relative clause right before a participle, whose
 * subject says it; null where there is none.
 */
export function relativeClause(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  index: number,
): VerbGroup | null {
  const [group, before] = [groups[index], groups[index - 1]];
  if (group?.form !== 'participle' || before?.form !== 'finite') return null;
  const who =
    /^(?:who|which)$/.test(tokens[before.first - 1]?.lower ?? '') && tokens[before.first - 2]?.text === ',';
  const between = tokens.slice(before.verb + 1, group.first);
  const commas = between.filter(({ text }) => text === ',').length;
  // "…, which released a statement questioning"
  return who && (commas === 0 || (commas === 1 && between.at(-1)?.text === ',')) ? before : null;
}
