import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

/** What a supervisor asks: whether the process lives, and whether it takes questions. */
export interface Health {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Serves `/healthz` (200 as long as the process answers), `/readyz` (200, or 503 while it starts or
 * stops) and `/metrics` (Prometheus). Rejects with one line where the port is taken.
 */
export async function startHealth(
  { port, host = '127.0.0.1' }: { readonly port: number; readonly host?: string },
  isReady: () => boolean,
  metrics: Pick<Metrics, 'text'>,
): Promise<Health> {
  const server = createServer((request, response) => {
    serve(request.url ?? '/', response, isReady, metrics).catch(() => response.destroy());
  });
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      failed(taken ? new Error(`Port ${port} is taken: set ADMIN_PORT to a free one.`) : error);
    });
    server.listen(port, host, done);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };

async function serve(
  url: string,
  response: ServerResponse,
  isReady: () => boolean,
  metrics: Pick<Metrics, 'text'>,
): Promise<void> {
  const { pathname } = new URL(url, 'http://localhost');
  switch (pathname) {
    case '/healthz':
      response.writeHead(200, PLAIN).end('ok\n');
      return;
    case '/readyz':
      if (isReady()) response.writeHead(200, PLAIN).end('ok\n');
      else response.writeHead(503, PLAIN).end('not ready\n');
      return;
    case '/metrics': {
      const text = await metrics.text();
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
      return;
    }
    default:
      response.writeHead(404, PLAIN).end('not found\n');
  }
}
