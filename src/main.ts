import { config as readDotEnv } from 'dotenv';
import { type OpenLibrary, openEngine } from './answering/open-engine.ts';
import { type Config, readConfig, startFolder } from './config.ts';
import { startPlayground } from './playground/playground.ts';
import { type Reach, startSlackApp } from './slack/app.ts';
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

async function openLibrary(config: Config): Promise<OpenLibrary> {
  const library = await openEngine({
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

async function start(
  { connection, slackApiUrl, logLevel }: Config,
  { engine }: OpenLibrary,
): Promise<Running> {
  const log = createLog(logLevel);
  switch (connection.mode) {
    case 'playground': {
      const playground = await startPlayground({ engine, port: connection.port, log });
      return {
        lines: [
          `Playground: ${playground.url}`,
          'A simulated Slack for trying the bot; nothing leaves this computer. For the real one, see README.md.',
        ],
        stop: () => playground.stop(),
      };
    }
    case 'socket': {
      const app = await startSlackApp({ engine, reach: connection, apiUrl: slackApiUrl, log });
      return { lines: ['Connected to Slack by Socket Mode.'], stop: () => app.stop() };
    }
    case 'http': {
      const { auth, port, signingSecret } = connection;
      if (auth.kind === 'oauth') {
        throw new Error('Installation by OAuth is not supported yet: set SLACK_BOT_TOKEN instead.');
      }
      const reach: Reach = { mode: 'http', botToken: auth.botToken, port, signingSecret };
      const app = await startSlackApp({ engine, reach, apiUrl: slackApiUrl, log });
      return {
        lines: [`Waiting for Slack at http://localhost:${app.port}/slack/events`],
        stop: () => app.stop(),
      };
    }
    default:
      return connection satisfies never;
  }
}

async function describe({ engine, report }: OpenLibrary): Promise<string[]> {
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
