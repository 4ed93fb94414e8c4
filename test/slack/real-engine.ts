import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureModel } from '../../scripts/build-model.ts';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import { openLiveLibrary } from '../../src/answering/live-library.ts';

export const CORPUS = resolve(import.meta.dirname, '../../corpus');

/** The real engine over the articles that come with the project, with an index of its own. */
export async function realEngine(): Promise<{ engine: AnswerEngine; close(): Promise<void> }> {
  await ensureModel({ quiet: true });
  const index = await mkdtemp(join(tmpdir(), 'whosaid-'));
  const library = await openLiveLibrary({
    corpus: CORPUS,
    index,
    model: { model: null, allowDownload: false, baseFolder: index },
  });
  return {
    engine: library.engine,
    async close() {
      await library.close();
      await rm(index, { recursive: true, force: true });
    },
  };
}
