import type { App, BlockAction, FeedbackButtonsAction } from '@slack/bolt';
import { ACTIONS, readFeedbackValue } from '../../rendering/blocks-actions.ts';
import { CALLBACKS, readReason, reasonView } from '../../rendering/blocks-views.ts';
import { answerJson } from '../../rendering/json.ts';
import { ask } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { StaleButton } from '../errors.ts';
import type { FeedbackRecord } from '../records.ts';
import type { Json } from '../shelf.ts';
import { teamOf } from '../team.ts';

/** Thumbs below an answer: written down with the question and the answer; a thumb down may say why. */
export function listenToFeedback(app: App, desk: Desk): void {
  app.action<BlockAction<FeedbackButtonsAction>>(
    { type: 'block_actions', action_id: ACTIONS.feedback },
    async ({ action, body, ack, client, respond }) => {
      await ack();
      const value = readFeedbackValue(action.value);
      const turn = value && (await desk.records.turn(teamOf(body), value.turn));
      if (!turn) throw new StaleButton();
      if (value.judged === 'wrong') {
        await client.views.open({ trigger_id: body.trigger_id, view: reasonView(value.turn) });
      }
      const { answer } = await ask(desk, body, turn);
      const cited = [...answer.citations, ...answer.nearest].map(({ article }) => article);
      const feedback: FeedbackRecord = {
        turn,
        user: body.user.id,
        judged: value.judged,
        reason: null,
        answer: JSON.parse(JSON.stringify(answerJson(answer))) as Json,
        articles: [...new Set(cited)].map(({ id, hash }) => ({ id, hash })),
        index: desk.indexVersion,
        at: new Date().toISOString(),
      };
      await desk.records.putFeedback(value.turn, feedback);
      if (value.judged === 'right') {
        await respond({ response_type: 'ephemeral', replace_original: false, text: 'Thank you, noted.' });
      }
    },
  );

  app.view({ type: 'view_submission', callback_id: CALLBACKS.reason }, async ({ view, body, ack }) => {
    const reason = readReason(view.state.values);
    const turn = view.private_metadata;
    const team = teamOf(body);
    const given = await desk.records.feedback(team, turn, body.user.id);
    if (reason !== null && given) await desk.records.putFeedback(turn, { ...given, reason });
    await ack();
  });
}
