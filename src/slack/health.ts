import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a supervisor asks: whether the process lives, and whether it takes questions. */
export interface Health {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Serves `/healthz` (200 as long as the process answers) and `/readyz` (200, or 503 while it starts
 * or stops) on 127.0.0.1. Rejects with one line where the port is taken.
 */
export async function startHealth(port: number, isReady: () => boolean): Promise<Health> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const known = pathname === '/healthz' || pathname === '/readyz';
    const fine = pathname === '/healthz' || isReady();
    response.writeHead(known ? (fine ? 200 : 503) : 404, { 'content-type': 'text/plain' });
    response.end(known ? (fine ? 'ok\n' : 'not ready\n') : 'not found\n');
  });
  await new Promise<void>((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      failed(taken ? new Error(`Port ${port} is taken: set ADMIN_PORT to a free one.`) : error);
    });
    server.listen(port, '127.0.0.1', done);
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
