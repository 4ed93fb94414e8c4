import { fitsAge, tellsAge } from '../lexicon/callings.ts';
import { isDoer } from '../lexicon/nouns.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import type { Mention } from './mention.ts';
import type { Named } from './named.ts';
import { agreement, isApart, type Office, officeOf } from './office.ts';
import type { Register } from './register.ts';

/** Somebody whom a description fits, and how many words besides the head both have in common. */
export interface Fitting {
  readonly named: Named;
  readonly common: number;
  /** Whether it is the very noun by which somebody was introduced: "the teacher" is no headteacher where both are known. */
  readonly exact: boolean;
}

/** What was told where somebody was first named weighs less than any word of a role. */
const NAMED_BESIDE = 0.5;
/** "the former mayor" is rather the mayor's predecessor than the mayor, whatever words the roles share. */
const RELATED = 9;

/** Those whom the words of a description fit. */
export function fitting(
  register: Register,
  views: readonly View[],
  view: View,
  source: Source,
  mention: Mention,
): Fitting[] {
  if (mention.kind === 'organisation')
    return register
      .describedBy(mention.head)
      .filter((named) => isNamedAs(view, source, named) || isCalled(register, source, mention, named))
      .map((named) => ({ named, common: 0, exact: true }));
  if (mention.kind !== 'person' && !(mention.kind === 'unsure' && isDoer(mention.head))) return [];
  const office = officeIn(view, source, mention);
  const places = capitalsIn(view, source);
  const related = relatedTo(register, office, mention.head);
  const people = [
    ...related,
    ...register.describedBy(mention.head),
    ...register.describedLike(office),
    ...somebodysDeputies(register, office),
    ...(tellsAge(mention.head) ? register.named.filter(({ age }) => fitsAge(mention.head, age)) : []),
  ];
  return [...new Set(people)].flatMap((named) => {
    const fits = personAgreement(register, named, mention, office);
    const common = related.includes(named) && agreesInGender(named, mention) ? RELATED : fits;
    if (common === null) return [];
    const beside = places.length > 0 && common === 0 && isNamedBeside(views, named, places);
    const exact = places.length === 0 && register.offices.of(named).some(({ head }) => head === office.head);
    return [{ named, common: beside ? NAMED_BESIDE : common, exact }];
  });
}

/** The office that the words of a description name. */
export function officeIn(view: View, source: Source, mention: Mention): Office {
  const words = view.tokens.slice(source.first, source.head).map(({ lower }) => lower);
  return officeOf([...words, mention.head]);
}

/** Words with a capital before the head, in lower case: "the Lenz boss". */
export function capitalsIn(view: View, source: Source): string[] {
  return view.tokens
    .slice(source.first + 1, source.head)
    .flatMap(({ capital, lower }) => (capital ? [lower] : []));
}

/** "the former mayor" where somebody is the mayor's predecessor, "the shadow minister" for her opposite number. */
function relatedTo(register: Register, { rank }: Office, head: string): readonly Named[] {
  const other = rank.has('former') ? 'predecessor' : rank.has('shadow') ? 'opposite number' : null;
  return other !== null && register.describedBy(head).length > 0 ? register.describedBy(other) : [];
}

/** "the deputy minister" for the minister's deputy, and not for the deputy mayor. */
function somebodysDeputies(register: Register, { rank }: Office): readonly Named[] {
  if (!rank.has('deputy')) return [];
  return register
    .describedBy('deputy')
    .filter((named) => !register.offices.of(named).some((known) => known.rank.has('deputy')));
}

function personAgreement(register: Register, named: Named, mention: Mention, office: Office): number | null {
  if (named.kind === 'organisation' || !agreesInGender(named, mention)) return null;
  const aged = fitsAge(mention.head, named.age);
  if (aged !== null) return aged ? 0 : null;
  const offices = register.offices.of(named);
  const fits = offices.flatMap((known) => agreement(office, known) ?? []);
  if (fits.length === 0) return null;
  const common = Math.max(...fits);
  // Whoever was called the boss of one club is not the boss of another.
  return common === 0 && offices.some((known) => isApart(office, known)) ? null : common;
}

function agreesInGender(named: Named, mention: Mention): boolean {
  return !mention.gender || !named.gender || mention.gender === named.gender;
}

/** Whether the sentence where somebody is first named begins with one of these names: "Lenz Town won, and Ann Lee said". */
function isNamedBeside(
  views: readonly View[],
  { mentions, words }: Named,
  places: readonly string[],
): boolean {
  const view = viewAt(views, mentions[0] ?? 0);
  const first = view?.tokens.find(({ tag, quote }) => tag === 'PROPN' && quote < 0)?.lower ?? '';
  return places.includes(first) && !words.has(first);
}

/** The sentence at an offset, by halving. */
function viewAt(views: readonly View[], at: number): View | undefined {
  let low = 0;
  let high = views.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((views[middle]?.tokens[0]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return views[low];
}

/** "the militia" for the Lenz Brigades, "a militia" when they came first. */
function isCalled(register: Register, source: Source, { head }: Mention, named: Named): boolean {
  if (named.kind !== 'organisation' || source.end - source.first > 2) return false;
  return register.offices.of(named).some((office) => office.head === head || office.which.has(head));
}

/** "the port council" for Lenz Port Council: each capitalised or naming word of the phrase is one of the name. */
function isNamedAs(view: View, source: Source, named: Named): boolean {
  if (named.kind !== 'organisation') return false;
  const words = view.tokens.slice(source.first + 1, source.end);
  return words.every(
    ({ lower, capital, tag }) => !(capital || /^(?:NOUN|ADJ|PROPN)$/.test(tag)) || named.words.has(lower),
  );
}
