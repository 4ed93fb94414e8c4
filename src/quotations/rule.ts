import type { Span } from '../article/article.ts';
import type { Frame } from './frame.ts';
import type { Act } from './lexicon/cue-verbs.ts';
import type { Polarity } from './quotation.ts';
import type { Source } from './subject.ts';
import type { View } from './view.ts';

/** What a rule found: a quotation whose speaker is a phrase, not yet a person. */
export interface Draft {
  readonly rule: string;
  readonly view: View;
  /** In the order of the text, at least one. */
  readonly spans: readonly Span[];
  /** The marked stretches that belong to it. */
  readonly quotes: readonly number[];
  readonly act: Act;
  readonly polarity: Polarity;
  readonly cue: Span | null;
  /** Token indices in `view`; null where the frame names nobody. */
  readonly source: Source | null;
  readonly addressee: Span | null;
  /** True where all content stands in marks. */
  readonly marked: boolean;
  /** What the rule knows of its own weakness, for the confidence. */
  readonly doubt: number;
  /** The draft whose words contain this one: who passes it on. */
  readonly via: Draft | null;
}

/** What earlier rules took: a later rule leaves it alone. */
export interface Claims {
  readonly quotes: Set<number>;
  readonly frames: Set<Frame>;
  /** Clauses that a frame reports: judgements inside them are part of the content. */
  readonly retold: Span[];
}

/** Finds quotations in one sentence. Rules run in order; each leaves alone what an earlier one claimed. */
export interface Rule {
  readonly name: string;
  find(view: View, claims: Claims): Draft[];
}
