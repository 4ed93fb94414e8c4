import { beforeAll, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { startScript } from '../../scripts/torture/program.ts';
import { TESTS } from '../../scripts/torture/tests.ts';

beforeAll(() => ensureModel({ quiet: true }), 120_000);

test('every test of the table is there, and is named by --list', async () => {
  const names = TESTS.map(({ name }) => name);
  expect(names).toEqual([
    'load',
    'burst',
    'duplicates',
    'retry-only',
    'signatures',
    'crash',
    'drain',
    'index-write',
    'corruption',
    'socket-faults',
    'slack-faults',
    'store-outage',
    'many-processes',
    'markup',
    'injection',
    'input-size',
    'soak',
  ]);
  const { code, out } = await startScript('scripts/torture.ts', ['--list']).ended;
  expect(code).toBe(0);
  expect(out.split('\n').filter((line) => /^\S/.test(line))).toEqual(names);
}, 60_000);

test('a test that does not exist is wrong usage', async () => {
  const { code, error } = await startScript('scripts/torture.ts', ['nothing-like-it']).ended;
  expect(code).toBe(2);
  expect(error).toBe('torture: there is no test "nothing-like-it"; see --list\n');
}, 60_000);

/** What depends on the speed of the machine is judged where nothing else runs on it: `npm run torture`. */
const JUDGED_ALONE = new Set(['load', 'input-size']);

test.each(TESTS.map((each) => [each.name, each] as const))(
  'in short, the program holds: %s',
  async (name, { run }) => {
    const lines: string[] = [];
    const { pass, figures, notes = [] } = await run({ size: 'short', say: (line) => lines.push(line) });
    for (const note of notes) if (note.startsWith('NOT CHECKED')) console.warn(`${name}: ${note}`);
    if (JUDGED_ALONE.has(name)) {
      expect({ lost: figures.lost ?? 0, twice: figures.twice ?? 0 }).toEqual({ lost: 0, twice: 0 });
    } else expect({ pass, figures, notes, lines }).toMatchObject({ pass: true });
  },
  300_000,
);
