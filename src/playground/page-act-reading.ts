import type { ButtonAt } from './block-actions.ts';
import type { InputValue, InputValues, PageAct } from './page-state.ts';
import { TROUBLES } from './page-trouble.ts';

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
    case 'edit':
      return said && typeof ts === 'string' ? { do: 'edit', channel, ts, text } : null;
    case 'delete':
      return typeof channel === 'string' && typeof ts === 'string' ? { do: 'delete', channel, ts } : null;
    case 'react':
      return typeof channel === 'string' && typeof ts === 'string' && isReaction(fields.name)
        ? { do: 'react', channel, ts, name: fields.name }
        : null;
    case 'trouble': {
      const trouble = TROUBLES.find((each) => each === fields.trouble);
      return trouble ? { do: 'trouble', trouble } : null;
    }
    case 'open-app':
      return fields.tab === 'home' || fields.tab === 'messages' ? { do: 'open-app', tab: fields.tab } : null;
    case 'submit':
      return { do: 'submit', values: readValues(fields.values) };
    case 'close-window':
      return { do: 'close-window' };
    case 'shortcut':
      return typeof callback === 'string' ? { do: 'shortcut', callback, of: readPlace(of) } : null;
    default:
      return null;
  }
}

function readButton(value: unknown): ButtonAt | null {
  const { action, block, side, option } = record(value);
  if (typeof action !== 'string') return null;
  return {
    action,
    block: typeof block === 'number' ? block : null,
    side: side === 'positive' || side === 'negative' ? side : null,
    option: typeof option === 'string' ? option : null,
  };
}

/** A name like Slack's own, so that nothing else is shown as one. */
function isReaction(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9_+-]{1,50}$/u.test(value);
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
