import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { type ArticleRow, IndexDamaged, type Manifest, type SegmentEntry } from './index-format.ts';
import { addFrequencies, type TermFrequencies } from './keyword-index.ts';
import { type RowScore, Segment } from './segment.ts';
import type { Draft } from './segment-writer.ts';
import type { ArticleSummary, Hit, PassagePlace, ShowTokens, Store, StoredArticle } from './store.ts';
import { TokenMemory } from './token-memory.ts';

/** Articles that stay parsed in memory, about 20 KB each; a question over many articles opens some thirty. */
const OPEN_ARTICLES = 2_048;
/** Bytes of token vectors that stay in memory: those of about 5,000 sentences. */
const OPEN_TOKENS = 64 * 1024 * 1024;

interface Place {
  readonly segment: Segment;
  readonly row: ArticleRow;
}

interface LoadOptions {
  readonly opened?: FileStore;
  readonly onDamaged?: (entry: SegmentEntry) => unknown;
}

/** The default store: an index folder on the disk, as its manifest names it. */
export class FileStore implements Store {
  private readonly segments: readonly Segment[];
  private known: readonly ArticleSummary[] | null = null;
  private readonly opened = new LRUCache<string, StoredArticle>({ max: OPEN_ARTICLES });
  private readonly openedTokens = new TokenMemory(OPEN_TOKENS);

  private constructor(segments: readonly Segment[]) {
    this.segments = segments;
  }

  /**
   * Loads the index that `manifest` describes. Throws IndexDamaged when the files say otherwise; where
   * `onDamaged` is given, it is told, and the store does without that segment. Segments that `opened` has are
   * shared with it.
   */
  static async load(
    folder: string,
    manifest: Pick<Manifest, 'segments' | 'dimension'>,
    { opened, onDamaged }: LoadOptions = {},
  ): Promise<FileStore> {
    const root = join(folder, 'segments');
    const segments: Segment[] = [];
    for (const entry of manifest.segments) {
      try {
        segments.push(
          opened?.segmentLike(root, entry) ?? (await Segment.load(root, entry, manifest.dimension)),
        );
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

  private segmentLike(root: string, entry: SegmentEntry): Segment | null {
    for (const segment of this.segments) {
      const seen = segment.seenAs(root, entry);
      if (seen) return seen;
    }
    return null;
  }

  /** A store without an article. */
  static empty(): FileStore {
    return new FileStore([]);
  }

  has(articleId: string): boolean {
    return this.placeOf(articleId) !== null;
  }

  /** How many passages those of its articles have that the other store has as well. */
  passagesAlsoIn(other: FileStore): number {
    let sum = 0;
    for (const { liveRows } of this.segments)
      for (const { id, passages } of liveRows) if (other.has(id)) sum += passages;
    return sum;
  }

  async summaries(): Promise<readonly ArticleSummary[]> {
    this.known ??= this.segments.flatMap(({ liveRows }) =>
      liveRows.map(({ id, title, outlet, url }) => ({ id, title, outlet, url })),
    );
    return this.known;
  }

  private placeOf(articleId: string): Place | null {
    for (const segment of this.segments) {
      const row = segment.rowOf(articleId);
      if (row) return { segment, row };
    }
    return null;
  }

  async open(articleId: string): Promise<StoredArticle | null> {
    const place = this.placeOf(articleId);
    if (!place) return null;
    const known = this.opened.get(articleId);
    if (known) return known;
    const stored = place.segment.read(place.row);
    this.opened.set(articleId, stored);
    return stored;
  }

  /** Everything that is stored of an article, to be written into another index; null if it is not here. */
  async draft(articleId: string): Promise<Draft | null> {
    const place = this.placeOf(articleId);
    if (!place) return null;
    const { firstPassage, passages } = place.row;
    return {
      stored: place.segment.read(place.row),
      vectors: place.segment.vectors(place.row),
      tokens: place.segment.tokens(firstPassage, passages),
    };
  }

  async nearest(vector: Float32Array, k: number, articleId: string | null): Promise<Hit[]> {
    if (articleId !== null) {
      const place = this.placeOf(articleId);
      return place ? toHits(place.segment, place.segment.scan(vector, k, place.row)) : [];
    }
    return best(
      this.segments.flatMap((segment) => toHits(segment, segment.nearest(vector, k))),
      k,
    );
  }

  /** How often the terms of `words` occur. Counted over all segments: how rare one is must not depend on when its article was added. */
  frequencies(words: string): TermFrequencies {
    return addFrequencies(this.segments.map((segment) => segment.frequencies(words)));
  }

  /** With the `frequencies` of a larger library that this is part of, scores of its parts can be compared. */
  async matching(
    words: string,
    k: number,
    articleId: string | null,
    frequencies = this.frequencies(words),
  ): Promise<Hit[]> {
    if (articleId !== null) {
      const place = this.placeOf(articleId);
      return place ? toHits(place.segment, place.segment.matching(words, k, place.row, frequencies)) : [];
    }
    return best(
      this.segments.flatMap((segment) => toHits(segment, segment.matching(words, k, null, frequencies))),
      k,
    );
  }

  async tokens(passages: readonly PassagePlace[], show: ShowTokens): Promise<void> {
    const missing = new Map<string, Map<number, number[]>>();
    for (const [at, place] of passages.entries()) {
      const known = this.openedTokens.get(place);
      if (known) show(known, at);
      else addTo(missing, place, at);
    }
    for (const [articleId, own] of missing) this.readTokens(articleId, own, show);
  }

  /** Sentences that follow each other lie side by side: each run of them is one reading. `own`: who asks for which. */
  private readTokens(articleId: string, own: ReadonlyMap<number, readonly number[]>, show: ShowTokens): void {
    const place = this.placeOf(articleId);
    if (!place) throw new Error(`there is no article ${articleId} in the index`);
    for (const { first, count } of runsOf([...own.keys()])) {
      const from = place.row.firstPassage + first;
      place.segment.showTokens(from, count, this.openedTokens, (tokens, at) => {
        this.openedTokens.keep({ articleId, passage: first + at }, tokens);
        for (const asked of own.get(first + at) ?? []) show(tokens, asked);
      });
    }
  }

  async close(): Promise<void> {
    for (const segment of this.segments) segment.close();
  }
}

function addTo(
  missing: Map<string, Map<number, number[]>>,
  { articleId, passage }: PassagePlace,
  at: number,
) {
  const own = missing.get(articleId) ?? new Map<number, number[]>();
  missing.set(articleId, own);
  own.set(passage, [...(own.get(passage) ?? []), at]);
}

/** The runs of different numbers that follow each other. */
function runsOf(numbers: readonly number[]): { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.first + last.count === number) last.count++;
    else runs.push({ first: number, count: 1 });
  }
  return runs;
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
