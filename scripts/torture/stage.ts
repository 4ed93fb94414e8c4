import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Envelope } from '../../src/playground/delivery.ts';
import { HttpDelivery } from '../../src/playground/http-delivery.ts';
import { readGranted } from '../../src/playground/manifest.ts';
import { eventPayload, mentionEvent, messageEvent } from '../../src/playground/payloads.ts';
import { type Call, SimulatedSlack } from '../../src/playground/simulated-slack.ts';
import { BOT, type Channel, type Message } from '../../src/playground/workspace.ts';
import { type Folders, folders, type Invented } from './library.ts';
import { type Bot, type Settings, startBot } from './program.ts';

export const SIGNING_SECRET = 'a secret of this run';

/** What the bot posted to one message, however it did. */
export interface Posted {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  readonly at: number;
  /** Only one person saw it. */
  readonly secret: boolean;
}

/** A question that was put to the bot. */
export interface Asked {
  readonly message: Message;
  readonly at: number;
}

export interface StageOptions {
  readonly mode: 'socket' | 'http';
  readonly articles: readonly Pick<Invented, 'file' | 'text'>[];
  readonly settings?: Settings;
  readonly manifest?: string;
  readonly channels?: number;
  /** Articles that are added later. */
  readonly later?: readonly Pick<Invented, 'text'>[];
}

/** A simulated Slack, folders, and the bots that are started on them; everything that was posted, by question. */
export class Stage {
  readonly slack: SimulatedSlack;
  readonly folders: Folders;
  readonly posted = new Map<string, Posted[]>();
  readonly #options: StageOptions;
  readonly #bots = new Set<Bot>();
  readonly #channels: Channel[] = [];
  readonly #texts: readonly string[];
  /** Quotations that are no slice of any article. */
  readonly false: string[] = [];
  #asked = 0;

  private constructor(slack: SimulatedSlack, own: Folders, options: StageOptions) {
    this.slack = slack;
    this.folders = own;
    this.#options = options;
    this.#texts = [...options.articles, ...(options.later ?? [])].map(({ text }) => text);
    slack.onCall((call) => this.#note(call));
    for (let n = 0; n < (options.channels ?? 20); n += 1) {
      this.#channels.push(slack.workspace.addChannel({ id: `C0TORTURE${n}`, name: `torture-${n}` }));
    }
  }

  static async open(options: StageOptions): Promise<Stage> {
    const granted = await readGranted(options.manifest);
    const slack = await SimulatedSlack.start({ granted, redeliverAfter: 1_500 });
    return new Stage(slack, await folders(options.articles), options);
  }

  /** Starts a bot on the stage's folders; the last one gets what is delivered by HTTP. */
  async start(settings: Settings = {}): Promise<Bot> {
    const { slack } = this;
    const bot = await startBot({
      CORPUS: this.folders.corpus,
      INDEX: this.folders.index,
      STATE: this.folders.state,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: slack.botToken,
      QUESTIONS_PER_MINUTE: '0',
      ...(this.#options.mode === 'socket'
        ? { SLACK_APP_TOKEN: slack.appToken }
        : { SLACK_SIGNING_SECRET: SIGNING_SECRET }),
      ...this.#options.settings,
      ...settings,
    });
    this.#bots.add(bot);
    void bot.ended.then(() => this.#bots.delete(bot));
    this.deliverTo(bot);
    return bot;
  }

  /** What Slack delivers by itself goes to this bot from now on. */
  deliverTo(bot: Bot): void {
    if (bot.events)
      this.slack.deliverByHttp({
        url: bot.events,
        signingSecret: SIGNING_SECRET,
        retryAfter: [200, 2_000, 5_000],
      });
  }

  /** What signs requests to a bot. */
  delivery(bot: Bot, patience = 30_000): HttpDelivery {
    return new HttpDelivery({ url: bot.events ?? '', signingSecret: SIGNING_SECRET, patience });
  }

  channel(n: number): Channel {
    return this.#channels[n % this.#channels.length] as Channel;
  }

  /** Somebody writes a question in one of the channels; nothing is delivered yet. */
  write(question: string, channel = this.channel(this.#asked), thread: string | null = null): Asked {
    this.#asked += 1;
    const text = channel.kind === 'im' ? question : `<@${BOT.id}> ${question}`;
    const user = `U0USER${this.#asked % 50}`;
    const message = this.slack.workspace.add({ channel: channel.id, user, text, thread });
    return { message, at: Date.now() };
  }

  /** The event of a written question; under a new id each time. */
  event({ message }: Asked, as: 'mention' | 'message' = 'mention'): Envelope {
    const channel = this.slack.workspace.channels.get(message.channel) as Channel;
    const inner =
      as === 'mention' && channel.kind !== 'im' ? mentionEvent(message) : messageEvent(message, channel);
    return { type: 'events_api', payload: eventPayload(inner) };
  }

  /** Writes a question and lets Slack deliver it, as often as it takes. */
  ask(question: string, channel?: Channel): Asked {
    const asked = this.write(question, channel);
    void this.slack.deliver(this.event(asked));
    return asked;
  }

  /** What was posted to a question. */
  to({ message }: Asked): readonly Posted[] {
    return this.posted.get(`${message.channel}/${message.ts}`) ?? [];
  }

  /** How many questions got nothing, one reply, or more. */
  tally(asked: readonly Asked[]): { readonly lost: number; readonly once: number; readonly more: number } {
    const counts = asked.map((each) => this.to(each).length);
    return {
      lost: counts.filter((count) => count === 0).length,
      once: counts.filter((count) => count === 1).length,
      more: counts.filter((count) => count > 1).length,
    };
  }

  /** Ends every bot that still runs, and takes everything away. */
  async close(): Promise<void> {
    await Promise.all([...this.#bots].map((bot) => bot.kill()));
    await this.slack.stop();
    await this.folders.remove();
  }

  #note({ method, args, response, at }: Call): void {
    if (!/^chat\.post/.test(method) || response?.ok !== true) return;
    const key = `${args.channel}/${args.thread_ts}`;
    const blocks = readBlocks(args.blocks);
    const posted = { text: String(args.text ?? ''), blocks, at, secret: method === 'chat.postEphemeral' };
    this.posted.set(key, [...(this.posted.get(key) ?? []), posted]);
    for (const quote of quotesIn(blocks)) {
      if (!this.#texts.some((text) => text.includes(quote))) this.false.push(quote);
    }
  }
}

/** What stands in the quotes of a message. */
export function quotesIn(blocks: readonly KnownBlock[]): string[] {
  return blocks
    .flatMap((block) => (block.type === 'rich_text' ? (block as RichTextBlock).elements : []))
    .flatMap((element) => (element.type === 'rich_text_quote' ? element.elements : []))
    .flatMap((element) => (element.type === 'text' ? [element.text] : []));
}

function readBlocks(given: unknown): readonly KnownBlock[] {
  const blocks: unknown = typeof given === 'string' ? JSON.parse(given) : given;
  return Array.isArray(blocks) ? (blocks as KnownBlock[]) : [];
}
