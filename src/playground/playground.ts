import type { ArticleAdder } from '../answering/adding.ts';
import type { AnswerEngine } from '../answering/answer.ts';
import { startSlackApp } from '../slack/app.ts';
import { oneLibrary } from '../slack/libraries.ts';
import type { Log } from '../slack/log.ts';
import { starters } from '../slack/starters.ts';
import { readGranted } from './manifest.ts';
import { startPageServer } from './page-server.ts';
import { SimulatedSlack } from './simulated-slack.ts';

export interface PlaygroundOptions {
  readonly engine: AnswerEngine;
  /** The first port that is tried for the page; 0: any. */
  readonly port: number;
  readonly log: Log;
  /** What adds articles; nobody can, if not given. */
  readonly adder?: ArticleAdder | null;
  /** Who may add articles; nobody, if not given. */
  readonly mayAdd?: (user: string) => boolean;
}

export interface RunningPlayground {
  readonly url: string;
  readonly slack: SimulatedSlack;
  stop(): Promise<void>;
}

/** The simulated Slack, the unchanged app connected to it by Socket Mode, and the page to use both. */
export async function startPlayground(options: PlaygroundOptions): Promise<RunningPlayground> {
  const { engine, port, log, adder = null, mayAdd } = options;
  const granted = await readGranted();
  const slack = await SimulatedSlack.start({ granted });
  const app = await startSlackApp({
    libraries: oneLibrary(engine, adder),
    reach: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    log,
    ...(mayAdd && { mayAdd }),
  });
  const stop = async (): Promise<void> => {
    await app.stop();
    await slack.stop();
  };
  try {
    const introduction = {
      articles: await engine.articles(),
      starters: [...(await starters(engine)), { label: 'Only you see it', text: '/article help' }],
    };
    const page = await startPageServer({ slack, introduction, port });
    return {
      url: page.url,
      slack,
      async stop() {
        await page.stop();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
