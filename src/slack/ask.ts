import type { Answer, ThreadMemory } from '../answering/answer.ts';
import type { Desk } from './desk.ts';
import { type Delivery, deliveryOf } from './inbox/delivery.ts';

/** More than a question holds, or a quotation to be checked: the model reads no further than about this. */
const MOST_CHARACTERS = 4_000;

/** What somebody wrote is longer than any question. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
  /** What the user reads. */
  readonly sentence =
    `That is too long: I read ${MOST_CHARACTERS} characters at most. Quote the passage that you mean.`;
}

/** A question with what its answer depends on. */
export interface Question {
  readonly team: string;
  readonly question: string;
  readonly memory: ThreadMemory;
  readonly articleId: string | null;
}

/**
 * Puts a question to the library of its workspace when it is its turn, and notes down what came of it
 * with the body that it was delivered in. Rejects with TooLong where it is too long to be one.
 */
export async function ask(
  desk: Desk,
  body: object,
  { team, question, memory, articleId }: Question,
): Promise<{ readonly answer: Answer; readonly memory: ThreadMemory }> {
  if (question.length > MOST_CHARACTERS) throw new TooLong(`${question.length} characters`);
  const { engine } = await desk.libraries.of(team);
  const found = await desk.slots.run(() => engine.answer(question, { memory, articleId }));
  desk.metrics.answered(found.answer);
  const { request, outcome, millis } = found.answer;
  Object.assign(deliveryOf(body).report, { request, outcome, question, parts: millis });
  return found;
}

/** Counts a question against what its asker may ask; one that was lost once is not counted again. */
export function countQuestion(desk: Desk, delivery: Delivery, team: string, user: string): void {
  if (!delivery.recovered) desk.limits.count(team, user);
}
