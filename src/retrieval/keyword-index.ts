import MiniSearch, { type Options } from 'minisearch';
import { stemmer } from 'stemmer';
import { words } from '../article/words.ts';

/** Robertson/Sparck Jones BM25 as tuned for short passages (Anserini's defaults); d = 0 is BM25 without the plus. */
const BM25 = { k: 0.9, b: 0.4, d: 0 };

/**
 * The words that stand in most passages (Lucene's list for English). They hardly change a ranking, and a search
 * that has to count them takes several times as long.
 */
const STOP_WORDS = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

interface Row {
  readonly id: number;
  readonly text: string;
}

const OPTIONS: Options<Row> = {
  fields: ['text'],
  tokenize: (text) => words(text).flatMap(({ form }) => withParts(form)),
  processTerm: (form) => (STOP_WORDS.has(form) ? null : stem(form)),
  searchOptions: { bm25: BM25 },
};

/** How many passages there are, and how many hold each of a query's terms: what makes a term count. */
export interface TermFrequencies {
  readonly passages: number;
  readonly holding: ReadonlyMap<string, number>;
}

/** The form under which a word is indexed: without a possessive, stemmed by Porter's rules. */
export function stem(form: string): string {
  return stemmer(form.replace(/'s?$/, ''));
}

/** The frequencies of several indexes as if they were one. */
export function addFrequencies(parts: readonly TermFrequencies[]): TermFrequencies {
  const holding = new Map<string, number>();
  for (const part of parts) {
    for (const [term, count] of part.holding) holding.set(term, (holding.get(term) ?? 0) + count);
  }
  return { passages: parts.reduce((sum, part) => sum + part.passages, 0), holding };
}

/** BM25 over passages numbered 0 … n − 1. */
export class KeywordIndex {
  private readonly engine: MiniSearch<Row>;
  private readonly held = new Map<string, number>();

  private constructor(engine: MiniSearch<Row>) {
    this.engine = engine;
  }

  static build(texts: readonly string[]): KeywordIndex {
    const engine = new MiniSearch<Row>(OPTIONS);
    engine.addAll(texts.map((text, id) => ({ id, text })));
    return new KeywordIndex(engine);
  }

  /** Restores what `serialise` gave. */
  static restore(json: string): KeywordIndex {
    return new KeywordIndex(MiniSearch.loadJSON<Row>(json, OPTIONS));
  }

  serialise(): string {
    return JSON.stringify(this.engine);
  }

  /** The frequencies of the terms of `text` in this index. */
  frequencies(text: string): TermFrequencies {
    const forms = words(text).flatMap(({ form }) => withParts(form));
    const terms = new Set(forms.filter((form) => !STOP_WORDS.has(form)).map(stem));
    return {
      passages: this.engine.documentCount,
      holding: new Map(Array.from(terms, (term) => [term, this.holding(term)])),
    };
  }

  /**
   * The best `k` of the passages that `accepts` lets through, best first; `score` is BM25. With the `frequencies`
   * of a whole library, scores of its parts can be compared.
   */
  search(
    text: string,
    k: number,
    accepts: (index: number) => boolean,
    frequencies?: TermFrequencies,
  ): { index: number; score: number }[] {
    return this.engine
      .search(text, {
        filter: ({ id }) => accepts(Number(id)),
        ...(frequencies && { boostTerm: (term: string) => this.boost(term, frequencies) }),
      })
      .map(({ id, score, queryTerms }) => ({
        index: Number(id),
        // The library multiplies BM25 by the number of terms that are met: with that, nDCG@10 on Cranfield is .40, without .45.
        score: score / Math.max(1, queryTerms.length),
      }))
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, k);
  }

  /** What turns the weight that a term has here into the one that it has in the whole library. */
  private boost(term: string, whole: TermFrequencies): number {
    const here = inverseFrequency(this.engine.documentCount, this.holding(term));
    return inverseFrequency(whole.passages, whole.holding.get(term) ?? 0) / here;
  }

  /** The library keeps the number to itself: the passages are found and counted, once for each term. */
  private holding(term: string): number {
    const known = this.held.get(term);
    if (known !== undefined) return known;
    const as = { tokenize: (whole: string) => [whole], processTerm: (whole: string) => whole };
    const count = this.engine.search(term, as).length;
    if (count > 0) this.held.set(term, count);
    return count;
  }
}

/** A compound counts as a whole and in its parts: "Anglo-Dutch" is found by "Dutch". */
function withParts(form: string): string[] {
  return form.includes('-') ? [form, ...form.split('-')] : [form];
}

/** The inverse document frequency as MiniSearch reckons it. */
function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}
