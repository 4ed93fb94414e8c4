import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, readConfig, VARIABLES } from '../src/config.ts';

const HTTP = { SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-1' };
const OAUTH = {
  SLACK_SIGNING_SECRET: 's',
  SLACK_CLIENT_ID: 'i',
  SLACK_CLIENT_SECRET: 'c',
  SLACK_STATE_SECRET: 'z',
};

test('nothing of Slack named opens the playground', () => {
  expect(readConfig({}).connection).toEqual({ mode: 'playground', port: 4120 });
  expect(readConfig({ PORT: '80', SLACK_BOT_TOKEN: '  ' }).connection.mode).toBe('playground');
});

test('a bot token and an app token connect by Socket Mode', () => {
  const { connection } = readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' });
  expect(connection).toEqual({ mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' });
});

test('a signing secret with a bot token or with OAuth serves HTTP', () => {
  expect(readConfig(HTTP).connection).toMatchObject({ mode: 'http', port: 3000, auth: { kind: 'token' } });
  expect(readConfig({ ...OAUTH, PORT: '8080' }).connection).toMatchObject({
    mode: 'http',
    port: 8080,
    auth: { kind: 'oauth', clientId: 'i', clientSecret: 'c', stateSecret: 'z' },
  });
});

test.each([
  [{ SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is missing/],
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN .* or SLACK_SIGNING_SECRET .* is missing/],
  [{ SLACK_SIGNING_SECRET: 's' }, /SLACK_BOT_TOKEN .* is missing/],
  [{ SLACK_CLIENT_ID: 'i' }, /missing: SLACK_CLIENT_SECRET and SLACK_STATE_SECRET/],
  [{ ...OAUTH, SLACK_SIGNING_SECRET: '' }, /SLACK_SIGNING_SECRET is missing/],
  [{ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' }, /belongs in SLACK_APP_TOKEN/],
  [{ PORT: 'eighty' }, /PORT is "eighty"/],
  [{ PLAYGROUND_PORT: '70000' }, /PLAYGROUND_PORT/],
  [{ ALLOW_MODEL_DOWNLOAD: 'yes' }, /true or false/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
  [{ SLACK_API_URL: 'slack.test/api/' }, /SLACK_API_URL/],
  [{ READER_URL: 'reader.test' }, /READER_URL is "reader\.test"/],
  [{ READER_URL: 'https://reader.test/news/' }, /READER_URL .* without a path/],
  [{ READER_PORT: 'any' }, /READER_PORT/],
  [{ ARTICLE_ADDERS: 'U1, ann' }, /ARTICLE_ADDERS names "ann"/],
  [{ STORE_URL: 'mysql://ann:secret@x/y' }, /STORE_URL begins with "mysql:": .* postgres:\/\//],
  [{ STORE_URL: 'localhost/news' }, /STORE_URL names no kind of database: /],
])('settings that are not whole are named in one line: %j', (env, message) => {
  expect(() => readConfig(env)).toThrow(ConfigError);
  expect(() => readConfig(env)).toThrow(message);
  try {
    readConfig(env);
  } catch (error) {
    expect((error as Error).message).not.toContain('\n');
  }
});

test('relative folders are relative to where the person stands', () => {
  const config = readConfig({ CORPUS: 'news', INDEX: '../idx', INIT_CWD: '/home/ann/desk' });
  expect(config.corpus).toBe('/home/ann/desk/news');
  expect(config.index).toBe('/home/ann/idx');
  expect(readConfig({}).corpus).toBe(resolve(import.meta.dirname, '..', 'corpus'));
});

test('the address of another Slack ends in a slash', () => {
  expect(readConfig({ SLACK_API_URL: 'http://127.0.0.1:1/api' }).slackApiUrl).toBe('http://127.0.0.1:1/api/');
});

test('the reader is off, and for this machine alone, until it is set otherwise', () => {
  expect(readConfig({})).toMatchObject({ readerPort: null, readerHost: '127.0.0.1', readerUrl: null });
  const set = { READER_PORT: '8080', READER_HOST: '0.0.0.0', READER_URL: 'https://reader.test/' };
  expect(readConfig(set)).toMatchObject({
    readerPort: 8080,
    readerHost: '0.0.0.0',
    readerUrl: 'https://reader.test',
  });
});

test('.env.example lists exactly what is read', () => {
  const lines = readFileSync(resolve(import.meta.dirname, '../.env.example'), 'utf8').split('\n');
  const named = lines.flatMap((line) => /^([A-Z_]+)=$/.exec(line)?.[1] ?? []);
  expect(named.toSorted()).toEqual([...VARIABLES].toSorted());
  const read = new Set<string>();
  const spy = new Proxy<Record<string, string>>({}, { get: (_, name) => void read.add(String(name)) });
  readConfig(spy);
  read.delete('INIT_CWD');
  expect([...read].toSorted()).toEqual([...VARIABLES].toSorted());
});
