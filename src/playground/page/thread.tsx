import type { PageMessage, PageState } from '../page-state.ts';
import { Composer } from './composer.tsx';
import { lastOwn } from './conversation.tsx';
import { type MessageHandlers, MessageItem } from './message.tsx';
import { useNewInView } from './scrolling.ts';

interface ThreadProps {
  readonly state: PageState;
  readonly channel: PageState['channels'][number];
  /** Time stamp of the message that the thread hangs on. */
  readonly ts: string;
  readonly on: MessageHandlers;
  readonly onSend: (text: string) => void;
  readonly onFile: (file: File, words: string) => void;
  readonly onClose: () => void;
}

/** A message with the replies to it. */
export function Thread({ state, channel, ts, on, onSend, onFile, onClose }: ThreadProps) {
  const messages = threadMessages(state.messages, channel.id, ts);
  const scroll = useNewInView(messages.length);
  const isDirect = channel.kind === 'im';
  const status = state.statuses.find((each) => each.channel === channel.id && each.thread === ts);
  return (
    <section
      className="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className="place-head">
        <button type="button" className="tool back" onClick={onClose} aria-label="Back to the channel">
          <span aria-hidden="true">‹</span>
        </button>
        <h2>Thread</h2>
        <p className="quiet">{isDirect ? state.bot.realName : `# ${channel.name}`}</p>
        <button type="button" className="tool close" onClick={onClose} aria-label="Close the thread">
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <div className="scroll" ref={scroll}>
        <ol className="messages" aria-label="Messages of the thread">
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
        {status && (
          <p className="working" role="status">
            {state.bot.realName} {status.status}
          </p>
        )}
      </div>
      <div className="foot">
        <Composer
          label="Reply in the thread"
          placeholder="Ask on: what else did they say?"
          canMention={!isDirect}
          place={`${channel.id}/${ts}`}
          isInUse
          introduction={null}
          onSend={onSend}
          onFile={onFile}
          onEditLast={() => on.setEditing(lastOwn(messages, state.you.id))}
        />
      </div>
    </section>
  );
}

/** A message and the replies to it. */
export function threadMessages(messages: readonly PageMessage[], channel: string, ts: string): PageMessage[] {
  return messages.filter((each) => each.channel === channel && (each.ts === ts || each.thread === ts));
}
