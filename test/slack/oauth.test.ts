import { afterEach, beforeEach, expect, test } from 'vitest';
import { NEWS } from '../../src/playground/workspace.ts';
import { shelfInstallations } from '../../src/slack/installations.ts';
import { oneLibrary } from '../../src/slack/libraries.ts';
import { Records } from '../../src/slack/records.ts';
import { type Many, STATE_SECRET, startMany } from './many.ts';
import { aWhile, eventually } from './pair.ts';
import { scriptedEngine } from './scripted-engine.ts';

let many: Many;
beforeEach(async () => {
  many = await startMany(oneLibrary(scriptedEngine()));
});
afterEach(() => many.stop());

const posts = () =>
  many.slack.calls.filter((call) => call.method === 'chat.postMessage' && call.response?.ok);

test('two workspaces install the app, and each is answered with its own token', async () => {
  expect(await many.install('T1')).toBe(200);
  expect(await many.install('T2')).toBe(200);
  await many.ask('T1');
  await many.ask('T2');
  await eventually(() => posts().length === 2, 'both answers');
  expect(
    posts()
      .map(({ team }) => team)
      .toSorted(),
  ).toEqual(['T1', 'T2']);
});

test('a state that is not ours, or a code that was used, installs nothing', async () => {
  expect(await many.install('T1', (back) => back.searchParams.set('state', 'forged'))).not.toBe(200);
  let used = '';
  await many.install('T2', (back) => {
    used = back.searchParams.get('code') ?? '';
  });
  expect(await many.install('T3', (back) => back.searchParams.set('code', used))).not.toBe(200);
  expect((await many.shelf.list('installation/')).map(({ key }) => key)).toEqual(['installation/T2']);
});

test('tokens are encrypted where they are kept', async () => {
  await many.install('T1');
  const [stored] = await many.shelf.list('installation/');
  expect(JSON.stringify(stored)).not.toMatch(/xox/);
  const other = shelfInstallations(many.shelf, 'another secret');
  const query = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false } as const;
  await expect(other.fetchInstallation(query)).rejects.toThrow('SLACK_STATE_SECRET');
  await many.shelf.put('installation/T9', stored?.value ?? '');
  const own = shelfInstallations(many.shelf, STATE_SECRET);
  await expect(own.fetchInstallation({ ...query, teamId: 'T9' })).rejects.toThrow('cannot be decrypted');
});

test('a token that runs out is exchanged once, however many events come at that moment', async () => {
  many.slack.oauth.lifetime = 60;
  await many.install('T1');
  many.slack.oauth.lifetime = 12 * 60 * 60;
  await Promise.all([many.ask('T1'), many.ask('T1'), many.ask('T1')]);
  await eventually(() => posts().length === 3, 'all answers');
  const exchanges = many.slack.calls.filter(({ method }) => method === 'oauth.v2.access');
  expect(exchanges.filter(({ args }) => args.grant_type === 'refresh_token')).toHaveLength(1);
});

test('a workspace that uninstalls the app is forgotten, the others are not', async () => {
  await many.install('T1');
  await many.install('T2');
  const records = new Records(many.shelf);
  for (const team of ['T1', 'T2']) {
    await many.ask(team);
    await records.putSettings(team, NEWS, { articleId: null, answers: 'private', followUps: false });
  }
  await eventually(() => posts().length === 2, 'both answers');
  await many.event('T2', { type: 'app_uninstalled', event_ts: '1.1' });
  await eventually(async () => (await many.shelf.list('settings/')).length === 1, 'the settings to go');
  const keys = (await many.shelf.list('')).map(({ key }) => key).filter((key) => !key.startsWith('claim/'));
  expect(keys.filter((key) => key.includes('T2'))).toEqual([]);
  expect(keys.filter((key) => key.includes('T1')).length).toBeGreaterThanOrEqual(5);
  await many.ask('T2');
  await aWhile();
  expect(posts()).toHaveLength(2);
});

test('a workspace whose bot token is revoked is forgotten; one whose user’s token is revoked is not', async () => {
  await many.install('T1');
  await many.install('T2');
  const revoke = (team: string, tokens: object) =>
    many.event(team, { type: 'tokens_revoked', tokens, event_ts: '1.1' });
  await revoke('T1', { oauth: ['U0YOU'], bot: [] });
  await revoke('T2', { oauth: [], bot: ['U0WHOSAID'] });
  const installed = async () => (await many.shelf.list('installation/')).map(({ key }) => key);
  await eventually(async () => (await installed()).length === 1, 'one to go');
  await aWhile();
  expect(await installed()).toEqual(['installation/T1']);
  await many.ask('T2');
  await many.ask('T1');
  await eventually(() => posts().length === 1, 'the answer of the one that is left');
  expect(posts().map(({ team }) => team)).toEqual(['T1']);
});

test('what one workspace asked cannot be reached from another', async () => {
  const records = new Records(many.shelf);
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
