import type { Logger } from '@slack/bolt';
import type { ArticleAdder } from '../answering/adding.ts';
import type { AnswerEngine } from '../answering/answer.ts';
import type { InFlight } from './in-flight.ts';
import type { Queues } from './queues.ts';
import type { Records } from './records.ts';

export interface Adding {
  readonly adder: ArticleAdder;
  allows(user: string): boolean;
}

/** What the listeners work with. They hold nothing themselves. */
export interface Desk {
  readonly engine: AnswerEngine;
  readonly records: Records;
  readonly queues: Queues;
  readonly inFlight: InFlight;
  readonly log: Logger;
  /** Who may add articles, and what adds them; null: nobody can. */
  readonly adding: Adding | null;
  /** Names the index that answers, for what is written down about answers. */
  readonly indexVersion: string;
}
