/** Something in a payload that Slack would make live: ping, link or format. */
export interface LiveMarkup {
  readonly kind: 'mention' | 'channel' | 'broadcast' | 'link' | 'emoji' | 'format' | 'entity';
  readonly value: string;
}

const CONTROL = /<([^<>]*)>/gu;
/** One of the three characters that Slack wants escaped, standing bare. */
const UNESCAPED = /&(?!amp;|lt;|gt;)|[<>]/u;

/** What is live in a message's `text` or in a mrkdwn object, by Slack's rules of escaping. */
export function liveInText(text: string): LiveMarkup[] {
  const found: LiveMarkup[] = [];
  for (const [whole, inner = ''] of text.matchAll(CONTROL)) found.push({ kind: kindOf(inner), value: whole });
  if (UNESCAPED.test(text.replace(CONTROL, ''))) found.push({ kind: 'entity', value: text });
  return found;
}

function kindOf(inner: string): LiveMarkup['kind'] {
  if (inner.startsWith('@')) return 'mention';
  if (inner.startsWith('#')) return 'channel';
  if (inner.startsWith('!')) return 'broadcast';
  return 'link';
}

const RICH_KINDS: Readonly<Record<string, LiveMarkup['kind']>> = {
  user: 'mention',
  usergroup: 'mention',
  channel: 'channel',
  broadcast: 'broadcast',
  link: 'link',
  emoji: 'emoji',
};

/** What is live in blocks: elements of rich text that are more than text, and the markup of mrkdwn. */
export function liveInBlocks(blocks: unknown): LiveMarkup[] {
  const found: LiveMarkup[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const each of value) visit(each);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const fields: Record<string, unknown> = { ...value };
    const { type, text } = fields;
    if (type === 'mrkdwn' && typeof text === 'string') {
      found.push(...liveInText(text), ...formatsIn(text));
      return;
    }
    const kind = typeof type === 'string' ? RICH_KINDS[type] : undefined;
    if (kind) found.push({ kind, value: JSON.stringify(fields) });
    for (const each of Object.values(fields)) visit(each);
  };
  visit(blocks);
  return found;
}

/** Formatting of mrkdwn outside its links: a pair of `*`, `_`, `~` or backticks, or a quoted line. */
function formatsIn(text: string): LiveMarkup[] {
  const rest = text.replace(CONTROL, '');
  const format = /([*_~`])[^\s].*?\1|^&gt;|:[a-z0-9_+-]+:/msu.exec(rest);
  return format ? [{ kind: 'format', value: format[0] }] : [];
}
