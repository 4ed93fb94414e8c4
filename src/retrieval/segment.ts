import type { ArticleRow, SegmentEntry } from './index-format.ts';
import type { TermFrequencies } from './keyword-index.ts';
import { SegmentFiles } from './segment-files.ts';
import type { ShowTokens, StoredArticle, TokenVectors } from './store.ts';
import type { TokenMemory } from './token-memory.ts';
import type { Neighbour } from './vector-index.ts';

/** A passage of a segment, by its row there. */
export interface RowScore {
  readonly row: number;
  readonly score: number;
}

/** One immutable part of an index as one state of it sees it: some of its articles may count no more. */
export class Segment {
  private readonly files: SegmentFiles;
  /** Null: all. */
  private readonly liveRow: readonly boolean[] | null;

  private constructor(files: SegmentFiles, entry: SegmentEntry) {
    this.files = files;
    this.liveRow = entry.live.length === files.rows.length ? null : liveRowsOf(files, entry);
  }

  /** Throws IndexDamaged when a file is not as it was written. */
  static async load(root: string, entry: SegmentEntry, dimension: number): Promise<Segment> {
    return new Segment(await SegmentFiles.load(root, entry, dimension), entry);
  }

  /** This segment as another state of the same index sees it, its files shared; null where it is another one. */
  seenAs(root: string, entry: SegmentEntry): Segment | null {
    return this.files.areOf(root, entry) ? new Segment(this.files.share(), entry) : null;
  }

  get liveRows(): readonly ArticleRow[] {
    const { liveRow } = this;
    return liveRow ? this.files.rows.filter((_, index) => liveRow[index]) : this.files.rows;
  }

  /** The row of a live article, null if it is not here. */
  rowOf(articleId: string): ArticleRow | null {
    const index = this.files.indexOf(articleId);
    return index !== undefined && (this.liveRow?.[index] ?? true) ? (this.files.rows[index] ?? null) : null;
  }

  /** The article row that a passage row belongs to. */
  articleOf(row: number): ArticleRow {
    return this.files.articleOf(row);
  }

  read(row: ArticleRow): StoredArticle {
    return this.files.read(row);
  }

  vectors(row: ArticleRow): Float32Array[] {
    return this.files.vectors(row);
  }

  /** The token vectors of `count` passages that follow each other; read at once. */
  tokens(row: number, count: number): TokenVectors[] {
    return this.files.tokens(row, count);
  }

  /** The same, read into a memory and shown one after the other. `at` counts from 0. */
  showTokens(row: number, count: number, memory: TokenMemory, show: ShowTokens): void {
    this.files.showTokens(row, count, memory, show);
  }

  /** The nearest live passages, best first. Asks the graph for more where dropped articles stand in the way. */
  nearest(vector: Float32Array, k: number): RowScore[] {
    for (let wanted = k; ; wanted *= 4) {
      const found = this.files.graph.search(vector, wanted);
      const live = found.filter(({ index }) => this.isLive(index));
      if (live.length >= k || found.length < wanted) return live.slice(0, k).map(asRow);
    }
  }

  /** The passages of one article by exact cosine, best first. */
  scan(vector: Float32Array, k: number, article: ArticleRow): RowScore[] {
    const scored = this.vectors(article).map((own, index) => {
      return { row: article.firstPassage + index, score: dot(vector, own) };
    });
    return scored.sort((a, b) => b.score - a.score || a.row - b.row).slice(0, k);
  }

  /** How often the terms of `text` occur in the segment. */
  frequencies(text: string): TermFrequencies {
    return this.files.keywords().frequencies(text);
  }

  /** The live passages that match best, of one article where one is given. */
  matching(text: string, k: number, article: ArticleRow | null, frequencies: TermFrequencies): RowScore[] {
    const among = article
      ? { start: article.firstPassage, end: article.firstPassage + article.passages }
      : { start: 0, end: this.files.passages };
    return this.files
      .keywords()
      .search(text, k, (row) => this.isLive(row), frequencies, among)
      .map(({ index, score }) => ({ row: index, score }));
  }

  close(): void {
    this.files.close();
  }

  private isLive(row: number): boolean {
    return this.liveRow === null || (this.liveRow[this.files.articleIndexOf(row)] ?? false);
  }
}

function liveRowsOf({ rows }: SegmentFiles, entry: SegmentEntry): boolean[] {
  const live = new Set(entry.live.map(({ id }) => id));
  return rows.map((row) => live.has(row.id));
}

const asRow = ({ index, score }: Neighbour): RowScore => ({ row: index, score });

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
