import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { readLibraryConfig } from '../src/config.ts';
import { type Embedder, loadEmbedder } from '../src/retrieval/embedder.ts';
import { benchAnswering } from './bench/answering.ts';
import { benchAttribution } from './bench/attribution.ts';
import { benchIndexing } from './bench/indexing.ts';
import { type Measurement, meets, show } from './bench/measurement.ts';
import { benchPeers } from './bench/peers.ts';
import { benchRecall } from './bench/recall.ts';
import { benchSlack } from './bench/slack.ts';
import { benchStart } from './bench/start.ts';
import { ensureModel } from './build-model.ts';
import { fromWhereTheyStand, notice, readArguments, run, UsageError } from './command-line.ts';

interface Wanted {
  readonly corpus: string;
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly embedder: () => Promise<Embedder>;
}

const PARTS: Readonly<Record<string, (wanted: Wanted) => Promise<Measurement[]>>> = {
  answering: ({ corpus, sizes, rounds }) => benchAnswering(corpus, sizes, rounds),
  slack: ({ corpus, rounds }) => benchSlack(corpus, rounds),
  indexing: async ({ embedder, rounds }) => benchIndexing(await embedder(), rounds),
  attribution: ({ rounds }) => benchAttribution(rounds),
  start: ({ corpus, sizes, rounds }) => benchStart(corpus, sizes, rounds),
  recall: async ({ embedder, sizes }) => benchRecall(await embedder(), sizes),
  peers: async ({ embedder, sizes }) => benchPeers(await embedder(), sizes),
};
const NAMES = Object.keys(PARTS);

const HELP = `Usage: npm run bench -- [PART …] [--sizes N,…] [--rounds N] [--json FILE]

Measures where time and memory go, beside floors and peers measured in the same run: ratios can be compared
between machines, times cannot. Parts: ${NAMES.join(', ')} (default: all).

  --sizes N,…    numbers of passages for the large corpora (default: 1000,10000,100000; the first index of
                 100,000 takes many minutes and is kept under .index/bench)
  --rounds N     how often each thing is run (default: 5)
  --json FILE    also write every figure there as JSON Lines
  --help         show this text

Large corpora are made of ../shared/data. The peers are installed with "npm ci --prefix scripts/bench/peers".
Exit: 0 measured, whatever the figures; 1 failure; 2 wrong usage.`;

await run('bench', async () => {
  const { values, positionals } = readArguments({
    options: {
      sizes: { type: 'string', default: '1000,10000,100000' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const unknown = positionals.find((name) => !NAMES.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`"${unknown}" is no part; name some of: ${NAMES.join(', ')}`);
  await ensureModel({ quiet: false });
  let loaded: Promise<Embedder> | null = null;
  const wanted: Wanted = {
    corpus: readLibraryConfig().corpus,
    sizes: wholeNumbers('--sizes', values.sizes),
    rounds: wholeNumbers('--rounds', values.rounds)[0] ?? 1,
    embedder: () => {
      loaded ??= loadEmbedder({ model: null, allowDownload: false });
      return loaded;
    },
  };
  process.stdout.write(`${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}\n\n`);
  const all: Measurement[] = [];
  for (const name of positionals.length > 0 ? positionals : NAMES) {
    const measured = (await PARTS[name]?.(wanted)) ?? [];
    process.stdout.write(`${show(measured)}\n`);
    all.push(...measured);
  }
  if (values.json !== undefined) {
    const file = fromWhereTheyStand(values.json);
    writeFileSync(file, all.map((measurement) => `${JSON.stringify(measurement)}\n`).join(''));
  }
  const missed = all.filter(({ value, target }) => target !== null && !meets(value, target));
  notice(`bench: ${missed.length} of ${all.filter(({ target }) => target !== null).length} targets missed`);
  return 0;
});

function wholeNumbers(option: string, given: string): number[] {
  const numbers = given.split(',').filter(Boolean).map(Number);
  const wrong = numbers.find((number) => !Number.isInteger(number) || number < 1);
  if (wrong === undefined && numbers.length > 0) return numbers;
  throw new UsageError(`${option} is "${given}": it takes whole numbers above 0`);
}
