import type { InFlight } from './in-flight.ts';
import type { Libraries } from './libraries.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Queues, Slots } from './queues.ts';
import type { ReaderLinks } from './reader-links.ts';
import type { Records } from './records.ts';

/** What the listeners work with. They hold nothing themselves. */
export interface Desk {
  readonly libraries: Libraries;
  readonly records: Records;
  readonly queues: Queues;
  /** Where answers are computed. */
  readonly slots: Slots;
  readonly limits: Limits;
  readonly inFlight: InFlight;
  /** Deliveries that are not acknowledged yet. */
  readonly arriving: InFlight;
  readonly metrics: Metrics;
  readonly log: Log;
  /** Whether somebody may add articles. */
  readonly mayAdd: (user: string) => boolean;
  /** Names the index that answers, for what is written down about answers. */
  readonly indexVersion: string;
  /** Where the paragraphs of an answer lead. */
  readonly readerLinks: ReaderLinks;
}
