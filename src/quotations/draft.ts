import type { Span } from '../article/article.ts';
import type { Frame } from './frame.ts';
import type { Claims, Draft } from './rule.ts';
import { allMarked, clauseSpan, type QuoteInSentence, tokenSpan, type View } from './view.ts';

/** A range of tokens, end exclusive. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

type Details = Partial<Pick<Draft, 'act' | 'polarity' | 'cue' | 'source' | 'addressee' | 'doubt' | 'via'>>;

/** A draft for the content in `ranges`, with the frame's speaker, cue and listener; null if nothing is in it. */
export function draftOf(
  rule: string,
  view: View,
  ranges: readonly TokenRange[],
  frame: Frame | null,
  details: Details = {},
): Draft | null {
  const marked = ranges.every((range) => allMarked(view, range.first, range.end));
  const spans = marked
    ? ranges.flatMap((range) => quotesIn(view, range).map((quote) => innerSpan(view, quote)))
    : ranges.map((range) => clauseSpan(view, range.first, range.end));
  const found = spans.filter((span): span is Span => span !== null && span.end > span.start);
  if (found.length === 0) return null;
  return {
    rule,
    view,
    spans: found,
    quotes: ranges.flatMap((range) => quotesIn(view, range).map((quote) => quote.id)),
    act: frame?.verbs[0]?.act ?? 'saying',
    polarity: frame?.polarity ?? 'said',
    cue: frame ? tokenSpan(view, cueStart(frame), frame.cueEnd) : null,
    // "The court heard that …": whoever hears it is not who says it.
    source: frame && (frame.group.passive || !/^(?:over)?hear$/.test(frame.lemma)) ? frame.source : null,
    addressee: addresseeOf(view, frame),
    marked,
    doubt: 0,
    via: null,
    ...details,
  };
}

/** The cue as a reader would name it: the verb, and "declined to" or "did not" where that turns its sense. */
function cueStart(frame: Frame): number {
  if (frame.polarity === 'not-said') return frame.cueFirst;
  return frame.group.verb;
}

function addresseeOf(view: View, frame: Frame | null): Span | null {
  if (!frame?.hearer) return null;
  return tokenSpan(view, frame.hearer.first, frame.hearer.end);
}

/** The marked stretches within a range. */
export function quotesIn(view: View, range: TokenRange): QuoteInSentence[] {
  return view.quotes.filter((quote) => quote.first >= range.first && quote.end <= range.end);
}

function innerSpan(view: View, quote: QuoteInSentence): Span | null {
  return view.marked[quote.id]?.inner ?? null;
}

/** Whether the cue of a frame stands within one of these spans. */
export function isInside(view: View, frame: Frame, spans: readonly Span[]): boolean {
  const at = view.tokens[frame.cueFirst]?.start ?? -1;
  return spans.some((span) => at >= span.start && at < span.end);
}

/** Marks what a draft used as taken. */
export function claim(claims: Claims, draft: Draft, frame: Frame | null): Draft {
  for (const quote of draft.quotes) claims.quotes.add(quote);
  if (frame) claims.frames.add(frame);
  if (!draft.marked) claims.retold.push(...draft.spans);
  return draft;
}
