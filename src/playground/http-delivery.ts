import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Acknowledgement, type Delivery, type Envelope, MOST_RETRIES } from './delivery.ts';

export interface HttpDeliveryOptions {
  /** Where the app takes requests. */
  readonly url: string;
  readonly signingSecret: string;
  /** Milliseconds to wait before each retry; Slack: at once, a minute, five minutes. */
  readonly retryAfter?: readonly number[];
  /** Milliseconds that the app has to answer; Slack: three seconds. */
  readonly patience?: number;
}

const RETRY_AFTER = [0, 60_000, 300_000];
const PATIENCE = 3_000;

/** Deliveries as signed HTTP requests. */
export class HttpDelivery implements Delivery {
  readonly #options: HttpDeliveryOptions;
  #stopped = false;

  constructor(options: HttpDeliveryOptions) {
    this.#options = options;
  }

  async deliver(envelope: Envelope): Promise<Acknowledgement> {
    const waits = this.#options.retryAfter ?? RETRY_AFTER;
    for (let tries = 0; tries <= MOST_RETRIES && !this.#stopped; tries += 1) {
      if (tries > 0) await sleep(waits[tries - 1] ?? 0);
      const retry: Record<string, string> =
        tries > 0 ? { 'x-slack-retry-num': String(tries), 'x-slack-retry-reason': 'http_timeout' } : {};
      const taken = await this.send(envelope, retry).catch(() => null);
      if (taken?.ok) return readAnswer(await taken.text());
      if (envelope.type !== 'events_api') return null;
    }
    return null;
  }

  /** One signed request with further headers; `at` dates the signature, in seconds. */
  send(
    envelope: Envelope,
    headers: Readonly<Record<string, string>> = {},
    at = Math.floor(Date.now() / 1000),
  ): Promise<Response> {
    const { body, type } = encode(envelope);
    return fetch(this.#options.url, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': signature(this.#options.signingSecret, at, body),
        ...headers,
      },
      signal: AbortSignal.timeout(this.#options.patience ?? PATIENCE),
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
  }
}

/** Slack's signature of a body, version 0. */
export function signature(secret: string, at: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`;
}

/** Events travel as JSON, commands as a form, everything interactive as JSON in a form. */
function encode({ type, payload }: Envelope): { body: string; type: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (type) {
    case 'events_api':
      return { body: JSON.stringify(payload), type: 'application/json' };
    case 'slash_commands':
      return { body: new URLSearchParams(payload as Record<string, string>).toString(), type: form };
    case 'interactive':
      return { body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), type: form };
    default:
      return type satisfies never;
  }
}

function readAnswer(body: string): Acknowledgement {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null ? { ...answer } : {};
  } catch {
    return body === '' ? {} : { text: body };
  }
}
