import type { ModelChoice } from './model-folder.ts';
import { failureOf, type ModelNews } from './model-orders.ts';
import { loadModel } from './model-runtime.ts';
import { serveOrders } from './model-service.ts';

// A process that runs the model and nothing else, beside the one that started it, and ends with it.

function say(news: ModelNews): void {
  if (process.connected) process.send?.(news);
}

process.on('disconnect', () => process.exit(0));
try {
  const choice: ModelChoice = JSON.parse(process.argv[2] ?? '');
  process.on('message', serveOrders(await loadModel(choice), say));
} catch (error) {
  say(failureOf(null, error));
}
