import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process took from its start to the line that was waited for. */
export interface ProcessRun {
  readonly millis: number;
  /** The most memory it held until then, in bytes; not a number where the system does not tell. */
  readonly peakBytes: number;
}

export interface ProcessOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The run ends with the first standard output that matches. */
  readonly until: RegExp;
}

/** Starts Node with these arguments and ends it when it has said what is waited for. Rejects where it ends before. */
export function runUntil({ args, env = {}, until }: ProcessOptions): Promise<ProcessRun> {
  const from = performance.now();
  // By env(1), which becomes the process: the settings are added to what this one has.
  const settings = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const child = spawn('env', [...settings, process.execPath, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    let complained = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complained += chunk.toString('utf8');
    });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (!until.test(said)) return;
      child.stdout.removeAllListeners('data');
      const run = { millis: performance.now() - from, peakBytes: peakOf(child.pid) };
      child.removeAllListeners('close');
      child.once('close', () => resolve(run));
      child.kill('SIGKILL');
    });
    child.once('close', (code) => {
      reject(new Error(`${args.at(-1)} ended with ${code} before it was done: ${complained.split('\n')[0]}`));
    });
  });
}

function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return Number.NaN;
  }
}
