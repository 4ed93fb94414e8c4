import { type Article, type Span, slice } from '../article/article.ts';
import { normaliseWord, words } from '../article/words.ts';
import type { Quotation, Speaker } from '../quotations/quotation.ts';
import { stem } from '../retrieval/keyword-index.ts';
import type { StoredArticle } from '../retrieval/store.ts';
import { Recent } from '../retrieval/word-memory.ts';
import { calledWords, TITLES } from './called-words.ts';
import { editDistance } from './edit-distance.ts';
import { countryOf } from './lexicon/places.ts';
import { genderOf, isRole, sameRole } from './lexicon/roles.ts';

/** Somebody who is quoted in an article, with all that was said. */
export interface Person {
  readonly speaker: Speaker;
  readonly stored: StoredArticle;
  /** In the order of the text, pull quotes left out. */
  readonly quotations: readonly Quotation[];
}

/** How well a description ("the ex insurance woman") fits somebody who is quoted. Numbers from 0 to 1. */
export interface Fit {
  /** By words of the name, the title and the role. */
  readonly called: number;
  /** Cosine of the description and name, title and role. */
  readonly sensed: number;
  /** Late interaction with the sentence that names them first, where articles say who people are. */
  readonly introduced: number;
}

/** Whom a phrase of a question means. */
export type PersonMatch =
  | { readonly kind: 'found'; readonly people: readonly Person[]; readonly certainty: number }
  /** The article names them and quotes them nowhere. */
  | { readonly kind: 'mentioned'; readonly name: string; readonly stored: StoredArticle; readonly at: Span }
  /** A description ("the newcomer", "the firm's boss") that fits nobody by its words and may fit somebody by sense. */
  | { readonly kind: 'described' }
  | { readonly kind: 'unknown' };

/** Words of a phrase that tell nothing of who is meant. */
const EMPTY_WORDS = new Set(
  `the a an of for at from in on to by and or with who that this 's mr mrs ms dr prof professor sir dame lord lady
   person people one guy there their our his her its as`.split(/\s+/),
);
/** What an organisation is in general. */
const BODY =
  /^(?:organi[sz]ation|group|body|agency|institution|company|firm|union|party|church|club|paper|newspaper|magazine|mag|outlet|broadcaster|station)$/;
/** Who wants not to be named. */
const SECRET =
  /^(?:insiders?|whistle-?blowers?|leakers?|informants?|sources?|anonymous|unnamed|unidentified)$/;
/** Pronouns stand for somebody and name nobody: a speaker of that name is none. */
const PRONOUN = /^(?:i|you|we|he|she|they|it|one|who|this|that|these|those)$/i;
/** Share of the phrase's words that must fit. */
const ENOUGH = 0.6;
/** A match this certain is one by name; below it a description fits more or less. */
export const BY_NAME = 0.85;

/** Everybody who is quoted in the articles, in the order in which they first speak. */
export function quotedPeople(articles: readonly StoredArticle[]): Person[] {
  return articles.flatMap((stored) => {
    const known = PEOPLE.get(stored) ?? peopleOf(stored);
    PEOPLE.set(stored, known);
    return known;
  });
}

/** An article that stays open is looked through once. */
const PEOPLE = new WeakMap<StoredArticle, readonly Person[]>();

function peopleOf(stored: StoredArticle): Person[] {
  const byName = new Map<string, { speaker: Speaker; quotations: Quotation[] }>();
  for (const quotation of stored.quotations) {
    if (!quotation.speaker || quotation.pullQuoteOf !== null) continue;
    if (PRONOUN.test(quotation.speaker.name)) continue;
    const key = `${quotation.speaker.kind}|${quotation.speaker.name}`;
    const known = byName.get(key);
    if (known) known.quotations.push(quotation);
    else byName.set(key, { speaker: quotation.speaker, quotations: [quotation] });
  }
  return Array.from(byName.values(), (person) => ({ ...person, stored }));
}

/**
 * Finds whom `phrase` ("Brandt", "the vice rector", "Marlo") means among the quoted people. `anyOfKind`: a general
 * word ("which expert") means everybody whom it fits.
 */
export function matchPerson(
  phrase: string,
  people: readonly Person[],
  articles: readonly StoredArticle[],
  anyOfKind = false,
): PersonMatch {
  const asked = phraseWords(phrase);
  if (asked.length === 0) return { kind: 'unknown' };
  const known = LIKENESS.get(phrase, () => new WeakMap());
  const scored = people
    .map((person) => ({ person, score: remembered(known, person, () => likeness(asked, person)) }))
    .sort((a, b) => b.score - a.score || b.person.quotations.length - a.person.quotations.length);
  const best = scored[0];
  if (best && best.score >= ENOUGH) {
    const floor = anyOfKind && isGeneral(asked) ? ENOUGH : best.score - 0.05;
    const level = scored.filter(({ score }) => score >= floor);
    return { kind: 'found', people: level.map(({ person }) => person), certainty: best.score };
  }
  const named = people.filter(({ speaker }) => sharesName(asked, speaker));
  if (named.length > 0) return { kind: 'found', people: named, certainty: BY_NAME };
  if (isDescription(phrase, asked)) return { kind: 'described' };
  return mentioned(asked, articles) ?? { kind: 'unknown' };
}

/** Phrases of the questions under way: of each is asked twice, the first time while the model works. */
const PHRASES = 64;
const LIKENESS = new Recent<WeakMap<Person, number>>(PHRASES);

function remembered(known: WeakMap<Person, number>, person: Person, make: () => number): number {
  const found = known.get(person) ?? make();
  if (!known.has(person)) known.set(person, found);
  return found;
}

/** How well a phrase fits somebody by the words of name, title and role; 0 to 1. */
export function likenessTo(phrase: string): (person: Person) => number {
  const asked = phraseWords(phrase);
  return (person) => (asked.length === 0 ? 0 : likeness(asked, person));
}

/** Whether a word of the phrase is exactly a longer word of the name: what else it holds may be a slip or filler. */
function sharesName(asked: readonly PhraseWord[], { name, kind }: Speaker): boolean {
  if (kind !== 'person') return false;
  const own = new Set(words(name).map(({ form }) => form));
  const otherName = asked.some(({ text, form }) => isName(text) && !own.has(form));
  return !otherName && asked.some(({ form }) => form.length >= 4 && own.has(form));
}

/** "which expert", "an official": anybody of the kind may be meant. */
function isGeneral(asked: readonly PhraseWord[]): boolean {
  return asked.length === 1 && asked.every(({ form }) => isRole(form));
}

/** Whether a phrase tells what somebody is rather than what they are called. */
function isDescription(phrase: string, asked: readonly PhraseWord[]): boolean {
  const determined = /^(?:the|that|this|an?|our|their|his|her|its|one of|some)\s/i.test(phrase);
  const named = asked.some(
    ({ text, form }) => isName(text) && countryOf(form) === null && text !== text.toUpperCase(),
  );
  return !named && (determined || asked.some(({ form }) => isRole(form)));
}

interface PhraseWord {
  readonly form: string;
  readonly text: string;
  /** How well words of names and of roles fit it; most people of an article share theirs. */
  readonly asName: (word: string) => number;
  readonly asRole: (word: string) => number;
}

/** The words that tell who is meant; a title only where nothing else does. */
function phraseWords(phrase: string): PhraseWord[] {
  const all = words(phrase.replace(/(?<=\p{Ll})[-‑](?=\p{Ll})/gu, ' '))
    .map((word) => {
      const text = phrase.slice(word.start, word.end).replace(/['’]s$/u, '');
      const form = normaliseWord(text).replace(/\.$/, '');
      const called = TITLES[form] ?? form;
      return {
        ...{ text, form },
        asName: remembering((word) => spellingLikeness(word, called)),
        asRole: remembering((word) => roleLikeness(word, called)),
      };
    })
    .filter(({ form }) => form !== '');
  const telling = all.filter(({ form }) => !EMPTY_WORDS.has(form));
  return telling.length > 0 ? telling : all.filter(({ form }) => TITLES[form] || isTitle(form));
}

function remembering(likeness: (word: string) => number): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const found = known.get(word) ?? likeness(word);
    known.set(word, found);
    return found;
  };
}

function isTitle(form: string): boolean {
  return Object.values(TITLES).includes(form);
}

/** Mean over the words of how well each fits the person's name, title or role; a name that fits nowhere is fatal. */
function likeness(asked: readonly PhraseWord[], person: Person): number {
  const { kind } = person.speaker;
  const { nameWords, roleWords, initials } = calledWords(person.speaker);
  let sum = 0;
  for (const { form: typed, text, asName, asRole } of asked) {
    const form = TITLES[typed] ?? typed;
    let score = initials.has(form.replaceAll('.', '')) ? 0.95 : 0;
    nameWords.forEach((word, at) => {
      const same = at === nameWords.length - 1 && kind === 'person' ? 1 : 0.93;
      score = Math.max(score, word === form ? same : 0.85 * asName(word), 0.85 * asRole(word));
    });
    for (const word of roleWords) {
      score = Math.max(score, 0.9 * asRole(word));
      // A slip of the pen in a long word: "headmistrss".
      if (form.length >= 7) score = Math.max(score, 0.8 * asName(word));
    }
    if (genderFits(form, person)) score = Math.max(score, 0.6);
    if (kind === 'unnamed' && SECRET.test(form)) score = Math.max(score, 0.8);
    if (kind === 'organisation' && BODY.test(form)) score = Math.max(score, 0.6);
    if (score === 0 && isName(text)) return 0;
    sum += score;
  }
  return sum / asked.length;
}

function isName(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}

/** 1 for the same stem or country, less for words of the same office. */
function roleLikeness(word: string, asked: string): number {
  if (word === asked || stem(word) === stem(asked)) return 1;
  const country = countryOf(word);
  if (country !== null && country === countryOf(asked)) return 1;
  if (word.length >= 6 && asked.length >= 6 && commonPrefix(word, asked) >= 6) return 0.85;
  return sameRole(word, asked) || sameRole(stem(word), stem(asked)) ? 0.8 : 0;
}

/** Whether the frames of the person's quotations call them "she" or "he" where the question says "woman" or "man". */
function genderFits(asked: string, { quotations, stored }: Person): boolean {
  const gender = genderOf(asked);
  if (gender === null) return false;
  const pronoun = gender === 'female' ? /^(?:she|her)$/i : /^(?:he|his|him)$/i;
  return quotations.some(({ mention }) => mention !== null && pronoun.test(slice(stored.article, mention)));
}

/** 1 for one slip of the pen in a word of four letters or more, .9 for two in a long one, else 0. */
function spellingLikeness(word: string, asked: string): number {
  if (word.length < 4 || asked.length < 4 || word[0] !== asked[0]) return 0;
  const distance = editDistance(word, asked);
  if (distance <= 1) return 1;
  if (distance === 2 && word.length >= 7) return 0.9;
  return distance === 2 && consonants(word) === consonants(asked) ? 0.8 : 0;
}

/** What stays of a name however its vowels are spelt. */
function consonants(word: string): string {
  return word.replace(/[aeiouyh]/g, '').replace(/(.)\1+/g, '$1');
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Where an article has the name that was asked for although nobody of that name speaks. */
function mentioned(asked: readonly PhraseWord[], articles: readonly StoredArticle[]): PersonMatch | null {
  // The last word is the surname: another John is not the one who was asked for.
  const surname = asked.at(-1)?.form ?? '';
  if (surname.length < 3) return null;
  for (const stored of articles) {
    const at = nameInText(stored.article, surname);
    if (at) return { kind: 'mentioned', name: slice(stored.article, at), stored, at };
  }
  return null;
}

function isSpeltLike(word: string, form: string): boolean {
  return word.replace(/'s$/, '') === form || (form.length >= 5 && spellingLikeness(word, form) === 1);
}

/** Whether a word with that form's initial as a capital is spelt like it; letters of other scripts fold to any initial. */
function mayHoldName(text: string, form: string): boolean {
  const initial = /^[a-z]/.test(form) ? `(?:${form.charAt(0).toUpperCase()}|(?![A-Z])\\p{Lu})` : '\\p{Lu}';
  const named = new RegExp(`${initial}[\\p{L}\\p{N}]*(?:['’‘‑-][\\p{L}\\p{N}]+)*`, 'gu');
  for (const [word] of text.matchAll(named)) if (isSpeltLike(normaliseWord(word), form)) return true;
  return false;
}

/** The run of capitalised words around the first word of the text that is this name. */
function nameInText({ text, paragraphs }: Article, form: string): Span | null {
  const from = paragraphs[0]?.start ?? 0;
  const body = text.slice(from);
  if (!mayHoldName(body, form)) return null;
  const bodyWords = words(body);
  const at = bodyWords.findIndex((word) => {
    const shown = text.slice(from + word.start, from + word.end);
    return isName(shown) && isSpeltLike(word.form, form);
  });
  if (at < 0) return null;
  let first = at;
  let last = at;
  if (joined(first - 1, first) && !isOffice(first - 1)) first--;
  if (joined(last, last + 1) && !isOffice(last + 1)) last++;
  const end = text.slice(from, from + (bodyWords[last]?.end ?? 0)).replace(/['’]s$/u, '').length;
  return { start: from + (bodyWords[first]?.start ?? 0), end: from + end };

  /** "Secretary" before "Brandt" is no part of the name. */
  function isOffice(index: number): boolean {
    return isRole(bodyWords[index]?.form ?? '');
  }

  function joined(left: number, right: number): boolean {
    const a = bodyWords[left];
    const b = bodyWords[right];
    if (!a || !b) return false;
    const isCapital = isName(text.slice(from + (left < at ? a.start : b.start)));
    return (
      isCapital &&
      text.slice(from + a.end, from + b.start) === ' ' &&
      !/['’]s$/u.test(text.slice(from + a.start, from + a.end))
    );
  }
}
