import { resolve } from 'node:path';
import type { ArticleAdder } from '../../src/answering/adding.ts';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import { readGranted } from '../../src/playground/manifest.ts';
import { Someone } from '../../src/playground/person.ts';
import { SimulatedSlack } from '../../src/playground/simulated-slack.ts';
import { BOT, type Message, YOU } from '../../src/playground/workspace.ts';
import { type RunningSlackApp, type SlackAppOptions, startSlackApp } from '../../src/slack/app.ts';
import { oneLibrary } from '../../src/slack/libraries.ts';
import { createLog } from '../../src/slack/log.ts';

/** The manifest with the scopes to hear follow-ups that mention nobody. */
export const FOLLOW_UPS = resolve(import.meta.dirname, '../../docs/manifest-follow-ups.json');

export type Mode = 'socket' | 'http';
export const SIGNING_SECRET = 'not a secret at all';

/** The real app and a simulated Slack, joined by real sockets. */
export interface Pair {
  readonly slack: SimulatedSlack;
  readonly app: RunningSlackApp;
  readonly engine: AnswerEngine;
  readonly you: Someone;
  readonly logged: string[];
  /** The bot's messages in a channel or thread, oldest first. */
  said(where?: { channel?: string; thread?: string }): Message[];
  stop(): Promise<void>;
}

interface PairOptions {
  readonly manifest?: string;
  readonly adder?: ArticleAdder;
  /** Whether Slack takes a message that comes again under its own id for the first. */
  readonly honoursClientIds?: boolean;
}

export async function startPair(
  engine: AnswerEngine,
  mode: Mode = 'socket',
  options: Partial<SlackAppOptions> & PairOptions = {},
): Promise<Pair> {
  const { manifest, adder, honoursClientIds = false, ...appOptions } = options;
  const granted = await readGranted(manifest);
  const slack = await SimulatedSlack.start({ granted, redeliverAfter: 1_500, honoursClientIds });
  const logged: string[] = [];
  const { botToken, appToken } = slack;
  const app = await startSlackApp({
    libraries: oneLibrary(engine, adder),
    apiUrl: slack.apiUrl,
    log: createLog('warn', { write: (line) => logged.push(line) }),
    reconnectAfter: 150,
    reach:
      mode === 'socket'
        ? { mode, botToken, appToken }
        : {
            mode,
            auth: { kind: 'token', botToken },
            signingSecret: SIGNING_SECRET,
            port: 0,
            host: '127.0.0.1',
          },
    ...appOptions,
  });
  if (app.port !== null) {
    const url = `http://127.0.0.1:${app.port}/slack/events`;
    slack.deliverByHttp({ url, signingSecret: SIGNING_SECRET, retryAfter: [0, 100, 200] });
  }
  return {
    slack,
    app,
    engine,
    logged,
    you: new Someone(slack, YOU),
    said: ({ channel, thread } = {}) =>
      slack.workspace.messages.filter(
        (each) =>
          each.user === BOT.id &&
          (channel === undefined || each.channel === channel) &&
          (thread === undefined || each.thread === thread),
      ),
    async stop() {
      await app.stop();
      await slack.stop();
    },
  };
}

/** Waits until something is there, long enough for a busy machine; fails with what was looked for. */
export async function eventually<T>(
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  what: string,
  millis = 12_000,
): Promise<T> {
  const latest = Date.now() + millis;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (Date.now() > latest) throw new Error(`not seen within ${millis} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Long enough for a second answer to arrive, if there were one. */
export function aWhile(millis = 120): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
