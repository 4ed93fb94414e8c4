import type { ReactNode } from 'react';
import { type Marked, readMrkdwn, readTyped } from './mrkdwn.ts';
import { useSurroundings } from './surroundings.ts';

/** A text with Slack's markup. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return <MarkedText marked={readMrkdwn(text)} />;
}

/** What a person typed. */
export function Typed({ text }: { readonly text: string }) {
  return <MarkedText marked={readTyped(text)} />;
}

function MarkedText({ marked }: { readonly marked: readonly Marked[] }): ReactNode {
  // The pieces of a text never change their places.
  return numbered(marked).map(({ key, value }) => <Piece key={key} piece={value} />);
}

function Piece({ piece }: { readonly piece: Marked }): ReactNode {
  const { channels } = useSurroundings();
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'bold':
      return (
        <strong>
          <MarkedText marked={piece.inside} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <MarkedText marked={piece.inside} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <MarkedText marked={piece.inside} />
        </s>
      );
    case 'link':
      return <Link url={piece.url}>{piece.label}</Link>;
    case 'user':
      return <Mention id={piece.id} />;
    case 'channel':
      return (
        <span className="mention">#{channels.find(({ id }) => id === piece.id)?.name ?? piece.label}</span>
      );
    case 'special':
      return <span className="mention">{piece.text}</span>;
    default:
      return piece satisfies never;
  }
}

/** A person by name. */
export function Mention({ id }: { readonly id: string }) {
  const { people } = useSurroundings();
  return <span className="mention">@{people.find((each) => each.id === id)?.name ?? id}</span>;
}

interface LinkProps {
  readonly url: string;
  readonly children: ReactNode;
}

/** A link to the web in a tab of its own; one into the reader moves the reader beside the chat. */
export function Link({ url, children }: LinkProps) {
  const { onCitation } = useSurroundings();
  const address = readerAddress(url);
  if (address !== null) {
    return (
      <a
        href={address}
        className="citation"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onCitation(address);
        }}
      >
        {children}
      </a>
    );
  }
  if (!isWeb(url)) return children;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

/** The path into this page's own reader; null for any other address. */
function readerAddress(url: string): string | null {
  if (!URL.canParse(url, window.location.href)) return null;
  const { origin, pathname, search, hash } = new URL(url, window.location.href);
  if (origin !== window.location.origin || !pathname.startsWith('/articles/')) return null;
  return `${pathname}${search}${hash}`;
}

function isWeb(url: string): boolean {
  return URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
}

/** Values with a key each, their place. */
export function numbered<T>(values: readonly T[]): { readonly key: string; readonly value: T }[] {
  return values.map((value, index) => ({ key: String(index), value }));
}
