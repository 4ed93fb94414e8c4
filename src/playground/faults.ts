/** Something that goes wrong with one call of the Web API, as a test asks for it. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number | null }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'hang'; readonly millis: number }
  | { readonly kind: 'error'; readonly error: string };

/** The faults that wait for a method, used up in order, one a call. */
export class Faults {
  readonly #waiting = new Map<string, Fault[]>();

  /** Lets the next `times` calls of a method go wrong. */
  plan(method: string, fault: Fault, times = 1): void {
    const before = this.#waiting.get(method) ?? [];
    this.#waiting.set(method, [...before, ...Array.from({ length: times }, () => fault)]);
  }

  take(method: string): Fault | null {
    return this.#waiting.get(method)?.shift() ?? null;
  }
}
