import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { EMPTY_MEMORY } from '../../answering/answer.ts';
import { answerMessage, IN_MESSAGE } from '../../rendering/blocks.ts';
import {
  ACTIONS,
  readContextValue,
  readQuotationsValue,
  readTurnValue,
  shortHash,
} from '../../rendering/blocks-actions.ts';
import { contextView, modal } from '../../rendering/blocks-context.ts';
import { label, literal, richText, section } from '../../rendering/blocks-text.ts';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { StaleButton } from '../errors.ts';
import { post } from '../post.ts';
import { teamOf } from '../team.ts';

type Pressed = BlockAction<ButtonAction>;

/** The buttons below an answer. */
export function listenToButtons(app: App, desk: Desk): void {
  app.action<Pressed>({ type: 'block_actions', action_id: ACTIONS.context }, async (pressed) => {
    await pressed.ack();
    const value = readContextValue(pressed.action.value);
    const { engine } = await desk.libraries.of(teamOf(pressed.body));
    const article = value && (await engine.open(value.article))?.article;
    // Offsets into another text would mark other words.
    if (!article || shortHash(article) !== value.hash) throw new StaleButton();
    await pressed.client.views.open({
      trigger_id: pressed.body.trigger_id,
      view: contextView(article, value.spans),
    });
  });

  app.action<Pressed>({ type: 'block_actions', action_id: ACTIONS.quotations }, async (pressed) => {
    await pressed.ack();
    const value = readQuotationsValue(pressed.action.value);
    if (!value) throw new StaleButton();
    const { answer } = await ask(desk, pressed.body, {
      team: teamOf(pressed.body),
      question: `quotes ${value.speaker}`,
      memory: EMPTY_MEMORY,
      articleId: value.article,
    });
    const toReader = await desk.readerLinks(answer);
    const { blocks } = answerMessage(answer, { ...IN_MESSAGE, toReader, surface: 'view' });
    await pressed.client.views.open({
      trigger_id: pressed.body.trigger_id,
      view: modal('All quotations', blocks),
    });
  });

  app.action<Pressed>({ type: 'block_actions', action_id: ACTIONS.share }, async (pressed) => {
    await pressed.ack();
    const { turn, value } = await turnOf(desk, pressed.body, pressed.action.value);
    const { answer } = await ask(desk, pressed.body, turn);
    const shared = richText(
      section(
        literal('Shared by ', { italic: true }),
        { type: 'user', user_id: pressed.body.user.id },
        literal(`, who asked: ${label(turn.question)}`, { italic: true }),
      ),
    );
    const toReader = await desk.readerLinks(answer);
    const message = answerMessage(answer, { ...IN_MESSAGE, ...value, toReader, above: [shared] });
    // By the response URL, which also reaches channels that the bot is not a member of.
    await pressed.respond({ response_type: 'in_channel', replace_original: false, ...message });
    await pressed.respond({ delete_original: true });
  });

  app.action<Pressed>({ type: 'block_actions', action_id: ACTIONS.next }, async (pressed) => {
    await pressed.ack();
    const { turn, value } = await turnOf(desk, pressed.body, pressed.action.value);
    const { answer } = await ask(desk, pressed.body, turn);
    const { channel, message, container } = pressed.body;
    const secret = container.is_ephemeral === true;
    const toReader = await desk.readerLinks(answer);
    const next = answerMessage(answer, { ...IN_MESSAGE, ...value, toReader, share: secret });
    if (secret || !channel || !message) {
      await pressed.respond({ response_type: 'ephemeral', replace_original: false, ...next });
      return;
    }
    await post(pressed.client, { channel: channel.id, thread: message.thread_ts ?? message.ts }, next);
  });
}

async function turnOf(desk: Desk, body: BlockAction, given: string | undefined) {
  const value = readTurnValue(given);
  const turn = value && (await desk.records.turn(teamOf(body), value.turn));
  if (!turn) throw new StaleButton();
  return { turn, value };
}
