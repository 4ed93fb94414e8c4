import { loadModel } from '../../src/retrieval/model-runtime.ts';

/** The least that a first answer needs: a process, the model, and one embedding. Says so when it is done. */
const embedder = await loadModel({ model: null, allowDownload: false });
await embedder.embedQuestions(['who said that nothing will change?']);
process.stdout.write('done\n');
