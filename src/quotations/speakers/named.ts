import { FEMALE_NOUNS, MALE_NOUNS } from '../lexicon/nouns.ts';
import { genderOfTitle, isCourtesy } from '../lexicon/titles.ts';
import type { Evidence } from './evidence.ts';

export type Gender = 'male' | 'female' | null;

/** Somebody or something with a name in the article. */
export interface Named {
  /** The fullest form of the name, a slice of the article. */
  name: string;
  kind: 'person' | 'organisation' | 'unsure';
  title: string | null;
  role: string | null;
  gender: Gender;
  /** Whether only the ending of the name tells the gender. */
  guessed: boolean;
  age: string | null;
  /** With whom somebody was first named as a couple: "Otto and Ines Hale". */
  partner: Named | null;
  /** Named first where one can be: "in Dalby Hall". */
  place: boolean;
  /** Words of all forms of the name, lower case. */
  readonly words: Set<string>;
  readonly surname: string;
  /** Where it is named, as offsets in the order of the text. */
  readonly mentions: number[];
}

/** Somebody with a title and a full role, or a body that has been named: nothing more to learn. */
export function isKnownWell(named: Named): boolean {
  if (named.kind === 'organisation') return true;
  return named.title !== null && named.role !== null && !/^who/.test(named.role) && named.role.includes(' ');
}

/** Adds what the words around a name tell to what is known of whom it names. */
export function learn(named: Named, evidence: Evidence): void {
  if (named.kind === 'unsure' && evidence.person) named.kind = 'person';
  if (named.kind === 'organisation') return;
  if (evidence.person) named.place = false;
  named.age ??= evidence.age;
  if (evidence.title && (!named.title || isCourtesy(named.title))) named.title = evidence.title;
  const titled = evidence.title === null ? null : genderOfTitle(evidence.title);
  const open =
    named.gender === null || named.guessed || (named.words.size === 1 && KIN.test(evidence.role ?? ''));
  const told = titled ?? (open && evidence.role !== null ? genderOfRole(evidence.role) : null);
  if (told) {
    named.gender = told;
    named.guessed = false;
  }
  if (evidence.role && better(evidence.role, named.role)) named.role = evidence.role;
}

/** "his wife Pat": whose kin somebody is tells more than a forename of both genders. */
const KIN =
  /^(?:\p{L}+ )?(?:wife|husband|widow|widower|mother|father|mum|mom|dad|son|daughter|brother|sister|girlfriend|boyfriend)$/u;

/** "mother of two", "chairwoman": the first words of a role may tell. */
function genderOfRole(role: string): Gender {
  for (const word of role
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .slice(0, 4)) {
    if (MALE_NOUNS.has(word)) return 'male';
    if (FEMALE_NOUNS.has(word)) return 'female';
    if (/^(?:of|for|at|who|to)$/.test(word)) return null;
  }
  return null;
}

/** An apposition says more than a word before the name. */
function better(role: string, known: string | null): boolean {
  if (known === null) return true;
  if (/^who/.test(known)) return !/^who/.test(role);
  if (RELATIVE_TO.test(known)) return !/^who/.test(role) && !RELATIVE_TO.test(role);
  return !/^who/.test(role) && role.split(/\s+/).length > 3 && known.split(/\s+/).length <= 2;
}

/** "her rival", "a longtime ally": what somebody is to somebody else says less than any office. */
const RELATIVE_TO =
  /^(?:\p{L}[\p{L}-]+ ){0,2}(?:rival|opponent|colleague|friend|ally|critic|supporter|challenger|backer|fan|guest|visitor)$/iu;
