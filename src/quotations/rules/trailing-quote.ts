import { complementOf } from '../complement.ts';
import { claim, draftOf, type TokenRange } from '../draft.ts';
import type { Frame } from '../frame.ts';
import { DEPENDENT, OPENERS } from '../lexicon/words.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import { nearestBefore, type Source } from '../subject.ts';
import { summingUpEnd } from '../summing-up.ts';
import type { QuoteInSentence, View } from '../view.ts';

const NAME = 'trailing-quote';

/**
 * "“…,” Lee said", "“…,” said Lee": the commonest frame of news. Where the sentence goes on in marks
 * (“…,” Lee said, “…”), the frame splits one quotation and both halves are its spans.
 */
export const trailingQuote: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    for (const read of view.frames) {
      if (read.shared || claims.frames.has(read) || read.group.form !== 'finite') continue;
      const close = read.source ? quoteBefore(view, read, claims) : null;
      const far = close ? null : subjectBehindQuote(view, read, claims);
      const frame = far ? { ...read, source: far.source, start: far.quote.end } : read;
      const quote = close ?? far?.quote;
      if (!quote || isSaidBefore(view, read, quote)) continue;
      const ranges = [contentBefore(view, quote, claims), ...secondHalf(view, frame, quote)];
      const draft = draftOf(NAME, view, ranges, frame, { doubt: frame.verbs[0]?.act === 'saying' ? 0 : 0.1 });
      if (draft) drafts.push(claim(claims, draft, read));
    }
    return drafts;
  },
};

/** "When somebody shouted, “Go,” Lee laughed": the words belong to the clause that leads up to them. */
function isSaidBefore(view: View, frame: Frame, quote: QuoteInSentence): boolean {
  return view.frames.some((other) => {
    if (other === frame || other.source === null || other.cueFirst > quote.first) return false;
    if (!DEPENDENT.has(view.tokens[other.source.first - 1]?.lower ?? '')) return false;
    const complement = complementOf(view, other);
    return complement?.form === 'quote' && complement.first === quote.first;
  });
}

/** The free marked stretch that ends right before the frame, a comma, dash or adverb aside. */
export function quoteBefore(view: View, frame: { start: number }, claims: Claims): QuoteInSentence | null {
  const summed = view.quotes.find(({ end }) => summingUpEnd(view.tokens, end) === frame.start);
  if (summed) return claims.quotes.has(summed.id) ? null : summed;
  let end = frame.start;
  while (end > 0 && isBetween(view, end - 1)) end--;
  const quote = view.quotes.find((candidate) => candidate.end === end);
  if (!quote || claims.quotes.has(quote.id) || joinsAnother(view, quote, end, frame.start)) return null;
  // “… complex” and he feels …: between words in marks and their frame stands a comma, outside or inside.
  const comma = view.tokens.slice(end, frame.start).some(({ text }) => /^[,—–-]+$/.test(text));
  const linked = /^(?:as|is|was|what|how)$/.test(view.tokens[frame.start - 1]?.lower ?? '');
  if (!comma && !linked && !endsOpen(view, quote)) return null;
  return quote;
}

/** "She called it “a lid,” and the mayor said …": behind "and" begins another clause than the one that holds the marks. */
function joinsAnother(view: View, quote: QuoteInSentence, from: number, end: number): boolean {
  const joined = view.tokens.slice(from, end).some(({ lower }) => /^(?:and|but|so)$/.test(lower));
  return joined && view.groups.some(({ form, verb }) => form === 'finite' && verb < quote.first);
}

/** The longest description of a speaker between a quotation and the verb, in words. */
const LONG_SUBJECT = 45;

/**
 * "“…,” Ann Lee, the clerk who runs the desk wrote": behind a quotation that ends in a comma stands the subject of the
 * next verb of saying, even where a comma is missing or a word in between is not understood.
 */
function subjectBehindQuote(
  view: View,
  frame: Frame,
  claims: Claims,
): { quote: QuoteInSentence; source: Source } | null {
  const { tokens } = view;
  const { first: verb } = frame.group;
  const quote = view.quotes.findLast(({ end }) => end <= verb);
  if (!quote || claims.quotes.has(quote.id) || verb - quote.end > LONG_SUBJECT) return null;
  if (frame.verbs[0]?.act !== 'saying' || !closedByComma(view, quote)) return null;
  if (
    !isPlainSaying(view, frame) ||
    view.frames.some(({ group }) => group.verb >= quote.end && group.verb < verb)
  )
    return null;
  const opening = tokens[quote.end];
  if (!opening || !/^(?:PROPN|DET|NOUN|ADJ)$/.test(opening.tag) || opening.lower === 'that') return null;
  const phrase = readNounPhrase(tokens, quote.end, verb);
  const name = nearestBefore(tokens, verb, quote.end);
  const found = phrase && (phrase.end === verb || tokens[phrase.end]?.text === ',') ? phrase : null;
  const source = found ? { ...found, end: found.coreEnd, fullEnd: verb } : name;
  return source && tokens[source.head]?.tag === 'PROPN' ? { quote, source } : null;
}

function closedByComma(view: View, quote: QuoteInSentence): boolean {
  return view.tokens[quote.end - 1]?.text === ',' && view.tokens[quote.end]?.text !== ',';
}

/** "said", "told CNN" with nothing retold behind it. */
function isPlainSaying(view: View, frame: Frame): boolean {
  const form = complementOf(view, frame)?.form;
  return form === undefined || form === 'object';
}

function isBetween(view: View, at: number): boolean {
  const token = view.tokens[at];
  if (!token || token.quote >= 0) return false;
  return /^[,—–-]+$/.test(token.text) || /^(?:as|and|but|then|so|is|was|what|how)$/.test(token.lower);
}

/** A quotation with a frame behind it ends in a comma, a question, an exclamation, a dash or dots. */
function endsOpen(view: View, quote: QuoteInSentence): boolean {
  const inner = view.marked[quote.id]?.inner;
  return inner !== undefined && /[,.?!…—–-]['’\])]*$/u.test(view.article.text.slice(inner.start, inner.end));
}

/** Behind these the marked words stand for themselves: "His verdict: “No,” he said". */
const OPENS_OWN = /^[;:([]$/;

/** The quotation, with the words of the same clause before it: "The plan is “a joke,” Lee said". */
function contentBefore(view: View, quote: QuoteInSentence, claims: Claims): TokenRange {
  let first = quote.first;
  for (let at = quote.first - 1; at >= view.sentence.body; at--) {
    const token = view.tokens[at];
    if (!token || OPENS_OWN.test(token.text) || (token.quote >= 0 && claims.quotes.has(token.quote)))
      return { first: quote.first, end: quote.end };
    first = at;
  }
  const led = view.frames.some(
    (frame) =>
      frame.cueFirst >= first &&
      frame.cueFirst < quote.first &&
      /^(?:saying|thinking|judging)$/.test(frame.verbs[0]?.act ?? ''),
  );
  if (led) return { first: quote.first, end: quote.end };
  while (OPENERS.has(view.tokens[first]?.lower ?? '') && (view.tokens[first]?.quote ?? -1) < 0) first++;
  return { first: Math.min(first, quote.first), end: quote.end };
}

/** What goes on in marks behind the frame, when no other frame stands between. */
function secondHalf(view: View, frame: Frame, before: QuoteInSentence): TokenRange[] {
  const next = view.quotes.find((quote) => quote.first >= frame.end && quote.first > before.end);
  if (!next) return [];
  if (
    view.frames.some(
      (other) => other !== frame && other.cueFirst > frame.cueFirst && other.cueFirst < next.first,
    )
  )
    return [];
  const gap = view.tokens[next.first - 1];
  return gap && /^[,:;—–.-]+$/.test(gap.text) ? [{ first: next.first, end: next.end }] : [];
}
