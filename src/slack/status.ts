import type { webApi } from '@slack/bolt';
import type { Place } from './records.ts';

/** An answer usually takes a tenth of a second, and a status that flashes by is noise. */
const QUIET_MILLIS = 700;
const STATUS = 'is reading the article …';

/**
 * Does something, and says in the thread that it is being worked on when it takes longer than
 * people notice. Slack takes the status away with the next message.
 */
export async function whileWorking<T>(
  client: webApi.WebClient,
  { channel, thread }: Place,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setTimeout(() => {
    // The answer does not depend on it: an app without that view is told so by Slack each time.
    client.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: thread, status: STATUS })
      .catch(() => undefined);
  }, QUIET_MILLIS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
