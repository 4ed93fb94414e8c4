import { readFile } from 'node:fs/promises';

/** A tensor of the weights file, widened to 32-bit floats; `values` are row-major. */
interface WeightTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The tensors of a safetensors file by name. */
export interface Weights {
  /** Throws an Error that names the tensor when it is missing or not of this shape. */
  tensor(name: string, shape: readonly number[]): WeightTensor;
  /** Whether the file has a tensor of this name. */
  has(name: string): boolean;
}

interface HeaderEntry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

const HEADER_LENGTH_BYTES = 8;
const MAX_HEADER_BYTES = 1_000_000;

/**
 * Reads a safetensors file of half-precision tensors (format: 8 bytes header length, little
 * endian; a JSON header; the data). Throws an Error that names the file when it is not one.
 */
export async function readSafetensors(path: string): Promise<Weights> {
  const file = await readFile(path);
  const { header, data } = splitFile(path, file);
  return {
    has: (name) => header.has(name),
    tensor(name, shape) {
      const entry = header.get(name);
      if (entry === undefined) throw new Error(`${path}: no tensor ${name}`);
      if (entry.dtype !== 'F16') throw new Error(`${path}: tensor ${name} is ${entry.dtype}, expected F16`);
      if (entry.shape.join() !== shape.join()) {
        throw new Error(`${path}: tensor ${name} has shape [${entry.shape}], expected [${shape}]`);
      }
      const [start, end] = entry.data_offsets;
      const count = shape.reduce((product, size) => product * size, 1);
      if (end - start !== 2 * count || end > data.length) {
        throw new Error(`${path}: tensor ${name} is cut short`);
      }
      return { shape, values: widenHalves(data.subarray(start, end)) };
    },
  };
}

function splitFile(path: string, file: Buffer): { header: Map<string, HeaderEntry>; data: Buffer } {
  const length = file.length >= HEADER_LENGTH_BYTES ? Number(file.readBigUInt64LE(0)) : 0;
  const headerEnd = HEADER_LENGTH_BYTES + length;
  if (length === 0 || length > MAX_HEADER_BYTES || headerEnd > file.length) {
    throw new Error(`${path}: not a safetensors file`);
  }
  const json = file.toString('utf8', HEADER_LENGTH_BYTES, headerEnd);
  try {
    const header = new Map(Object.entries(JSON.parse(json) as Record<string, HeaderEntry>));
    return { header, data: file.subarray(headerEnd) };
  } catch {
    throw new Error(`${path}: the header of the safetensors file is not JSON`);
  }
}

function widenHalves(bytes: Buffer): Float32Array {
  // A copy, because a Uint16Array must begin at an even offset and the header may end at an odd one.
  const halves = new Uint16Array(new Uint8Array(bytes).buffer);
  // The 65,536 possible values are worked out once: the file holds 22 million.
  floatOfHalf ??= Float32Array.from({ length: 0x10000 }, (_, bits) => halfToFloat(bits));
  const values = new Float32Array(halves.length);
  for (let i = 0; i < halves.length; i++) values[i] = floatOfHalf[halves[i] as number] as number;
  return values;
}

let floatOfHalf: Float32Array | undefined;

/** The value of an IEEE 754 half-precision number given by its 16 bits. */
export function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
