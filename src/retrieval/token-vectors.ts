import type { TokenVectors } from './store.ts';

/** Bytes that one row takes in a file: its scale as float32, then its components. */
const rowBytes = (dimension: number): number => 4 + dimension;

/** Rows of float32 as int8 with one scale a row (largest component = 127): cosine to the original > .999. */
export function quantise(rows: Float32Array, dimension: number): TokenVectors {
  const count = rows.length / dimension;
  const data = new Int8Array(rows.length);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    const from = row * dimension;
    let largest = 0;
    for (let at = from; at < from + dimension; at++) largest = Math.max(largest, Math.abs(rows[at] ?? 0));
    const scale = largest / 127 || 1;
    scales[row] = scale;
    for (let at = from; at < from + dimension; at++) data[at] = Math.round((rows[at] ?? 0) / scale);
  }
  return { dimension, data, scales };
}

/** One record of a file: the scales, then all rows. */
export function packTokens({ data, scales }: TokenVectors): Buffer {
  return Buffer.concat([
    Buffer.from(scales.buffer, scales.byteOffset, scales.byteLength),
    Buffer.from(data.buffer, data.byteOffset, data.byteLength),
  ]);
}

/** The inverse of `packTokens`; what begins at a multiple of four bytes is not copied. */
export function unpackTokens(record: Buffer, dimension: number): TokenVectors {
  const count = record.length / rowBytes(dimension);
  const { buffer, byteOffset } = record;
  const scales =
    byteOffset % 4 === 0
      ? new Float32Array(buffer, byteOffset, count)
      : new Float32Array(buffer.slice(byteOffset, byteOffset + count * 4));
  const data = new Int8Array(record.buffer, record.byteOffset + count * 4, count * dimension);
  return { dimension, data, scales };
}
