import { newId } from './payloads.ts';
import type { Channel, Message, Person } from './workspace.ts';

/** What a response URL was given out for. */
export interface Occasion {
  readonly person: Person;
  readonly channel: Channel;
  /** The message whose button was pressed; null for a command. */
  readonly message: Message | null;
}

const MOST_USES = 5;
const VALID_MILLIS = 30 * 60 * 1000;

/** Addresses to which an app answers a command or a button: five times within half an hour. */
export class ResponseUrls {
  readonly #given = new Map<string, { occasion: Occasion; uses: number; until: number }>();

  give(address: string, occasion: Occasion): string {
    const id = newId('r');
    this.#given.set(id, { occasion, uses: 0, until: Date.now() + VALID_MILLIS });
    return `${address}/response/${id}`;
  }

  use(id: string): Occasion | 'expired_url' | 'used_url' {
    const given = this.#given.get(id);
    if (!given || given.until < Date.now()) return 'expired_url';
    if (given.uses === MOST_USES) return 'used_url';
    given.uses += 1;
    return given.occasion;
  }
}
