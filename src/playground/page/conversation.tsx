import { type ReactNode, useEffect, useRef } from 'react';
import type { PageState, Starter } from '../page-state.ts';
import type { Message } from '../workspace.ts';
import { Composer } from './composer.tsx';
import { type MessageHandlers, MessageItem } from './message.tsx';

interface ConversationProps {
  readonly state: PageState;
  readonly channel: PageState['channels'][number];
  /** Tabs beside the name, where the place has some. */
  readonly tabs: ReactNode;
  /** Time stamp of the thread that is open beside it. */
  readonly open: string | null;
  readonly onOpenThread: (message: Message) => void;
  readonly on: MessageHandlers;
  readonly onSend: (text: string) => void;
}

/** A channel or the direct messages: its messages, what to begin with, and where to write. */
export function Conversation(props: ConversationProps) {
  const { state, channel, tabs, open, onOpenThread, on, onSend } = props;
  const messages = state.messages.filter((each) => each.channel === channel.id && each.thread === null);
  const counts = countReplies(state.messages, channel.id);
  const end = useEndInView(messages.length);
  const isDirect = channel.kind === 'im';
  return (
    <main
      className="conversation"
      aria-label={isDirect ? 'Direct messages with Whosaid' : `#${channel.name}`}
    >
      <header className="place-head">
        <h1>{isDirect ? state.bot.realName : `# ${channel.name}`}</h1>
        {tabs ?? <p className="quiet">Ask, and the answer comes in a thread.</p>}
      </header>
      <div className="scroll">
        <Welcome state={state} isDirect={isDirect} onSend={onSend} />
        <ol className="messages" role="log" aria-live="polite" aria-label="Messages">
          {messages.map((message) => (
            <MessageItem
              key={message.ts}
              message={message}
              state={state}
              replies={counts.get(message.ts) ?? 0}
              on={on}
              onOpenThread={onOpenThread}
              isOpen={message.ts === open}
            />
          ))}
        </ol>
        <div ref={end} />
      </div>
      <div className="foot">
        {messages.length > 0 && <StarterChips starters={state.introduction.starters} onSend={onSend} />}
        <Composer
          label={isDirect ? 'Message to Whosaid' : `Message to #${channel.name}`}
          placeholder={isDirect ? 'Ask Whosaid' : 'Ask about the article'}
          canMention={!isDirect}
          focusOn={channel.id}
          onSend={onSend}
        />
      </div>
    </main>
  );
}

interface WelcomeProps {
  readonly state: PageState;
  readonly isDirect: boolean;
  readonly onSend: (text: string) => void;
}

function Welcome({ state, isDirect, onSend }: WelcomeProps) {
  const { articles, starters } = state.introduction;
  const [first, ...others] = articles;
  return (
    <section className="welcome" aria-label="To begin with">
      <h2>{isDirect ? 'Ask Whosaid directly' : 'Who said what?'}</h2>
      <p>
        Whosaid answers with the article’s own words and names who said them.
        {first && (
          <>
            {' '}
            It has read <cite>{first.title}</cite>
            {first.outlet && ` (${first.outlet})`}
            {others.length > 0 && ` and ${others.length} more`}.
          </>
        )}
      </p>
      <ul className="starters">
        {starters.map((starter) => (
          <li key={starter.text}>
            <button type="button" className="starter" onClick={() => onSend(starter.text)}>
              <span className="quiet">{starter.label}</span>
              <span>{starter.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface StarterChipsProps {
  readonly starters: readonly Starter[];
  readonly onSend: (text: string) => void;
}

function StarterChips({ starters, onSend }: StarterChipsProps) {
  return (
    <ul className="chips" aria-label="Try">
      {starters.map(({ text }) => (
        <li key={text}>
          <button type="button" className="chip" onClick={() => onSend(text)}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Keeps the newest in view when something is added. */
export function useEndInView(count: number) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  return end;
}

function countReplies(messages: readonly Message[], channel: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { channel: where, thread } of messages) {
    if (where === channel && thread !== null) counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  return counts;
}
