import { afterEach, describe, expect, test } from 'vitest';
import { DIRECT } from '../../src/playground/workspace.ts';
import { aWhile, eventually, type Mode, type Pair, startPair } from './pair.ts';
import { scriptedEngine } from './scripted-engine.ts';

let pair: Pair;
afterEach(() => pair.stop());

const posts = () => pair.slack.calls.filter(({ method }) => method === 'chat.postMessage');

describe.each<Mode>(['socket', 'http'])('by %s', (mode) => {
  test.each([
    ['is_archived', 'archived'],
    ['thread_not_found', 'thread, because it was deleted'],
    ['not_in_channel', 'invite me to it first'],
    ['missing_scope', 'lacks a permission'],
  ])('where a channel refuses with %s, the person is told so directly', async (error, words) => {
    pair = await startPair(scriptedEngine(), mode);
    pair.slack.faults.plan('chat.postMessage', { kind: 'error', error }, 2);
    pair.you.say('@whosaid sources');
    const told = await eventually(() => pair.said({ channel: DIRECT })[0], 'the sentence');
    expect(told.text).toContain(words);
  });

  test('an expired trigger is told below the button', async () => {
    pair = await startPair(scriptedEngine(), mode);
    pair.you.say('@whosaid sources');
    const answer = await eventually(() => pair.said()[0], 'the reply');
    pair.slack.faults.plan('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await pair.you.press(answer, 'context');
    const told = await eventually(() => pair.said().find((each) => each.onlyFor !== null), 'the sentence');
    expect(told.text).toContain('Press the button once more');
  });

  test('a server error of Slack is tried again, and there is one reply', async () => {
    pair = await startPair(scriptedEngine(), mode);
    pair.slack.faults.plan('chat.postMessage', { kind: 'status', status: 503 });
    pair.you.say('@whosaid sources');
    await eventually(() => pair.said()[0], 'the reply');
    await aWhile();
    expect(pair.said()).toHaveLength(1);
    expect(posts()).toHaveLength(2);
  });

  test('a rate limit that does not say how long is told, and the next question is answered', async () => {
    pair = await startPair(scriptedEngine(), mode);
    pair.slack.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfter: null });
    pair.you.say('@whosaid sources');
    await eventually(() => pair.said()[0]?.text.includes('went wrong'), 'the sentence');
    pair.you.say('@whosaid sources');
    await eventually(() => pair.said()[1]?.text.includes('waited'), 'the reply');
  });

  test('too many questions at once are each answered or refused politely, and none is lost', async () => {
    pair = await startPair(scriptedEngine(), mode);
    const asked = 90;
    for (let n = 0; n < asked; n += 1) pair.you.say('@whosaid sources');
    await eventually(() => pair.said().length === asked, 'a word on each', 15_000);
    const refused = pair.said().filter(({ text }) => text.includes('Too many questions'));
    expect(refused.length).toBeLessThanOrEqual(30);
    expect(new Set(pair.said().map(({ thread }) => thread)).size).toBe(asked);
  }, 30_000);
});
