import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import type { Mention } from './mention.ts';
import { lastBefore, other } from './name-match.ts';
import type { Named } from './named.ts';
import type { Register } from './register.ts';

const ELDER = /^(?:elder|eldest|older|oldest)$/;
const YOUNGER = /^(?:younger|youngest)$/;
/** Nouns for people of whom one is the elder. */
const COMPARED =
  /^(?:brother|sister|sibling|twin|son|daughter|child|man|woman|boy|girl|cousin|elder|eldest|older|oldest|younger|youngest)$/;

/** How far away somebody may be named, in characters: without it a long text is compared with all of itself. */
const FAMILY_REACH = 20_000;

/** Whether a phrase tells two people apart by their age: "the elder sister", "the younger Hale", "the younger". */
function comparisonIn(view: View, source: Source): 'elder' | 'younger' | null {
  for (let at = source.first; at <= source.head; at++) {
    const word = view.tokens[at]?.lower ?? '';
    if (ELDER.test(word)) return 'elder';
    if (YOUNGER.test(word)) return 'younger';
  }
  return null;
}

/**
 * Whom "the elder sister", "the younger Hale" means: of those named before who share a surname, or whose ages are told,
 * the one of that age; null where the article does not tell who is older.
 */
export function olderOrYounger(
  register: Register,
  view: View,
  source: Source,
  mention: Mention,
): Named | null {
  const wanted = comparisonIn(view, source);
  const named = mention.form === 'named';
  if (!wanted || mention.plural || !(named || COMPARED.test(mention.head))) return null;
  const at = view.tokens[source.first]?.start ?? 0;
  const people = register.named.filter(
    (one) =>
      one.kind !== 'organisation' &&
      lastBefore(one.mentions, at + FAMILY_REACH) >= at - FAMILY_REACH &&
      !(mention.gender && one.gender && one.gender === other(mention.gender)) &&
      (!named || one.words.has(mention.name?.toLowerCase() ?? '') || isKin(one)),
  );
  const family = familyIn(people);
  return toldSo(view, family, wanted) ?? byAge(family, wanted);
}

/** "Willem Haverkamp … his brother Joost": known by the forename, and by whose brother he is. */
function isKin({ role, words }: Named): boolean {
  return words.size === 1 && /\b(?:brother|sister|twin)$/.test(role ?? '');
}

/** Those who share a surname with another, one half of a double one included; all, where somebody is kin of another. */
function familyIn(people: readonly Named[]): readonly Named[] {
  if (people.length > 1 && people.some(isKin)) return people;
  const bearers = new Map<string, number>();
  for (const one of people) for (const part of partsOf(one)) bearers.set(part, (bearers.get(part) ?? 0) + 1);
  return people.filter((one) => [...partsOf(one)].some((part) => (bearers.get(part) ?? 0) > 1));
}

function partsOf({ words }: Named): ReadonlySet<string> {
  return new Set([...words].flatMap((word) => word.split('-')));
}

/** "Otto Hale, the older of the two,", "his younger brother, Otto": what the article calls one of them. */
function toldSo(view: View, people: readonly Named[], wanted: 'elder' | 'younger'): Named | null {
  const ranks = people.map((one) => rankOf(view.article.text, one));
  const found = people.filter((_one, index) => ranks[index] === wanted);
  if (found.length === 1) return found[0] ?? null;
  const opposite = people.filter((_one, index) => ranks[index] !== null && ranks[index] !== wanted);
  const [rest, more] = people.filter((one) => !opposite.includes(one));
  return found.length === 0 && opposite.length === 1 && !more ? (rest ?? null) : null;
}

function rankOf(text: string, { name, mentions }: Named): 'elder' | 'younger' | null {
  for (const at of mentions.slice(0, MENTIONS)) {
    const behind =
      /^[^,.“"]{0,30},(?: \d+,)? (?:the|his|her|their) (elder|eldest|older|oldest|younger|youngest)\b/.exec(
        text.slice(at, at + name.length + REACH),
      )?.[1];
    const before =
      /\b(elder|eldest|older|oldest|younger|youngest) (?:brother|sister|son|daughter|twin|child|sibling),? $/.exec(
        text.slice(Math.max(0, at - REACH), at),
      )?.[1];
    const word = behind ?? before;
    if (word) return ELDER.test(word) ? 'elder' : 'younger';
  }
  return null;
}

const MENTIONS = 3;
const REACH = 50;

function byAge(people: readonly Named[], wanted: 'elder' | 'younger'): Named | null {
  const aged = people.filter(({ age }) => age !== null);
  if (aged.length < 2) return null;
  const sorted = aged.toSorted((left, right) => Number(left.age) - Number(right.age));
  return (wanted === 'elder' ? sorted.at(-1) : sorted[0]) ?? null;
}
