import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { reply } from '../reply.ts';

/** Mentions in channels and direct messages: each gets one reply in its thread. */
export function listenToMessages(app: App, desk: Desk): void {
  app.event('app_mention', async ({ event, client, body, context }) => {
    if (event.bot_id !== undefined || event.edited !== undefined) return;
    await reply(desk, {
      client,
      team: context.teamId ?? body.team_id,
      channel: event.channel,
      ts: event.ts,
      thread: event.thread_ts ?? null,
      text: event.text,
      eventId: body.event_id,
    });
  });

  app.message(async ({ message, client, body, context }) => {
    if (message.channel_type !== 'im') return;
    // Joins, edits and deletions are no questions; neither is what another bot says.
    if (message.subtype !== undefined && message.subtype !== 'file_share') return;
    if ('bot_id' in message && message.bot_id !== undefined) return;
    await reply(desk, {
      client,
      team: context.teamId ?? body.team_id,
      channel: message.channel,
      ts: message.ts,
      thread: ('thread_ts' in message && message.thread_ts) || null,
      text: ('text' in message && message.text) || '',
      eventId: body.event_id,
    });
  });
}
