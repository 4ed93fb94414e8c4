/** Something that goes wrong with one call of the Web API, as a test asks for it. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number | null }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'hang'; readonly millis: number }
  | { readonly kind: 'error'; readonly error: string };

interface Planned {
  readonly fault: Fault;
  readonly channel: string | null;
}

/** The faults that wait for a method, used up in order, one a call. */
export class Faults {
  readonly #waiting = new Map<string, Planned[]>();

  /** Lets the next `times` calls of a method go wrong; those for one channel, where it is named. */
  plan(method: string, fault: Fault, times = 1, channel: string | null = null): void {
    const before = this.#waiting.get(method) ?? [];
    this.#waiting.set(method, [...before, ...Array.from({ length: times }, () => ({ fault, channel }))]);
  }

  take(method: string, channel: unknown): Fault | null {
    const waiting = this.#waiting.get(method) ?? [];
    const at = waiting.findIndex((each) => each.channel === null || each.channel === channel);
    return at < 0 ? null : (waiting.splice(at, 1)[0]?.fault ?? null);
  }
}
