import { useEffect, useMemo, useState } from 'react';
import type { PageAct, PageMessage, PageState } from '../page-state.ts';
import type { WireEntry } from '../wire.ts';
import { Announcer } from './announcer.tsx';
import { withMention } from './composer.tsx';
import { Conversation } from './conversation.tsx';
import { DropZone } from './drop-zone.tsx';
import { Home, type Tab, Tabs } from './home.tsx';
import type { MessageHandlers } from './message.tsx';
import { OwnText } from './own-text.tsx';
import { Places } from './places.tsx';
import { ReaderPane, type ReaderTarget, readAddress } from './reader-pane.tsx';
import { act, shareFile } from './server.ts';
import { SurroundingsContext } from './surroundings.ts';
import { Thread } from './thread.tsx';
import { useNewArticle, useNewCitation, useNewQuestion } from './use-new.ts';
import { useWide } from './use-wide.ts';
import { AppWindow } from './window.tsx';
import { WirePanel } from './wire-panel.tsx';

const NOTICE_MILLIS = 6_000;
const NO_COMMANDS_HERE = 'Slack runs no commands in threads. Write it in the channel.';

type Side = 'article' | 'wire';

interface DeskProps {
  readonly state: PageState;
  readonly wire: readonly WireEntry[];
  readonly lost: boolean;
  /** Goes on as somebody else. */
  readonly onPerson: (person: string) => void;
}

/** The page of one person: places, conversation, thread, and the article or the wire beside them. */
export function Desk({ state, wire, lost, onPerson }: DeskProps) {
  const isWide = useWide();
  const [channelId, setChannelId] = useState(state.channels[0]?.id ?? '');
  const [thread, setThread] = useState<string | null>(null);
  const [tab, setTab] = useState<Tab>('messages');
  const [side, setSide] = useState<Side | null>('article');
  /** Where there is room for one thing only: what it is. */
  const [front, setFront] = useState<'chat' | 'side'>('chat');
  const [target, setTarget] = useState<ReaderTarget | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [isOwnOpen, setOwnOpen] = useState(false);
  const { notice, setNotice } = useNotice();
  const channel = state.channels.find((each) => each.id === channelId) ?? state.channels[0];
  const openNext = useNewQuestion(state, setThread);
  useNewCitation(state, channelId, (address) => setTarget(readAddress(address)));
  useNewArticle(state, (article) => setTarget({ article, focus: null }));

  const surroundings = useMemo(
    () => ({
      people: state.people,
      channels: state.channels,
      onCitation(address: string) {
        setTarget(readAddress(address));
        setSide('article');
        if (!isWide) setFront('side');
      },
    }),
    [state.people, state.channels, isWide],
  );
  if (!channel) return null;

  const isDirect = channel.kind === 'im';
  const perform = async (what: PageAct): Promise<void> => setNotice(await act(state.you.id, what));
  const at = ({ channel: where, ts }: PageMessage) => ({ channel: where, ts });
  const on: MessageHandlers = {
    press: (message, button) => void perform({ do: 'press', ...at(message), button }),
    shortcut: (message, callback) => void perform({ do: 'shortcut', callback, of: at(message) }),
    edit: (message, text) => void perform({ do: 'edit', ...at(message), text }),
    remove(message) {
      if (message.ts === thread) setThread(null);
      void perform({ do: 'delete', ...at(message) });
    },
    react: (message, name) => void perform({ do: 'react', ...at(message), name }),
    editing,
    setEditing,
  };
  const choosePlace = (id: string): void => {
    setChannelId(id);
    setThread(null);
    setFront('chat');
    const next = state.channels.find((each) => each.id === id);
    if (next?.kind === 'im') void perform({ do: 'open-app', tab });
  };
  const chooseTab = (next: Tab): void => {
    setTab(next);
    setThread(null);
    void perform({ do: 'open-app', tab: next });
  };
  const send = (text: string, inThread: string | null): void => {
    if (text.startsWith('/')) {
      if (inThread !== null) setNotice(NO_COMMANDS_HERE);
      else void perform({ do: 'command', channel: channel.id, text });
      return;
    }
    const asksBot = isDirect || /@whosaid\b/iu.test(text);
    if (inThread === null && asksBot) openNext();
    void perform({ do: 'say', channel: channel.id, text, thread: inThread });
  };
  // A starter is a question to the bot: in a channel it needs the mention that a person would type.
  const sendNew = (text: string): void =>
    send(isStarter(state, text) && !isDirect ? withMention(text) : text, null);
  const share = async (file: File, words: string, where = channel.id, inThread: string | null = null) => {
    if (inThread === null) openNext();
    setNotice(await shareFile(state.you.id, { file, channel: where, thread: inThread, words }));
  };
  const addOwn = (file: File): void => {
    const direct = state.channels.find(({ kind }) => kind === 'im');
    setOwnOpen(false);
    if (!direct) return;
    setTab('messages');
    choosePlace(direct.id);
    void share(file, '', direct.id);
  };
  const toggleSide = (which: Side): void => {
    const shown = side === which && (isWide || front === 'side');
    setSide(shown && isWide ? null : which);
    if (!isWide) setFront(shown ? 'chat' : 'side');
    // What was out of sight could not scroll.
    if (!shown) setTarget((before) => before && { ...before });
  };
  const isShown = (which: Side): boolean => side === which && (isWide || front === 'side');

  const tabs = isDirect ? <Tabs current={tab} onChoose={chooseTab} /> : null;
  const className = [
    'desk',
    thread !== null && 'has-thread',
    side !== null && 'has-side',
    front === 'side' && side !== null && 'shows-side',
  ];
  return (
    <SurroundingsContext value={surroundings}>
      <div className={className.filter(Boolean).join(' ')}>
        <header className="top">
          <h1 className="unseen">Whosaid playground</h1>
          <p className="simulation">
            A simulation of Slack on this computer
            <span className="simulation-more">: the bot is real, and nothing leaves the machine</span>.
          </p>
          <ul className="views" aria-label="Show">
            {!isWide && (
              <View shown={front === 'chat'} onShow={() => setFront('chat')}>
                Chat
              </View>
            )}
            <View shown={isShown('article')} onShow={() => toggleSide('article')}>
              Article
            </View>
            <View shown={isShown('wire')} onShow={() => toggleSide('wire')}>
              On the wire
            </View>
          </ul>
        </header>
        <Places
          state={state}
          current={channel.id}
          onChoose={choosePlace}
          onShortcut={(callback) => void perform({ do: 'shortcut', callback, of: null })}
          onPerson={onPerson}
        />
        <main className="chat">
          {tabs && tab === 'home' ? (
            <Home
              state={state}
              tabs={tabs}
              onPress={(button) => void perform({ do: 'press-in-home', button })}
            />
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
              onFile={(file, words) => void share(file, words)}
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
              onFile={(file, words) => void share(file, words, channel.id, thread)}
              onClose={() => setThread(null)}
            />
          )}
          {side !== null && (
            <div className="side">
              {side === 'article' ? (
                <ReaderPane
                  articles={state.introduction.articles}
                  target={target}
                  onTarget={setTarget}
                  onOwn={() => setOwnOpen(true)}
                />
              ) : (
                <WirePanel wire={wire} onTrouble={(trouble) => void perform({ do: 'trouble', trouble })} />
              )}
            </div>
          )}
        </main>
        {state.window && (
          <AppWindow
            key={state.window.id}
            shown={state.window}
            onPress={(button) => void perform({ do: 'press-in-window', button })}
            onSubmit={(values) => void perform({ do: 'submit', values })}
            onClose={() => void perform({ do: 'close-window' })}
          />
        )}
        {isOwnOpen && <OwnText onAdd={addOwn} onClose={() => setOwnOpen(false)} />}
        <DropZone
          place={isDirect ? 'the direct messages' : `#${channel.name}`}
          onFile={(file) => void share(file, isDirect ? '' : '@whosaid')}
        />
        <Announcer state={state} />
        <div role="status" className="notices">
          {lost && <p className="notice">The connection to the playground is lost. Is it still running?</p>}
          {notice !== null && <p className="notice">{notice}</p>}
        </div>
      </div>
    </SurroundingsContext>
  );
}

interface ViewProps {
  readonly shown: boolean;
  readonly onShow: () => void;
  readonly children: string;
}

function View({ shown, onShow, children }: ViewProps) {
  return (
    <li>
      <button type="button" aria-pressed={shown} onClick={onShow}>
        {children}
      </button>
    </li>
  );
}

function isStarter({ introduction, prompts }: PageState, text: string): boolean {
  return (
    introduction.starters.some((each) => each.text === text) ||
    prompts.some(({ message }) => message === text)
  );
}

/** A sentence that goes away by itself. */
function useNotice() {
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MILLIS);
    return () => clearTimeout(timer);
  }, [notice]);
  return { notice, setNotice };
}
