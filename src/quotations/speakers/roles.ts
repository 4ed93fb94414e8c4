import type { Span } from '../../article/article.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import { isDoer, isPluralRole, isRole } from '../lexicon/nouns.ts';
import { TITLES } from '../lexicon/titles.ts';
import { BE, COUNSEL_PARTICIPLES, NEGATIONS, SUBJECT_PRONOUNS } from '../lexicon/words.ts';
import type { Token } from '../sentence.ts';
import { POSTNOMINALS } from './names.ts';

/** An apposition longer than this is a misreading. */
const MAX_ROLE = 60;

/**
 * The description in an apposition or relative clause behind a name ("Ann Lee, 44, a judge in Ohio, said"), without
 * the age and a leading article. Token indices; null where none stands.
 */
export function roleBehind(tokens: readonly Token[], at: number): Span | null {
  let first = skipParty(tokens, at);
  if (!/^(?:,|—|–|--|\()$/.test(tokens[first]?.text ?? '')) return null;
  const bracket = tokens[first]?.text === '(';
  first++;
  const aged = isAge(tokens, first);
  if (aged) {
    while (first < tokens.length && tokens[first]?.text !== ',') first++;
    if (tokens[first]?.text !== ',') return null;
    first++;
  }
  first += leadingWords(tokens, first);
  // "Ann Lee, defending, said"
  if (COUNSEL_PARTICIPLES.has(tokens[first]?.lower ?? '') && tokens[first + 1]?.text === ',')
    return trimRole(tokens, first, first + 1);
  const opening = tokens[first]?.lower ?? '';
  const plain =
    (/^(?:a|an)$/.test(opening) && isPlainRole(tokens, first + 1, aged)) ||
    (opening === 'the' && isPraised(tokens, first + 1));
  if (!plain && !describes(tokens, first)) return null;
  const end = roleEnd(tokens, first, bracket);
  return end > first && !isClause(tokens, first, end) ? trimRole(tokens, first, end) : null;
}

/** "…, the judge laughed, …": with a verb of its own outside any relative clause it says what happened. */
function isClause(tokens: readonly Token[], first: number, end: number): boolean {
  for (let at = first; at < end; at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0) continue;
    if (/^(?:who|which|that|whose|whom|where|when|while|because|after|before|since|until)$/.test(token.lower))
      return false;
    // "a student's home", "a club he founded": the tagger takes "'s" for a verb, and "that" may be left out.
    if (token.tag === 'PRON' && SUBJECT_PRONOUNS.has(token.lower)) return false;
    if (token.tag === 'DET' && tokens[at - 1]?.tag === 'NOUN') return false;
    if (token.tag === 'AUX' && token.lower !== "'s") return true;
    if (token.tag === 'VERB' && isFiniteVerb(tokens, at, end)) return true;
  }
  return false;
}

/** A past form is a participle before a preposition or an adverb ("employed at"), one in -ing always. */
function isFiniteVerb(tokens: readonly Token[], at: number, end: number): boolean {
  const word = tokens[at]?.lower ?? '';
  const next = at + 1 < end ? tokens[at + 1] : undefined;
  const before = tokens[at - 1];
  if (word.endsWith('ing') || before?.text === '-' || before?.lower === 'to') return false;
  if (!/^(?:NOUN|PROPN|PART)$/.test(before?.tag ?? '')) return false;
  if (/^(?:said|told|says|tells)$/.test(word)) return true;
  if (next?.lower === 'that' && cueForm(word)?.forms.has('past')) return true;
  if (/^(?:considered|called|named|dubbed|known|seen)$/.test(word)) return false;
  if (/(?:ed|en|wn|lt|id|nt|ht)$/.test(word))
    return next === undefined || !/^(?:ADP|ADV|ADJ|PART|SCONJ|NOUN|PROPN|PUNCT)$/.test(next.tag);
  return /[a-z]s$/.test(word) && next !== undefined;
}

/** "Sen. Ann Lee (R-Ohio), the chair": the bracket belongs to the name. */
function skipParty(tokens: readonly Token[], from: number): number {
  const at = POSTNOMINALS.test(tokens[from]?.text ?? '') ? from + 1 : from;
  if (
    tokens[at]?.text === ',' &&
    /^[RDI]$/.test(tokens[at + 1]?.text ?? '') &&
    tokens[at + 2]?.text === '-'
  ) {
    for (let to = at + 3; to < at + 8; to++) if (tokens[to]?.text === ',') return to;
  }
  if (tokens[at]?.text !== '(') return at;
  for (let to = at + 1; to < at + 10; to++) if (tokens[to]?.text === ')') return to + 1;
  return at;
}

function isAge(tokens: readonly Token[], at: number): boolean {
  return (
    /^\d{1,3}$/.test(tokens[at]?.text ?? '') && /^(?:,|and|who|from|of)$/.test(tokens[at + 1]?.lower ?? '')
  );
}

/** "now a judge", "then the mayor", "himself a farmer": the adverb is no part of the role. */
function leadingWords(tokens: readonly Token[], at: number): number {
  return /^(?:now|then|also|himself|herself|currently|formerly|once)$/.test(tokens[at]?.lower ?? '') ? 1 : 0;
}

/** "a roofer", "a keen surfer": behind an age any noun will do, else one that ends like a doer. */
function isPlainRole(tokens: readonly Token[], from: number, aged: boolean): boolean {
  for (let at = from; at < from + 4; at++) {
    const token = tokens[at];
    if (
      token?.tag === 'NOUN' &&
      /^(?:[,.]|from|of|at|in|who|for|with|by|on)$/.test(tokens[at + 1]?.lower ?? '.')
    ) {
      return aged || isDoer(token.lower) || /(?:man|woman)$/.test(token.lower);
    }
    if (!token || !/^(?:ADJ|NOUN|PROPN)$/.test(token.tag)) return false;
  }
  return false;
}

/** "the most admired luthier in Kent": who is the most of something is somebody. */
function isPraised(tokens: readonly Token[], from: number): boolean {
  let at = from + 1;
  if (
    !/^(?:most|best|finest|greatest|youngest|oldest|fastest|last|first|only|self-styled)$/.test(
      tokens[from]?.lower ?? '',
    )
  )
    return false;
  while (at < from + 5 && /^(?:ADJ|ADV|VERB|PUNCT)$/.test(tokens[at]?.tag ?? '') && tokens[at]?.text !== ',')
    at++;
  const noun = tokens[at];
  return noun?.tag === 'NOUN' && isDoer(noun.lower) && !/^(?:company|maker|producer)$/.test(noun.lower);
}

/** Whether an apposition says what somebody is, and not what happened next. */
function describes(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.quote >= 0) return false;
  if (token.lower === 'who') return !isEvent(tokens, at + 1) && !isAgeClause(tokens, at + 1);
  if (token.lower === 'whose') return true;
  if (/^(?:a|an|the|one|his|her|their|its|our)$/.test(token.lower)) return hasRoleNoun(tokens, at + 1);
  if (
    token.tag === 'VERB' &&
    !/^(?:managing|founding|presiding|commanding|serving|sitting|practising|practicing|retired|acting|outgoing|incoming|elected|leading|visiting)$/.test(
      token.lower,
    )
  )
    return false;
  if (!/^(?:NOUN|ADJ|PROPN|VERB|ADV|NUM)$/.test(token.tag)) return false;
  return isHeadedByRole(tokens, at);
}

/** "who is 20", "who is 84 and on her second sherry" */
function isAgeClause(tokens: readonly Token[], at: number): boolean {
  return /^(?:is|was|'s)$/.test(tokens[at]?.lower ?? '') && /^\d{1,3}$/.test(tokens[at + 1]?.text ?? '');
}

/** "who declined to give her age", "who was waiting outside", "who did not vote": what happened and no description. */
function isEvent(tokens: readonly Token[], from: number): boolean {
  let at = from;
  let be = false;
  while (tokens[at]?.tag === 'AUX' || tokens[at]?.tag === 'ADV' || tokens[at]?.tag === 'PART') {
    if (NEGATIONS.has(tokens[at]?.lower ?? '')) return true;
    be ||= BE.has(tokens[at]?.lower ?? '');
    at++;
  }
  const verb = tokens[at];
  if (verb?.tag !== 'VERB' || verb.quote >= 0) return false;
  if (be && verb.lower.endsWith('ing')) return !WORKING.test(verb.lower);
  // "who speaks for the opposition"
  if (verb.lower === 'speaks' && tokens[at + 1]?.lower === 'for') return false;
  return TELLING.test(cueForm(verb.lower)?.lemma ?? '') || REFUSING.test(verb.lower);
}

/** What somebody "is doing" for a living. */
const WORKING =
  /^(?:working|running|leading|studying|teaching|writing|serving|acting|standing|chairing|heading|representing|managing|coaching|defending|prosecuting|overseeing|training|researching|building|directing)$/;
const REFUSING = /^(?:declin|refus|ask(?:s|ed)?$|spoke$|speaks$)/;
const TELLING =
  /^(?:say|tell|add|deny|confirm|reply|insist|claim|complain|admit|acknowledge|testify|promise|vow|argue|note|warn|announce|predict)$/;

/** "Kent’s chief constable of", not "Republican primary in": without an article the role must be the head. */
function isHeadedByRole(tokens: readonly Token[], from: number): boolean {
  let end = from;
  for (; end < tokens.length && end < from + 14; end++) {
    const { tag = '', text = '', lower = '' } = tokens[end] ?? {};
    const owner = lower === "'s" || lower === 's' || /^['’-]$/.test(text);
    const joins = /^(?:NOUN|ADJ|PROPN|NUM|PART|SYM)$/.test(tag) || text === '&' || owner;
    const modifier =
      (tag === 'VERB' || tag === 'ADV') && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[end + 1]?.tag ?? '');
    const link = lower === 'and' || tag === 'ADP';
    if (link && end > from && isRoleWord(tokens[end - 1]?.lower ?? '')) return true;
    const next = tokens[end + 1];
    const named = tag === 'ADP' && tokens[end - 1]?.capital === true && next?.capital === true;
    const and = lower === 'and' && /^(?:NOUN|ADJ|PROPN)$/.test(next?.tag ?? '');
    if (!joins && !modifier && !named && !and) break;
  }
  return [end - 1, end - 2].some((at) => at >= from && isRoleWord(tokens[at]?.lower ?? ''));
}

function isRoleWord(word: string): boolean {
  return isRole(word) || isRole(word.split('-').at(-1) ?? '') || TITLES.has(word) || isPluralRole(word);
}

/** A role noun within the first noun group: "vice rector of …", "Kent’s chief constable". */
function hasRoleNoun(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length && at < from + 14; at++) {
    const token = tokens[at];
    if (!token || /^[,.;:]$/.test(token.text) || token.tag === 'AUX') return false;
    const closes = isRoleWord(token.lower) && /^[,.]$/.test(tokens[at + 1]?.text ?? '.');
    if (token.tag === 'VERB' && !/(?:ed|ing)$/.test(token.lower) && !closes) return false;
    if (/^(?:who|which|that)$/.test(token.lower)) return at > from;
    if (isRoleWord(token.lower)) return true;
  }
  return false;
}

/** To the comma behind which the sentence goes on with its verb, or to its end. */
function roleEnd(tokens: readonly Token[], first: number, bracket: boolean): number {
  const close = bracket ? /^\)$/ : /^(?:,|—|–|--)$/;
  const limit = Math.min(tokens.length, first + MAX_ROLE);
  for (let at = first; at < limit; at++) {
    const token = tokens[at];
    if (!token || /^[.;:?!]$/.test(token.text)) return at;
    // A title of a work may stand in the description, speech may not.
    if (token.quote >= 0) {
      if (!/^[\p{Lu}\p{N}\p{P}]/u.test(token.text) && token.text.length > 3) return at;
      continue;
    }
    if (!close.test(token.text)) continue;
    if (!goesOn(tokens, at + 1)) return at;
  }
  return limit === tokens.length ? limit : first;
}

/** "…, and a friend of hers, said": a coordinated part of the same description. */
function goesOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.lower === 'and') return /^(?:a|an|the|former)$/.test(tokens[at + 1]?.lower ?? '');
  return (
    token.tag === 'PROPN' &&
    tokens[at + 1]?.text === ',' &&
    tokens[at - 2]?.tag === 'PROPN' &&
    tokens[at + 2]?.lower === 'who'
  );
}

/** The role as a span of the article, a leading article dropped. */
function trimRole(tokens: readonly Token[], first: number, end: number): Span | null {
  let from = first;
  if (/^(?:a|an|the|his|her|their|its|our)$/.test(tokens[from]?.lower ?? '')) from++;
  const opening = tokens[from];
  const closing = tokens[end - 1];
  return opening && closing && end > from ? { start: opening.start, end: closing.end } : null;
}
