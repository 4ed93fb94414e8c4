/** Something that goes wrong with one call of the Web API or a response URL, as a test asks for it. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number | null }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'hang'; readonly millis: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'error'; readonly error: string };

interface Planned {
  readonly fault: Fault;
  readonly channel: string | null;
}

/** The faults that wait for a method, used up in order, one a call; and those that stand until they are lifted. */
export class Faults {
  readonly #waiting = new Map<string, Planned[]>();
  readonly #standing = new Map<string, Planned[]>();

  /** Lets the next `times` calls of a method go wrong; those for one channel, where it is named. */
  plan(method: string, fault: Fault, times = 1, channel: string | null = null): void {
    const before = this.#waiting.get(method) ?? [];
    this.#waiting.set(method, [...before, ...Array.from({ length: times }, () => ({ fault, channel }))]);
  }

  /** Lets every call of a method go wrong, until the returned function is called. */
  stand(method: string, fault: Fault, channel: string | null = null): () => void {
    const planned = { fault, channel };
    this.#standing.set(method, [...(this.#standing.get(method) ?? []), planned]);
    return () => {
      const left = (this.#standing.get(method) ?? []).filter((each) => each !== planned);
      this.#standing.set(method, left);
    };
  }

  take(method: string, channel: unknown): Fault | null {
    const meant = (each: Planned): boolean => each.channel === null || each.channel === channel;
    const waiting = this.#waiting.get(method) ?? [];
    const at = waiting.findIndex(meant);
    if (at >= 0) return waiting.splice(at, 1)[0]?.fault ?? null;
    return this.#standing.get(method)?.find(meant)?.fault ?? null;
  }
}
