import type { Span } from '../article/article.ts';

/** How the words reach the reader: in marks, partly in marks, or retold. */
export type QuotationKind = 'direct' | 'mixed' | 'indirect';

/** Whether the cue says that it was said, that it was not ("did not say"), or that it was asked. */
export type Polarity = 'said' | 'not-said' | 'asked';

export type SpeakerKind = 'person' | 'group' | 'organisation' | 'document' | 'unnamed';

/** Who speaks. `name` and `role` are slices of the article; an unnamed speaker's name is its fullest description. */
export interface Speaker {
  readonly name: string;
  readonly title: string | null;
  readonly role: string | null;
  readonly kind: SpeakerKind;
}

/** One quotation: what is said, by whom, and how that is known. All positions are spans of the article. */
export interface Quotation {
  /** Stable: the article's id and the offset of the first span. */
  readonly id: string;
  /** Number of the paragraph in which it begins; null for a pull quote. */
  readonly paragraph: number | null;
  /** Direct: the words inside each pair of marks. Mixed, indirect: the whole content clause. */
  readonly spans: readonly Span[];
  readonly kind: QuotationKind;
  readonly polarity: Polarity;
  readonly speaker: Speaker | null;
  /** The phrase in the frame that names the speaker there ("she", "Brandt"). */
  readonly mention: Span | null;
  readonly cue: Span | null;
  /** To whom it was said, if the frame tells ("The Harbour Post"). */
  readonly addressee: string | null;
  /** Who passes it on ("Brandt says officials were told" -> Brandt). */
  readonly via: string | null;
  /** Id of the quotation that this pull quote repeats. */
  readonly pullQuoteOf: string | null;
  /** Probability, 0 to 1, that the speaker is right. */
  readonly confidence: number;
  /** Name of the rule that attributed it. */
  readonly rule: string;
}
