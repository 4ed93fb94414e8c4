import { stemmer } from 'stemmer';
import { words } from '../article/words.ts';
import { collectPostings, type Postings, packPostings, unpackPostings } from './postings.ts';
import { rememberingWords } from './word-memory.ts';

/** Robertson/Sparck Jones BM25 as tuned for short passages (Anserini's defaults). */
export const K1 = 0.9;
export const B = 0.4;

/**
 * The words that stand in most passages (Lucene's list for English). They hardly change a ranking, and a search
 * that has to count them takes several times as long.
 */
const STOP_WORDS = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
);

/** What makes a term count: how many passages there are and how long, and how many of them hold each term of a query. */
export interface TermFrequencies {
  readonly passages: number;
  /** Terms in all passages together. */
  readonly length: number;
  readonly holding: ReadonlyMap<string, number>;
}

/** Rows from `start` to before `end`. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** The form under which a word is indexed: without a possessive, stemmed by Porter's rules. */
export const stem = rememberingWords((form) => stemmer(form.replace(/'s?$/, '')));

/** The terms of a text, in their order: what is indexed of a passage, and what is looked for of a query. */
export function termsOf(text: string): string[] {
  return words(text)
    .flatMap(({ form }) => withParts(form))
    .filter((form) => !STOP_WORDS.has(form))
    .map(stem);
}

/** The frequencies of several indexes as if they were one. */
export function addFrequencies(parts: readonly TermFrequencies[]): TermFrequencies {
  const holding = new Map<string, number>();
  for (const part of parts) {
    for (const [term, count] of part.holding) holding.set(term, (holding.get(term) ?? 0) + count);
  }
  const sum = (of: (part: TermFrequencies) => number): number =>
    parts.reduce((total, part) => total + of(part), 0);
  return { passages: sum(({ passages }) => passages), length: sum(({ length }) => length), holding };
}

/** BM25 over passages numbered 0 … n − 1. */
export class KeywordIndex {
  private readonly postings: Postings;
  private readonly length: number;
  /** Scratch of a search: all 0 between two of them. */
  private readonly scores: Float64Array;
  /** Scratch of a search: the passages that hold any of its terms. */
  private readonly touched: Uint32Array;

  private constructor(postings: Postings) {
    this.postings = postings;
    this.length = postings.lengths.reduce((sum, length) => sum + length, 0);
    this.scores = new Float64Array(postings.lengths.length);
    this.touched = new Uint32Array(postings.lengths.length);
  }

  static build(texts: readonly string[]): KeywordIndex {
    return new KeywordIndex(collectPostings(texts.map(termsOf)));
  }

  /** Restores what `serialise` gave. Throws an Error where the bytes are not of that form. */
  static restore(bytes: Uint8Array): KeywordIndex {
    return new KeywordIndex(unpackPostings(bytes));
  }

  serialise(): Buffer {
    return packPostings(this.postings);
  }

  /** The frequencies of the terms of `text` in this index. */
  frequencies(text: string): TermFrequencies {
    const terms = new Set(termsOf(text));
    return {
      passages: this.postings.lengths.length,
      length: this.length,
      holding: new Map(
        Array.from(terms, (term) => {
          const { start, end } = this.postings.rangeOf(term);
          return [term, end - start];
        }),
      ),
    };
  }

  /**
   * The best `k` of the passages that `accepts` lets through, best first; `score` is BM25. With the `frequencies`
   * of a whole library, scores of its parts can be compared. `among` keeps to a range of rows.
   */
  search(
    text: string,
    k: number,
    accepts: (index: number) => boolean,
    frequencies: TermFrequencies = this.frequencies(text),
    among: RowRange = { start: 0, end: this.postings.lengths.length },
  ): { index: number; score: number }[] {
    let count = 0;
    for (const [term, holding] of frequencies.holding) {
      count = this.addTerm(term, inverseFrequency(frequencies.passages, holding), frequencies, among, count);
    }
    const best = new Best(k);
    for (let at = 0; at < count; at++) {
      const index = this.touched[at] as number;
      const score = this.scores[index] as number;
      this.scores[index] = 0;
      if (best.takes(index, score) && accepts(index)) best.add(index, score);
    }
    return best.found;
  }

  /** Adds what one term gives to every passage that holds it. `found` passages were touched before; gives how many are now. */
  private addTerm(
    term: string,
    weight: number,
    { passages, length }: TermFrequencies,
    among: RowRange,
    found: number,
  ): number {
    const { scores, touched } = this;
    const { rows, counts, lengths } = this.postings;
    const mean = length / passages;
    let all = found;
    const { start, end } = this.postings.rangeOf(term);
    for (let at = firstFrom(rows, start, end, among.start); at < end; at++) {
      const row = rows[at] as number;
      if (row >= among.end) break;
      const count = counts[at] as number;
      const norm = K1 * (1 - B + (B * (lengths[row] as number)) / mean);
      const score = scores[row] as number;
      if (score === 0) touched[all++] = row;
      scores[row] = score + (weight * count * (K1 + 1)) / (count + norm);
    }
    return all;
  }
}

/** The `k` rows of the highest scores, kept in order; of equal ones the earlier row comes first. */
class Best {
  readonly found: { index: number; score: number }[] = [];
  private readonly k: number;

  constructor(k: number) {
    this.k = k;
  }

  takes(index: number, score: number): boolean {
    const last = this.found[this.k - 1];
    return last === undefined ? this.k > 0 : isBetter(index, score, last);
  }

  add(index: number, score: number): void {
    let at = this.found.length;
    while (at > 0 && isBetter(index, score, this.found[at - 1] as { index: number; score: number })) at--;
    this.found.splice(at, 0, { index, score });
    if (this.found.length > this.k) this.found.pop();
  }
}

function isBetter(index: number, score: number, than: { index: number; score: number }): boolean {
  return score > than.score || (score === than.score && index < than.index);
}

/** Position of the first of the ascending `rows[start … end)` that is at least `row`. */
function firstFrom(rows: Uint32Array, start: number, end: number, row: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] as number) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A compound counts as a whole and in its parts: "Anglo-Dutch" is found by "Dutch". */
function withParts(form: string): string[] {
  return form.includes('-') ? [form, ...form.split('-')] : [form];
}

/** The inverse document frequency as Lucene reckons it: never below 0. */
function inverseFrequency(passages: number, holding: number): number {
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
}
