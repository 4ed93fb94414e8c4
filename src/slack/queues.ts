import { setImmediate as breathe } from 'node:timers/promises';

/** More waits than can be answered in good time. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

/** Runs tasks one after the other within a channel, and those of different channels side by side. */
export interface Queues {
  /** How many wait or run, in all channels. */
  readonly waiting: number;
  /** The task's result; rejects with Overloaded, without running it, where too many wait before it. */
  run<T>(channel: string, task: () => Promise<T>): Promise<T>;
}

/** Slack takes about one message a second in a channel: the last of these waits a minute. */
const MOST_IN_CHANNEL = 60;
/** At fifty answers a second the last of these waits ten seconds. */
const MOST_IN_ALL = 500;

/** One queue for each channel, there as long as something waits in it. */
export function channelQueues(mostInChannel = MOST_IN_CHANNEL, mostInAll = MOST_IN_ALL): Queues {
  const queues = new Map<string, { tail: Promise<unknown>; waiting: number }>();
  let all = 0;
  return {
    get waiting() {
      return all;
    },
    async run(channel, task) {
      const queue = queues.get(channel) ?? { tail: Promise.resolve(), waiting: 0 };
      if (all >= mostInAll) throw new Overloaded(`${all} questions wait`);
      if (queue.waiting >= mostInChannel)
        throw new Overloaded(`${queue.waiting} questions wait in ${channel}`);
      queue.waiting += 1;
      all += 1;
      const result = queue.tail.then(task);
      // The next task runs whether this one succeeds or not; who asked for this one learns of its error.
      queue.tail = result.catch(() => undefined);
      queues.set(channel, queue);
      try {
        return await result;
      } finally {
        queue.waiting -= 1;
        all -= 1;
        if (queue.waiting === 0) queues.delete(channel);
      }
    },
  };
}

/** Lets a few tasks run at once; the others wait in the order in which they came. */
export interface Slots {
  run<T>(task: () => Promise<T>): Promise<T>;
}

/** Longer than this no task waits for what arrives: Slack waits three seconds for an acknowledgement. */
const LONGEST_YIELD_MILLIS = 500;

/**
 * So many slots. Before a task begins, the event loop turns at least once, and for as long as `isArriving`
 * says that something is being taken in, which has to be acknowledged soon and is little work.
 */
export function slots(count: number, isArriving: () => boolean = () => false): Slots {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    async run(task) {
      if (free > 0) free -= 1;
      else await new Promise<void>((start) => waiting.push(start));
      try {
        const latest = Date.now() + LONGEST_YIELD_MILLIS;
        do await breathe();
        while (isArriving() && Date.now() < latest);
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
