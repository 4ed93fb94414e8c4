import type { KnownBlock } from '@slack/types';
import {
  commandPayload,
  type Interaction,
  interactionBase,
  mentionEvent,
  messageEvent,
  pressPayload,
  shortcutPayload,
  viewPayload,
  viewPressPayload,
} from './payloads.ts';
import type { SimulatedSlack } from './simulated-slack.ts';
import { BOT, type Channel, type Message, NEWS, type Person, YOU } from './workspace.ts';

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

  /** Writes to the bot directly. */
  tell(typed: string, thread: string | null = null): Message {
    const channel = this.#slack.workspace.directWith(this.person.id);
    return this.say(typed, { channel: channel.id, thread });
  }

  /** Delivers a message's events, each under a new id; done again, it is a duplicate as Slack makes them. */
  announce(message: Message): void {
    const channel = this.#channel(message.channel);
    if (channel.kind === 'im') {
      void this.#slack.deliverEvent('message.im', messageEvent(message, channel));
      return;
    }
    if (!channel.botIsMember) return;
    if (message.text.includes(`<@${BOT.id}>`)) {
      void this.#slack.deliverEvent('app_mention', mentionEvent(message));
    }
    void this.#slack.deliverEvent('message.channels', messageEvent(message, channel));
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
  async press(message: Message, actionId: string): Promise<boolean> {
    const action = findButton(message.blocks, actionId);
    if (!action) throw new Error(`there is no button ${actionId}`);
    const channel = this.#channel(message.channel);
    const occasion = { person: this.person, channel, message };
    const responseUrl = this.#slack.responseUrls.give(this.#slack.address(), occasion);
    const payload = pressPayload(this.#act(), message, channel, action, responseUrl);
    return (await this.#slack.deliver({ type: 'interactive', payload })) !== null;
  }

  /** Presses a button in the topmost window. */
  async pressInWindow(actionId: string): Promise<boolean> {
    const view = this.#slack.workspace.windows.get(this.person.id)?.at(-1);
    const action = view && findButton(view.definition.blocks, actionId);
    if (!view || !action) throw new Error(`there is no button ${actionId}`);
    const payload = viewPressPayload(this.#act(), view, action);
    return (await this.#slack.deliver({ type: 'interactive', payload })) !== null;
  }

  /** Closes the topmost window. */
  closeWindow(): void {
    const { workspace } = this.#slack;
    const open = workspace.windows.get(this.person.id) ?? [];
    workspace.windows.set(this.person.id, open.slice(0, -1));
    workspace.changed();
  }

  /** Submits the topmost window with the values of its inputs, by block and action. */
  async submit(values: Readonly<Record<string, unknown>>): Promise<void> {
    const { workspace } = this.#slack;
    const open = workspace.windows.get(this.person.id) ?? [];
    const view = open.at(-1);
    if (!view) throw new Error('no window is open');
    const payload = {
      ...interactionBase('view_submission', this.#act()),
      view: { ...viewPayload(view), state: { values } },
    };
    const said = await this.#slack.deliver({ type: 'interactive', payload });
    if (said?.response_action === 'errors') return;
    workspace.windows.set(this.person.id, open.slice(0, -1));
    workspace.changed();
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

  #act(): Interaction {
    return { person: this.person, triggerId: this.#slack.triggers.issue(this.person) };
  }

  #channel(id: string): Channel {
    const channel = this.#slack.workspace.channels.get(id);
    if (!channel) throw new Error(`there is no channel ${id}`);
    return channel;
  }
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

function findButton(blocks: unknown, actionId: string): Record<string, unknown> | null {
  if (!Array.isArray(blocks)) return null;
  for (const [index, block] of (blocks as KnownBlock[]).entries()) {
    const elements: readonly unknown[] = block.type === 'actions' ? block.elements : [];
    for (const element of elements) {
      const fields = element as Record<string, unknown>;
      if (fields.action_id !== actionId) continue;
      const { type, value, text } = fields;
      return { type, action_id: actionId, block_id: block.block_id ?? `b${index}`, value, text };
    }
  }
  return null;
}
