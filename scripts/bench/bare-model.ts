import { runsAtOnce } from '../../src/retrieval/embedder.ts';
import { loadModel } from '../../src/retrieval/model-runtime.ts';
import { passageTexts } from './stored-passages.ts';

/**
 * The floor of indexing, in a process of its own: the model alone over the passages of a folder of articles. Each
 * message is answered with the milliseconds of one run.
 */
const GROUP = 512;

const [corpus = ''] = process.argv.slice(2);
const texts = await passageTexts(corpus);
const model = await loadModel({ model: null, allowDownload: false, threads: runsAtOnce() });
process.on('message', async () => {
  const from = performance.now();
  for (let at = 0; at < texts.length; at += GROUP) await model.embedTokens(texts.slice(at, at + GROUP));
  process.send?.({ passages: texts.length, millis: performance.now() - from });
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
