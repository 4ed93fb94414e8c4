import type { Frame } from './frame.ts';
import { joinedClause, relativeClause } from './joined-clause.ts';
import { RELATIVES } from './lexicon/words.ts';
import type { Token } from './sentence.ts';
import { type Source, subjectBefore } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

/** What is known of the sentence around a frame. */
export interface Around {
  readonly from: number;
  readonly earlier: readonly Frame[];
  readonly subjects: Map<VerbGroup, Source | null>;
}

/** The subject of a verb group, looked for once however many frames ask. */
export function subjectOf(
  tokens: readonly Token[],
  group: VerbGroup,
  { from, subjects }: Around,
): Source | null {
  const known = subjects.get(group);
  if (known !== undefined) return known;
  const subject = subjectBefore(tokens, group, from);
  subjects.set(group, subject);
  return subject;
}

/** The speaker of an earlier frame of the sentence, else the subject of its first verb. */
export function sharedSource(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  index: number,
  known: Around,
): { source: Source | null; shared: boolean } {
  const frame = known.earlier.findLast(
    (candidate) => speaks(candidate, tokens) && !isContent(candidate, known, tokens),
  );
  const later = frame && judgedBefore(tokens, groups, index, frame, known);
  if (frame?.source) return { source: later ?? frame.source, shared: true };
  const nearest = joinedClause(tokens, groups, index) ?? relativeClause(tokens, groups, index);
  const inner = nearest ? subjectOf(tokens, nearest, known) : null;
  if (inner) return { source: inner, shared: true };
  let dependent: Source | null = null;
  for (let at = 0; at < index && at < 4; at++) {
    const group = groups[at];
    if (group?.form !== 'finite') continue;
    const source = subjectOf(tokens, group, known);
    // "While her rivals called for war, Lee stood by, noting": the main clause goes on.
    if (source && !CONCEDING.test(tokens[source.first - 1]?.lower ?? '')) return { source, shared: true };
    dependent ??= source;
  }
  // "Asked about it, Lee said": a participle before its subject.
  return { source: dependent, shared: true };
}

/** "They charged the officer and Lee fired her chief, | acknowledging": what is no speech before "and" does not go on. */
function judgedBefore(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  index: number,
  frame: Frame,
  known: Around,
): Source | null {
  const before = groups[index - 1];
  if (before?.form !== 'finite' || before.verb <= frame.group.verb) return null;
  if (!frame.verbs.every(({ act }) => act === 'judging')) return null;
  const source = subjectOf(tokens, before, known);
  const joined = source && tokens[source.first - 1]?.lower === 'and' && source.first > frame.cueEnd;
  return joined ? source : null;
}

const CONCEDING = /^(?:while|although|though|whereas)$/;

/** A frame whose speaker can go on speaking later in the sentence. */
function speaks(frame: Frame, tokens: readonly Token[]): boolean {
  if (frame.source === null || frame.group.passive) return false;
  const before = tokens[frame.source.first - 1]?.lower ?? '';
  const subordinate = CONCEDING.test(before) || /^(?:that|who|which|if|whether|because|it)$/.test(before);
  return !subordinate && !RELATIVES.has(tokens[frame.cueFirst - 1]?.lower ?? '');
}

/** "Lee said her party backed it and said …": a frame inside what an earlier one reports. */
function isContent(frame: Frame, known: Around, tokens: readonly Token[]): boolean {
  const first = frame.source?.first ?? 0;
  return known.earlier.some((other) => {
    if (other === frame || other.end > first || !/^(?:saying|thinking)$/.test(other.verbs[0]?.act ?? ''))
      return false;
    return !tokens
      .slice(other.end, first)
      .some((token) => token.text === ',' || token.text === ';' || token.quote >= 0);
  });
}
