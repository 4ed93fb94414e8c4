import { setTimeout as sleep } from 'node:timers/promises';
import { config as readDotEnv } from 'dotenv';
import { type Config, readConfig, startFolder } from './config.ts';
import { startPlayground } from './playground/playground.ts';
import { type RunningReader, startReader } from './reader/reader-server.ts';
import { type Reach, type RunningSlackApp, startSlackApp } from './slack/app.ts';
import { type Backing, openFiles, openPostgres } from './slack/backing.ts';
import { type Health, startHealth } from './slack/health.ts';
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
  const backing = await openBacking(config);
  let ready = false;
  const metrics = createMetrics(async () => (await backing.indexed()).at);
  const health = await openHealth(config, () => ready, metrics);
  const reader = await openReader(config, backing);
  const running = await start(config, backing, metrics);
  ready = true;
  const at = health && !isPlayground(config) ? [`Health: http://127.0.0.1:${health.port}/readyz`] : [];
  const read = reader ? [`Reader: ${reader.url}`] : [];
  for (const line of [...(await describe(backing)), ...running.lines, ...read, ...at]) console.log(line);
  stopOnSignals(async () => {
    ready = false;
    if (config.connection.mode === 'http') await sleep(NOTICE_MILLIS);
    await running.stop();
    await reader?.stop();
    await health?.stop();
    await backing.close();
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
async function openReader(config: Config, { engine }: Backing): Promise<RunningReader | null> {
  const { readerPort: port, readerHost: host, readerUrl: url } = config;
  return port === null ? null : startReader({ library: engine, port, host, url });
}

async function openBacking(config: Config): Promise<Backing> {
  const { corpus, index, state, storeUrl } = config;
  const model = {
    model: config.embeddingModel,
    allowDownload: config.allowModelDownload,
    baseFolder: startFolder(),
  };
  const options = { corpus, index, state, model, onNotice: (line: string) => console.error(line) };
  const backing = storeUrl === null ? await openFiles(options) : await openPostgres(storeUrl, options);
  for (const problem of backing.report.problems) console.error(problem.message);
  if (backing.report.articles === 0) {
    throw new Error(`${corpus} holds no article: put .txt or .md files there, or set CORPUS.`);
  }
  return backing;
}

async function start(config: Config, backing: Backing, metrics: Metrics): Promise<Running> {
  const { connection, logLevel } = config;
  switch (connection.mode) {
    case 'playground': {
      // What is tried out there must not change the corpus.
      const libraries = backing.libraries(true);
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
      const app = await startForSlack(config, backing, connection, metrics);
      return { lines: ['Connected to Slack by Socket Mode.'], stop: app.stop };
    }
    case 'http': {
      const app = await startForSlack(config, backing, connection, metrics);
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

/** The app with its shelf, closed together. */
async function startForSlack(
  config: Config,
  backing: Backing,
  reach: Reach,
  metrics: Metrics,
): Promise<RunningSlackApp> {
  const libraries = backing.libraries(reach.mode === 'http' && reach.auth.kind === 'oauth');
  const shelf = await backing.openShelf();
  try {
    const app = await startSlackApp({
      libraries,
      reach,
      shelf,
      shared: config.storeUrl !== null,
      mayAdd: mayAdd(config),
      apiUrl: config.slackApiUrl,
      log: createLog(config.logLevel, { text: config.logText }),
      metrics,
      questionsPerMinute: config.questionsPerMinute,
      indexVersion: (await backing.indexed()).version,
      reader: config.readerUrl === null ? null : { url: config.readerUrl, library: backing.engine },
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

async function describe({ engine, report }: Backing): Promise<string[]> {
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
