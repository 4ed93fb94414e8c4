import { wordSet } from './lexicon/word-set.ts';
import { AUXILIARIES, BE, FRAME_ADVERBS, HAVE, NEGATIONS, TIME_NOUNS, WEEKDAYS } from './lexicon/words.ts';
import type { Token } from './sentence.ts';

/** A verb with its auxiliaries, as token indices of one sentence. */
export interface VerbGroup {
  readonly first: number;
  /** Index of the main verb. */
  readonly verb: number;
  readonly form: 'finite' | 'participle' | 'infinitive';
  readonly passive: boolean;
  readonly negated: boolean;
}

/** The verb groups of a sentence's own voice, left to right; words in marks are not looked into. */
export function readVerbGroups(tokens: readonly Token[], from = 0): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0) continue;
    if (!isMainVerb(tokens, at)) continue;
    const group = readGroup(tokens, at, groups.at(-1)?.verb ?? from - 1);
    groups.push(group);
  }
  return groups;
}

function isMainVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag === 'VERB') {
    if (ownedBefore(tokens, at) && /^(?:NOUN|PROPN)$/.test(tokens[at + 1]?.tag ?? '')) return false;
    // "the retired general": a participle before its noun is no verb of the sentence.
    const before = tokens[at - 1];
    const next = tokens[at + 1];
    const inside =
      before &&
      /^(?:DET|ADJ)$/.test(before.tag) &&
      before.lower !== 'that' &&
      /(?:ed|ing)$/.test(token.lower);
    return !(inside && next && /^(?:NOUN|PROPN|ADJ)$/.test(next.tag));
  }
  if (token?.tag !== 'AUX' || !AUXILIARIES.has(token.lower)) return false;
  // An auxiliary is the main verb where no verb follows it: "is a threat".
  for (let to = at + 1; to < tokens.length && to < at + 6; to++) {
    const next = tokens[to];
    if (!next || next.quote >= 0) return true;
    if (next.tag === 'VERB' || next.tag === 'AUX') return false;
    if (isBetween(tokens, to, at - 1)) continue;
    if (next.tag !== 'ADV' && next.tag !== 'PART' && !NEGATIONS.has(next.lower) && next.lower !== 'since')
      return true;
  }
  return true;
}

/** "the report’s lead author": behind a possessive stands no verb. */
function ownedBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.lower === "'s" && before.tag === 'PART';
}

function readGroup(tokens: readonly Token[], verb: number, after: number): VerbGroup {
  let first = verb;
  let negated = false;
  let be = false;
  let auxiliary = false;
  let infinitive = false;
  for (let at = verb - 1; at > after; at--) {
    const token = tokens[at];
    if (!token || token.quote >= 0) break;
    const { lower } = token;
    const adverb =
      FRAME_ADVERBS.has(lower) ||
      (lower === 'since' && HAVE.has(tokens[at - 1]?.lower ?? '')) ||
      (/^(?:so|thus)$/.test(lower) && tokens[at + 1]?.lower === 'far') ||
      (token.tag === 'ADV' && !/^(?:there|here|when|where|why|how|so|as)$/.test(lower));
    if (lower === 'to' && token.tag !== 'ADP' && isModal(tokens, at)) continue;
    if (lower === 'to' && token.tag !== 'ADP') infinitive = true;
    else if (NEGATIONS.has(lower) && lower !== 'no' && lower !== 'neither') negated = true;
    else if (token.tag === 'AUX' || (AUXILIARIES.has(lower) && token.tag !== 'PROPN')) {
      if (lower === "'s" && token.tag === 'PART') break;
      auxiliary = true;
      if (!infinitive && BE.has(lower) && !sawHave(tokens, at, verb) && !isHas(tokens, at, verb)) be = true;
    } else if (
      !adverb &&
      !isBetween(tokens, at, after) &&
      !(WEEKDAYS.has(lower) && at === verb - 1 && tokens[at - 1]?.tag !== 'ADP')
    )
      break;
    if (lower === 'both' || lower === 'all') break;
    first = at;
    if (infinitive) break;
  }
  const word = tokens[verb]?.lower ?? '';
  const gerund = word.endsWith('ing');
  const form = infinitive ? 'infinitive' : gerund && !auxiliary ? 'participle' : 'finite';
  return { first, verb, form, passive: be && !gerund && tokens[verb]?.tag === 'VERB', negated };
}

/** "has yet | to say", "is | to leave", "had | to go": with "to" behind it, such a verb is a modal one. */
function isModal(tokens: readonly Token[], to: number): boolean {
  const late = /^(?:yet|still|only|also|now)$/.test(tokens[to - 1]?.lower ?? '');
  const before = tokens[late ? to - 2 : to - 1];
  return (
    before !== undefined &&
    before.quote < 0 &&
    (HAVE.has(before.lower) || BE.has(before.lower)) &&
    before.tag === 'AUX'
  );
}

/** "He's said he gets": a person is not said, so it is "has". */
function isHas(tokens: readonly Token[], at: number, verb: number): boolean {
  if (tokens[at]?.lower !== "'s" || !ACTIVE.has(tokens[verb]?.lower ?? '')) return false;
  return tokens[verb + 1]?.lower !== 'to';
}

const ACTIVE =
  wordSet(`said argued insisted claimed denied suggested admitted acknowledged written tweeted vowed pledged
  maintained repeated complained explained hinted predicted boasted joked`);

/** "have | in the past | said", "had | on Monday | said": when it was, between "have" and its verb. */
function isBetween(tokens: readonly Token[], at: number, after: number): boolean {
  for (let first = at; first > Math.max(after, at - 4); first--) {
    const token = tokens[first];
    if (!token || !/^(?:ADP|DET|ADJ|NOUN|PROPN|NUM|ADV)$/.test(token.tag)) return false;
    if (token.tag !== 'ADP') continue;
    if (!HAVE.has(tokens[first - 1]?.lower ?? '')) return false;
    let end = at;
    while (/^(?:DET|ADJ|NOUN|PROPN|NUM|ADV)$/.test(tokens[end + 1]?.tag ?? '')) end++;
    const head = tokens[end]?.lower ?? '';
    return TIME_NOUNS.has(head) || /^(?:past|turn|private|public|times|first|recent|late|years)$/.test(head);
  }
  return false;
}

/** "has been told" is passive, "is having told" is not English: only "have" nearest the verb undoes "be". */
function sawHave(tokens: readonly Token[], at: number, verb: number): boolean {
  for (let to = at + 1; to < verb; to++) if (HAVE.has(tokens[to]?.lower ?? '')) return true;
  return false;
}
