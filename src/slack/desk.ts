import type { Logger } from '@slack/bolt';
import type { AnswerEngine } from '../answering/answer.ts';
import type { InFlight } from './in-flight.ts';
import type { Queues } from './queues.ts';
import type { Records } from './records.ts';

/** What the listeners work with. They hold nothing themselves. */
export interface Desk {
  readonly engine: AnswerEngine;
  readonly records: Records;
  readonly queues: Queues;
  readonly inFlight: InFlight;
  readonly log: Logger;
  /** Names the index that answers, for what is written down about answers. */
  readonly indexVersion: string;
}
