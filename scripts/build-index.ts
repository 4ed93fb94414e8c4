import { indexFolder } from '../src/answering/live-library.ts';
import { readLibraryConfig } from '../src/config.ts';
import { loadEmbedder } from '../src/retrieval/embedder.ts';
import { identifyModel } from '../src/retrieval/model-folder.ts';
import { type RefreshReport, refreshIndex } from '../src/retrieval/refresh.ts';
import { ensureModel } from './build-model.ts';
import { fromWhereTheyStand, notice, progressBar, readArguments, run, UsageError } from './command-line.ts';
import { openShared } from './shared-library.ts';

const HELP = `Usage: npm run -s index -- [--corpus DIR] [--index DIR]

Builds the index of a folder of articles, or brings it up to date: only new and changed articles are embedded.
With STORE_URL it is in the database: the folder is read into the shared library, and what workspaces have added
is brought up to this version of the program as well.

  --corpus DIR   folder of articles (default: corpus, or CORPUS)
  --index DIR    folder of the index (default: one for each corpus under .index/)
  --help         show this text

Exit: 0 all articles indexed, 1 some could not be or failure, 2 wrong usage.`;

await run('index', async () => {
  const { values, positionals } = readArguments({
    options: {
      corpus: { type: 'string' },
      index: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is no option; see --help`);
  const config = readLibraryConfig();
  const corpus = values.corpus === undefined ? config.corpus : fromWhereTheyStand(values.corpus);
  const model = {
    model: config.embeddingModel,
    allowDownload: config.allowModelDownload,
    baseFolder: fromWhereTheyStand('.'),
  };
  if (config.embeddingModel === null) await ensureModel({ quiet: false });
  const started = performance.now();
  if (config.storeUrl !== null) {
    if (values.index !== undefined) throw new UsageError('with STORE_URL there is no folder for --index');
    const library = await openShared(config.storeUrl, 'index', { corpus, all: true });
    await library.close();
    return say(library.report, started);
  }
  const bar = progressBar('Indexing articles');
  const report = await refreshIndex({
    corpus,
    index: indexFolder(corpus, values.index === undefined ? config.index : fromWhereTheyStand(values.index)),
    model: await identifyModel(model),
    verify: true,
    embedder: () => loadEmbedder(model),
    onProgress: bar.onProgress,
    onNotice: notice,
  });
  bar.stop();
  for (const problem of report.problems) notice(`index: ${problem.message}`);
  return say(report, started);
});

function say({ articles, passages, added, dropped, problems }: RefreshReport, started: number): number {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${articles} article${articles === 1 ? '' : 's'}, ${passages} passages: ${added} added, ${dropped} dropped, in ${seconds} s\n`,
  );
  return problems.length > 0 ? 1 : 0;
}
