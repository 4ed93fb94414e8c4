import { join } from 'node:path';
import { type ArticleRow, IndexDamaged, type Manifest, type SegmentEntry } from './index-format.ts';
import { addFrequencies } from './keyword-index.ts';
import { type RowScore, Segment } from './segment.ts';
import type { Draft } from './segment-writer.ts';
import type { ArticleSummary, Hit, Store, StoredArticle, TokenVectors } from './store.ts';

/** Articles that stay parsed in memory; a question rarely touches more. */
const OPEN_ARTICLES = 256;

interface Place {
  readonly segment: Segment;
  readonly row: ArticleRow;
}

/** The default store: an index folder on the disk, as its manifest names it. */
export class FileStore implements Store {
  private readonly segments: readonly Segment[];
  private readonly places = new Map<string, Place>();
  private readonly opened = new Map<string, StoredArticle>();

  private constructor(segments: readonly Segment[]) {
    this.segments = segments;
    for (const segment of segments) {
      for (const row of segment.liveRows) this.places.set(row.id, { segment, row });
    }
  }

  /**
   * Loads the index that `manifest` describes. Throws IndexDamaged when the files say otherwise; where
   * `onDamaged` is given, it is told, and the store does without that segment.
   */
  static async load(
    folder: string,
    manifest: Pick<Manifest, 'segments' | 'dimension'>,
    onDamaged?: (entry: SegmentEntry) => void,
  ): Promise<FileStore> {
    const segments: Segment[] = [];
    for (const entry of manifest.segments) {
      try {
        segments.push(await Segment.load(join(folder, 'segments'), entry, manifest.dimension));
      } catch (error) {
        if (!onDamaged) {
          for (const segment of segments) segment.close();
          throw error instanceof IndexDamaged ? error : new IndexDamaged(String(error));
        }
        onDamaged(entry);
      }
    }
    return new FileStore(segments);
  }

  async summaries(): Promise<readonly ArticleSummary[]> {
    return Array.from(this.places.values(), ({ row: { id, title, outlet, url } }) => ({
      id,
      title,
      outlet,
      url,
    }));
  }

  async open(articleId: string): Promise<StoredArticle | null> {
    const known = this.opened.get(articleId);
    const place = this.places.get(articleId);
    if (!place) return null;
    const stored = known ?? place.segment.read(place.row);
    this.opened.delete(articleId);
    this.opened.set(articleId, stored);
    const [oldest] = this.opened.keys();
    if (this.opened.size > OPEN_ARTICLES && oldest !== undefined) this.opened.delete(oldest);
    return stored;
  }

  /** Everything that is stored of an article, to be written into another index; null if it is not here. */
  async draft(articleId: string): Promise<Draft | null> {
    const place = this.places.get(articleId);
    if (!place) return null;
    const rows = Array.from({ length: place.row.passages }, (_, index) => place.row.firstPassage + index);
    return {
      stored: place.segment.read(place.row),
      vectors: rows.map((row) => place.segment.vector(row)),
      tokens: rows.map((row) => place.segment.tokens(row)),
    };
  }

  async nearest(vector: Float32Array, k: number, articleId: string | null): Promise<Hit[]> {
    if (articleId !== null) {
      const place = this.places.get(articleId);
      return place ? toHits(place.segment, place.segment.scan(vector, k, place.row)) : [];
    }
    return best(
      this.segments.flatMap((segment) => toHits(segment, segment.nearest(vector, k))),
      k,
    );
  }

  async matching(words: string, k: number, articleId: string | null): Promise<Hit[]> {
    // Counted over all segments: how rare a word is must not depend on when its article was added.
    const frequencies = addFrequencies(this.segments.map((segment) => segment.frequencies(words)));
    if (articleId !== null) {
      const place = this.places.get(articleId);
      return place ? toHits(place.segment, place.segment.matching(words, k, place.row, frequencies)) : [];
    }
    return best(
      this.segments.flatMap((segment) => toHits(segment, segment.matching(words, k, null, frequencies))),
      k,
    );
  }

  async tokens(passages: readonly { articleId: string; passage: number }[]): Promise<TokenVectors[]> {
    return passages.map(({ articleId, passage }) => {
      const place = this.places.get(articleId);
      if (!place) throw new Error(`there is no article ${articleId} in the index`);
      return place.segment.tokens(place.row.firstPassage + passage);
    });
  }

  async close(): Promise<void> {
    for (const segment of this.segments) segment.close();
  }
}

function toHits(segment: Segment, rows: readonly RowScore[]): Hit[] {
  return rows.map(({ row, score }) => {
    const article = segment.articleOf(row);
    return { articleId: article.id, passage: row - article.firstPassage, score };
  });
}

function best(hits: Hit[], k: number): Hit[] {
  return hits.sort((a, b) => b.score - a.score).slice(0, k);
}
