import { isRole } from './lexicon/nouns.ts';
import { wordSet } from './lexicon/word-set.ts';
import { NOUN_PREPOSITIONS, POSSESSIVES, QUANTIFIERS, RELATIVES, SUBJECT_PRONOUNS } from './lexicon/words.ts';
import { measureEnd } from './measure.ts';
import { isMeeting, isOccasion, isTimeOrOccasion, isWhen } from './occasion.ts';
import type { Token } from './sentence.ts';
import type { Tag } from './tagger.ts';

/** A noun phrase as token indices of one sentence, ends exclusive. */
export interface NounPhrase {
  readonly first: number;
  /** End of the phrase with all that hangs on it. */
  readonly end: number;
  /** End of the part that names: without "on Monday", "in an interview". */
  readonly coreEnd: number;
  /** Index of the head word of its first part. */
  readonly head: number;
}

/** What may stand before a determiner: "all the", "even his". */
const PREDETERMINERS = wordSet('all both half such only not even just');
/** What is told of "those" without a noun. */
const AMONG_THOSE = wordSet(
  'surveyed polled interviewed questioned asked affected involved present attending gathered consulted',
);
const OBJECT_PRONOUNS = wordSet('him them us me');
const HEADS: ReadonlySet<Tag> = new Set(['NOUN', 'PROPN', 'NUM']);

/** Longer phrases than this are misreadings. */
const MAX_BASE = 18;

/**
 * Reads the noun phrase that begins at `first` and ends before `limit`: determiners, adjectives, nouns, names,
 * prepositional phrases, coordination. Null where none begins.
 */
export function readNounPhrase(
  tokens: readonly Token[],
  first: number,
  limit = tokens.length,
): NounPhrase | null {
  const base = readBase(tokens, first, limit);
  if (!base) return null;
  let end = base.end;
  let coreEnd = base.end;
  let naming = true;
  for (;;) {
    const next = extend(tokens, end, limit);
    if (!next) break;
    // "the minutes of a meeting in March": when a meeting was says which one.
    if (next.adverbial && !isMeeting(tokens[end - 1]?.lower ?? '')) naming = false;
    end = next.end;
    if (naming) coreEnd = end;
  }
  return { first, end, coreEnd, head: base.head };
}

/** One more piece behind a noun phrase: a prepositional phrase, a coordinated phrase, a bracket. */
function extend(
  tokens: readonly Token[],
  at: number,
  limit: number,
): { end: number; adverbial: boolean } | null {
  const token = tokens[at];
  if (!token || at >= limit) return null;
  if (token.text === '(' || token.text === '[') {
    const close = closingBracket(tokens, at, limit);
    return close < 0 ? null : { end: close + 1, adverbial: false };
  }
  if (NOUN_PREPOSITIONS.has(token.lower) && token.tag !== 'VERB') {
    const inner = readBase(tokens, at + 1, limit);
    if (!inner) return null;
    // "the critic of the Lenz Post": in capitals it is a name.
    const named = tokens[inner.head]?.capital === true && tokens[inner.head - 1]?.capital === true;
    const head = tokens[inner.head]?.lower ?? '';
    return {
      end: inner.end,
      adverbial: token.lower !== 'of' && isTimeOrOccasion(head) && !(named && isOccasion(head)),
    };
  }
  // "sources close to the yard", "a person familiar with the talks"
  if (POSTMODIFIERS.test(token.lower) && NOUN_PREPOSITIONS.has(tokens[at + 1]?.lower ?? '')) {
    const inner = readBase(tokens, at + 2, limit);
    return inner ? { end: inner.end, adverbial: false } : null;
  }
  if (token.lower === 'and' || token.lower === 'or' || token.text === '&' || token.lower === 'nor') {
    // "in the bureau | and at the ministry", "members | and even some leaders"
    const preposition = NOUN_PREPOSITIONS.has(tokens[at + 1]?.lower ?? '') && tokens[at - 1]?.tag !== 'VERB';
    const even = /^(?:even|perhaps|possibly|now|sometimes|then)$/.test(tokens[at + 1]?.lower ?? '');
    const inner = readBase(tokens, preposition || even ? at + 2 : at + 1, limit);
    return inner ? { end: inner.end, adverbial: false } : null;
  }
  if (isShare(tokens, at)) return { end: at + 3, adverbial: false };
  if (isRate(tokens, at)) {
    const inner = readBase(tokens, at, limit);
    return inner ? { end: inner.end, adverbial: false } : null;
  }
  if (token.text === ',') return extendList(tokens, at, limit);
  return null;
}

/** "nine | out of 10" */
function isShare(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.tag !== 'NUM' || tokens[at]?.lower !== 'out') return false;
  return tokens[at + 1]?.lower === 'of' && tokens[at + 2]?.tag === 'NUM';
}

/** "£200 | a household", "3bn | a year" */
function isRate(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const number =
    before?.tag === 'NUM' || (MAGNITUDES.test(before?.lower ?? '') && tokens[at - 2]?.tag === 'NUM');
  return number && /^an?$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.tag === 'NOUN';
}

const MAGNITUDES = /^(?:k|m|mn|bn|tn|p|million|billion|trillion)$/;

/** Adjectives and participles that follow their noun with a preposition of their own. */
const POSTMODIFIERS =
  /^(?:close|familiar|aware|privy|sceptical|skeptical|supportive|fearful|unhappy|not|loyal|opposed|sympathetic|critical|responsible|active|present|involved|briefed|based|knowledgeable|allied)$/;

/** ", B, C and D": commas join only where the list ends with "and". ", Jr." belongs to the name. */
function extendList(
  tokens: readonly Token[],
  at: number,
  limit: number,
): { end: number; adverbial: boolean } | null {
  const suffix = tokens[at + 1];
  if (suffix && /^(?:Jr|Sr)\.?$/.test(suffix.text) && at + 1 < limit) {
    const end = tokens[at + 2]?.text === ',' ? at + 3 : at + 2;
    return { end: Math.min(end, limit), adverbial: false };
  }
  let end = at;
  for (let items = 0; items < 12; items++) {
    if (tokens[end]?.text !== ',') break;
    let from = end + 1;
    const last = tokens[from]?.lower === 'and' || tokens[from]?.lower === 'or';
    if (last) from++;
    const item = readBase(tokens, from, limit);
    if (!item || !isAlike(tokens, at, from, item.head)) return null;
    end = item.end;
    for (;;) {
      const more = tokens[end]?.text === ',' ? null : extendWithoutAnd(tokens, end, limit);
      if (!more) break;
      end = more;
    }
    // "She came back, and Lee …": two parts need no comma, so a new clause begins, unless another one shuts them off.
    if (last) return items > 0 || tokens[end]?.text === ',' ? { end, adverbial: false } : null;
    const conjunction = tokens[end]?.lower;
    if (conjunction === 'and' || conjunction === 'or') {
      const final = readBase(tokens, end + 1, limit);
      return final ? { end: final.end, adverbial: false } : null;
    }
  }
  return null;
}

/** "Ann Lee, chief of staff and co-founder" is a name and its apposition, no list. */
function isAlike(tokens: readonly Token[], comma: number, first: number, head: number): boolean {
  const last = tokens[comma - 1];
  // "Clerks, porters and guards": a plural that begins the sentence only looks like a name.
  if (last?.tag !== 'PROPN' || (comma === 1 && last.lower.endsWith('s'))) return true;
  for (let at = first; at <= head; at++) {
    const { lower = '', tag } = tokens[at] ?? {};
    if (tag === 'DET' || tag === 'NOUN' || isRole(lower)) return false;
  }
  return true;
}

function extendWithoutAnd(tokens: readonly Token[], at: number, limit: number): number | null {
  const lower = tokens[at]?.lower;
  if (lower === 'and' || lower === 'or') return null;
  return extend(tokens, at, limit)?.end ?? null;
}

function readBase(
  tokens: readonly Token[],
  first: number,
  limit: number,
): { end: number; head: number } | null {
  const token = tokens[first];
  if (!token || first >= limit) return null;
  if (SUBJECT_PRONOUNS.has(token.lower) || OBJECT_PRONOUNS.has(token.lower)) {
    return { end: first + 1, head: first };
  }
  // "those surveyed", "those present"
  if (token.lower === 'those' && AMONG_THOSE.has(tokens[first + 1]?.lower ?? '') && first + 1 < limit)
    return { end: first + 2, head: first };
  const number = measureEnd(tokens, first);
  const hyphened = tokens[first + 1]?.text === '-' && tokens[first + 1]?.start === token.end;
  if (
    number === first &&
    !hyphened &&
    QUANTIFIERS.has(token.lower) &&
    !startsNoun(tokens[first + 1], limit, first + 1)
  ) {
    const whom = tokens[first + 1]?.lower === 'of' && RELATIVES.has(tokens[first + 2]?.lower ?? '');
    return { end: whom ? first + 3 : first + 1, head: first };
  }
  let head = -1;
  let at = number;
  for (; at < limit && at - first < MAX_BASE; at++) {
    const part = tokens[at];
    if (!part || !belongs(tokens, at, number, limit) || (head >= 0 && isWhen(tokens, at))) break;
    if (HEADS.has(part.tag) || (part.tag === 'X' && /\w/.test(part.text))) head = at;
    else if (part.tag === 'ADJ' && at > number) head = head < first ? at : head;
  }
  // "called her “a star”": no noun follows, so it is the object itself.
  if (head < 0) return token.lower === 'her' ? { end: first + 1, head: first } : null;
  let end = head + 1;
  // "a nine-year-old", "the 44-year-old": the adjective behind the hyphen ends the phrase.
  while (end + 1 < at && tokens[end]?.text === '-') end += 2;
  // "a friend of Lee's said"
  if (tokens[first - 1]?.lower === 'of' && /^['’]s$/.test(tokens[end]?.text ?? '') && end < at) end++;
  if (tokens[end]?.text === '.' && end + 1 < limit && tokens[head]?.text.length === 1) end++;
  return { end, head };
}

function startsNoun(token: Token | undefined, limit: number, at: number): boolean {
  return at < limit && token !== undefined && /^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(token.tag);
}

/** Whether a token can stand in a noun phrase that began at `first`. */
function belongs(tokens: readonly Token[], at: number, first: number, limit: number): boolean {
  const token = tokens[at];
  const next = at + 1 < limit ? tokens[at + 1] : undefined;
  if (!token) return false;
  const before = tokens[at - 1];
  switch (token.tag) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
    case 'ADJ':
    case 'X':
      return !SUBJECT_PRONOUNS.has(token.lower);
    case 'SYM':
      return true;
    case 'DET':
      return token.lower !== 'that' && (at === first || PREDETERMINERS.has(before?.lower ?? ''));
    case 'PRON':
      return (
        (POSSESSIVES.has(token.lower) || QUANTIFIERS.has(token.lower)) &&
        (at === first || PREDETERMINERS.has(before?.lower ?? ''))
      );
    case 'PART':
      return /^(?:'s|'|s)$/.test(token.lower) && at > first;
    case 'AUX':
      // The possessive of a name is often taken for "is": "Obama's aide".
      return token.lower === "'s" && at > first && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next?.tag ?? '');
    case 'ADV':
      return (
        /^(?:ADJ|VERB|NUM|ADV)$/.test(next?.tag ?? '') &&
        at + 2 < limit &&
        before?.tag !== 'NOUN' &&
        before?.tag !== 'PROPN'
      );
    case 'VERB':
      return (
        (modifies(token, next) && before?.tag !== 'NOUN') ||
        // "a home-made scarf"
        (before?.text === '-' && before.end === token.start && next?.tag === 'NOUN') ||
        (before?.lower === "'s" && at > first && next?.tag === 'NOUN')
      );
    case 'PUNCT':
      return (
        (/^[-–/&.]$/.test(token.text) && glued(before, token, next)) ||
        (token.text === '&' && at > first) ||
        (/^['’]$/.test(token.text) && before?.lower.endsWith('s') === true)
      );
    case 'ADP':
      return at > first && glued(before, token, next) && before?.text === '-';
    default:
      return /^(?:'|’)$/.test(token.text) && at > first;
  }
}

/** "the retired general", "the ruling party", "Mr. Bush's leading critic". */
function modifies(token: Token, next: Token | undefined): boolean {
  if (!/(?:ed|ing|en|wn|rn)$/.test(token.lower) && !token.capital) return false;
  return next !== undefined && (/^(?:NOUN|PROPN|ADJ)$/.test(next.tag) || next.text === '-');
}

function glued(before: Token | undefined, token: Token, next: Token | undefined): boolean {
  return (
    before?.end === token.start && (next === undefined || next.start === token.end || token.text === '.')
  );
}

/** Index of the bracket that closes the one at `at`, within a short distance, or -1. */
function closingBracket(tokens: readonly Token[], at: number, limit: number): number {
  for (let to = at + 1; to < limit && to < at + 16; to++) {
    if (tokens[to]?.text === ')' || tokens[to]?.text === ']') return to;
  }
  return -1;
}
