import { useEffect, useState } from 'react';
import type { Trouble } from '../page-trouble.ts';
import type { Exchange, WireEntry } from '../wire.ts';
import { Menu } from './menu.tsx';
import { fetchExchange } from './server.ts';

interface WirePanelProps {
  readonly wire: readonly WireEntry[];
  readonly onTrouble: (trouble: Trouble) => void;
}

/** What goes between Slack and the bot, and what each part of an answer took. Newest first. */
export function WirePanel({ wire, onTrouble }: WirePanelProps) {
  const [wanted, setWanted] = useState('');
  const [from, setFrom] = useState(0);
  const shown = wire
    .filter(({ id, name }) => id > from && name.toLowerCase().includes(wanted.trim().toLowerCase()))
    .toReversed();
  return (
    <section className="wire" aria-label="On the wire">
      <h2 className="unseen">On the wire</h2>
      <div className="wire-head">
        <p className="quiet">What goes between the simulated Slack and the bot. Tokens are masked.</p>
        <p className="wire-tools">
          <input
            type="search"
            aria-label="Show only"
            placeholder="Show only …"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
          <Menu
            label="Let something go wrong"
            className="button"
            items={Object.entries(TROUBLE_WORDS).map(([trouble, label]) => ({
              key: trouble,
              label,
              onChoose: () => onTrouble(trouble as Trouble),
            }))}
          >
            Trouble
          </Menu>
          <button type="button" className="button" onClick={() => setFrom(wire.at(-1)?.id ?? 0)}>
            Clear
          </button>
        </p>
      </div>
      {shown.length === 0 ? (
        <p className="wire-empty quiet">Nothing yet. Ask something, and watch.</p>
      ) : (
        <ol className="wire-list" aria-label="Events and calls, newest first">
          {shown.map((entry) =>
            entry.to === 'engine' ? (
              <Answered key={entry.id} entry={entry} />
            ) : (
              <Passed key={entry.id} entry={entry} />
            ),
          )}
        </ol>
      )}
    </section>
  );
}

/** What the simulated Slack can let go wrong, in words. */
const TROUBLE_WORDS: Readonly<Record<Trouble, string>> = {
  drop: 'Cut the connection',
  refresh: 'Ask the bot to connect anew',
  'rate-limit': 'Refuse its next message: too fast',
  'server-error': 'Fail with its next message',
  twice: 'Deliver my last message again',
};

type PassedEntry = Exclude<WireEntry, { to: 'engine' }>;
type AnsweredEntry = Extract<WireEntry, { to: 'engine' }>;

const WAYS: Readonly<Record<PassedEntry['way'], string>> = {
  event: 'event',
  command: 'command',
  interaction: 'interaction',
  call: 'Web API',
  response: 'response URL',
  file: 'file',
};

function Passed({ entry }: { readonly entry: PassedEntry }) {
  const [open, setOpen] = useState(false);
  const { to, way, name, outcome, failed, millis, at, id } = entry;
  return (
    <li className={failed ? 'wire-entry is-failed' : 'wire-entry'}>
      <button type="button" aria-expanded={open} className="wire-row" onClick={() => setOpen(!open)}>
        <span className="wire-way" data-to={to}>
          <span aria-hidden="true">{to === 'app' ? '→' : '←'}</span>
          <span className="unseen">{to === 'app' ? 'Slack to bot: ' : 'Bot to Slack: '}</span>
        </span>
        <span className="wire-name">
          <code>{name}</code> <span className="quiet">{WAYS[way]}</span>
        </span>
        <span className="wire-outcome">{outcome ?? '…'}</span>
        <span className="wire-millis quiet">{millis === null ? '' : `${showMillis(millis)} ms`}</span>
        <time className="wire-time quiet">{clock(at)}</time>
      </button>
      {open && <Payloads key={outcome === null ? 'sent' : 'answered'} id={id} />}
    </li>
  );
}

/** What is known of it when it is shown: what was answered is missing until then. */
function Payloads({ id }: { readonly id: number }) {
  const [exchange, setExchange] = useState<Exchange | null | 'waiting'>('waiting');
  useEffect(() => {
    let current = true;
    fetchExchange(id).then(
      (found) => current && setExchange(found),
      () => current && setExchange(null),
    );
    return () => {
      current = false;
    };
  }, [id]);
  if (exchange === 'waiting') return <p className="quiet wire-payload">One moment …</p>;
  if (exchange === null) return <p className="quiet wire-payload">This is forgotten already.</p>;
  return (
    <div className="wire-payload">
      <Payload title="Sent" value={exchange.sent} />
      <Payload title="Answered" value={exchange.answered} />
    </div>
  );
}

function Payload({ title, value }: { readonly title: string; readonly value: unknown }) {
  if (value === null || (typeof value === 'object' && Object.keys(value).length === 0)) return null;
  return (
    <>
      <h3>{title}</h3>
      <pre>{JSON.stringify(value, null, 2)}</pre>
    </>
  );
}

const PARTS = ['understand', 'embed', 'search', 'rank', 'compose'] as const;

/** One bar: how the time of an answer was spent. */
function Answered({ entry }: { readonly entry: AnsweredEntry }) {
  const { name, request, parts, at } = entry;
  const sum = Math.max(
    PARTS.reduce((total, part) => total + parts[part], 0),
    Number.EPSILON,
  );
  return (
    <li className="wire-entry is-answer">
      <p className="wire-row">
        <span className="wire-way" data-to="engine" aria-hidden="true">
          •
        </span>
        <span className="wire-name">
          “{name}” <span className="quiet">answered as {request}</span>
        </span>
        <span className="wire-millis">{showMillis(parts.total)} ms</span>
        <time className="wire-time quiet">{clock(at)}</time>
      </p>
      <svg className="wire-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        {PARTS.map((part, index) => {
          const before = PARTS.slice(0, index).reduce((total, each) => total + parts[each], 0);
          return (
            <rect
              key={part}
              className={`part-${part}`}
              x={(before / sum) * 100}
              width={(parts[part] / sum) * 100}
              height="4"
            />
          );
        })}
      </svg>
      <ul className="wire-parts" aria-label="Milliseconds of each part">
        {PARTS.map((part) => (
          <li key={part}>
            <span className={`swatch part-${part}`} aria-hidden="true" />
            {part} {showMillis(parts[part])}
          </li>
        ))}
      </ul>
    </li>
  );
}

function showMillis(millis: number): string {
  return millis < 10 ? millis.toFixed(1) : String(Math.round(millis));
}

function clock(at: number): string {
  return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}
