import { skipAdverbials } from './adverbials.ts';
import { bearerOf } from './bearer.ts';
import { readHearer } from './hearer.ts';
import { type CueVerb, cueForm, cueVerbs, type Government, type VerbForm } from './lexicon/cue-verbs.ts';
import { COORDINATORS, NEGATIONS } from './lexicon/words.ts';
import { readNounPhrase } from './noun-phrase.ts';
import type { Polarity } from './quotation.ts';
import type { Token } from './sentence.ts';
import { type Around, sharedSource, subjectOf } from './shared-source.ts';
import { type Source, subjectAfter, subjectBefore } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';

/** A verb of reporting with its subject: everything of a quotation that is not its content. Token indices. */
export interface Frame {
  readonly group: VerbGroup;
  readonly lemma: string;
  readonly verbs: readonly CueVerb[];
  /** The cue: auxiliaries, verb, particles. */
  readonly cueFirst: number;
  readonly cueEnd: number;
  readonly source: Source | null;
  /** True where the subject is taken over from an earlier verb ("…, adding that"). */
  readonly shared: boolean;
  readonly inverted: boolean;
  readonly hearer: Source | null;
  /** Leftmost token of the frame. */
  readonly start: number;
  /** Where the frame's own words end and content may begin. */
  readonly end: number;
  /** The same, with time, place and manner skipped ("on Monday", "in a statement"). */
  readonly contentAt: number;
  readonly polarity: Polarity;
}

/** Whether one of the readings of a frame's verb governs one of these. */
export function governs({ verbs }: Pick<Frame, 'verbs'>, ...forms: readonly Government[]): boolean {
  return verbs.some((verb) => forms.some((form) => verb.governs.includes(form)));
}

/** The frames of a sentence, left to right: each verb of the lexicon with its speaker. */
export function readFrames(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  from: number,
  subjects: Map<VerbGroup, Source | null>,
): Frame[] {
  const frames: Frame[] = [];
  groups.forEach((_group, index) => {
    const frame = readFrame(tokens, groups, index, { from, earlier: frames, subjects });
    if (frame) frames.push(frame);
  });
  return frames;
}

function readFrame(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  index: number,
  around: Around,
): Frame | null {
  const group = groups[index];
  const cue = group && cueForm(tokens[group.verb]?.lower ?? '');
  if (!group || !cue || !agrees(tokens, group, cue.forms)) return null;
  const verbs = cueVerbs(cue.lemma).filter((verb) => particlesFollow(tokens, group.verb, verb));
  if (verbs.length === 0) return null;
  const longest = Math.max(...verbs.map((verb) => verb.particles.length));
  const cueEnd = group.verb + 1 + longest;
  return buildFrame(tokens, groups, index, {
    lemma: cue.lemma,
    verbs: longest > 0 ? verbs.filter((verb) => verb.particles.length === longest) : verbs,
    cueEnd,
    ...around,
  });
}

interface Known extends Around {
  readonly lemma: string;
  readonly verbs: readonly CueVerb[];
  readonly cueEnd: number;
}

/** Puts a frame together around any verb group; null when nobody can be its speaker. */
function buildFrame(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  index: number,
  known: Known,
): Frame | null {
  const group = groups[index];
  if (!group) return null;
  const found = findSource(tokens, groups, index, known);
  const { source, inverted } = found;
  const afterSource = inverted && source ? source.fullEnd : known.cueEnd;
  const hearer = group.passive ? null : readHearer(tokens, afterSource, known.verbs);
  const end = hearer ? hearer.end : afterSource;
  const start = source && !inverted && !found.shared ? Math.min(source.first, found.first) : found.first;
  return {
    group,
    lemma: known.lemma,
    verbs: known.verbs,
    cueFirst: found.first,
    cueEnd: known.cueEnd,
    source,
    shared: found.shared,
    inverted,
    hearer,
    start,
    end,
    contentAt: skipAdverbials(tokens, end),
    polarity: polarityOf(tokens, group, found, known),
  };
}

interface FoundSource {
  readonly source: Source | null;
  readonly inverted: boolean;
  readonly shared: boolean;
  readonly first: number;
  readonly refusal: boolean;
}

/** Verbs that carry another verb: "declined to say", "went on to note". */
const REFUSALS = new Set(['decline', 'refuse', 'fail', 'hesitate']);
const REFUSING = /^(?:declin|refus|fail|hesitat)/;

function findSource(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  index: number,
  known: Known,
): FoundSource {
  const group = groups[index];
  const none = { source: null, inverted: false, shared: false, first: group?.first ?? 0, refusal: false };
  if (!group) return none;
  if (group.form === 'infinitive') return catenative(tokens, groups, index, known) ?? none;
  const own =
    group.form === 'participle' ? (withSubject(tokens, group) ?? bearerOf(tokens, group, known.from)) : null;
  if (own) return { ...none, source: own };
  if (group.form === 'participle') return { ...none, ...sharedSource(tokens, groups, index, known) };
  // "told the hall, when asked, that": who was asked stands elsewhere.
  if (isBareQuestion(tokens, group.first - 1)) return none;
  const source = subjectOf(tokens, group, known);
  if (source) return { ...none, source };
  if (isInverted(tokens, group, known)) {
    const behind = subjectAfter(tokens, known.cueEnd);
    if (behind) return { ...none, source: behind, inverted: true };
  }
  if (isCoordinated(tokens, group)) return { ...none, ...sharedSource(tokens, groups, index, known) };
  return none;
}

/** "with Lee saying", "with the mayor, Ann Lee, adding", "– Lee saying": a participle with a subject of its own. */
function withSubject(tokens: readonly Token[], group: VerbGroup): Source | null {
  let name = group.first;
  while (tokens[name - 1]?.tag === 'PROPN') name--;
  const joined =
    tokens[name - 1]?.lower === 'and' &&
    tokens.slice(0, name).some(({ lower, tag }) => tag === 'VERB' && /^(?:saying|calling)$/.test(lower));
  if (name < group.first && (/^[–—-]$/.test(tokens[name - 1]?.text ?? '') || joined))
    return subjectBefore(tokens, group, name);
  for (let at = group.first - 2; at >= Math.max(0, group.first - 10); at--) {
    if ((tokens[at]?.quote ?? -1) >= 0 || /^[.;:]$/.test(tokens[at]?.text ?? '')) return null;
    if (tokens[at]?.lower === 'with') return subjectBefore(tokens, group, at + 1);
  }
  return null;
}

/** "“…,” said Lee", "Added Lee:" — no auxiliary, something ends before it, a name or description follows. */
function isInverted(tokens: readonly Token[], group: VerbGroup, known: Known): boolean {
  // Nobody writes "“…,” told Lee".
  if (group.form !== 'finite' || group.first !== group.verb || known.lemma === 'tell') return false;
  if (known.verbs.every((verb) => verb.governs.includes('hearer'))) return false;
  const before = tokens[group.first - 1];
  const open = !before || group.first <= known.from || before.quote >= 0 || /^[,.:;—–-]$/.test(before.text);
  const next = tokens[known.cueEnd];
  if (!open || !next || next.quote >= 0) return false;
  if (!/^(?:PROPN|DET|NOUN|ADJ|NUM|PRON|VERB|ADV|ADP)$/.test(next.tag)) return false;
  const phrase = readNounPhrase(tokens, known.cueEnd);
  if (!phrase) return false;
  // "…, said he would go" has its subject elsewhere: a verb follows the phrase.
  const behind = tokens[phrase.end];
  return !behind || !/^(?:VERB|AUX)$/.test(behind.tag) || /ing$/.test(behind.lower) || behind.quote >= 0;
}

/** "declined to say": the speaker is the subject of the first verb, and the cue begins there. */
function catenative(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  index: number,
  known: Known,
): FoundSource | null {
  const group = groups[index];
  const carrier = groups[index - 1];
  if (!group || !carrier) return null;
  const word = tokens[carrier.verb]?.lower ?? '';
  // "went out of his way to say that", "was forced to admit that"
  if (group.first - carrier.verb > (SETTING_OUT.test(word) ? 8 : 3)) return null;
  if (carrier.form === 'participle' || (carrier.passive && !MADE_TO.test(word))) return null;
  const source = carrier.form === 'finite' ? subjectOf(tokens, carrier, known) : null;
  const refusal = REFUSING.test(tokens[carrier.verb]?.lower ?? '') || carrier.negated;
  if (source) return { source, inverted: false, shared: false, first: carrier.first, refusal };
  const shared = sharedSource(tokens, groups, index - 1, known);
  return shared.source ? { ...shared, inverted: false, first: carrier.first, refusal } : null;
}

/** "when asked", "if pressed": a conjunction and a participle, without a subject. */
export function isBareQuestion(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:when|if|while|once)$/.test(tokens[at]?.lower ?? '') &&
    /^(?:asked|questioned|pressed|quizzed|challenged|reminded)$/.test(tokens[at + 1]?.lower ?? '')
  );
}

const SETTING_OUT =
  /^(?:goes|went|took|takes|rose|stood|called|phoned|rang|wrote|emailed|texted|appeared|returned)$/;
const MADE_TO = /^(?:forced|prompted|obliged|compelled|moved|driven)$/;

function isCoordinated(tokens: readonly Token[], group: VerbGroup): boolean {
  const before = tokens[group.first - 1];
  return before !== undefined && (COORDINATORS.has(before.lower) || before.text === ',');
}

function polarityOf(tokens: readonly Token[], group: VerbGroup, found: FoundSource, known: Known): Polarity {
  const question = governs(known, 'question');
  const denial = known.verbs.some((verb) => verb.negative);
  const refusal = REFUSALS.has(known.lemma) || found.refusal;
  const subject = found.source && NEGATIONS.has(tokens[found.source.first]?.lower ?? '');
  if (group.negated || denial || refusal || subject) return 'not-said';
  return question && !group.passive ? 'asked' : 'said';
}

function agrees(tokens: readonly Token[], group: VerbGroup, forms: ReadonlySet<VerbForm>): boolean {
  // A bare participle ("written", "shown") needs an auxiliary.
  if (forms.size === 1 && forms.has('participle') && group.first === group.verb) return false;
  return tokens[group.verb]?.tag !== 'AUX';
}

function particlesFollow(tokens: readonly Token[], verb: number, cue: CueVerb): boolean {
  const follow = cue.particles.every((particle, offset) => tokens[verb + 1 + offset]?.lower === particle);
  // "argued for three decades that": how long is nothing that is argued for.
  return follow && !(cue.particles.at(-1) === 'for' && isDuration(tokens, verb + 1 + cue.particles.length));
}

function isDuration(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  const measured = first?.tag === 'NUM' || /^(?:an?|many|several|some|more|the)$/.test(first?.lower ?? '');
  return DURATIONS.test((measured ? tokens[at + 1] : first)?.lower ?? '');
}

const DURATIONS =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century|seasons?)$/;
