import type { Millis } from '../../answering/answer.ts';

/** What one delivery led to, for the log and the metrics; filled in by those who answer it. */
export interface Report {
  request?: string;
  outcome?: string;
  question?: string;
  parts?: Millis;
}

/** One thing that Slack delivered, while it is being worked on. */
export interface Delivery {
  /** Names it in the log. */
  readonly id: string;
  /** Milliseconds since 1970 when it came first. */
  readonly at: number;
  /** It was taken up before, by a process that did not finish it: an answer may already stand. */
  readonly recovered: boolean;
  /** How often it was taken up, this time included. */
  readonly tries: number;
  readonly report: Report;
  /**
   * Says that it is answered, as soon as it is: nobody answers it again from then on, whatever happens to this
   * process. Never rejects.
   */
  settle(): Promise<void>;
  /** It is to be tried again later, because nothing could be answered and nobody could be told. */
  postponed: boolean;
}

const deliveries = new WeakMap<object, Delivery>();

/** Remembers the delivery of a body for as long as the body is worked on. */
export function remember(body: object, delivery: Delivery): void {
  deliveries.set(body, delivery);
}

/** The delivery that a body came with. Bolt hands listeners and its error handler the same body. */
export function deliveryOf(body: object): Delivery {
  const known = deliveries.get(body);
  if (known) return known;
  const fresh = {
    id: 'none',
    at: Date.now(),
    recovered: false,
    tries: 1,
    report: {},
    settle: async () => undefined,
    postponed: false,
  };
  deliveries.set(body, fresh);
  return fresh;
}

/** How long a question waited before it was taken up again, in words; null where nobody noticed. */
export function lateNote({ recovered, at }: Delivery, now = Date.now()): string | null {
  const minutes = Math.round((now - at) / 60_000);
  if (!recovered || minutes < UNNOTICED_MINUTES) return null;
  const ago =
    minutes < 60 ? `${minutes} minutes` : minutes < 90 ? 'an hour' : `${Math.round(minutes / 60)} hours`;
  return `You asked ${ago} ago; I was not running then.`;
}

/** An answer that comes so late needs no explanation. */
const UNNOTICED_MINUTES = 3;
