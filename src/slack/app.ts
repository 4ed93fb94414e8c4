import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { App, type HTTPReceiver, type SocketModeReceiver, webApi } from '@slack/bolt';
import type { HttpConnection, SocketConnection } from '../config.ts';
import type { Desk } from './desk.ts';
import { handleErrors } from './errors.ts';
import { inFlight } from './in-flight.ts';
import { Inbox } from './inbox/inbox.ts';
import { receiveThrough } from './inbox/receive.ts';
import { shelfInstallations } from './installations.ts';
import type { Libraries } from './libraries.ts';
import { userLimits } from './limits.ts';
import { listenToButtons } from './listeners/buttons.ts';
import { listenToCommand } from './listeners/command.ts';
import { listenToFeedback } from './listeners/feedback.ts';
import { listenToHome } from './listeners/home.ts';
import { listenToMessages } from './listeners/messages.ts';
import { listenToSettings } from './listeners/settings.ts';
import { listenToShortcuts } from './listeners/shortcuts.ts';
import { listenToUninstall } from './listeners/uninstall.ts';
import type { Log } from './log.ts';
import { countingShelf, createMetrics, type Metrics } from './metrics.ts';
import { channelQueues, slots } from './queues.ts';
import { type LinkedReader, readerLinks } from './reader-links.ts';
import { clientOptions, httpReceiver, type OAuth, socketReceiver } from './receivers.ts';
import { Records } from './records.ts';
import { memoryShelf, type Shelf } from './shelf.ts';

/** How the app is reached; `host` is the address to listen on, every one of the machine's if not given. */
export type Reach = SocketConnection | (HttpConnection & { readonly host?: string });

export interface SlackAppOptions {
  /** What each workspace is answered from; closing them is the caller's. */
  readonly libraries: Libraries;
  readonly reach: Reach;
  /** Base address of the Web API; null: Slack's own. */
  readonly apiUrl: string | null;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** Where what outlives a message is kept; as long as the process, if not given. */
  readonly shelf?: Shelf;
  /** Whether other processes use the same shelf. */
  readonly shared?: boolean;
  /** How many questions a person may ask in a minute; 0, and if not given: as many as they like. */
  readonly questionsPerMinute?: number;
  /** Names the index that answers. */
  readonly indexVersion?: string;
  /** What paragraphs lead to; nowhere, if not given. */
  readonly reader?: LinkedReader | null;
  /** Who may add articles; nobody, if not given. */
  readonly mayAdd?: (user: string) => boolean;
  /** Milliseconds that one call of the Web API may take. */
  readonly callTimeout?: number;
  /** Milliseconds before a lost Socket Mode connection is opened anew. */
  readonly reconnectAfter?: number;
}

export interface RunningSlackApp {
  /** The port that is listened on; null by Socket Mode. */
  readonly port: number | null;
  /** Takes nothing new up, finishes the answers under way, then closes. How many were given up. */
  stop(): Promise<number>;
}

/** A supervisor usually kills after ten seconds: these two together stay below. */
const DRAIN_MILLIS = 6_000;
const CLOSE_MILLIS = 1_500;
/** Answers are computed in this thread: more at once would only make each of them late. */
const AT_ONCE = 2;

/** Starts the Slack app. Rejects with Slack's error where a token is refused or the port is taken. */
export async function startSlackApp(options: SlackAppOptions): Promise<RunningSlackApp> {
  const { reach, apiUrl, log } = options;
  const metrics = options.metrics ?? createMetrics();
  const shelf = countingShelf(options.shelf ?? memoryShelf(), metrics);
  const arriving = inFlight();
  const desk: Desk = {
    libraries: options.libraries,
    records: new Records(shelf),
    indexVersion: options.indexVersion ?? 'unknown',
    readerLinks: readerLinks(options.reader ?? null),
    mayAdd: options.mayAdd ?? (() => false),
    queues: channelQueues(),
    slots: slots(AT_ONCE, () => arriving.count > 0),
    limits: userLimits(options.questionsPerMinute ?? 0),
    inFlight: inFlight(),
    arriving,
    metrics,
    log,
  };
  const inbox = new Inbox(shelf, { alone: options.shared !== true });
  metrics.watch(() => ({
    queued: desk.queues.waiting,
    inFlight: desk.inFlight.count,
    inHand: inbox.inHand,
    waiting: inbox.waiting,
    oldestSeconds: inbox.oldestMillis / 1000,
  }));
  const oauth = oauthOf(reach, shelf);
  const receiver =
    reach.mode === 'socket'
      ? socketReceiver(reach.appToken, apiUrl, log, options.reconnectAfter)
      : httpReceiver(reach.signingSecret, apiUrl, log, oauth);
  const token = tokenOf(reach);
  const app = new App({
    ...(token !== null && { token }),
    receiver,
    clientOptions: clientOptions(apiUrl, log, options.callTimeout, metrics),
    logger: log,
    extendedErrorHandler: true,
    deferInitialization: true,
    convoStore: false,
  });
  await named('SLACK_BOT_TOKEN', apiUrl, () => app.init());
  listenToMessages(app, desk);
  listenToCommand(app, desk);
  listenToButtons(app, desk);
  listenToFeedback(app, desk);
  listenToHome(app, desk);
  listenToSettings(app, desk);
  listenToShortcuts(app, desk);
  listenToUninstall(app, desk, oauth?.installations ?? null);
  handleErrors(app, desk);

  const receiving = await receiveThrough(app, inbox, desk);
  if (reach.mode === 'socket') await named('SLACK_APP_TOKEN', apiUrl, () => app.start());
  const port = reach.mode === 'http' ? await listen(app, reach) : null;
  return {
    port,
    async stop() {
      await Promise.race([stopReceiving(receiver), sleep(CLOSE_MILLIS, undefined, { ref: false })]);
      const left = await desk.inFlight.drain(DRAIN_MILLIS);
      await receiving.stop();
      return left;
    },
  };
}

function tokenOf(reach: Reach): string | null {
  if (reach.mode === 'socket') return reach.botToken;
  return reach.auth.kind === 'token' ? reach.auth.botToken : null;
}

function oauthOf(reach: Reach, shelf: Shelf): OAuth | null {
  if (reach.mode === 'socket' || reach.auth.kind === 'token') return null;
  return { ...reach.auth, installations: shelfInstallations(shelf, reach.auth.stateSecret) };
}

/** Slack did not let the app start. The message is one line for the person who starts it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

async function named<T>(token: string, apiUrl: string | null, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) {
      throw new StartError(`Slack refused ${token}: ${error.data.error}.`);
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`Slack cannot be reached at ${apiUrl ?? 'slack.com'}: ${reason}`);
  }
}

async function listen(app: App, { port, host }: Extract<Reach, { mode: 'http' }>): Promise<number> {
  const server = await app.start({ port, ...(host !== undefined && { host }) }).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw taken ? new StartError(`Port ${port} is taken: set PORT to a free one.`) : error;
  });
  const address = server.address() as AddressInfo | null;
  return address?.port ?? port;
}

async function stopReceiving(receiver: SocketModeReceiver | HTTPReceiver): Promise<void> {
  if ('client' in receiver) await receiver.client.disconnect();
  else await receiver.stop();
}
