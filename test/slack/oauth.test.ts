import { afterEach, beforeEach, expect, test } from 'vitest';
import { HttpDelivery } from '../../src/playground/http-delivery.ts';
import { readGranted } from '../../src/playground/manifest.ts';
import { eventPayload, mentionEvent } from '../../src/playground/payloads.ts';
import { SimulatedSlack } from '../../src/playground/simulated-slack.ts';
import { BOT, NEWS } from '../../src/playground/workspace.ts';
import { type RunningSlackApp, startSlackApp } from '../../src/slack/app.ts';
import { shelfInstallations } from '../../src/slack/installations.ts';
import { createLog } from '../../src/slack/log.ts';
import { Records } from '../../src/slack/records.ts';
import { memoryShelf, type Shelf } from '../../src/slack/shelf.ts';
import { aWhile, eventually, SIGNING_SECRET } from './pair.ts';
import { scriptedEngine } from './scripted-engine.ts';

const STATE_SECRET = 'a long random text that nobody knows';
let slack: SimulatedSlack;
let app: RunningSlackApp;
let shelf: Shelf;
let base: string;
let delivery: HttpDelivery;

beforeEach(async () => {
  slack = await SimulatedSlack.start({ granted: await readGranted() });
  shelf = memoryShelf();
  const { clientId, clientSecret } = slack.oauth;
  app = await startSlackApp({
    engine: scriptedEngine(),
    apiUrl: slack.apiUrl,
    log: createLog('error', () => undefined),
    shelf,
    reach: {
      mode: 'http',
      signingSecret: SIGNING_SECRET,
      auth: { kind: 'oauth', clientId, clientSecret, stateSecret: STATE_SECRET },
      port: 0,
      host: '127.0.0.1',
    },
  });
  base = `http://127.0.0.1:${app.port}/slack`;
  delivery = new HttpDelivery({ url: `${base}/events`, signingSecret: SIGNING_SECRET });
});
afterEach(async () => {
  await app.stop();
  await slack.stop();
});

/** Goes the way of a browser: the install page, consent, back with the code. */
async function install(team: string, change: (back: URL) => void = () => undefined): Promise<number> {
  const page = await fetch(`${base}/install`);
  const cookie = page.headers.get('set-cookie') ?? '';
  const link = /href="([^"]+oauth\/v2\/authorize[^"]+)"/.exec(await page.text())?.[1] ?? '';
  const consent = new URL(link.replaceAll('&amp;', '&'));
  expect(consent.origin).toBe(slack.address());
  const back = new URL(slack.oauth.consent(consent.searchParams, team) ?? '');
  change(back);
  const done = await fetch(`${base}/oauth_redirect${back.search}`, { headers: { cookie } });
  return done.status;
}

function event(team: string, inner: Record<string, unknown>) {
  const payload = eventPayload(inner);
  const authorizations = [{ enterprise_id: null, team_id: team, user_id: BOT.id, is_bot: true }];
  return { type: 'events_api' as const, payload: { ...payload, team_id: team, authorizations } };
}

async function ask(team: string): Promise<void> {
  const message = slack.workspace.add({ channel: NEWS, user: 'U0YOU', text: `<@${BOT.id}> sources` });
  await delivery.send(event(team, { ...mentionEvent(message), team }));
}

const posts = () =>
  slack.calls.filter(({ method, response }) => method === 'chat.postMessage' && response?.ok);

test('two workspaces install the app, and each is answered with its own token', async () => {
  expect(await install('T1')).toBe(200);
  expect(await install('T2')).toBe(200);
  await ask('T1');
  await ask('T2');
  await eventually(() => posts().length === 2, 'both answers');
  expect(
    posts()
      .map(({ team }) => team)
      .toSorted(),
  ).toEqual(['T1', 'T2']);
});

test('a state that is not ours, or a code that was used, installs nothing', async () => {
  expect(await install('T1', (back) => back.searchParams.set('state', 'forged'))).not.toBe(200);
  let used = '';
  await install('T2', (back) => {
    used = back.searchParams.get('code') ?? '';
  });
  expect(await install('T3', (back) => back.searchParams.set('code', used))).not.toBe(200);
  expect((await shelf.list('installation/')).map(({ key }) => key)).toEqual(['installation/T2']);
});

test('tokens are encrypted where they are kept', async () => {
  await install('T1');
  const [stored] = await shelf.list('installation/');
  expect(JSON.stringify(stored)).not.toMatch(/xox/);
  const other = shelfInstallations(shelf, 'another secret');
  const query = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false } as const;
  await expect(other.fetchInstallation(query)).rejects.toThrow('SLACK_STATE_SECRET');
  await shelf.put('installation/T9', stored?.value ?? '');
  const own = shelfInstallations(shelf, STATE_SECRET);
  await expect(own.fetchInstallation({ ...query, teamId: 'T9' })).rejects.toThrow('cannot be decrypted');
});

test('a token that runs out is exchanged once, however many events come at that moment', async () => {
  slack.oauth.lifetime = 60;
  await install('T1');
  slack.oauth.lifetime = 12 * 60 * 60;
  await Promise.all([ask('T1'), ask('T1'), ask('T1')]);
  await eventually(() => posts().length === 3, 'all answers');
  const exchanges = slack.calls.filter(({ method }) => method === 'oauth.v2.access');
  expect(exchanges.filter(({ args }) => args.grant_type === 'refresh_token')).toHaveLength(1);
});

test('a workspace that uninstalls the app is forgotten, the others are not', async () => {
  await install('T1');
  await install('T2');
  const records = new Records(shelf);
  for (const team of ['T1', 'T2']) {
    await ask(team);
    await records.putSettings(team, NEWS, { articleId: null, answers: 'private', followUps: false });
  }
  await eventually(() => posts().length === 2, 'both answers');
  await delivery.send(event('T2', { type: 'app_uninstalled', event_ts: '1.1' }));
  await eventually(async () => (await shelf.list('settings/')).length === 1, 'the settings to go');
  const keys = (await shelf.list('')).map(({ key }) => key).filter((key) => !key.startsWith('claim/'));
  expect(keys.filter((key) => key.includes('T2'))).toEqual([]);
  expect(keys.filter((key) => key.includes('T1')).length).toBeGreaterThanOrEqual(5);
  await ask('T2');
  await aWhile();
  expect(posts()).toHaveLength(2);
});

test('what one workspace asked cannot be reached from another', async () => {
  const records = new Records(shelf);
  const id = await records.putTurn({
    team: 'T1',
    question: 'secret',
    before: [],
    memory: { articleId: null, speaker: null, topic: null, shown: [], last: null },
    articleId: null,
    at: '',
  });
  expect(await records.turn('T1', id)).not.toBeNull();
  expect(await records.turn('T2', id)).toBeNull();
});
