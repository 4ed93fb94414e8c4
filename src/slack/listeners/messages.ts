import type { App } from '@slack/bolt';
import { sharedFiles } from '../adding.ts';
import type { Desk } from '../desk.ts';
import { isQuestionToNobody } from '../follow-ups.ts';
import { answerAgain, reply, takeFiles } from '../reply.ts';

/** Mentions in channels and direct messages: each gets one reply in its thread. */
export function listenToMessages(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, client, body, context }) => {
    if (event.bot_id !== undefined || event.edited !== undefined || event.user === undefined) return;
    const asked = {
      client,
      team: context.teamId ?? body.team_id,
      channel: event.channel,
      user: event.user,
      ts: event.ts,
      thread: event.thread_ts ?? null,
      text: event.text,
      body,
    };
    const files = 'files' in event ? sharedFiles(event.files) : [];
    await (files.length > 0 ? takeFiles(desk, asked, files) : reply(desk, asked));
  });

  app.message(async ({ message, client, body, context }) => {
    const team = context.teamId ?? body.team_id;
    const { channel } = message;
    if (message.subtype === 'message_changed') {
      const changed = message.message;
      if (!('text' in changed) || 'bot_id' in changed || changed.text === undefined) return;
      const edited = { client, team, channel, ts: changed.ts, text: changed.text, body };
      await answerAgain(desk, edited);
      return;
    }
    // Joins and deletions are no questions; neither is what another bot says.
    if (message.subtype !== undefined && message.subtype !== 'file_share') return;
    if (!('user' in message) || 'bot_id' in message) return;
    const thread = message.thread_ts ?? null;
    const text = message.text ?? '';
    const asked = { client, team, channel, user: message.user, ts: message.ts, thread, text, body };
    const files = 'files' in message ? sharedFiles(message.files) : [];
    if (message.channel_type === 'im' && files.length > 0) {
      await takeFiles(desk, asked, files);
      return;
    }
    if (message.channel_type === 'im') {
      await reply(desk, asked);
      return;
    }
    // A mention arrives as such; of the rest only what goes on in a thread of the bot concerns it.
    if (thread === null || !isQuestionToNobody(text)) return;
    // Behind what waits in the channel: the answer that begins the thread may be among it.
    const known = await desk.queues.run(`${team}/${channel}`, () =>
      desk.records.thread({ team, channel, thread }),
    );
    if (known === null) return;
    if (!(await desk.records.settings(team, channel)).followUps) return;
    await reply(desk, { ...asked, unasked: true });
  });
}
