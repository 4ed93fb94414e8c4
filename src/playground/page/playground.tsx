import { useEffect, useRef, useState } from 'react';
import type { PageAct, PageState } from '../page-state.ts';
import { withMention } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { Home, type Tab, Tabs } from './home.tsx';
import { Avatar, type MessageHandlers } from './message.tsx';
import { act, useServerState } from './server.ts';
import { Thread } from './thread.tsx';
import { AppWindow } from './window.tsx';

const NOTICE_MILLIS = 6_000;

/** The whole page. */
export function Playground() {
  const { state, lost } = useServerState();
  if (!state) return <p className="loading">{lost ? 'The playground is not running.' : 'One moment …'}</p>;
  return <Desk state={state} lost={lost} />;
}

function Desk({ state, lost }: { readonly state: PageState; readonly lost: boolean }) {
  const [channelId, setChannelId] = useState(state.channels[0]?.id ?? '');
  const [thread, setThread] = useState<string | null>(null);
  const [tab, setTab] = useState<Tab>('messages');
  const [notice, setNotice] = useState<string | null>(null);
  const channel = state.channels.find((each) => each.id === channelId) ?? state.channels[0];
  const openNext = useThreadOfNewQuestion(state, setThread);

  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MILLIS);
    return () => clearTimeout(timer);
  }, [notice]);
  if (!channel) return null;

  const perform = async (what: PageAct): Promise<void> => setNotice(await act(what));
  const on: MessageHandlers = {
    press: ({ channel: where, ts }, button) => void perform({ do: 'press', channel: where, ts, button }),
    shortcut: (of, callback) => {
      void perform({ do: 'shortcut', callback, of: { channel: of.channel, ts: of.ts } });
    },
  };
  const chooseTab = (next: Tab): void => {
    setTab(next);
    setThread(null);
    if (next === 'home') void perform({ do: 'open-home' });
  };
  const tabs = channel.kind === 'im' ? <Tabs current={tab} onChoose={chooseTab} /> : null;
  const send = (text: string, inThread: string | null): void => {
    if (text.startsWith('/')) {
      if (inThread !== null) setThread(null);
      void perform({ do: 'command', channel: channel.id, text });
      return;
    }
    const asksBot = channel.kind === 'im' || /@whosaid\b/iu.test(text);
    if (inThread === null && asksBot) openNext();
    void perform({ do: 'say', channel: channel.id, text, thread: inThread });
  };
  // A starter is a question to the bot: in a channel it needs the mention that a person would type.
  const sendNew = (text: string): void =>
    send(
      state.introduction.starters.some((each) => each.text === text) && channel.kind === 'channel'
        ? withMention(text)
        : text,
      null,
    );

  return (
    <div className={thread === null ? 'desk' : 'desk has-thread'}>
      <p className="simulation">
        A simulation of Slack on this computer: the bot is real, and nothing leaves the machine.
      </p>
      <nav className="places" aria-label="Places">
        <p className="workspace-name">Playground</p>
        <ul>
          {state.channels.map((each) => (
            <li key={each.id}>
              <button
                type="button"
                className="place"
                aria-current={each.id === channel.id ? 'page' : undefined}
                onClick={() => {
                  setChannelId(each.id);
                  setThread(null);
                }}
              >
                {each.kind === 'im' ? <Avatar person={state.bot} /> : <span aria-hidden="true">#</span>}
                {each.kind === 'im' ? state.bot.realName : each.name}
              </button>
            </li>
          ))}
        </ul>
        <ul className="shortcuts" aria-label="Shortcuts">
          {state.shortcuts
            .filter(({ type }) => type === 'global')
            .map(({ callback, name }) => (
              <li key={callback}>
                <button
                  type="button"
                  className="place"
                  onClick={() => void perform({ do: 'shortcut', callback, of: null })}
                >
                  <span aria-hidden="true">+</span>
                  {name}
                </button>
              </li>
            ))}
        </ul>
      </nav>
      {tabs && tab === 'home' ? (
        <Home state={state} tabs={tabs} onPress={(button) => void perform({ do: 'press-in-home', button })} />
      ) : (
        <Conversation
          key={channel.id}
          state={state}
          channel={channel}
          tabs={tabs}
          open={thread}
          onOpenThread={(message) => setThread(message.ts)}
          on={on}
          onSend={sendNew}
        />
      )}
      {thread !== null && (
        <Thread
          key={thread}
          state={state}
          channel={channel}
          ts={thread}
          on={on}
          onSend={(text) => send(text, thread)}
          onClose={() => setThread(null)}
        />
      )}
      {state.window && (
        <AppWindow
          key={state.window.id}
          shown={state.window}
          state={state}
          onPress={(button) => void perform({ do: 'press-in-window', button })}
          onSubmit={(values) => void perform({ do: 'submit', values })}
          onClose={() => void perform({ do: 'close-window' })}
        />
      )}
      <div role="status" className="notices">
        {lost && <p className="notice">The connection to the playground is lost. Is it still running?</p>}
        {notice !== null && <p className="notice">{notice}</p>}
      </div>
    </div>
  );
}

/** Opens the thread of the next question that is asked here, where its answer will stand. */
function useThreadOfNewQuestion(state: PageState, open: (ts: string) => void): () => void {
  const expecting = useRef<string | null>(null);
  useEffect(() => {
    const own = state.messages.filter((each) => each.user === state.you.id && each.thread === null).at(-1);
    if (expecting.current === null || !own || own.ts <= expecting.current) return;
    expecting.current = null;
    open(own.ts);
  }, [state, open]);
  return () => {
    expecting.current = state.messages.at(-1)?.ts ?? '0';
  };
}
