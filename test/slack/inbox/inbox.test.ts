import { beforeEach, expect, test } from 'vitest';
import { HEARTBEAT_MILLIS, Inbox, LEASE_MILLIS } from '../../../src/slack/inbox/inbox.ts';
import { memoryShelf, type Shelf } from '../../../src/slack/shelf.ts';

let time = 0;
let shelf: Shelf;
const now = () => time;
const open = (alone: boolean, over = shelf) => new Inbox(over, { alone, now });
const BODY = { event_id: 'Ev1' };
const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => {
  time = 1_000_000;
  shelf = memoryShelf(now);
});

const left = async () => (await shelf.list('inbox/')).length;

test('what is delivered twice under any of its names is kept once, and gone when it is answered', async () => {
  const inbox = open(true);
  const kept = await inbox.take(['event/1', 'message/a'], BODY);
  expect(kept?.body).toEqual(BODY);
  expect(await inbox.take(['event/2', 'message/a'], BODY)).toBeNull();
  expect(await inbox.take(['event/1'], BODY)).toBeNull();
  expect(await left()).toBe(1);
  if (kept) await inbox.done(kept);
  expect(await left()).toBe(0);
  expect(await inbox.take(['event/1'], BODY)).toBeNull();
});

test('of many processes one keeps it', async () => {
  const inboxes = Array.from({ length: 5 }, () => open(false));
  const taken = await Promise.all(inboxes.map((inbox) => inbox.take(['message/a'], BODY)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await left()).toBe(1);
});

test('what a dead process left is taken up by one of the others when nothing was heard of it, not before', async () => {
  await open(false).take(['message/a'], BODY);
  const others = [open(false), open(false), open(false)];
  const beat = async () => (await Promise.all(others.map((each) => each.beat()))).flatMap(({ due }) => due);
  time += LEASE_MILLIS - 1;
  expect(await beat()).toEqual([]);
  time += 1;
  const due = await beat();
  expect(due.map(({ body, tries }) => ({ body, tries }))).toEqual([{ body: BODY, tries: 1 }]);
  expect(await beat()).toEqual([]);
});

test('who works on something says so, and keeps it', async () => {
  const slow = open(false);
  const kept = await slow.take(['message/a'], BODY);
  const other = open(false);
  for (let beats = 0; beats < 20; beats += 1) {
    time += HEARTBEAT_MILLIS;
    await slow.beat();
    expect((await other.beat()).due).toEqual([]);
  }
  if (kept) await slow.done(kept);
  time += LEASE_MILLIS;
  expect((await other.beat()).due).toEqual([]);
});

test('who is alone on its shelf takes up at once what lies there at the start', async () => {
  await open(true).take(['message/a'], BODY);
  const next = open(true);
  expect((await next.beat()).due).toHaveLength(1);
  expect((await next.beat()).due).toEqual([]);
});

test('what a process gives up when it stops is there for the next at once', async () => {
  const stopping = open(false);
  await stopping.take(['message/a'], BODY);
  await stopping.release();
  expect((await open(false).beat()).due).toHaveLength(1);
});

test('what cannot be answered now comes back after pauses that grow', async () => {
  const inbox = open(false);
  const kept = await inbox.take(['message/a'], BODY);
  if (!kept) throw new Error('it was not kept');
  await inbox.postpone(kept);
  expect((await inbox.beat()).due).toEqual([]);
  time += 1_000;
  const [again] = (await inbox.beat()).due;
  if (!again) throw new Error('it did not come back');
  await inbox.postpone(await inbox.begin(again));
  time += 1_999;
  expect((await inbox.beat()).due).toEqual([]);
  time += 1;
  expect((await inbox.beat()).due).toHaveLength(1);
});

test('that processes end counts only against what they had begun', async () => {
  await open(true).take(['message/a'], BODY);
  for (let ended = 0; ended < 20; ended += 1) {
    time += 1;
    expect((await open(true).beat()).due).toMatchObject([{ tries: 1 }]);
  }
  time += 1;
  const inbox = open(true);
  for (const kept of (await inbox.beat()).due) await inbox.begin(kept);
  time += 1;
  expect((await open(true).beat()).due).toMatchObject([{ tries: 2 }]);
});

test('what is older than a day is not answered any more', async () => {
  await open(true).take(['message/a'], BODY);
  time += DAY + 1;
  const { due, expired } = await open(true).beat();
  expect({ due: due.length, expired: expired.length }).toEqual({ due: 0, expired: 1 });
  expect(await left()).toBe(0);
});

test('a store that fails keeps nothing, and the next delivery is not refused for it', async () => {
  let failing = true;
  const failed = async () => {
    throw new Error('the store is gone');
  };
  const flaky: Shelf = {
    ...shelf,
    get: (key) => shelf.get(key),
    put: (key, value, keep) => shelf.put(key, value, keep),
    list: (prefix) => shelf.list(prefix),
    claim: (keys, keep, also) => (failing ? failed() : shelf.claim(keys, keep, also)),
    remove: (...keys) => (failing ? failed() : shelf.remove(...keys)),
    close: () => shelf.close(),
  };
  const inbox = open(true, flaky);
  await expect(inbox.take(['message/a'], BODY)).rejects.toThrow('gone');
  expect(inbox.inHand).toBe(0);
  failing = false;
  const kept = await inbox.take(['message/a'], BODY);
  if (!kept) throw new Error('it was not kept');
  failing = true;
  await inbox.done(kept);
  expect(await left()).toBe(1);
  failing = false;
  expect((await inbox.beat()).due).toEqual([]);
  expect(await left()).toBe(0);
});
