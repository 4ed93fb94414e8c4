import type { PageAct } from './page-state.ts';
import type { Someone } from './person.ts';
import type { SimulatedSlack } from './simulated-slack.ts';

const NOT_IN_TIME = 'That was not taken in time.';
/** Slack cuts longer names too. */
const LONGEST_NAME = 255;
const GONE = 'That message is gone.';

/** Does what the person at the page did; a sentence where it cannot be done. */
export async function perform(
  slack: SimulatedSlack,
  you: Someone,
  act: Exclude<PageAct, { readonly do: 'trouble' }>,
): Promise<string | null> {
  const taken = async (done: Promise<boolean>): Promise<string | null> => ((await done) ? null : NOT_IN_TIME);
  try {
    switch (act.do) {
      case 'say':
        you.say(act.text, { channel: act.channel, thread: act.thread });
        return null;
      case 'command': {
        const [, name = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/u.exec(act.text.trim()) ?? [];
        const { commands } = slack.granted;
        if (!commands.includes(name)) return `${name} is no command here. Try ${commands.join(' or ')}.`;
        return taken(you.command(name, text, act.channel));
      }
      case 'press': {
        const message = you.messageAt(act.channel, act.ts);
        return message ? await taken(you.press(message, act.button)) : GONE;
      }
      case 'press-in-window':
        return await taken(you.pressInWindow(act.button));
      case 'press-in-home':
        return await taken(you.pressInHome(act.button));
      case 'submit':
        return (await you.submit(act.values)).join(' ') || null;
      case 'close-window':
        you.closeWindow();
        return null;
      case 'edit': {
        const message = you.messageAt(act.channel, act.ts);
        if (message?.user !== you.person.id) return 'Only your own messages can be changed.';
        if (act.text.trim() !== '') you.edit(message, act.text);
        return null;
      }
      case 'delete': {
        const message = you.messageAt(act.channel, act.ts);
        if (!message) return GONE;
        const own = message.user === you.person.id || message.onlyFor === you.person.id;
        if (!own) return 'Only your own messages can be deleted.';
        you.remove(message);
        return null;
      }
      case 'react': {
        const message = you.messageAt(act.channel, act.ts);
        if (!message) return GONE;
        you.react(message, act.name);
        return null;
      }
      case 'open-app':
        you.openApp(act.tab);
        return null;
      case 'shortcut': {
        if (act.of === null) return await taken(you.globalShortcut(act.callback));
        const message = you.messageAt(act.of.channel, act.of.ts);
        return message ? await taken(you.messageShortcut(message, act.callback)) : GONE;
      }
      default:
        return act satisfies never;
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A file from the page, with the words that go with it. */
export interface PageFileShare {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly channel: string;
  readonly thread: string | null;
  readonly typed: string;
}

const MIME_TYPES: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
};

/** Shares a file as Slack does, by a message with it; a sentence where it cannot be done. */
export function shareFile(
  you: Someone,
  { name, bytes, channel, thread, typed }: PageFileShare,
): string | null {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const mimetype = MIME_TYPES[ending] ?? 'application/octet-stream';
  try {
    you.share(name.slice(0, LONGEST_NAME), bytes, { channel, thread, typed, mimetype });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
