import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { folderAdder } from '../../src/answering/folder-adder.ts';
import { type LiveLibrary, openLiveLibrary } from '../../src/answering/live-library.ts';
import { isPrivate } from '../../src/article/fetch-page.ts';
import { NEWS } from '../../src/playground/workspace.ts';
import { aWhile, eventually, type Mode, type Pair, startPair } from './pair.ts';
import { CORPUS } from './real-engine.ts';

const BODY = [
  '“The channel is silted up, and it will stay so,” Dr. Amara Okafor, head of the harbour board, told the Courier on Monday evening after a meeting of four hours.',
  'Ships of the ferry line have been running half empty since March, according to the line, which blames the shallow water and a lack of pilots.',
  '“Nobody asked the fishermen,” Okafor said. “They would have told us what the current does to the sand in the autumn, when the wind turns to the north.”',
  'The town had set aside two million for the work. The money stays in the budget, its treasurer said, but only until the end of the year.',
];
const HTML = `<html><head><meta property="og:title" content="Harbour Dredging Delayed"></head><body><article>
  ${BODY.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

const TEASER = `<html><head><meta property="og:title" content="Harbour Dredging Delayed"></head><body><article>
  <p>${BODY[0]}</p><p>Subscribe to continue reading this article.</p></article></body></html>`;

let folder: string;
let library: LiveLibrary;
let web: Server;
let address: string;
let pair: Pair;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  folder = await mkdtemp(join(tmpdir(), 'adding-'));
  await cp(CORPUS, join(folder, 'corpus'), { recursive: true });
  const model = { model: null, allowDownload: false, baseFolder: folder };
  library = await openLiveLibrary({ corpus: join(folder, 'corpus'), index: join(folder, 'index'), model });
  web = createServer(({ url }, response) => {
    const send = (body: string, type = 'text/html'): unknown =>
      response.writeHead(200, { 'content-type': type }).end(body);
    if (url === '/inside') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    else if (url === '/teaser') send(TEASER);
    else if (url === '/report.pdf') send('%PDF', 'application/pdf');
    else if (url === '/huge') send(`<p>${'a'.repeat(11 * 1024 * 1024)}</p>`);
    else send(url?.startsWith('/article') ? HTML : '<html><body><p>Nothing here.</p></body></html>');
  });
  await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
}, 120_000);
afterEach(() => pair.stop());
afterAll(async () => {
  web.close();
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(mode: Mode, allowed = true): Promise<void> {
  const isAllowed = (ip: string) => ip === '127.0.0.1' || !isPrivate(ip);
  const adder = folderAdder(join(folder, 'corpus'), library, { isAllowed });
  pair = await startPair(library.engine, mode, { adder, mayAdd: () => allowed });
}
const files = () => readdir(join(folder, 'corpus'));
const seen = (words: string) => eventually(() => pair.said().find(({ text }) => text.includes(words)), words);

describe.each<Mode>(['socket', 'http'])('by %s', (mode) => {
  test('a page is added by its address, and asked about at once', async () => {
    await start(mode);
    await pair.you.command('/article', `add ${address}/article-${mode}`);
    const added = await seen('Added “Harbour Dredging Delayed”');
    expect(added.onlyFor).toBeNull();
    expect(added.text).toMatch(/: 4 paragraphs, \d+ quotations by \d+ speakers?\.$/);
    pair.you.tell('who said nobody asked the fishermen?');
    expect((await seen('Nobody asked the fishermen')).text).toContain('Amara Okafor');
  });

  test('a shared file is added, and told about in its thread', async () => {
    await start(mode);
    const text = `Ferry Line To Close (${mode})\n\n${BODY.join('\n\n')}`;
    const shared = pair.you.share('ferry.txt', text);
    const told = await seen('Added “Ferry Line To Close');
    expect(told.thread).toBe(shared.ts);
    pair.you.share('again.txt', text);
    await seen('there already');
    pair.you.share('ferry.pdf', '%PDF', { mimetype: 'application/pdf' });
    await seen('ferry.pdf is no text, Markdown or HTML file.');
  });

  test('a file shared in a channel with a mention is added in its thread, and what was asked with it is answered', async () => {
    await start(mode);
    const share = (name: string, content: string, typed: string) =>
      pair.you.share(name, content, { channel: NEWS, typed });
    const pier = HTML.replace('Harbour Dredging Delayed', `Pier (${mode}) Rebuilt`);
    const shared = share('pier.html', pier, '@whosaid please add this');
    const told = await seen(`Added “Pier (${mode}) Rebuilt”: 4 paragraphs`);
    expect(told).toMatchObject({ channel: NEWS, thread: shared.ts });
    const market = `---\ntitle: Market (${mode}) Moved\n---\n\n${BODY.slice(1).join('\n\n')}\n`;
    const asked = share('market.md', market, '@whosaid who said nobody asked the fishermen?');
    await seen(`Added “Market (${mode}) Moved”`);
    expect((await seen('Amara Okafor')).thread).toBe(asked.ts);
    share('photo.png', 'PNG', '@whosaid');
    await seen('photo.png is no text, Markdown or HTML file.');
    share('other.txt', 'A Title\n\nText.', 'lunch?');
    await aWhile();
    expect(pair.said()).toHaveLength(4);
  });

  test('what is no article, a teaser, what is too large, a private address, a way into one and somebody without leave are refused, and nothing is stored', async () => {
    await start(mode);
    const before = await files();
    await pair.you.command('/article', `add ${address}/other`);
    await seen('There is no article on that page');
    await pair.you.command('/article', 'add http://169.254.169.254/latest');
    await seen('not on the public web');
    await pair.you.command('/article', `add ${address}/inside`);
    await eventually(
      () => pair.said().filter(({ text }) => text.includes('not on the public web')).length === 2,
      'the redirect',
    );
    await pair.you.command('/article', `add ${address}/teaser`);
    await seen('asks for a subscription');
    await pair.you.command('/article', `add ${address}/report.pdf`);
    await seen('not a web page');
    await pair.you.command('/article', `add ${address}/huge`);
    await seen('too large');
    pair.you.share('empty.txt', '');
    await seen('empty.txt holds no article');
    expect(await files()).toEqual(before);
    await pair.stop();
    await start(mode, false);
    await pair.you.command('/article', `add ${address}/article-again`);
    await seen('not allowed to you');
    pair.you.share('ferry.txt', 'A Title\n\nText.');
    await eventually(
      () => pair.said().filter(({ text }) => text.includes('not allowed')).length === 2,
      'both',
    );
    expect(await files()).toEqual(before);
  });
});

test('while an article is added, questions are answered', async () => {
  await start('socket');
  pair.you.share('busy.txt', `Busy Harbour\n\n${BODY.join('\n\n')}`);
  const questions = Array.from({ length: 10 }, (_, n) => `C0BUSY${n}`);
  for (const id of questions) {
    pair.slack.workspace.addChannel({ id, name: id });
    pair.you.say('@whosaid who said Syria is static?', { channel: id });
  }
  await seen('Added “Busy Harbour”');
  await eventually(() => questions.every((channel) => pair.said({ channel }).length === 1), 'all answers');
  for (const channel of questions) expect(pair.said({ channel })[0]?.text).toContain('Zisser');
});
