/** Where the reader lists its articles. */
export const READER_ROOT = '/articles';

/** A place in an article: a quotation is marked, a paragraph scrolled to. */
export interface ReaderPlace {
  readonly quotation?: string | null;
  readonly paragraph?: number | null;
}

/** The path of an article in the reader, from the root of its server: `/articles/ID?q=…#p20`. */
export function readerPath(articleId: string, { quotation, paragraph }: ReaderPlace = {}): string {
  const query = quotation ? `?${new URLSearchParams({ q: quotation })}` : '';
  const fragment = paragraph === null || paragraph === undefined ? '' : `#p${paragraph}`;
  // Half a surrogate pair cannot stand in an address, and would make the encoding throw.
  const id = encodeURIComponent(articleId.replace(/\p{Surrogate}/gu, '\uFFFD'));
  return `${READER_ROOT}/${id}${query}${fragment}`;
}

/** The address of a place in a reader at `base` (http(s), with or without a path of its own). */
export function readerUrl(base: string, articleId: string, place: ReaderPlace = {}): string {
  return `${base.replace(/\/+$/u, '')}${readerPath(articleId, place)}`;
}
