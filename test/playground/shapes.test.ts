import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Envelope } from '../../src/playground/delivery.ts';
import { Someone } from '../../src/playground/person.ts';
import { SimulatedSlack } from '../../src/playground/simulated-slack.ts';
import { METHODS } from '../../src/playground/web-api.ts';
import { BOT, DIRECT, NEWS, YOU } from '../../src/playground/workspace.ts';
import { modal } from '../../src/rendering/blocks-context.ts';
import { literal, richText, section } from '../../src/rendering/blocks-text.ts';
import { hasSlackData, SLACK_DATA } from '../shared-data.ts';

let slack: SimulatedSlack;
const everything = ['channels:history', ...Object.values(METHODS).flatMap(({ scope }) => scope ?? [])];

beforeAll(async () => {
  const events = ['app_mention', 'message.im', 'app_home_opened'];
  slack = await SimulatedSlack.start({
    granted: { scopes: everything, events, commands: [], shortcuts: [] },
  });
});
afterAll(() => slack.stop());

async function call(method: string, args: Record<string, unknown>, token = slack.botToken) {
  const response = await fetch(`${slack.apiUrl}${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** Keys of `actual` that the sample does not know, by path; lists are compared by their first element. */
function unknownKeys(actual: unknown, sample: unknown, path = ''): string[] {
  if (Array.isArray(actual) && Array.isArray(sample)) {
    return sample.length === 0 || actual.length === 0 ? [] : unknownKeys(actual[0], sample[0], `${path}[]`);
  }
  if (!isRecord(actual) || !isRecord(sample) || Object.keys(sample).length === 0) return [];
  return Object.entries(actual).flatMap(([key, value]) =>
    // Blocks are of many types, and the samples show only one of them.
    key === 'blocks' || key in sample
      ? unknownKeys(value, key === 'blocks' ? {} : sample[key], `${path}.${key}`)
      : [`${path}.${key}`],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sample(path: string): unknown {
  return JSON.parse(readFileSync(resolve(SLACK_DATA, path), 'utf8'));
}

const text = richText(section(literal('hello')));
const trigger = () => slack.triggers.issue(YOU);

const CALLS: Record<string, () => Promise<Record<string, unknown>>> = {
  'auth.test': async () => ({}),
  'apps.connections.open': async () => ({}),
  'chat.postMessage': async () => ({ channel: NEWS, text: 'hello', blocks: [text] }),
  'chat.postEphemeral': async () => ({ channel: NEWS, user: YOU.id, text: 'hello' }),
  'chat.update': async () => ({ channel: NEWS, ts: await posted(), text: 'other' }),
  'chat.getPermalink': async () => ({ channel: NEWS, message_ts: await posted() }),
  'chat.delete': async () => ({ channel: NEWS, ts: await posted() }),
  'conversations.info': async () => ({ channel: NEWS }),
  'conversations.open': async () => ({ users: YOU.id }),
  'conversations.replies': async () => ({ channel: NEWS, ts: await posted() }),
  'users.info': async () => ({ user: YOU.id }),
  'reactions.add': async () => ({ channel: NEWS, timestamp: await posted(), name: 'eyes' }),
  'views.open': async () => ({ trigger_id: trigger(), view: modal('A window', [text]) }),
  'views.push': async () => ({ trigger_id: trigger(), view: modal('A window', [text]) }),
  'views.update': async () => ({
    view_id: slack.workspace.windows.get(YOU.id)?.[0]?.id,
    view: modal('Another', [text]),
  }),
  'views.publish': async () => ({ user_id: YOU.id, view: { type: 'home', blocks: [text] } }),
  'assistant.threads.setStatus': async () => ({ channel_id: DIRECT, thread_ts: '1.1', status: 'looks' }),
  'assistant.threads.setSuggestedPrompts': async () => ({
    channel_id: DIRECT,
    prompts: [{ title: 'a', message: 'b' }],
  }),
  'files.info': async () => ({ file: new Someone(slack).share('a.txt', 'text').files[0]?.id }),
  'assistant.threads.setTitle': async () => ({ channel_id: DIRECT, thread_ts: '1.1', title: 'a' }),
};

async function posted(): Promise<string> {
  return String((await call('chat.postMessage', { channel: NEWS, text: 'x' })).ts);
}

const checked = hasSlackData();

test('every method of the simulation is called here', () => {
  expect(Object.keys(CALLS).toSorted()).toEqual(Object.keys(METHODS).toSorted());
});

test.each(Object.keys(CALLS))('%s answers with Slack’s keys only', async (method) => {
  const token = method === 'apps.connections.open' ? slack.appToken : slack.botToken;
  const answer = await call(method, await (CALLS[method] as () => Promise<Record<string, unknown>>)(), token);
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
  if (checked) expect(unknownKeys(answer, sample(`api/${method}.json`))).toEqual([]);
});

test('oauth.v2.access answers with Slack’s keys only, and takes a code once', async () => {
  const { oauth } = slack;
  const query = new URLSearchParams({ client_id: oauth.clientId, redirect_uri: 'http://localhost/back' });
  const back = new URL(oauth.consent(query, 'T1') ?? '');
  const args = {
    client_id: oauth.clientId,
    client_secret: oauth.clientSecret,
    code: back.searchParams.get('code'),
  };
  const answer = await call('oauth.v2.access', args, '');
  expect(answer.ok).toBe(true);
  if (checked) expect(unknownKeys(answer, sample('api/oauth.v2.access.json'))).toEqual([]);
  expect(await call('oauth.v2.access', args, '')).toMatchObject({ error: 'invalid_code' });
  const wrong = { ...args, client_secret: 'x' };
  expect(await call('oauth.v2.access', wrong, '')).toMatchObject({ error: 'bad_client_secret' });
});

test.skipIf(!checked)('events, commands and interactions have Slack’s keys only', async () => {
  const sent: Envelope[] = [];
  slack.deliver = async (envelope) => {
    sent.push(envelope);
    return {};
  };
  const you = new Someone(slack);
  you.say(`@${BOT.name} hello`);
  you.tell('hello');
  await you.command('/article', 'help');
  const button = {
    type: 'actions' as const,
    elements: [
      {
        type: 'button' as const,
        action_id: 'b',
        text: { type: 'plain_text' as const, text: 'B' },
        value: 'v',
      },
    ],
  };
  const message = slack.workspace.add({ channel: NEWS, user: BOT.id, text: 'x', blocks: [button] });
  await you.press(message, 'b');
  await you.messageShortcut(message, 'check');
  await call('views.open', { trigger_id: trigger(), view: modal('A window', [button]) });
  await you.submit({});
  await call('views.open', { trigger_id: trigger(), view: modal('A window', [button]) });
  await you.pressInWindow('b');
  you.closeWindow();
  you.edit(you.tell('hello'), 'hello again');
  you.share('a.txt', 'text');
  you.remove(you.tell('not this'));
  you.openApp('home');
  const samples = [
    'events/AppMentionPayload.json',
    'events/MessagePayload.json',
    'app-backend/SlashCommandPayload.json',
    'app-backend/BlockActionPayload.json',
    'app-backend/MessageShortcutPayload.json',
    'app-backend/ViewSubmissionPayload.json',
    'app-backend/BlockActionPayload.json',
    'events/MessagePayload.json',
    'events/MessageChangedPayload.json',
    'events/MessageFileSharePayload.json',
    'events/MessagePayload.json',
    'events/MessageDeletedPayload.json',
    'events/AppHomeOpenedPayload.json',
  ];
  expect(sent).toHaveLength(samples.length);
  // Newer than the samples, and in Slack's documentation.
  const newer = ['.context_team_id', '.is_enterprise_install', '.state', '.view.previous_view_id'];
  for (const [index, path] of samples.entries()) {
    const unknown = unknownKeys(sent[index]?.payload, sample(path)).filter((key) => !newer.includes(key));
    expect(unknown, path).toEqual([]);
  }
});

test.each([
  ['nothing.like.this', {}, 'unknown_method'],
  ['chat.postMessage', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
  ['chat.postMessage', { channel: NEWS }, 'no_text'],
  ['chat.postMessage', { channel: NEWS, text: 'x', thread_ts: '1.0' }, 'thread_not_found'],
  ['chat.postMessage', { channel: NEWS, text: 'x', blocks: 'no' }, 'invalid_blocks_format'],
  ['chat.postMessage', { channel: NEWS, text: 'x', blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
  ['chat.postMessage', { channel: NEWS, blocks: Array(51).fill({ type: 'divider' }) }, 'invalid_blocks'],
  [
    'chat.postMessage',
    { channel: NEWS, blocks: Array(14).fill(richText(section(literal('x'.repeat(990))))) },
    'msg_blocks_too_long',
  ],
  ['views.open', { trigger_id: 'never', view: modal('A', [text]) }, 'invalid_trigger'],
])('%s is refused as Slack refuses it', async (method, args, error) => {
  expect(await call(method, args)).toMatchObject({ ok: false, error });
});

test('a wrong token, a missing scope, an old and a used trigger are refused by name', async () => {
  expect(await call('auth.test', {}, 'xoxb-wrong')).toMatchObject({ error: 'invalid_auth' });
  const used = trigger();
  const old = slack.triggers.issue(YOU, -1);
  const view = modal('A', [text]);
  expect(await call('views.open', { trigger_id: used, view })).toMatchObject({ ok: true });
  expect(await call('views.open', { trigger_id: used, view })).toMatchObject({
    error: 'exchanged_trigger_id',
  });
  expect(await call('views.open', { trigger_id: old, view })).toMatchObject({ error: 'expired_trigger_id' });
  const poor = await SimulatedSlack.start({
    granted: { scopes: [], events: [], commands: [], shortcuts: [] },
  });
  const answer = await fetch(`${poor.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${poor.botToken}` },
    body: new URLSearchParams({ channel: NEWS, text: 'x' }),
  });
  expect(await answer.json()).toMatchObject({ error: 'missing_scope', needed: 'chat:write' });
  await poor.stop();
});
