import type { KnownBlock } from '@slack/types';

/** A message of the simulated workspace. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The thread it stands in; null: on its own, perhaps the first of one. */
  readonly thread: string | null;
  /** The only person who sees it; null: everyone in the channel. */
  readonly onlyFor: string | null;
  readonly edited: boolean;
  readonly reactions: readonly string[];
  readonly files: readonly SharedFile[];
  /** What the app keeps with it out of sight. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly bytes: Uint8Array;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  /** The person on the other side of a direct message. */
  readonly person: string | null;
  readonly botIsMember: boolean;
  readonly archived: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly isBot: boolean;
}

/** A window that the app opened, in the form in which Slack hands it back. */
export interface View {
  readonly id: string;
  readonly hash: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

export const TEAM = { id: 'T0PLAY', name: 'Playground', domain: 'playground' } as const;
export const APP_ID = 'A0WHOSAID';
export const BOT: Person = { id: 'U0WHOSAID', name: 'whosaid', realName: 'Whosaid', isBot: true };
export const BOT_ID = 'B0WHOSAID';
export const YOU: Person = { id: 'U0YOU', name: 'you', realName: 'You', isBot: false };
export const COLLEAGUE: Person = { id: 'U0MARA', name: 'mara', realName: 'Mara Lind', isBot: false };

export const NEWS = 'C0NEWS';
export const DIRECT = 'D0YOU';

/** Enough for a long afternoon; older messages are forgotten. */
const MOST_MESSAGES = 2_000;

/** What the simulated Slack holds: people, channels, messages, windows. */
export class Workspace {
  readonly people: ReadonlyMap<string, Person> = new Map(
    [BOT, YOU, COLLEAGUE].map((each) => [each.id, each]),
  );
  readonly channels = new Map<string, Channel>();
  /** The open window of each person, the topmost last. */
  readonly windows = new Map<string, View[]>();
  readonly homes = new Map<string, View>();
  /** What the app says it is doing, by thread. */
  readonly statuses = new Map<string, string>();
  readonly prompts = new Map<string, readonly { title: string; message: string }[]>();
  #messages: Message[] = [];
  #lastTs = 0;
  readonly #watchers = new Set<() => void>();

  constructor() {
    this.addChannel({ id: NEWS, name: 'news-desk' });
    this.addChannel({ id: DIRECT, name: 'whosaid', kind: 'im', person: YOU.id });
  }

  get messages(): readonly Message[] {
    return this.#messages;
  }

  addChannel(channel: Pick<Channel, 'id' | 'name'> & Partial<Channel>): Channel {
    const whole = { kind: 'channel', person: null, botIsMember: true, archived: false, ...channel } as const;
    this.channels.set(whole.id, whole);
    this.changed();
    return whole;
  }

  /** The direct messages between the app and a person, opened if need be. */
  directWith(person: string): Channel {
    const open = [...this.channels.values()].find((each) => each.kind === 'im' && each.person === person);
    return open ?? this.addChannel({ id: person.replace(/^U/, 'D'), name: 'whosaid', kind: 'im', person });
  }

  /** A time stamp like Slack's, which no other message has. */
  newTs(): string {
    this.#lastTs = Math.max(Date.now() * 1000, this.#lastTs + 1);
    const digits = String(this.#lastTs);
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  add(message: Pick<Message, 'channel' | 'user' | 'text'> & Partial<Message>): Message {
    const whole: Message = {
      ts: this.newTs(),
      blocks: [],
      thread: null,
      onlyFor: null,
      edited: false,
      reactions: [],
      files: [],
      ...message,
    };
    this.#messages = [...this.#messages, whole].slice(-MOST_MESSAGES);
    this.statuses.delete(`${whole.channel}/${whole.thread ?? whole.ts}`);
    this.changed();
    return whole;
  }

  find(channel: string, ts: string): Message | null {
    return this.#messages.find((each) => each.channel === channel && each.ts === ts) ?? null;
  }

  file(id: string): SharedFile | null {
    return this.#messages.flatMap(({ files }) => files).find((each) => each.id === id) ?? null;
  }

  replace(message: Message, change: Partial<Message>): Message {
    const next = { ...message, ...change };
    this.#messages = this.#messages.map((each) => (each === message ? next : each));
    this.changed();
    return next;
  }

  remove(message: Message): void {
    this.#messages = this.#messages.filter((each) => each !== message);
    this.changed();
  }

  /** Calls back after each change, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  changed(): void {
    for (const watcher of this.#watchers) watcher();
  }
}
