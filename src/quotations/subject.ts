import { bridges, startsAside } from './asides.ts';
import { clauseFloor } from './clause-edge.ts';
import { cueForm } from './lexicon/cue-verbs.ts';
import { wordSet } from './lexicon/word-set.ts';
import {
  BE,
  COORDINATORS,
  FRAME_ADVERBS,
  NOUN_PREPOSITIONS,
  RELATIVES,
  SUBORDINATORS,
  TIME_NOUNS,
  WH_WORDS,
} from './lexicon/words.ts';
import { measureEnd } from './measure.ts';
import { isDistance, isThingBesideName, isTime, isToldThat } from './no-subject.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { isWhen } from './occasion.ts';
import { participleEnd } from './participle.ts';
import type { Token } from './sentence.ts';
import type { Tag } from './tagger.ts';
import type { VerbGroup } from './verb-group.ts';

/** Who speaks, as token indices of the sentence. */
export interface Source {
  /** The phrase that names: "Jane Doe", "a spokesman for the court". */
  readonly first: number;
  readonly end: number;
  readonly head: number;
  /** Where the whole phrase ends, asides ("…, a judge in Ohio, …") included. */
  readonly fullEnd: number;
}

/** How far to the left a subject is looked for. */
const REACH = 70;

/** The subject on the left of a verb group, or null. Asides and relative clauses between them are bridged. */
export function subjectBefore(
  tokens: readonly Token[],
  group: Pick<VerbGroup, 'first'>,
  from: number,
): Source | null {
  let end = group.first;
  const relative = tokens[end - 1];
  if (relative && RELATIVES.has(relative.lower) && end - 1 > from) {
    end--;
    if (tokens[end - 1]?.text === ',') end--;
    return nearestBefore(tokens, end, from) ?? antecedentBefore(tokens, end, from);
  }
  const opened = clauseFloor(tokens, from, end);
  const floor = Math.max(from, end - REACH, opened, opened === from ? participleEnd(tokens, from, end) : 0);
  const joined = joinedSubject(tokens, floor, end);
  if (joined) return joined;
  for (let first = floor; first < end; first++) {
    if (!mayStart(tokens, first, floor)) continue;
    const source = reaches(tokens, first, end);
    if (source) return (first > floor && lastItem(tokens, floor, source, end)) || ownWordsOf(tokens, source);
  }
  return nameRightBefore(tokens, floor, end);
}

/** "The group has hired lawyers, and | its director, Ann Lee, | said": behind a whole clause "and" joins a subject of its own. */
function joinedSubject(tokens: readonly Token[], floor: number, end: number): Source | null {
  for (let at = end - 4; at > floor; at--) {
    if (tokens[at]?.text !== ',' || !/^(?:and|but)$/.test(tokens[at + 1]?.lower ?? '')) continue;
    if (!isWholeClause(tokens, floor, at)) return null;
    const source = reaches(tokens, at + 2, end);
    return source && source.fullEnd > source.end ? source : null;
  }
  return null;
}

/** Whether what stands before a comma has its verb: as far back as the comma before, which only an aside may open. */
function isWholeClause(tokens: readonly Token[], floor: number, end: number): boolean {
  const comma = tokens.slice(0, end).findLastIndex(({ text }) => text === ',');
  // "The group, founded in May, and its director, Lee,": a participle ends no clause.
  if (comma >= floor) return tokens[comma + 1]?.tag === 'AUX';
  return tokens
    .slice(floor, end)
    .some(({ tag, lower, quote }) => quote < 0 && /^(?:VERB|AUX)$/.test(tag) && !/ing$/.test(lower));
}

/** "It fell in May, June and July, two of them | said": behind a verb, a list is no subject, its last part is. */
function lastItem(tokens: readonly Token[], floor: number, source: Source, end: number): Source | null {
  if (source.end !== source.fullEnd || source.fullEnd < end - 3) return null;
  if (tokens[source.first - 1]?.text === ',') return null;
  if (!tokens.slice(floor, source.first).some(({ tag, quote }) => quote < 0 && /^(?:VERB|AUX)$/.test(tag)))
    return null;
  const commas: number[] = [];
  for (let at = source.first + 1; at < source.end - 1; at++) {
    if (tokens[at]?.text === ',' && tokens[at + 1]?.lower !== 'and') commas.push(at);
  }
  const joined = tokens
    .slice(source.first, source.end)
    .some(({ lower }) => lower === 'and' || lower === 'or');
  const comma = joined ? commas[0] : commas.at(-1);
  return comma === undefined ? null : reaches(tokens, comma + 1, end);
}

/** "a reply from Ann Lee, | who said": what a relative clause belongs to may stand behind a preposition or verb. */
function antecedentBefore(tokens: readonly Token[], end: number, from: number): Source | null {
  for (let first = end - 1; first >= Math.max(from + 1, end - 12); first--) {
    const token = tokens[first];
    if (!token || token.quote >= 0 || /^[,;:.]$/.test(token.text)) return null;
    if (!/^(?:ADP|VERB|AUX|SCONJ)$/.test(tokens[first - 1]?.tag ?? '')) continue;
    const phrase = readNounPhrase(tokens, first, end);
    if (phrase?.end === end) return toSource(phrase, end);
  }
  return null;
}

/** "In a programme note Lee writes": a name right before the verb although a noun stands before it. */
function nameRightBefore(tokens: readonly Token[], floor: number, end: number): Source | null {
  for (let first = Math.max(floor, end - 8); first < end; first++) {
    const token = tokens[first];
    const before = tokens[first - 1];
    if (
      !token ||
      !before ||
      !/^(?:PROPN|PRON|DET)$/.test(token.tag) ||
      !/^(?:NOUN|NUM|PROPN)$/.test(before.tag)
    )
      continue;
    if (token.tag === 'PROPN' && before.tag !== 'NOUN' && !TIME_NOUNS.has(before.lower)) continue;
    const source = reaches(tokens, first, end);
    if (source) return source;
  }
  return null;
}

/** The phrase that ends exactly at `end`, the longest one that may start there. */
export function nearestBefore(tokens: readonly Token[], end: number, from: number): Source | null {
  const floor = Math.max(from, end - REACH, clauseFloor(tokens, from, end));
  for (let first = floor; first < end; first++) {
    if (!mayStart(tokens, first, floor)) continue;
    const phrase = readNounPhrase(tokens, first, end);
    if (phrase && phrase.end === end) return toSource(phrase, end);
  }
  return null;
}

/** The subject on the right of an inverted verb ("said Ann Lee, a judge"), or null. */
export function subjectAfter(tokens: readonly Token[], at: number): Source | null {
  const limit = quoteStart(tokens, at);
  const phrase = readNounPhrase(tokens, at, limit);
  if (!phrase || TIME_NOUNS.has(tokens[phrase.head]?.lower ?? '')) return null;
  return toSource(phrase, asideEnd(tokens, phrase.end, limit));
}

/** "the union, whose lawyers say": the lawyers speak, and "whose" is no word of theirs. */
function ownWordsOf(tokens: readonly Token[], source: Source): Source {
  const isWhose = tokens[source.first]?.lower === 'whose' && source.head > source.first;
  return isWhose ? { ...source, first: source.first + 1 } : source;
}

function toSource(phrase: NounPhrase, fullEnd: number): Source {
  return { first: phrase.first, end: phrase.coreEnd, head: phrase.head, fullEnd };
}

const NO_STARTS: ReadonlySet<Tag> = new Set(['PUNCT', 'ADP', 'CCONJ', 'SCONJ']);
const CAPITAL_PREPOSITIONS = wordSet('Outside Inside Behind Beside Near Opposite');

/** A subject does not start in the middle of a phrase or behind a preposition. */
function mayStart(tokens: readonly Token[], first: number, floor: number): boolean {
  const token = tokens[first];
  if (!token) return false;
  const measured = measureEnd(tokens, first) > first;
  // "as several told us", "$35 million"
  if ((token.lower === 'as' && !measured) || tokens[first - 1]?.tag === 'SYM') return false;
  if (NO_STARTS.has(token.tag) && !measured) return false;
  // "Outside court, Lee said": a capital makes the tagger take a preposition for a name.
  if (token.capital && !measured && token.tag !== 'PROPN' && NOUN_PREPOSITIONS.has(token.lower)) return false;
  if (token.capital && CAPITAL_PREPOSITIONS.has(token.text)) return false;
  // "in March 2021 | stated": a year says nothing.
  if (token.tag === 'NUM' && /^\d{4}$/.test(token.text)) return false;
  // "until yesterday, when Lee | told"
  if (/^(?:yesterday|today|tomorrow|tonight)$/.test(token.lower)) return false;
  // "her department, where | one official said"
  if (/^(?:where|when|why)$/.test(token.lower)) return false;
  const before = tokens[first - 1];
  if (token.tag === 'VERB' && before && !/^(?:PUNCT|CCONJ|SCONJ|DET)$/.test(before.tag)) return false;
  if (first === floor) return true;
  if (!before) return true;
  if (COORDINATORS.has(before.lower) || SUBORDINATORS.has(before.lower)) return true;
  // "from his | colleagues": a phrase does not start behind its possessive.
  if (OWNING.test(before.lower) && token.tag !== 'PRON') return false;
  // "It looks like | someone | told him"
  if (before.lower === 'like' && SEEMING.test(tokens[first - 2]?.lower ?? '')) return true;
  // Behind a verb stands its object, unless the verb takes a clause: "killed sheep", "says Lee left".
  if (before.tag === 'VERB' && !cueForm(before.lower)) return false;
  // "The tower was | never safe": behind a copula with a subject stands the predicate.
  if (isPredicate(tokens, first, floor)) return false;
  if (/^(?:ADP|DET|ADJ|NUM|NOUN|PROPN|PART)$/.test(before.tag) && before.lower !== 'not') {
    return TIME_NOUNS.has(before.lower) && token.tag !== 'NOUN';
  }
  return true;
}

const OWNING = /^(?:my|your|his|its|our|their)$/;
const SEEMING = /^(?:looks?|looked|seems?|seemed|sounds?|sounded|feels?|felt)$/;

function isPredicate(tokens: readonly Token[], first: number, floor: number): boolean {
  const before = tokens[first - 1];
  if (before?.tag !== 'AUX' || !BE.has(before.lower) || first - 2 < floor) return false;
  return (
    /^(?:NOUN|PROPN|PRON)$/.test(tokens[first - 2]?.tag ?? '') &&
    !WH_WORDS.has(tokens[first - 2]?.lower ?? '')
  );
}

/** Reads a phrase from `first` and bridges what stands between it and the verb at `end`. */
function reaches(tokens: readonly Token[], first: number, end: number): Source | null {
  const phrase = readNounPhrase(tokens, first, end);
  if (!phrase || isDistance(tokens, phrase) || isTime(tokens, phrase)) return null;
  let at = skipAdverbs(tokens, phrase.end, end);
  if (at === end) return toSource(phrase, phrase.end);
  if (isToldThat(tokens, first, phrase.end) || isThingBesideName(tokens, phrase)) return null;
  if (bridges(tokens, at, end)) return toSource(phrase, end);
  // The list reading may have swallowed an aside: "Lee, a judge and a friend, said".
  const simple = firstComma(tokens, first, phrase.end);
  if (simple > first) {
    const short = readNounPhrase(tokens, first, simple);
    at = short?.end ?? -1;
    if (short && at === simple && bridges(tokens, at, end)) return toSource(short, end);
  }
  return null;
}

function firstComma(tokens: readonly Token[], first: number, end: number): number {
  for (let at = first; at < end; at++) if (tokens[at]?.text === ',') return at;
  return -1;
}

function skipAdverbs(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (at < end) {
    const token = tokens[at];
    const skip =
      token &&
      (FRAME_ADVERBS.has(token.lower) ||
        token.tag === 'ADV' ||
        TIME_NOUNS.has(token.lower) ||
        isWhen(tokens, at) ||
        /^(?:himself|herself|itself|themselves)$/.test(token.lower));
    if (!skip) break;
    at++;
  }
  return at;
}

function quoteStart(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && (tokens[at]?.quote ?? -1) < 0) at++;
  return at;
}

/** End of the apposition or relative clause behind an inverted subject: to the closing comma or the end. */
function asideEnd(tokens: readonly Token[], at: number, limit: number): number {
  if (tokens[at]?.text !== ',' || !startsAside(tokens, at + 1)) return at;
  let end = at + 1;
  while (end < limit && !/^[.;:?!]$/.test(tokens[end]?.text ?? '')) end++;
  return tokens[end - 1]?.text === ',' ? end - 1 : end;
}
