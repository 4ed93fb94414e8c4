import { cueForm, cueVerbs } from '../quotations/lexicon/cue-verbs.ts';

/** Verbs with which people ask for speech and which reporters do not use. */
const COLLOQUIAL = new Map<string, 'strong' | 'weak'>([
  ['reckon', 'strong'],
  ['bang', 'weak'],
  ['go', 'weak'],
  ['make', 'weak'],
  ['give', 'weak'],
  ['rate', 'weak'],
  ['talk', 'strong'],
  ['speak', 'strong'],
  ['moan', 'strong'],
  ['grumble', 'strong'],
  ['spill', 'weak'],
  ['justify', 'strong'],
  ['react', 'strong'],
  ['phrase', 'strong'],
  ['word', 'weak'],
  ['tip', 'weak'],
  ['swear', 'strong'],
  ['flag', 'strong'],
  ['float', 'weak'],
  ['compare', 'strong'],
  ['liken', 'strong'],
  ['credit', 'strong'],
  ['attribute', 'strong'],
  ['rule', 'weak'],
  ['bring', 'weak'],
  ['let', 'weak'],
  ['point', 'strong'],
  ['play', 'weak'],
  ['sum', 'strong'],
] as const);

/** Verbs of the cue lexicon that more often do something than say something when they follow "who". */
const DOING = new Set(
  `begin open find hold make put let take stand pay cast see know like love hate want need try plan prepare offer seek
   aim refuse decline read show prove rule raise lead support back  attack join hear learn discover forget
   write post sign order commit resolve decide determine name title rate detect notice remember pray sing go hit
   shoot fire push cite request invite allow forbid press pressure command lobby direct challenge dare smile laugh
   thank congratulate salute toast celebrate champion promote certify wrap sum chip weigh pipe blurt spell roar
   address express voice gather teach brief use require instruct  teach   `.split(/\s+/),
);

/**
 * How surely a word in lower case is a verb of saying, thinking or judging in a question:
 * "strong" (said, thinks, warned), "weak" (found, wants, opened) or null.
 */
export function sayingVerb(word: string): 'strong' | 'weak' | null {
  const colloquial = COLLOQUIAL.get(word) ?? COLLOQUIAL.get(plainLemma(word));
  if (colloquial) return colloquial;
  const form = cueForm(word);
  if (!form || cueVerbs(form.lemma).length === 0) return null;
  return DOING.has(form.lemma) ? 'weak' : 'strong';
}

/** What stands before nouns: behind it "judge", "point" or "repeat" is none of the verbs that it looks like. */
const BEFORE_NOUN =
  /^(?:the|an?|this|these|those|my|your|his|her|its|their|our|no|any|some|every|each|of|to|for|by|in|on|at|with|from|previous|next|last|first|second|third|latest|new|old|main|same|only|own)$|['’]s$/;

/** `sayingVerb` of a word behind another one, null where that makes it a noun. */
export function sayingVerbAfter(before: string, word: string): 'strong' | 'weak' | null {
  return BEFORE_NOUN.test(before) ? null : sayingVerb(word);
}

/** Whether the word is a past participle as behind "was": "what is it called", "what were they told". */
export function isPassive(auxiliary: string, word: string): boolean {
  return (
    /^(?:is|are|was|were)$/.test(auxiliary) && /(?:ed|en|told|said|put|held|heard|thought|sworn)$/.test(word)
  );
}

/** The base of a regular form, for verbs outside the cue lexicon. */
function plainLemma(word: string): string {
  return word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|s)$/, '');
}
