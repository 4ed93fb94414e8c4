import { skipFrameAdverbials } from './adverbials.ts';
import { complementOf, startsClause } from './complement.ts';
import { type Frame, governs } from './frame.ts';
import { wordSet } from './lexicon/word-set.ts';
import { COORDINATORS, DEPENDENT, RELATIVES, TIME_NOUNS, WEEKDAYS } from './lexicon/words.ts';
import type { Claims } from './rule.ts';
import type { VerbGroup } from './verb-group.ts';
import type { View } from './view.ts';

/**
 * Where content that begins at `first` ends: at the next frame that joins on ("…, adding that", "but said"),
 * at a source that follows ("…, according to Lee"), else with the sentence.
 */
export function contentEnd(
  view: View,
  first: number,
  frame: Frame | null,
  claims: Claims | null = null,
): number {
  const { tokens } = view;
  let end = tokens.length;
  for (const other of view.frames) {
    if (other === frame || other.cueFirst <= first) continue;
    const cut = joinAt(view, other, first, frame !== null && takesObject(frame));
    if (cut > first && cut < end) end = cut;
    const outer = frame ? mainVerbAt(view, frame, other) : -1;
    if (outer > first && outer < end) end = outer;
  }
  const source = accordingAt(view, first);
  if (source > first && source < end) end = source;
  const main = frame ? mainClauseAt(view, frame, first) : -1;
  if (main > first && main < end) end = main;
  for (let at = first; at < end; at++) {
    if (tokens[at]?.text === ';' && (tokens[at]?.quote ?? -1) < 0) return at;
  }
  for (const quote of view.quotes) {
    if (quote.first < first || quote.end >= end) continue;
    if (claims?.quotes.has(quote.id) && quote.first > first) return quote.first;
    if (closesClause(view, quote.end) && !awaitsMainClause(view, first, quote.end)) return quote.end;
  }
  return end;
}

/** "Lee, who asked whether it rained, | said": the frame of a relative clause ends before the verb of its antecedent. */
function mainVerbAt({ tokens }: View, frame: Frame, { source, cueFirst, inverted }: Frame): number {
  if (!RELATIVES.has(tokens[frame.cueFirst - 1]?.lower ?? '')) return -1;
  if (!source || inverted || source.first >= frame.cueFirst || source.fullEnd <= frame.cueFirst) return -1;
  return tokens[cueFirst - 1]?.text === ',' ? cueFirst - 1 : cueFirst;
}

/**
 * Where the thing ends that was denied, called a name or promised: an object holds no clause of its own, so a new
 * clause, a verb that joins on ("… and left"), a dash, a day or an occasion belongs to the one who tells it.
 */
export function objectEnd(view: View, first: number, limit: number): number {
  const { tokens, groups } = view;
  const starts = new Map(groups.filter(({ form }) => form === 'finite').map((group) => [group.first, group]));
  const infinitive = tokens[first]?.lower === 'to';
  let depth = 0;
  for (let at = first + 1; at < limit; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.quote >= 0) {
      if (endsMarkedObject(view, at)) return at + 1;
      continue;
    }
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth > 0) continue;
    if (isDash(token.text) && token.start > (tokens[at - 1]?.end ?? 0)) return at;
    if (token.text === ',' && closesObject(view, at, limit)) return at;
    if (isDay(view, at, limit)) return tokens[at - 1]?.lower === 'on' ? at - 1 : at;
    // Inside a relative clause a verb or a circumstance belongs to that.
    if (inRelative(view, first, at)) continue;
    if (
      /^(?:and|but|or)$/.test(token.lower) &&
      joinsMatrix(view, starts.get(skipAdverbs(view, at + 1)), at, infinitive)
    )
      return tokens[at - 1]?.text === ',' ? at - 1 : at;
    if (opensAdjunct(view, at, infinitive)) return tokens[at - 1]?.lower === 'even' ? at - 1 : at;
  }
  return limit;
}

const PAST =
  /(?:ed|[^s]s)$|^(?:said|told|left|went|made|took|gave|wrote|came|ran|held|kept|met|led|won|lost|began|put|had|was|were|did|has|is)$/;

/** "to mend it and left", "the charges and then she left"; not "to mend it and paint it". */
function joinsMatrix(
  view: View,
  group: VerbGroup | undefined,
  conjunction: number,
  infinitive: boolean,
): boolean {
  const { tokens } = view;
  if (group) return !infinitive || group.first < group.verb || PAST.test(tokens[group.verb]?.lower ?? '');
  let at = conjunction + 1;
  while (tokens[at]?.tag === 'ADV') at++;
  if (!infinitive && tokens[conjunction - 1]?.text === ',' && startsClause(view, at)) return true;
  return /^(?:he|she|they|it|we|i)$/.test(tokens[at]?.lower ?? '') && tokens[conjunction - 1]?.text === ',';
}

/** "a “joke,” in which …": a comma inside the marks, unless more marked words join on. */
function endsMarkedObject({ tokens }: View, at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]?.text !== ',' || !next || next.quote === tokens[at]?.quote) return false;
  return !/^(?:and|or|but|as)$/.test(next.lower) && next.quote < 0;
}

/** The day on which it was said: "on Monday", "Thursday night"; not "Monday’s vote". */
function isDay({ tokens }: View, at: number, limit: number): boolean {
  if (!WEEKDAYS.has(tokens[at]?.lower ?? '')) return false;
  const before = tokens[at - 1];
  if (before && before.lower !== 'on' && /^(?:ADP|DET|PART|ADJ|NUM)$/.test(before.tag)) return false;
  const next = tokens[at + 1];
  return !next || at + 1 >= limit || !/^(?:NOUN|PROPN|PART)$/.test(next.tag) || TIME_NOUNS.has(next.lower);
}

const CONTRAST = /^(?:while|although|though|whereas|because|since)$/;
const TIME = /^(?:when|after|before|until)$/;

/** "because he is bound", "before sketching it", "during the speech", "even as he left"; not "as a joke". */
function opensAdjunct(view: View, at: number, infinitive: boolean): boolean {
  const { lower = '' } = view.tokens[at] ?? {};
  if (CONTRAST.test(lower)) return startsClause(view, at + 1);
  if (lower === 'as')
    return /^(?:even|just)$/.test(view.tokens[at - 1]?.lower ?? '') && startsClause(view, at + 1);
  if (infinitive) return false;
  if (/^(?:during|despite|amid)$/.test(lower)) return true;
  if (/^(?:in|at)$/.test(lower) && /^(?:an?|his|her|their|its)$/.test(view.tokens[at + 1]?.lower ?? ''))
    return skipFrameAdverbials(view.tokens, at) > at;
  const next = view.tokens[at + 1];
  if (TIME.test(lower) && next?.tag === 'VERB' && /ing$/.test(next.lower)) return true;
  return TIME.test(lower) && startsClause(view, at + 1);
}

/** A comma is inside a list or an aside, unless a new clause, an apposition or a participle follows. */
function closesObject(view: View, comma: number, limit: number): boolean {
  const { tokens } = view;
  const next = tokens[comma + 1];
  if (!next) return true;
  // "cited Lee, an heir to the firm, as a friend"
  const as = tokens.findIndex(
    ({ lower }, at) => at > comma + 1 && lower === 'as' && tokens[at - 1]?.text === ',',
  );
  if (as > 0 && as < limit) return false;
  if (/^(?:which|who|a|an|but|so)$/.test(next.lower)) return true;
  if (next.tag === 'VERB' && /(?:ed|ing)$/.test(next.lower) && next.lower !== 'including') return true;
  return /^(?:PRON|PROPN|DET)$/.test(next.tag) && startsClause(view, comma + 1);
}

function skipAdverbs(view: View, from: number): number {
  let at = from;
  while (view.tokens[at]?.tag === 'ADV') at++;
  return view.groups.some(({ first }) => first === from) ? from : at;
}

/** "the town that he left and forgot": a verb joins on to one inside the object. */
function inRelative(view: View, first: number, at: number): boolean {
  return view.groups.some(({ form, first: verb }) => form === 'finite' && verb > first && verb < at);
}

/**
 * "While Lee said it was safe, the council shut it": the frame stands in a clause that waits for its main clause,
 * so what is said ends where that begins. Index of the comma, or -1.
 */
function mainClauseAt(view: View, frame: Frame, first: number): number {
  const { tokens, groups, sentence } = view;
  let at = frame.shared ? frame.cueFirst : frame.start;
  let opened = false;
  for (at--; at >= sentence.body; at--) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || token.text === ',') break;
    if (DEPENDENT.has(token.lower)) opened = true;
  }
  if (!opened || view.frames.some((other) => other.cueFirst < frame.cueFirst && other.cueFirst > at))
    return -1;
  let fallback = -1;
  for (let comma = first + 1; comma < tokens.length - 2; comma++) {
    const token = tokens[comma];
    const inMarks = (token?.quote ?? -1) >= 0 && tokens[comma + 1]?.quote !== token?.quote;
    if (token?.text !== ',' || ((token.quote ?? -1) >= 0 && !inMarks)) continue;
    const said = groups.some((group) => group.form === 'finite' && group.verb >= first && group.verb < comma);
    if (!said && !tokens.slice(first, comma).some(({ quote }) => quote >= 0)) continue;
    if (/^(?:and|but|or|nor)$/.test(tokens[comma + 1]?.lower ?? '')) continue;
    const end = inMarks ? comma + 1 : comma;
    if (startsClause(view, comma + 1)) return end;
    if (fallback < 0) fallback = end;
  }
  return fallback;
}

/**
 * "… “a joke,” a line that never fails", "… “a joke,” laughing at it": a comma inside the marks ends what is quoted
 * where a comment follows, an apposition or a participle; "… “a joke,” compared to hers" goes on.
 */
function closesClause(view: View, end: number): boolean {
  const next = view.tokens[end];
  if (view.tokens[end - 1]?.text !== ',' || !next) return false;
  if (view.quotes.some((quote) => quote.first >= end && quote.first < end + 12)) return false;
  if (/^(?:an?|and|but|while)$/.test(next.lower)) return true;
  return next.tag === 'VERB' && /ing$/.test(next.lower);
}

/** "while the roof “leaks,” the walls are sound": the comma ends the subordinate clause, the main one follows. */
function awaitsMainClause(view: View, first: number, end: number): boolean {
  const { tokens, groups } = view;
  if (!DEPENDENT.has(tokens[first]?.lower ?? '')) return false;
  const isOpen = !tokens.slice(first, end - 1).some(({ text, quote }) => text === ',' && quote < 0);
  return isOpen && groups.some((group) => group.form === 'finite' && group.first >= end);
}

function takesObject(frame: Frame): boolean {
  return frame.verbs[0]?.act === 'judging' || frame.verbs[0]?.act === 'wanting';
}

function isDash(text: string | undefined): boolean {
  return text === '—' || text === '–' || text === '--' || text === '-';
}

/** Participles that go on with what is retold as often as they comment on it: "…, highlighting the gains". */
const SOFT = wordSet('highlight underscore address discuss outline describe detail identify cite');

/** Index where a later frame cuts the content off, or -1. */
function joinAt(view: View, other: Frame, first: number, ofObject: boolean): number {
  const { tokens } = view;
  const saying = other.verbs.some((verb) => verb.act === 'saying' || verb.act === 'judging');
  if (!saying || other.start <= first) return -1;
  const before = tokens[other.start - 1];
  if (other.group.form === 'participle') {
    if (SOFT.has(other.lemma) && !/^(?:that|quote)$/.test(complementOf(view, other)?.form ?? '')) return -1;
    if (before?.lower === 'while') return other.start - 1;
    return before?.text === ',' || isDash(before?.text) ? other.start - 1 : -1;
  }
  if (!before) return -1;
  const coordinated = COORDINATORS.has(before.lower);
  const behindComma = tokens[other.start - 2]?.text === ',';
  // A comma inside the marks belongs to what is in them.
  const marked = (tokens[other.start - 2]?.quote ?? -1) >= 0;
  const comma = behindComma && !marked ? other.start - 2 : other.start - 1;
  if (other.shared) {
    if (!coordinated || /^(?:or|nor)$/.test(before.lower)) return -1;
    if (other.polarity === 'not-said' && before.lower === 'but') return comma;
    const complement = complementOf(view, other);
    if (complement?.form === 'object') {
      // "said it leaks, and called it “a sieve”": inside what is retold nobody else would be quoted in marks.
      const named =
        /^(?:and|but)$/.test(before.lower) &&
        governs(other, 'naming') &&
        view.quotes.some((quote) => quote.first >= complement.first && quote.first < complement.first + 8);
      return ofObject || named ? comma : -1;
    }
    if (ofObject && complement?.form === 'infinitive') return comma;
    return /^(?:that|bare|quote|colon|question)$/.test(complement?.form ?? '') ? comma : -1;
  }
  const joined = coordinated || /^(?:while|though|although|whereas)$/.test(before.lower);
  return joined && behindComma ? comma : -1;
}

function accordingAt(view: View, first: number): number {
  const { tokens } = view;
  for (let at = first + 1; at + 1 < tokens.length; at++) {
    const next = tokens[at + 1]?.lower ?? '';
    const according = tokens[at]?.lower === 'according' && next === 'to';
    const words = tokens[at]?.lower === 'in' && next === 'the' && tokens[at + 2]?.lower === 'words';
    if ((!according && !words) || (tokens[at]?.quote ?? -1) >= 0) continue;
    return tokens[at - 1]?.text === ',' ? at - 1 : at;
  }
  return -1;
}
