import { expect, test } from 'vitest';
import { nameEnvelope, Wire, type WireEntry } from '../../src/playground/wire.ts';
import { maskSecrets } from '../../src/playground/wire-mask.ts';

const MILLIS = { understand: 1, embed: 2, search: 3, rank: 4, compose: 5, total: 15 };

test('what was sent is listed at once, and again with what became of it', () => {
  const wire = new Wire();
  const seen: WireEntry[] = [];
  wire.watch((entry) => seen.push(entry));
  const done = wire.sent('slack', 'call', 'chat.postMessage', { text: 'hello' });
  done('channel_not_found', { ok: false });
  expect(seen.map((entry) => entry.to !== 'engine' && entry.outcome)).toEqual([null, 'channel_not_found']);
  expect(wire.entries).toHaveLength(1);
  expect(wire.entries[0]).toMatchObject({ id: 1, failed: true, name: 'chat.postMessage' });
  expect(wire.exchange(1)).toEqual({ sent: { text: 'hello' }, answered: { ok: false } });
  expect(wire.exchange(2)).toBeNull();
});

test('an answer stands among them with the time of its parts', () => {
  const wire = new Wire();
  wire.answered('who said it?', 'who-said', MILLIS);
  expect(wire.entries[0]).toMatchObject({ to: 'engine', name: 'who said it?', parts: MILLIS });
});

test('only the last are kept, and one that is forgotten does not come back when it is answered', () => {
  const wire = new Wire();
  const late = wire.sent('app', 'event', 'message', {});
  for (let index = 0; index < 1_000; index += 1) wire.sent('app', 'event', 'message', { index })('taken');
  const { length } = wire.entries;
  expect(length).toBeLessThan(1_000);
  late('taken');
  expect(wire.entries).toHaveLength(length);
  expect(wire.entries.some(({ id }) => id === 1)).toBe(false);
});

test('nothing that lets somebody act for the app is shown', () => {
  const payload = {
    token: 'legacy',
    trigger_id: 'trigger.ABC',
    text: 'my token is xoxb-1-2-abc, xapp-9 and xoxe.xoxb-3',
    nested: [{ response_url: 'http://127.0.0.1:1/response/rSECRET', client_secret: 's3cret' }],
    url: 'ws://127.0.0.1:1/link?ticket=tSECRET',
  };
  const shown = JSON.stringify(maskSecrets(payload));
  for (const secret of ['legacy', 'trigger.ABC', '1-2-abc', 'xapp-9', 'xoxb-3', 'SECRET', 's3cret']) {
    expect(shown).not.toContain(secret);
  }
  expect(shown).toContain('xoxb-…');
  expect(shown).toContain('/response/…');
  expect(payload.token).toBe('legacy');
});

test.each([
  [{ type: 'events_api', payload: { event: { type: 'app_mention' } } }, 'event', 'app_mention'],
  [
    { type: 'events_api', payload: { event: { type: 'message', subtype: 'message_changed' } } },
    'event',
    'message/message_changed',
  ],
  [{ type: 'slash_commands', payload: { command: '/article', text: 'help' } }, 'command', '/article help'],
  [
    { type: 'interactive', payload: { type: 'block_actions', actions: [{ action_id: 'share' }] } },
    'interaction',
    'block_actions share',
  ],
  [
    { type: 'interactive', payload: { type: 'view_submission', view: { callback_id: 'ask' } } },
    'interaction',
    'view_submission ask',
  ],
] as const)('an envelope is named by what it carries', (envelope, way, name) => {
  expect(nameEnvelope(envelope)).toEqual({ way, name });
});
