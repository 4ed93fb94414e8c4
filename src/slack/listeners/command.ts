import type { App } from '@slack/bolt';
import { escapeText, label, literal, richText, section } from '../../rendering/blocks-text.ts';
import { sentence } from '../../rendering/blocks-views.ts';
import { addPage } from '../adding.ts';
import { ask, countQuestion } from '../ask.ts';
import { readCommand } from '../command-words.ts';
import type { Desk } from '../desk.ts';
import { deliveryOf } from '../inbox/delivery.ts';
import { newTurn } from '../records.ts';
import { render } from '../reply.ts';
import { openSettings, stayWithArticle } from './settings.ts';

/** `/article …`: an answer that only the one who asked sees, with a button to share it. */
export function listenToCommand(app: App, desk: Desk): void {
  app.command('/article', async ({ command, body, ack, respond, client }) => {
    await ack();
    const { team_id: team, channel_id: channel } = command;
    const commanded = readCommand(command.text);
    switch (commanded.kind) {
      case 'settings':
        await openSettings(desk, team, channel, (view) =>
          client.views.open({ trigger_id: command.trigger_id, view }),
        );
        return;
      case 'use': {
        const { text, done } = await stayWithArticle(desk, team, channel, commanded.article);
        const message = { text: escapeText(text), blocks: [sentence(text)] };
        await respond({ response_type: done ? 'in_channel' : 'ephemeral', ...message });
        return;
      }
      case 'add': {
        await respond({ response_type: 'ephemeral', text: 'Reading the page …' });
        const text = await addPage(desk, team, command.user_id, commanded.url);
        const added = text.startsWith('Added');
        const message = { text: escapeText(text), blocks: [sentence(text)] };
        await respond({ response_type: added ? 'in_channel' : 'ephemeral', ...message });
        return;
      }
      case 'ask': {
        const { question, instead } = commanded;
        const { articleId } = await desk.records.settings(team, channel);
        const turn = newTurn(team, question, articleId);
        countQuestion(desk, deliveryOf(body), team, command.user_id);
        const { answer } = await ask(desk, body, turn);
        const share = answer.outcome !== 'help';
        const { message } = await render(desk, turn, answer, { share, above: corrected(instead, question) });
        await respond({ response_type: 'ephemeral', ...message });
        return;
      }
      default:
        commanded satisfies never;
    }
  });
}

function corrected(instead: string | null, question: string) {
  if (instead === null) return [];
  return [
    richText(
      section(literal(`There is no “${label(instead)}”. Taken as: ${label(question)}`, { italic: true })),
    ),
  ];
}
