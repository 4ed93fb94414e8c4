import type { Triggers } from './triggers.ts';
import type { Channel, Message, Workspace } from './workspace.ts';

export type Arguments = Readonly<Record<string, unknown>>;
export type Response = Readonly<Record<string, unknown>> & { readonly ok: boolean };

/** What the methods work on. */
export interface ApiContext {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  /** Address of the simulated Slack, without a slash at the end. */
  readonly address: () => string;
  readonly granted: { readonly scopes: readonly string[] };
  /** What was posted under an id of the app's own, by that id; null in a Slack that takes no notice of it. */
  readonly byClientId: Map<string, Message> | null;
  /** Called with each message that the app posted, to deliver its event. */
  readonly posted: (message: Message, channel: Channel) => void;
}

/** An answer of Slack's that says yes. */
export function ok(fields: Readonly<Record<string, unknown>>): Response {
  return { ok: true, ...fields };
}

/** An answer of Slack's that names what is wrong. */
export function failed(error: string, more: Readonly<Record<string, unknown>> = {}): Response {
  return { ok: false, error, ...more };
}

/** A list that came as such or as JSON; null: it is none. */
export function list(value: unknown): unknown[] | null {
  const given = typeof value === 'string' ? parsed(value) : value;
  return Array.isArray(given) ? given : null;
}

/** What JSON says; null: it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The fields of an object that came as such or as JSON; null: it is none. */
export function record(value: unknown): Record<string, unknown> | null {
  const given = typeof value === 'string' ? parsed(value) : value;
  return typeof given === 'object' && given !== null ? { ...given } : null;
}

/** A text that says something; null: it is none. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
