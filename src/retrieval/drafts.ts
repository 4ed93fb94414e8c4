import type { Article } from '../article/article.ts';
import { slice } from '../article/article.ts';
import { findQuotations } from '../quotations/find.ts';
import type { CompactEmbedding, Embedder } from './embedder.ts';
import { passagesOf } from './passages.ts';
import type { Draft } from './segment-writer.ts';
import type { Passage, StoredArticle } from './store.ts';

/** Passages that are embedded in one call: enough to sort by length, few enough to report progress. */
const GROUP = 128;

/** An article to be stored: what an index had of it, if anything, and how to read it. */
export interface Order {
  readonly read: () => Promise<Article>;
  /** Its draft from an index of the same model and text, or null. */
  readonly old: () => Promise<Draft | null>;
  /** Whether the old draft's passages and quotations are as this program would find them. */
  readonly sameAnalysis: boolean;
}

/** Passages and quotations of an article. */
export function analyse(article: Article): StoredArticle {
  return { article, passages: passagesOf(article), quotations: findQuotations(article) };
}

/**
 * Turns orders into drafts, embedding only passages that no index has. Not in the order of the orders. While the model
 * works on one group of articles, the next is read and analysed, and the one before is written.
 */
export async function* makeDrafts(
  orders: readonly Order[],
  embedder: () => Promise<Embedder>,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<Draft> {
  let waiting: StoredArticle[] = [];
  let embedding: EmbeddingGroup | null = null;
  let done = 0;
  for (const [index, order] of orders.entries()) {
    const old = await order.old();
    if (old && order.sameAnalysis) {
      yield old;
      done++;
    } else {
      const stored = analyse(await order.read());
      if (old && samePassages(old.stored.passages, stored.passages)) {
        yield { ...old, stored };
        done++;
      } else {
        waiting.push(stored);
      }
    }
    const last = index === orders.length - 1;
    // The first article alone: the model has nothing to do before.
    const enough = embedding === null ? 1 : GROUP;
    if (waiting.length > 0 && (last || passageCount(waiting) >= enough)) {
      const next = embedGroup(waiting, await embedder());
      waiting = [];
      if (embedding) {
        yield* await embedding.drafts;
        done += embedding.articles;
      }
      embedding = next;
    }
    onProgress(done, orders.length);
  }
  if (embedding) {
    yield* await embedding.drafts;
    onProgress(orders.length, orders.length);
  }
}

interface EmbeddingGroup {
  readonly articles: number;
  readonly drafts: Promise<Draft[]>;
}

function embedGroup(group: readonly StoredArticle[], embedder: Embedder): EmbeddingGroup {
  const drafts = draftsOf(group, embedder);
  // Whoever takes the drafts hears of it: that may be later.
  drafts.catch(() => {});
  return { articles: group.length, drafts };
}

async function draftsOf(group: readonly StoredArticle[], embedder: Embedder): Promise<Draft[]> {
  const texts = group.flatMap(({ article, passages }) => passages.map((passage) => slice(article, passage)));
  const embedded = await embedInGroups(texts, embedder);
  let from = 0;
  return group.map((stored) => {
    const own = embedded.slice(from, from + stored.passages.length);
    from += own.length;
    return { stored, vectors: own.map(({ vector }) => vector), tokens: own.map(({ tokens }) => tokens) };
  });
}

/** In several calls: what one call gives is kept by the model's thread until the last of it is there. */
async function embedInGroups(texts: readonly string[], embedder: Embedder): Promise<CompactEmbedding[]> {
  const parts: Promise<CompactEmbedding[]>[] = [];
  // Given all at once: between two parts of this group the model would take up the next group.
  for (let at = 0; at < texts.length; at += GROUP)
    parts.push(embedder.embedCompactly(texts.slice(at, at + GROUP)));
  return (await Promise.all(parts)).flat();
}

function samePassages(a: readonly Passage[], b: readonly Passage[]): boolean {
  return (
    a.length === b.length &&
    a.every((passage, i) => passage.start === b[i]?.start && passage.end === b[i]?.end)
  );
}

function passageCount(group: readonly StoredArticle[]): number {
  return group.reduce((sum, { passages }) => sum + passages.length, 0);
}
