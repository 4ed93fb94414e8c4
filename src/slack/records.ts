import { randomBytes } from 'node:crypto';
import { EMPTY_MEMORY, type ThreadMemory } from '../answering/answer.ts';
import type { Json, Shelf } from './shelf.ts';

/** Where a conversation takes place: a thread of a channel of a workspace. */
export interface Place {
  readonly team: string;
  readonly channel: string;
  readonly thread: string;
}

/** A thread as the app remembers it. */
export interface ThreadRecord {
  readonly memory: ThreadMemory;
  /** What was asked in it, oldest first. */
  readonly questions: readonly string[];
}

/** A question with what its answer depended on: asked again with it, it is answered the same way. */
export interface TurnRecord {
  readonly team: string;
  readonly question: string;
  /** What was asked before in the thread. */
  readonly before: readonly string[];
  readonly memory: ThreadMemory;
  readonly articleId: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** Which message answers a question, to update it when the question is edited. */
export interface AnswerRecord {
  readonly turn: string;
  readonly ts: string;
}

/** How the bot behaves in one channel. */
export interface ChannelSettings {
  /** The article that questions are asked of; null: all. */
  readonly articleId: string | null;
  /** Whether a mention is answered for all to see, or for the one who asked. */
  readonly answers: 'public' | 'private';
  /** Whether a question in a thread of the bot needs no mention, where the app may hear it. */
  readonly followUps: boolean;
}

export const DEFAULT_SETTINGS: ChannelSettings = { articleId: null, answers: 'public', followUps: true };

export interface FeedbackRecord {
  readonly turn: TurnRecord;
  readonly user: string;
  readonly judged: 'right' | 'wrong';
  readonly reason: string | null;
  /** The answer as the JSON contract has it. */
  readonly answer: Json;
  /** Which articles it was drawn from: the hash of each text. */
  readonly articles: readonly { readonly id: string; readonly hash: string }[];
  /** Which index answered. */
  readonly index: string;
  /** ISO 8601. */
  readonly at: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** Threads go quiet within days; buttons of older answers ask to ask again. */
const KEPT_MILLIS = 30 * DAY;
const MOST_QUESTIONS = 20;
const REMOVED_AT_ONCE = 500;

/** What the app writes down, each kind under a prefix of its own. */
export class Records {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Whether the inbox has taken something up under this name. */
  async isClaimed(name: string): Promise<boolean> {
    return (await this.#shelf.get(`claim/${name}`)) !== null;
  }

  async thread({ team, channel, thread }: Place): Promise<ThreadRecord | null> {
    return (await this.#shelf.get(`thread/${team}/${channel}/${thread}`)) as ThreadRecord | null;
  }

  /** Remembers a thread's last turn. */
  async putThread(place: Place, turn: TurnRecord, memory: ThreadMemory): Promise<void> {
    const { team, channel, thread } = place;
    const questions = [...turn.before, turn.question].slice(-MOST_QUESTIONS);
    await this.#put(`thread/${team}/${channel}/${thread}`, { memory, questions }, KEPT_MILLIS);
  }

  /** Keeps a turn; its id stands in the buttons below the answer. */
  async putTurn(turn: TurnRecord): Promise<string> {
    const id = randomBytes(9).toString('base64url');
    await this.#put(`turn/${turn.team}/${id}`, turn, KEPT_MILLIS);
    return id;
  }

  /** A turn of this workspace; null where it is forgotten. */
  async turn(team: string, id: string): Promise<TurnRecord | null> {
    return (await this.#shelf.get(`turn/${team}/${id}`)) as TurnRecord | null;
  }

  async answer(team: string, channel: string, question: string): Promise<AnswerRecord | null> {
    return (await this.#shelf.get(`answer/${team}/${channel}/${question}`)) as AnswerRecord | null;
  }

  async putAnswer(team: string, channel: string, question: string, answer: AnswerRecord): Promise<void> {
    await this.#put(`answer/${team}/${channel}/${question}`, answer, KEPT_MILLIS);
  }

  async settings(team: string, channel: string): Promise<ChannelSettings> {
    const stored = (await this.#shelf.get(`settings/${team}/${channel}`)) as Partial<ChannelSettings> | null;
    return { ...DEFAULT_SETTINGS, ...stored };
  }

  async putSettings(team: string, channel: string, settings: ChannelSettings): Promise<void> {
    await this.#put(`settings/${team}/${channel}`, settings);
  }

  async resetSettings(team: string, channel: string): Promise<void> {
    await this.#shelf.remove(`settings/${team}/${channel}`);
  }

  /** Removes everything of a workspace; claims, which name messages only, run out by themselves. */
  async removeTeam(team: string): Promise<void> {
    for (const kind of ['thread', 'turn', 'answer', 'settings', 'feedback']) {
      const keys = (await this.#shelf.list(`${kind}/${team}/`)).map(({ key }) => key);
      for (let n = 0; n < keys.length; n += REMOVED_AT_ONCE) {
        await this.#shelf.remove(...keys.slice(n, n + REMOVED_AT_ONCE));
      }
    }
  }

  /** One judgement for each person and answer; a second one takes the place of the first. */
  async putFeedback(turnId: string, feedback: FeedbackRecord): Promise<void> {
    await this.#put(`feedback/${feedback.turn.team}/${turnId}/${feedback.user}`, feedback);
  }

  async feedback(team: string, turnId: string, user: string): Promise<FeedbackRecord | null> {
    return (await this.#shelf.get(`feedback/${team}/${turnId}/${user}`)) as FeedbackRecord | null;
  }

  /** Everything that was judged, of all workspaces. */
  async allFeedback(): Promise<{ readonly turnId: string; readonly feedback: FeedbackRecord }[]> {
    const found = await this.#shelf.list('feedback/');
    return found.map(({ key, value }) => ({
      turnId: key.split('/')[2] ?? '',
      feedback: value as unknown as FeedbackRecord,
    }));
  }

  /** The records are plain data, which is all that a shelf holds. */
  #put(key: string, value: object, keepMillis?: number): Promise<void> {
    return this.#shelf.put(key, value as Json, keepMillis);
  }
}

/** A turn at the beginning of a conversation, or after others. */
export function newTurn(
  team: string,
  question: string,
  articleId: string | null,
  thread: ThreadRecord | null = null,
): TurnRecord {
  return {
    team,
    question,
    before: thread?.questions ?? [],
    memory: thread?.memory ?? EMPTY_MEMORY,
    articleId,
    at: new Date().toISOString(),
  };
}
