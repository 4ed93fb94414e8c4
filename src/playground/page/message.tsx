import type { ButtonAt } from '../block-actions.ts';
import type { PageState } from '../page-state.ts';
import type { Message, Person } from '../workspace.ts';
import { Blocks } from './blocks.tsx';

/** What can be done with a message. */
export interface MessageHandlers {
  readonly press: (message: Message, button: ButtonAt) => void;
  readonly shortcut: (message: Message, callback: string) => void;
}

interface MessageItemProps {
  readonly message: Message;
  readonly state: PageState;
  readonly replies: number;
  readonly on: MessageHandlers;
  /** Opens the message's thread; null inside of one. */
  readonly onOpenThread: ((message: Message) => void) | null;
  readonly isOpen?: boolean;
}

/** One message with its author, its time and what can be done with it. */
export function MessageItem({ message, state, replies, on, onOpenThread, isOpen }: MessageItemProps) {
  const author = state.people.find((each) => each.id === message.user) ?? state.bot;
  return (
    <li className={isOpen ? 'message is-open' : 'message'} data-author={author.name}>
      <Avatar person={author} />
      <div className="message-body">
        {message.onlyFor !== null && <p className="only-you">Only visible to you</p>}
        <p className="message-head">
          <strong>{author.isBot ? author.realName : author.name}</strong>
          {author.isBot && <span className="badge">App</span>}
          <Time ts={message.ts} />
          {message.edited && <span className="quiet">(edited)</span>}
        </p>
        {message.blocks.length > 0 ? (
          <Blocks
            blocks={message.blocks}
            people={state.people}
            onPress={(button) => on.press(message, button)}
          />
        ) : (
          <p className="message-text">
            <TypedText text={message.text} people={state.people} />
          </p>
        )}
        {replies > 0 && onOpenThread && (
          <button type="button" className="text-link" onClick={() => onOpenThread(message)}>
            {replies} {replies === 1 ? 'reply' : 'replies'}
          </button>
        )}
        {message.onlyFor === null && (
          <p className="message-menu">
            {replies === 0 && onOpenThread && (
              <button type="button" className="text-link" onClick={() => onOpenThread(message)}>
                Reply in thread
              </button>
            )}
            {state.shortcuts
              .filter(({ type }) => type === 'message' && !author.isBot)
              .map(({ callback, name }) => (
                <button
                  key={callback}
                  type="button"
                  className="text-link"
                  onClick={() => on.shortcut(message, callback)}
                >
                  {name}
                </button>
              ))}
          </p>
        )}
      </div>
    </li>
  );
}

/** A square with a letter; the bot has a quotation mark. */
export function Avatar({ person }: { readonly person: Person }) {
  return (
    <span className={person.isBot ? 'avatar is-bot' : 'avatar'} data-person={person.id} aria-hidden="true">
      {person.isBot ? '“' : person.name.charAt(0).toUpperCase()}
    </span>
  );
}

function Time({ ts }: { readonly ts: string }) {
  const at = new Date(Number(ts) * 1000);
  return (
    <time dateTime={at.toISOString()} title={at.toLocaleString()}>
      {at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}
    </time>
  );
}

const TOKEN = /(<[^<>]*>)/u;

/** What a person typed: mentions are shown by name, addresses as they are, and nothing is formatted. */
function TypedText({ text, people }: { readonly text: string; readonly people: readonly Person[] }) {
  let at = 0;
  return text.split(TOKEN).map((part) => {
    const key = at;
    at += part.length;
    const mentioned = /^<@([^|>]+)/u.exec(part)?.[1];
    if (mentioned !== undefined) {
      const name = people.find((each) => each.id === mentioned)?.name ?? mentioned;
      return (
        <span key={key} className="mention">
          @{name}
        </span>
      );
    }
    const shown = part.startsWith('<') ? (part.slice(1, -1).split('|').at(-1) ?? '') : part;
    return <span key={key}>{unescapeText(shown)}</span>;
  });
}

function unescapeText(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
