import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { EMPTY_MEMORY } from '../../src/answering/answer.ts';
import { openLiveLibrary, type SharedLibrary } from '../../src/answering/live-library.ts';
import { interactionBase, messageEvent, newId } from '../../src/playground/payloads.ts';
import { DIRECT, YOU } from '../../src/playground/workspace.ts';
import { shortHash } from '../../src/rendering/blocks-actions.ts';
import { type Libraries, workspaceLibraries } from '../../src/slack/libraries.ts';
import { type Many, startMany } from './many.ts';
import { eventually } from './pair.ts';
import { CORPUS } from './real-engine.ts';

const FERRY = `Ferry Line To Close

“Nobody asked the fishermen,” Dr. Amara Okafor, head of the harbour board, said on Monday.

The ferry line will stop in the autumn, its owner told the town council.

“We have waited long enough,” Okafor added.
`;
const QUESTION = 'who said nobody asked the fishermen?';

let folder: string;
let shared: SharedLibrary;
let libraries: Libraries;
let many: Many;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  folder = await mkdtemp(join(tmpdir(), 'workspaces-'));
  const model = { model: null, allowDownload: false, baseFolder: folder };
  shared = await openLiveLibrary({ corpus: CORPUS, index: join(folder, 'index'), model });
  libraries = workspaceLibraries(shared, join(folder, 'workspaces'));
  many = await startMany(libraries);
  for (const team of ['T1', 'T2']) await many.install(team);
}, 120_000);
afterAll(async () => {
  await many.stop();
  await libraries.close();
  await shared.close();
  await rm(folder, { recursive: true, force: true });
});

async function share(team: string, name: string, text: string): Promise<string> {
  const { workspace } = many.slack;
  const before = many.posted(team).length;
  const file = { id: newId('F'), name, mimetype: 'text/plain', bytes: new TextEncoder().encode(text) };
  const message = workspace.add({ channel: DIRECT, user: 'U0YOU', text: '', files: [file] });
  const channel = workspace.channels.get(DIRECT);
  if (!channel) throw new Error('there are no direct messages');
  await many.event(team, messageEvent(message, channel, many.slack.address()));
  return eventually(() => many.posted(team)[before], `what became of ${name}`);
}

async function answer(team: string, question: string): Promise<string> {
  const before = many.posted(team).length;
  await many.ask(team, question);
  return eventually(() => many.posted(team)[before], `the answer for ${team}`);
}

const folders = () => readdir(join(folder, 'workspaces')).catch(() => []);

test('what a workspace adds is answered there and nowhere else, however it is asked for', async () => {
  expect(await answer('T1', 'who said Syria is static?')).toContain('Eyal Zisser');
  expect(await folders()).toEqual([]);
  expect(await share('T1', 'ferry.txt', FERRY)).toContain('Added “Ferry Line To Close”: 3 paragraphs');
  expect(await answer('T1', QUESTION)).toContain('Amara Okafor');
  expect(await answer('T1', 'who said Syria is static?')).toContain('Eyal Zisser');
  expect(await answer('T2', 'who said Syria is static?')).toContain('Eyal Zisser');
  expect(await answer('T2', QUESTION)).not.toContain('Okafor');
  expect(await answer('T2', 'quotes Okafor')).not.toContain('fishermen');
  expect(await answer('T2', 'sources')).not.toContain('Okafor');

  const own = await libraries.of('T1');
  const other = await libraries.of('T2');
  const id = (await own.engine.articles()).find(({ title }) => title === 'Ferry Line To Close')?.id ?? '';
  expect(await own.engine.open(id)).not.toBeNull();
  expect(await other.engine.open(id)).toBeNull();
  expect(await shared.engine.open(id)).toBeNull();
  const forged = { articleId: id, memory: { ...EMPTY_MEMORY, articleId: id } };
  const { answer: crossed } = await other.engine.answer(QUESTION, forged);
  expect(crossed.citations).toEqual([]);
  expect(crossed.nearest).toEqual([]);
});

test('a button that carries another workspace’s article opens nothing', async () => {
  const { engine } = await libraries.of('T1');
  const id = (await engine.articles()).find(({ title }) => title === 'Ferry Line To Close')?.id ?? '';
  const article = (await engine.open(id))?.article;
  if (!article) throw new Error('the article is not there');
  const value = JSON.stringify({ a: id, h: shortHash(article), s: [[24, 40]] });
  const press = async (team: string) => {
    const occasion = { person: YOU, channel: many.slack.workspace.directWith(YOU.id), message: null };
    const trigger = many.slack.triggers.issue(YOU);
    const pressed = {
      ...interactionBase('block_actions', { person: YOU, triggerId: trigger }),
      team: { id: team, domain: 'x' },
      container: { type: 'message', message_ts: '1.1', channel_id: DIRECT, is_ephemeral: true },
      channel: { id: DIRECT, name: 'directmessage' },
      response_url: many.slack.responseUrls.give(many.slack.address(), occasion),
      actions: [{ type: 'button', action_id: 'context', block_id: 'b', value }],
    };
    await many.delivery.send({ type: 'interactive', payload: pressed });
  };
  const windows = () => many.slack.workspace.windows.get(YOU.id)?.length ?? 0;
  await press('T1');
  await eventually(() => windows() === 1, 'the context in its own workspace');
  await press('T2');
  const told = () => many.slack.workspace.messages.find(({ text }) => text.includes('has changed since'));
  await eventually(told, 'that there is nothing to open');
  expect(windows()).toBe(1);
});

test('both may add the same article, and one that uninstalls takes only its own away', async () => {
  expect(await share('T1', 'ferry.txt', FERRY)).toContain('there already');
  expect(await share('T2', 'ferry.txt', FERRY)).toContain('Added');
  expect((await folders()).toSorted()).toEqual(['T1', 'T2']);
  await many.event('T2', { type: 'app_uninstalled', event_ts: '1.1' });
  await eventually(async () => (await folders()).length === 1, 'the folder to go');
  expect(await folders()).toEqual(['T1']);
  expect(await answer('T1', QUESTION)).toContain('Amara Okafor');
  expect(await (await libraries.of('T2')).engine.articles()).toEqual(await shared.engine.articles());
});

test('an article that is refused leaves no folder, and an id that is none becomes no path', async () => {
  await many.install('T3');
  expect(await share('T3', 'empty.txt', '')).toContain('holds no article');
  expect(await folders()).not.toContain('T3');
  await expect(libraries.of('../T1')).rejects.toThrow('no id of a workspace');
  await expect(libraries.remove('..')).rejects.toThrow('no id of a workspace');
});

test('articles outlive the process', async () => {
  const again = workspaceLibraries(shared, join(folder, 'workspaces'));
  const titles = (await (await again.of('T1')).engine.articles()).map(({ title }) => title);
  expect(titles).toContain('Ferry Line To Close');
  await again.close();
});
