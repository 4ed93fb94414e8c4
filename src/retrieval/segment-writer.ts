import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { slice } from '../article/article.ts';
import { sealOf, syncPath } from './durable.ts';
import { type ArticleRow, SEGMENT_FILES, type SegmentEntry } from './index-format.ts';
import { KeywordIndex } from './keyword-index.ts';
import type { StoredArticle, TokenVectors } from './store.ts';
import { packTokens } from './token-vectors.ts';
import { VectorIndexBuilder } from './vector-index.ts';

/** An article ready to be stored: its passages' vectors and token vectors, in their order. */
export interface Draft {
  readonly stored: StoredArticle;
  readonly vectors: readonly Float32Array[];
  readonly tokens: readonly TokenVectors[];
}

/** int32 columns of passages.bin: article row, first byte of the tokens / 4, their number, crc of tokens, crc of vector. */
export const PASSAGE_COLUMNS = 5;

/**
 * Writes a segment into the new folder `root/name` and syncs it. Articles are taken one by one, and the graph grows
 * with them, so their vectors never lie in memory together; their sentences do, which the keyword index is built from.
 */
export async function writeSegment(
  root: string,
  name: string,
  dimension: number,
  drafts: AsyncIterable<Draft>,
): Promise<SegmentEntry> {
  const folder = join(root, name);
  await mkdir(folder, { recursive: true });
  try {
    const writer = await fill(folder, dimension, drafts);
    const files = await sealFiles(folder);
    await syncPath(root);
    return {
      name,
      files,
      live: writer.rows.map(({ id, passages }) => ({ id, passages })),
      articles: writer.rows.length,
      passages: writer.passages,
    };
  } catch (error) {
    // What is half written must not take the room that the next try needs.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function fill(folder: string, dimension: number, drafts: AsyncIterable<Draft>): Promise<SegmentWriter> {
  const writer = new SegmentWriter(folder, dimension);
  try {
    await writer.openFiles();
    for await (const draft of drafts) await writer.add(draft);
    await writer.finish();
    return writer;
  } finally {
    await writer.closeFiles();
  }
}

async function sealFiles(folder: string): Promise<SegmentEntry['files']> {
  const seals = await Promise.all(
    SEGMENT_FILES.map(async (file) => {
      await syncPath(join(folder, file));
      return [file, await sealOf(join(folder, file))] as const;
    }),
  );
  await syncPath(folder);
  return Object.fromEntries(seals) as SegmentEntry['files'];
}

class SegmentWriter {
  readonly rows: ArticleRow[] = [];
  passages = 0;
  private readonly folder: string;
  private readonly dimension: number;
  private readonly table: number[] = [];
  private readonly graph: VectorIndexBuilder;
  private readonly texts: string[] = [];
  private readonly files = new Map<string, { handle: FileHandle; bytes: number }>();

  constructor(folder: string, dimension: number) {
    this.folder = folder;
    this.dimension = dimension;
    this.graph = new VectorIndexBuilder(dimension);
  }

  async openFiles(): Promise<void> {
    for (const name of ['articles.jsonl', 'vectors.f32', 'tokens.i8']) {
      this.files.set(name, { handle: await open(join(this.folder, name), 'w'), bytes: 0 });
    }
  }

  async add({ stored, vectors, tokens }: Draft): Promise<void> {
    const { id, title, outlet, url, hash } = stored.article;
    const record = Buffer.from(`${JSON.stringify(stored)}\n`);
    const offset = await this.append('articles.jsonl', record);
    const passages = stored.passages.length;
    this.rows.push({
      ...{ id, title, outlet, url, hash, offset },
      ...{ bytes: record.length, crc: crc32(record), firstPassage: this.passages, passages },
    });
    for (const [index, passage] of stored.passages.entries()) {
      const vector = vectors[index];
      const matrix = tokens[index];
      if (!vector || !matrix) throw new Error(`passage ${index} of ${id} has no vector`);
      await this.addPassage(vector, matrix);
      this.texts.push(slice(stored.article, passage));
    }
  }

  async finish(): Promise<void> {
    await this.graph.write(join(this.folder, 'hnsw.bin'));
    await this.writeWhole('keywords.bin', KeywordIndex.build(this.texts).serialise());
    await this.writeWhole('table.json', JSON.stringify(this.rows));
    await this.writeWhole('passages.bin', Buffer.from(Int32Array.from(this.table).buffer));
  }

  async closeFiles(): Promise<void> {
    for (const { handle } of this.files.values()) await handle.close();
    this.files.clear();
  }

  private async addPassage(vector: Float32Array, matrix: TokenVectors): Promise<void> {
    const vectorBytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    const packed = padToFour(packTokens(matrix));
    if (vector.length !== this.dimension || matrix.dimension !== this.dimension)
      throw new Error(`a vector to store has ${vector.length} numbers and not ${this.dimension}`);
    await this.append('vectors.f32', vectorBytes);
    const offset = await this.append('tokens.i8', packed);
    const rows = matrix.scales.length;
    this.table.push(this.rows.length - 1, offset / 4, rows, crc32(packed) | 0, crc32(vectorBytes) | 0);
    this.graph.add(vector);
    this.passages++;
  }

  private async append(name: string, data: Buffer): Promise<number> {
    const file = this.files.get(name);
    if (!file) throw new Error(`${name} is not open`);
    await file.handle.writeFile(data);
    const offset = file.bytes;
    file.bytes += data.length;
    return offset;
  }

  private async writeWhole(name: string, data: string | Buffer): Promise<void> {
    const handle = await open(join(this.folder, name), 'w');
    try {
      await handle.writeFile(data);
    } finally {
      await handle.close();
    }
  }
}

/** Offsets are stored divided by four, so that an int32 reaches 8 GB. */
function padToFour(record: Buffer): Buffer {
  const missing = (4 - (record.length % 4)) % 4;
  return missing === 0 ? record : Buffer.concat([record, Buffer.alloc(missing)]);
}
