import type { IncomingMessage, ServerResponse } from 'node:http';
import { HTTPReceiver, type Logger, SocketModeReceiver, type webApi } from '@slack/bolt';

/** One call of the Web API may take this long; Slack itself answers in well under a second. */
const CALL_MILLIS = 10_000;
/** Slack's own rule for requests that it signs. */
const SIGNATURE_AGE_SECONDS = 300;

/** Settings of every Web API client: two quick tries more, and a rate limit is ours to wait for. */
export function clientOptions(apiUrl: string | null, log: Logger): webApi.WebClientOptions {
  return {
    ...(apiUrl !== null && { slackApiUrl: apiUrl }),
    logger: log,
    timeout: CALL_MILLIS,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 2, factor: 2, minTimeout: 300, maxTimeout: 2_000 },
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
  return receiver;
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

/** Receives signed requests at `/slack/events`. */
export function httpReceiver(signingSecret: string, log: Logger): HTTPReceiver {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: ['/slack/events'], logger: log });
  const listen = receiver.requestListener;
  // Bolt refuses old signatures only; one dated ahead would be accepted again until its time has come.
  receiver.requestListener = (request: IncomingMessage, response: ServerResponse) => {
    const ahead = Number(request.headers['x-slack-request-timestamp'] ?? 0) - Date.now() / 1000;
    if (ahead <= SIGNATURE_AGE_SECONDS) return listen(request, response);
    response.writeHead(401).end();
  };
  return receiver;
}
