import type { Someone } from './person.ts';
import type { SimulatedSlack } from './simulated-slack.ts';

/** What can be let go wrong from the page, to see what the bot makes of it. */
export const TROUBLES = ['refresh', 'drop', 'rate-limit', 'server-error', 'twice'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Seconds that Slack asks the app to wait where it is too fast. */
const WAIT_SECONDS = 2;

/** Lets something go wrong as it does with Slack. A sentence that says what happens. */
export function letGoWrong(slack: SimulatedSlack, you: Someone, trouble: Trouble): string {
  switch (trouble) {
    case 'refresh':
      slack.socket.refresh();
      return 'Slack asks the bot to connect anew.';
    case 'drop':
      slack.socket.drop();
      return 'The connection is cut. What is asked now waits for the next one.';
    case 'rate-limit':
      slack.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfter: WAIT_SECONDS });
      return `The next message of the bot is refused: too fast, again in ${WAIT_SECONDS} seconds.`;
    case 'server-error':
      slack.faults.plan('chat.postMessage', { kind: 'status', status: 500 });
      return 'Slack fails with the next message of the bot.';
    case 'twice': {
      const last = slack.workspace.messages.findLast(({ user }) => user === you.person.id);
      if (!last) return 'Ask something first: your last message is delivered again.';
      you.announce(last);
      return 'Your last message is delivered again, under another event.';
    }
    default:
      return trouble satisfies never;
  }
}
