import { FRAME_ADVERBS, TIME_NOUNS } from './lexicon/words.ts';
import { readNounPhrase } from './noun-phrase.ts';
import type { Token } from './sentence.ts';

const ADVERBIAL_PREPOSITIONS = new Set(
  'in on at during by via through from after before to with for of about over under ahead following amid inside outside upon as within'.split(
    ' ',
  ),
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
    else if (ADVERBIAL_PREPOSITIONS.has(token.lower) && tokens[at + 1]?.tag !== 'VERB') {
      const phrase = readNounPhrase(tokens, at + 1, objectLimit(tokens, at + 1));
      if (!phrase) return at;
      at = phrase.end;
    } else return at;
  }
  return at;
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
