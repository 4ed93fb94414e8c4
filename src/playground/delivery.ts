/** What Slack sends to an app. */
export interface Envelope {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What the app said when it took an envelope; null: nothing, or the envelope was never taken. */
export type Acknowledgement = Readonly<Record<string, unknown>> | null;

/** A way in which envelopes reach the app. */
export interface Delivery {
  deliver(envelope: Envelope): Promise<Acknowledgement>;
  stop(): Promise<void>;
}

/** Slack delivers an event at most this often again. */
export const MOST_RETRIES = 3;
