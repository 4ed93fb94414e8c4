import { isDoer, isRole, ORGANISATION_NOUNS, singular } from '../lexicon/nouns.ts';
import { TITLES } from '../lexicon/titles.ts';
import { POSSESSIVES } from '../lexicon/words.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { describeSource, type Mention } from './mention.ts';
import { behindLetters, type NameRun, nameIn, nameText, properRun, refine } from './names.ts';
import { selfNamed } from './self-named.ts';

const WRITTEN =
  /^(?:summary|report|memo|letter|statement|study|survey|poll|document|record|filing|article|analysis|review|affidavit|email|transcript|complaint|lawsuit)$/;
/** How far behind a description the name may stand. */
const REACH = 12;

/**
 * The name in the aside behind a description: "the team’s coach, Ann Lee, said", "a neighbour named Ann Lee",
 * "her publisher, Lee Press, says". Null where the aside holds no name of its own.
 */
function apposedName(view: View, source: Source): NameRun | null {
  const { tokens } = view;
  let at = relativeEnd(view, source.end);
  while (at < source.end + 6 && at < tokens.length && tokens[at]?.text !== ',' && !isNaming(view, at)) {
    if (tokens[at]?.tag === 'VERB' || (tokens[at]?.quote ?? -1) >= 0) return null;
    at++;
  }
  if (isNaming(view, at)) return runAt(view, at + 1);
  if (tokens[at]?.text !== ',') return null;
  const late = tokens[at + 1]?.lower === 'the' && /^(?:late|then|former)$/.test(tokens[at + 2]?.lower ?? '');
  const first = late ? at + 3 : at + 1;
  for (let to = first; to < first + REACH && to < tokens.length; to++) {
    if (isNaming(view, to)) return runAt(view, to + 1);
    if (tokens[to]?.text === ',') break;
  }
  const run = runAt(view, nameStart(view, first));
  if (!run || !describesPerson(view, source, run)) return null;
  // "a police summary, Ann Lee": nobody is a summary.
  const head = singular(tokens[source.head]?.lower ?? '');
  if (run.kind === 'person' && WRITTEN.test(head)) return null;
  const behind = tokens[behindLetters(tokens, run.end)];
  const full = run.kind === 'person' && run.end - run.first > 1;
  if (full && /^(?:of|from|at)$/.test(behind?.lower ?? '')) return run;
  return !behind || /^[,.)]$/.test(behind.text) || behind.tag === 'VERB' || behind.tag === 'AUX' ? run : null;
}

/** "The inspector who wrote the report, Ann Lee, said": the comma behind a relative clause; else `at`. */
function relativeEnd(view: View, at: number): number {
  const { tokens } = view;
  if (!/^(?:who|which|that)$/.test(tokens[at]?.lower ?? '')) return at;
  for (let to = at + 1; to < at + REACH && to < tokens.length; to++) {
    if ((tokens[to]?.quote ?? -1) >= 0) return at;
    if (tokens[to]?.text === ',') return to;
  }
  return at;
}

function isNaming(view: View, at: number): boolean {
  return /^(?:named|called)$/.test(view.tokens[at]?.lower ?? '') && view.tokens[at + 1]?.capital === true;
}

/** Behind the words that describe the name itself: ", the painter | Ann Lee", ", state | Senator Ann Lee". */
function nameStart(view: View, first: number): number {
  const { tokens } = view;
  const party = partyEnd(view, first);
  if (party > first) return party;
  // ", former England batter | Ann Lee"
  for (let to = first + 2; to < first + 5 && !tokens[first]?.capital; to++) {
    const calling = tokens[to - 1];
    if (calling?.tag !== 'NOUN' || calling.capital || !tokens[to]?.capital) continue;
    if (isRole(calling.lower) || isDoer(calling.lower)) return to;
  }
  let at = first;
  while (
    at < first + 5 &&
    tokens[at] &&
    !tokens[at]?.capital &&
    (/^(?:DET|ADJ|NOUN)$/.test(tokens[at]?.tag ?? '') || POSSESSIVES.has(tokens[at]?.lower ?? ''))
  )
    at++;
  const before = tokens[at - 1];
  // "the former miler | Ann Lee": behind an article any noun leads to a full name.
  const noun =
    (tokens[first]?.tag === 'DET' || tokens[first - 1]?.tag === 'ADJ') &&
    before?.tag === 'NOUN' &&
    tokens[at + 1]?.capital === true;
  const leads =
    before?.lower === 'the' || noun || isRole(before?.lower ?? '') || TITLES.has(tokens[at]?.lower ?? '');
  return at > first && leads && tokens[at]?.capital ? at : first;
}

/** "the convener, Labour's | Ann Lee": behind the party of whom is named; `first` where none stands. */
function partyEnd({ tokens }: View, first: number): number {
  let at = first;
  while (at < first + 3 && tokens[at]?.capital) at++;
  return at > first && /^['’]s$/.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.capital ? at + 1 : first;
}

function runAt(view: View, first: number): NameRun | null {
  const end = properRun(view.tokens, first, view.tokens.length);
  return end > first ? refine(view.tokens, { first, end }, first) : null;
}

/** A person stands behind a role; an organisation ("her publisher, Lee Press") only behind its own noun. */
function describesPerson(view: View, source: Source, run: NameRun): boolean {
  const head = singular(view.tokens[source.head]?.lower ?? '');
  if (run.kind === 'person' || run.end - run.first > 1)
    return view.tokens[source.head]?.tag !== 'PROPN' || isRole(head) || TITLES.has(head);
  return isRole(head) || ORGANISATION_NOUNS.has(head);
}

/** The person before the comma where the phrase is the aside: "Ann Lee, a clerk who came to town". */
function nameBefore(view: View, source: Source): NameRun | null {
  const { tokens } = view;
  const comma = source.first - 1;
  if (tokens[comma]?.text !== ',' || !/^(?:a|an|the)$/.test(tokens[source.first]?.lower ?? '')) return null;
  const run = nameIn(tokens, Math.max(0, comma - 8), comma);
  return run?.kind === 'person' &&
    view.frames.every((frame) => frame.source?.first !== source.first || frame.inverted)
    ? run
    : null;
}

/**
 * What the phrase says, with the name that an aside adds to it ("the coach, Ann Lee,") or that it is itself an
 * aside to ("Ann Lee, a coach who").
 */
export function describeWithAside(view: View, source: Source): Mention {
  // A phrase is asked for as a subject and as a speaker.
  const known = view.mentions.get(source);
  if (known) return known;
  const mention = readWithAside(view, source);
  view.mentions.set(source, mention);
  return mention;
}

function readWithAside(view: View, source: Source): Mention {
  const mention = describeSource(view, source);
  if (mention.form !== 'nominal' || mention.plural) return mention;
  const run = apposedName(view, source) ?? selfNamed(view, source) ?? nameBefore(view, source);
  const first = run && view.tokens[run.first];
  const last = run && view.tokens[run.end - 1];
  if (!run || !first || !last) return mention;
  const name = nameText(view.article.text, view.tokens, run.first, run.end);
  const span = { start: first.start, end: last.end };
  return {
    ...mention,
    form: 'named',
    name,
    run,
    span,
    kind: run.kind === 'unsure' ? mention.kind : run.kind,
    described: mention.span,
  };
}
