import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  HTTPReceiver,
  type InstallationStore,
  type Logger,
  SocketModeReceiver,
  type webApi,
} from '@slack/bolt';
import type { Metrics } from './metrics.ts';
import { patientFetch } from './patient-fetch.ts';
import { SCOPES } from './scopes.ts';

/** One call of the Web API may take this long; Slack itself answers in well under a second. */
const CALL_MILLIS = 10_000;
/** Slack's own rule for requests that it signs. */
const SIGNATURE_AGE_SECONDS = 300;

/**
 * Settings of every Web API client: trying again is left to the fetch below it, and a rate limit is
 * ours to wait for. `millis` is the time that one call may take, all its tries included.
 */
export function clientOptions(
  apiUrl: string | null,
  log: Logger,
  millis = CALL_MILLIS,
  metrics: Pick<Metrics, 'slackCalled'> | null = null,
): webApi.WebClientOptions {
  return {
    ...(apiUrl !== null && { slackApiUrl: apiUrl }),
    logger: log,
    timeout: millis,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    fetch: patientFetch({ millis, onCall: metrics?.slackCalled ?? null }),
  };
}

/**
 * Receives by Socket Mode. Connecting is tried for as long as it takes: a failed try would end the
 * process as an unhandled rejection. `patience` is the wait before the first new try, in milliseconds.
 */
export function socketReceiver(
  appToken: string,
  apiUrl: string | null,
  log: Logger,
  patience = 5_000,
): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: log,
    clientPingTimeout: patience,
    installerOptions: {
      clientOptions: {
        ...clientOptions(apiUrl, log),
        rejectRateLimitedCalls: false,
        retryConfig: {
          forever: true,
          retries: 1_000_000,
          factor: 1.5,
          minTimeout: patience,
          maxTimeout: 30_000,
        },
      },
    },
  });
  ignoreMalformedFrames(receiver, log);
  giveUpDeadConnections(receiver);
  return receiver;
}

const LOOK_MILLIS = 1_500;
const CLOSING = 2;

/**
 * A connection that has gone dead does not answer the closing handshake either, for which the client
 * would wait half a minute: asked a second time, it closes without it.
 */
function giveUpDeadConnections({ client }: SocketModeReceiver): void {
  let before: unknown = null;
  const timer = setInterval(() => {
    const socket: unknown = Reflect.get(client, 'websocket');
    const isClosing =
      typeof socket === 'object' && socket !== null && Reflect.get(socket, 'readyState') === CLOSING;
    if (isClosing && socket === before) Reflect.apply(Reflect.get(socket, 'disconnect'), socket, []);
    before = isClosing ? socket : null;
  }, LOOK_MILLIS);
  timer.unref();
}

/** An `events_api` frame without its payload would end the process as an unhandled rejection. */
function ignoreMalformedFrames({ client }: SocketModeReceiver, log: Logger): void {
  const listeners = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    if (!isBinary && !isWellFormed(data)) {
      log.warn('a malformed frame from Slack was ignored');
      return;
    }
    for (const listener of listeners) {
      Promise.resolve(Reflect.apply(listener, client, [data, isBinary])).catch((error: unknown) =>
        log.error(error),
      );
    }
  });
}

function isWellFormed(data: unknown): boolean {
  try {
    const text = typeof data === 'string' ? data : new TextDecoder().decode(data as ArrayBuffer);
    const frame: unknown = JSON.parse(text);
    if (typeof frame !== 'object' || frame === null || !('type' in frame)) return false;
    if (frame.type === 'hello' || frame.type === 'disconnect') return true;
    if (!('payload' in frame) || typeof frame.payload !== 'object' || frame.payload === null) return false;
    if (frame.type !== 'events_api') return true;
    const { payload } = frame;
    return 'event' in payload && typeof payload.event === 'object' && payload.event !== null;
  } catch {
    return false;
  }
}

/** What it takes to be installed in many workspaces. */
export interface OAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly installations: InstallationStore;
}

/**
 * Receives signed requests at `/slack/events`; with OAuth it also serves `/slack/install` and
 * `/slack/oauth_redirect`.
 */
export function httpReceiver(
  signingSecret: string,
  apiUrl: string | null,
  log: Logger,
  oauth: OAuth | null,
): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: ['/slack/events'],
    logger: log,
    ...(oauth && {
      clientId: oauth.clientId,
      clientSecret: oauth.clientSecret,
      stateSecret: oauth.stateSecret,
      installationStore: oauth.installations,
      scopes: [...SCOPES],
      installerOptions: {
        clientOptions: clientOptions(apiUrl, log),
        ...(apiUrl !== null && { authorizationUrl: new URL('../oauth/v2/authorize', apiUrl).href }),
      },
    }),
  });
  if (receiver.installer) refreshOnce(receiver.installer);
  const listen = receiver.requestListener;
  // Bolt refuses old signatures only; one dated ahead would be accepted again until its time has come.
  receiver.requestListener = (request: IncomingMessage, response: ServerResponse) => {
    const ahead = Number(request.headers['x-slack-request-timestamp'] ?? 0) - Date.now() / 1000;
    if (ahead <= SIGNATURE_AGE_SECONDS) return listen(request, response);
    response.writeHead(401).end();
  };
  return receiver;
}

/** A refresh token works once: events of a workspace that come together share one authorisation. */
function refreshOnce(installer: NonNullable<HTTPReceiver['installer']>): void {
  const authorize = installer.authorize.bind(installer);
  const underWay = new Map<string, ReturnType<typeof authorize>>();
  installer.authorize = (source) => {
    const key = JSON.stringify([source.enterpriseId, source.teamId, source.userId]);
    const current = underWay.get(key);
    if (current) return current;
    const next = authorize(source).finally(() => underWay.delete(key));
    underWay.set(key, next);
    return next;
  };
}
