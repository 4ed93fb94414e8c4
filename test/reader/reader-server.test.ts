import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensurePage } from '../../scripts/build-page.ts';
import { type RunningReader, startReader } from '../../src/reader/reader-server.ts';
import { readerUrl } from '../../src/rendering/reader-link.ts';
import { FERRY, ferry, libraryOf, stored } from './ferry.ts';
import { hostile } from './hostile.ts';

let reader: RunningReader;
let root: string;

beforeAll(async () => {
  await ensurePage({ quiet: true });
  reader = await startReader({ library: libraryOf(ferry, hostile), port: 0 });
  root = `http://127.0.0.1:${reader.port}`;
}, 120_000);
afterAll(() => reader.stop());

test('an article’s page holds its text without a script', async () => {
  const response = await fetch(`${root}/articles/ferry`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const html = await response.text();
  const text = html.slice(0, html.indexOf('id="data"')).replace(/<[^>]*>/g, '');
  expect(text).toContain('“We have carried empty cars through the winter,”');
  expect(text).toContain('The last boat leaves on 3 May at nine in the evening.');
  expect(html).toContain('id="p9"');
  expect(html).not.toContain('is-chosen');
});

test('the quotation that the address names is marked before any script runs', async () => {
  const [first] = ferry.quotations;
  const html = await (await fetch(`${root}/articles/ferry?q=${encodeURIComponent(first?.id ?? '')}`)).text();
  expect(html).toMatch(/class="said[^"]*is-chosen"[^>]*data-quotation="0"/);
  const other = await fetch(`${root}/articles/ferry?q=somewhere:1`);
  expect(other.status).toBe(200);
  expect(await other.text()).not.toContain('is-chosen');
});

test('the list has every article, is searched by words, and leads to each', async () => {
  const html = await (await fetch(reader.url)).text();
  expect(html).toContain('href="/articles/ferry"');
  expect(html).toContain('Amara Okafor');
  expect(html).toContain('2 articles');
  const one = await (await fetch(`${reader.url}?find=NIGHT+courier`)).text();
  expect(one).toContain('href="/articles/ferry"');
  expect(one).toContain('1 article');
  const none = await (await fetch(`${reader.url}?find=${encodeURIComponent('"><script>')}`)).text();
  expect(none).toContain('0 articles');
  expect(none).not.toContain('"><script>');
});

test('many articles come page by page', async () => {
  const many = Array.from({ length: 65 }, (_, index) => stored(`night-${index}.md`, FERRY));
  const large = await startReader({ library: libraryOf(...many), port: 0 });
  const at = async (query: string) => (await fetch(`${large.url}${query}`)).text();
  const [first, last] = [await at(''), await at('?page=99')];
  expect(first.match(/href="\/articles\/night-/g)).toHaveLength(30);
  expect(first).toContain('page 1 of 3');
  expect(first).toContain('href="/articles?page=2"');
  expect(last.match(/href="\/articles\/night-/g)).toHaveLength(5);
  expect(await at('?page=x')).toContain('page 1 of 3');
  await large.stop();
});

test('what is not there is said so', async () => {
  for (const path of ['/articles/nothing', '/articles/%E0%A4%A', '/elsewhere', '/articles/ferry/more']) {
    const response = await fetch(`${root}${path}`);
    expect(response.status, path).toBe(404);
    expect(await response.text()).toContain('href="/articles"');
  }
  expect((await fetch(`${root}/`)).url).toBe(`${root}/articles`);
});

test('what is no address is refused, and an odd one names an article all the same', async () => {
  expect((await rawBytes('//', {})).status).toBe(400);
  const odd = stored('odd.md', FERRY.replace('---\n', '---\nid: "50 % / ü?#\\ud800"\n'));
  const other = await startReader({ library: libraryOf(odd), port: 0 });
  const list = await (await fetch(other.url)).text();
  const path = /href="(\/articles\/[^"]+)"/.exec(list)?.[1] ?? '';
  expect(path).toBe('/articles/50%20%25%20%2F%20%C3%BC%3F%23%EF%BF%BD');
  await other.stop();
  expect(readerUrl('https://reader.example/', 'a b', { quotation: 'a b:1', paragraph: 2 })).toBe(
    'https://reader.example/articles/a%20b?q=a+b%3A1#p2',
  );
});

test('it is read only', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const response = await fetch(`${root}/articles/ferry`, { method });
    expect(response.status, method).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  }
  const head = await fetch(`${root}/articles/ferry`, { method: 'HEAD' });
  expect(head.status).toBe(200);
  expect(Number(head.headers.get('content-length'))).toBeGreaterThan(1_000);
  expect(await head.text()).toBe('');
});

test('nothing from elsewhere is allowed on a page, and no script but its own', async () => {
  for (const path of ['/articles', '/articles/ferry', '/articles/nothing', '/assets/reader.js']) {
    const { headers } = await fetch(`${root}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('hostile text stands in the page as text only', async () => {
  const html = await (await fetch(`${root}/articles/${encodeURIComponent(hostile.article.id)}`)).text();
  expect(html).toContain('&lt;/script&gt;&lt;script&gt;');
  expect(html.match(/<script/g)).toHaveLength(3);
  expect(html.match(/<\/script>/g)).toHaveLength(3);
  expect(html).not.toMatch(/<(?:img|b)\b|<!--(?! -->|\/?\$-->)/);
  expect(html).not.toMatch(/href="javascript:/);
});

test('a page that was read before is not sent again', async () => {
  const first = await fetch(`${root}/articles/ferry`);
  const tag = first.headers.get('etag') ?? '';
  const again = await fetch(`${root}/articles/ferry`, { headers: { 'if-none-match': tag } });
  expect(again.status).toBe(304);
  const changed = stored('ferry.md', FERRY.replace('3 May', '4 May'));
  const other = await startReader({ library: libraryOf(changed), port: 0 });
  const fresh = await fetch(`${other.url}/ferry`, { headers: { 'if-none-match': tag } });
  expect(await fresh.text()).toContain('4 May');
  await other.stop();
});

test('the script is packed, and below 84 KiB', async () => {
  const html = await (await fetch(`${root}/articles/ferry`)).text();
  const path = /\/assets\/reader\.js\?v=\w+/.exec(html)?.[0] ?? '';
  const bytes = await rawBytes(path, { 'accept-encoding': 'gzip' });
  expect(bytes.encoding).toBe('gzip');
  expect(bytes.length).toBeLessThan(84 * 1024);
  expect((await rawBytes(path, {})).encoding).toBeUndefined();
});

test('on this machine alone it answers to this machine’s names, and to the one it is known by', async () => {
  const status = async (host: string, port = reader.port) =>
    (await rawBytes('/articles', { host }, port)).status;
  expect(await status(`localhost:${reader.port}`)).toBe(200);
  expect(await status(`127.0.0.1:${reader.port}`)).toBe(200);
  expect(await status(`evil.example:${reader.port}`)).toBe(403);
  const known = await startReader({ library: libraryOf(ferry), port: 0, url: 'https://reader.example' });
  expect(await status('reader.example', known.port)).toBe(200);
  expect(await status('evil.example', known.port)).toBe(403);
  await known.stop();
});

test('a taken port and a wrong address are named in one line', async () => {
  const other = createServer();
  const port = await new Promise<number>((done) => {
    other.listen(0, '127.0.0.1', () => done((other.address() as AddressInfo).port));
  });
  const library = libraryOf(ferry);
  await expect(startReader({ library, port })).rejects.toThrow(
    `Port ${port} is taken: set READER_PORT to a free one.`,
  );
  other.close();
  await expect(startReader({ library, port: 0, host: '192.0.2.1' })).rejects.toThrow(
    'READER_HOST is "192.0.2.1", which is no address of this machine.',
  );
  await expect(startReader({ library, port: 0, folder: '/nowhere/' })).rejects.toThrow(
    'Run: npm run build-page',
  );
});

/** A request as it is, nothing unpacked and no header added. */
function rawBytes(path: string, headers: Record<string, string>, port = reader.port) {
  return new Promise<{ status: number | undefined; encoding: string | undefined; length: number }>(
    (done, failed) => {
      const sent = ask({ host: '127.0.0.1', port, path, headers }, (response) => {
        let length = 0;
        response.on('data', (chunk: Buffer) => {
          length += chunk.length;
        });
        response.on('end', () =>
          done({ status: response.statusCode, encoding: response.headers['content-encoding'], length }),
        );
      });
      sent.on('error', failed);
      sent.end();
    },
  );
}
