import type { Embedder } from './embedder.ts';
import { type Embedded, failureOf, type ModelNews, type ModelOrder } from './model-orders.ts';

/** Orders of more texts than this are done one after the other; a question goes between their batches. */
const FEW_TEXTS = 8;

/** Says that the model is ready, and gives what takes each order from then on and says what came of it. */
export function serveOrders(embedder: Embedder, say: (news: ModelNews) => void): (order: ModelOrder) => void {
  let large: Promise<void> = Promise.resolve();
  const { model, hash, dimension } = embedder;
  say({ kind: 'ready', model, hash, dimension });
  return (order) => {
    if (order.texts.length <= FEW_TEXTS) void carryOut(embedder, order, say);
    else large = large.then(() => carryOut(embedder, order, say));
  };
}

async function carryOut(
  embedder: Embedder,
  { id, texts, wanted }: ModelOrder,
  say: (news: ModelNews) => void,
): Promise<void> {
  const onProgress = (done: number, total: number): void => {
    if (done < total || total > 1) say({ kind: 'progress', id, done, total });
  };
  const ways: Record<ModelOrder['wanted'], () => Promise<readonly Embedded[]>> = {
    vectors: () => embedder.embed(texts, onProgress),
    tokens: () => embedder.embedTokens(texts, onProgress),
    compact: () => embedder.embedCompactly(texts),
    questions: () => embedder.embedQuestions(texts),
  };
  try {
    say({ kind: 'done', id, result: await ways[wanted]() });
  } catch (error) {
    say(failureOf(id, error));
  }
}
