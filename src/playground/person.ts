import { type ButtonAt, findAction } from './block-actions.ts';
import { brokenInView } from './block-rules.ts';
import {
  commandPayload,
  deletionEvent,
  editEvent,
  globalShortcutPayload,
  type Interaction,
  interactionBase,
  mentionEvent,
  messageEvent,
  newId,
  pressPayload,
  shortcutPayload,
  subscriptionFor,
  viewPayload,
  viewPressPayload,
} from './payloads.ts';
import type { SimulatedSlack } from './simulated-slack.ts';
import { BOT, type Channel, type Message, NEWS, type Person, type View, YOU } from './workspace.ts';

/** What somebody does in the simulated Slack. */
export class Someone {
  readonly #slack: SimulatedSlack;
  readonly person: Person;

  constructor(slack: SimulatedSlack, person: Person = YOU) {
    this.#slack = slack;
    this.person = person;
  }

  /** Writes a message; the app learns of it as its subscriptions say. */
  say(typed: string, where: { channel?: string; thread?: string | null } = {}): Message {
    const channel = this.#channel(where.channel ?? NEWS);
    const message = this.#slack.workspace.add({
      channel: channel.id,
      user: this.person.id,
      text: asSlackWrites(typed),
      thread: where.thread ?? null,
    });
    this.announce(message);
    return message;
  }

  /** Shares a file with words beside it; with the bot directly, where no channel is named. */
  share(name: string, content: string | Uint8Array, where: Partial<Sharing> = {}): Message {
    const { typed = '', mimetype = 'text/plain', thread = null } = where;
    const channel = where.channel ?? this.#slack.workspace.directWith(this.person.id).id;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const file = { id: newId('F'), name, mimetype, bytes };
    const message = this.#slack.workspace.add({
      channel,
      user: this.person.id,
      text: asSlackWrites(typed),
      thread,
      files: [file],
    });
    this.announce(message);
    return message;
  }

  /** Writes to the bot directly. */
  tell(typed: string, thread: string | null = null): Message {
    const channel = this.#slack.workspace.directWith(this.person.id);
    return this.say(typed, { channel: channel.id, thread });
  }

  /** Changes the text of a message; where the app hears messages, it learns of it. */
  edit(message: Message, typed: string): Message {
    const channel = this.#channel(message.channel);
    const changed = this.#slack.workspace.replace(message, { text: asSlackWrites(typed), edited: true });
    const event = editEvent(message, changed, channel, this.#slack.workspace.newTs());
    void this.#slack.deliverEvent(subscriptionFor(channel), event);
    return changed;
  }

  /** Takes a message away; where the app hears messages, it learns of it. */
  remove(message: Message): void {
    const channel = this.#channel(message.channel);
    this.#slack.workspace.remove(message);
    // What only one person saw was never an event.
    if (message.onlyFor !== null) return;
    const event = deletionEvent(message, channel, this.#slack.workspace.newTs());
    void this.#slack.deliverEvent(subscriptionFor(channel), event);
  }

  /** Puts a reaction on a message, or takes one's own away again; the app learns of it if it subscribed. */
  react(message: Message, name: string): Message {
    const there = message.reactions.includes(name);
    const reactions = there
      ? message.reactions.filter((each) => each !== name)
      : [...message.reactions, name];
    const subscription = there ? 'reaction_removed' : 'reaction_added';
    void this.#slack.deliverEvent(subscription, {
      type: subscription,
      user: this.person.id,
      reaction: name,
      item: { type: 'message', channel: message.channel, ts: message.ts },
      item_user: message.user,
      event_ts: this.#slack.workspace.newTs(),
    });
    return this.#slack.workspace.replace(message, { reactions });
  }

  /** Delivers a message's events, each under a new id; done again, it is a duplicate as Slack makes them. */
  announce(message: Message): void {
    const channel = this.#channel(message.channel);
    if (!channel.botIsMember) return;
    if (channel.kind !== 'im' && message.text.includes(`<@${BOT.id}>`)) {
      void this.#slack.deliverEvent('app_mention', mentionEvent(message, this.#slack.address()));
    }
    const event = messageEvent(message, channel, this.#slack.address());
    void this.#slack.deliverEvent(subscriptionFor(channel), event);
  }

  /** Types a slash command. False where the app did not take it in time. */
  async command(command: string, text: string, where = NEWS): Promise<boolean> {
    const channel = this.#channel(where);
    const occasion = { person: this.person, channel, message: null };
    const responseUrl = this.#slack.responseUrls.give(this.#slack.address(), occasion);
    const payload = commandPayload(this.#act(), channel, command, asSlackWrites(text), responseUrl);
    const said = await this.#slack.deliver({ type: 'slash_commands', payload });
    if (said && typeof said.text === 'string') this.#slack.showResponse(occasion, said);
    return said !== null;
  }

  /** A message that this person sees; null where there is none. */
  messageAt(channel: string, ts: string): Message | null {
    const message = this.#slack.workspace.find(channel, ts);
    return message && (message.onlyFor === null || message.onlyFor === this.person.id) ? message : null;
  }

  /** Presses a button below a message. False where the app did not take it in time. */
  async press(message: Message, button: string | ButtonAt): Promise<boolean> {
    const action = findAction(message.blocks, button);
    const channel = this.#channel(message.channel);
    const occasion = { person: this.person, channel, message };
    const responseUrl = this.#slack.responseUrls.give(this.#slack.address(), occasion);
    const payload = pressPayload(this.#act(), message, channel, action, responseUrl);
    return (await this.#slack.deliver({ type: 'interactive', payload })) !== null;
  }

  /** Presses a button in the topmost window. */
  pressInWindow(button: string | ButtonAt): Promise<boolean> {
    return this.#pressInView(this.#slack.workspace.windows.get(this.person.id)?.at(-1), button);
  }

  /** Presses a button on the app's Home tab. */
  pressInHome(button: string | ButtonAt): Promise<boolean> {
    return this.#pressInView(this.#slack.workspace.homes.get(this.person.id), button);
  }

  /** Closes the topmost window. */
  closeWindow(): void {
    const { workspace } = this.#slack;
    const open = workspace.windows.get(this.person.id) ?? [];
    workspace.windows.set(this.person.id, open.slice(0, -1));
    workspace.changed();
  }

  /** Submits the topmost window with the values of its inputs, by block and action. What the app finds wrong with them. */
  async submit(values: Readonly<Record<string, unknown>>): Promise<string[]> {
    const { workspace } = this.#slack;
    const open = workspace.windows.get(this.person.id) ?? [];
    const view = open.at(-1);
    if (!view) throw new Error('no window is open');
    const payload = {
      ...interactionBase('view_submission', this.#act()),
      view: { ...viewPayload(view), state: { values } },
    };
    const said = await this.#slack.deliver({ type: 'interactive', payload });
    if (said === null) return ['That was not taken in time.'];
    if (said.response_action === 'errors') return Object.values(said.errors ?? {}).map(String);
    const next = said.response_action === 'update' ? asView(said.view) : null;
    workspace.windows.set(this.person.id, [...open.slice(0, -1), ...(next ? [next] : [])]);
    workspace.changed();
    return [];
  }

  /** Chooses a shortcut from the menu that is there everywhere. */
  async globalShortcut(callbackId: string): Promise<boolean> {
    const payload = globalShortcutPayload(this.#act(), callbackId);
    return (await this.#slack.deliver({ type: 'interactive', payload })) !== null;
  }

  /** Chooses a shortcut from a message's menu. */
  async messageShortcut(message: Message, callbackId: string): Promise<boolean> {
    const channel = this.#channel(message.channel);
    const occasion = { person: this.person, channel, message: null };
    const responseUrl = this.#slack.responseUrls.give(this.#slack.address(), occasion);
    const payload = shortcutPayload(this.#act(), message, channel, callbackId, responseUrl);
    return (await this.#slack.deliver({ type: 'interactive', payload })) !== null;
  }

  /** Opens a tab of the app's own place. */
  openApp(tab: 'home' | 'messages'): void {
    void this.#slack.deliverEvent('app_home_opened', {
      type: 'app_home_opened',
      user: this.person.id,
      channel: this.#slack.workspace.directWith(this.person.id).id,
      tab,
      event_ts: this.#slack.workspace.newTs(),
    });
  }

  async #pressInView(view: View | undefined, button: string | ButtonAt): Promise<boolean> {
    if (!view) throw new Error('nothing is open');
    const payload = viewPressPayload(this.#act(), view, findAction(view.definition.blocks, button));
    return (await this.#slack.deliver({ type: 'interactive', payload })) !== null;
  }

  #act(): Interaction {
    return { person: this.person, triggerId: this.#slack.triggers.issue(this.person) };
  }

  #channel(id: string): Channel {
    const channel = this.#slack.workspace.channels.get(id);
    if (!channel) throw new Error(`there is no channel ${id}`);
    return channel;
  }
}

/** Where a file is shared, and how. */
export interface Sharing {
  readonly channel: string;
  readonly thread: string | null;
  readonly typed: string;
  readonly mimetype: string;
}

/** What was typed, as Slack hands it on: entities escaped, mentions and addresses in angle brackets. */
export function asSlackWrites(typed: string): string {
  return typed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/(?<![\w.])@whosaid\b/giu, `<@${BOT.id}>`)
    .replace(/https?:\/\/[^\s<>]+[^\s<>.,;:!?)\]'"”’]/gu, (address) => `<${address}>`);
}

function asView(definition: unknown): View | null {
  if (typeof definition !== 'object' || definition === null || brokenInView(definition)) return null;
  return { id: newId('V'), hash: newId('h'), definition: { ...definition } };
}
