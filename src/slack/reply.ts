import type { webApi } from '@slack/bolt';
import { EMPTY_MEMORY } from '../answering/answer.ts';
import { answerMessage, IN_MESSAGE } from '../rendering/blocks.ts';
import type { Desk } from './desk.ts';
import { typedText } from './message-text.ts';
import { post } from './post.ts';

/** A message that somebody wrote to the bot. */
export interface Asked {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly channel: string;
  /** The message's own time stamp. */
  readonly ts: string;
  /** The thread it stands in, if it is not the first of one. */
  readonly thread: string | null;
  readonly text: string;
  readonly eventId: string;
}

/**
 * Answers a message once, in its thread, however often and under whatever name it is delivered.
 * A retry is never refused as such: it may be the only copy that arrives.
 */
export async function reply(desk: Desk, asked: Asked): Promise<void> {
  const { team, channel, ts, eventId } = asked;
  const fresh = await desk.inbox.claim([`event/${eventId}`, `message/${team}/${channel}/${ts}`]);
  if (!fresh) {
    desk.log.info(`event ${eventId} was delivered again`);
    return;
  }
  await desk.queues.run(`${team}/${channel}`, () => answer(desk, asked));
}

async function answer(desk: Desk, { client, team, channel, ts, thread, text }: Asked): Promise<void> {
  const place = { team, channel, thread: thread ?? ts };
  const memory = await desk.threads.read(place);
  const question = typedText(text) || 'help';
  const turn = await desk.engine.answer(question, { memory, articleId: null });
  const message = answerMessage(turn.answer, { ...IN_MESSAGE, repeatable: memory === EMPTY_MEMORY });
  await post(client, { channel, thread: place.thread }, message);
  await desk.threads.write(place, turn.memory);
}
