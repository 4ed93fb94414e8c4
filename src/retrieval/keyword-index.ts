import MiniSearch, { type Options } from 'minisearch';
import { stemmer } from 'stemmer';
import { words } from '../article/words.ts';

/** Robertson/Sparck Jones BM25 as tuned for short passages (Anserini's defaults); d = 0 is BM25 without the plus. */
const BM25 = { k: 0.9, b: 0.4, d: 0 };

interface Row {
  readonly id: number;
  readonly text: string;
}

const OPTIONS: Options<Row> = {
  fields: ['text'],
  tokenize: (text) => words(text).map((word) => word.form),
  processTerm: (term) => stem(term),
  searchOptions: { bm25: BM25 },
};

/** The form under which a word is indexed: without a possessive, stemmed by Porter's rules. */
export function stem(form: string): string {
  return stemmer(form.replace(/'s?$/, ''));
}

/** BM25 over passages numbered 0 … n − 1. */
export class KeywordIndex {
  private readonly engine: MiniSearch<Row>;

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

  /** The best `k` of the passages that `accepts` lets through, best first; `score` is BM25. */
  search(text: string, k: number, accepts: (index: number) => boolean): { index: number; score: number }[] {
    return this.engine
      .search(text, { filter: (result) => accepts(Number(result.id)) })
      .slice(0, k)
      .map((result) => ({ index: Number(result.id), score: result.score }));
  }
}
