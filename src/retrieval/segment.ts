import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  type ArticleRow,
  checkSeal,
  IndexDamaged,
  type SegmentEntry,
  type SegmentFile,
} from './index-format.ts';
import { KeywordIndex } from './keyword-index.ts';
import { PASSAGE_COLUMNS } from './segment-writer.ts';
import type { StoredArticle, TokenVectors } from './store.ts';
import { unpackTokens } from './token-vectors.ts';
import { type Neighbour, VectorIndex } from './vector-index.ts';

/** A passage of a segment, by its row there. */
export interface RowScore {
  readonly row: number;
  readonly score: number;
}

/**
 * One immutable part of an index. What native code reads is verified before it is loaded; the rest is read when
 * first needed, each record against its own checksum.
 */
export class Segment {
  readonly rows: readonly ArticleRow[];
  private readonly folder: string;
  private readonly entry: SegmentEntry;
  private readonly dimension: number;
  private readonly table: Int32Array;
  private readonly graph: VectorIndex;
  private readonly liveRow: readonly boolean[];
  private readonly handles = new Map<string, number>();
  private keywords: KeywordIndex | null = null;

  private constructor(
    folder: string,
    entry: SegmentEntry,
    dimension: number,
    rows: readonly ArticleRow[],
    table: Int32Array,
    graph: VectorIndex,
  ) {
    this.folder = folder;
    this.entry = entry;
    this.dimension = dimension;
    this.rows = rows;
    this.table = table;
    this.graph = graph;
    const live = new Set(entry.live);
    this.liveRow = rows.map((row) => live.has(row.id));
  }

  /** Throws IndexDamaged when a file is not as it was written. */
  static async load(root: string, entry: SegmentEntry, dimension: number): Promise<Segment> {
    const folder = join(root, entry.name);
    for (const file of ['table.json', 'passages.bin', 'hnsw.bin'] as const) {
      await checkSeal(join(folder, file), entry.files[file]);
    }
    const rows: ArticleRow[] = JSON.parse(await readFile(join(folder, 'table.json'), 'utf8'));
    const bytes = await readFile(join(folder, 'passages.bin'));
    const table = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    if (table.length !== entry.passages * PASSAGE_COLUMNS) throw new IndexDamaged(`${folder} miscounts`);
    const graph = VectorIndex.load(join(folder, 'hnsw.bin'), dimension, entry.passages);
    return new Segment(folder, entry, dimension, rows, table, graph);
  }

  get liveRows(): readonly ArticleRow[] {
    return this.rows.filter((_, index) => this.liveRow[index]);
  }

  /** The article row that a passage row belongs to. */
  articleOf(row: number): ArticleRow {
    const article = this.rows[this.table[row * PASSAGE_COLUMNS] ?? -1];
    if (!article) throw new IndexDamaged(`passage ${row} of ${this.folder} has no article`);
    return article;
  }

  read({ offset, bytes, crc }: ArticleRow): StoredArticle {
    const record = this.readRecord('articles.jsonl', offset, bytes, crc);
    return JSON.parse(record.toString('utf8'));
  }

  vector(row: number): Float32Array {
    const bytes = this.dimension * 4;
    const crc = (this.table[row * PASSAGE_COLUMNS + 4] ?? 0) >>> 0;
    const record = this.readRecord('vectors.f32', row * bytes, bytes, crc);
    return new Float32Array(record.buffer, record.byteOffset, this.dimension);
  }

  tokens(row: number): TokenVectors {
    const [, offset = 0, count = 0, crc = 0] = this.table.subarray(row * PASSAGE_COLUMNS);
    const bytes = count * (4 + this.dimension);
    const padded = bytes + ((4 - (bytes % 4)) % 4);
    const record = this.readRecord('tokens.i8', offset * 4, padded, crc >>> 0);
    return unpackTokens(record.subarray(0, bytes), this.dimension);
  }

  /** The nearest live passages, best first. Asks the graph for more where dropped articles stand in the way. */
  nearest(vector: Float32Array, k: number): RowScore[] {
    for (let wanted = k; ; wanted *= 4) {
      const found = this.graph.search(vector, wanted);
      const live = found.filter(({ index }) => this.isLive(index));
      if (live.length >= k || found.length < wanted) return live.slice(0, k).map(asRow);
    }
  }

  /** The passages of one article by exact cosine, best first. */
  scan(vector: Float32Array, k: number, { firstPassage, passages }: ArticleRow): RowScore[] {
    const scored: RowScore[] = [];
    for (let row = firstPassage; row < firstPassage + passages; row++) {
      scored.push({ row, score: dot(vector, this.vector(row)) });
    }
    return scored.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, k);
  }

  async matching(text: string, k: number, article: ArticleRow | null): Promise<RowScore[]> {
    this.keywords ??= await this.loadKeywords();
    const first = article?.firstPassage ?? 0;
    const end = article ? first + article.passages : Number.POSITIVE_INFINITY;
    return this.keywords
      .search(text, k, (row) => row >= first && row < end && this.isLive(row))
      .map(({ index, score }) => ({ row: index, score }));
  }

  close(): void {
    for (const handle of this.handles.values()) closeSync(handle);
    this.handles.clear();
  }

  private isLive(row: number): boolean {
    return this.liveRow[this.table[row * PASSAGE_COLUMNS] ?? -1] ?? false;
  }

  private async loadKeywords(): Promise<KeywordIndex> {
    const file = join(this.folder, 'keywords.json');
    await checkSeal(file, this.entry.files['keywords.json']);
    return KeywordIndex.restore(await readFile(file, 'utf8'));
  }

  private readRecord(file: SegmentFile, offset: number, bytes: number, crc: number): Buffer {
    const path = join(this.folder, file);
    const record = Buffer.from(new ArrayBuffer(bytes));
    try {
      const handle = this.handles.get(file) ?? openSync(path, 'r');
      this.handles.set(file, handle);
      readSync(handle, record, 0, bytes, offset);
    } catch {
      throw new IndexDamaged(`${path} cannot be read`);
    }
    if (crc32(record) !== crc) throw new IndexDamaged(`${path} is not as it was written`);
    return record;
  }
}

const asRow = ({ index, score }: Neighbour): RowScore => ({ row: index, score });

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
