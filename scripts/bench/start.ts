import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexFolder } from '../../src/answering/live-library.ts';
import { notice, progressBar } from '../command-line.ts';
import { benchCorpus } from './corpus.ts';
import { type Measurement, spreadOf } from './measurement.ts';
import { type ProcessOptions, type ProcessRun, runUntil } from './processes.ts';

const TABLE = 'Start';
const LARGE = 100_000;
const script = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** As npm starts them: bundled. */
const RUN = script('../run.mjs');
const ANSWERED = /"outcome"/u;
const READY = /Playground: /u;

/** From the start of a process to its first answer, and to the bot being ready, with one article and with many. */
export async function benchStart(
  corpus: string,
  sizes: readonly number[],
  rounds: number,
): Promise<Measurement[]> {
  const measured = await measureFolder('one article', { corpus, index: indexFolder(corpus, null) }, rounds);
  for (const size of sizes) {
    const made = benchCorpus(size);
    if (!made) continue;
    if (existsSync(join(made.index, 'manifest.json'))) {
      measured.push(...(await measureFolder(`${size} passages`, made, rounds, size)));
    } else notice(`bench: NOT MEASURED: ${size} passages have no index yet; measure answering first`);
  }
  return measured;
}

interface Folders {
  readonly corpus: string;
  readonly index: string;
}

async function measureFolder(
  row: string,
  { corpus, index }: Folders,
  rounds: number,
  size: number | null = null,
): Promise<Measurement[]> {
  const kinds: Readonly<Record<string, ProcessOptions>> = {
    floor:
      size === null
        ? { args: [RUN, 'start-floor'], until: /done/u }
        : { args: [RUN, 'read-floor', index], until: /done/u },
    answer: {
      args: [RUN, 'ask', '--json', '--corpus', corpus, '--index', index, QUESTION],
      until: ANSWERED,
    },
    ready: {
      args: [RUN, 'main'],
      env: { CORPUS: corpus, INDEX: index, PLAYGROUND_PORT: '0', ADMIN_PORT: '0', ...NO_SLACK },
      until: READY,
    },
  };
  const runs = await interleaved(row, kinds, rounds);
  const of = (name: string): readonly ProcessRun[] => runs.get(name) ?? [];
  const told = (name: string, measure: string): Measurement[] => {
    const spread = spreadOf(of(name).map(({ millis }) => millis));
    const peak = spreadOf(of(name).map(({ peakBytes }) => peakBytes / 1e6)).median;
    const about = { table: TABLE, row, size, target: null };
    return [
      { ...about, measure, value: spread.median, unit: 'ms', low: spread.low, high: spread.high },
      { ...about, measure: `${measure}: peak memory`, value: peak, unit: 'MB', low: null, high: null },
    ];
  };
  const ratios = spreadOf(of('answer').map(({ millis }, run) => millis / (of('floor')[run]?.millis ?? 1)));
  return [
    ...told('floor', size === null ? 'Node, model, one embedding' : 'the same and the files it reads'),
    ...told('answer', 'process to first answer'),
    {
      ...{ table: TABLE, row, size, measure: 'first answer beside that floor', value: ratios.median },
      ...{ unit: '×', low: ratios.low, high: ratios.high },
      target: size === null ? '<= 2' : size >= LARGE ? '<= 1.5' : null,
    },
    ...told('ready', 'npm start to ready'),
    ...(size === null ? [] : [bytesOnDisk(row, index, size)]),
  ];
}

const QUESTION = 'who said that the economy is growing?';
const NO_SLACK = { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '', STORE_URL: '' };

async function interleaved(
  row: string,
  kinds: Readonly<Record<string, ProcessOptions>>,
  rounds: number,
): Promise<Map<string, ProcessRun[]>> {
  const runs = new Map<string, ProcessRun[]>();
  const bar = progressBar(`Starting with ${row}`);
  // The first round brings the files into the system's memory.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, options] of Object.entries(kinds)) {
      const run = await runUntil(options);
      if (round > 0) runs.set(name, [...(runs.get(name) ?? []), run]);
    }
    bar.onProgress(round, rounds);
  }
  bar.stop();
  return runs;
}

function bytesOnDisk(row: string, index: string, size: number): Measurement {
  const bytes = readdirSync(index, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return {
    ...{ table: TABLE, row, size, measure: 'on the disk, a passage', value: bytes / size, unit: 'bytes' },
    ...{ low: null, high: null, target: null },
  };
}
