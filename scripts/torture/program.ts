import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { VARIABLES } from '../../src/config.ts';
import { freezeProgram } from './frozen-program.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** A busy machine starts it in ten seconds; a large index that is not there yet takes as many minutes. */
const START_MILLIS = 20 * 60_000;

export type Settings = Readonly<Partial<Record<(typeof VARIABLES)[number], string>>>;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly error: string;
}

/** A command of the program in a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has written on standard output so far. */
  out(): string;
  error(): string;
}

const NOTHING_MORE = { flags: [], variables: [] };

let frozen: string | null = null;

/** What `npm start` gives to Node: garbage goes when half as much has come again, not only at four times. */
const FLAGS_OF_BOT = ['--heap-growing-percent=50'];
/** What docs/operating.md gives to the system's allocator: what was large and is free goes back to the system. */
const ALLOCATOR_OF_BOT = ['MALLOC_ARENA_MAX=2', 'MALLOC_MMAP_THRESHOLD_=131072'];

/** Starts a script of the project, as it was when the first one was started, with these settings and no others. */
export function startScript(
  script: string,
  args: readonly string[],
  settings: Settings = {},
  more: { readonly flags: readonly string[]; readonly variables: readonly string[] } = NOTHING_MORE,
): Running {
  frozen ??= freezeProgram(ROOT);
  const unset = VARIABLES.flatMap((name) => ['-u', name]);
  const set = [...more.variables, ...Object.entries(settings).map(([name, value]) => `${name}=${value}`)];
  const child = spawn(
    'env',
    [
      ...unset,
      'DOTENV_CONFIG_PATH=/nowhere/.env',
      ...set,
      process.execPath,
      ...more.flags,
      '--import',
      'tsx',
      resolve(frozen, script),
      ...args,
    ],
    { cwd: frozen, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let out = '';
  let error = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    error = `${error}${chunk}`.slice(-200_000);
  });
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    out,
    error,
  }));
  return { child, ended, out: () => out, error: () => error };
}

/** The bot, running. */
export interface Bot extends Running {
  /** The address of its health server. */
  readonly admin: string;
  /** Where it takes signed requests; null by Socket Mode. */
  readonly events: string | null;
  kill(): Promise<Ended>;
  /** Asks it to stop, and waits. */
  stop(): Promise<Ended>;
}

/** Starts the bot as `npm start` does; resolves when it is ready. */
export async function startBot(settings: Settings): Promise<Bot> {
  const always = { ADMIN_PORT: '0', PORT: '0', LOG_LEVEL: 'warn' };
  const more = { flags: FLAGS_OF_BOT, variables: ALLOCATOR_OF_BOT };
  const running = startScript('src/main.ts', [], { ...always, ...settings }, more);
  const { child, ended } = running;
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const latest = Date.now() + START_MILLIS;
  while (!running.out().includes('/readyz')) {
    if (over || Date.now() > latest) {
      child.kill('SIGKILL');
      const how = over ? `ended with ${child.exitCode ?? child.signalCode}` : 'took 20 minutes';
      const said = `${running.out()} ${running.error()}`.replace(/\s+/g, ' ').slice(-2_000);
      throw new Error(`the bot did not start, it ${how}: ${said}`);
    }
    await sleep(20);
  }
  const signalled = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return {
    ...running,
    admin: /http:\/\/127\.0\.0\.1:\d+(?=\/readyz)/.exec(running.out())?.[0] ?? '',
    events:
      /http:\/\/localhost:\d+\/slack\/events/.exec(running.out())?.[0]?.replace('localhost', '127.0.0.1') ??
      null,
    kill: () => signalled('SIGKILL'),
    stop: () => signalled('SIGTERM'),
  };
}

/** One value of the bot's metrics; the sum over its labels, 0 where it is not there. */
export async function metric(bot: Bot, name: string): Promise<number> {
  const text = await (await fetch(`${bot.admin}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}
