import type { KnownBlock } from '@slack/types';
import type { ButtonAt } from './block-actions.ts';
import type { Shortcut } from './simulated-slack.ts';
import { BOT, type Channel, type Message, type Person, type Workspace, YOU } from './workspace.ts';

/** A question to begin with, as the page offers it. */
export interface Starter {
  /** What it is good for, in a word or two. */
  readonly label: string;
  /** What is typed, a slash command or a question to the bot. */
  readonly text: string;
}

/** What the page says about itself before anybody asked. */
export interface Introduction {
  readonly articles: readonly { readonly title: string; readonly outlet: string | null }[];
  readonly starters: readonly Starter[];
}

/** A window in front of the person at the page. */
export interface PageWindow {
  readonly id: string;
  readonly title: string;
  readonly close: string;
  readonly submit: string | null;
  readonly blocks: readonly KnownBlock[];
}

/** Everything that the page shows; sent whole after each change. */
export interface PageState {
  readonly you: Person;
  readonly bot: Person;
  readonly people: readonly Person[];
  readonly channels: readonly Pick<Channel, 'id' | 'name' | 'kind'>[];
  readonly messages: readonly Message[];
  readonly window: PageWindow | null;
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
  | { readonly do: 'open-home' }
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
  const home = workspace.homes.get(you.id)?.definition.blocks;
  return {
    you,
    bot: BOT,
    people: [...workspace.people.values()],
    channels: [...workspace.channels.values()]
      .filter((each) => each.kind === 'channel' || each.person === you.id)
      .map(({ id, name, kind }) => ({ id, name, kind })),
    messages: workspace.messages.filter((each) => each.onlyFor === null || each.onlyFor === you.id),
    window: topWindow(workspace, you),
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
