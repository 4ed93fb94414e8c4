import { wordSet } from './lexicon/word-set.ts';
import { FRAME_ADVERBS, TIME_NOUNS, WEEKDAYS } from './lexicon/words.ts';
import { readNounPhrase } from './noun-phrase.ts';
import { isOccasion } from './occasion.ts';
import type { Token } from './sentence.ts';

const ADVERBIAL_PREPOSITIONS = wordSet(
  'in on at during by via through from after before to with for of about over under ahead following amid inside outside upon as within',
);
/** How far time, place and manner reach at most. */
const ADVERBIAL_REACH = 40;

/** Skips what stands between a cue and its content: "on Monday", "in a statement to the court", "flatly". */
export function skipAdverbials(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && at < from + ADVERBIAL_REACH) {
    const token = tokens[at];
    if (!token || token.quote >= 0) return at;
    if (TIME_NOUNS.has(token.lower) || FRAME_ADVERBS.has(token.lower)) at++;
    else if (token.tag === 'ADV' && !/^(?:when|where|why|how|whether|so|no)$/.test(token.lower)) at++;
    else if (/^(?:and|but|so)$/.test(token.lower) && tokens[at + 1]?.tag === 'ADV') at += 2;
    else if (timePhraseEnd(tokens, at) > at) at = timePhraseEnd(tokens, at);
    else if (ADVERBIAL_PREPOSITIONS.has(token.lower) && tokens[at + 1]?.tag !== 'VERB') {
      const phrase = readNounPhrase(tokens, at + 1, objectLimit(tokens, at + 1));
      if (!phrase) return at;
      at = phrase.end;
    } else return at;
  }
  return at;
}

/** End of "last week", "this morning", "a day", "two years": no preposition leads it. */
function timePhraseEnd(tokens: readonly Token[], at: number): number {
  const { lower = '', tag } = tokens[at] ?? {};
  if (tag !== 'NUM' && !/^(?:last|this|next|that|a|earlier|late|early|one|each|every)$/.test(lower))
    return at;
  let end = at + 1;
  if (/^(?:few|same|past)$/.test(tokens[end]?.lower ?? '')) end++;
  return TIME_NOUNS.has(tokens[end]?.lower ?? '') ? end + 1 : at;
}

/** A phrase behind a preposition ends before a pronoun subject, a comma or words in marks. */
function objectLimit(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || token.text === ',') return at;
    if (at > from && /^(?:he|she|they|it|we|i|there)$/.test(token.lower)) return at;
  }
  return tokens.length;
}

/**
 * Skips only what can belong to nothing but the frame: the day on which ("on Monday") and the occasion at which it
 * was said ("in a statement"). "In the long run" may be part of what was said.
 */
export function skipFrameAdverbials(tokens: readonly Token[], from: number): number {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (!token || token.quote >= 0) return at;
    if (WEEKDAYS.has(token.lower)) at++;
    else if (token.lower === 'on' && WEEKDAYS.has(tokens[at + 1]?.lower ?? '')) at += 2;
    else if (/^(?:late|early|last|this)$/.test(token.lower) && timePhraseEnd(tokens, at) > at)
      at = timePhraseEnd(tokens, at);
    else if (
      WEEKDAYS.has(tokens[at - 1]?.lower ?? '') &&
      /^(?:morning|afternoon|evening|night)$/.test(token.lower)
    )
      at++;
    else {
      const end = occasionEnd(tokens, at);
      if (end <= at) return at;
      at = end;
    }
  }
}

function occasionEnd(tokens: readonly Token[], at: number): number {
  if (!/^(?:in|at|during|on|via|through)$/.test(tokens[at]?.lower ?? '')) return at;
  const phrase = readNounPhrase(tokens, at + 1, objectLimit(tokens, at + 1));
  return phrase && isOccasion(tokens[phrase.head]?.lower ?? '') ? phrase.end : at;
}
