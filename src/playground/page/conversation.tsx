import type { ReactNode } from 'react';
import type { PageMessage, PageState, Starter } from '../page-state.ts';
import { Composer } from './composer.tsx';
import { type MessageHandlers, MessageItem } from './message.tsx';
import { useNewInView } from './scrolling.ts';

interface ConversationProps {
  readonly state: PageState;
  readonly channel: PageState['channels'][number];
  /** Tabs beside the name, where the place has some. */
  readonly tabs: ReactNode;
  /** Time stamp of the thread that is open beside it. */
  readonly open: string | null;
  readonly onOpenThread: (message: PageMessage) => void;
  readonly on: MessageHandlers;
  readonly onSend: (text: string) => void;
  readonly onFile: (file: File, words: string) => void;
}

/** A channel or the direct messages: its messages, what to begin with, and where to write. */
export function Conversation(props: ConversationProps) {
  const { state, channel, tabs, open, onOpenThread, on, onSend, onFile } = props;
  const messages = state.messages.filter((each) => each.channel === channel.id && each.thread === null);
  const counts = countReplies(state.messages, channel.id);
  const scroll = useNewInView(messages.length);
  const isDirect = channel.kind === 'im';
  const starters = isDirect
    ? state.prompts.map(({ title, message }) => ({ label: title, text: message }))
    : state.introduction.starters;
  return (
    <section
      className="conversation"
      aria-label={isDirect ? 'Direct messages with Whosaid' : `#${channel.name}`}
    >
      <header className="place-head">
        <h2>{isDirect ? state.bot.realName : `# ${channel.name}`}</h2>
        {tabs ?? <p className="quiet">Ask, and the answer comes in a thread.</p>}
      </header>
      <div className="scroll" ref={scroll}>
        {messages.length === 0 && (
          <Welcome state={state} isDirect={isDirect} starters={starters} onSend={onSend} />
        )}
        <ol className="messages" aria-label="Messages">
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
      </div>
      <div className="foot">
        {messages.length > 0 && <StarterChips starters={starters} onSend={onSend} />}
        <Composer
          key={channel.id}
          label={isDirect ? 'Message to Whosaid' : `Message to #${channel.name}`}
          placeholder={isDirect ? 'Ask Whosaid' : 'Ask about the article'}
          canMention={!isDirect}
          place={channel.id}
          isInUse={open === null}
          introduction={state.introduction}
          onSend={onSend}
          onFile={onFile}
          onEditLast={() => on.setEditing(lastOwn(messages, state.you.id))}
        />
      </div>
    </section>
  );
}

interface WelcomeProps {
  readonly state: PageState;
  readonly isDirect: boolean;
  readonly starters: readonly Starter[];
  readonly onSend: (text: string) => void;
}

function Welcome({ state, isDirect, starters, onSend }: WelcomeProps) {
  const { articles } = state.introduction;
  const [first, ...others] = articles;
  return (
    <section className="welcome" aria-label="To begin with">
      <h3>{isDirect ? 'Ask Whosaid directly' : 'Who said what?'}</h3>
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

/** The last message of one's own that can be changed. */
export function lastOwn(messages: readonly PageMessage[], you: string): string | null {
  const own = messages.findLast(
    ({ user, onlyFor, files }) => user === you && onlyFor === null && files.length === 0,
  );
  return own?.ts ?? null;
}

function countReplies(messages: readonly PageMessage[], channel: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { channel: where, thread } of messages) {
    if (where === channel && thread !== null) counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  return counts;
}
