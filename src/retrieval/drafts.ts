import type { Article } from '../article/article.ts';
import { slice } from '../article/article.ts';
import { findQuotations } from '../quotations/find.ts';
import type { CompactEmbedding, Embedder } from './embedder.ts';
import { passagesOf } from './passages.ts';
import type { Draft } from './segment-writer.ts';
import type { Passage, StoredArticle } from './store.ts';

/** Passages that are sorted by length together: more would gain nothing and be in memory for longer. */
const GROUP = 512;
/** Of these so many are given in one order: few enough that all runs of the model end at about the same time. */
const PART = 64;
/** Groups that are given to the model before the first of them has to be there. */
const GROUPS_AHEAD = 2;

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
 * works on some groups of articles, the next is read and analysed, and the one before is written.
 */
export async function* makeDrafts(
  orders: readonly Order[],
  embedder: () => Promise<Embedder>,
  onProgress: (done: number, total: number) => void = () => {},
): AsyncGenerator<Draft> {
  let waiting: StoredArticle[] = [];
  const embedding: EmbeddingGroup[] = [];
  let given = 0;
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
    // The first article alone, for the model has nothing to do before; then each group as large as all before it.
    const enough = embedding.length === 0 ? 1 : Math.min(given, GROUP);
    const ready = passageCount(waiting);
    if (waiting.length > 0 && (last || ready >= enough)) {
      embedding.push(embedGroup(waiting, await embedder()));
      waiting = [];
      given += ready;
    }
    while (embedding.length > (last ? 0 : GROUPS_AHEAD) || embedding[0]?.isDone) {
      const { drafts, articles } = embedding.shift() as EmbeddingGroup;
      yield* await drafts;
      done += articles;
      onProgress(done, orders.length);
    }
    onProgress(done, orders.length);
  }
}

interface EmbeddingGroup {
  readonly articles: number;
  readonly drafts: Promise<Draft[]>;
  isDone: boolean;
}

function embedGroup(group: readonly StoredArticle[], embedder: Embedder): EmbeddingGroup {
  const drafts = draftsOf(group, embedder);
  const own: EmbeddingGroup = { articles: group.length, drafts, isDone: false };
  drafts.then(
    () => {
      own.isDone = true;
    },
    // Whoever takes the drafts hears of it: that may be later.
    () => {},
  );
  return own;
}

async function draftsOf(group: readonly StoredArticle[], embedder: Embedder): Promise<Draft[]> {
  const texts = group.flatMap(({ article, passages }) => passages.map((passage) => slice(article, passage)));
  const embedded = await embedInParts(texts, embedder);
  let from = 0;
  return group.map((stored) => {
    const own = embedded.slice(from, from + stored.passages.length);
    from += own.length;
    return { stored, vectors: own.map(({ vector }) => vector), tokens: own.map(({ tokens }) => tokens) };
  });
}

/** In parts of about the same length, longest first: so little is padding, and no run of the model has the last part alone. */
async function embedInParts(texts: readonly string[], embedder: Embedder): Promise<CompactEmbedding[]> {
  const lengthOf = (index: number): number => texts[index]?.length ?? 0;
  const longestFirst = texts.map((_, index) => index).sort((a, b) => lengthOf(b) - lengthOf(a));
  const embedded: CompactEmbedding[] = [];
  const parts: Promise<void>[] = [];
  // Given all at once: between two parts of this group the model would take up the next group.
  for (let at = 0; at < longestFirst.length; at += PART) {
    const part = longestFirst.slice(at, at + PART);
    const order = embedder.embedCompactly(part.map((index) => texts[index] as string));
    const put = (results: readonly CompactEmbedding[]): void =>
      part.forEach((index, position) => {
        embedded[index] = results[position] as CompactEmbedding;
      });
    parts.push(order.then(put));
  }
  await Promise.all(parts);
  return embedded;
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
