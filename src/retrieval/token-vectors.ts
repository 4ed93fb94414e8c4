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
    for (let at = from; at < from + dimension; at++) {
      const size = Math.abs(rows[at] as number);
      if (size > largest) largest = size;
    }
    const scale = largest / 127 || 1;
    scales[row] = scale;
    // What is stored loses its fraction: half of a step away from zero rounds it, in a third of the time of Math.round.
    for (let at = from; at < from + dimension; at++) {
      const steps = (rows[at] as number) / scale;
      data[at] = steps < 0 ? steps - 0.5 : steps + 0.5;
    }
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
