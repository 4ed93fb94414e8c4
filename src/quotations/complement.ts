import type { Frame } from './frame.ts';
import { isCueNoun } from './lexicon/cue-nouns.ts';
import { COORDINATORS, SUBORDINATORS, TIME_NOUNS, WH_WORDS } from './lexicon/words.ts';
import { readNounPhrase } from './noun-phrase.ts';
import type { Claims } from './rule.ts';
import { subjectBefore } from './subject.ts';
import type { View } from './view.ts';

/** What follows a cue: where it begins and in which form. Token index. */
export interface Complement {
  readonly form: 'quote' | 'that' | 'bare' | 'question' | 'colon' | 'infinitive' | 'object';
  readonly first: number;
}

/** How far behind the cue "that" may stand: "said in a statement released late on Monday that". */
const THAT_REACH = 30;

/** What a frame governs on its right, or null. Read once for each frame, however many rules ask. */
export function complementOf(view: View, frame: Frame): Complement | null {
  const known = view.complements.get(frame);
  if (known !== undefined) return known;
  const complement = readComplement(view, frame);
  view.complements.set(frame, complement);
  return complement;
}

function readComplement(view: View, frame: Frame): Complement | null {
  const { tokens } = view;
  const quote = quoteAt(view, frame.end) ?? quoteAt(view, frame.contentAt);
  if (quote !== null) return { form: 'quote', first: quote };
  const at = frame.contentAt;
  for (const colon of [frame.end, at]) {
    if (tokens[colon]?.text === ':' && colon + 1 < tokens.length) return { form: 'colon', first: colon + 1 };
  }
  const that = thatAfter(view, frame);
  if (that >= 0) return { form: 'that', first: that + 1 };
  if (WH_WORDS.has(tokens[at]?.lower ?? '') && tokens[at]?.tag !== 'DET')
    return { form: 'question', first: at };
  for (const from of [frame.end, at]) if (startsClause(view, from)) return { form: 'bare', first: from };
  if (tokens[at]?.lower === 'to' && /^(?:VERB|AUX)$/.test(tokens[at + 1]?.tag ?? '')) {
    return { form: 'infinitive', first: at };
  }
  if (loosensClause(view, frame)) return { form: 'bare', first: frame.end };
  const object = readNounPhrase(tokens, at);
  const time = object && TIME_NOUNS.has(tokens[object.head]?.lower ?? '');
  return object && !time ? { form: 'object', first: at } : null;
}

/** Verbs that hardly ever take a thing: a verb behind them means a clause, however its subject is built. */
const CLAUSE_VERBS = new Set(
  'say think believe hope argue insist claim know fear add note complain warn'.split(' '),
);

/** "said legalizing it could …", "say the numbers he saw were …". */
function loosensClause(view: View, frame: Frame): boolean {
  if (!CLAUSE_VERBS.has(frame.lemma) || frame.group.form === 'infinitive') return false;
  const { tokens, groups } = view;
  const token = tokens[frame.end];
  if (!token || !/^(?:DET|NOUN|PROPN|PRON|ADJ|VERB|NUM)$/.test(token.tag) || NO_SUBJECTS.has(token.lower))
    return false;
  const starts = new Set(groups.filter((group) => group.form === 'finite').map((group) => group.first));
  let at = frame.end;
  for (; at < tokens.length; at++) {
    // "said the roof “leaks like a sieve”": the verb stands in the marks.
    if ((tokens[at]?.quote ?? -1) >= 0) return at > frame.end;
    if (/^[.,;:—–!?]$/.test(tokens[at]?.text ?? '') || tokens[at]?.lower === 'that') break;
    if (at > frame.end && starts.has(at)) return true;
  }
  // The tagger may have missed the verb: "say the dredgers work too close".
  return (
    frame.lemma === 'say' &&
    token.tag === 'DET' &&
    at - frame.end >= LONG_CLAUSE &&
    (tokens[at]?.quote ?? -1) < 0
  );
}

const NO_SUBJECTS = new Set(
  'who which no yes nothing so something anything little much goodbye hello sorry'.split(' '),
);
/** Words behind "say" that are too many to be one thing. */
const LONG_CLAUSE = 5;

/** Index of the first token of a marked stretch that begins at `at`, a comma or colon aside. */
function quoteAt(view: View, at: number): number | null {
  let from = at;
  while (/^[,:—–-]+$/.test(view.tokens[from]?.text ?? '') && from - at < 2) from++;
  const quote = view.quotes.find((candidate) => candidate.first === from);
  return quote ? quote.first : null;
}

function thatAfter(view: View, frame: Frame): number {
  const { tokens, groups } = view;
  const limit = Math.min(tokens.length, frame.end + THAT_REACH);
  const nextVerb = groups.find((group) => group.verb >= frame.end && group.form === 'finite')?.first ?? limit;
  for (let at = frame.end; at < limit; at++) {
    const token = tokens[at];
    if (!token || /^[;:.?!]$/.test(token.text)) return -1;
    if (token.lower === 'that' && token.quote < 0)
      return isComplementizer(view, at) && !isOwned(view, frame, at) ? at : -1;
    if (at >= nextVerb) return -1;
    if (token.tag === 'VERB' && /ing$/.test(token.lower) && tokens[at - 1]?.text === ',') return -1;
  }
  return -1;
}

/** "believed Lee’s claim that": the clause belongs to the noun. */
function isOwned(view: View, frame: Frame, that: number): boolean {
  return that > frame.end && frame.hearer === null && isCueNoun(view.tokens[that - 1]?.lower ?? '');
}

/** "said that rain fell" has it, "the report that fell" and "said that." have not. */
function isComplementizer(view: View, at: number): boolean {
  const next = view.tokens[at + 1];
  if (!next || /^[.;!?]$/.test(next.text)) return false;
  return next.quote >= 0 || !/^(?:VERB|AUX)$/.test(next.tag) || /ing$/.test(next.lower);
}

/** Whether a clause with its own subject begins at `at`: "he would go", "there is", "in May prices rose". */
export function startsClause(view: View, at: number): boolean {
  const { tokens, groups } = view;
  const token = tokens[at];
  if (!token || /^[,;:.]$/.test(token.text)) return false;
  if (token.lower === 'there' && groups.some((group) => group.first === at + 1)) return true;
  if (token.tag === 'DET' && (tokens[at + 1]?.quote ?? -1) >= 0) return true;
  const phrase = readNounPhrase(tokens, at);
  // "said it “did not matter”": the verb stands in the marks.
  if (phrase && (tokens[phrase.end]?.quote ?? -1) >= 0 && tokens[phrase.end - 1]?.quote === -1) {
    if (
      /^(?:he|she|they|it|we|i)$/.test(token.lower) ||
      /^(?:VERB|AUX|ADV)$/.test(tokens[phrase.end]?.tag ?? '')
    )
      return true;
  }
  const group = groups.find((candidate) => candidate.verb > at && candidate.form === 'finite');
  if (!group || group.first <= at) return false;
  for (let that = at + 1; that < group.first; that++) {
    if (tokens[that]?.lower === 'that' && isCueNoun(tokens[that - 1]?.lower ?? '')) return false;
  }
  const subject = subjectBefore(tokens, group, at);
  if (!subject) return false;
  // "the inspector who wrote the report, Dr. Lee, told": the report does not tell.
  const relative = /^(?:who|which|that)$/.test(tokens[at - 2]?.lower ?? '');
  if (relative && subject.fullEnd > subject.end) return false;
  if (subject.first === at) return true;
  return subject.first - at < 14 && isIntroduction(view, at, subject.first);
}

/** "if elected he …", "in the long run prices …", "despite the loss, Lee …". */
function isIntroduction(view: View, from: number, to: number): boolean {
  const first = view.tokens[from];
  if (!first || to <= from) return false;
  const opens =
    first.tag === 'ADP' || first.tag === 'ADV' || first.tag === 'SCONJ' || SUBORDINATORS.has(first.lower);
  return opens && first.lower !== 'to' && first.lower !== 'of';
}

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
  }
  const source = accordingAt(view, first);
  if (source > first && source < end) end = source;
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

/** "… “a joke,” a line that never fails": a comma inside the marks, and no more marked words, ends what is quoted. */
function closesClause(view: View, end: number): boolean {
  if (view.tokens[end - 1]?.text !== ',') return false;
  return !view.quotes.some((quote) => quote.first >= end && quote.first < end + 12);
}

/** Conjunctions that open a clause which needs another to stand. */
const SUBORDINATING = /^(?:while|whereas|although|though|if|unless|when|once|because|since|as|before|after)$/;

/** "while the roof “leaks,” the walls are sound": the comma ends the subordinate clause, the main one follows. */
function awaitsMainClause(view: View, first: number, end: number): boolean {
  const { tokens, groups } = view;
  if (!SUBORDINATING.test(tokens[first]?.lower ?? '')) return false;
  const isOpen = !tokens.slice(first, end - 1).some(({ text, quote }) => text === ',' && quote < 0);
  return isOpen && groups.some((group) => group.form === 'finite' && group.first >= end);
}

function takesObject(frame: Frame): boolean {
  return frame.verbs[0]?.act === 'judging' || frame.verbs[0]?.act === 'wanting';
}

function isDash(text: string | undefined): boolean {
  return text === '—' || text === '–' || text === '--' || text === '-';
}

/** Index where a later frame cuts the content off, or -1. */
function joinAt(view: View, other: Frame, first: number, ofObject: boolean): number {
  const { tokens } = view;
  const saying = other.verbs.some((verb) => verb.act === 'saying' || verb.act === 'judging');
  if (!saying || other.start <= first) return -1;
  const before = tokens[other.start - 1];
  if (other.group.form === 'participle') {
    if (before?.lower === 'while') return other.start - 1;
    return before?.text === ',' || isDash(before?.text) ? other.start - 1 : -1;
  }
  if (!before) return -1;
  const coordinated = COORDINATORS.has(before.lower);
  const comma = tokens[other.start - 2]?.text === ',' ? other.start - 2 : other.start - 1;
  if (other.shared) {
    if (!coordinated) return -1;
    const governs = complementOf(view, other)?.form;
    if (ofObject && governs === 'object') return comma;
    return governs === 'that' || governs === 'bare' || governs === 'quote' || governs === 'colon'
      ? comma
      : -1;
  }
  const joined = coordinated || /^(?:while|though|although|whereas)$/.test(before.lower);
  if (joined && tokens[other.start - 2]?.text === ',') return other.start - 2;
  return -1;
}

function accordingAt(view: View, first: number): number {
  const { tokens } = view;
  for (let at = first + 1; at + 1 < tokens.length; at++) {
    if (tokens[at]?.lower !== 'according' || tokens[at + 1]?.lower !== 'to') continue;
    if ((tokens[at]?.quote ?? -1) >= 0) continue;
    return tokens[at - 1]?.text === ',' ? at - 1 : at;
  }
  return -1;
}
