import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { METHODS } from '../../src/playground/web-api.ts';
import { CALLBACKS } from '../../src/rendering/blocks-views.ts';
import { SCOPES } from '../../src/slack/scopes.ts';
import { hasSlackData, SLACK_DATA } from '../shared-data.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(resolve(ROOT, 'manifest.json'), 'utf8'));
const followUps = JSON.parse(readFileSync(resolve(ROOT, 'docs/manifest-follow-ups.json'), 'utf8'));
const http = JSON.parse(readFileSync(resolve(ROOT, 'docs/manifest-http.json'), 'utf8'));
const sources = readdirSync(resolve(ROOT, 'src/slack'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(resolve(ROOT, 'src/slack', name), 'utf8'))
  .join('\n');

test.skipIf(!hasSlackData())('the manifest satisfies Slack’s schema', () => {
  const schema = JSON.parse(readFileSync(resolve(SLACK_DATA, 'manifest.schema.2.0.0.json'), 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const valid = ajv.compile(schema);
  expect(valid(manifest), JSON.stringify(valid.errors)).toBe(true);
  expect(valid(followUps), JSON.stringify(valid.errors)).toBe(true);
  expect(valid(http), JSON.stringify(valid.errors)).toBe(true);
  expect(valid({ ...manifest, display_information: { name: 'x'.repeat(36) } })).toBe(false);
});

test('the manifest subscribes to what the app listens to, and to nothing else', () => {
  const listened = new Set([...sources.matchAll(/app\.event\('([a-z_]+)'/g)].map((match) => match[1]));
  if (/app\.message\(/.test(sources)) listened.add('message.im');
  expect([...listened].toSorted()).toEqual(manifest.settings.event_subscriptions.bot_events.toSorted());
});

test('the manifest asks for the scopes of the methods that are called, and for no others', () => {
  const called = [...sources.matchAll(/client\.((?:[a-z]+\s*\.)+[a-zA-Z]+)\(/g)].map((match) =>
    (match[1] ?? '').replace(/\s/g, ''),
  );
  expect(called.filter((method) => !(method in METHODS))).toEqual([]);
  const needed = new Set(called.flatMap((method) => METHODS[method]?.scope ?? []));
  // Of events and commands, which no method needs.
  const forEvents: Record<string, string> = { app_mention: 'app_mentions:read', 'message.im': 'im:history' };
  for (const event of manifest.settings.event_subscriptions.bot_events) {
    if (forEvents[event]) needed.add(forEvents[event]);
  }
  if (/app\.(command|shortcut)\(/.test(sources)) needed.add('commands');
  expect([...needed].toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted());
});

test('the manifest has the shortcuts that the app listens to', () => {
  const listened = Object.values(CALLBACKS).filter((name) => name !== CALLBACKS.reason);
  const named = manifest.features.shortcuts.map((each: { callback_id: string }) => each.callback_id);
  expect(named.toSorted()).toEqual(listened.toSorted());
});

test('the manifest names the command that the app listens to', () => {
  const commands = [...sources.matchAll(/app\.command\('([^']+)'/g)].map((match) => match[1]);
  expect(manifest.features.slash_commands.map((each: { command: string }) => each.command)).toEqual(commands);
});

test('the second manifest is the first with what follow-ups without a mention take', () => {
  const { oauth_config, settings, ...rest } = followUps;
  expect(rest).toEqual({ display_information: manifest.display_information, features: manifest.features });
  const added = (now: string[], before: string[]) => now.filter((each) => !before.includes(each));
  expect(added(oauth_config.scopes.bot, manifest.oauth_config.scopes.bot)).toEqual([
    'channels:history',
    'groups:history',
  ]);
  const events = settings.event_subscriptions.bot_events;
  expect(added(events, manifest.settings.event_subscriptions.bot_events)).toEqual([
    'message.channels',
    'message.groups',
  ]);
});

test('the manifest for HTTP is the first with addresses, without Socket Mode and with tokens that change', () => {
  const without = structuredClone(http);
  for (const command of without.features.slash_commands) delete command.url;
  delete without.oauth_config.redirect_urls;
  delete without.settings.event_subscriptions.request_url;
  delete without.settings.interactivity.request_url;
  const settings = { ...manifest.settings, socket_mode_enabled: false, token_rotation_enabled: true };
  expect(without).toEqual({ ...manifest, settings });
});

test('an installation asks for the scopes of the manifest', () => {
  expect([...SCOPES].toSorted()).toEqual(manifest.oauth_config.scopes.bot.toSorted());
});
