import pc from 'picocolors';
import { notice, readArguments, run, UsageError } from './command-line.ts';
import { TESTS } from './torture/tests.ts';
import type { Measured, Size, TortureTest } from './torture/torture-test.ts';

const HELP = `Ill-treats the running program and says whether it holds.

  npm run torture -- NAME …         runs these tests, each in seconds
  npm run torture -- NAME … --long  as long as docs/reliability.md asks for
  npm run torture -- --all [--long]
  npm run torture -- --list         names every test with its threshold

Each prints its figures, its threshold and "pass" or "fail". Exit 0: all passed, 1: one did not, 2: wrong usage.`;

async function main(): Promise<number> {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      list: { type: 'boolean' },
      all: { type: 'boolean' },
      long: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (values.list) {
    for (const { name, how, threshold } of TESTS) console.log(`${name}\n  ${how}\n  passes: ${threshold}`);
    return 0;
  }
  const names = values.all ? TESTS.map(({ name }) => name) : positionals;
  if (names.length === 0) throw new UsageError('name a test, or use --all or --list; see --help');
  const chosen = names.map((name) => {
    const test = TESTS.find((each) => each.name === name);
    if (!test) throw new UsageError(`there is no test "${name}"; see --list`);
    return test;
  });
  let failed = 0;
  for (const test of chosen) if (!(await passes(test, values.long ? 'long' : 'short'))) failed += 1;
  return failed === 0 ? 0 : 1;
}

async function passes(test: TortureTest, size: Size): Promise<boolean> {
  const begin = performance.now();
  const say = (line: string): void => notice(`${test.name}: ${line}`);
  const measured = await test.run({ size, say }).catch((error: unknown): Measured => {
    const message = error instanceof Error ? error.message : String(error);
    return { figures: {}, pass: false, notes: [message.split('\n')[0] ?? ''] };
  });
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(`${pc.bold(test.name)} (${size}, ${seconds} s)`);
  for (const [what, figure] of Object.entries(measured.figures)) console.log(`  ${what}: ${figure}`);
  for (const note of measured.notes ?? []) console.log(`  ${note}`);
  console.log(`  passes: ${test.threshold}`);
  console.log(`  ${measured.pass ? pc.green('pass') : pc.red('fail')}`);
  return measured.pass;
}

await run('torture', main);
