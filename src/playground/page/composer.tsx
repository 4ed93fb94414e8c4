import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface ComposerProps {
  /** For what is written here, also the field's label. */
  readonly label: string;
  readonly placeholder: string;
  /** In a channel the bot answers when it is mentioned, which a newcomer does not know. */
  readonly canMention: boolean;
  /** Changes when the field should take the focus. */
  readonly focusOn: string;
  readonly onSend: (text: string) => void;
}

const BOT_NAME = '@whosaid';
const TALLEST = 160;

/** Where a message is written. Enter sends, Shift and Enter begin a new line. */
export function Composer({ label, placeholder, canMention, focusOn, onSend }: ComposerProps) {
  const [text, setText] = useState('');
  const [mention, setMention] = useState(true);
  const field = useRef<HTMLTextAreaElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is the reason to take the focus
  useEffect(() => field.current?.focus(), [focusOn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the field grows with its text
  useEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, TALLEST)}px`;
  }, [text]);

  const send = (): void => {
    const written = text.trim();
    if (written === '') return;
    onSend(canMention && mention ? withMention(written) : written);
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="composer-bar">
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
        <span className="composer-hint">
          {canMention && !mention ? 'Nobody is asked.' : 'Enter sends. /article asks privately.'}
        </span>
        <button type="submit" className="send" disabled={text.trim() === ''}>
          Send
        </button>
      </div>
    </form>
  );
}

/** The text with the bot's mention, unless it has one or is a command. */
export function withMention(text: string): string {
  return text.startsWith('/') || /@whosaid\b/iu.test(text) ? text : `${BOT_NAME} ${text}`;
}
