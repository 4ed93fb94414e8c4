import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { config as readDotEnv } from 'dotenv';
import pc from 'picocolors';
import { startFolder } from '../src/config.ts';

/** Wrong usage: exit 2. The message is one line. */
export class UsageError extends Error {}

/** Runs a command with the settings of .env: errors become one line on standard error and the exit code, never a stack trace. */
export async function run(name: string, command: () => Promise<number>): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough (head) closes the pipe: that is no failure.
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`${name}: the output cannot be written (${error.code ?? error.message})\n`);
    process.exit(1);
  });
  readDotEnv({ quiet: true });
  try {
    process.exitCode = await command();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    notice(`${name}: ${message.split('\n')[0]}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** `parseArgs` of Node, with its complaints as usage errors. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message.split('. ')[0]}; see --help`);
  }
}

/** A path as the person meant it who typed it: relative to where they stand. */
export function fromWhereTheyStand(path: string): string {
  return resolve(startFolder(), path);
}

/** How wide and how coloured standard output may be. */
export function terminalOptions(): { columns: number; colour: boolean } {
  return {
    columns: process.stdout.columns ?? 80,
    colour: pc.isColorSupported && Boolean(process.stdout.isTTY),
  };
}

/** A bar on standard error for work that takes over a second; silent where that is no terminal. */
export function progressBar(label: string): {
  onProgress: (done: number, total: number) => void;
  stop: () => void;
} {
  let bar: SingleBar | null = null;
  return {
    onProgress: (done, total) => {
      if (!process.stderr.isTTY || total < 2) return;
      if (!bar) {
        bar = new SingleBar({
          format: `${label} {bar} {value}/{total}`,
          stream: process.stderr,
          clearOnComplete: true,
        });
        bar.start(total, done);
      }
      bar.update(done);
    },
    stop: () => bar?.stop(),
  };
}

/** One line for the person, beside what programs read. What it quotes must not steer their terminal. */
export function notice(line: string): void {
  process.stderr.write(`${line.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, '\uFFFD')}\n`);
}
