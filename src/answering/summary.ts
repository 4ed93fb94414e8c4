import { type Span, slice } from '../article/article.ts';
import { words } from '../article/words.ts';
import type { Quotation } from '../quotations/quotation.ts';
import type { StoredArticle } from '../retrieval/store.ts';
import type { Citation } from './answer.ts';
import { citeSentence } from './citations.ts';
import { quotationsAt } from './places.ts';
import { formsOf, passageForms } from './word-forms.ts';

export const DEFAULT_LINES = 5;
export const MAX_LINES = 20;
/** Sentences outside this length say too little or cannot be taken in. */
const SHORT_WORDS = 7;
const LONG_WORDS = 60;
/** How much a sentence loses for saying what a chosen one says (maximal marginal relevance, Carbonell and Goldstein 1998). */
const REDUNDANCY = 0.55;
/** A summary tells who says what: it hears another speaker, and reads another paragraph, before the same again. */
const SAME_SPEAKER = 0.3;
const SAME_PARAGRAPH = 0.25;
/** Out of a quotation without its frame, nobody is heard to say it. */
const UNFRAMED = 0.3;
/** What standing early counts. */
const LEAD = 0.45;

interface Scored {
  readonly index: number;
  readonly score: number;
  readonly forms: ReadonlySet<string>;
  readonly speaker: string | null;
  readonly paragraph: number;
}

/**
 * `lines` whole sentences of the article in its order: what happened first, then the main claims and who makes
 * them, no two that say the same.
 */
export function summarise(stored: StoredArticle, lines: number): Citation[] {
  const scored = scoreSentences(stored);
  const chosen: Scored[] = [];
  while (chosen.length < Math.min(lines, scored.length)) {
    const left = scored.filter((sentence) => !chosen.includes(sentence));
    const best = left.reduce((a, b) => (gain(b, chosen) > gain(a, chosen) ? b : a));
    chosen.push(best);
  }
  return chosen
    .sort((a, b) => a.index - b.index)
    .flatMap(({ index }) => {
      const passage = stored.passages[index];
      if (!passage) return [];
      const quotation = quotationsAt(stored, passage)[0] ?? null;
      return [citeSentence(stored, passage, quotation)];
    });
}

function gain({ score, forms, speaker, paragraph }: Scored, chosen: readonly Scored[]): number {
  const overlap = Math.max(0, ...chosen.map((other) => sharedShare(forms, other.forms)));
  const heard = chosen.filter((other) => speaker !== null && other.speaker === speaker).length;
  const near = chosen.some((other) => other.paragraph === paragraph) ? 1 : 0;
  return score - REDUNDANCY * overlap - SAME_SPEAKER * heard - SAME_PARAGRAPH * near;
}

/** Centrality (how much a sentence shares with the whole), position, a named speaker, a sensible length. */
function scoreSentences(stored: StoredArticle): Scored[] {
  const { article, passages } = stored;
  const all = passages.map((passage) => passageForms(stored, passage));
  const frequency = new Map<string, number>();
  for (const forms of all) for (const form of forms) frequency.set(form, (frequency.get(form) ?? 0) + 1);
  const titleForms = formsOf(article.title);
  return passages.map((passage, index) => {
    const forms = all[index] ?? new Set<string>();
    const quotation = quotationsAt(stored, passage)[0];
    const speaker = quotation?.speaker?.name ?? null;
    const length = words(slice(article, passage)).length;
    const central = mean(
      [...forms].map(
        (form) => Math.log(1 + (frequency.get(form) ?? 0)) * idf(form, frequency, passages.length),
      ),
    );
    const title = sharedShare(titleForms, forms);
    const lead = 1 / (1 + 0.35 * (passage.paragraph - 1)) - 0.1 * (isFirstOfParagraph(stored, index) ? 0 : 1);
    const dangling =
      /^(?:But|And|So|Still|However|Then|That|This|These|Those|It|He|She|They|His|Her|Their)\b/.test(
        slice(article, passage),
      )
        ? 0.12
        : 0;
    const badLength = length < SHORT_WORDS || length > LONG_WORDS ? 0.35 : 0;
    const attributed = speaker !== null ? 0.15 : 0;
    const unframed = quotation && isUnframed(quotation, passage) ? UNFRAMED : 0;
    return {
      index,
      score: 0.5 * central + 0.4 * title + LEAD * lead + attributed - dangling - badLength - unframed,
      forms,
      speaker,
      paragraph: passage.paragraph,
    };
  });
}

/** Whether a sentence lies within the spoken words and names no speaker. */
function isUnframed({ kind, spans, mention }: Quotation, { start, end }: Span): boolean {
  const isWithin = spans.some((span) => span.start <= start + 1 && span.end >= end - 2);
  return kind !== 'indirect' && isWithin && !(mention && mention.start >= start && mention.end <= end);
}

function idf(form: string, frequency: ReadonlyMap<string, number>, sentences: number): number {
  return Math.log(1 + sentences / (frequency.get(form) ?? 1)) / Math.log(1 + sentences);
}

function isFirstOfParagraph({ passages }: StoredArticle, index: number): boolean {
  return passages[index - 1]?.paragraph !== passages[index]?.paragraph;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of the smaller set that the other has. */
function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const form of small) if (large.has(form)) shared++;
  return shared / small.size;
}
