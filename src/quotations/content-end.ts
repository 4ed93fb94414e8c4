import { complementOf, startsClause } from './complement.ts';
import type { Frame } from './frame.ts';
import { COORDINATORS } from './lexicon/words.ts';
import type { Claims } from './rule.ts';
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
    if (SUBORDINATING.test(token.lower)) opened = true;
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
