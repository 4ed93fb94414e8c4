import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { EMPTY_MEMORY } from '../../answering/answer.ts';
import { answerMessage, IN_MESSAGE } from '../../rendering/blocks.ts';
import { modal } from '../../rendering/blocks-context.ts';
import { askView, CALLBACKS, readQuestion, sentence } from '../../rendering/blocks-views.ts';
import { LIMITS } from '../../rendering/limits.ts';
import { ask, TooLong } from '../ask.ts';
import { claimsIn } from '../claims.ts';
import type { Desk } from '../desk.ts';
import { teamOf } from '../team.ts';

const CHECK_TITLE = 'Check this quote';

/** What stands in Slack's own menus: checking a message, and asking from anywhere. */
export function listenToShortcuts(app: App, desk: Desk): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: CALLBACKS.check },
    async ({ shortcut, ack, client }) => {
      await ack();
      // The window has to open within three seconds; the answer comes into the open window.
      const { view } = await client.views.open({
        trigger_id: shortcut.trigger_id,
        view: modal(CHECK_TITLE, [sentence('Comparing with the article …')]),
      });
      const blocks = await checkBlocks(desk, shortcut, shortcut.message.text ?? '');
      await client.views.update({ view_id: view?.id ?? '', view: modal(CHECK_TITLE, blocks) });
    },
  );

  app.shortcut<GlobalShortcut>(
    { type: 'shortcut', callback_id: CALLBACKS.ask },
    async ({ shortcut, ack, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: askView() });
    },
  );

  app.action({ type: 'block_actions', action_id: CALLBACKS.ask }, async ({ body, ack, client }) => {
    await ack();
    if (!('trigger_id' in body)) return;
    await client.views.open({ trigger_id: body.trigger_id, view: askView() });
  });

  app.view({ type: 'view_submission', callback_id: CALLBACKS.ask }, async ({ view, body, ack }) => {
    const question = readQuestion(view.state.values);
    const asked = { team: teamOf(body), question, memory: EMPTY_MEMORY, articleId: null };
    const { answer } = await ask(desk, body, asked);
    const above = [sentence(question)];
    const toReader = await desk.readerLinks(answer);
    const { blocks } = answerMessage(answer, { ...IN_MESSAGE, toReader, surface: 'view', above });
    await ack({ response_action: 'update', view: modal('Answer', blocks) });
  });
}

async function checkBlocks(desk: Desk, shortcut: MessageShortcut, message: string): Promise<KnownBlock[]> {
  const claims = claimsIn(message);
  if (claims.length === 0) return [sentence('There is no text in that message to check.')];
  const blocks: KnownBlock[] = [];
  for (const claim of claims) {
    const asked = { team: teamOf(shortcut), question: claim, memory: EMPTY_MEMORY, articleId: null };
    const answered = await ask(desk, shortcut, asked).catch((error: unknown) => {
      if (error instanceof TooLong) return error;
      throw error;
    });
    if (answered instanceof TooLong) return [sentence(answered.sentence)];
    const { answer } = answered;
    const toReader = await desk.readerLinks(answer);
    const own = answerMessage(answer, { ...IN_MESSAGE, toReader, surface: 'view' }).blocks;
    const divided = blocks.length > 0 ? [{ type: 'divider' as const }, ...own] : own;
    if (blocks.length + divided.length > LIMITS.blocksPerView) break;
    blocks.push(...divided);
  }
  return blocks;
}
