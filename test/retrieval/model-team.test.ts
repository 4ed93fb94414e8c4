import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import type { CompactEmbedding } from '../../src/retrieval/embedder.ts';
import { ModelTeam } from '../../src/retrieval/model-team.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Linux tells which processes there are, and whose they are. */
const HAS_PROC = existsSync('/proc/self/stat');
const TEXTS = Array.from(
  { length: 256 },
  (_, at) => `On day ${at} the ferry to the outer islands did not sail, for the wind had torn its ramp away.`,
);

beforeAll(() => ensureModel({ quiet: true }));

const teamOf = async (atOnce: number): Promise<ModelTeam> => {
  const team = new ModelTeam({ model: null, allowDownload: false, baseFolder: PROJECT }, atOnce);
  await team.ready;
  return team;
};

/** All texts in orders of 32, given at once. */
async function embed(team: ModelTeam, texts = TEXTS): Promise<CompactEmbedding[]> {
  const orders: Promise<readonly unknown[]>[] = [];
  for (let at = 0; at < texts.length; at += 32) orders.push(team.run(texts.slice(at, at + 32), 'compact'));
  return (await Promise.all(orders)).flat() as CompactEmbedding[];
}

/** The processes of this one that run the model. */
function modelProcesses(parent = process.pid): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
        const isModel = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('model-process');
        return isModel && Number(after.split(' ')[1]) === parent;
      } catch {
        return false; // It has just ended.
      }
    })
    .map(Number);
}

describe.runIf(HAS_PROC)('runs of the model at once', () => {
  test('share out many texts, and give what one run of it alone gives', { timeout: 60_000 }, async () => {
    const alone = await embed(await teamOf(1));
    expect(modelProcesses()).toEqual([]);
    const shared = embed(await teamOf(2));
    await expect.poll(modelProcesses, { timeout: 20_000 }).toHaveLength(1);
    const embedded = await shared;
    expect(embedded).toHaveLength(TEXTS.length);
    embedded.forEach((own, at) => {
      expect(own.vector).toEqual(alone[at]?.vector);
      expect(own.tokens).toEqual(alone[at]?.tokens);
    });
    // Nobody needs it any more.
    await expect.poll(modelProcesses, { timeout: 20_000 }).toEqual([]);
  });

  test('a process that is killed leaves its orders to the thread', { timeout: 60_000 }, async () => {
    const shared = embed(await teamOf(2));
    await expect.poll(modelProcesses, { timeout: 20_000 }).toHaveLength(1);
    for (const pid of modelProcesses()) process.kill(pid, 'SIGKILL');
    expect(await shared).toHaveLength(TEXTS.length);
    expect(modelProcesses()).toEqual([]);
  });

  test('a question and a small article start none', async () => {
    const team = await teamOf(2);
    await Promise.all([team.run(['Who said that?'], 'questions'), embed(team, TEXTS.slice(0, 64))]);
    expect(modelProcesses()).toEqual([]);
  });
});

describe.runIf(HAS_PROC)('a process that ends while the model runs beside it', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whosaid-team-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'by %s leaves none behind',
    { timeout: 60_000 },
    async (signal) => {
      const script = join(folder, 'index.mts');
      await writeFile(
        script,
        `import { ModelTeam } from ${JSON.stringify(join(PROJECT, 'src/retrieval/model-team.ts'))};
const team = new ModelTeam({ model: null, allowDownload: false, baseFolder: ${JSON.stringify(PROJECT)} }, 2);
await team.ready;
for (let at = 0; at < 40; at++) void team.run(Array(32).fill(${JSON.stringify(TEXTS[0]?.repeat(4))}), 'compact');
`,
      );
      const child = execFile(process.execPath, ['--import', 'tsx', script], { cwd: PROJECT });
      const parent = child.pid ?? 0;
      await expect.poll(() => modelProcesses(parent), { timeout: 20_000 }).toHaveLength(1);
      const [pid = 0] = modelProcesses(parent);
      child.kill(signal);
      await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 20_000 }).toBe(false);
    },
  );
});
