import type { PageState } from '../page-state.ts';
import { Composer } from './composer.tsx';
import { useEndInView } from './conversation.tsx';
import { type MessageHandlers, MessageItem } from './message.tsx';

interface ThreadProps {
  readonly state: PageState;
  readonly channel: PageState['channels'][number];
  /** Time stamp of the message that the thread hangs on. */
  readonly ts: string;
  readonly on: MessageHandlers;
  readonly onSend: (text: string) => void;
  readonly onClose: () => void;
}

/** A message with the replies to it. */
export function Thread({ state, channel, ts, on, onSend, onClose }: ThreadProps) {
  const here = state.messages.filter((each) => each.channel === channel.id);
  const messages = here.filter((each) => each.ts === ts || each.thread === ts);
  const end = useEndInView(messages.length);
  const isDirect = channel.kind === 'im';
  const last = messages.at(-1);
  const waiting = last?.user === state.you.id && (isDirect || last.text.includes(`<@${state.bot.id}>`));
  return (
    <aside className="thread" aria-label="Thread">
      <header className="place-head">
        <button type="button" className="plain back" onClick={onClose} aria-label="Back to the channel">
          ‹
        </button>
        <h2>Thread</h2>
        <p className="quiet">{isDirect ? state.bot.realName : `# ${channel.name}`}</p>
        <button type="button" className="plain close" onClick={onClose} aria-label="Close the thread">
          ×
        </button>
      </header>
      <div className="scroll">
        <ol className="messages" role="log" aria-live="polite" aria-label="Messages of the thread">
          {messages.map((message) => (
            <MessageItem
              key={message.ts}
              message={message}
              state={state}
              replies={0}
              on={on}
              onOpenThread={null}
            />
          ))}
        </ol>
        {waiting && <p className="waiting">Whosaid is looking …</p>}
        <div ref={end} />
      </div>
      <div className="foot">
        <Composer
          label="Reply in the thread"
          placeholder="Ask on: what else did they say?"
          canMention={!isDirect}
          focusOn={ts}
          onSend={onSend}
        />
      </div>
    </aside>
  );
}
