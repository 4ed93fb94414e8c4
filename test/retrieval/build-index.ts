/** Run by tests in a process of its own: brings an index up to its corpus. Arguments: corpus, index. */
import { loadEmbedder } from '../../src/retrieval/embedder.ts';
import { refreshIndex } from '../../src/retrieval/refresh.ts';
import { optionsFor } from './library.ts';

const [corpus = '', index = ''] = process.argv.slice(2);
const embedder = await loadEmbedder({ model: null, allowDownload: false });
try {
  const options = await optionsFor({ corpus, index }, embedder);
  process.stdout.write('started\n');
  const report = await refreshIndex({ ...options, onNotice: (line) => process.stdout.write(`${line}\n`) });
  process.stdout.write(`${JSON.stringify(report)}\n`);
} catch (error) {
  process.stdout.write(`failed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
