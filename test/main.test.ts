import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { ensureModel } from '../scripts/build-model.ts';
import { ensurePage } from '../scripts/build-page.ts';
import { readGranted } from '../src/playground/manifest.ts';
import { SimulatedSlack } from '../src/playground/simulated-slack.ts';

const STATE = mkdtempSync(join(tmpdir(), 'state-'));
const ROOT = resolve(import.meta.dirname, '..');
let child: ChildProcess | null = null;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  await ensurePage({ quiet: true });
}, 120_000);
afterEach(() => {
  child?.kill('SIGKILL');
});
afterAll(() => rmSync(STATE, { recursive: true }));

interface Ended {
  readonly out: string;
  readonly error: string;
  readonly code: number | null;
}

/** Starts the program; `until` ends the wait for its output, `ended` waits for its end. */
function start(env: Record<string, string>) {
  const { PATH = '', HOME = '' } = process.env;
  const started = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH,
      HOME,
      DOTENV_CONFIG_PATH: '/nowhere/.env',
      ADMIN_PORT: '0',
      STATE,
      INDEX: join(STATE, 'index'),
      ...env,
    },
  });
  child = started;
  let out = '';
  let error = '';
  started.stdout.on('data', (chunk) => {
    out += chunk;
  });
  started.stderr.on('data', (chunk) => {
    error += chunk;
  });
  const ended = new Promise<Ended>((done) => started.on('close', (code) => done({ out, error, code })));
  const until = async (text: string): Promise<string> => {
    const over = ended.then(() => true);
    while (!out.includes(text)) {
      if (await Promise.race([over, new Promise<false>((next) => setTimeout(next, 50, false))])) break;
    }
    if (!out.includes(text)) throw new Error(`it ended without "${text}": ${out} ${error}`);
    return out;
  };
  return { ended, until, stop: () => started.kill('SIGTERM') };
}

test('with nothing set it opens the playground, says so in five lines at most, and stops when told', async () => {
  const run = start({ PLAYGROUND_PORT: '0' });
  const out = await run.until('real one');
  expect(out.trim().split('\n').length).toBeLessThanOrEqual(5);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out)?.[0] ?? '';
  expect((await fetch(url)).status).toBe(200);
  run.stop();
  const { code, error } = await run.ended;
  expect({ code, error }).toEqual({ code: 0, error: '' });
}, 60_000);

test('with tokens it connects to the Slack that it is pointed at', async () => {
  const slack = await SimulatedSlack.start({ granted: await readGranted() });
  const env = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  const run = start(env);
  const out = await run.until('/readyz');
  expect(out).toContain('Connected to Slack by Socket Mode.');
  expect(slack.socket.connections).toBe(1);
  const ready = /http:\/\/127\.0\.0\.1:\d+\/readyz/.exec(out)?.[0] ?? '';
  expect(await (await fetch(ready)).text()).toBe('ok\n');
  run.stop();
  expect((await run.ended).code).toBe(0);
  await slack.stop();
}, 60_000);

test('with a port for it the reader is served, and links lead to its address', async () => {
  const slack = await SimulatedSlack.start({ granted: await readGranted() });
  const run = start({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    READER_PORT: '0',
  });
  const out = await run.until('/readyz');
  expect(out.trim().split('\n').length).toBeLessThanOrEqual(5);
  const reader = /Reader: (http:\/\/127\.0\.0\.1:\d+\/articles)/.exec(out)?.[1] ?? '';
  expect(await (await fetch(reader)).text()).toContain('1 article');
  run.stop();
  expect((await run.ended).code).toBe(0);
  await slack.stop();
}, 60_000);

test('with a token that Slack refuses it says which one and stops', async () => {
  const slack = await SimulatedSlack.start({ granted: await readGranted() });
  const env = { SLACK_BOT_TOKEN: 'xoxb-wrong', SLACK_APP_TOKEN: slack.appToken, SLACK_API_URL: slack.apiUrl };
  const { code, error } = await start(env).ended;
  expect(code).toBe(1);
  expect(error).toBe('Slack refused SLACK_BOT_TOKEN: invalid_auth.\n');
  await slack.stop();
}, 60_000);

test('a taken port is named in one line', async () => {
  const slack = await SimulatedSlack.start({ granted: await readGranted() });
  const other = createServer();
  const port = await new Promise<string>((done) => {
    other.listen(0, '127.0.0.1', () => done(String((other.address() as { port: number }).port)));
  });
  const env = { SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl };
  const { code, error } = await start({ ...env, PORT: port }).ended;
  expect(code).toBe(1);
  expect(error).toBe(`Port ${port} is taken: set PORT to a free one.\n`);
  const second = await start({ ...env, PORT: '0', ADMIN_PORT: port }).ended;
  expect(second.code).toBe(1);
  expect(second.error).toBe(`Port ${port} is taken: set ADMIN_PORT to a free one.\n`);
  const third = await start({ ...env, PORT: '0', READER_PORT: port }).ended;
  expect(third.code).toBe(1);
  expect(third.error).toBe(`Port ${port} is taken: set READER_PORT to a free one.\n`);
  other.close();
  await slack.stop();
}, 60_000);

test('a folder without an article gets no index', async () => {
  const INDEX = join(STATE, 'none');
  const { code, error } = await start({ CORPUS: 'src', INDEX }).ended;
  expect(code).toBe(1);
  expect(error).toMatch(/^.*src holds no article: .*\n$/);
  expect(existsSync(INDEX)).toBe(false);
}, 60_000);

test.each([[{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing']])(
  'what is missing is said in one line: %j',
  async (env, words) => {
    const { code, error, out } = await start(env).ended;
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).toContain(words);
  },
  60_000,
);
