import { wordSet } from './lexicon/word-set.ts';
import { TIME_NOUNS } from './lexicon/words.ts';
import type { Token } from './sentence.ts';

/** Nouns that say on what occasion somebody spoke. */
const OCCASIONS =
  wordSet(`statement interview letter email e-mail speech conference call tweet post message memo note briefing debate
   appearance remarks testimony op-ed column press-conference telephone phone rally event address filing`);

/** Whether a noun names a gathering, of which a time behind it says which one. */
export function isMeeting(word: string): boolean {
  return MEETINGS.test(word);
}

const MEETINGS = /^(?:meetings?|sessions?|hearings?|inspections?|visits?|exercises?)$/;
/** When and how it was said belongs to the frame, not to the name of the speaker. */
export function isTimeOrOccasion(head: string): boolean {
  return TIME_NOUNS.has(head) || OCCASIONS.has(head) || /^\d{4}$/.test(head);
}

/** Whether a noun in lower case says on what occasion somebody spoke. */
export function isOccasion(head: string): boolean {
  return OCCASIONS.has(head);
}

/** "the ministry | last week", "Ann Lee | this morning": a time behind a noun is no part of it. */
export function isWhen(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:last|this|next|late|early|earlier)$/.test(tokens[at]?.lower ?? '') &&
    tokens[at]?.capital === false &&
    TIME_NOUNS.has(tokens[at + 1]?.lower ?? '')
  );
}
