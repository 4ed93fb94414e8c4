import type { RichTextBlock } from '@slack/types';
import type { Message, View } from '../../src/playground/workspace.ts';
import { eventually, type Pair } from './pair.ts';

/** What somebody at a pair sees and does, with the waiting in it. */
export class Surface {
  readonly pair: Pair;

  constructor(pair: Pair) {
    this.pair = pair;
  }

  get you() {
    return this.pair.you;
  }

  /** The bot's first message after something is done. */
  async after(act: () => unknown, what: string): Promise<Message> {
    const before = new Set(this.pair.said().map(({ ts }) => ts));
    await act();
    return eventually(() => this.pair.said().find(({ ts }) => !before.has(ts)), what);
  }

  mention(question: string, thread: string | null = null): Promise<Message> {
    return this.after(() => this.you.say(`@whosaid ${question}`, { thread }), question);
  }

  tell(question: string): Promise<Message> {
    return this.after(() => this.you.tell(question), question);
  }

  command(text: string): Promise<Message> {
    return this.after(() => this.you.command('/article', text), `/article ${text}`);
  }

  /** The topmost window, once it shows some words. */
  window(words: string): Promise<View> {
    const { workspace } = this.pair.slack;
    const top = () => workspace.windows.get(this.you.person.id)?.at(-1);
    return eventually(() => {
      const view = top();
      return view && JSON.stringify(view.definition).includes(words) ? view : null;
    }, `a window with ${words}`);
  }

  home(words: string): Promise<View> {
    return eventually(() => {
      const view = this.pair.slack.workspace.homes.get(this.you.person.id);
      return view && JSON.stringify(view.definition).includes(words) ? view : null;
    }, `a Home tab with ${words}`);
  }

  closeWindows(): void {
    this.pair.slack.workspace.windows.delete(this.you.person.id);
  }
}

/** What stands in the quotes of a message. */
export function quoted(message: Message): string[] {
  return message.blocks
    .flatMap((block) => (block.type === 'rich_text' ? (block as RichTextBlock).elements : []))
    .flatMap((element) => (element.type === 'rich_text_quote' ? element.elements : []))
    .flatMap((element) => (element.type === 'text' ? [element.text] : []));
}

export function shownIn(message: Message): string {
  return JSON.stringify(message.blocks);
}
