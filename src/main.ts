import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { config as readDotEnv } from 'dotenv';
import { createAdder } from './answering/adding.ts';
import { indexFolder, openLiveLibrary, type SharedLibrary } from './answering/live-library.ts';
import { type Config, readConfig, startFolder } from './config.ts';
import { startPlayground } from './playground/playground.ts';
import { type RunningReader, startReader } from './reader/reader-server.ts';
import { type Reach, type RunningSlackApp, startSlackApp } from './slack/app.ts';
import { fileShelf } from './slack/file-shelf.ts';
import { type Health, startHealth } from './slack/health.ts';
import { type Libraries, oneLibrary, workspaceLibraries } from './slack/libraries.ts';
import { createLog } from './slack/log.ts';
import { createMetrics, type Metrics } from './slack/metrics.ts';

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
  let ready = false;
  const metrics = createMetrics(async () => (await stat(manifestOf(config))).mtimeMs);
  const health = await openHealth(config, () => ready, metrics);
  const reader = await openReader(config, library);
  const running = await start(config, library, metrics);
  ready = true;
  const at = health && !isPlayground(config) ? [`Health: http://127.0.0.1:${health.port}/readyz`] : [];
  const read = reader ? [`Reader: ${reader.url}`] : [];
  for (const line of [...(await describe(library)), ...running.lines, ...read, ...at]) console.log(line);
  stopOnSignals(async () => {
    ready = false;
    if (config.connection.mode === 'http') await sleep(NOTICE_MILLIS);
    await running.stop();
    await reader?.stop();
    await health?.stop();
    await library.close();
  });
}

/** Time for a load balancer to see that it is not ready, before requests are refused. */
const NOTICE_MILLIS = 1_000;

function isPlayground({ connection }: Config): boolean {
  return connection.mode === 'playground';
}

/** Nobody supervises the playground: where the port is taken, perhaps by the bot itself, it does without. */
async function openHealth(config: Config, isReady: () => boolean, metrics: Metrics): Promise<Health | null> {
  try {
    return await startHealth({ port: config.adminPort, host: config.adminHost }, isReady, metrics);
  } catch (error) {
    if (isPlayground(config)) return null;
    throw error;
  }
}

/** The articles as pages, where a port is set for them. */
async function openReader(config: Config, { engine }: SharedLibrary): Promise<RunningReader | null> {
  const { readerPort: port, readerHost: host, readerUrl: url } = config;
  return port === null ? null : startReader({ library: engine, port, host, url });
}

async function openLibrary(config: Config): Promise<SharedLibrary> {
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

async function start(config: Config, library: SharedLibrary, metrics: Metrics): Promise<Running> {
  const { connection, logLevel } = config;
  switch (connection.mode) {
    case 'playground': {
      // What is tried out there must not change the corpus.
      const libraries = workspaceLibraries(library, join(config.state, 'workspaces'));
      const playground = await startPlayground({
        libraries,
        ...(config.articleAdders.length > 0 && { mayAdd: mayAdd(config) }),
        port: connection.port,
        log: createLog(logLevel),
      });
      return {
        lines: [
          `Playground: ${playground.url}`,
          'A simulated Slack for trying the bot; nothing leaves this computer. For the real one, see README.md.',
        ],
        async stop() {
          await playground.stop();
          await libraries.close();
        },
      };
    }
    case 'socket': {
      const app = await startForSlack(config, library, connection, metrics);
      return { lines: ['Connected to Slack by Socket Mode.'], stop: app.stop };
    }
    case 'http': {
      const app = await startForSlack(config, library, connection, metrics);
      const base = `http://localhost:${app.port}/slack`;
      const install =
        connection.auth.kind === 'oauth' ? [`To install it in a workspace: ${base}/install`] : [];
      return { lines: [`Waiting for Slack at ${base}/events`, ...install], stop: app.stop };
    }
    default:
      return connection satisfies never;
  }
}

function mayAdd({ articleAdders }: Config): (user: string) => boolean {
  return (user) => articleAdders.includes('*') || articleAdders.includes(user);
}

/** One workspace adds to the corpus itself; where many share the app, each to a folder of its own. */
function librariesOf({ corpus, state }: Config, library: SharedLibrary, reach: Reach): Libraries {
  const shared = reach.mode === 'http' && reach.auth.kind === 'oauth';
  if (shared) return workspaceLibraries(library, join(state, 'workspaces'));
  return oneLibrary(library.engine, createAdder(corpus, library));
}

/** The app with a shelf on the disk, closed together. */
async function startForSlack(
  config: Config,
  library: SharedLibrary,
  reach: Reach,
  metrics: Metrics,
): Promise<RunningSlackApp> {
  const libraries = librariesOf(config, library, reach);
  const shelf = await fileShelf(config.state);
  try {
    const app = await startSlackApp({
      libraries,
      reach,
      shelf,
      mayAdd: mayAdd(config),
      apiUrl: config.slackApiUrl,
      log: createLog(config.logLevel, { text: config.logText }),
      metrics,
      questionsPerMinute: config.questionsPerMinute,
      indexVersion: await indexVersion(config),
      reader: config.readerUrl === null ? null : { url: config.readerUrl, library: library.engine },
    });
    return {
      ...app,
      async stop() {
        const givenUp = await app.stop();
        await shelf.close();
        await libraries.close();
        return givenUp;
      },
    };
  } catch (error) {
    await shelf.close();
    throw error;
  }
}

/** The beginning of the hash of the index's manifest, which names every part of it by its hash. */
async function indexVersion(config: Config): Promise<string> {
  const manifest = await readFile(manifestOf(config));
  return createHash('sha256').update(manifest).digest('hex').slice(0, 12);
}

function manifestOf({ corpus, index }: Config): string {
  return join(indexFolder(corpus, index), 'manifest.json');
}

async function describe({ engine, report }: SharedLibrary): Promise<string[]> {
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
