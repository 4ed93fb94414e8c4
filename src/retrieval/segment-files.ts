import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  type ArticleRow,
  checkSeal,
  checkSegment,
  IndexDamaged,
  type SegmentEntry,
  type SegmentFile,
} from './index-format.ts';
import { KeywordIndex } from './keyword-index.ts';
import { PASSAGE_COLUMNS } from './segment-writer.ts';
import type { ShowTokens, StoredArticle, TokenVectors } from './store.ts';
import type { TokenMemory } from './token-memory.ts';
import { unpackTokens } from './token-vectors.ts';
import { VectorIndex } from './vector-index.ts';

/** Read whole at the start: native code or a wrong row would do worse than fail. */
const LOADED_FILES = ['table.json', 'passages.bin', 'hnsw.bin'] as const;
/** Read record by record when first needed. */
const READ_LATER = ['articles.jsonl', 'vectors.f32', 'tokens.i8', 'keywords.bin'] as const;
/** A segment of at most so many bytes is verified whole when it is loaded; that takes a tenth of a second. */
const CHECKED_WHOLE = 32 * 1024 * 1024;

/**
 * The files of a segment, opened once however many states of an index share them. What native code reads is
 * verified before it is loaded; the rest is read when first needed, each record against its own checksum (token vectors
 * when they are read first).
 */
export class SegmentFiles {
  readonly rows: readonly ArticleRow[];
  readonly graph: VectorIndex;
  private readonly folder: string;
  private readonly entry: SegmentEntry;
  private readonly dimension: number;
  private readonly table: Int32Array;
  private readonly handles = new Map<SegmentFile, number>();
  /** The passages whose token vectors were held against their checksum. */
  private readonly verified: Uint8Array;
  private keywordIndex: KeywordIndex | null = null;
  private users = 1;
  private positions: ReadonlyMap<string, number> | null = null;

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
    this.verified = new Uint8Array(entry.passages);
  }

  /** Throws IndexDamaged when a file is not as it was written. */
  static async load(root: string, entry: SegmentEntry, dimension: number): Promise<SegmentFiles> {
    const folder = join(root, entry.name);
    if (sizeOf(entry) <= CHECKED_WHOLE) await checkSegment(root, entry);
    else for (const file of LOADED_FILES) await checkSeal(join(folder, file), entry.files[file]);
    const rows: ArticleRow[] = JSON.parse(await readFile(join(folder, 'table.json'), 'utf8'));
    const bytes = await readFile(join(folder, 'passages.bin'));
    const table = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    if (table.length !== entry.passages * PASSAGE_COLUMNS) throw new IndexDamaged(`${folder} miscounts`);
    const graph = VectorIndex.load(join(folder, 'hnsw.bin'), dimension, entry.passages);
    const files = new SegmentFiles(folder, entry, dimension, rows, table, graph);
    files.openFiles();
    return files;
  }

  /** Whether these are the files that an index under `root` names so. */
  areOf(root: string, entry: SegmentEntry): boolean {
    const same = this.folder === join(root, entry.name) && this.handles.size > 0;
    return same && JSON.stringify(this.entry.files) === JSON.stringify(entry.files);
  }

  /** One more user: they are closed when the last one closes them. */
  share(): this {
    this.users++;
    return this;
  }

  close(): void {
    if (--this.users > 0) return;
    for (const handle of this.handles.values()) closeSync(handle);
    this.handles.clear();
  }

  get passages(): number {
    return this.entry.passages;
  }

  /** The position in `rows` of an article. */
  indexOf(articleId: string): number | undefined {
    this.positions ??= new Map(this.rows.map(({ id }, index) => [id, index]));
    return this.positions.get(articleId);
  }

  /** The position in `rows` of the article that a passage belongs to. */
  articleIndexOf(row: number): number {
    return this.table[row * PASSAGE_COLUMNS] ?? -1;
  }

  /** The article row that a passage row belongs to. */
  articleOf(row: number): ArticleRow {
    const article = this.rows[this.articleIndexOf(row)];
    if (!article) throw new IndexDamaged(`passage ${row} of ${this.folder} has no article`);
    return article;
  }

  read({ offset, bytes, crc }: ArticleRow): StoredArticle {
    const record = this.readRecord('articles.jsonl', offset, bytes, crc);
    return JSON.parse(record.toString('utf8'));
  }

  /** The vectors of an article's passages, in their order; read at once. */
  vectors({ firstPassage, passages }: ArticleRow): Float32Array[] {
    const bytes = this.dimension * 4;
    const all = this.readBytes('vectors.f32', firstPassage * bytes, passages * bytes);
    return Array.from({ length: passages }, (_, index) => {
      const record = all.subarray(index * bytes, (index + 1) * bytes);
      const crc = (this.table[(firstPassage + index) * PASSAGE_COLUMNS + 4] ?? 0) >>> 0;
      if (crc32(record) !== crc) throw this.damaged('vectors.f32');
      return new Float32Array(record.buffer, record.byteOffset, this.dimension);
    });
  }

  /** The token vectors of `count` passages that follow each other; read at once. */
  tokens(row: number, count: number): TokenVectors[] {
    const records = Array.from({ length: count }, (_, index) => this.tokenRecord(row + index));
    return this.readTokens(records, Buffer.allocUnsafeSlow(bytesOf(records)));
  }

  /** The same, read into a memory and shown one after the other, as many at once as it has room for. */
  showTokens(row: number, count: number, memory: TokenMemory, show: ShowTokens): void {
    for (let from = 0; from < count; ) {
      const records = [this.tokenRecord(row + from)];
      while (from + records.length < count) {
        records.push(this.tokenRecord(row + from + records.length));
        if (bytesOf(records) <= memory.largest) continue;
        records.pop();
        break;
      }
      const read = this.readTokens(records, memory.room(bytesOf(records)));
      for (const [at, tokens] of read.entries()) show(tokens, from + at);
      from += records.length;
    }
  }

  private readTokens(records: readonly TokenRecord[], into: Buffer): TokenVectors[] {
    const start = records[0]?.offset ?? 0;
    this.readInto('tokens.i8', start, into);
    return records.map(({ row, offset, end, bytes, crc }) => {
      const record = into.subarray(offset - start, end - start);
      // Once: a question reads more than a megabyte of them.
      if (this.verified[row] === 0 && crc32(record) !== crc) throw this.damaged('tokens.i8');
      this.verified[row] = 1;
      return unpackTokens(record.subarray(0, bytes), this.dimension);
    });
  }

  private tokenRecord(row: number): TokenRecord {
    const at = row * PASSAGE_COLUMNS;
    const offset = (this.table[at + 1] ?? 0) * 4;
    const bytes = (this.table[at + 2] ?? 0) * (4 + this.dimension);
    return {
      row,
      offset,
      end: offset + bytes + ((4 - (bytes % 4)) % 4),
      bytes,
      crc: (this.table[at + 3] ?? 0) >>> 0,
    };
  }

  keywords(): KeywordIndex {
    this.keywordIndex ??= this.loadKeywords();
    return this.keywordIndex;
  }

  private loadKeywords(): KeywordIndex {
    const { bytes, sha256 } = this.entry.files['keywords.bin'];
    const packed = this.readBytes('keywords.bin', 0, bytes);
    if (createHash('sha256').update(packed).digest('hex') !== sha256) throw this.damaged('keywords.bin');
    return KeywordIndex.restore(packed);
  }

  /** What is read later is opened now: a rebuild may take the files away from their folder. */
  private openFiles(): void {
    for (const file of READ_LATER) {
      try {
        const handle = openSync(join(this.folder, file), 'r');
        this.handles.set(file, handle);
        if (fstatSync(handle).size !== this.entry.files[file].bytes) throw this.damaged(file);
      } catch (error) {
        this.close();
        throw error instanceof IndexDamaged ? error : this.damaged(file);
      }
    }
  }

  private readRecord(file: SegmentFile, offset: number, bytes: number, crc: number): Buffer {
    const record = this.readBytes(file, offset, bytes);
    if (crc32(record) !== crc) throw this.damaged(file);
    return record;
  }

  private readBytes(file: SegmentFile, offset: number, bytes: number): Buffer {
    // Not from the pool: typed arrays over it have to begin at a multiple of four.
    return this.readInto(file, offset, Buffer.allocUnsafeSlow(bytes));
  }

  /** Writes every byte of the record. */
  private readInto(file: SegmentFile, offset: number, record: Buffer): Buffer {
    const handle = this.handles.get(file);
    if (handle === undefined) throw new Error(`${join(this.folder, file)} is closed`);
    for (let at = 0; at < record.length; ) {
      const read = readSync(handle, record, at, record.length - at, offset + at);
      if (read === 0) throw this.damaged(file);
      at += read;
    }
    return record;
  }

  private damaged(file: SegmentFile): IndexDamaged {
    return new IndexDamaged(`${join(this.folder, file)} is not as it was written`);
  }
}

/** Where the token vectors of a passage stand: the record with what fills it up, and its bytes without. */
interface TokenRecord {
  readonly row: number;
  readonly offset: number;
  readonly end: number;
  readonly bytes: number;
  readonly crc: number;
}

/** Of records that follow each other. */
function bytesOf(records: readonly TokenRecord[]): number {
  return (records.at(-1)?.end ?? 0) - (records[0]?.offset ?? 0);
}

function sizeOf({ files }: SegmentEntry): number {
  return Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
}
