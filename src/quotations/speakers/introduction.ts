import { isCourtesy } from '../lexicon/titles.ts';
import { POSSESSIVES } from '../lexicon/words.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { UNNAMED_ONLY } from './entity.ts';
import { mainSubject } from './main-subject.ts';
import type { Mention } from './mention.ts';
import type { Named } from './named.ts';
import type { Register } from './register.ts';

/** How many sentences behind a description the name may come. */
const LEAD_REACH = 4;
const NEXT_REACH = 2;
const KIN =
  /^(?:mother|father|mum|mom|dad|wife|husband|widow|widower|brother|sister|son|daughter|aunt|uncle|niece|nephew|cousin|grandmother|grandfather|grandson|granddaughter|parent|sibling|ex-wife|ex-husband|partner|twin)$/;

/**
 * Who is described first and named afterwards, or null: "A gran has told how … Ann Lee, 72, woke" (a lead puts the
 * name off), "His mother was calm. “…,” Rosa Lee said".
 */
export function introducedAfter(
  views: readonly View[],
  register: Register,
  view: View,
  source: Source,
  mention: Mention,
): Named | null {
  if (mention.plural || mention.kind !== 'person') return null;
  const opening = view.tokens[source.first]?.lower ?? '';
  if (/^(?:a|an)$/.test(opening)) return namedBehindLead(views, register, view, source, mention);
  return POSSESSIVES.has(opening) ? namedBehindKin(views, register, view, mention) : null;
}

function namedBehindLead(
  views: readonly View[],
  register: Register,
  view: View,
  source: Source,
  mention: Mention,
): Named | null {
  const first = view.sentence.paragraph === views[0]?.sentence.paragraph;
  if (!first || source.first > 0 || mainSubject(view)?.first !== source.first) return null;
  for (const next of following(views, view, LEAD_REACH)) {
    const subject = mainSubject(next);
    const start = next.tokens[subject?.first ?? -1]?.start ?? Infinity;
    const end = next.tokens[(subject?.end ?? 0) - 1]?.end ?? -1;
    const named = newcomers(register, next).find(
      ({ mentions }) => start <= (mentions[0] ?? -1) && (mentions[0] ?? -1) < end,
    );
    if (!named) {
      if (newcomers(register, next).length > 0) return null;
      continue;
    }
    const plain = named.role === null && (named.title === null || isCourtesy(named.title));
    const fits = named.age !== null || (plain && / /.test(named.name) && !UNNAMED_ONLY.test(mention.head));
    return fits && agrees(named, mention) ? named : null;
  }
  return null;
}

function namedBehindKin(
  views: readonly View[],
  register: Register,
  view: View,
  mention: Mention,
): Named | null {
  if (!KIN.test(mention.head)) return null;
  for (const next of following(views, view, NEXT_REACH)) {
    const named = newcomers(register, next)[0];
    if (!named) continue;
    const plain = named.role === null && named.title === null && agrees(named, mention);
    const at = named.mentions[0] ?? -1;
    const speaks = next.frames.some(({ source }) => {
      const first = next.tokens[source?.first ?? -1]?.start ?? Infinity;
      return first <= at && at < (next.tokens[(source?.end ?? 0) - 1]?.end ?? -1);
    });
    // Kin mostly have one surname.
    if (!plain || !speaks || !register.hasNamesake(named)) return null;
    named.role = view.article.text.slice(mention.span.start, mention.span.end);
    return named;
  }
  return null;
}

function following(views: readonly View[], view: View, reach: number): readonly View[] {
  return views.slice(view.sentence.index + 1, view.sentence.index + 1 + reach);
}

/** The people whom a sentence names for the first time, quotations aside. */
function newcomers(register: Register, view: View): Named[] {
  const start = view.tokens[0]?.start ?? 0;
  const people = register.mentionsIn(view.sentence.index).filter(({ named, marked }) => {
    return !marked && named.kind !== 'organisation' && (named.mentions[0] ?? -1) >= start;
  });
  return people.map(({ named }) => named);
}

function agrees(named: Named, mention: Mention): boolean {
  return !mention.gender || !named.gender || mention.gender === named.gender;
}
