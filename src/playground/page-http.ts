import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

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

const FILES: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  '/': { name: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { name: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { name: 'page.css', type: 'text/css; charset=utf-8' },
};

const PORTS_TRIED = 20;

/** A file of the built page. */
export interface PageFile {
  readonly bytes: Buffer;
  readonly type: string;
}

/** The files of the built page by their path. Rejects where it is not built. */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const [path, { name, type }] of Object.entries(FILES)) {
    const bytes = await readFile(join(folder, name)).catch(() => {
      throw new Error('The playground’s page is not built. Run: npm run build-page');
    });
    files.set(path, { bytes, type });
  }
  return files;
}

/** The headers of every answer: a policy that lets nothing in from elsewhere. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/** Whether a request comes from a page of this server: a page of another site can neither read nor act here. */
export function isOwnPage({ headers }: IncomingMessage, port: number): boolean {
  const { host, origin } = headers;
  const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return origins.includes(`http://${host}`) && (origin === undefined || origins.includes(origin));
}

/** The body of a request; null where it is larger than that. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk as Uint8Array);
    size += bytes.length;
    if (size <= mostBytes) chunks.push(bytes);
  }
  return size > mostBytes ? null : Buffer.concat(chunks);
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** Listens on 127.0.0.1, on that port or the next free one; 0: any. Rejects where none is free. */
export async function listen(server: Server, first: number): Promise<number> {
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
