/** Which passages hold a term, and how often: the inverted file of a keyword index. */
export interface Postings {
  /** Number of terms of each passage. */
  readonly lengths: Uint32Array;
  /** The passages of one term after those of the other, ascending within a term. */
  readonly rows: Uint32Array;
  /** How often the term stands in that passage, at most 255. */
  readonly counts: Uint8Array;
  /** Where the passages of a term stand in `rows` and `counts`; empty for a term that no passage holds. */
  rangeOf(term: string): { readonly start: number; readonly end: number };
  /** All terms in ascending order, and where the passages of each begin. */
  readonly terms: readonly string[];
  readonly starts: Uint32Array;
}

const MOST_COUNTED = 255;
/** Numbers of passages, of terms, of postings and of bytes of the terms. */
const HEADER_NUMBERS = 4;
/** No term holds a line feed. */
const SEPARATOR = '\n';

/** The postings of passages given as their terms. */
export function collectPostings(passages: readonly (readonly string[])[]): Postings {
  const byTerm = new Map<string, Map<number, number>>();
  for (const [row, terms] of passages.entries()) {
    for (const term of terms) {
      const held = byTerm.get(term) ?? new Map<number, number>();
      if (held.size === 0) byTerm.set(term, held);
      held.set(row, (held.get(row) ?? 0) + 1);
    }
  }
  const terms = Array.from(byTerm.keys()).sort();
  const starts = new Uint32Array(terms.length + 1);
  terms.forEach((term, index) => {
    starts[index + 1] = (starts[index] as number) + (byTerm.get(term)?.size ?? 0);
  });
  const rows = new Uint32Array(starts[terms.length] as number);
  const counts = new Uint8Array(rows.length);
  let at = 0;
  for (const term of terms) {
    for (const [row, count] of byTerm.get(term) ?? []) {
      rows[at] = row;
      counts[at++] = Math.min(count, MOST_COUNTED);
    }
  }
  return postings(
    Uint32Array.from(passages, (held) => held.length),
    terms,
    starts,
    rows,
    counts,
  );
}

/** Postings as bytes, little endian: header, lengths, starts, rows, counts, terms. */
export function packPostings({ lengths, terms, starts, rows, counts }: Postings): Buffer {
  const text = Buffer.from(terms.join(SEPARATOR));
  const header = Uint32Array.of(lengths.length, terms.length, rows.length, text.length);
  const parts = [header, lengths, starts, rows, counts, text];
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

/** The inverse of `packPostings`. Throws an Error where the bytes do not hold what their header says. */
export function unpackPostings(bytes: Uint8Array): Postings {
  // Copied: typed arrays of four bytes have to begin at a multiple of four.
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  let at = 0;
  const numbers = (count: number): Uint32Array => {
    const part = new Uint32Array(buffer, at, count);
    at += part.byteLength;
    return part;
  };
  const [passages = 0, termCount = 0, postingCount = 0, textBytes = 0] = numbers(HEADER_NUMBERS);
  const expected = 4 * (HEADER_NUMBERS + passages + termCount + 1 + postingCount) + postingCount + textBytes;
  if (expected !== buffer.byteLength) throw new Error('the keyword index miscounts');
  const lengths = numbers(passages);
  const starts = numbers(termCount + 1);
  const rows = numbers(postingCount);
  const counts = new Uint8Array(buffer, at, postingCount);
  const text = Buffer.from(buffer, at + postingCount, textBytes).toString('utf8');
  return postings(lengths, text === '' ? [] : text.split(SEPARATOR), starts, rows, counts);
}

function postings(
  lengths: Uint32Array,
  terms: readonly string[],
  starts: Uint32Array,
  rows: Uint32Array,
  counts: Uint8Array,
): Postings {
  return { lengths, terms, starts, rows, counts, rangeOf };

  function rangeOf(term: string): { start: number; end: number } {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((terms[middle] as string) < term) low = middle + 1;
      else high = middle;
    }
    if (terms[low] !== term) return { start: 0, end: 0 };
    return { start: starts[low] as number, end: starts[low + 1] as number };
  }
}
