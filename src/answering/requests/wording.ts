import { setImmediate as breathe } from 'node:timers/promises';
import { type Span, slice } from '../../article/article.ts';
import type { Quotation } from '../../quotations/quotation.ts';
import type { StoredArticle } from '../../retrieval/store.ts';
import type { Citation, DifferenceStep } from '../answer.ts';
import { citeQuotation, citeSentence, sharedLength } from '../citations.ts';
import { partsOf } from '../compared-words.ts';
import { ComparedText, type NearMatch, readClaim } from '../comparison.ts';
import type { Person } from '../people.ts';
import { quotationsAt } from '../places.ts';
import { readAgreement } from '../polarity.ts';
import { contentWords } from '../query.ts';
import type { Turn } from '../turn.ts';
import { gather } from './found.ts';

/** A claim keeps at least this share of its words in the article's order to be the same quotation, altered. */
const KEPT = 0.6;
/** A sentence with less than this share of the claim's words is not its altered source. */
const SHARED = 0.2;
/** Of the article's stretch between the first and the last common word the claim has at least this share. */
const USED = 0.5;
/** Shorter claims share words by chance. */
const MIN_WORDS = 4;
/** Without marks, what is typed may be meant as a paraphrase: only a near copy is held to the letter. */
const KEPT_UNMARKED = 0.75;
/** Words kept by a claim without marks that is held to the letter; shorter ones are judged by their substance. */
const WORDS_UNMARKED = 5;

/** Of long claims, so many words are compared before whoever else waits has a turn. */
const COMPARED_AT_ONCE = 2_000;

/** Where a claim's words stand, whole or with changes. */
export interface Wording {
  readonly citation: Citation;
  /** null: word for word. */
  readonly difference: readonly DifferenceStep[] | null;
  /** What the changes do to the sense; null: nothing that matters to somebody who does not quote. */
  readonly contrary: 'opposite' | 'other' | null;
}

/** The words as they stand; by the claimed speaker and in a quotation, where they stand more than once. */
export function findVerbatim(
  { articles }: Turn,
  text: string,
  people: readonly Person[] | null,
): Wording | null {
  const parts = partsOf(text);
  const found = articles.flatMap((stored) =>
    ComparedText.of(stored.article)
      .findVerbatim(parts)
      .map(({ spans }) => citeAt(stored, spans)),
  );
  const rank = (citation: Citation): number =>
    (people?.some((person) => isBy(person, citation)) ? 4 : 0) +
    (citation.speaker ? 2 : 0) +
    (citation.kind === 'direct' ? 1 : 0);
  const [best] = found.sort((a, b) => rank(b) - rank(a));
  const citation = best ?? verbatimWithoutFrames(articles, parts);
  return citation ? { citation, difference: null, contrary: null } : null;
}

/** A quotation that a frame splits, given without the frame. */
function verbatimWithoutFrames(
  articles: readonly StoredArticle[],
  parts: ReturnType<typeof partsOf>,
): Citation | null {
  for (const stored of articles) {
    for (const quotation of stored.quotations) {
      if (quotation.pullQuoteOf !== null || quotation.spans.length < 2) continue;
      const [match] = ComparedText.ofSpans(stored.article, quotation.spans).findVerbatim(parts);
      if (match) return citeQuotation(stored, quotation);
    }
  }
  return null;
}

/** The stretch that comes nearest word by word, if it is near enough to be the same quotation with changes. */
export async function findAltered(
  turn: Turn,
  text: string,
  marked: boolean,
  people: readonly Person[] | null,
): Promise<Wording | null> {
  const length = text.split(/\s+/).length;
  if (length < MIN_WORDS) return null;
  const byLetter = marked || turn.understanding.speaker === null;
  const query = await turn.statement(text);
  const evidence = await gather(turn, query, { speech: false, people: null });
  const needed = byLetter ? KEPT : KEPT_UNMARKED;
  const claim = readClaim(text);
  const near: { readonly stored: StoredArticle; readonly match: NearMatch }[] = [];
  let compared = 0;
  for (const { stored, passage, features } of evidence) {
    if (features.coverage < SHARED) continue;
    for (const spans of windows(stored, passage.index)) {
      const match = ComparedText.ofSpans(stored.article, spans).nearest(claim, needed);
      if (!match || match.kept < needed || match.used < USED) continue;
      if (byLetter || match.kept * length >= WORDS_UNMARKED || isOpposite(text, stored, match)) {
        near.push({ stored, match });
      }
    }
    compared += length;
    if (compared < COMPARED_AT_ONCE) continue;
    compared = 0;
    await breathe();
  }
  const rank = ({ stored, match }: (typeof near)[number]): number =>
    match.kept +
    match.used +
    (people?.some((person) => isBy(person, citeAt(stored, [match.span]))) ? 0.2 : 0);
  const [best] = near.sort((a, b) => rank(b) - rank(a));
  if (!best) return null;
  const { stored, match } = best;
  return {
    citation: citeAt(stored, [match.span]),
    difference: match.difference,
    contrary: marked ? 'other' : whatChanged(text, stored, match),
  };
}

function isOpposite(text: string, stored: StoredArticle, match: NearMatch): boolean {
  return whatChanged(text, stored, match) === 'opposite';
}

/** Whether the changed words turn the sense round, change what is told, or only how it is told. */
function whatChanged(text: string, { article }: StoredArticle, match: NearMatch): Wording['contrary'] {
  const changed = match.difference.filter(({ op }) => op !== 'same').map((step) => step.text);
  const { denied, opposed } = readAgreement(text, slice(article, match.span));
  if (denied || opposed) return 'opposite';
  return changed.some((words) => /\d/.test(words) || contentWords(words) > 0) ? 'other' : null;
}

/** Stretches that a claim may be taken from: the sentence, with its neighbours, the quotation without its frames. */
function windows(stored: StoredArticle, index: number): (readonly Span[])[] {
  const own = stored.passages[index];
  if (!own) return [];
  const near = [stored.passages[index - 1], own, stored.passages[index + 1]].filter(
    (passage) => passage !== undefined && passage.paragraph === own.paragraph,
  );
  const hull = { start: near[0]?.start ?? 0, end: near.at(-1)?.end ?? 0 };
  const quoted = quotationsAt(stored, own)
    .filter(({ spans }) => spans.length > 1)
    .map(({ spans }) => spans);
  return [[own], ...(near.length > 1 ? [[hull]] : []), ...quoted];
}

/** The quotation or sentence that holds these spans, whole. */
function citeAt(stored: StoredArticle, spans: readonly Span[]): Citation {
  const first = spans[0] ?? { start: 0, end: 0 };
  const quotation = quotationAround(stored, first);
  if (quotation) return citeQuotation(stored, quotation);
  const passage = stored.passages.find(({ start, end }) => start <= first.start && end >= first.start);
  const fallback = { ...first, paragraph: passage?.paragraph ?? 0 };
  return citeSentence(stored, passage ?? fallback, null);
}

function quotationAround(stored: StoredArticle, span: Span): Quotation | null {
  const [best] = quotationsAt(stored, span).sort(
    (a, b) => sharedLength(b.spans, span) - sharedLength(a.spans, span),
  );
  return best && sharedLength(best.spans, span) >= 0.5 * (span.end - span.start) ? best : null;
}

/** Whether a citation gives that person's words. */
export function isBy({ speaker, stored }: Person, citation: Citation): boolean {
  return stored.article.id === citation.article.id && speaker.name === citation.speaker?.name;
}
