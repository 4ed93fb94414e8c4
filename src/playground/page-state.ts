import type { KnownBlock } from '@slack/types';
import type { ButtonAt } from './block-actions.ts';
import type { Trouble } from './page-trouble.ts';
import type { Shortcut } from './simulated-slack.ts';
import { BOT, type Channel, type Message, type Person, type Workspace, YOU } from './workspace.ts';

/** A question to begin with, as the page offers it. */
export interface Starter {
  /** What it is good for, in a word or two. */
  readonly label: string;
  /** What is typed, a slash command or a question to the bot. */
  readonly text: string;
}

/** A slash command, as Slack lists it while one types. */
export interface Command {
  /** With the slash. */
  readonly name: string;
  readonly description: string;
  /** What may follow, as the app describes it. */
  readonly requests: readonly CommandRequest[];
}

export interface CommandRequest {
  /** As the app's usage hint has it, "quotes NAME". */
  readonly hint: string;
  /** What is typed of it: everything before what the person fills in. */
  readonly typed: string;
  /** What is filled in, where it can be chosen from a list. */
  readonly takes: 'name' | 'title' | null;
}

/** What the page says about itself before anybody asked. */
export interface Introduction {
  readonly articles: readonly {
    readonly id: string;
    readonly title: string;
    readonly outlet: string | null;
  }[];
  readonly starters: readonly Starter[];
  readonly commands: readonly Command[];
  /** Names of the people who are quoted. */
  readonly names: readonly string[];
}

/** A window in front of the person at the page. */
export interface PageWindow {
  readonly id: string;
  readonly title: string;
  readonly close: string;
  readonly submit: string | null;
  readonly blocks: readonly KnownBlock[];
}

/** A message without the content of its files. */
export type PageMessage = Omit<Message, 'files'> & {
  readonly files: readonly { readonly name: string; readonly size: number }[];
};

/** Everything that the page shows; sent whole after each change. */
export interface PageState {
  readonly you: Person;
  readonly bot: Person;
  readonly people: readonly Person[];
  readonly channels: readonly Pick<Channel, 'id' | 'name' | 'kind' | 'botIsMember'>[];
  readonly messages: readonly PageMessage[];
  readonly window: PageWindow | null;
  /** What the app says that it is doing. */
  readonly statuses: readonly {
    readonly channel: string;
    readonly thread: string;
    readonly status: string;
  }[];
  /** What the app suggests to ask in the direct messages. */
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
  /** The app's Home tab; null before it was opened. */
  readonly home: readonly KnownBlock[] | null;
  readonly shortcuts: readonly Shortcut[];
  readonly introduction: Introduction;
}

/** What the person at the page does. */
export type PageAct =
  | { readonly do: 'say'; readonly channel: string; readonly text: string; readonly thread: string | null }
  | { readonly do: 'command'; readonly channel: string; readonly text: string }
  | { readonly do: 'press'; readonly channel: string; readonly ts: string; readonly button: ButtonAt }
  | { readonly do: 'press-in-window'; readonly button: ButtonAt }
  | { readonly do: 'press-in-home'; readonly button: ButtonAt }
  | { readonly do: 'submit'; readonly values: InputValues }
  | { readonly do: 'close-window' }
  | { readonly do: 'trouble'; readonly trouble: Trouble }
  | { readonly do: 'open-app'; readonly tab: 'home' | 'messages' }
  | { readonly do: 'edit'; readonly channel: string; readonly ts: string; readonly text: string }
  | { readonly do: 'delete'; readonly channel: string; readonly ts: string }
  | { readonly do: 'react'; readonly channel: string; readonly ts: string; readonly name: string }
  | { readonly do: 'shortcut'; readonly callback: string; readonly of: MessageAt | null };

/** A message, by its place. */
export interface MessageAt {
  readonly channel: string;
  readonly ts: string;
}

/** What stands in one input: typed, or chosen from a menu. */
export type InputValue =
  | { readonly type: 'plain_text_input'; readonly value: string }
  | { readonly type: 'static_select'; readonly selected_option: { readonly value: string } };

/** The values of a window's inputs by block and action, as Slack hands them on. */
export type InputValues = Readonly<Record<string, Readonly<Record<string, InputValue>>>>;

/** The part of the workspace that one person sees. */
export function pageState(
  workspace: Workspace,
  introduction: Introduction,
  shortcuts: readonly Shortcut[],
  you = YOU,
): PageState {
  const direct = workspace.directWith(you.id);
  const channels = [...workspace.channels.values()]
    .filter((each) => each.kind === 'channel' || each.person === you.id)
    .toSorted((a, b) => a.kind.localeCompare(b.kind));
  const visible = new Set(channels.map(({ id }) => id));
  const home = workspace.homes.get(you.id)?.definition.blocks;
  return {
    you,
    bot: BOT,
    people: [...workspace.people.values()],
    channels: channels.map(({ id, name, kind, botIsMember }) => ({ id, name, kind, botIsMember })),
    messages: workspace.messages
      .filter((each) => each.onlyFor === null || each.onlyFor === you.id)
      .filter((each) => visible.has(each.channel))
      .map(({ files, ...message }) => ({
        ...message,
        files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
      })),
    window: topWindow(workspace, you),
    statuses: [...workspace.statuses].flatMap(([place, status]) => {
      const [channel = '', thread = ''] = place.split('/');
      return visible.has(channel) ? [{ channel, thread, status }] : [];
    }),
    prompts: workspace.prompts.get(direct.id) ?? [],
    home: Array.isArray(home) ? home : null,
    shortcuts,
    introduction,
  };
}

function topWindow(workspace: Workspace, you: Person): PageWindow | null {
  const view = workspace.windows.get(you.id)?.at(-1);
  if (!view) return null;
  const { title, close, submit, blocks } = view.definition;
  return {
    id: view.id,
    title: plainText(title) ?? '',
    close: plainText(close) ?? 'Close',
    submit: plainText(submit),
    blocks: Array.isArray(blocks) ? blocks : [],
  };
}

function plainText(object: unknown): string | null {
  if (typeof object !== 'object' || object === null || !('text' in object)) return null;
  return typeof object.text === 'string' ? object.text : null;
}
