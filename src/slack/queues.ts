/** More waits in one channel than can be answered in good time. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

/** Runs tasks one after the other within a channel, and those of different channels side by side. */
export interface Queues {
  /** The task's result; rejects with Overloaded, without running it, where too many wait before it. */
  run<T>(channel: string, task: () => Promise<T>): Promise<T>;
}

/** Slack takes about one message a second in a channel: the last of these waits a minute. */
const MOST_WAITING = 60;

/** One queue for each channel, there as long as something waits in it. */
export function channelQueues(most = MOST_WAITING): Queues {
  const queues = new Map<string, { tail: Promise<unknown>; waiting: number }>();
  return {
    async run(channel, task) {
      const queue = queues.get(channel) ?? { tail: Promise.resolve(), waiting: 0 };
      if (queue.waiting >= most) throw new Overloaded(`${queue.waiting} questions wait in ${channel}`);
      queue.waiting += 1;
      const result = queue.tail.then(task);
      // The next task runs whether this one succeeds or not; who asked for this one learns of its error.
      queue.tail = result.catch(() => undefined);
      queues.set(channel, queue);
      try {
        return await result;
      } finally {
        queue.waiting -= 1;
        if (queue.waiting === 0) queues.delete(channel);
      }
    },
  };
}
