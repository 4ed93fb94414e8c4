import type { Span } from '../article/article.ts';
import type { Polarity, QuotationKind, SpeakerKind } from '../quotations/quotation.ts';
import type { SourceLink } from '../rendering/source-link.ts';

/**
 * What the reader shows: an article with who says what in it, as JSON. `readerArticle` in
 * make-article.ts draws it from a stored article; `ArticleReader` in page/article-reader.tsx shows it.
 * All offsets are UTF-16 code units into `text`, end exclusive.
 */
export interface ReaderArticle {
  readonly id: string;
  /** The hash of the whole text. */
  readonly hash: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly author: string | null;
  readonly published: string | null;
  /** Where it was published; null without an address that may be a link. */
  readonly source: SourceLink | null;
  readonly text: string;
  readonly paragraphs: readonly ReaderParagraph[];
  /** In the order of the text. */
  readonly quotations: readonly ReaderQuotation[];
  /** Who says most comes first; those who are not known, if any, come last. */
  readonly speakers: readonly ReaderSpeaker[];
}

export interface ReaderParagraph extends Span {
  /** null for a pull quote. */
  readonly n: number | null;
}

export interface ReaderQuotation {
  readonly id: string;
  readonly paragraph: number | null;
  readonly spans: readonly Span[];
  readonly kind: QuotationKind;
  readonly polarity: Polarity;
  /** Index into `speakers`. */
  readonly speaker: number;
  /** The phrase in the frame that names the speaker there. */
  readonly mention: Mention | null;
  readonly cue: Span | null;
  readonly addressee: string | null;
  readonly via: string | null;
  /** Id of the quotation that this pull quote repeats. */
  readonly pullQuoteOf: string | null;
  readonly confidence: number;
  readonly rule: string;
}

/** How a phrase means somebody. */
export type MentionForm = 'name' | 'pronoun' | 'relative' | 'first-person' | 'description';

export interface Mention extends Span {
  readonly form: MentionForm;
  /** Where the speaker's name stood last before the phrase, where the phrase is no name itself. */
  readonly antecedent: (Span & { readonly paragraph: number | null }) | null;
}

export interface ReaderSpeaker {
  readonly name: string;
  readonly title: string | null;
  readonly role: string | null;
  readonly kind: SpeakerKind | 'unattributed';
  /** One to three letters, each speaker's own. */
  readonly monogram: string;
  /** How many quotations, pull quotes not counted. */
  readonly counts: Readonly<Record<QuotationKind, number>>;
}

/** What the reader is to show: a quotation, or, without one that it has, a paragraph by its number. */
export interface ReaderFocus {
  readonly quotation?: string;
  readonly paragraph?: number;
}

/** "Dr. Ada Marlow": the name with its title, on one line. */
export function fullName({ name, title }: Pick<ReaderSpeaker, 'name' | 'title'>): string {
  return (title ? `${title} ${name}` : name).replace(/\s+/gu, ' ');
}

/** The fragment that leads to a paragraph or pull quote: `p20`, `pull-502`. */
export function anchorOf({ n, start }: ReaderParagraph): string {
  return n === null ? `pull-${start}` : `p${n}`;
}

/** The focus that an address asks for with `?q=<quotation>` and `#p20`; null where it asks for none. */
export function focusOf(search: string, hash: string): ReaderFocus | null {
  const quotation = new URLSearchParams(search).get('q');
  const paragraph = /^#p(\d{1,7})$/.exec(hash)?.[1];
  if (!quotation && paragraph === undefined) return null;
  return {
    ...(quotation && { quotation }),
    ...(paragraph !== undefined && { paragraph: Number(paragraph) }),
  };
}
