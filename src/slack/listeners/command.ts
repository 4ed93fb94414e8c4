import type { App } from '@slack/bolt';
import { literal, richText, section } from '../../rendering/blocks-text.ts';
import { readCommand } from '../command-words.ts';
import type { Desk } from '../desk.ts';
import { newTurn } from '../records.ts';
import { render } from '../reply.ts';

/** `/article …`: an answer that only the one who asked sees, with a button to share it. */
export function listenToCommand(app: App, desk: Desk): void {
  app.command('/article', async ({ command, ack, respond }) => {
    await ack();
    const fresh = await desk.records.claim([`command/${command.trigger_id}`]);
    if (!fresh) return;
    const { question, instead } = readCommand(command.text);
    const turn = newTurn(command.team_id, question, null);
    const { answer } = await desk.engine.answer(question, turn);
    const { message } = await render(desk, turn, answer, { share: answer.outcome !== 'help' });
    const corrected =
      instead === null
        ? []
        : [richText(section(literal(`There is no “${instead}”. Taken as: ${question}`, { italic: true })))];
    await respond({
      response_type: 'ephemeral',
      text: message.text,
      blocks: [...corrected, ...message.blocks],
    });
  });
}
