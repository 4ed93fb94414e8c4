import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ButtonAt } from '../block-actions.ts';
import type { PageMessage, PageState } from '../page-state.ts';
import type { Person } from '../workspace.ts';
import { Blocks } from './blocks.tsx';
import { Mrkdwn, numbered, Typed } from './marked-text.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { asTyped } from './mrkdwn.ts';
import { emoji } from './rich-text.tsx';

/** What can be done with a message. */
export interface MessageHandlers {
  readonly press: (message: PageMessage, button: ButtonAt) => void;
  readonly shortcut: (message: PageMessage, callback: string) => void;
  readonly edit: (message: PageMessage, text: string) => void;
  readonly remove: (message: PageMessage) => void;
  readonly react: (message: PageMessage, name: string) => void;
  /** Time stamp of the message that is being changed; null: none. */
  readonly editing: string | null;
  readonly setEditing: (ts: string | null) => void;
}

interface MessageItemProps {
  readonly message: PageMessage;
  readonly state: PageState;
  readonly replies: number;
  readonly on: MessageHandlers;
  /** Opens the message's thread; null inside of one. */
  readonly onOpenThread: ((message: PageMessage) => void) | null;
  readonly isOpen?: boolean;
}

/** Reactions that the menu offers. */
const REACTIONS = ['+1', 'eyes', 'white_check_mark'];

/** One message with its author, its time and what can be done with it. */
export function MessageItem({ message, state, replies, on, onOpenThread, isOpen }: MessageItemProps) {
  const editing = on.editing === message.ts;
  const author = state.people.find((each) => each.id === message.user) ?? state.bot;
  const className = ['message', isOpen && 'is-open', message.onlyFor && 'is-private']
    .filter(Boolean)
    .join(' ');
  return (
    <li className={className} data-ts={message.ts} data-own={author.id === state.you.id || undefined}>
      <Avatar person={author} />
      <div className="message-body">
        {message.onlyFor !== null && <p className="only-you">Only visible to you</p>}
        <p className="message-head">
          <strong>{author.isBot ? author.realName : author.name}</strong>
          {author.isBot && <span className="badge">App</span>}
          <Time ts={message.ts} />
          {message.edited && <span className="quiet">(edited)</span>}
        </p>
        {editing ? (
          <Editor
            text={asTyped(message.text, state.people)}
            onSave={(text) => {
              on.setEditing(null);
              on.edit(message, text);
            }}
            onCancel={() => on.setEditing(null)}
          />
        ) : (
          <Content message={message} isBot={author.isBot} onPress={(button) => on.press(message, button)} />
        )}
        <Files message={message} />
        <Reactions message={message} onReact={(name) => on.react(message, name)} />
        {replies > 0 && onOpenThread && (
          <button type="button" className="text-link" onClick={() => onOpenThread(message)}>
            {replies} {replies === 1 ? 'reply' : 'replies'}
          </button>
        )}
      </div>
      <div className="message-tools">
        {message.onlyFor === null && onOpenThread && (
          <button
            type="button"
            className="tool"
            aria-label="Reply in thread"
            title="Reply in thread"
            onClick={() => onOpenThread(message)}
          >
            <ReplyIcon />
          </button>
        )}
        <Menu label="More actions" className="tool" items={menuItems(message, state, on)}>
          <span aria-hidden="true">⋯</span>
        </Menu>
      </div>
    </li>
  );
}

function menuItems(message: PageMessage, state: PageState, on: MessageHandlers): MenuItem[] {
  const isOwn = message.user === state.you.id;
  if (message.onlyFor !== null) {
    return [{ key: 'dismiss', label: 'Dismiss message', onChoose: () => on.remove(message) }];
  }
  const shortcuts = state.shortcuts
    .filter(({ type }) => type === 'message')
    .map(({ callback, name }) => ({
      key: callback,
      label: name,
      onChoose: () => on.shortcut(message, callback),
    }));
  const reactions = REACTIONS.map((name) => ({
    key: name,
    label: `${message.reactions.includes(name) ? 'Take away' : 'React with'} ${emoji(name)} :${name}:`,
    onChoose: () => on.react(message, name),
  }));
  const own: MenuItem[] = isOwn
    ? [
        ...(message.files.length === 0
          ? [{ key: 'edit', label: 'Edit message', onChoose: () => on.setEditing(message.ts) }]
          : []),
        { key: 'delete', label: 'Delete message', danger: true, onChoose: () => on.remove(message) },
      ]
    : [];
  return [...shortcuts, ...reactions, ...own];
}

interface ContentProps {
  readonly message: PageMessage;
  readonly isBot: boolean;
  readonly onPress: (button: ButtonAt) => void;
}

function Content({ message, isBot, onPress }: ContentProps) {
  if (message.blocks.length > 0) return <Blocks blocks={message.blocks} onPress={onPress} />;
  if (message.text === '') return null;
  return (
    <p className="message-text">{isBot ? <Mrkdwn text={message.text} /> : <Typed text={message.text} />}</p>
  );
}

function Files({ message }: { readonly message: PageMessage }) {
  if (message.files.length === 0) return null;
  return (
    <ul className="files">
      {numbered(message.files).map(({ key, value: { name, size } }) => (
        <li key={key} className="file">
          <strong>{name}</strong>
          <span className="quiet">{fileSize(size)}</span>
        </li>
      ))}
    </ul>
  );
}

interface ReactionsProps {
  readonly message: PageMessage;
  readonly onReact: (name: string) => void;
}

function Reactions({ message, onReact }: ReactionsProps) {
  if (message.reactions.length === 0) return null;
  return (
    <p className="reactions">
      {message.reactions.map((name) => (
        <button
          key={name}
          type="button"
          className="reaction"
          aria-label={`${name}: take away`}
          onClick={() => onReact(name)}
        >
          {emoji(name)}
        </button>
      ))}
    </p>
  );
}

interface EditorProps {
  readonly text: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

function Editor({ text, onSave, onCancel }: EditorProps) {
  const [written, setWritten] = useState(text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) onSave(written);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className="editor"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(written);
      }}
    >
      <textarea
        ref={field}
        rows={2}
        aria-label="Edit the message"
        value={written}
        onChange={(event) => setWritten(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="editor-bar">
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" className="button is-primary">
          Save
        </button>
      </p>
    </form>
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

function ReplyIcon() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path
        d="M3.5 4.5h13v9H9l-3.5 3v-3h-2z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
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

function fileSize(bytes: number): string {
  return bytes < 1_000 ? `${bytes} bytes` : `${Math.round(bytes / 1_000)} KB`;
}
