import type { App } from '@slack/bolt';
import { EMPTY_MEMORY } from '../../answering/answer.ts';
import { answerMessage, IN_MESSAGE } from '../../rendering/blocks.ts';
import type { Desk } from '../desk.ts';
import { typedText } from '../message-text.ts';

/** `/article …`: an answer that only the one who asked sees, with a button to share it. */
export function listenToCommand(app: App, desk: Desk): void {
  app.command('/article', async ({ command, ack, respond }) => {
    await ack();
    const fresh = await desk.inbox.claim([`command/${command.trigger_id}`]);
    if (!fresh) return;
    const question = typedText(command.text) || 'help';
    const { answer } = await desk.engine.answer(question, { memory: EMPTY_MEMORY, articleId: null });
    const share = answer.outcome !== 'help';
    const message = answerMessage(answer, { ...IN_MESSAGE, share, repeatable: true });
    await respond({ response_type: 'ephemeral', ...message });
  });
}
