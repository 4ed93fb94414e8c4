import { readFile } from 'node:fs/promises';
import { type Answer, EMPTY_MEMORY } from '../src/answering/answer.ts';
import { explainer } from '../src/answering/explain.ts';
import type { SharedLibrary } from '../src/answering/live-library.ts';
import { type LibraryConfig, readLibraryConfig } from '../src/config.ts';
import { answerJson } from '../src/rendering/json.ts';
import { answerTerminal } from '../src/rendering/terminal.ts';
import { loadEmbedder } from '../src/retrieval/embedder.ts';
import { type BatchLine, readBatch } from './ask-batch.ts';
import { ensureModel } from './build-model.ts';
import {
  fromWhereTheyStand,
  notice,
  progressBar,
  readArguments,
  run,
  terminalOptions,
  UsageError,
} from './command-line.ts';

const HELP = `Usage: npm run -s ask -- [options] "question" ["next turn" …]

Answers with the article's own words and who said them. Consecutive questions are turns of one thread.
With STORE_URL and without --corpus the shared library of the database is asked.

  --json          one line of JSON for each turn
  --corpus DIR    folder of articles (default: corpus, or CORPUS)
  --index DIR     folder of the index (default: one for each corpus under .index/)
  --article ID    ask this article only
  --explain       show why each passage stands where it stands
  --batch FILE    answer every line {"id","turns":["…"],"article"?} of a JSON Lines file
  --help          show this text

Exit: 0 answered or not found, 1 failure, 2 wrong usage.`;

const OPTIONS = {
  json: { type: 'boolean', default: false },
  corpus: { type: 'string' },
  index: { type: 'string' },
  article: { type: 'string' },
  explain: { type: 'boolean', default: false },
  batch: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

interface Wanted {
  readonly json: boolean;
  readonly explain: boolean;
  readonly article: string | null;
}

await run('ask', async () => {
  const { values, positionals } = readArguments({ options: OPTIONS, allowPositionals: true });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (values.batch === undefined && positionals.length === 0) throw new UsageError('no question; see --help');
  if (values.batch !== undefined && positionals.length > 0)
    throw new UsageError('a batch takes no questions beside the file; see --help');
  const batch = values.batch === undefined ? null : readBatch(await readBatchFile(values.batch));
  const library = await openLibrary(values.corpus, values.index);
  try {
    const wanted: Wanted = { json: values.json, explain: values.explain, article: values.article ?? null };
    await checkArticle(library, wanted.article);
    if (batch) return await answerBatch(library, batch, wanted);
    await answerThread(library, positionals, wanted, null);
    return library.report.problems.length > 0 ? 1 : 0;
  } finally {
    await library.close();
  }
});

/** What questions are asked of. */
type Asked = Pick<SharedLibrary, 'engine' | 'report' | 'close'>;

async function openLibrary(corpus: string | undefined, index: string | undefined): Promise<Asked> {
  const config = readLibraryConfig();
  const inStore = config.storeUrl !== null && corpus === undefined;
  if (inStore && index !== undefined) throw new UsageError('with STORE_URL there is no folder for --index');
  const library = inStore
    ? await openStore(config.storeUrl as string)
    : await openFolder(config, corpus, index);
  if (library.report.articles === 0) {
    await library.close();
    throw new Error(
      'the corpus folder holds no article; put .txt or .md files into it or name another with --corpus',
    );
  }
  return library;
}

async function openStore(url: string): Promise<Asked> {
  if (readLibraryConfig().embeddingModel === null) await ensureModel({ quiet: false });
  const { openShared } = await import('./shared-library.ts');
  const library = await openShared(url, 'ask');
  return { engine: library.engineOf(), report: library.report, close: () => library.close() };
}

async function openFolder(
  config: LibraryConfig,
  corpus: string | undefined,
  index: string | undefined,
): Promise<Asked> {
  const model = {
    model: config.embeddingModel,
    allowDownload: config.allowModelDownload,
    baseFolder: fromWhereTheyStand('.'),
  };
  // The model loads in its own thread while this one loads everything else.
  let embedder = loadEmbedder(model);
  embedder.catch(() => {});
  if (config.embeddingModel === null && (await ensureModel({ quiet: false })).built)
    embedder = loadEmbedder(model);
  const { openLiveLibrary } = await import('../src/answering/live-library.ts');
  const bar = progressBar('Indexing articles');
  const library = await openLiveLibrary({
    corpus: corpus === undefined ? config.corpus : fromWhereTheyStand(corpus),
    index: index === undefined ? config.index : fromWhereTheyStand(index),
    ...{ model, embedder },
    onProgress: bar.onProgress,
    onNotice: notice,
  });
  bar.stop();
  for (const problem of library.report.problems) notice(`ask: ${problem.message}`);
  return library;
}

async function checkArticle(library: Asked, article: string | null): Promise<void> {
  if (article !== null && !(await library.engine.open(article)))
    throw new UsageError(`there is no article "${article}" in the corpus`);
}

async function answerThread(
  library: Asked,
  turns: readonly string[],
  { json, explain, article }: Wanted,
  id: string | null,
): Promise<void> {
  let memory = EMPTY_MEMORY;
  for (const [index, question] of turns.entries()) {
    const { answer, memory: next } = await library.engine.answer(question, {
      memory,
      articleId: article,
      ...(explain && { observer: explainer(notice) }),
    });
    memory = next;
    print(answer, json, id === null ? null : { id, turn: index + 1 }, index);
  }
}

function print(
  answer: Answer,
  json: boolean,
  label: { id: string; turn: number } | null,
  index: number,
): void {
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...label, ...answerJson(answer) })}\n`);
    return;
  }
  const heading = label ? `[${label.id} · turn ${label.turn}] ${answer.question}\n` : '';
  process.stdout.write(
    `${index > 0 || label ? '\n' : ''}${heading}${answerTerminal(answer, terminalOptions())}`,
  );
}

/** Every good line is answered; the exit tells whether there were others. */
async function answerBatch(library: Asked, lines: readonly BatchLine[], wanted: Wanted): Promise<number> {
  let failed = library.report.problems.length > 0;
  for (const line of lines) {
    try {
      if ('problem' in line) throw new Error(line.problem);
      const article = line.article ?? wanted.article;
      await checkArticle(library, article);
      await answerThread(library, line.turns, { ...wanted, article }, line.id);
    } catch (error) {
      failed = true;
      notice(`ask: line ${line.number}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed ? 1 : 0;
}

async function readBatchFile(path: string): Promise<string> {
  try {
    return await readFile(fromWhereTheyStand(path), 'utf8');
  } catch {
    throw new Error(`${path} cannot be read; name a JSON Lines file`);
  }
}
