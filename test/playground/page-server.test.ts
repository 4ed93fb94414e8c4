import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PageServer, startPageServer } from '../../src/playground/page-server.ts';
import { SimulatedSlack } from '../../src/playground/simulated-slack.ts';
import { NEWS } from '../../src/playground/workspace.ts';

let slack: SimulatedSlack;
let page: PageServer;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  for (const name of ['index.html', 'page.js', 'page.css']) await writeFile(join(folder, name), name);
  slack = await SimulatedSlack.start({
    granted: { scopes: [], events: [], commands: ['/article'], shortcuts: [] },
  });
  page = await start();
});
afterAll(async () => {
  await page.stop();
  await slack.stop();
  await rm(folder, { recursive: true });
});

function start(port = 0): Promise<PageServer> {
  const article = async () => null;
  const reader = 'http://127.0.0.1:1';
  const introduction = () => ({ articles: [], starters: [], commands: [], names: [] });
  return startPageServer({ slack, introduction, article, reader, port, folder });
}

/** fetch sets Host by itself, and a rebound name is the point here. */
function ask(path: string, headers: Record<string, string>, body?: unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request({ host: '127.0.0.1', port: page.port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const json = { 'content-type': 'application/json' };
const say = { do: 'say', channel: NEWS, text: 'hello', thread: null };

test('the page comes with a policy that lets nothing in from elsewhere', async () => {
  const response = await fetch(page.url);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).toBe('index.html');
  expect((await fetch(`${page.url}/etc/passwd`)).status).toBe(404);
});

test('another host name or another site’s page is turned away', async () => {
  const own = `127.0.0.1:${page.port}`;
  expect(await ask('/state', { host: `evil.example:${page.port}` })).toBe(403);
  expect(await ask('/act', { ...json, host: own, origin: 'https://evil.example' }, say)).toBe(403);
  expect(await ask('/act', { 'content-type': 'text/plain', host: own }, say)).toBe(400);
  expect(slack.workspace.messages).toEqual([]);
  expect(await ask('/act', { ...json, host: own, origin: `http://${own}` }, say)).toBe(200);
  expect(slack.workspace.messages.map((each) => each.text)).toEqual(['hello']);
});

test.each([
  {},
  { do: 'fly' },
  { do: 'say', channel: 1, text: 'x' },
  { do: 'say', channel: 'C9', text: 'x' },
  null,
])('what is no act of the page is refused: %j', async (act) =>
  expect(await ask('/act', { ...json, host: `127.0.0.1:${page.port}` }, act)).toBe(400),
);

test('a command that nobody knows is said to be unknown', async () => {
  const body = JSON.stringify({ do: 'command', channel: NEWS, text: '/articel help' });
  const response = await fetch(`${page.url}/act`, { method: 'POST', headers: json, body });
  expect(await response.json()).toEqual({ trouble: '/articel is no command here. Try /article.' });
});

test('what only another person sees is not sent to the page', async () => {
  slack.workspace.add({ channel: NEWS, user: 'U0WHOSAID', text: 'for mara', onlyFor: 'U0MARA' });
  const response = await fetch(`${page.url}/state`);
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  const sent = new TextDecoder().decode(value);
  expect(sent).toContain('"text":"hello"');
  expect(sent).not.toContain('for mara');
});

test('a citation that is opened in a tab of its own leads to the reader, and nowhere else', async () => {
  const to = async (path: string) =>
    (await fetch(`${page.url}${path}`, { redirect: 'manual' })).headers.get('location');
  expect(await to('/articles/some-id?q=some-id:5')).toBe('http://127.0.0.1:1/articles/some-id?q=some-id:5');
  expect(await to('/articles//evil.example/x')).toBe('http://127.0.0.1:1/articles//evil.example/x');
  expect(await to('//evil.example/articles/x')).toBe('http://127.0.0.1:1/articles/x');
});

test('the next free port is taken', async () => {
  const second = await start(page.port);
  expect(second.port).toBeGreaterThan(page.port);
  await second.stop();
});

test('a page that is not built is named in one line', async () => {
  const article = async () => null;
  const reader = 'http://127.0.0.1:1';
  const introduction = () => ({ articles: [], starters: [], commands: [], names: [] });
  const missing = startPageServer({
    slack,
    introduction,
    article,
    reader,
    port: 0,
    folder: '/nowhere/at/all',
  });
  await expect(missing).rejects.toThrow('npm run build-page');
});
