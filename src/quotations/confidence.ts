import { PHRASE_RIGHT } from './confidence-table.ts';
import type { Quotation } from './quotation.ts';
import type { Resolved } from './speakers/resolver.ts';

const PLAIN = /^(?:said|says|say|told|tells|added|adds|according to|wrote|writes|asked|:)$/i;
const HE_OR_SHE = /^(?:he|she)$/i;
/**
 * Stands for classes too small to be measured, and for acts of telling ("called for calm"): not everybody counts them
 * as quotations, so they stay under what reports a clause.
 */
const UNMEASURED = 0.5;
const PRONOUN = /^(?:it|they|i|we|you|who|his|her|their|its|one|both)$/i;

/**
 * The class of findings to which a quotation belongs: rule, kind, whether the cue is a plain verb of saying,
 * and how the frame names the speaker. Findings of one class are right about equally often.
 */
export function confidenceClass(
  quotation: Pick<Quotation, 'rule' | 'kind' | 'cue' | 'mention' | 'speaker'>,
  text: string,
): string {
  const { rule, kind, cue, mention, speaker } = quotation;
  const cueWord = cue ? text.slice(cue.start, cue.end) : '';
  const phrase = mention ? text.slice(mention.start, mention.end) : '';
  const form = HE_OR_SHE.test(phrase)
    ? 'he'
    : PRONOUN.test(phrase)
      ? 'pronoun'
      : /^\p{Lu}/u.test(phrase)
        ? speaker?.kind === 'person'
          ? 'person'
          : 'name'
        : 'noun';
  return `${rule} ${kind} ${PLAIN.test(cueWord) ? 'plain' : 'other'} ${form}`;
}

/**
 * Probability, 0 to 1, that the speaker is right: how often the source phrase is right in findings of this class
 * (measured, see docs/attribution.md), times how sure the way from phrase to speaker is.
 */
export function confidenceOf(
  quotation: Pick<Quotation, 'rule' | 'kind' | 'cue' | 'mention' | 'speaker'>,
  resolved: Resolved | null,
  text: string,
): number {
  if (!resolved?.speaker) return 0.2;
  const known = PHRASE_RIGHT[confidenceClass(quotation, text)];
  const phrase =
    known ??
    PHRASE_RIGHT[`${quotation.rule} ${quotation.kind}`] ??
    PHRASE_RIGHT[quotation.rule] ??
    UNMEASURED;
  const value = phrase * resolved.certainty;
  return Math.round(Math.max(0.05, Math.min(0.99, value)) * 100) / 100;
}
