import { sourceOf } from '../agent.ts';
import { FEMALE_NOUNS, MALE_NOUNS } from '../lexicon/nouns.ts';
import { wordSet } from '../lexicon/word-set.ts';
import { POSSESSIVES } from '../lexicon/words.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';

/**
 * The people whom a sentence brings in without a name and not as its subject: "met his wife", "asked a man in the
 * queue". Only nouns that tell the gender count: a pronoun can mean nobody else of that gender then.
 */
export function bystanders(view: View): Source[] {
  const { tokens } = view;
  const found: Source[] = [];
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || token.capital) continue;
    if (!MALE_NOUNS.has(token.lower) && !FEMALE_NOUNS.has(token.lower)) continue;
    const first = determinerBefore(view, at);
    const phrase = first >= 0 ? readNounPhrase(tokens, first) : null;
    if (!phrase || phrase.head !== at || isNamedBehind(view, phrase.end)) continue;
    const end = own(view, first) || !BELONGS.test(tokens[at + 1]?.lower ?? '') ? at + 1 : phrase.coreEnd;
    found.push({ first, end, head: at, fullEnd: end });
  }
  return found;
}

/** Prepositions that tell which woman it was; others say where she was met. */
const BELONGS = /^(?:in|with|of|behind|beside|opposite|near|from)$/;

function own(view: View, first: number): boolean {
  return POSSESSIVES.has(view.tokens[first]?.lower ?? '');
}

/** Index of the determiner of the noun at `at`; a bare "the woman" points back and brings in nobody. */
function determinerBefore(view: View, at: number): number {
  for (let first = at - 1; first >= 0 && first >= at - 4; first--) {
    const token = view.tokens[first];
    if (!token || token.quote >= 0) return -1;
    if (/^(?:a|an|his|her|their|my|our|one|another)$/.test(token.lower))
      return isApposed(view, first) ? -1 : first;
    if (token.lower === 'the') return /^(?:ADP|ADJ)$/.test(view.tokens[at + 1]?.tag ?? '') ? first : -1;
    if (!/^(?:ADJ|NOUN)$/.test(token.tag)) return -1;
  }
  return -1;
}

/** "Ann Lee, | a mother of two,", "Ann Lee, 43, | a mother": it says who she is. */
function isApposed({ tokens }: View, first: number): boolean {
  if (tokens[first - 1]?.text !== ',') return false;
  const before = tokens[first - 2];
  return before?.capital === true || (before?.tag === 'NUM' && tokens[first - 4]?.capital === true);
}

/** "his wife Greta", "his wife, Greta Muir,": she has a name. */
function isNamedBehind(view: View, end: number): boolean {
  const next = view.tokens[end];
  return next?.capital === true || (next?.text === ',' && view.tokens[end + 1]?.capital === true);
}

const ASKING = wordSet('ask asks asked');

/** Whom a sentence says that somebody asked: "I asked the woman opposite whether", "asked Lee if". */
export function askedIn(view: View): Source | null {
  const { tokens } = view;
  const at = tokens.findIndex(({ lower, quote }) => quote < 0 && ASKING.has(lower));
  const passive = tokens[at - 1]?.tag === 'AUX' || at <= 0;
  const phrase = passive ? null : readNounPhrase(tokens, at + 1);
  if (!phrase || tokens[phrase.first]?.tag === 'ADP') return null;
  return sourceOf(phrase);
}
