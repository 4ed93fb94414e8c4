import type { webApi } from '@slack/bolt';
import type { Answer } from '../answering/answer.ts';
import { type AnswerOptions, answerMessage, IN_MESSAGE, type SlackMessage } from '../rendering/blocks.ts';
import { escapeText } from '../rendering/blocks-text.ts';
import { sentence } from '../rendering/blocks-views.ts';
import { addFiles, type SharedFile } from './adding.ts';
import type { Desk } from './desk.ts';
import { isQuestion } from './follow-ups.ts';
import { typedText } from './message-text.ts';
import { post, postPrivately, update } from './post.ts';
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
  readonly eventId: string;
  /** Nobody called the bot: it speaks only where it has an answer. */
  readonly unasked?: boolean;
}

/**
 * Answers a message once, in its thread, however often and under whatever name it is delivered.
 * A retry is never refused as such: it may be the only copy that arrives.
 */
export async function reply(desk: Desk, asked: Asked): Promise<void> {
  const { team, channel, ts, eventId } = asked;
  const fresh = await desk.records.claim([`event/${eventId}`, `message/${team}/${channel}/${ts}`]);
  if (!fresh) {
    desk.log.info(`event ${eventId} was delivered again`);
    return;
  }
  await desk.queues.run(`${team}/${channel}`, () => answer(desk, asked));
}

async function answer(desk: Desk, asked: Asked): Promise<void> {
  const { client, team, channel, user, ts, thread, text } = asked;
  const place = { team, channel, thread: thread ?? ts };
  const settings = await desk.records.settings(team, channel);
  const question = typedText(text) || 'help';
  const turn = newTurn(team, question, settings.articleId, await desk.records.thread(place));
  const { engine } = await desk.libraries.of(team);
  const found = await whileWorking(client, place, () => engine.answer(turn.question, turn));
  if (asked.unasked && found.answer.outcome !== 'answered') return;
  const isPrivate = settings.answers === 'private';
  const { id, message } = await render(desk, turn, found.answer, { share: isPrivate });
  const target = { channel, thread: place.thread };
  if (isPrivate) await postPrivately(client, target, user, message);
  else {
    const posted = await post(client, target, message);
    await desk.records.putAnswer(team, channel, ts, { turn: id, ts: posted });
  }
  await desk.records.putThread(place, turn, found.memory);
}

/**
 * Files that somebody shared with the bot: added as articles, and told in the thread how it went. A
 * question that came with them is answered after that; "add this" is none.
 */
export async function takeFiles(desk: Desk, asked: Asked, files: readonly SharedFile[]): Promise<void> {
  const { client, team, channel, user, ts, thread, eventId } = asked;
  if (!(await desk.records.claim([`event/${eventId}`, `message/${team}/${channel}/${ts}`]))) return;
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
  edited: Pick<Asked, 'client' | 'team' | 'channel' | 'ts' | 'text' | 'eventId'>,
): Promise<void> {
  const { client, team, channel, ts, text, eventId } = edited;
  const question = typedText(text);
  if (question === '' || !(await desk.records.isClaimed(`message/${team}/${channel}/${ts}`))) return;
  // Behind what waits in the channel: the answer to put right may be among it.
  await desk.queues.run(`${team}/${channel}`, async () => {
    const given = await desk.records.answer(team, channel, ts);
    const before = given && (await desk.records.turn(team, given.turn));
    if (!before || question === before.question) return;
    if (!(await desk.records.claim([`event/${eventId}`]))) return;
    const turn: TurnRecord = { ...before, question };
    const { engine } = await desk.libraries.of(team);
    const found = await engine.answer(question, turn);
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
  return { id, message: answerMessage(found, { ...IN_MESSAGE, ...options, turn: id }) };
}
