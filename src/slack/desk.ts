import type { Logger } from '@slack/bolt';
import type { InFlight } from './in-flight.ts';
import type { Libraries } from './libraries.ts';
import type { Queues } from './queues.ts';
import type { Records } from './records.ts';

/** What the listeners work with. They hold nothing themselves. */
export interface Desk {
  readonly libraries: Libraries;
  readonly records: Records;
  readonly queues: Queues;
  readonly inFlight: InFlight;
  readonly log: Logger;
  /** Whether somebody may add articles. */
  readonly mayAdd: (user: string) => boolean;
  /** Names the index that answers, for what is written down about answers. */
  readonly indexVersion: string;
}
