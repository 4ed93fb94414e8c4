import { newId } from './payloads.ts';
import type { Person } from './workspace.ts';

/** Slack lets a window open for three seconds after somebody acted. */
const VALID_MILLIS = 3_000;

/** The right to open a window as an answer to what a person did: once, and soon. */
export class Triggers {
  readonly #issued = new Map<string, { person: Person; until: number }>();

  issue(person: Person, validMillis = VALID_MILLIS): string {
    const id = newId('trigger.');
    this.#issued.set(id, { person, until: Date.now() + validMillis });
    return id;
  }

  /** The person in front of whom the window opens, or Slack's error. */
  use(id: unknown): Person | 'invalid_trigger' | 'expired_trigger_id' | 'exchanged_trigger_id' {
    const issued = typeof id === 'string' ? this.#issued.get(id) : undefined;
    if (typeof id !== 'string' || !issued) return 'invalid_trigger';
    if (issued.until === 0) return 'exchanged_trigger_id';
    if (issued.until < Date.now()) return 'expired_trigger_id';
    this.#issued.set(id, { ...issued, until: 0 });
    return issued.person;
  }
}
