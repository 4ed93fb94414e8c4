import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addArticle } from '../../scripts/add-article.ts';
import { readArticle } from '../../src/article/read.ts';
import { command, lines } from './commands.ts';

const HARBOUR = 'Harbour to stay shut\n\n“The harbour stays shut,” Mara Quell said.\n\nIce covers it.\n';
const SENTENCE = 'The harbour has been covered by thick ice since the second week of January this year. ';
const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>Ice – Tolm Courier</title>
<meta property="og:site_name" content="Tolm Courier"><meta property="og:title" content="Ice shuts the harbour">
<meta name="author" content="Ann Lee"></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Ice shuts the harbour</h1><p>“The harbour stays shut until spring,” harbour master Mara Quell said on Monday.</p>
${`<p>${SENTENCE.repeat(3)}</p>`.repeat(6)}<script>alert("x")</script></article><footer>Imprint</footer></body></html>`;

let home: string;
let corpus: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'whosaid-add-'));
  corpus = join(home, 'corpus');
  await mkdir(corpus);
});
afterEach(() => rm(home, { recursive: true, force: true }));

const add = (source: string, replace = false) =>
  addArticle(source, { corpus, replace, fetching: { isAllowed: () => true } });

async function put(name: string, text: string | Uint8Array): Promise<string> {
  await writeFile(join(home, name), text);
  return join(home, name);
}

describe('a text file', () => {
  test('is copied as it is under its own name, and counted', async () => {
    const file = await put('harbour.txt', `\uFEFF${HARBOUR}`);
    expect(await add(file)).toEqual({
      id: 'harbour',
      title: 'Harbour to stay shut',
      paragraphs: 2,
      quotations: 1,
      speakers: 1,
      replaced: false,
    });
    expect(await readFile(join(corpus, 'harbour.txt'), 'utf8')).toBe(HARBOUR);
  });

  test('with the id of another is refused, and takes its place when asked to', async () => {
    await add(await put('harbour.txt', HARBOUR));
    const other = await put('other.md', '---\nid: harbour\ntitle: Other\n---\n\nAll is well.\n');
    await expect(add(other)).rejects.toThrow(/id "harbour" is there already \(harbour\.txt\); add --replace/);
    expect(await readFile(join(corpus, 'harbour.txt'), 'utf8')).toBe(HARBOUR);
    expect(await add(other, true)).toMatchObject({ id: 'harbour', title: 'Other', replaced: true });
    expect(await readdir(corpus)).toEqual(['other.md']);
  });

  test('never overwrites a file of the same name with another article, replacing or not', async () => {
    await add(await put('a.md', '---\nid: one\ntitle: One\n---\n\nFirst.\n'));
    const second = await put('a.md', '---\nid: two\ntitle: Two\n---\n\nSecond.\n');
    for (const replace of [false, true]) {
      await expect(add(second, replace)).rejects.toThrow(/another file named a\.md; give yours another name/);
    }
    expect((await readArticle(join(corpus, 'a.md'))).id).toBe('one');
  });

  test.each([
    ['empty.txt', ''],
    ['untitled.md', 'No heading.\n'],
    ['latin.txt', Buffer.from('Caf\xe9\n\nText', 'latin1')],
    ['picture.png', 'PNG'],
  ])('that is no article is not stored: %s', async (name, text) => {
    await expect(add(await put(name, text))).rejects.toThrow(name);
    expect(await readdir(corpus)).toEqual([]);
  });

  test.each(['nowhere.txt', 'nowhere.html'])('that is not there is named: %s', async (name) => {
    await expect(add(join(home, name))).rejects.toThrow(`${name}: there is no such file`);
  });
});

describe('a saved page', () => {
  test('becomes Markdown with the article and nothing around it', async () => {
    expect(await add(await put('saved.html', PAGE))).toMatchObject({
      paragraphs: 7,
      quotations: 1,
      speakers: 1,
    });
    const [name = ''] = await readdir(corpus);
    const article = await readArticle(join(corpus, name));
    expect(article).toMatchObject({
      title: 'Ice shuts the harbour',
      outlet: 'Tolm Courier',
      author: 'Ann Lee',
      url: null,
    });
    expect(name).toBe(`${article.id}.md`);
    expect(article.text).not.toMatch(/Imprint|Home|alert|</);
  });

  test('without an article is refused in one sentence', async () => {
    const file = await put('links.html', '<html><body><a href="/">Home</a><p>Cookies?</p></body></html>');
    await expect(add(file)).rejects.toThrow(/^[^\n]+$/);
    expect(await readdir(corpus)).toEqual([]);
  });
});

describe('an address', () => {
  let server: Server;
  let base: string;

  beforeEach(async () => {
    const html = { 'content-type': 'text/html' };
    server = createServer((request, response) => {
      if (request.url === '/ice') response.writeHead(200, html).end(PAGE);
      else if (request.url === '/old') response.writeHead(302, { location: '/ice' }).end();
      else if (request.url === '/feed') {
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      } else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  test('is read, also behind a redirect, and keeps its address', async () => {
    await add(`${base}/old`);
    const [name = ''] = await readdir(corpus);
    expect((await readArticle(join(corpus, name))).url).toBe(`${base}/ice`);
    await expect(add(`${base}/ice`)).rejects.toThrow(/add --replace/);
    expect(await add(`${base}/ice`, true)).toMatchObject({ replaced: true });
  });

  test.each(['/feed', '/nowhere'])('that leads to no page is refused: %s', async (path) => {
    await expect(add(`${base}${path}`)).rejects.toThrow(/^[^\n]+$/);
    expect(await readdir(corpus)).toEqual([]);
  });

  test('of this machine or no web address is not read', async () => {
    const local = base.replace('127.0.0.1', 'localhost');
    const addresses = [
      `${base}/ice`,
      `${local}/ice`,
      'http://[::1]/',
      'http://169.254.169.254/',
      'ftp://a.example/',
    ];
    for (const address of addresses) {
      await expect(addArticle(address, { corpus, replace: true })).rejects.toThrow(/public web|web address/);
    }
    expect(await readdir(corpus)).toEqual([]);
  });
});

describe('the command', () => {
  test('adds relative to where the person stands, and says in one line what there is', async () => {
    await put('harbour.txt', HARBOUR);
    const first = await command('add-article', ['--corpus', 'corpus', 'harbour.txt'], home);
    expect(first).toMatchObject({
      code: 0,
      stdout: 'Added harbour: 2 paragraphs, 1 quotation, 1 speaker\n',
      stderr: '',
    });
    const again = await command('add-article', ['--corpus', 'corpus', 'harbour.txt'], home);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(lines(again.stderr)).toEqual([
      expect.stringMatching(/^add-article: harbour\.txt: an article with the id "harbour" is there already/),
    ]);
    const replacing = ['--corpus', 'corpus', '--json', '--replace', 'harbour.txt'];
    expect((await command('add-article', replacing, home)).json).toEqual([
      {
        id: 'harbour',
        title: 'Harbour to stay shut',
        paragraphs: 2,
        quotations: 1,
        speakers: 1,
        replaced: true,
      },
    ]);
  });

  test('wants one source, and explains itself', async () => {
    expect((await command('add-article', ['a.txt', 'b.txt'], home)).code).toBe(2);
    expect((await command('add-article', ['--help'], home)).stdout).toContain('FILE|URL');
  });
});
