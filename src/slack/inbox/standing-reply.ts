import type { webApi } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { MARK } from '../post.ts';
import { deliveryOf } from './delivery.ts';

interface Question {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly body: object;
}

/**
 * Whether a question that a process left behind was answered all the same: the answer was written
 * down, or stands in the thread. Threads of channels can be read only with a scope for their history;
 * without it the question is answered, perhaps for the second time, rather than not at all.
 */
export async function isAnswered(desk: Desk, question: Question): Promise<boolean> {
  const { client, team, channel, ts, thread, body } = question;
  if (!deliveryOf(body).recovered) return false;
  if ((await desk.records.answer(team, channel, ts)) !== null) return true;
  try {
    const { messages = [] } = await client.conversations.replies({
      channel,
      ts: thread ?? ts,
      oldest: ts,
      include_all_metadata: true,
      limit: MOST_REPLIES,
    });
    return messages.some(({ metadata }) => {
      const payload = metadata?.event_payload as { readonly question?: unknown } | undefined;
      return metadata?.event_type === MARK && payload?.question === ts;
    });
  } catch (error) {
    desk.log.info(`the thread cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

const MOST_REPLIES = 200;
