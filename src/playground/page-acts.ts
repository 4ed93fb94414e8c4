import type { ButtonAt } from './block-actions.ts';
import type { InputValue, InputValues, PageAct } from './page-state.ts';
import type { Someone } from './person.ts';

const NOT_IN_TIME = 'That was not taken in time.';

/** Does what the person at the page did; a sentence where it cannot be done. */
export async function perform(
  you: Someone,
  act: PageAct,
  commands: readonly string[],
): Promise<string | null> {
  const taken = async (done: Promise<boolean>): Promise<string | null> => ((await done) ? null : NOT_IN_TIME);
  try {
    switch (act.do) {
      case 'say':
        you.say(act.text, { channel: act.channel, thread: act.thread });
        return null;
      case 'command': {
        const [, name = '', text = ''] = /^(\/\S+)\s*([\s\S]*)$/u.exec(act.text.trim()) ?? [];
        if (!commands.includes(name)) return `${name} is no command here. Try ${commands.join(' or ')}.`;
        return taken(you.command(name, text, act.channel));
      }
      case 'press': {
        const message = you.messageAt(act.channel, act.ts);
        return message ? await taken(you.press(message, act.button)) : 'That message is gone.';
      }
      case 'press-in-window':
        return await taken(you.pressInWindow(act.button));
      case 'press-in-home':
        return await taken(you.pressInHome(act.button));
      case 'submit':
        await you.submit(act.values);
        return null;
      case 'close-window':
        you.closeWindow();
        return null;
      case 'open-home':
        you.openApp('home');
        return null;
      case 'shortcut': {
        if (act.of === null) return await taken(you.globalShortcut(act.callback));
        const message = you.messageAt(act.of.channel, act.of.ts);
        return message ? await taken(you.messageShortcut(message, act.callback)) : 'That message is gone.';
      }
      default:
        return act satisfies never;
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What arrived from the page, checked; null where it is none of its acts. */
export function readAct(value: unknown): PageAct | null {
  const fields = record(value);
  const { channel, text, thread, ts, callback, of } = fields;
  const said = typeof channel === 'string' && typeof text === 'string';
  const button = readButton(fields.button);
  switch (fields.do) {
    case 'say':
      return said ? { do: 'say', channel, text, thread: typeof thread === 'string' ? thread : null } : null;
    case 'command':
      return said ? { do: 'command', channel, text } : null;
    case 'press':
      return button && typeof channel === 'string' && typeof ts === 'string'
        ? { do: 'press', channel, ts, button }
        : null;
    case 'press-in-window':
    case 'press-in-home':
      return button && { do: fields.do, button };
    case 'submit':
      return { do: 'submit', values: readValues(fields.values) };
    case 'close-window':
    case 'open-home':
      return { do: fields.do };
    case 'shortcut':
      return typeof callback === 'string' ? { do: 'shortcut', callback, of: readPlace(of) } : null;
    default:
      return null;
  }
}

function readButton(value: unknown): ButtonAt | null {
  const { action, block, side } = record(value);
  if (typeof action !== 'string') return null;
  return {
    action,
    block: typeof block === 'number' ? block : null,
    side: side === 'positive' || side === 'negative' ? side : null,
  };
}

function readPlace(value: unknown): { channel: string; ts: string } | null {
  const { channel, ts } = record(value);
  return typeof channel === 'string' && typeof ts === 'string' ? { channel, ts } : null;
}

function readValues(value: unknown): InputValues {
  const blocks = Object.entries(record(value)).map(([block, actions]) => {
    const inputs = Object.entries(record(actions)).flatMap(([action, input]) => {
      const read = readInput(record(input));
      return read ? [[action, read] as const] : [];
    });
    return [block, Object.fromEntries(inputs)] as const;
  });
  return Object.fromEntries(blocks);
}

function readInput({ type, value, selected_option: option }: Record<string, unknown>): InputValue | null {
  if (type === 'plain_text_input' && typeof value === 'string') return { type, value };
  const { value: chosen } = record(option);
  return type === 'static_select' && typeof chosen === 'string'
    ? { type, selected_option: { value: chosen } }
    : null;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
