import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { config as readDotEnv } from 'dotenv';
import { createAdder } from './answering/adding.ts';
import type { AnswerEngine } from './answering/answer.ts';
import { type LiveLibrary, openLiveLibrary } from './answering/live-library.ts';
import { indexFolder } from './answering/open-engine.ts';
import { type Config, readConfig, startFolder } from './config.ts';
import { startPlayground } from './playground/playground.ts';
import { type Reach, type RunningSlackApp, startSlackApp } from './slack/app.ts';
import type { Adding } from './slack/desk.ts';
import { fileShelf } from './slack/file-shelf.ts';
import { createLog } from './slack/log.ts';

interface Running {
  /** What is said on standard output once it runs; five lines at most, with what is said before. */
  readonly lines: readonly string[];
  stop(): Promise<unknown>;
}

/** Starts what the settings ask for, says so, and runs until it is told to stop. */
async function main(): Promise<void> {
  readDotEnv({ quiet: true });
  const config = readConfig();
  const library = await openLibrary(config);
  const running = await start(config, library);
  for (const line of [...(await describe(library)), ...running.lines]) console.log(line);
  stopOnSignals(async () => {
    await running.stop();
    await library.close();
  });
}

async function openLibrary(config: Config): Promise<LiveLibrary> {
  const library = await openLiveLibrary({
    corpus: config.corpus,
    index: config.index,
    model: {
      model: config.embeddingModel,
      allowDownload: config.allowModelDownload,
      baseFolder: startFolder(),
    },
    onNotice: (line) => console.error(line),
  });
  for (const problem of library.report.problems) console.error(problem.message);
  if (library.report.articles === 0) {
    throw new Error(`${config.corpus} holds no article: put .txt or .md files there, or set CORPUS.`);
  }
  return library;
}

async function start(config: Config, library: LiveLibrary): Promise<Running> {
  const { connection, logLevel } = config;
  const { engine } = library;
  const adding = addingOf(config, library);
  const log = createLog(logLevel);
  switch (connection.mode) {
    case 'playground': {
      const playground = await startPlayground({ engine, port: connection.port, log, adding });
      return {
        lines: [
          `Playground: ${playground.url}`,
          'A simulated Slack for trying the bot; nothing leaves this computer. For the real one, see README.md.',
        ],
        stop: () => playground.stop(),
      };
    }
    case 'socket': {
      const app = await startForSlack(config, engine, connection, adding);
      return { lines: ['Connected to Slack by Socket Mode.'], stop: app.stop };
    }
    case 'http': {
      const app = await startForSlack(config, engine, connection, adding);
      const base = `http://localhost:${app.port}/slack`;
      const install =
        connection.auth.kind === 'oauth' ? [`To install it in a workspace: ${base}/install`] : [];
      return { lines: [`Waiting for Slack at ${base}/events`, ...install], stop: app.stop };
    }
    default:
      return connection satisfies never;
  }
}

/** Who may add articles. Not where many workspaces share the app: each would read the others' articles. */
function addingOf({ corpus, connection, articleAdders }: Config, library: LiveLibrary): Adding | null {
  const shared = connection.mode === 'http' && connection.auth.kind === 'oauth';
  if (shared || articleAdders.length === 0) return null;
  const everybody = articleAdders.includes('*');
  return {
    adder: createAdder(corpus, library),
    allows: (user) => everybody || articleAdders.includes(user),
  };
}

/** The app with a shelf on the disk, closed together. */
async function startForSlack(
  config: Config,
  engine: AnswerEngine,
  reach: Reach,
  adding: Adding | null,
): Promise<RunningSlackApp> {
  const shelf = await fileShelf(config.state);
  try {
    const app = await startSlackApp({
      engine,
      reach,
      shelf,
      adding,
      apiUrl: config.slackApiUrl,
      log: createLog(config.logLevel),
      indexVersion: await indexVersion(config),
    });
    return {
      ...app,
      async stop() {
        const givenUp = await app.stop();
        await shelf.close();
        return givenUp;
      },
    };
  } catch (error) {
    await shelf.close();
    throw error;
  }
}

/** The beginning of the hash of the index's manifest, which names every part of it by its hash. */
async function indexVersion({ corpus, index }: Config): Promise<string> {
  const manifest = await readFile(join(indexFolder(corpus, index), 'manifest.json'));
  return createHash('sha256').update(manifest).digest('hex').slice(0, 12);
}

async function describe({ engine, report }: LiveLibrary): Promise<string[]> {
  const [first] = await engine.articles();
  const count = report.articles === 1 ? '1 article' : `${report.articles} articles`;
  return [`Whosaid has read ${count}${first && report.articles === 1 ? `: ${first.title}` : ''}.`];
}

/** A second signal ends it at once. */
function stopOnSignals(stop: () => Promise<unknown>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message.replace(/\s*\n\s*/g, ' '));
  process.exit(1);
}

main().catch(fail);
