import type { Span } from '../../article/article.ts';
import { isListedCalling } from '../lexicon/callings.ts';
import {
  DOCUMENT_NOUNS,
  FEMALE_NOUNS,
  isCapitalRole,
  isDemonym,
  isDoer,
  isPluralRole,
  isRole,
  MALE_NOUNS,
  ORGANISATION_NOUNS,
  ORGANISATION_WORDS,
  singular,
} from '../lexicon/nouns.ts';
import { PLACES } from '../lexicon/places.ts';
import { genderOfTitle, isOffice, TITLES } from '../lexicon/titles.ts';
import { FEMALE_PRONOUNS, FIRST_PERSON, MALE_PRONOUNS, PLURAL_PRONOUNS } from '../lexicon/words.ts';
import type { Token } from '../sentence.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { isBodyWord } from './bodies.ts';
import { compoundHead } from './compound.ts';
import { hasCoordination } from './coordination.ts';
import type { Gender } from './named.ts';
import { type NameRun, nameIn, nameText, refine, runsIn } from './names.ts';

/** What a source phrase is by itself, before it is known whom it means. */
export interface Mention {
  readonly form: 'named' | 'nominal' | 'pronoun' | 'first-person' | 'relative';
  /** The phrase without a leading article; for a name, without titles and roles. */
  readonly span: Span;
  /** The proper name, for form "named". */
  readonly name: string | null;
  readonly run: NameRun | null;
  readonly gender: Gender;
  readonly plural: boolean;
  /** Two or more who are named side by side ("Lee and Moss"). */
  readonly joined: boolean;
  readonly definite: boolean;
  /** Head noun, singular, lower case. */
  readonly head: string;
  readonly kind: 'person' | 'organisation' | 'document' | 'unsure';
  /** The description that the name stands beside: "younger brother" in "his younger brother, who gave his name as Otto". */
  readonly described?: Span;
}

/** Describes the phrase that a frame gives as its speaker. */
export function describeSource(view: View, source: Source): Mention {
  const { tokens, article } = view;
  const first = skipDeterminer(tokens, source.first, source.end);
  const opening = tokens[first];
  const closing = tokens[source.end - 1];
  const span = { start: opening?.start ?? 0, end: closing?.end ?? 0 };
  const pronoun = pronounOf(tokens[source.first], source);
  if (pronoun) return { ...pronoun, span };
  const joined = hasCoordination(tokens, source);
  const run = joined
    ? null
    : ([nameIn(tokens, source.first, source.end), nameAtHead(tokens, source)].find(
        (found) => found !== null && isNamed(tokens, found, source),
      ) ?? null);
  const headToken = tokens[Math.max(first, compoundHead(tokens, source.head))];
  const head =
    headTeacher(tokens, source) ??
    hyphened(tokens, source) ??
    oneOfMany(tokens, source) ??
    singular(headToken?.lower ?? '');
  const aged = /^\d+$|year-old$/.test(tokens[source.head - 1]?.lower ?? '');
  const origin = isDemonym(headToken?.lower ?? '') && (source.end - source.first === 2 || aged);
  const named = run !== null && !(origin && first > source.first);
  const nameSpan = named ? spanOf(tokens, run.first, run.end) : span;
  return {
    form: named ? 'named' : 'nominal',
    span: nameSpan,
    name: named ? nameText(article.text, tokens, run.first, run.end) : null,
    run: named ? run : null,
    gender: genderOf(tokens, source, run, head),
    plural: joined || isPlural(headToken),
    joined,
    definite: /^(?:the|this|that|these|those|his|her|their|its|both)$/.test(
      tokens[source.first]?.lower ?? '',
    ),
    head,
    kind: origin && !named ? 'person' : isSign(tokens, source) ? 'unsure' : kindOf(head, run, named),
  };
}

function pronounOf(token: Token | undefined, source: Source): Omit<Mention, 'span'> | null {
  if (!token || source.end - source.first > 2) return null;
  const base = {
    name: null,
    run: null,
    definite: true,
    joined: false,
    head: token.lower,
    kind: 'unsure' as const,
  };
  const whole = source.end - source.first === 1;
  if (FIRST_PERSON.has(token.lower) && (whole || !/^(?:my|our)$/.test(token.lower))) {
    return { ...base, form: 'first-person', gender: null, plural: /^(?:we|us|our)$/.test(token.lower) };
  }
  if (!whole) return null;
  if (MALE_PRONOUNS.has(token.lower)) return { ...base, form: 'pronoun', gender: 'male', plural: false };
  if (FEMALE_PRONOUNS.has(token.lower)) return { ...base, form: 'pronoun', gender: 'female', plural: false };
  if (PLURAL_PRONOUNS.has(token.lower)) return { ...base, form: 'pronoun', gender: null, plural: true };
  if (/^(?:it|its)$/.test(token.lower)) return { ...base, form: 'pronoun', gender: null, plural: false };
  if (/^(?:who|which|that)$/.test(token.lower))
    return { ...base, form: 'relative', gender: null, plural: false };
  return null;
}

/** A name that ends the phrase names it; "Iran’s foreign minister" ends in a noun, "a Clinton aide" too. */
function isNamed(tokens: readonly Token[], run: NameRun, source: Source): boolean {
  // "the deputy Speaker", "the Chancellor" have an office there, and no name.
  if (run.end - run.first === 1 && run.first > source.first && isOffice(tokens[run.first]?.lower ?? ''))
    return false;
  if (run.kind === 'person') return !isObject(tokens, run, source);
  const single = tokens[run.first];
  const office = single !== undefined && run.first > source.first && TITLES.has(single.lower);
  if (run.end - run.first === 1 && single && (office || isRole(singular(single.lower)))) {
    return source.end - source.first === 1 && !isPluralRole(single.lower);
  }
  // "the Guild of Hand Knitters"
  const inside = source.head >= run.first && source.head < run.end;
  if (run.kind === 'organisation' && inside && isBodyWord(tokens, run.first)) return true;
  // The head is inside the name: "Human Rights Watch", not "members of Congress".
  return source.head >= run.first && source.head < run.end && !isPluralRole(tokens[source.head]?.lower ?? '');
}

/** "a spokesman for Mr. Lee", "the brother of Ann Lee": the name belongs to the preposition. */
function isObject(tokens: readonly Token[], run: NameRun, source: Source): boolean {
  if (source.head >= run.titleFirst) return false;
  let at = run.titleFirst - 1;
  const last = tokens[at];
  // "CEO of the Harbour Council Ann Lee", "Minister of Education Ann Lee" are she; "an aide to former president
  // Ann Lee" is not.
  if (ORGANISATION_WORDS.has(last?.lower ?? '')) return false;
  if (last?.tag === 'PROPN' && !isCapitalRole(last.lower)) return isOffice(titleWords(tokens, run));
  while (at > source.head && describes(tokens[at])) at--;
  if (tokens[at]?.tag === 'DET') at--;
  const body = tokens[at - 1]?.capital === true && ORGANISATION_WORDS.has(tokens[at - 1]?.lower ?? '');
  return at > source.head && tokens[at]?.tag === 'ADP' && !body;
}

function titleWords(tokens: readonly Token[], run: NameRun): string {
  const words = tokens.slice(run.titleFirst, run.first).map((token) => token.lower);
  return words.join(' ');
}

/** A word between a preposition and a name that belongs to the name. */
function describes(token: Token | undefined): boolean {
  return token !== undefined && (token.capital || token.tag === 'ADJ' || isRole(token.lower));
}

/** "Ann Lee of Hull", "hydrologist Prof. Ann Lee of the University": where she belongs is no part of the name. */
function nameAtHead(tokens: readonly Token[], source: Source): NameRun | null {
  const found = runsIn(tokens, source.first, source.end).find(
    ({ first, end }) => source.head >= first && source.head < end,
  );
  const behind = tokens[found?.end ?? -1];
  const last = tokens[(found?.end ?? 0) - 1]?.lower ?? '';
  if (!found || behind?.tag !== 'ADP' || TITLES.has(last) || isCapitalRole(last)) return null;
  const run = refine(tokens, found, source.first);
  const full = run.end - run.first > 1;
  // "“No,” calls Perrin from the stairs", "says Ann behind the bar": where somebody of one name stands.
  const alone = run.first === source.first && !PLACES.has(last) && !isDemonym(last) && !isPluralRole(last);
  if (!full && alone && run.kind !== 'organisation' && behind.lower === 'from') return run;
  if (run.kind === 'person') return full || alone || run.titleFirst < run.first ? run : null;
  if (!full || run.kind === 'organisation') return null;
  return behind.lower === 'from' || behind.lower === 'in' || isBelonging(tokens, run) ? run : null;
}

/**
 * "Hawa Traoré of the weather office", "Tomás Ibarra at Fenwick Securities": names of an unknown shape that begin the
 * phrase and are told where they belong are people's. "Lenz Riders of the North" and "Old Friends at Large" are not.
 */
function isBelonging(tokens: readonly Token[], run: NameRun): boolean {
  if (!/^(?:of|at|with)$/.test(tokens[run.end]?.lower ?? '') || run.end - run.first > 3) return false;
  const words = tokens.slice(run.first, run.end);
  const last = words.at(-1)?.lower ?? '';
  if (singular(last) !== last && isDoer(singular(last))) return false;
  const personal = words.every(
    ({ tag, lower }) =>
      /^(?:PROPN|X|PUNCT)$/.test(tag) && !isDemonym(lower) && !isPluralRole(lower) && !PLACES.has(lower),
  );
  const whose = tokens[run.end + 1];
  return personal && (whose?.capital === true || /^(?:the|a|an|his|her|their|its)$/.test(whose?.lower ?? ''));
}

function isPlural(head: Token | undefined): boolean {
  if (!head) return false;
  if (/^(?:some|others|many|several|most|both|few|people|police|those|children|men|women)$/.test(head.lower))
    return true;
  // "Landlords oppose it": a capital at the start makes a name of it.
  if (head.tag === 'PROPN' && isPluralRole(head.lower)) return true;
  return head.tag === 'NOUN' && singular(head.lower) !== head.lower && !DOCUMENT_NOUNS.has(head.lower);
}

function genderOf(tokens: readonly Token[], source: Source, run: NameRun | null, head: string): Gender {
  for (let at = source.first; at < source.end; at++) {
    const token = tokens[at];
    if (!token || (run && at >= run.first)) break;
    if (TITLES.has(token.lower) && genderOfTitle(token.lower)) return genderOfTitle(token.lower);
  }
  if (MALE_NOUNS.has(head)) return 'male';
  if (FEMALE_NOUNS.has(head)) return 'female';
  return null;
}

/** "the head teacher" is no other teacher. */
function headTeacher(tokens: readonly Token[], { head }: Source): string | null {
  return tokens[head]?.lower === 'teacher' && tokens[head - 1]?.lower === 'head' ? 'headteacher' : null;
}

/** "one of the officers" is an officer; null for other phrases. */
function oneOfMany(tokens: readonly Token[], { first, head, end }: Source): string | null {
  if (head !== first || tokens[head]?.lower !== 'one' || tokens[head + 1]?.lower !== 'of') return null;
  let last = head + 1;
  while (last + 1 < end && /^(?:DET|ADJ|NUM|NOUN|PRON)$/.test(tokens[last + 1]?.tag ?? '')) last++;
  const noun = tokens[last];
  return noun?.tag === 'NOUN' && isRole(singular(noun.lower)) ? singular(noun.lower) : null;
}

/** "the fly-half": a calling of two words, where the second one is none by itself; else null. */
function hyphened(tokens: readonly Token[], { head }: Source): string | null {
  const [first, hyphen, last] = [tokens[head - 2], tokens[head - 1], tokens[head]];
  if (hyphen?.text !== '-' || !first || !last || isRole(last.lower)) return null;
  const word = `${first.lower}-${last.lower}`;
  return isRole(word) ? word : null;
}

/** "the Anchor", "the Star": in capitals a calling is the name of a house or a paper, offices and parties aside. */
function isSign(tokens: readonly Token[], source: Source): boolean {
  const head = tokens[source.head];
  const alone = source.end - source.first === 2 && tokens[source.first]?.lower === 'the';
  if (!head?.capital || !alone || TITLES.has(head.lower)) return false;
  // "the MP", "the CEO": letters for a calling
  if (/^\p{Lu}{2,4}$/u.test(head.text)) return false;
  return !/(?:publican|crat|conservative|liberal|tory|ist|ite|ian|king|queen|prince|princess|pope)$/.test(
    head.lower,
  );
}

function kindOf(head: string, run: NameRun | null, named: boolean): Mention['kind'] {
  if (named && run) return run.kind === 'unsure' ? 'unsure' : run.kind;
  if (isRole(head) || TITLES.has(head) || isRole(head.split('-').at(-1) ?? '')) return 'person';
  if (DOCUMENT_NOUNS.has(head) || DOCUMENT_NOUNS.has(`${head}s`)) return 'document';
  if (ORGANISATION_NOUNS.has(head)) return 'organisation';
  if (isListedCalling(head)) return 'person';
  return 'unsure';
}

function skipDeterminer(tokens: readonly Token[], first: number, end: number): number {
  const word = tokens[first];
  const determiner = word && /^(?:a|an|the|my|our|his|her|its|their|this|that|these|those)$/.test(word.lower);
  // "one resident", but "one of the residents"
  const one = word?.lower === 'one' && /^(?:NOUN|ADJ|NUM|PROPN)$/.test(tokens[first + 1]?.tag ?? '');
  return (determiner || one) && first + 1 < end ? first + 1 : first;
}

function spanOf(tokens: readonly Token[], first: number, end: number): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}

/** Whether a noun in lower case can stand for somebody or something that speaks. */
export function canSpeak(noun: string): boolean {
  const head = singular(noun).split('-').at(-1) ?? '';
  return [noun, singular(noun), head].some(
    (word) =>
      isRole(word) ||
      ORGANISATION_NOUNS.has(word) ||
      DOCUMENT_NOUNS.has(word) ||
      /^(?:people|person|percent|%|side|camp|critics)$/.test(word),
  );
}
