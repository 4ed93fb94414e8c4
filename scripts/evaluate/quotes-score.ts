import type { Span } from '../../src/article/article.ts';
import type { Quotation, QuotationKind } from '../../src/quotations/quotation.ts';
import type { Gold, GoldDocument } from './quotes-data.ts';
import { Share } from './statistics.ts';

/** A gold attribution with the quotation that overlaps it most. */
export interface Match {
  readonly document: GoldDocument;
  readonly gold: Gold;
  readonly best: Quotation | null;
  /** Characters in both over characters in either, marks aside. */
  readonly overlap: number;
}

/** A quotation found, with the gold attribution that it overlaps most. */
export interface Finding {
  readonly document: GoldDocument;
  readonly quotation: Quotation;
  readonly gold: Gold | null;
  readonly overlap: number;
}

/** Below this overlap two attributions are not about the same words. */
export const MATCHED = 0.3;
const MARKS = /["“”„‟«»‘’`]|''/u;

/** Brings gold and findings of one document together, both ways. */
export function compare(
  document: GoldDocument,
  quotations: readonly Quotation[],
): { matches: Match[]; findings: Finding[] } {
  const { text } = document.article;
  const scored = (gold: Gold, quotation: Quotation) => overlapOf(text, gold.spans, quotation.spans);
  const matches = document.golds.map((gold) => {
    const rivals = quotations.filter((quotation) => (quotation.pullQuoteOf !== null) === gold.pullQuote);
    const { item, score } = bestOf(
      rivals,
      (quotation) => scored(gold, quotation) + agreement(document, gold, quotation),
    );
    return { document, gold, best: item, overlap: item ? Math.min(score, scored(gold, item)) : 0 };
  });
  const findings = quotations.map((quotation) => {
    const rivals = document.golds.filter((gold) => gold.pullQuote === (quotation.pullQuoteOf !== null));
    const { item, score } = bestOf(
      rivals,
      (gold) => scored(gold, quotation) + agreement(document, gold, quotation),
    );
    return { document, quotation, gold: item, overlap: item ? Math.min(score, scored(item, quotation)) : 0 };
  });
  return { matches, findings };
}

/** Of two attributions with the same words, the one with the same source is meant. */
function agreement(document: GoldDocument, gold: Gold, quotation: Quotation): number {
  return overlapOf(document.article.text, gold.spans, quotation.spans) > 0 &&
    sourceRight(document, gold, quotation)
    ? 0.001
    : 0;
}

function bestOf<T>(items: readonly T[], scoreOf: (item: T) => number): { item: T | null; score: number } {
  let best: T | null = null;
  let score = 0;
  for (const item of items) {
    const own = scoreOf(item);
    if (own > score) {
      best = item;
      score = own;
    }
  }
  return { item: best, score };
}

/** Characters in both over characters in either, over all spans; quotation marks and white space aside. */
export function overlapOf(text: string, left: readonly Span[], right: readonly Span[]): number {
  if (!left.some((a) => right.some((b) => a.start < b.end && b.start < a.end))) return 0;
  const ours = characters(text, left);
  const theirs = characters(text, right);
  let both = 0;
  for (const at of ours) if (theirs.has(at)) both++;
  const either = ours.size + theirs.size - both;
  return either === 0 ? 0 : both / either;
}

function characters(text: string, spans: readonly Span[]): Set<number> {
  const places = new Set<number>();
  for (const span of spans) {
    for (let at = span.start; at < span.end; at++) {
      const char = text[at] ?? '';
      if (!/\s/.test(char) && !MARKS.test(char)) places.add(at);
    }
  }
  return places;
}

/** Whether first and last word are the same; marks, "that" and punctuation at the edges aside. */
export function boundariesExact(text: string, gold: readonly Span[], found: readonly Span[]): boolean {
  const [a, b] = [edges(text, gold), edges(text, found)];
  return a.start === b.start && a.end === b.end;
}

function edges(text: string, spans: readonly Span[]): Span {
  let start = Math.min(...spans.map((span) => span.start));
  let end = Math.max(...spans.map((span) => span.end));
  const skip = /^(?:[\s"“”„«»‘’'`.,;:!?—–-]+|that\b)/u;
  for (let match = skip.exec(text.slice(start, end)); match; match = skip.exec(text.slice(start, end)))
    start += match[0].length;
  while (end > start && /[\s"“”„«»‘’'`.,;:!?—–-]/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** Whether the phrase that names the speaker in the frame is the gold's, or part of it. */
export function sourceRight(document: GoldDocument, gold: Gold, quotation: Quotation): boolean {
  const { mention } = quotation;
  if (gold.source === null) return mention === null;
  if (!mention) return false;
  if (typeof gold.source !== 'string') {
    return gold.source.some((span) => span.start < mention.end && mention.start < span.end);
  }
  const found = normalise(document.article.text.slice(mention.start, mention.end));
  const wanted = normalise(gold.source);
  return (
    found === wanted ||
    (found.length > 3 && wanted.length > 3 && (found.includes(wanted) || wanted.includes(found)))
  );
}

/** Whether the resolved name is a proper mention of the gold's chain, titles and roles before it stripped. */
export function nameRight(gold: Gold, quotation: Quotation): boolean {
  if (gold.names === null) return false;
  if (gold.names.length === 0) return quotation.speaker === null;
  const name = quotation.speaker ? normalise(quotation.speaker.name) : '';
  if (name === '') return false;
  return gold.names.some((wanted) => {
    const other = normalise(wanted);
    return other === name || (/^\p{Lu}/u.test(quotation.speaker?.name ?? '') && other.endsWith(` ${name}`));
  });
}

/** Whether the role has the gold's words: at least four of five in common. */
export function roleRight(gold: Gold, quotation: Quotation): boolean {
  const wanted = new Set(normalise(gold.role ?? '').split(' '));
  const found = new Set(normalise(quotation.speaker?.role ?? '').split(' '));
  const both = [...wanted].filter((word) => found.has(word)).length;
  return both / Math.max(1, wanted.size + found.size - both) >= 0.8;
}

function normalise(words: string): string {
  return words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^(?:the|a|an) /, '')
    .replace(/[.,;:]+$/, '')
    .trim();
}

/** Whether the speaker of a finding is right, as far as the gold can tell. */
export function speakerRight(finding: Finding): boolean {
  const { gold, quotation, document } = finding;
  if (!gold || finding.overlap < MATCHED) return false;
  if (gold.names !== null) return nameRight(gold, quotation);
  return sourceRight(document, gold, quotation);
}

/** The figures of one set and kind. */
export class Figures {
  readonly found3 = new Share();
  readonly found5 = new Share();
  readonly found8 = new Share();
  readonly precision = new Share();
  readonly precision3 = new Share();
  readonly exact = new Share();
  readonly source = new Share();
  readonly name = new Share();
  readonly role = new Share();
  readonly polarity = new Share();
  readonly byForm = new Map<string, Share>();
  readonly nameByForm = new Map<string, Share>();

  match({ document, gold, best, overlap }: Match): void {
    this.found3.count(overlap >= 0.3);
    this.found5.count(overlap >= 0.5);
    this.found8.count(overlap >= 0.8);
    if (!best || overlap < MATCHED) return;
    this.exact.count(boundariesExact(document.article.text, gold.spans, best.spans));
    if (gold.source !== null) {
      const right = sourceRight(document, gold, best);
      this.source.count(right);
      cell(this.byForm, gold.form).count(right);
    }
    if (gold.names !== null) {
      this.name.count(nameRight(gold, best));
      cell(this.nameByForm, gold.form).count(nameRight(gold, best));
    }
    if (gold.role !== null) this.role.count(roleRight(gold, best));
    if (gold.polarity !== null) this.polarity.count(gold.polarity === best.polarity);
  }

  finding(finding: Finding): void {
    this.precision.count(finding.overlap > 0);
    this.precision3.count(finding.overlap >= MATCHED);
  }
}

/** The share under a name, made where it is missing. */
export function cell(cells: Map<string, Share>, name: string): Share {
  const known = cells.get(name);
  if (known) return known;
  const made = new Share();
  cells.set(name, made);
  return made;
}

export const KINDS: readonly QuotationKind[] = ['direct', 'mixed', 'indirect'];
