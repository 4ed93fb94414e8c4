import type { Millis } from '../answering/answer.ts';
import type { Envelope } from './delivery.ts';
import { maskSecrets } from './wire-mask.ts';

/** How something went over the wire. */
export type Way = 'event' | 'command' | 'interaction' | 'call' | 'response' | 'file';

/** One exchange between Slack and the app, or an answer of the engine, as a list shows it. */
export type WireEntry =
  | {
      readonly id: number;
      /** Milliseconds since 1970. */
      readonly at: number;
      /** Who is spoken to. */
      readonly to: 'app' | 'slack';
      readonly way: Way;
      /** An event's type, a command, or a method of the Web API. */
      readonly name: string;
      /** What became of it; null while that is not known. */
      readonly outcome: string | null;
      readonly failed: boolean;
      /** Milliseconds until it was answered. */
      readonly millis: number | null;
    }
  | {
      readonly id: number;
      readonly at: number;
      readonly to: 'engine';
      /** The question. */
      readonly name: string;
      readonly request: string;
      readonly parts: Millis;
    };

/** What went to and fro, for those who want to look. */
export interface Exchange {
  readonly sent: unknown;
  readonly answered: unknown;
}

/** Enough to look back on; a payload lives as long as its entry. */
const MOST_ENTRIES = 400;

/** Everything that went between the simulated Slack and the app lately, oldest first. */
export class Wire {
  #entries: { entry: WireEntry; exchange: Exchange }[] = [];
  #lastId = 0;
  readonly #watchers = new Set<(entry: WireEntry) => void>();

  get entries(): readonly WireEntry[] {
    return this.#entries.map(({ entry }) => entry);
  }

  /** Notes that something was sent. The returned function is called with what became of it. */
  sent(
    to: 'app' | 'slack',
    way: Way,
    name: string,
    sent: unknown,
  ): (outcome: string, answered?: unknown) => void {
    const begun = performance.now();
    const id = this.#nextId();
    const open = { id, at: Date.now(), to, way, name, outcome: null, failed: false, millis: null } as const;
    this.#put(open, { sent, answered: null });
    return (outcome, answered = null) => {
      const failed = outcome !== 'ok' && outcome !== 'taken';
      this.#put({ ...open, outcome, failed, millis: performance.now() - begun }, { sent, answered });
    };
  }

  /** Notes an answer of the engine with the time that each part of it took. */
  answered(question: string, request: string, parts: Millis): void {
    const exchange = { sent: null, answered: null };
    this.#put({ id: this.#nextId(), at: Date.now(), to: 'engine', name: question, request, parts }, exchange);
  }

  /** The payloads of an entry with their secrets masked; null where it is forgotten. */
  exchange(id: number): Exchange | null {
    const found = this.#entries.find(({ entry }) => entry.id === id);
    return (
      (found && { sent: maskSecrets(found.exchange.sent), answered: maskSecrets(found.exchange.answered) }) ??
      null
    );
  }

  /** Calls back with each entry that is new or has changed, until the returned function is called. */
  watch(watcher: (entry: WireEntry) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #put(entry: WireEntry, exchange: Exchange): void {
    const at = this.#entries.findLastIndex((each) => each.entry.id === entry.id);
    if (at >= 0) this.#entries[at] = { entry, exchange };
    else if (entry.to === 'engine' || entry.outcome === null) this.#entries.push({ entry, exchange });
    if (this.#entries.length > MOST_ENTRIES) this.#entries.shift();
    for (const watcher of this.#watchers) watcher(entry);
  }
}

/** The way and the name of what Slack delivers to an app. */
export function nameEnvelope({ type, payload }: Envelope): { way: Way; name: string } {
  switch (type) {
    case 'events_api': {
      const { type: event, subtype } = record(payload.event);
      return { way: 'event', name: [event, subtype].filter((each) => typeof each === 'string').join('/') };
    }
    case 'slash_commands':
      return { way: 'command', name: `${String(payload.command)} ${String(payload.text)}`.trim() };
    case 'interactive': {
      const [action] = Array.isArray(payload.actions) ? payload.actions : [];
      const what = record(action).action_id ?? payload.callback_id ?? record(payload.view).callback_id;
      return { way: 'interaction', name: [payload.type, what].filter(Boolean).map(String).join(' ') };
    }
    default:
      return type satisfies never;
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
