import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 3;
const FIRST_WAIT_MILLIS = 300;
/** What a rate limit that does not say how long is taken for: Slack takes about one message a second. */
const UNSAID_SECONDS = '1';
/** Nothing has reached Slack yet: to try again cannot post twice. */
const NOT_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

export interface PatienceOptions {
  /** Milliseconds for a call that sets no limit itself, as an answer to a response URL. */
  readonly millis: number;
  /** Called with each call's method, and how it ended. */
  readonly onCall: ((method: string, outcome: string) => void) | null;
}

/**
 * `fetch` for Slack's Web API and response URLs. A server error, and a connection that was never made,
 * is tried again within the call's own time; a call that hangs is not, because what it posts may still appear.
 */
export function patientFetch({ millis, onCall }: PatienceOptions): typeof fetch {
  return async (input, init) => {
    const signal = init?.signal ?? AbortSignal.timeout(millis);
    const note = (outcome: string): void => onCall?.(methodOf(input), outcome);
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await fetch(input, { ...init, signal });
        note(String(response.status));
        if (response.status === 429 && !/^\d+$/.test(response.headers.get('retry-after') ?? '')) {
          return new Response(null, { status: 429, headers: { 'retry-after': UNSAID_SECONDS } });
        }
        if (response.status < 500 || tries === TRIES) return response;
        await response.body?.cancel();
      } catch (error) {
        note(error instanceof Error ? error.name : 'error');
        if (tries === TRIES || !isNotReached(error)) throw error;
      }
      await sleep(FIRST_WAIT_MILLIS * tries, undefined, { signal });
    }
  };
}

/** The method of the Web API; response URLs, which are secrets, go by one name. */
function methodOf(input: Parameters<typeof fetch>[0]): string {
  const address = input instanceof Request ? input.url : String(input);
  return /\/api\/([a-z.]+)$/iu.exec(address.replace(/[?#].*$/u, ''))?.[1] ?? 'response_url';
}

function isNotReached(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof Error && 'code' in cause && NOT_REACHED.includes(String(cause.code));
}
