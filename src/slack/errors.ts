import { type App, type Context, type Logger, RespondError, webApi } from '@slack/bolt';
import { type Heard, whereFrom } from './heard.ts';
import type { InFlight } from './in-flight.ts';
import { post } from './post.ts';
import { Overloaded } from './queues.ts';

/** A button whose value points at what is not there any more. */
export class StaleButton extends Error {
  override readonly name = 'StaleButton';
}

/** What the user reads. Slack's error codes that people can do something about are named. */
const SENTENCES: Readonly<Record<string, string>> = {
  is_archived: 'I could not answer in the channel, because it is archived.',
  channel_not_found: 'I could not answer in the channel: I cannot see it. Invite me to it first.',
  not_in_channel: 'I could not answer in the channel: invite me to it first.',
  restricted_action: 'I could not answer: a setting of this workspace does not let me post there.',
  thread_not_found: 'I could not answer in the thread, because it was deleted.',
  message_not_found: 'I could not answer, because the message was deleted.',
  expired_trigger_id: 'That took too long, and Slack no longer opens the window. Please try once more.',
  exchanged_trigger_id: 'Slack has opened that window already. Please try once more.',
  invalid_trigger: 'Slack did not open the window. Please try once more.',
  missing_scope: 'I could not do that: the app lacks a permission (scope). Ask who installed it.',
  msg_blocks_too_long: 'The answer is too long for one message. Ask about a part of it.',
  invalid_blocks: 'Slack refused my answer. It has been logged.',
  ratelimited: 'Slack asks me to slow down. Please ask again in a minute.',
};
const LATE = 'Slack did not take my answer in time. It may still appear; if it does not, please ask again.';
/** Slack itself answers in well under a second. */
const LONGEST_MILLIS = 10_000;
const STALE = 'The article has changed since that answer. Please ask again.';
const BUSY = 'Too many questions are waiting here. Please ask again in a minute.';
const UNEXPECTED = 'Something went wrong and I could not answer. It has been logged; please ask again.';

/** The one sentence that a user is told about an error. */
export function sentenceFor(error: unknown): string {
  const cause = innermost(error);
  if (cause instanceof webApi.WebAPIPlatformError) return SENTENCES[cause.data.error] ?? UNEXPECTED;
  if (cause instanceof webApi.WebAPIRateLimitedError) return SENTENCES.ratelimited ?? UNEXPECTED;
  if (cause instanceof webApi.WebAPIRequestError && cause.original.name === 'TimeoutError') return LATE;
  if (cause instanceof Overloaded) return BUSY;
  if (cause instanceof StaleButton) return STALE;
  return UNEXPECTED;
}

interface Failure {
  readonly error: unknown;
  readonly logger: Logger;
  readonly body: unknown;
  readonly context: Context;
}

/** Answering failed: the user is told in one sentence where that is possible, the log has the rest. */
export function handleErrors(app: App, work: InFlight, fetcher: typeof fetch = fetch): void {
  app.error(async ({ error, logger, body, context }: Failure) => {
    const cause = innermost(error);
    logger.error(cause instanceof Error ? cause : String(cause));
    const heard = whereFrom(body);
    if (!heard || context.botToken === undefined) return;
    const client = new webApi.WebClient(context.botToken, app.webClientOptions);
    await work.track(() => tell(client, heard, sentenceFor(error), fetcher, logger));
  });
}

async function tell(
  client: webApi.WebClient,
  heard: Heard,
  sentence: string,
  fetcher: typeof fetch,
  log: Logger,
): Promise<void> {
  const message = { text: sentence, blocks: [] };
  const ways: (() => Promise<unknown>)[] = [];
  const { responseUrl, channel, user } = heard;
  if (responseUrl) {
    ways.push(async () => {
      const answer = { response_type: 'ephemeral', replace_original: false, text: sentence };
      const response = await fetcher(responseUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(answer),
        signal: AbortSignal.timeout(LONGEST_MILLIS),
      });
      if (!response.ok) throw new RespondError(`response_url: ${response.status}`, response.status);
    });
  }
  if (channel) ways.push(() => post(client, { channel, thread: heard.thread }, message));
  // A direct message is what is left where the channel itself is the trouble.
  if (user) ways.push(() => post(client, { channel: user, thread: null }, message));
  for (const way of ways) {
    try {
      await way();
      return;
    } catch (failed) {
      log.warn(`could not tell the user: ${failed instanceof Error ? failed.message : String(failed)}`);
    }
  }
}

/** Bolt wraps what a listener throws. */
function innermost(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) {
    if ('originals' in error && Array.isArray(error.originals)) return innermost(error.originals[0]);
    if ('original' in error && error.original instanceof Error) {
      return error instanceof webApi.WebAPIRequestError ? error : innermost(error.original);
    }
  }
  return error;
}
