import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const EMBEDDER = join(PROJECT, 'src/retrieval/embedder.ts');
/** Where Linux lists the threads of a process. */
const TASKS = '/proc/self/task';
const LONG = 'The ferry to the outer islands did not sail, because the wind had torn the ramp away. ';

const STOPPED = /^The embedding model stopped \([^\n]+\): start the program again\.$/;

let folder: string;
beforeAll(async () => {
  await ensureModel({ quiet: true });
  folder = await mkdtemp(join(tmpdir(), 'whosaid-thread-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a thread of its own', () => {
  let embedder: Embedder;
  let thread: Worker;
  beforeAll(async () => {
    process.once('worker', (worker) => {
      thread = worker;
    });
    embedder = await loadEmbedder({ model: null, allowDownload: false });
  });

  test('leaves this one free while the model runs', async () => {
    const busy = process.cpuUsage();
    const turns = performance.eventLoopUtilization();
    await embedder.embed(Array(64).fill(LONG.repeat(8)));
    // Microseconds: that the model has run at all.
    expect(process.cpuUsage(busy).user).toBeGreaterThan(100_000);
    expect(performance.eventLoopUtilization(turns).utilization).toBeLessThan(0.5);
  });

  test('answers a question between the batches of what is indexed', async () => {
    const order: string[] = [];
    const large = embedder.embed(Array(64).fill(LONG.repeat(8))).then(() => order.push('index'));
    const small = embedder.embedTokens(['Who said that?']).then(() => order.push('question'));
    await Promise.all([large, small]);
    expect(order).toEqual(['question', 'index']);
  });

  test('that ended fails what it has to do, in one line, then and later', async () => {
    const given = embedder.embed(Array(64).fill(LONG.repeat(8)));
    await Promise.all([
      expect(given).rejects.toThrow(STOPPED),
      // It falls over this between two runs of the model; to be ended within one would end the process.
      embedder.embed(['ferry']).then(() => thread.postMessage('what is no order')),
    ]);
    await expect(embedder.embed(['ferry'])).rejects.toThrow(STOPPED);
  });
});

describe('a process', () => {
  test.runIf(existsSync(TASKS))(
    'runs the model in one thread: a second one would spin while it waits',
    async () => {
      const { said } = await runText(`import { readdirSync } from 'node:fs';
import { loadModel } from ${JSON.stringify(join(PROJECT, 'src/retrieval/model-runtime.ts'))};
const before = readdirSync('${TASKS}').length;
await loadModel({ model: null, allowDownload: false });
process.stdout.write(String(readdirSync('${TASKS}').length - before));
`);
      expect(said).toBe('0');
    },
  );

  test('is not kept alive by a model that has nothing to do', async () => {
    expect(await runScript("await embedder.embed(['ferry']);")).toEqual({ code: 0, complaints: '' });
  });

  test.each([10, 120, 250])(
    'that exits while the model runs (%i ms) ends with its own code',
    async (after) => {
      const script = `void embedder.embed(Array(64).fill(${JSON.stringify(LONG.repeat(10))})); setTimeout(() => process.exit(7), ${after});`;
      expect(await runScript(script)).toEqual({ code: 7, complaints: '' });
    },
  );
});

async function runScript(body: string): Promise<{ code: number; complaints: string }> {
  const { code, complaints } = await runText(`import { loadEmbedder } from ${JSON.stringify(EMBEDDER)};
const embedder = await loadEmbedder({ model: null, allowDownload: false });
${body}
`);
  return { code, complaints };
}

function runText(text: string): Promise<{ code: number; said: string; complaints: string }> {
  const script = join(folder, `run-${Math.random().toString(36).slice(2)}.mts`);
  return writeFile(script, text).then(
    () =>
      new Promise((resolve) => {
        const child = execFile(
          process.execPath,
          ['--import', 'tsx', script],
          { cwd: PROJECT },
          (_error, said, complaints) => resolve({ code: child.exitCode ?? -1, said, complaints }),
        );
      }),
  );
}
