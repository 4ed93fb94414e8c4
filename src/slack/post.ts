import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { SlackMessage } from '../rendering/blocks.ts';

/** Longer than this nobody waits for an answer; the error is told instead. */
const LONGEST_WAIT_SECONDS = 60;
const TRIES = 4;

/** Where a message goes. */
export interface Target {
  readonly channel: string;
  readonly thread: string | null;
}

/** Which message a posted one answers, by its time stamp. Slack keeps it out of sight, as metadata. */
export interface Mark {
  readonly question: string;
}

/** The type of our metadata. */
export const MARK = 'whosaid_answer';

/**
 * Posts a message; links are not unfurled, and what is in `text` is not formatted. Returns its time
 * stamp. With a mark it carries the same id each time that it is posted, as Slack's own programs do: a Slack that
 * honours it takes the second one for the first. The method's reference names that id in two errors only, so
 * that nothing depends on it.
 */
export async function post(
  client: webApi.WebClient,
  target: Target,
  message: SlackMessage,
  mark: Mark | null = null,
): Promise<string> {
  const content = {
    channel: target.channel,
    ...(target.thread !== null && { thread_ts: target.thread }),
    text: message.text,
    ...(message.blocks.length > 0 && { blocks: message.blocks }),
    ...(mark && { metadata: { event_type: MARK, event_payload: { question: mark.question } } }),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  };
  const send = (id: string | null): ReturnType<typeof client.chat.postMessage> =>
    patiently(() => client.chat.postMessage({ ...content, ...(id !== null && { client_msg_id: id }) }));
  const { ts } = await send(mark && messageId(target, mark)).catch((error: unknown) => {
    if (isOfDeleted(error)) return send(null);
    throw error;
  });
  return ts ?? '';
}

/** The same for the same question, in the form of a UUID. */
function messageId({ channel }: Target, { question }: Mark): string {
  const hash = createHash('sha256').update(`${channel}/${question}`).digest('hex');
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/u, '$1-$2-4$3-8$4-$5');
}

/** Slack knows the id, and the message that had it is gone. */
function isOfDeleted(error: unknown): boolean {
  return error instanceof webApi.WebAPIPlatformError && /^duplicate_\w+_not_found$/u.test(error.data.error);
}

/** Posts a message that one person sees. */
export async function postPrivately(
  client: webApi.WebClient,
  target: Target,
  user: string,
  message: SlackMessage,
): Promise<void> {
  await patiently(() =>
    client.chat.postEphemeral({
      channel: target.channel,
      user,
      ...(target.thread !== null && { thread_ts: target.thread }),
      text: message.text,
      blocks: message.blocks,
    }),
  );
}

/** Puts a message in the place of one that was posted before. */
export async function update(
  client: webApi.WebClient,
  channel: string,
  ts: string,
  message: SlackMessage,
): Promise<void> {
  await patiently(() => client.chat.update({ channel, ts, text: message.text, blocks: message.blocks }));
}

/**
 * Calls Slack again when it says how long to wait. The client itself would hold up every channel
 * of the workspace for that time; here only the caller's waits.
 */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof webApi.WebAPIRateLimitedError) || tries === TRIES) throw error;
      if (error.retryAfter > LONGEST_WAIT_SECONDS) throw error;
      await sleep(error.retryAfter * 1000);
    }
  }
}
