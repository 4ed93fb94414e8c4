/** Somebody asks more than one person reads. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly seconds: number;
  readonly most: number;

  constructor(most: number, seconds: number) {
    super(`more than ${most} questions in a minute`);
    this.most = most;
    this.seconds = seconds;
  }
}

/** How much one person may ask. */
export interface Limits {
  /** Counts a question; throws TooMany where it is one too many. */
  count(team: string, user: string): void;
}

const MINUTE = 60_000;

/** At most so many questions of a person within any minute; 0: as many as they like. Each process counts for itself. */
export function userLimits(most: number, now: () => number = Date.now): Limits {
  const asked = new Map<string, number[]>();
  let swept = now();
  return {
    count(team, user) {
      if (most === 0) return;
      const at = now();
      if (at - swept > MINUTE) {
        swept = at;
        for (const [who, times] of asked) if ((times.at(-1) ?? 0) <= at - MINUTE) asked.delete(who);
      }
      const who = `${team}/${user}`;
      const recent = (asked.get(who) ?? []).filter((time) => time > at - MINUTE);
      asked.set(who, recent);
      const [first] = recent;
      if (first !== undefined && recent.length >= most) {
        throw new TooMany(most, Math.max(1, Math.ceil((first + MINUTE - at) / 1000)));
      }
      recent.push(at);
    },
  };
}
