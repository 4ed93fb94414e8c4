import { parentPort, type Transferable, workerData } from 'node:worker_threads';
import type { Embedded, Embedder, ModelNews, ModelOrder, ModelThreadData } from './embedder.ts';
import { ModelError } from './model-files.ts';
import { loadModel } from './model-runtime.ts';
import { throughGate } from './native-gate.ts';

/** Orders of more texts than this are done one after the other; a question goes between their batches. */
const FEW_TEXTS = 8;

function say(news: ModelNews, transferred: Transferable[] = []): void {
  parentPort?.postMessage(news, transferred);
}

function sayFailed(id: number | null, error: unknown): void {
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  say({ kind: 'failed', id, message, problem: error instanceof ModelError ? error.problem : null });
}

async function carryOut(embedder: Embedder, { id, texts, wanted }: ModelOrder): Promise<void> {
  const onProgress = (done: number, total: number): void => {
    if (done < total || total > 1) say({ kind: 'progress', id, done, total });
  };
  try {
    const result = await {
      vectors: () => embedder.embed(texts, onProgress),
      tokens: () => embedder.embedTokens(texts, onProgress),
      compact: () => embedder.embedCompactly(texts),
      questions: () => embedder.embedQuestions(texts),
    }[wanted]();
    say({ kind: 'done', id, result }, [...new Set(result.flatMap(buffersOf))]);
  } catch (error) {
    sayFailed(id, error);
  }
}

/** What is handed over instead of copied. */
function buffersOf(embedding: Embedded): ArrayBuffer[] {
  if (embedding instanceof Float32Array) return [embedding.buffer as ArrayBuffer];
  const { vector, tokens } = embedding;
  const ofTokens = 'values' in tokens ? [tokens.values] : [tokens.data, tokens.scales];
  return [vector, ...ofTokens].map(({ buffer }) => buffer as ArrayBuffer);
}

try {
  const { options, gate }: ModelThreadData = workerData;
  const embedder = await loadModel(options, (work) => throughGate(gate, work));
  let large: Promise<void> = Promise.resolve();
  parentPort?.on('message', (order: ModelOrder) => {
    if (order.texts.length <= FEW_TEXTS) void carryOut(embedder, order);
    else large = large.then(() => carryOut(embedder, order));
  });
  const { model, hash, dimension } = embedder;
  say({ kind: 'ready', model, hash, dimension });
} catch (error) {
  sayFailed(null, error);
}
