import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 3;
const FIRST_WAIT_MILLIS = 300;
/** What a rate limit that does not say how long is taken for: Slack takes about one message a second. */
const UNSAID_SECONDS = '1';
/** Nothing has reached Slack yet: to try again cannot post twice. */
const NOT_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/**
 * `fetch` for Slack's Web API. A server error, and a connection that was never made, is tried again
 * within the call's own time; a call that hangs is not, because what it posts may still appear.
 */
export const patientFetch: typeof fetch = async (input, init) => {
  for (let tries = 1; ; tries += 1) {
    try {
      const response = await fetch(input, init);
      if (response.status === 429 && !/^\d+$/.test(response.headers.get('retry-after') ?? '')) {
        return new Response(null, { status: 429, headers: { 'retry-after': UNSAID_SECONDS } });
      }
      if (response.status < 500 || tries === TRIES) return response;
      await response.body?.cancel();
    } catch (error) {
      if (tries === TRIES || !isNotReached(error)) throw error;
    }
    await sleep(FIRST_WAIT_MILLIS * tries, undefined, init?.signal ? { signal: init.signal } : {});
  }
};

function isNotReached(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && NOT_REACHED.includes(String(cause.code));
}
