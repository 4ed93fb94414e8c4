import { cueForm, cueVerbs } from './lexicon/cue-verbs.ts';
import { isFirstName } from './lexicon/first-names.ts';
import { DOCUMENT_NOUNS, isDoer, isRole, ORGANISATION_NOUNS, singular } from './lexicon/nouns.ts';
import { TIME_NOUNS } from './lexicon/words.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Token } from './sentence.ts';

/** "at the booths and election procedures, Ann Lee, chief of the section, said": a name does not stand beside such a thing. */
export function isThingBesideName(tokens: readonly Token[], { head, end }: NounPhrase): boolean {
  const noun = tokens[head];
  if (noun?.tag !== 'NOUN' || tokens[end]?.text !== ',') return false;
  const word = singular(noun.lower);
  if (word === noun.lower && !ROOMS.test(word)) return false;
  if (isDoer(word) || isRole(word) || ORGANISATION_NOUNS.has(word) || DOCUMENT_NOUNS.has(word)) return false;
  const [first, second, behind] = [tokens[end + 1], tokens[end + 2], tokens[end + 3]];
  return (
    first?.tag === 'PROPN' && second?.tag === 'PROPN' && behind?.text === ',' && isFirstName(first.lower)
  );
}

const ROOMS =
  /^(?:room|hall|hotel|street|road|city|town|village|park|stadium|square|station|airport|rally|event|meeting|ceremony|interview|speech)$/;

/** "She told | the court | that a man who came | had left": behind whom it was told stands what was told. */
export function isToldThat(tokens: readonly Token[], first: number, end: number): boolean {
  const before = tokens[first - 1];
  if (before?.tag !== 'VERB' || tokens[end]?.lower !== 'that') return false;
  const cue = cueForm(before.lower);
  return cue !== null && cueVerbs(cue.lemma).some(({ governs }) => governs.includes('hearer'));
}

/** "In the last few days, the Liberals insisted": days say nothing. */
export function isTime(tokens: readonly Token[], { head, end }: NounPhrase): boolean {
  const noun = tokens[head];
  return (
    noun !== undefined &&
    noun.tag === 'NOUN' &&
    end === head + 1 &&
    TIME_NOUNS.has(noun.lower) &&
    noun.lower !== 'time'
  );
}

/** "an hour and a half later, Lee said": how much later nobody says. */
export function isDistance(tokens: readonly Token[], { first, end }: NounPhrase): boolean {
  if (!/^(?:later|earlier|ago|afterwards)$/.test(tokens[end]?.lower ?? '')) return false;
  return tokens.slice(first, end).some(({ lower }) => TIME_NOUNS.has(lower));
}
