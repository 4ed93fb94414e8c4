import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Introduction } from '../page-state.ts';
import { type Suggestion, suggest } from './completion.ts';
import { nextIn } from './menu.tsx';
import { Suggestions } from './suggestions.tsx';

interface ComposerProps {
  /** For what is written here, also the field's label. */
  readonly label: string;
  readonly placeholder: string;
  /** In a channel the bot answers when it is mentioned, which a newcomer does not know. */
  readonly canMention: boolean;
  /** Names the place; its draft is kept under it. */
  readonly place: string;
  /** Takes the focus when it comes into use, and again when a thread over it was closed. */
  readonly isInUse: boolean;
  /** What can be completed; null: nothing, as in threads, where Slack has no commands. */
  readonly introduction: Introduction | null;
  readonly onSend: (text: string) => void;
  /** Shares a file, with the bot's mention where it is on. */
  readonly onFile: (file: File, words: string) => void;
  /** Changes the last message of one's own. */
  readonly onEditLast?: () => void;
}

const BOT_NAME = '@whosaid';
const TALLEST = 160;
/** What was written and not sent, by place. */
const DRAFTS = new Map<string, string>();

/** Where a message is written. Enter sends, Shift and Enter begin a new line. */
export function Composer(props: ComposerProps) {
  const { label, placeholder, canMention, place, isInUse, introduction, onSend, onFile } = props;
  const [text, setText] = useState(DRAFTS.get(place) ?? '');
  const [mention, setMention] = useState(true);
  const [moved, setMoved] = useState<number | null>(null);
  const [hidden, setHidden] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const suggestions = introduction && !hidden ? suggest(text, introduction) : [];
  const isOpen = suggestions.length > 0;
  // Until somebody moves there, Enter sends what is a command already.
  const chosen = moved ?? (introduction && isCommand(text, introduction) ? null : 0);

  useEffect(() => {
    if (isInUse) field.current?.focus({ preventScroll: true });
  }, [isInUse]);

  // With every rendering: how the text wraps changes with the width as well.
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, TALLEST)}px`;
  });

  const write = (next: string): void => {
    DRAFTS.set(place, next);
    setText(next);
    setMoved(null);
    setHidden(false);
  };
  const complete = ({ text: next }: Suggestion): void => {
    write(next);
    field.current?.focus();
  };
  const send = (): void => {
    const written = text.trim();
    if (written === '') return;
    onSend(canMention && mention ? withMention(written) : written);
    write('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (isOpen && completionKey(event)) {
      event.preventDefault();
      return;
    }
    if (event.key === 'ArrowUp' && text === '') props.onEditLast?.();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };
  /** Whether the key belonged to the list of suggestions. */
  const completionKey = (event: KeyboardEvent): boolean => {
    const to =
      event.key === 'Home' || event.key === 'End'
        ? null
        : nextIn(event.key, chosen ?? -1, suggestions.length);
    const suggestion = suggestions[chosen ?? 0];
    if (to !== null) setMoved(to);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      setHidden(true);
    } else if ((event.key === 'Tab' && !event.shiftKey) || (event.key === 'Enter' && chosen !== null)) {
      if (suggestion) complete(suggestion);
    } else return false;
    return true;
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isOpen && <Suggestions id={list} suggestions={suggestions} chosen={chosen} onChoose={complete} />}
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        {...(introduction && { 'aria-autocomplete': 'list' })}
        {...(isOpen && { 'aria-controls': list })}
        {...(isOpen && chosen !== null && { 'aria-activedescendant': `${list}-${chosen}` })}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setHidden(true)}
      />
      <div className="composer-bar">
        <FileButton onFile={(file) => onFile(file, canMention && mention ? BOT_NAME : '')} />
        {canMention && (
          <button
            type="button"
            className="mention-toggle"
            aria-pressed={mention}
            title={mention ? 'The bot is mentioned and answers' : 'The bot is not mentioned and stays silent'}
            onClick={() => setMention(!mention)}
          >
            {BOT_NAME}
          </button>
        )}
        <span className="composer-hint">{hintOf(canMention && !mention, introduction !== null)}</span>
        <button type="submit" className="button is-primary" disabled={text.trim() === ''}>
          Send
        </button>
      </div>
    </form>
  );
}

function FileButton({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-label="Share a file"
        title="Share a text, Markdown or HTML file: it is added as an article"
        onClick={() => input.current?.click()}
      >
        <span aria-hidden="true">+</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="file"
        accept=".txt,.md,.html,.htm"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          event.target.value = '';
        }}
      />
    </>
  );
}

function hintOf(isSilent: boolean, hasCommands: boolean): string {
  if (isSilent) return 'Nobody is asked.';
  return hasCommands ? 'Enter sends. / lists commands.' : 'Enter sends.';
}

function isCommand(text: string, { commands }: Introduction): boolean {
  return commands.some(({ name }) => text === name || text.startsWith(`${name} `));
}

/** The text with the bot's mention, unless it has one or is a command. */
export function withMention(text: string): string {
  return text.startsWith('/') || /@whosaid\b/iu.test(text) ? text : `${BOT_NAME} ${text}`;
}
