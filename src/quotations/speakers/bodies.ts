import { isFirstName } from '../lexicon/first-names.ts';
import { isDemonym, isRole, ORGANISATION_WORDS, singular } from '../lexicon/nouns.ts';
import { PLACES } from '../lexicon/places.ts';
import { TITLES } from '../lexicon/titles.ts';
import { TIME_NOUNS } from '../lexicon/words.ts';
import type { Token } from '../sentence.ts';

/** A row of capitalised words: token indices, end exclusive. */
export interface TokenRun {
  readonly first: number;
  readonly end: number;
}

/** Whether a word is one that names of bodies have. */
export function isBodyWord(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  return ORGANISATION_WORDS.has(word) || ORGANISATION_WORDS.has(singular(word));
}

/** What stands behind a company's name. */
const LEGAL_FORMS = /^(?:AG|SA|SE|NV|BV|AB|AS|ASA|Oy|Oyj|Bhd|SpA|plc|PLC|Plc|GmbH|Pty|KG)$/;

/** Whether the words of a name are those of a body. */
export function isOrganisation(tokens: readonly Token[], first: number, end: number): boolean {
  const single = end - first === 1;
  const only = tokens[first];
  if (single && only && (PLACES.has(only.lower) || isAcronym(only.text))) return true;
  if (single && only && TIME_NOUNS.has(only.lower)) return true;
  // "Ann Church" and "Bob Bank" are people: behind a first name one such word is a surname; "The Marion Gazette" is a paper.
  const person =
    isFirstName(tokens[first]?.lower ?? '') && end - first === 2 && tokens[first - 1]?.lower !== 'the';
  if (!single && LEGAL_FORMS.test(tokens[end - 1]?.text ?? '')) return true;
  for (let at = first; at < end; at++) {
    const word = tokens[at]?.lower ?? '';
    const body = ORGANISATION_WORDS.has(word) || ORGANISATION_WORDS.has(singular(word));
    if (tokens[at]?.text === '&' || (body && !person)) return true;
  }
  return false;
}

/** "the Kremlin", "the Northern Echo": people's names take no article. "the Finn", "the Hale case" are no names. */
export function hasArticle(tokens: readonly Token[], run: TokenRun): boolean {
  if (tokens[run.first - 1]?.lower !== 'the') return false;
  const last = tokens[run.end - 1]?.lower ?? '';
  if (isRole(last) || isRole(singular(last)) || TITLES.has(last) || isDemonym(last) || last.endsWith('s'))
    return false;
  return !/^(?:NOUN|ADJ|PROPN|NUM)$/.test(tokens[run.end]?.tag ?? '') && tokens[run.end]?.text !== '-';
}

/** "North Lenzia", "New Brevin": a part of the world speaks as its government. */
export function isRegion(tokens: readonly Token[], run: TokenRun): boolean {
  const first = tokens[run.first]?.lower ?? '';
  return (
    run.end - run.first === 2 &&
    /^(?:north|south|east|west|northern|southern|eastern|western|new|upper|lower|greater)$/.test(first)
  );
}

/** "NATO", "U.N." */
export function isAcronym(text: string): boolean {
  return ACRONYM.test(text);
}

const ACRONYM = /^(?:(?:\p{Lu}\.?){2,6}|\p{Lu}{2,}[\p{Lu}\p{N}-]*)$/u;
