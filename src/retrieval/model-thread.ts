import { parentPort, workerData } from 'node:worker_threads';
import type { ModelThreadData } from './model-connection.ts';
import { type Embedded, failureOf, type ModelNews } from './model-orders.ts';
import { loadModel } from './model-runtime.ts';
import { serveOrders } from './model-service.ts';
import { throughGate } from './native-gate.ts';

// A thread that runs the model and nothing else.

function say(news: ModelNews): void {
  const transferred = news.kind === 'done' ? [...new Set(news.result.flatMap(buffersOf))] : [];
  parentPort?.postMessage(news, transferred);
}

/** What is handed over instead of copied. */
function buffersOf(embedding: Embedded): ArrayBuffer[] {
  if (embedding instanceof Float32Array) return [embedding.buffer as ArrayBuffer];
  const { vector, tokens } = embedding;
  const ofTokens = 'values' in tokens ? [tokens.values] : [tokens.data, tokens.scales];
  return [vector, ...ofTokens].map(({ buffer }) => buffer as ArrayBuffer);
}

try {
  const { choice, gate }: ModelThreadData = workerData;
  const embedder = await loadModel(choice, (work) => throughGate(gate, work));
  parentPort?.on('message', serveOrders(embedder, say));
} catch (error) {
  say(failureOf(null, error));
}
