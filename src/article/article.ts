/** A stretch of an article's text: UTF-16 code units into `Article.text`, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One block of the body. `n` counts from 1 over the body without the title; a pull quote
 * (a sentence of the article repeated by the layout) has no number.
 */
export interface Paragraph extends Span {
  readonly n: number | null;
  readonly pullQuote: boolean;
}

/** A news article. Everything else in the program points into `text` by offsets. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly published: string | null;
  /** The file as read: UTF-8 decoded, a byte order mark dropped, nothing else changed. */
  readonly text: string;
  /** sha256 of `text`, hex. */
  readonly hash: string;
  /** The title as it stands in `text`, or null where only the front matter has it. */
  readonly titleSpan: Span | null;
  readonly paragraphs: readonly Paragraph[];
}

/** The words of a span. The one way in which text leaves an article. */
export function slice(article: Pick<Article, 'text'>, span: Span): string {
  return article.text.slice(span.start, span.end);
}
