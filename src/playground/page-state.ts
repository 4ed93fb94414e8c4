import type { KnownBlock } from '@slack/types';
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
  readonly introduction: Introduction;
}

/** What the person at the page does. */
export type PageAct =
  | { readonly do: 'say'; readonly channel: string; readonly text: string; readonly thread: string | null }
  | { readonly do: 'command'; readonly channel: string; readonly text: string }
  | { readonly do: 'press'; readonly channel: string; readonly ts: string; readonly action: string }
  | { readonly do: 'press-in-window'; readonly action: string }
  | { readonly do: 'close-window' };

/** The part of the workspace that one person sees. */
export function pageState(workspace: Workspace, introduction: Introduction, you = YOU): PageState {
  return {
    you,
    bot: BOT,
    people: [...workspace.people.values()],
    channels: [...workspace.channels.values()]
      .filter((each) => each.kind === 'channel' || each.person === you.id)
      .map(({ id, name, kind }) => ({ id, name, kind })),
    messages: workspace.messages.filter((each) => each.onlyFor === null || each.onlyFor === you.id),
    window: topWindow(workspace, you),
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

/** What arrived from the page, checked; null where it is none of its acts. */
export function readAct(value: unknown): PageAct | null {
  if (typeof value !== 'object' || value === null) return null;
  const { do: act, channel, text, thread, ts, action } = value as Record<string, unknown>;
  const said = typeof channel === 'string' && typeof text === 'string';
  if (act === 'say' && said) {
    return { do: 'say', channel, text, thread: typeof thread === 'string' ? thread : null };
  }
  if (act === 'command' && said) return { do: 'command', channel, text };
  if (
    act === 'press' &&
    typeof channel === 'string' &&
    typeof ts === 'string' &&
    typeof action === 'string'
  ) {
    return { do: 'press', channel, ts, action };
  }
  if (act === 'press-in-window' && typeof action === 'string') return { do: 'press-in-window', action };
  return act === 'close-window' ? { do: 'close-window' } : null;
}
