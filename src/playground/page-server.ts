import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { perform, readAct } from './page-acts.ts';
import { type Introduction, pageState } from './page-state.ts';
import { Someone } from './person.ts';
import type { SimulatedSlack } from './simulated-slack.ts';

/** Where the built page lies. */
export const PAGE_FOLDER = fileURLToPath(new URL('../../dist/page/', import.meta.url));

const FILES: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { name: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { name: 'page.css', type: 'text/css; charset=utf-8' },
};

/** Nothing from elsewhere is loaded, run, framed or sent to. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const MOST_BODY_BYTES = 64 * 1024;
const PORTS_TRIED = 20;

export interface PageServerOptions {
  readonly slack: SimulatedSlack;
  readonly introduction: Introduction;
  /** The first port that is tried; the next free one is taken. 0: any. */
  readonly port: number;
  readonly folder?: string;
}

export interface PageServer {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Serves the playground's page on 127.0.0.1. Rejects where the page is not built or no port is
 * free. A page of another site can neither read nor act here: host and origin are checked.
 */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const { slack, introduction } = options;
  const { commands, shortcuts } = slack.granted;
  const files = await readFiles(options.folder ?? PAGE_FOLDER);
  const you = new Someone(slack);
  const streams = new Set<ServerResponse>();
  let origins: readonly string[] = [];
  const state = (): string =>
    `data: ${JSON.stringify(pageState(slack.workspace, introduction, shortcuts, you.person))}\n\n`;

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const { host, origin } = request.headers;
    const known = origins.some((each) => each === `http://${host}`);
    if (!known || (origin !== undefined && !origins.includes(origin))) {
      response
        .writeHead(403, { 'content-type': 'text/plain' })
        .end('This address is for this computer only.');
      return;
    }
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && pathname === '/state') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(state());
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (request.method === 'POST' && pathname === '/act') {
      const trouble = await act(request);
      response.writeHead(trouble === null ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ trouble }));
      return;
    }
    const file = request.method === 'GET' ? files.get(pathname) : undefined;
    if (!file) response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
    else response.writeHead(200, { 'content-type': file.type }).end(file.bytes);
  };

  const act = async (request: IncomingMessage): Promise<string | null> => {
    if (request.headers['content-type'] !== 'application/json') return 'That was not understood.';
    const read = readAct(await readJson(request));
    return read ? perform(you, read, commands) : 'That was not understood.';
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  const port = await listen(server, options.port);
  origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];

  let scheduled = false;
  const unwatch = slack.workspace.watch(() => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      const next = state();
      for (const stream of streams) stream.write(next);
    });
  });
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      unwatch();
      for (const stream of streams) stream.end();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function readFiles(folder: string): Promise<Map<string, { bytes: Buffer; type: string }>> {
  const files = new Map<string, { bytes: Buffer; type: string }>();
  for (const [path, { name, type }] of Object.entries(FILES)) {
    const bytes = await readFile(join(folder, name)).catch(() => {
      throw new Error('The playground’s page is not built. Run: npm run build-page');
    });
    files.set(path, { bytes, type });
  }
  return files;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size > MOST_BODY_BYTES) return null;
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port - first === PORTS_TRIED) throw error;
    }
  }
}
