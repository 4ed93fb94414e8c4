import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Standard output as JSON Lines. */
  readonly json: readonly Record<string, unknown>[];
}

/** Those that npm runs bundled. */
const BUNDLED = new Set(['ask', 'quotes', 'build-index', 'add-article']);

/** Runs one of the project's commands as npm does for a person who stands in `folder`. */
export async function command(
  name: string,
  args: readonly string[],
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const { PATH, HOME } = process.env;
  const from = BUNDLED.has(name) ? ['scripts/run.mjs', name] : ['--import', 'tsx', `scripts/${name}.ts`];
  const child = spawn(process.execPath, [...from, ...args], {
    cwd: PROJECT,
    env: { PATH, HOME, INIT_CWD: folder, DOTENV_CONFIG_PATH: '/nowhere/.env', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const [code] = await once(child, 'close');
  expect(stderr).not.toMatch(/^\s+at /m);
  return {
    code,
    stdout,
    stderr,
    get json() {
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    },
  };
}

/** The lines of standard error. */
export const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
