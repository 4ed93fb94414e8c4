import { randomUUID } from 'node:crypto';
import type { App, ReceiverEvent } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { slots } from '../queues.ts';
import { type Delivery, remember } from './delivery.ts';
import { HEARTBEAT_MILLIS, type Inbox, type Kept } from './inbox.ts';
import { subjectOf } from './names.ts';

/** The inbox at work. */
export interface Receiving {
  /** Takes nothing up any more, and gives up what is in hand for whoever comes next. */
  stop(): Promise<void>;
}

/**
 * Puts the inbox before the app: what is delivered is written down before Slack is told that it was
 * taken, handled once, and taken up again where a process ended before it was answered.
 */
export async function receiveThrough(app: App, inbox: Inbox, desk: Desk): Promise<Receiving> {
  const process = app.processEvent.bind(app);
  app.processEvent = (event) =>
    desk.inFlight.track(async () => {
      clip(event.body);
      const { names } = subjectOf(event.body);
      const kept = names === null ? null : await desk.arriving.track(() => inbox.take(names, event.body));
      if (names !== null && kept === null) {
        desk.metrics.duplicates.inc();
        await event.ack();
        return;
      }
      await handle(process, inbox, desk, kept, event);
    });

  const recovering = slots(RECOVERED_AT_ONCE);
  const alone = slots(1);
  const recover = async (kept: Kept): Promise<void> => {
    const event = { body: kept.body as ReceiverEvent['body'], ack: async () => undefined };
    const begun = await inbox.begin(kept).catch((error: unknown) => {
      desk.log.error(`${kept.id} cannot be taken up:`, error);
      return null;
    });
    await (begun === null ? inbox.postpone(kept) : handle(process, inbox, desk, begun, event));
  };
  let stopped = false;
  let beating: Promise<void> = Promise.resolve();
  const beat = async (): Promise<void> => {
    const { due, expired } = await inbox.beat();
    for (const kept of expired) {
      desk.metrics.expired.inc();
      desk.log.warn(`${kept.id} is older than a day and is not answered any more`);
    }
    if (due.length > 0) desk.log.warn(`taking up ${due.length} that a process left unanswered`);
    desk.metrics.recovered.inc(due.length);
    const others = due
      .filter(({ tries }) => tries < SUSPICIOUS_TRIES)
      .map((kept) => desk.inFlight.track(() => recovering.run(() => recover(kept))));
    for (const kept of due.filter(({ tries }) => tries >= SUSPICIOUS_TRIES)) {
      void desk.inFlight.track(async () => {
        await Promise.all(others);
        await alone.run(() => recover(kept));
      });
    }
  };
  const beatSafely = (): Promise<void> =>
    beat().catch((error: unknown) => desk.log.error('the inbox cannot be read:', error));
  await beatSafely();
  const timer = setInterval(() => {
    beating = beating.then(() => (stopped ? undefined : beatSafely()));
  }, HEARTBEAT_MILLIS);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await beating;
      await inbox.release();
    },
  };
}

/** Few enough to leave room in the queues for what is asked now. */
const RECOVERED_AT_ONCE = 20;
/** What was begun so often and not finished may be what ends the process: nothing else may go down with it. */
const SUSPICIOUS_TRIES = 3;
/** So often a question may end the process, or find no way out, before it is given up. */
const MOST_TRIES = 10;

async function handle(
  process: App['processEvent'],
  inbox: Inbox,
  desk: Desk,
  kept: Kept | null,
  event: ReceiverEvent,
): Promise<void> {
  let settled: Promise<void> | null = null;
  const settle = async (): Promise<void> => {
    if (kept !== null) settled ??= inbox.done(kept);
    await settled;
  };
  const delivery: Delivery = {
    id: kept?.id ?? randomUUID(),
    at: kept?.at ?? Date.now(),
    recovered: (kept?.tries ?? 1) > 1,
    tries: kept?.tries ?? MOST_TRIES,
    report: {},
    settle,
    postponed: false,
  };
  remember(event.body, delivery);
  if (kept !== null && kept.tries > MOST_TRIES) {
    desk.log.error(`${kept.id} was taken up ${kept.tries} times without an answer and is given up`);
    await inbox.done(kept);
    return;
  }
  const started = performance.now();
  try {
    await process({ ...event, ack: kept === null ? event.ack : acknowledging(event, desk) });
  } finally {
    if (kept !== null && delivery.postponed && settled === null) await inbox.postpone(kept);
    else await settle();
  }
  noteDown(desk, event.body, delivery, performance.now() - started);
}

/** Slack cuts messages at this length itself: what is longer is not from there, and is not kept whole. */
const LONGEST_TEXT = 40_000;

function clip(body: Record<string, unknown>): void {
  for (const part of [body, body.event, body.message]) {
    if (typeof part !== 'object' || part === null || !('text' in part)) continue;
    if (typeof part.text === 'string') part.text = part.text.slice(0, LONGEST_TEXT);
  }
}

/** What is kept is answered even if Slack does not hear that it was taken; it then delivers a duplicate. */
function acknowledging({ ack }: ReceiverEvent, desk: Desk): ReceiverEvent['ack'] {
  return async (response) => {
    try {
      await ack(response);
    } catch (error) {
      desk.log.info(`Slack was not told: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

function noteDown(desk: Desk, body: object, delivery: Delivery, millis: number): void {
  const { kind, team, channel, names } = subjectOf(body);
  const { request, outcome, question, parts } = delivery.report;
  // Of what the app merely overheard there is nothing to tell.
  if (names === null && request === undefined && outcome === undefined) return;
  desk.log.handled({
    id: delivery.id,
    kind,
    team,
    channel,
    recovered: delivery.recovered,
    request: request ?? null,
    outcome: delivery.postponed ? 'postponed' : (outcome ?? null),
    millis: Math.round(millis),
    parts: parts ?? null,
    question: question ?? null,
  });
  if (request !== undefined) desk.metrics.replySeconds.observe(millis / 1000);
}
