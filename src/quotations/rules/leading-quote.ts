import { skipFrameAdverbials } from '../adverbials.ts';
import { complementOf } from '../complement.ts';
import { contentEnd } from '../content-end.ts';
import { claim, draftOf, type TokenRange } from '../draft.ts';
import type { Frame } from '../frame.ts';
import { OPENERS } from '../lexicon/words.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import { outsideMarks, type View } from '../view.ts';

const NAME = 'leading-quote';

/** "Lee said: “…”", "Added Lee, “…”", "telling reporters “…”": a frame and then the marks, nothing between. */
export const leadingQuote: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    for (const frame of view.frames) {
      if (!frame.source || claims.frames.has(frame) || frame.group.passive) continue;
      const complement = complementOf(view, frame);
      if (complement?.form !== 'quote') continue;
      if (isInsideClause(view, frame, complement.first)) continue;
      const range = rangeFrom(view, complement.first, claims);
      if (!range) continue;
      const draft = draftOf(NAME, view, [...leadIn(view, frame, range.first), range], frame);
      if (draft) drafts.push(claim(claims, draft, frame));
    }
    return drafts;
  },
};

/** "told the hall that she would read “every page”": marked words inside a that-clause are part of what is retold. */
function isInsideClause(view: View, frame: Frame, quote: number): boolean {
  const opening = view.tokens[quote];
  if (!opening || opening.capital || /^[,:]$/.test(view.tokens[quote - 1]?.text ?? '')) return false;
  return view.frames.some((other) => {
    if (other === frame || other.cueFirst >= frame.cueFirst || other.source === null) return false;
    const complement = complementOf(view, other);
    if (!complement || !/^(?:that|bare)$/.test(complement.form) || complement.first > frame.cueFirst)
      return false;
    return (
      /^(?:finite|participle)$/.test(other.group.form) && contentEnd(view, complement.first, other) > quote
    );
  });
}

/**
 * "In some cases, Lee said, “the roof is the victim”": words in marks that begin small go on with what stands before
 * a frame between commas, unless that tells when or where it was said.
 */
function leadIn(view: View, frame: Frame, quote: number): TokenRange[] {
  const { tokens, sentence } = view;
  const comma = frame.start - 1;
  const small = /^\p{Ll}/u.test(tokens[quote]?.text ?? '');
  if (!small || frame.shared || tokens[comma]?.text !== ',' || tokens[quote - 1]?.text !== ',') return [];
  let first = sentence.body;
  if (OPENERS.has(tokens[first]?.lower ?? '')) first++;
  const opening = tokens[first];
  if (!opening || comma - first < 2 || SETTING.test(opening.lower) || /(?:ed|ing)$/.test(opening.lower))
    return [];
  if (
    skipFrameAdverbials(tokens, first) >= comma ||
    tokens.slice(first, comma).some(({ quote: id }) => id >= 0)
  )
    return [];
  return [{ first, end: comma }];
}

/** What opens a clause about the occasion: "When asked, Lee said". */
const SETTING =
  /^(?:when|as|while|after|before|since|once|during|later|then|meanwhile|however|instead|still|also)$/;

/** The marked stretch; where the clause runs on behind it ("said “no” to all of them"), up to its end. */
function rangeFrom(view: View, first: number, claims: Claims): TokenRange | null {
  const quote = view.quotes.find((candidate) => candidate.first === first);
  if (!quote || claims.quotes.has(quote.id)) return null;
  let end = quote.end;
  for (const next of view.quotes) {
    if (next.first < end) continue;
    const gap = view.tokens.slice(end, next.first);
    if (gap.length > 1 || claims.quotes.has(next.id) || !gap.every((token) => /^[,—–…-]$/u.test(token.text)))
      break;
    end = next.end;
  }
  const inner = view.marked[quote.id]?.inner;
  const whole = inner && /[.?!…,]['’]?$/u.test(view.article.text.slice(inner.start, inner.end));
  const runsOn =
    !whole && view.tokens[end] !== undefined && !/^[.,;:?!)—–-]$/.test(view.tokens[end]?.text ?? '');
  return { first, end: runsOn ? outsideMarks(view, /^[.,;:?!—–]$/, end) : end };
}
