/** Remembers what was already taken up, so that a message is answered once however often it is delivered. */
export interface Inbox {
  /**
   * Takes up a delivery under all its names, at once. False where one of them was taken up within
   * the last 24 hours: then somebody else answers, or has answered.
   */
  claim(names: readonly string[]): Promise<boolean>;
}

/** Slack repeats a delivery for minutes; a day leaves room for an outage of its or ours. */
const KEPT_MILLIS = 24 * 60 * 60 * 1000;
/** About 20 MB at most; the oldest go first. */
const MOST_NAMES = 200_000;

/** An inbox that lives as long as the process. */
export function memoryInbox(now: () => number = Date.now): Inbox {
  const claimed = new Map<string, number>();
  const forget = (): void => {
    for (const [name, at] of claimed) {
      if (now() - at < KEPT_MILLIS && claimed.size <= MOST_NAMES) return;
      claimed.delete(name);
    }
  };
  return {
    async claim(names) {
      forget();
      if (names.some((name) => claimed.has(name))) return false;
      for (const name of names) claimed.set(name, now());
      return true;
    },
  };
}
