import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answer, Millis } from '../answering/answer.ts';
import type { Json, Shelf } from './shelf.ts';

/** What is only known when somebody looks. */
export interface Levels {
  /** Questions that wait for their turn. */
  readonly queued: number;
  /** Deliveries under way. */
  readonly inFlight: number;
  /** Entries of the inbox in the hands of this process. */
  readonly inHand: number;
  /** Entries of the inbox, in anybody's hands. */
  readonly waiting: number;
  readonly oldestSeconds: number;
}

/** What an operator watches. No label holds a word that somebody wrote, or the id of a workspace. */
export interface Metrics {
  readonly duplicates: Counter;
  readonly recovered: Counter;
  readonly expired: Counter;
  readonly replySeconds: Histogram;
  answered(answer: Pick<Answer, 'request' | 'outcome' | 'millis'>): void;
  refused(reason: 'busy' | 'limit' | 'long'): void;
  failed(kind: string): void;
  slackCalled(method: string, outcome: string): void;
  storeFailed(operation: string): void;
  /** Says where the levels are read from, from now on. */
  watch(levels: () => Levels): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];
const PARTS = [
  'understand',
  'embed',
  'search',
  'rank',
  'compose',
  'total',
] as const satisfies (keyof Millis)[];

/** Metrics in a registry of their own. `indexedAt`: when the index was written, in milliseconds since 1970. */
export function createMetrics(indexedAt: () => Promise<number | null> = async () => null): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
    new Counter({ name: `whosaid_${name}`, help, labelNames, registers });
  const answers = counter('answers_total', 'Answers by request and outcome.', ['request', 'outcome']);
  const refusals = counter('refusals_total', 'Questions refused politely.', ['reason']);
  const failures = counter('failures_total', 'Deliveries that ended with an error.', ['kind']);
  const calls = counter('slack_calls_total', 'Calls of the Web API.', ['method', 'outcome']);
  const storeErrors = counter('store_errors_total', 'Failed operations of the store.', ['operation']);
  const parts = new Histogram({
    name: 'whosaid_answer_seconds',
    help: 'Time that the parts of an answer take.',
    labelNames: ['part'],
    buckets: SECONDS,
    registers,
  });
  let levels: () => Levels = () => ({ queued: 0, inFlight: 0, inHand: 0, waiting: 0, oldestSeconds: 0 });
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name: `whosaid_${name}`,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('queue_depth', 'Questions that wait for their turn.', () => levels().queued);
  gauge('in_flight', 'Deliveries under way.', () => levels().inFlight);
  gauge('inbox_in_hand', 'Entries of the inbox in the hands of this process.', () => levels().inHand);
  gauge('inbox_size', 'Entries of the inbox, in anybody’s hands.', () => levels().waiting);
  gauge('inbox_oldest_seconds', 'Age of the oldest entry of the inbox.', () => levels().oldestSeconds);
  new Gauge({
    name: 'whosaid_index_age_seconds',
    help: 'Time since the index was written.',
    registers,
    async collect() {
      const at = await indexedAt().catch(() => null);
      if (at !== null) this.set((Date.now() - at) / 1000);
    },
  });
  return {
    duplicates: counter('duplicates_total', 'Deliveries of what was delivered before.'),
    recovered: counter('inbox_recovered_total', 'Entries of the inbox that a process left unanswered.'),
    expired: counter('inbox_expired_total', 'Entries of the inbox that were too old to be answered.'),
    replySeconds: new Histogram({
      name: 'whosaid_reply_seconds',
      help: 'Time from the delivery of a question to its posted answer.',
      buckets: SECONDS,
      registers,
    }),
    answered({ request, outcome, millis }) {
      answers.inc({ request, outcome });
      for (const part of PARTS) parts.observe({ part }, millis[part] / 1000);
    },
    refused: (reason) => refusals.inc({ reason }),
    failed: (kind) => failures.inc({ kind }),
    slackCalled: (method, outcome) => calls.inc({ method, outcome }),
    storeFailed: (operation) => storeErrors.inc({ operation }),
    watch(read) {
      levels = read;
    },
    text: () => registry.metrics(),
  };
}

/** A shelf whose failures are counted. */
export function countingShelf(shelf: Shelf, metrics: Metrics): Shelf {
  const counted = async <T>(operation: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      metrics.storeFailed(operation);
      throw error;
    }
  };
  return {
    get: (key) => counted('get', () => shelf.get(key)),
    put: (key: string, value: Json, keepMillis?: number) =>
      counted('put', () => shelf.put(key, value, keepMillis)),
    claim: (keys, keepMillis, also) => counted('claim', () => shelf.claim(keys, keepMillis, also)),
    remove: (...keys) => counted('remove', () => shelf.remove(...keys)),
    list: (prefix, most) => counted('list', () => shelf.list(prefix, most)),
    close: () => shelf.close(),
  };
}
