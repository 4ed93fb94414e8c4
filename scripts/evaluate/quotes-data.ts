import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Article, Span } from '../../src/article/article.ts';
import { splitBlocks } from '../../src/article/blocks.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Polarity, QuotationKind } from '../../src/quotations/quotation.ts';
import { readGoldQuotations } from '../../test/golden/gold.ts';

/** One attribution of a gold standard, brought to one shape. */
export interface Gold {
  readonly kind: QuotationKind;
  readonly polarity: Polarity | null;
  readonly spans: readonly Span[];
  readonly form: string;
  /** Spans of the source phrase, or its words where the gold gives no place; null where it has none. */
  readonly source: readonly Span[] | string | null;
  /** Proper names of the speaker; null: not known to this gold. */
  readonly names: readonly string[] | null;
  readonly role: string | null;
  readonly pullQuote: boolean;
  /** Lies inside another attribution's direct speech. */
  readonly nested: boolean;
}

export interface GoldDocument {
  readonly set: string;
  readonly article: Article;
  readonly golds: readonly Gold[];
  /** Misses may be printed and looked at. */
  readonly open: boolean;
}

interface RawSpans {
  readonly spans: readonly (readonly [number, number])[];
  readonly text: string;
}

interface RawGum {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly polarity: string;
    readonly type: QuotationKind;
    readonly contentWithQuotes: RawSpans;
    readonly content: RawSpans;
    readonly source?: RawSpans;
    readonly sourceForm: string;
    readonly speaker?: {
      readonly name: string | null;
      readonly wikification: string | null;
      readonly mentionTexts: readonly string[];
    };
  }[];
}

interface RawPolnear {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly {
    readonly sources: readonly RawSpans[];
    readonly contents: readonly RawSpans[];
    readonly type: QuotationKind;
    readonly sourceForm: string;
  }[];
}

const SHARED = new URL('../../../shared/data/', import.meta.url);
const DEFAULT_FILES = ['gum/gum-news.jsonl', 'gum/gum-interview.jsonl', 'polnear-train/articles.jsonl'];

/** The golden articles of this project, and the corpora named or found beside the checkout. */
export function readGold(files: readonly string[]): GoldDocument[] {
  const paths =
    files.length > 0 ? files : DEFAULT_FILES.map((file) => new URL(file, SHARED).pathname).filter(existsSync);
  return [...goldenArticles(), ...paths.flatMap(readCorpus)];
}

function goldenArticles(): GoldDocument[] {
  return readGoldQuotations().map((gold) => ({
    set: gold.frozen ? 'own, frozen' : 'own',
    article: parseArticle(gold.fileName, gold.text),
    open: !gold.frozen,
    golds: gold.quotations.map((quotation) => ({
      kind: quotation.kind,
      polarity: quotation.polarity,
      spans: quotation.spans,
      form: quotation.sourceForm,
      source: quotation.mention,
      names: quotation.speaker ? [quotation.speaker.name] : [],
      role: quotation.speaker?.role ?? null,
      pullQuote: quotation.pullQuoteOf !== null,
      nested: false,
    })),
  }));
}

function readCorpus(path: string): GoldDocument[] {
  const name = basename(path, '.jsonl');
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const raw = JSON.parse(line) as RawGum | RawPolnear;
    const article = articleOf(raw.id, raw.text);
    return 'genre' in raw
      ? { set: name, article, open: true, golds: gumGolds(raw as RawGum) }
      : polnearDocument(raw as RawPolnear, article);
  });
}

function gumGolds(raw: RawGum): Gold[] {
  const golds = raw.attributions.map((attribution) => ({
    kind: attribution.type,
    polarity: null,
    spans: spansOf(attribution.contentWithQuotes),
    form: attribution.sourceForm,
    source: attribution.source ? spansOf(attribution.source) : null,
    names: attribution.speaker?.name
      ? [...attribution.speaker.mentionTexts, attribution.speaker.wikification ?? '']
      : null,
    role: null,
    pullQuote: false,
    nested: false,
  }));
  return golds.map((gold) => ({
    ...gold,
    nested: golds.some(
      (other) => other !== gold && other.kind === 'direct' && inside(gold.spans, other.spans),
    ),
  }));
}

function polnearDocument(raw: RawPolnear, article: Article): GoldDocument {
  const tuning = polnearHalf(raw.id) === 0;
  return {
    set: tuning ? 'polnear, tuning half' : 'polnear, other half',
    article,
    open: tuning,
    golds: raw.attributions.map((attribution) => ({
      kind: attribution.type,
      polarity: null,
      spans: attribution.contents.flatMap(spansOf),
      form: attribution.sourceForm,
      source: attribution.sources.length > 0 ? attribution.sources.flatMap(spansOf) : null,
      names: null,
      role: null,
      pullQuote: false,
      nested: false,
    })),
  };
}

/** 0 for the half that rules may be tuned on, 1 for the other: the first bit of the id's sha256. */
export function polnearHalf(id: string): 0 | 1 {
  return (createHash('sha256').update(id).digest()[0] ?? 0) < 128 ? 0 : 1;
}

function spansOf(raw: RawSpans): Span[] {
  return raw.spans.map(([start, end]) => ({ start, end }));
}

function inside(inner: readonly Span[], outer: readonly Span[]): boolean {
  const shorter = length(inner) < length(outer);
  return (
    shorter &&
    inner.every((span) => outer.some((other) => span.start >= other.start && span.end <= other.end))
  );
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** A corpus text as an article: blocks are paragraphs, a first line without a full stop is the title. */
export function articleOf(id: string, text: string): Article {
  const blocks = splitBlocks(text, { start: 0, end: text.length });
  const first = blocks[0];
  const heading = first ? text.slice(first.start, first.end) : '';
  const titled = first !== undefined && blocks.length > 1 && heading.length <= 200 && !heading.includes('\n');
  const body = titled ? blocks.slice(1) : blocks;
  return {
    id,
    title: titled ? heading : '',
    outlet: null,
    url: null,
    author: null,
    published: null,
    text,
    hash: createHash('sha256').update(text).digest('hex'),
    titleSpan: titled ? first : null,
    paragraphs: body.map((block, index) => ({ ...block, n: index + 1, pullQuote: false })),
  };
}
