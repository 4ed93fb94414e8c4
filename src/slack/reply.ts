import type { webApi } from '@slack/bolt';
import type { Answer } from '../answering/answer.ts';
import { type AnswerOptions, answerMessage, IN_MESSAGE, type SlackMessage } from '../rendering/blocks.ts';
import { escapeText } from '../rendering/blocks-text.ts';
import { sentence } from '../rendering/blocks-views.ts';
import { addFiles, type SharedFile } from './adding.ts';
import { ask, countQuestion } from './ask.ts';
import type { Desk } from './desk.ts';
import { isQuestion } from './follow-ups.ts';
import { deliveryOf, lateNote } from './inbox/delivery.ts';
import { isAnswered } from './inbox/standing-reply.ts';
import { typedText } from './message-text.ts';
import { type Mark, post, postPrivately, update } from './post.ts';
import { Overloaded } from './queues.ts';
import { newTurn, type TurnRecord } from './records.ts';
import { whileWorking } from './status.ts';

/** A message that somebody wrote to the bot. */
export interface Asked {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** The message's own time stamp. */
  readonly ts: string;
  /** The thread it stands in, if it is not the first of one. */
  readonly thread: string | null;
  readonly text: string;
  /** What Slack delivered it in. */
  readonly body: object;
  /** Nobody called the bot: it speaks only where it has an answer. */
  readonly unasked?: boolean;
}

/** Answers a message in its thread, behind what waits in its channel. */
export async function reply(desk: Desk, asked: Asked): Promise<void> {
  const { team, channel, user, body, unasked = false } = asked;
  if (!unasked) countQuestion(desk, deliveryOf(body), team, user);
  try {
    await desk.queues.run(`${team}/${channel}`, () => answer(desk, asked));
  } catch (error) {
    // Who did not call the bot is not told that it has no time.
    if (!(unasked && error instanceof Overloaded)) throw error;
  }
}

async function answer(desk: Desk, asked: Asked): Promise<void> {
  if (await isAnswered(desk, asked)) return;
  const { client, team, channel, user, ts, thread, text, body } = asked;
  const place = { team, channel, thread: thread ?? ts };
  const settings = await desk.records.settings(team, channel);
  const question = typedText(text) || 'help';
  const turn = newTurn(team, question, settings.articleId, await desk.records.thread(place));
  const found = await whileWorking(client, place, () => ask(desk, body, turn));
  if (asked.unasked && found.answer.outcome !== 'answered') return;
  const isPrivate = settings.answers === 'private';
  const delivery = deliveryOf(body);
  const late = lateNote(delivery);
  const above = late === null ? [] : [sentence(late)];
  const { id, message } = await render(desk, turn, found.answer, { share: isPrivate, above });
  const target = { channel, thread: place.thread };
  const posted = isPrivate ? null : await post(client, target, message, markOf(asked));
  if (isPrivate) await postPrivately(client, target, user, message);
  // Before anything is waited for: a process that ends now has answered, and the next one has to know.
  const settled = delivery.settle();
  if (posted !== null) await desk.records.putAnswer(team, channel, ts, { turn: id, ts: posted });
  await desk.records.putThread(place, turn, found.memory);
  await settled;
}

/** What a reply carries out of sight, by which it is found again after a crash. */
function markOf({ ts }: Asked): Mark {
  return { question: ts };
}

/**
 * Files that somebody shared with the bot: added as articles, and told in the thread how it went. A
 * question that came with them is answered after that; "add this" is none.
 */
export async function takeFiles(desk: Desk, asked: Asked, files: readonly SharedFile[]): Promise<void> {
  const { client, team, channel, user, ts, thread } = asked;
  await desk.queues.run(`${team}/${channel}`, async () => {
    const place = { team, channel, thread: thread ?? ts };
    const sentences = await whileWorking(client, place, () => addFiles(desk, client, team, user, files));
    const message = { text: escapeText(sentences.join('\n')), blocks: sentences.map(sentence) };
    await post(client, { channel, thread: place.thread }, message);
    if (isQuestion(asked.text)) await answer(desk, asked);
  });
}

/** A question was edited: its answer is put right in its place, with what the thread knew then. */
export async function answerAgain(
  desk: Desk,
  edited: Pick<Asked, 'client' | 'team' | 'channel' | 'ts' | 'text' | 'body'>,
): Promise<void> {
  const { client, team, channel, ts, text, body } = edited;
  const question = typedText(text);
  if (question === '' || !(await desk.records.isClaimed(`message/${team}/${channel}/${ts}`))) return;
  // Behind what waits in the channel: the answer to put right may be among it.
  await desk.queues.run(`${team}/${channel}`, async () => {
    const given = await desk.records.answer(team, channel, ts);
    const before = given && (await desk.records.turn(team, given.turn));
    if (!before || question === before.question) return;
    const turn: TurnRecord = { ...before, question };
    const found = await ask(desk, body, turn);
    const { id, message } = await render(desk, turn, found.answer);
    await update(client, channel, given.ts, message);
    await desk.records.putAnswer(team, channel, ts, { turn: id, ts: given.ts });
  });
}

/** An answer as a message whose buttons lead back to its question, which is written down for them. */
export async function render(
  desk: Desk,
  turn: TurnRecord,
  found: Answer,
  options: Partial<AnswerOptions> = {},
): Promise<{ readonly id: string; readonly message: SlackMessage }> {
  const id = await desk.records.putTurn(turn);
  const toReader = await desk.readerLinks(found);
  return { id, message: answerMessage(found, { ...IN_MESSAGE, ...options, toReader, turn: id }) };
}
