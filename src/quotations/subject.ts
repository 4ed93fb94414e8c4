import { bridges, startsAside } from './asides.ts';
import { cueForm, cueVerbs } from './lexicon/cue-verbs.ts';
import { isFirstName } from './lexicon/first-names.ts';
import { DOCUMENT_NOUNS, isDoer, isRole, ORGANISATION_NOUNS, singular } from './lexicon/nouns.ts';
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
import { isWhen, type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { participleEnd } from './participle.ts';
import type { Token } from './sentence.ts';
import { summingUpEnd } from './summing-up.ts';
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

/** The last hard edge before the verb: a quotation, a colon, a semicolon, "that" after a verb. */
function clauseFloor(tokens: readonly Token[], from: number, end: number): number {
  // "Lee — who once said she would “leave the hall” — | said": what stands between dashes is an aside.
  const dash = DASH.test(tokens[end - 1]?.text ?? '')
    ? tokens.slice(from, end - 1).findLastIndex(({ text, quote }) => quote < 0 && DASH.test(text))
    : -1;
  if (dash > 0 && RELATIVES.has(tokens[from + dash + 1]?.lower ?? ''))
    return clauseFloor(tokens, from, from + dash);
  for (let at = end - 1; at >= from; at--) {
    const token = tokens[at];
    if (!token) continue;
    const clause = token.quote >= 0 ? summingUpEnd(tokens, at + 1) : -1;
    if (clause > at && clause < end) return clause;
    if (token.quote >= 0 && (!isScare(tokens, at) || joinsOn(tokens, at + 1))) return at + 1;
    if (HARD_EDGES.has(token.text)) return at + 1;
  }
  return from;
}

const DASH = /^[–—-]$/;
const HARD_EDGES = wordSet('; : • … --');

/** "… “a farce”, and Lee said": behind marks, a comma and "and" stands a new clause. */
function joinsOn(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.text === ',' && (tokens[at]?.quote ?? -1) < 0 && COORDINATORS.has(tokens[at + 1]?.lower ?? '')
  );
}

/** Two or three marked words, or a title in capitals, inside a description ("the “Iron Lady” said") are no edge. */
function isScare(tokens: readonly Token[], at: number): boolean {
  const { quote } = tokens[at] ?? { quote: -1 };
  if (isMarkedAs(tokens, at)) return true;
  if (tokens[at + 1]?.quote !== quote && /^[,.!?…]$/.test(tokens[at]?.text ?? '')) return false;
  let first = at;
  let capitals = true;
  while (first >= 0 && tokens[first]?.quote === quote && at - first < 12) {
    const text = tokens[first]?.text ?? '';
    if (!/^[\p{Lu}\p{N}\p{P}]/u.test(text) && text.length > 3) capitals = false;
    first--;
  }
  return at - first <= 4 || (capitals && at - first < 12);
}

/** "a letter marked “Not for the Press,” warns": behind such a participle stands what is written on a thing, or its name. */
function isMarkedAs(tokens: readonly Token[], at: number): boolean {
  const { quote } = tokens[at] ?? { quote: -1 };
  let first = at;
  while (tokens[first - 1]?.quote === quote) first--;
  const before = tokens[first - 1]?.lower === 'as' ? first - 2 : first - 1;
  return /^(?:marked|titled|entitled|headed|headlined|labelled|labeled|stamped|nicknamed|dubbed|called|named|known|billed)$/.test(
    tokens[before]?.lower ?? '',
  );
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

/** "at the booths and election procedures, Ann Lee, chief of the section, said": a name does not stand beside such a thing. */
function isThingBesideName(tokens: readonly Token[], { head, end }: NounPhrase): boolean {
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
function isToldThat(tokens: readonly Token[], first: number, end: number): boolean {
  const before = tokens[first - 1];
  if (before?.tag !== 'VERB' || tokens[end]?.lower !== 'that') return false;
  const cue = cueForm(before.lower);
  return cue !== null && cueVerbs(cue.lemma).some(({ governs }) => governs.includes('hearer'));
}

/** "In the last few days, the Liberals insisted": days say nothing. */
function isTime(tokens: readonly Token[], { head, end }: NounPhrase): boolean {
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
function isDistance(tokens: readonly Token[], { first, end }: NounPhrase): boolean {
  if (!/^(?:later|earlier|ago|afterwards)$/.test(tokens[end]?.lower ?? '')) return false;
  return tokens.slice(first, end).some(({ lower }) => TIME_NOUNS.has(lower));
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
