import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { fetchPage, isPrivate } from '../../src/article/fetch-page.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((done) => started.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

/** This one machine is let through, to have something to read; everything else that is private is not. */
const isAllowed = (ip: string) => ip === '127.0.0.1' || !isPrivate(ip);
const read = (url: string) => fetchPage(url, { isAllowed });

test('a page is read in its own encoding, behind its redirects', async () => {
  const base = await serve((request, response) => {
    if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
    else
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(Buffer.from('caf\xe9', 'latin1'));
  });
  expect(await read(`${base}/old`)).toEqual({ url: `${base}/new`, kind: 'html', text: 'café' });
});

test.each([
  'http://127.0.0.1:1/',
  'http://localhost:8080/',
  'http://[::1]:1/',
  'http://[::ffff:10.0.0.1]/',
  'http://10.1.2.3/',
  'http://192.168.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://0/',
])('an address that is not on the public web is not read: %s', async (url) => {
  await expect(fetchPage(url)).rejects.toThrow('not on the public web');
});

test.each([
  ['http://127.0.0.2:1/', 'not on the public web'],
  ['http://localhost.localdomain.invalid/', 'cannot be reached'],
  ['file:///etc/passwd', 'not a web address'],
  ['http://u:p@127.0.0.1/', 'name and a password'],
])('a redirect to %s ends there', async (location, words) => {
  const base = await serve((_, response) => response.writeHead(301, { location }).end());
  await expect(read(base)).rejects.toThrow(words);
});

test('redirects without end, errors, other types and nonsense are each named', async () => {
  const base = await serve((request, response) => {
    const path = request.url ?? '';
    if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (path === '/gone') response.writeHead(410).end();
    else if (path === '/cut')
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '9' }).destroy();
    else response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF');
  });
  await expect(read(`${base}/loop`)).rejects.toThrow('without end');
  await expect(read(`${base}/gone`)).rejects.toThrow('410');
  await expect(read(`${base}/file.pdf`)).rejects.toThrow('not a web page');
  await expect(read(`${base}/cut`)).rejects.toThrow('cannot be reached');
  await expect(read('no address at all')).rejects.toThrow('not a web address');
});

test('a page that is too large is not read to its end, however small it was sent', async () => {
  const base = await serve((_, response) => {
    const body = gzipSync(Buffer.alloc(40 * 1024 * 1024, 'a'));
    response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(body);
  });
  await expect(read(base)).rejects.toThrow('too large');
});

test.each([
  ['8.8.8.8', false],
  ['2606:4700::1111', false],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['100.64.0.1', true],
  ['::1', true],
  ['::', true],
  ['::ffff:127.0.0.1', true],
  ['::ffff:8.8.8.8', false],
  ['fd00::1', true],
  ['fe80::1', true],
  ['255.255.255.255', true],
])('%s is private: %j', (ip, expected) => expect(isPrivate(ip)).toBe(expected));

test('an answer that is of no use is not waited for', async () => {
  const base = await serve((request, response) => {
    const missing = request.url === '/missing';
    response.writeHead(missing ? 404 : 200, { 'content-type': missing ? 'text/html' : 'application/pdf' });
    response.write('x'.repeat(3_000_000));
  });
  await expect(read(`${base}/missing`)).rejects.toThrow('its server answers 404');
  await expect(read(`${base}/file`)).rejects.toThrow('not a web page');
});
