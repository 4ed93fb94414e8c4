import { setTimeout as sleep } from 'node:timers/promises';

/** What is being worked on, so that stopping can wait for it. */
export interface InFlight {
  readonly count: number;
  track<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is under way any more, at the latest after `millis`; how many were left. */
  drain(millis: number): Promise<number>;
}

const LOOK_AGAIN_MILLIS = 20;

/** An empty count of work under way. */
export function inFlight(): InFlight {
  let count = 0;
  return {
    get count() {
      return count;
    },
    async track(work) {
      count += 1;
      try {
        return await work();
      } finally {
        count -= 1;
      }
    },
    async drain(millis) {
      const latest = Date.now() + millis;
      // Looked at twice: an answer that failed is told about right after it was counted off.
      for (let quiet = 0; quiet < 2 && Date.now() < latest; ) {
        quiet = count === 0 ? quiet + 1 : 0;
        await sleep(LOOK_AGAIN_MILLIS);
      }
      return count;
    },
  };
}
