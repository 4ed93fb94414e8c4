import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { EMPTY_MEMORY } from '../../src/answering/answer.ts';
import { createEngine } from '../../src/answering/engine.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import type { FileStore } from '../../src/retrieval/file-store.ts';
import { identifyModel } from '../../src/retrieval/model-folder.ts';
import { openFileStore } from '../../src/retrieval/refresh.ts';
import type { Store } from '../../src/retrieval/store.ts';

const MODEL = { model: null, allowDownload: false };
const TOWNS = ['Arn', 'Brel', 'Corv', 'Dast', 'Elm', 'Farr', 'Gost', 'Hule', 'Ikes', 'Jorn'];

let folder: string;
let embedder: Embedder;
let store: FileStore;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  folder = await mkdtemp(join(tmpdir(), 'whosaid-ahead-'));
  for (const [at, town] of TOWNS.entries()) {
    const text = `${town} votes\n\n“The bridge of ${town} will stand for ${20 + at} years,” the engineer Ona ${town}er said. The mayor was away.\n`;
    await writeFile(join(folder, `${town}.txt`), text);
  }
  embedder = await loadEmbedder(MODEL);
  ({ store } = await openFileStore({
    ...{ corpus: folder, index: join(folder, 'index'), model: await identifyModel(MODEL) },
    embedder: async () => embedder,
  }));
}, 120_000);
afterAll(async () => {
  await store?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What is asked of the store and of the model, in its order. */
async function stepsOf(question: string): Promise<string[]> {
  const steps: string[] = [];
  const noted =
    <Given extends unknown[], Result>(name: string, work: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> => {
      steps.push(name);
      return work(...given);
    };
  const watched: Store = {
    summaries: () => store.summaries(),
    open: (id) => store.open(id),
    nearest: noted('nearest', (vector, k, id) => store.nearest(vector, k, id)),
    matching: noted('matching', (words: string, k: number, id: string | null) =>
      store.matching(words, k, id),
    ),
    tokens: noted('tokens', (passages, show) => store.tokens(passages, show)),
    close: () => store.close(),
  };
  const embedQuestions = async (texts: readonly string[]) => {
    steps.push('embed');
    const embedded = await embedder.embedQuestions(texts);
    steps.push('embedded');
    return embedded;
  };
  const engine = createEngine({ store: watched, embedder: { ...embedder, embedQuestions } });
  await engine.answer(question, { memory: EMPTY_MEMORY, articleId: null });
  return steps;
}

test.each(['who said the bridge will stand?', 'what did Ona Corver say about the bridge?'])(
  'of “%s” is read what its words point at while the model works',
  async (question) => {
    const steps = await stepsOf(question);
    const meanwhile = steps.slice(steps.indexOf('embed') + 1, steps.indexOf('embedded'));
    expect(meanwhile).toContain('matching');
    expect(meanwhile).toContain('tokens');
  },
);

test('of words in quotation marks nothing is read that may not be needed', async () => {
  const steps = await stepsOf('“The bridge of Elm will stand for 24 years”');
  expect(steps.slice(0, steps.indexOf('embedded'))).not.toContain('tokens');
});
