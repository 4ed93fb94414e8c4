import type { ServerResponse } from 'node:http';
import { type Introduction, pageState } from './page-state.ts';
import type { SimulatedSlack } from './simulated-slack.ts';
import type { WireEntry } from './wire.ts';
import type { Person } from './workspace.ts';

/** What is sent to the pages that are open: the state after each change, and what goes over the wire. */
export interface PageStreams {
  /** Sends to that page until it goes away. */
  open(response: ServerResponse, person: Person): void;
  stop(): void;
}

/** Opens the streams of a simulated Slack. Changes that come together are sent together. */
export function openStreams(slack: SimulatedSlack, introduction: () => Introduction): PageStreams {
  const pages = new Map<ServerResponse, Person>();
  let passed: WireEntry[] = [];
  let changed = false;
  let scheduled = false;

  const state = (person: Person): string =>
    `data: ${JSON.stringify(pageState(slack.workspace, introduction(), slack.granted.shortcuts, person))}\n\n`;
  const wire = (entries: readonly WireEntry[]): string =>
    entries.length === 0 ? '' : `event: wire\ndata: ${JSON.stringify(entries)}\n\n`;
  const flush = (): void => {
    scheduled = false;
    const over = wire(passed);
    for (const [page, person] of pages) page.write(`${changed ? state(person) : ''}${over}`);
    passed = [];
    changed = false;
  };
  const schedule = (): void => {
    if (!scheduled) setImmediate(flush);
    scheduled = true;
  };
  const unwatch = [
    slack.workspace.watch(() => {
      changed = true;
      schedule();
    }),
    slack.wire.watch((entry) => {
      passed = [...passed.filter(({ id }) => id !== entry.id), entry];
      schedule();
    }),
  ];
  return {
    open(response, person) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(state(person) + wire(slack.wire.entries));
      pages.set(response, person);
      response.on('close', () => pages.delete(response));
    },
    stop() {
      for (const end of unwatch) end();
      for (const page of pages.keys()) page.end();
    },
  };
}
