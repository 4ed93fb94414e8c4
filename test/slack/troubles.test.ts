import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/playground/faults.ts';
import { DIRECT, NEWS } from '../../src/playground/workspace.ts';
import { aWhile, eventually, type Mode, type Pair, startPair } from './pair.ts';
import { scriptedEngine } from './scripted-engine.ts';

const OTHER = 'C0OTHER';
let pair: Pair;
afterEach(() => pair.stop());

async function start(mode: Mode, { slow = 0, callTimeout = 10_000 } = {}): Promise<void> {
  pair = await startPair(scriptedEngine(slow), mode, { callTimeout });
  pair.slack.workspace.addChannel({ id: OTHER, name: 'other' });
}
const posts = () => pair.slack.calls.filter(({ method }) => method === 'chat.postMessage');
const told = (words: string, where: { channel?: string; thread?: string } = {}) =>
  eventually(() => pair.said(where).find(({ text }) => text.includes(words)), words);

/** Asks in the channel that is in trouble and right after it in another, which must not notice. */
async function askInBoth(): Promise<string> {
  const asked = pair.you.say('@whosaid sources');
  const before = Date.now();
  pair.you.say('@whosaid sources', { channel: OTHER });
  await told('waited', { channel: OTHER });
  expect(Date.now() - before).toBeLessThan(900);
  return asked.ts;
}

describe.each<Mode>(['socket', 'http'])('by %s', (mode) => {
  test.each<[string, Fault, string]>([
    ['the channel is gone', { kind: 'error', error: 'channel_not_found' }, 'I cannot see it'],
    ['the bot was put out of it', { kind: 'error', error: 'not_in_channel' }, 'invite me to it first'],
    ['a scope was taken away', { kind: 'error', error: 'missing_scope' }, 'lacks a permission'],
    ['a setting forbids it', { kind: 'error', error: 'restricted_action' }, 'does not let me post'],
    ['it has no end of limits', { kind: 'rate-limited', retryAfter: 3_600 }, 'asks me to slow down'],
  ])('where %s, the person is told so directly', async (_, fault, words) => {
    await start(mode);
    pair.slack.faults.plan('chat.postMessage', fault, 2, NEWS);
    await askInBoth();
    await told(words, { channel: DIRECT });
    expect(pair.said({ channel: NEWS })).toEqual([]);
  });

  test('an archived channel and a deleted thread are told as Slack refuses them', async () => {
    await start(mode, { slow: 60 });
    const { workspace } = pair.slack;
    workspace.remove(pair.you.say('@whosaid sources'));
    await told('thread, because it was deleted', { channel: DIRECT });
    pair.you.say('@whosaid sources');
    workspace.addChannel({ id: NEWS, name: 'news-desk', archived: true });
    await told('archived', { channel: DIRECT });
    pair.you.say('@whosaid sources', { channel: OTHER });
    await told('waited', { channel: OTHER });
  });

  test('a call that hangs is told in the thread, and is not made again', async () => {
    await start(mode, { callTimeout: 400 });
    pair.slack.faults.plan('chat.postMessage', { kind: 'hang', millis: 60_000 }, 1, NEWS);
    const thread = await askInBoth();
    await told('did not take my answer in time', { channel: NEWS, thread });
    expect(pair.said({ channel: NEWS })).toHaveLength(1);
  });

  test.each([1, null])(
    'a rate limit is waited for (Retry-After: %j), and there is one reply',
    async (retryAfter) => {
      await start(mode);
      pair.slack.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfter }, 1, NEWS);
      const thread = await askInBoth();
      await told('waited', { channel: NEWS, thread });
      await aWhile();
      expect(pair.said({ channel: NEWS })).toHaveLength(1);
    },
  );

  test('a server error of Slack is tried again, and there is one reply', async () => {
    await start(mode);
    pair.slack.faults.plan('chat.postMessage', { kind: 'status', status: 503 });
    pair.you.say('@whosaid sources');
    await eventually(() => pair.said()[0], 'the reply');
    await aWhile();
    expect(pair.said()).toHaveLength(1);
    expect(posts()).toHaveLength(2);
  });

  test('an expired trigger is told where somebody acted, and otherwise directly', async () => {
    await start(mode);
    const expired = () =>
      pair.slack.faults.plan('views.open', { kind: 'error', error: 'expired_trigger_id' });
    const secret = () =>
      pair.said({ channel: NEWS }).filter((each) => each.onlyFor !== null && each.text.includes('once more'));
    const question = pair.you.say('@whosaid sources');
    const answer = await eventually(() => pair.said()[0], 'the reply');
    expired();
    await pair.you.press(answer, 'context');
    await eventually(() => secret().length === 1, 'the sentence below the button');
    expired();
    await pair.you.command('/article', 'settings');
    await eventually(() => secret().length === 2, 'the sentence after the command');
    expired();
    await pair.you.messageShortcut(question, 'check_quote');
    await eventually(() => secret().length === 3, 'the sentence after the shortcut');
    expired();
    await pair.you.globalShortcut('ask_article');
    await told('once more', { channel: DIRECT });
  });

  test('too many questions at once are each answered or refused politely, and none is lost', async () => {
    await start(mode);
    const asked = 90;
    for (let n = 0; n < asked; n += 1) pair.you.say('@whosaid sources');
    await eventually(() => pair.said().length === asked, 'a word on each', 15_000);
    const refused = pair.said().filter(({ text }) => text.includes('Too many questions'));
    expect(refused.length).toBeLessThanOrEqual(30);
    expect(new Set(pair.said().map(({ thread }) => thread)).size).toBe(asked);
  }, 30_000);
});

test('where nothing can be posted at all, the log says so and the app goes on', async () => {
  await start('socket');
  pair.slack.faults.plan('chat.postMessage', { kind: 'error', error: 'token_revoked' }, 3);
  pair.you.say('@whosaid sources');
  await eventually(() => pair.logged.some((line) => line.includes('could not tell')), 'the log');
  pair.you.say('@whosaid sources', { channel: OTHER });
  await told('waited', { channel: OTHER });
});

test('a connection that has gone dead without a word is given up, and a question is answered', async () => {
  await start('socket');
  pair.slack.socket.blackHole();
  await eventually(
    () => {
      pair.you.say('@whosaid sources');
      return aWhile(1_000).then(() => pair.said()[0]);
    },
    'an answer over a new connection',
    30_000,
  );
}, 45_000);
