import type { Logger } from '@slack/bolt';
import type { AnswerEngine } from '../answering/answer.ts';
import type { InFlight } from './in-flight.ts';
import type { Inbox } from './inbox.ts';
import type { Queues } from './queues.ts';
import type { Threads } from './threads.ts';

/** What the listeners work with. They hold nothing themselves. */
export interface Desk {
  readonly engine: AnswerEngine;
  readonly inbox: Inbox;
  readonly threads: Threads;
  readonly queues: Queues;
  readonly inFlight: InFlight;
  readonly log: Logger;
}
