import type { Token } from '../sentence.ts';

/** "health | and | safety inspector": two words that say one thing, the index being that of "and". */
export function isPair(tokens: readonly Token[], and: number): boolean {
  if (tokens[and]?.lower !== 'and') return false;
  return PAIRS.has(`${tokens[and - 1]?.lower} ${tokens[and + 1]?.lower}`);
}

const PAIRS: ReadonlySet<string> = new Set([
  'health safety',
  'research development',
  'trade industry',
  'food drink',
  'arts culture',
  'arts crafts',
  'culture media',
  'sales marketing',
  'law order',
  'science technology',
  'search rescue',
  'fire rescue',
  'transport logistics',
  'parks recreation',
  'home garden',
  'work pensions',
  'energy climate',
  'housing planning',
  'oil gas',
  'mergers acquisitions',
  'diversity inclusion',
  'policy communications',
]);
