import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { READER_ROOT } from '../rendering/reader-link.ts';
import { type Packed, readAssets } from './assets.ts';
import { CONTENT_SECURITY_POLICY } from './document.ts';
import { type ReaderLibrary, type ReaderPage, ReaderPages } from './reader-pages.ts';

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  vary: 'accept-encoding',
};
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]', '::1'];
/** Stands for the server's own, whatever that is: only what comes behind it is read. */
const ORIGIN = 'http://reader';
/** One packet holds less than this: packing gains nothing. */
const WORTH_PACKING = 1_400;

export interface ReaderOptions {
  readonly library: ReaderLibrary;
  /** 0: any. */
  readonly port: number;
  /** Address to listen on; 127.0.0.1, if not given. */
  readonly host?: string;
  /** By which address people reach it, where that is another one. */
  readonly url?: string | null;
  /** Where the built pages lie. */
  readonly folder?: string;
}

export interface RunningReader {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves the articles of a library, to be read and nothing else: `/articles`, `/articles/ID`, with
 * `?q=<quotation id>` and `#p20`. Rejects with one line where the port is taken or the pages are not
 * built. What is added in a workspace of its own is not served: whoever reaches it sees all it has.
 */
export async function startReader(options: ReaderOptions): Promise<RunningReader> {
  const { library, port, host = '127.0.0.1', url = null } = options;
  const assets = await readAssets(options.folder);
  const pages = new ReaderPages(library, assets);
  const mayAsk = hostCheck(host, url);

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (!mayAsk(request.headers.host)) return sendText(response, 403, 'This address is not the reader’s.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      return sendText(response, 405, 'Articles can only be read here.');
    }
    const address = request.url ?? '/';
    if (!URL.canParse(address, ORIGIN)) return sendText(response, 400, 'That is no address.');
    const { pathname, searchParams } = new URL(address, ORIGIN);
    const file = assets.files.get(pathname);
    if (file) {
      response.setHeader('cache-control', 'public, max-age=31536000, immutable');
      return send(request, response, 200, file);
    }
    if (pathname === '/') {
      response.setHeader('location', READER_ROOT);
      return sendText(response, 302, 'The articles are at /articles.');
    }
    const page = await pageAt(pages, pathname, searchParams);
    response.setHeader('cache-control', 'no-cache');
    if (page.tag !== null) response.setHeader('etag', page.tag);
    if (page.tag !== null && request.headers['if-none-match'] === page.tag) {
      response.writeHead(304).end();
      return;
    }
    return send(request, response, page.status, page.body);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'The page cannot be shown.');
    });
  });
  await listen(server, port, host);
  const { port: own } = server.address() as AddressInfo;
  return {
    port: own,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${own}${READER_ROOT}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function pageAt(pages: ReaderPages, path: string, query: URLSearchParams): Promise<ReaderPage> {
  if (path === READER_ROOT || path === `${READER_ROOT}/`) {
    return pages.index(query.get('find') ?? '', Math.trunc(Number(query.get('page'))) || 1);
  }
  const id = path.startsWith(`${READER_ROOT}/`) ? decoded(path.slice(READER_ROOT.length + 1)) : null;
  return id === null ? pages.nothingHere() : pages.article(id, query.get('q'));
}

/** null where the escapes are none. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/**
 * Whether a request may be meant for this server. A page of another site can give its own name this
 * machine's address and then read here: on 127.0.0.1 only this machine's names are answered.
 */
function hostCheck(host: string, url: string | null): (asked: string | undefined) => boolean {
  if (!LOOPBACK.includes(host)) return () => true;
  const known = [...LOOPBACK, ...(url === null ? [] : [new URL(url).hostname])];
  return (asked) => {
    const address = `http://${asked ?? ''}`;
    return URL.canParse(address) && known.includes(new URL(address).hostname);
  };
}

function send(request: IncomingMessage, response: ServerResponse, status: number, body: Packed): void {
  const accepts = /\bgzip\b/u.test(String(request.headers['accept-encoding'] ?? ''));
  const bytes = accepts && body.plain.length > WORTH_PACKING ? body.packed : body.plain;
  if (bytes === body.packed) response.setHeader('content-encoding', 'gzip');
  response.writeHead(status, { 'content-type': body.type, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        failed(new Error(`Port ${port} is taken: set READER_PORT to a free one.`));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        failed(new Error(`READER_HOST is "${host}", which is no address of this machine.`));
      } else failed(error);
    });
    server.listen(port, host, done);
  });
}
