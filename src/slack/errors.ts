import { type App, AuthorizationError, type Context, RespondError, webApi } from '@slack/bolt';
import { StoreUnavailable } from '../retrieval/postgres/database.ts';
import { TooLong } from './ask.ts';
import type { Desk } from './desk.ts';
import { type Heard, whereFrom } from './heard.ts';
import { deliveryOf } from './inbox/delivery.ts';
import { NotInstalled } from './installations.ts';
import { TooMany } from './limits.ts';
import { post, postPrivately } from './post.ts';
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
  restricted_action_read_only_channel: 'I could not answer in the channel: posting there is restricted.',
  restricted_action_thread_only_channel: 'I could not answer: that channel takes threads only.',
  restricted_action_non_threadable_channel: 'I could not answer: that channel takes no threads.',
  cannot_reply_to_message: 'I could not answer in the thread: that message takes no replies.',
  no_permission: 'I could not do that: a setting of this workspace does not allow it to me.',
  user_not_in_channel: 'I could not answer you there: you are not in that channel.',
  messages_tab_disabled: 'I could not write to you: direct messages with me are turned off.',
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
const GONE = 'That took too long, and Slack no longer lets me answer there. Please ask again.';
/** Slack itself answers in well under a second. */
const LONGEST_MILLIS = 10_000;
const STALE = 'The article has changed since that answer. Please ask again.';
const BUSY = 'Too many questions are waiting here. Please ask again in a minute.';
const UNEXPECTED = 'Something went wrong and I could not answer. It has been logged; please ask again.';
const REASONS: Readonly<Record<string, 'limit' | 'long'>> = { TooMany: 'limit', TooLong: 'long' };
/** So often it is tried again what may pass by itself, before the user is told. */
const QUIET_TRIES = 3;

/** The one sentence that a user is told about an error. */
export function sentenceFor(error: unknown): string {
  const cause = innermost(error);
  if (cause instanceof webApi.WebAPIPlatformError) return SENTENCES[cause.data.error] ?? UNEXPECTED;
  if (cause instanceof webApi.WebAPIRateLimitedError) return SENTENCES.ratelimited ?? UNEXPECTED;
  if (cause instanceof webApi.WebAPIRequestError && cause.original.name === 'TimeoutError') return LATE;
  if (cause instanceof RespondError && isGone(cause)) return GONE;
  if (cause instanceof Overloaded) return BUSY;
  if (cause instanceof TooMany) {
    return `You asked more than ${cause.most} questions in a minute. Please ask again in ${cause.seconds} s.`;
  }
  if (cause instanceof TooLong) return cause.sentence;
  if (cause instanceof StaleButton) return STALE;
  return UNEXPECTED;
}

/** A response URL lives for half an hour and takes five messages. */
function isGone({ statusCode }: RespondError): boolean {
  return statusCode === 404 || statusCode === 410;
}

/** What the metrics call it. */
function kindOf(cause: unknown): string {
  if (cause instanceof webApi.WebAPIPlatformError) return cause.data.error;
  return cause instanceof Error ? cause.name : 'unknown';
}

/**
 * Whether it may pass by itself: a store or a Slack that cannot be reached. A call that hung is none,
 * because what it posts may still appear.
 */
function mayPass(cause: unknown): boolean {
  if (cause instanceof webApi.WebAPIRequestError) return cause.original.name !== 'TimeoutError';
  if (cause instanceof webApi.WebAPIHTTPError) return cause.statusCode >= 500;
  return cause instanceof StoreUnavailable || isOutage(cause);
}

/** Codes of the network, and of PostgreSQL: 08 connection, 53 resources, 57 shut down. */
function isOutage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:E(?:CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)|ENOSPC|(?:08|53|57)[0-9A-Z]{3})$/u.test(code)
    ? true
    : error instanceof Error &&
        /Connection terminated|timeout exceeded when trying to connect/u.test(error.message);
}

interface Failure {
  readonly error: unknown;
  readonly body: object;
  readonly context: Context;
}

/**
 * Answering failed: what may pass by itself is left in the inbox to be tried again; otherwise the user
 * is told in one sentence where that is possible. The log has the rest.
 */
export function handleErrors(app: App, desk: Desk, fetcher: typeof fetch = fetch): void {
  app.error(async ({ error, body, context }: Failure) => {
    const cause = innermost(error);
    const delivery = deliveryOf(body);
    const isRefusal = cause instanceof Overloaded || cause instanceof TooMany || cause instanceof TooLong;
    delivery.report.outcome = isRefusal ? 'refused' : 'failed';
    if (isRefusal) {
      desk.metrics.refused(REASONS[cause.name] ?? 'busy');
      desk.log.info(cause.message);
    } else {
      desk.metrics.failed(kindOf(cause));
      if (cause instanceof StoreUnavailable) desk.metrics.storeFailed('search');
      desk.log.error(cause instanceof Error ? cause : String(cause));
    }
    if (cause instanceof NotInstalled) return;
    if ((mayPass(cause) || error instanceof AuthorizationError) && delivery.tries <= QUIET_TRIES) {
      delivery.postponed = true;
      return;
    }
    const heard = whereFrom(body);
    if (!heard || context.botToken === undefined) return;
    const client = new webApi.WebClient(context.botToken, app.webClientOptions);
    const told = await tell(desk, client, heard, sentenceFor(error), isRefusal, fetcher);
    if (!told && mayPass(cause)) delivery.postponed = true;
  });
}

/** Tells one person something, where they can see it. False where that is not possible. */
async function tell(
  { log }: Desk,
  client: webApi.WebClient,
  { responseUrl, channel, thread, user }: Heard,
  sentence: string,
  quietly: boolean,
  fetcher: typeof fetch,
): Promise<boolean> {
  const message = { text: sentence, blocks: [] };
  const ways: (() => Promise<unknown>)[] = [];
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
  // That it was too much concerns nobody else, and hundreds of such lines would be too much themselves.
  const isDirect = channel?.startsWith('D') === true;
  if (channel && user && quietly && !isDirect) {
    ways.push(() => postPrivately(client, { channel, thread }, user, message));
  }
  if (channel) ways.push(() => post(client, { channel, thread }, message));
  // A direct message is what is left where the channel itself is the trouble.
  if (user) ways.push(() => post(client, { channel: user, thread: null }, message));
  for (const way of ways) {
    try {
      await way();
      return true;
    } catch (failed) {
      log.warn(`could not tell the user: ${failed instanceof Error ? failed.message : String(failed)}`);
    }
  }
  return false;
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
