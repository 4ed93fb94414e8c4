import { isRole } from '../lexicon/nouns.ts';
import { isCourtesy, isOffice } from '../lexicon/titles.ts';
import { POSSESSIVES } from '../lexicon/words.ts';
import { mainSubject } from '../main-subject.ts';
import type { Source } from '../subject.ts';
import { onlyMarked, type View } from '../view.ts';
import { descriptionOf } from './description.ts';
import { UNNAMED_ONLY } from './entity.ts';
import type { Mention } from './mention.ts';
import type { Named } from './named.ts';
import type { Register } from './register.ts';

/** How many sentences of narration behind a description the name may come. */
const LEAD_REACH = 4;
const NEXT_REACH = 2;
/** How many sentences, speech included. */
const SPEECH_REACH = 12;
/** Nouns for one of many, the next of whom may have a name. */
const ONE_OF_MANY =
  /^(?:resident|onlooker|bystander|passer-by|juror|interviewee|visitor|customer|voter|neighbou?r)$/;
const KIN =
  /^(?:mother|father|mum|mom|dad|wife|husband|widow|widower|brother|sister|son|daughter|aunt|uncle|niece|nephew|cousin|grandmother|grandfather|grandson|granddaughter|parent|sibling|ex-wife|ex-husband|partner|twin)$/;

/** What an introduction is looked for in. */
export interface Introduction {
  readonly views: readonly View[];
  readonly register: Register;
  readonly view: View;
  readonly source: Source;
  readonly mention: Mention;
}

/**
 * Who is described first and named afterwards, or null: "A gran has told how … Ann Lee, 72, woke" (a lead puts the
 * name off), "A trader said it was late. “…,” Ann Lee said" (papers say who somebody is before or with the name, so a
 * new name without it is the one just described). The description becomes the role of whoever has none.
 */
export function introducedAfter(around: Introduction): Named | null {
  const { mention, view, source, views } = around;
  if (mention.plural || mention.joined || mention.kind !== 'person') return null;
  if (UNNAMED_ONLY.test(mention.head) || ONE_OF_MANY.test(mention.head)) return null;
  const first = view.sentence.paragraph === views[0]?.sentence.paragraph;
  const leads = first && source.first <= view.sentence.body && mainSubject(view)?.first === source.first;
  const named = (leads ? namedBehindLead(around) : null) ?? namedNext(around);
  // "A furious gran" is how a paper calls her in passing; "his wife" is who she is.
  if (named && (isOwned(view, source) || mention.gender === null))
    named.role =
      LATER_TOLD.test(named.role ?? '') || named.role === null
        ? descriptionOf(view, source, mention).name
        : named.role;
  return named;
}

/** The subject of one of the sentences behind a lead, where it is new; with an age or nothing else to say who it is. */
function namedBehindLead(around: Introduction): Named | null {
  const { views, register, view, mention } = around;
  const nothing = /^(?:a|an|the)$/.test(view.tokens[view.sentence.body]?.lower ?? '');
  if (!nothing) return null;
  const tells = isTelling(around);
  let distance = 0;
  let others = false;
  for (const next of following(views, view, LEAD_REACH)) {
    distance++;
    const people = newcomers(register, next);
    if (people.length === 0) {
      others ||= isOthers(next);
      continue;
    }
    const [named, another] = people.filter((one) => isIn(next, mainSubject(next), one));
    if (!named || another || !agrees(named, around)) return null;
    // "Ann Lee, a nurse, was woken": she is who was told of, where she is no new speaker.
    const acts = distance === 1 && !speaks(next, named) && mention.gender !== null;
    const alone = !others && (tells || !speaks(next, named)) && isBare(named) && / /.test(named.name);
    return named.age !== null || acts || alone ? named : null;
  }
  return null;
}

/** The new name that speaks next, with nothing else to say who it is. */
function namedNext(around: Introduction): Named | null {
  const { views, register, view, source, mention } = around;
  // "A gunman opened fire. “I ran,” Ann Lee said": who does something else is not yet who speaks.
  const known = isOwned(view, source) || isUnique(around);
  if (!isTelling(around) && !known) return null;
  let distance = 0;
  for (const next of following(views, view, NEXT_REACH)) {
    distance++;
    if (next.sentence.paragraph > view.sentence.paragraph + 1) return null;
    // "…, according to its owner. Ann Lee is at the gate": who is known by that is who comes next.
    const beside = known && distance === 1 && next.sentence.paragraph === view.sentence.paragraph;
    const [named, another] = newcomers(register, next).filter(
      (one) => speaks(next, one) || (beside && isIn(next, mainSubject(next), one)),
    );
    if (!named) {
      if (isOthers(next) || isAboutAnother(next, mention)) return null;
      continue;
    }
    // A rank is no office: whoever has one may be "the team’s leader", but is no passenger.
    const late = LATER_TOLD.test(named.role ?? '') && !isToldAtOnce(view.article.text, named);
    const ranked = known && named.role === null && !isOffice(named.title?.toLowerCase() ?? 'chief');
    // Kin of somebody mostly have the surname too; others have one of their own.
    const kin = KIN.test(mention.head) && isOwned(view, source);
    const shared = kin && register.hasNamesake(named) && named.role !== null && named.role !== mention.head;
    if (another || !(isBare(named) || ranked || late || shared) || !agrees(named, around)) return null;
    const fits = kin
      ? register.hasNamesake(named)
      : / /.test(named.name) && (known || !register.hasNamesake(named));
    return fits ? named : null;
  }
  return null;
}

/** "who succeeded the founder": what is told later of somebody says less than the office at the first place. */
const LATER_TOLD = /^who\b/;

function isToldAtOnce(text: string, { mentions, name }: Named): boolean {
  const at = mentions[0] ?? 0;
  return /^[^.]{0,6}, who\b/.test(text.slice(at + name.length, at + name.length + 12));
}

/** "the transport secretary", "the member for Lenz": of whom there is one, and papers name them. */
function isUnique({ view, source, mention }: Introduction): boolean {
  if (view.tokens[source.first]?.lower !== 'the') return false;
  const behind = view.tokens[source.head + 1]?.lower;
  if (mention.head === 'member') return behind === 'for';
  if (SOLE_OFFICES.test(mention.head)) return true;
  return OFFICES.test(mention.head) && (source.end > source.first + 2 || behind === 'of');
}

/** Offices that need no word to say which: a see has one bishop. */
const SOLE_OFFICES =
  /^(?:bishop|archbishop|mayor|mayoress|dean|coroner|governor|president|premier|chancellor|ombudsman|provost|headteacher|headmaster|headmistress|archdeacon|abbot)$/;
const OFFICES =
  /^(?:secretary|minister|leader|mayor|governor|president|chancellor|ambassador|director|executive|commissioner|chair|chairman|chairwoman|head|editor|captain|manager|coach|boss|premier|prime-minister|inspector|superintendent|constable|coroner|dean|bishop|archbishop|rector|provost|treasurer|convener|ombudsman|owner|founder|author|architect|designer|producer|photographer|curator|conductor|headteacher|headmaster|headmistress)$/;

/** "Ann Lee’s boss sighed. The landlord left.": whether a sentence is about somebody else who has no name either. */
function isAboutAnother(view: View, mention: Mention): boolean {
  const subject = mainSubject(view);
  if (!subject) return false;
  const head = view.tokens[subject.head];
  return head?.tag === 'NOUN' && isRole(head.lower) && head.lower !== mention.head;
}

function isTelling({ view, source }: Introduction): boolean {
  const [first, second] = [view.tokens[source.first - 2], view.tokens[source.first - 1]];
  if (first?.lower === 'according' && second?.lower === 'to') return true;
  return view.frames.some(
    (frame) =>
      frame.source?.first === source.first &&
      !PHASES.test(frame.lemma) &&
      /^(?:saying|thinking|judging)$/.test(frame.verbs[0]?.act ?? ''),
  );
}

/** "opened fire": verbs that tell of speech only beside speech. */
const PHASES = /^(?:open|begin|start|continue|close|finish|end|offer|show|reveal)$/;

/** Sentences of narration behind a description; speech between them takes no room. */
function following(views: readonly View[], view: View, reach: number): readonly View[] {
  const found: View[] = [];
  const end = Math.min(views.length, view.sentence.index + 1 + SPEECH_REACH);
  for (let at = view.sentence.index + 1; at < end && found.length < reach; at++) {
    const next = views[at];
    if (next && !onlyMarked(next)) found.push(next);
  }
  return found;
}

/** Whether somebody who is no newcomer speaks in a sentence under a name or a description. */
function isOthers(view: View): boolean {
  return view.frames.some(({ source }) => {
    const token = source && view.tokens[source.first];
    return token && token.tag !== 'PRON';
  });
}

/** "his wife", "the defendant's wife". */
function isOwned(view: View, source: Source): boolean {
  if (POSSESSIVES.has(view.tokens[source.first]?.lower ?? '')) return true;
  return view.tokens.slice(source.first, source.head).some(({ lower }) => /^(?:'s|')$/.test(lower));
}

/** The people whom a sentence names for the first time, quotations aside. */
function newcomers(register: Register, view: View): Named[] {
  const start = view.tokens[0]?.start ?? 0;
  const people = register.mentionsIn(view.sentence.index).filter(({ named, marked }) => {
    return !marked && named.kind !== 'organisation' && !named.place && (named.mentions[0] ?? -1) >= start;
  });
  return [...new Set(people.map(({ named }) => named))];
}

function isBare({ role, title }: Named): boolean {
  return role === null && (title === null || isCourtesy(title));
}

function speaks(view: View, named: Named): boolean {
  return view.frames.some(({ source }) => isIn(view, source, named));
}

/** Whether a name's first mention lies in a phrase. */
function isIn(view: View, source: Source | null, { mentions }: Named): boolean {
  const at = mentions[0] ?? -1;
  const start = view.tokens[source?.first ?? -1]?.start ?? Infinity;
  return start <= at && at < (view.tokens[(source?.end ?? 0) - 1]?.end ?? -1);
}

function agrees(named: Named, { view, source, mention }: Introduction): boolean {
  // "a Hale supporter" is not Hale.
  const words = view.tokens.slice(source.first, source.end);
  if (words.some(({ lower, capital }) => capital && named.words.has(lower))) return false;
  return !mention.gender || !named.gender || mention.gender === named.gender;
}
