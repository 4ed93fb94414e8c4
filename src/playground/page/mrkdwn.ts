/** A piece of Slack's markup, read. */
export type Marked =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly inside: readonly Marked[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'channel'; readonly id: string; readonly label: string }
  | { readonly kind: 'special'; readonly text: string };

const TOKEN = /<([^<>\n]+)>|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])/gu;
const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Reads the markup of a mrkdwn text: links, mentions, bold, italic, strike and code. */
export function readMrkdwn(text: string): Marked[] {
  const read: Marked[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) read.push(plain(text.slice(at, match.index)));
    const [whole, control, code, mark, inside] = match;
    if (control !== undefined) read.push(readControl(control));
    else if (code !== undefined) read.push({ kind: 'code', text: unescapeText(code) });
    else read.push({ kind: STYLES[mark as keyof typeof STYLES], inside: readMrkdwn(inside ?? '') });
    at = match.index + whole.length;
  }
  if (at < text.length) read.push(plain(text.slice(at)));
  return read;
}

/** Reads what a person typed: mentions and addresses, and nothing is formatted. */
export function readTyped(text: string): Marked[] {
  return text
    .split(/(<[^<>]*>)/u)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('<') && part.length > 2 ? readControl(part.slice(1, -1)) : plain(part)));
}

/** The three characters that Slack escapes, as they were. */
export function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function plain(text: string): Marked {
  return { kind: 'text', text: unescapeText(text) };
}

function readControl(control: string): Marked {
  const [target = '', label] = control.split('|');
  if (target.startsWith('@')) return { kind: 'user', id: target.slice(1) };
  if (target.startsWith('#'))
    return { kind: 'channel', id: target.slice(1), label: label ?? target.slice(1) };
  if (target.startsWith('!')) return { kind: 'special', text: `@${label ?? target.slice(1)}` };
  const url = unescapeText(target);
  return { kind: 'link', url, label: label === undefined ? url : unescapeText(label) };
}

/** What a person would see in the field to change a message: mentions by name, addresses as they are. */
export function asTyped(
  text: string,
  people: readonly { readonly id: string; readonly name: string }[],
): string {
  return readTyped(text)
    .map((piece) => {
      if (piece.kind === 'user') return `@${people.find(({ id }) => id === piece.id)?.name ?? piece.id}`;
      if (piece.kind === 'link') return piece.url;
      return 'text' in piece ? piece.text : '';
    })
    .join('');
}
