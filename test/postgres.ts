import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server that is there for one test file. */
export interface Cluster {
  /** The address of a new, empty database. */
  database(name: string): string;
  /** The port that it listens on, on 127.0.0.1. */
  readonly port: number;
  /** Ends it at once, as a crash would, and starts it again. */
  restart(): void;
  /** Ends it at once. */
  crash(): void;
  start(): void;
  /** Stops it and removes its files. */
  stop(): void;
}

/** Where Debian and others put the programs of the server. */
const FOLDERS = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt/postgresql@15'];

/** The folder of PostgreSQL's programs, newest first; null where there is none. */
function programs(): string | null {
  const versions = FOLDERS.flatMap((folder) => (existsSync(folder) ? [folder, ...versionsIn(folder)] : []));
  return versions.map((folder) => join(folder, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

function versionsIn(folder: string): string[] {
  const numbers = readdirSync(folder).filter((name) => /^\d+$/.test(name));
  return numbers.toSorted((a, b) => Number(b) - Number(a)).map((name) => join(folder, name));
}

function hasPgvector(bin: string): boolean {
  const { stdout } = spawnSync(join(bin, 'pg_config'), ['--sharedir'], { encoding: 'utf8' });
  const version = /\/(\d+)\/bin$/.exec(bin)?.[1] ?? '';
  const places = [stdout?.trim() ?? '', `/usr/share/postgresql/${version}`, join(bin, '../share')];
  return places.some((place) => place !== '' && existsSync(join(place, 'extension/vector.control')));
}

/** Whether a real PostgreSQL with pgvector is there. Where everything has to be checked, it must be. */
export function hasPostgres(): boolean {
  const bin = programs();
  if (bin !== null && hasPgvector(bin)) return true;
  const missing = bin === null ? 'PostgreSQL' : 'pgvector';
  if (process.env.CI === 'true') throw new Error(`${missing} is not installed: run .ci/install-postgres`);
  console.warn(`NOT CHECKED: ${missing} is not installed, nothing runs against a real PostgreSQL`);
  return false;
}

/** Starts a throw-away server; initdb refuses to be run by root, so it runs as postgres there. `more`: its settings, `-c name=value`. */
export async function startPostgres(more: readonly string[] = []): Promise<Cluster> {
  const bin = programs();
  if (bin === null) throw new Error('there is no PostgreSQL here');
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const run = (program: string, ...args: string[]): void => {
    const command = join(bin, program);
    const [first, ...rest] = asRoot
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', command]
      : [command];
    execFileSync(first as string, [...rest, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'whosaid', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c shared_buffers=256MB ${more.join(' ')}`;
  const start = (): void =>
    run('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', settings);
  const crash = (): void => run('pg_ctl', 'stop', '-w', '-D', data, '-m', 'immediate');
  start();
  return {
    port,
    database(name) {
      run('createdb', '-h', '127.0.0.1', '-p', String(port), '-U', 'whosaid', name);
      return `postgres://whosaid@127.0.0.1:${port}/${name}`;
    },
    restart() {
      crash();
      start();
    },
    crash,
    start,
    stop() {
      try {
        crash();
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
