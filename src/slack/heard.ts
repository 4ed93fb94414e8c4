/** Where something came from, and so where an answer to it can go. */
export interface Heard {
  readonly channel: string | null;
  readonly thread: string | null;
  readonly user: string | null;
  readonly responseUrl: string | null;
}

/** Reads the place out of whatever Slack sent; null where nobody can be answered. */
export function whereFrom(body: unknown): Heard | null {
  const fields = record(body);
  const event = record(fields.event);
  if (typeof event.type === 'string') {
    if (event.type !== 'app_mention' && event.type !== 'message') return null;
    return {
      channel: text(event.channel),
      thread: text(event.thread_ts) ?? text(event.ts),
      user: text(event.user),
      responseUrl: null,
    };
  }
  return {
    channel: null,
    thread: null,
    user: text(fields.user_id) ?? text(record(fields.user).id),
    responseUrl: text(fields.response_url),
  };
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
