import { afterEach, beforeEach, expect, test } from 'vitest';
import { HttpDelivery, signature } from '../../src/playground/http-delivery.ts';
import { eventPayload, mentionEvent } from '../../src/playground/payloads.ts';
import { BOT, NEWS } from '../../src/playground/workspace.ts';
import { aWhile, eventually, type Pair, SIGNING_SECRET, startPair } from './pair.ts';
import { scriptedEngine } from './scripted-engine.ts';

let pair: Pair;
let url: string;
let delivery: HttpDelivery;
beforeEach(async () => {
  pair = await startPair(scriptedEngine(), 'http');
  url = `http://127.0.0.1:${pair.app.port}/slack/events`;
  delivery = new HttpDelivery({ url, signingSecret: SIGNING_SECRET });
});
afterEach(() => pair.stop());

function mention() {
  const message = pair.slack.workspace.add({ channel: NEWS, user: 'U0YOU', text: `<@${BOT.id}> sources` });
  return { type: 'events_api' as const, payload: eventPayload(mentionEvent(message)) };
}
const now = () => Math.floor(Date.now() / 1000);

test.each([
  ['a wrong signature', {}, 0, 'wrong secret'],
  ['a signature of six minutes ago', {}, -360, SIGNING_SECRET],
  ['a signature of six minutes ahead', {}, 360, SIGNING_SECRET],
  ['no signature', { 'x-slack-signature': '' }, 0, SIGNING_SECRET],
  ['no time', { 'x-slack-request-timestamp': '' }, 0, SIGNING_SECRET],
])('a request with %s is refused, and nothing runs', async (_, headers, shift, signingSecret) => {
  const sent = await new HttpDelivery({ url, signingSecret }).send(mention(), headers, now() + shift);
  expect(sent.status).toBe(401);
  await aWhile();
  expect(pair.said()).toEqual([]);
});

test('a request that was recorded and sent again is answered once', async () => {
  const envelope = mention();
  const at = now();
  expect((await delivery.send(envelope, {}, at)).status).toBe(200);
  expect((await delivery.send(envelope, {}, at)).status).toBe(200);
  await eventually(() => pair.said()[0], 'the reply');
  await aWhile();
  expect(pair.said()).toHaveLength(1);
});

test('a delivery that arrives only as a retry is answered', async () => {
  const retry = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' };
  expect((await delivery.send(mention(), retry)).status).toBe(200);
  await eventually(() => pair.said()[0], 'the reply');
});

test('the address is verified, and a body that is no JSON is refused', async () => {
  const send = (body: string) =>
    fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': String(now()),
        'x-slack-signature': signature(SIGNING_SECRET, now(), body),
      },
    });
  const verified = await send(JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 't' }));
  expect(await verified.text()).toContain('abc');
  expect((await send('{')).status).toBe(400);
  pair.you.say('@whosaid sources');
  await eventually(() => pair.said()[0], 'the reply');
});
