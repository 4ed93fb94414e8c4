import { FEMALE_PRONOUNS, MALE_PRONOUNS } from '../lexicon/words.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import type { Gender } from './named.ts';

/**
 * "His landlord gave him a month", "Castell’s mother taught her": the sentence says "him" of whom its subject belongs
 * to, so it is about him. The gender of that pronoun behind the subject; null where there is none, or the subject
 * belongs to nobody.
 */
export function ownerSpokenOf(view: View, subject: Source): Gender {
  const { tokens } = view;
  const opening = tokens[subject.first]?.lower ?? '';
  const owned = tokens.slice(subject.first, subject.head).some(({ lower }) => lower === "'s");
  if (!owned && !/^(?:his|her)$/.test(opening)) return null;
  for (let at = subject.end; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || !/^(?:him|her|he|she)$/.test(token.lower)) continue;
    // "taught her scales": before a noun it says whose.
    if (token.lower === 'her' && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[at + 1]?.tag ?? '')) continue;
    const gender = MALE_PRONOUNS.has(token.lower)
      ? 'male'
      : FEMALE_PRONOUNS.has(token.lower)
        ? 'female'
        : null;
    return owned || agrees(opening, gender) ? gender : null;
  }
  return null;
}

function agrees(possessive: string, gender: Gender): boolean {
  return possessive === (gender === 'male' ? 'his' : 'her');
}
