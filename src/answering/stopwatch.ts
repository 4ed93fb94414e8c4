import type { Millis } from './answer.ts';

type Part = Exclude<keyof Millis, 'total'>;

/** Adds up the time that each part of an answer takes. */
export class Stopwatch {
  private readonly started = performance.now();
  private readonly parts: Record<Part, number> = { understand: 0, embed: 0, search: 0, rank: 0, compose: 0 };

  /** Runs `work` and counts its time to `part`. */
  async time<Result>(part: Part, work: () => Result | Promise<Result>): Promise<Result> {
    const from = performance.now();
    try {
      return await work();
    } finally {
      this.parts[part] += performance.now() - from;
    }
  }

  /** Milliseconds with two decimals; what was not counted elsewhere is composing. */
  read(): Millis {
    const total = performance.now() - this.started;
    const counted = Object.values(this.parts).reduce((sum, part) => sum + part, 0);
    const parts = { ...this.parts, compose: this.parts.compose + Math.max(0, total - counted) };
    const round = (value: number): number => Math.round(value * 100) / 100;
    return {
      understand: round(parts.understand),
      embed: round(parts.embed),
      search: round(parts.search),
      rank: round(parts.rank),
      compose: round(parts.compose),
      total: round(total),
    };
  }
}
