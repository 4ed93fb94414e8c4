import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import hnswlib from 'hnswlib-node';

/**
 * Neighbours a node keeps, and candidates while building. With 16 a passage of which there are several versions has
 * little but these for neighbours, and the search does not find out of them (docs/scale.md).
 */
const NEIGHBOURS = 32;
const BUILD_WIDTH = 200;

/**
 * Candidates while searching, by the number of vectors: what recall@10 ≥ .99 takes, of 200 questions each about two
 * parts of a collection in which much stands several times with small changes (docs/scale.md): 1,000 vectors 1.00 and
 * 1.00 with 155; 10,000 .998 and 1.00 with 310; 100,000 .998 and 1.00 with 310. More were not measured.
 */
function searchWidth(count: number): number {
  const width = Math.min(310, Math.max(155, 155 * (count / 1_000) ** 0.3));
  return Math.round(width * Math.max(1, count / 100_000) ** 0.5);
}

/** Any fixed number: the same vectors give the same file. */
const SEED = 100;

const HEADER_BYTES = 96;
const ROWS_IN_A_GO = 256;
/** Vectors that a new index has room for; it is doubled when needed. */
const FIRST_ROOM = 256;

export interface Neighbour {
  readonly index: number;
  /** Cosine, for normalised vectors. */
  readonly score: number;
}

/** Hierarchical navigable small-world index over normalised vectors, kept in one file. */
export class VectorIndex {
  private readonly native: hnswlib.HierarchicalNSW;
  private readonly dimension: number;
  private readonly count: number;

  private constructor(native: hnswlib.HierarchicalNSW, dimension: number, count: number) {
    this.native = native;
    this.dimension = dimension;
    this.count = count;
  }

  /** Builds the index of `vectors` (count × dimension, row after row), labelled 0 … count − 1, and writes it to `file`. */
  static async build(vectors: Float32Array, dimension: number, file: string): Promise<void> {
    const builder = new VectorIndexBuilder(dimension);
    for (let row = 0; row * dimension < vectors.length; row++) {
      builder.add(vectors.subarray(row * dimension, (row + 1) * dimension));
      // A large index takes minutes: others get their turn meanwhile.
      if (row % ROWS_IN_A_GO === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await builder.write(file);
  }

  /**
   * Loads an index whose file has been verified: a damaged one ends the process inside the native code. Throws an
   * Error when the file is of other vectors, which the native code would not notice.
   */
  static load(file: string, dimension: number, count: number): VectorIndex {
    const stored = readHeader(file);
    if (stored.count !== count || stored.dimension !== dimension)
      throw new Error(
        `${file} holds ${stored.count} vectors of ${stored.dimension} numbers, not ${count} of ${dimension}`,
      );
    const native = new hnswlib.HierarchicalNSW('ip', dimension);
    native.readIndexSync(file);
    return new VectorIndex(native, dimension, count);
  }

  /** The nearest `k` rows, best first. */
  search(query: Float32Array, k: number): Neighbour[] {
    if (query.length !== this.dimension || !query.every(Number.isFinite)) {
      throw new Error(`a query vector must be ${this.dimension} finite numbers`);
    }
    const wanted = Math.min(k, this.count);
    if (wanted === 0) return [];
    // hnswlib does not save it: a loaded index starts at 10.
    this.native.setEf(Math.max(searchWidth(this.count), wanted));
    const { neighbors, distances } = this.native.searchKnn(Array.from(query), wanted);
    return neighbors
      .map((index, rank) => ({ index, score: 1 - (distances[rank] ?? 1) }))
      .sort((a, b) => b.score - a.score || a.index - b.index);
  }
}

/** An index that grows vector by vector, labelled in their order. The same vectors give the same file. */
export class VectorIndexBuilder {
  private readonly native: hnswlib.HierarchicalNSW;
  private readonly dimension: number;
  private room = FIRST_ROOM;
  private count = 0;

  constructor(dimension: number) {
    this.dimension = dimension;
    this.native = new hnswlib.HierarchicalNSW('ip', dimension);
    this.native.initIndex(this.room, NEIGHBOURS, BUILD_WIDTH, SEED);
  }

  add(vector: Float32Array): void {
    if (vector.length !== this.dimension || !vector.every(Number.isFinite))
      throw new Error('a vector to index holds a value that is no number');
    if (this.count === this.room) this.makeRoom(2 * this.room);
    this.native.addPoint(Array.from(vector), this.count++);
  }

  /** Writes what was added; nothing can be added afterwards. */
  async write(file: string): Promise<void> {
    this.makeRoom(Math.max(this.count, 1));
    this.native.writeIndexSync(file);
    await checkFile(file, this.count);
  }

  private makeRoom(room: number): void {
    this.room = room;
    this.native.resizeIndex(room);
  }
}

/** What hnswlib's header says: offsets of count, element size, label and data as in its `saveIndex`. */
function readHeader(file: string): { count: number; dimension: number } {
  const header = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  const at = (offset: number): number => Number(header.readBigUInt64LE(offset));
  return { count: at(16), dimension: (at(32) - at(40)) / 4 };
}

/**
 * Walks the file as hnswlib wrote it: header, level 0, then the link lists of each node. The library reports
 * success on a full disk, so the length is all that tells.
 */
async function checkFile(file: string, count: number): Promise<void> {
  const bytes = await readFile(file);
  const complete = bytes.length >= HEADER_BYTES && linkListsEnd(bytes, count) === bytes.length;
  if (!complete) throw new Error(`${file} was not written whole; is the disk full?`);
}

function linkListsEnd(bytes: Buffer, count: number): number {
  const stored = Number(bytes.readBigUInt64LE(16));
  const elementBytes = Number(bytes.readBigUInt64LE(24));
  if (stored !== count) return -1;
  let at = HEADER_BYTES + count * elementBytes;
  for (let node = 0; node < count && at + 4 <= bytes.length; node++) at += 4 + bytes.readUInt32LE(at);
  return at;
}
