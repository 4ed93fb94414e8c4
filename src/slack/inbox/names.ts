import { isQuestionToNobody } from '../follow-ups.ts';

/** What a delivery is about, for the log. */
export interface Subject {
  /** A short word: mention, message, edit, command, button, shortcut, … */
  readonly kind: string;
  readonly team: string | null;
  readonly channel: string | null;
  /**
   * The names under which it counts once, however it is delivered; null: it is not kept, because
   * nobody waits for an answer to it, or because the answer is the acknowledgement itself.
   */
  readonly names: readonly string[] | null;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What came in. The same message counts once under its workspace, channel and time stamp, whether
 * it arrives as a mention or as a message, and under whatever event id.
 */
export function subjectOf(body: unknown): Subject {
  const fields = record(body);
  if (text(record(fields.event).type)) return ofEvent(fields, record(fields.event));
  const team = text(record(fields.team).id) ?? text(record(fields.enterprise).id) ?? text(fields.team_id);
  const channel = text(record(fields.channel).id) ?? text(fields.channel_id);
  const trigger = text(fields.trigger_id);
  const once = (kind: string): Subject => ({
    kind,
    team,
    channel,
    names: trigger === null ? null : [`${kind}/${trigger}`],
  });
  if (text(fields.command)) return once('command');
  switch (fields.type) {
    case 'block_actions':
      return once('button');
    case 'message_action':
    case 'shortcut':
      return once('shortcut');
    default:
      return { kind: String(fields.type ?? 'unknown'), team, channel, names: null };
  }
}

function ofEvent(body: Fields, event: Fields): Subject {
  const team = text(record(list(body.authorizations)[0]).team_id) ?? text(body.team_id);
  const channel = text(event.channel);
  const id = text(body.event_id);
  const type = String(event.type);
  const kept = (kind: string, ...more: string[]): Subject => ({
    kind,
    team,
    channel,
    names: [...(id === null ? [] : [`event/${id}`]), ...more],
  });
  const passing: Subject = { kind: type, team, channel, names: null };
  if (type === 'app_uninstalled' || type === 'tokens_revoked') return kept(type);
  const asked = `message/${team}/${channel}/${text(event.ts)}`;
  if (type === 'app_mention') {
    const ignored = event.bot_id !== undefined || event.edited !== undefined;
    return ignored ? passing : kept('mention', asked);
  }
  if (type !== 'message') return passing;
  if (event.subtype === 'message_changed') {
    const changed = record(event.message);
    if (changed.bot_id !== undefined || changed.text === record(event.previous_message).text) return passing;
    return kept('edit', `edit/${team}/${channel}/${text(changed.ts)}/${text(event.ts)}`);
  }
  if ((event.subtype !== undefined && event.subtype !== 'file_share') || event.bot_id !== undefined) {
    return passing;
  }
  // Where the app hears whole channels, most of what is said there concerns it not at all.
  const concerns =
    event.channel_type === 'im' ||
    (text(event.thread_ts) !== null && isQuestionToNobody(text(event.text) ?? ''));
  return concerns ? kept('message', asked) : passing;
}

function record(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
