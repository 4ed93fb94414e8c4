import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { askByCommand } from './ask.ts';
import { type Folders, folders, invented, nth, questionFor } from './library.ts';
import { startScript } from './program.ts';
import type { Measured, TortureTest } from './torture-test.ts';

const START = 10;
const EACH_TIME = 10;

export const indexWrite: TortureTest = {
  name: 'index-write',
  how: 'kill -9 at a random moment while the index is written, 100 times (short: once); a disk of 4 MB that runs full',
  threshold: 'the index can be opened each time and answers as it should; the full disk is named',
  async run({ size, say }) {
    const killing = await killed(size === 'long' ? 100 : 1, say);
    const disk = await fullDisk();
    return {
      figures: { ...killing.figures, ...disk.figures },
      pass: killing.pass && disk.pass,
      notes: [...(killing.notes ?? []), ...(disk.notes ?? [])],
    };
  },
};

const build = ({ corpus, index }: Folders) =>
  startScript('scripts/build-index.ts', ['--corpus', corpus, '--index', index]);

async function killed(kills: number, say: (line: string) => void): Promise<Measured> {
  const articles = invented(START + kills * EACH_TIME);
  const own = await folders(articles.slice(0, START));
  const wrong: string[] = [];
  let inTime = 0;
  try {
    await build(own).ended;
    for (let kill = 0; kill < kills; kill += 1) {
      const added = articles.slice(START + kill * EACH_TIME, START + (kill + 1) * EACH_TIME);
      for (const { file, text } of added) await writeFile(join(own.corpus, file), text);
      const { child, ended } = build(own);
      await sleep(700 + Math.random() * 2_000);
      child.kill('SIGKILL');
      if ((await ended).signal === 'SIGKILL') inTime += 1;
      const asked = nth(articles, kill % START);
      const said = await askByCommand(own, questionFor(asked));
      const opened = said.code === 0 && said.signal === null && !/damaged/u.test(said.error);
      const right = said.quotations[0]?.includes(asked.quote.slice(0, 20)) === true;
      if (!opened || !right)
        wrong.push(`kill ${kill + 1}: ${said.signal ?? said.code} ${said.error.split('\n')[0]}`);
      if (kill % 10 === 9) say(`${kill + 1} kills`);
    }
    return {
      figures: {
        'killed while it was writing': `${inTime} of ${kills}`,
        'could not be opened or answered wrongly': wrong.length,
      },
      pass: wrong.length === 0 && inTime > 0,
      notes: wrong,
    };
  } finally {
    await own.remove();
  }
}

async function fullDisk(): Promise<Measured> {
  const articles = invented(60);
  const own = await folders(articles.slice(0, 5));
  const disk = join(own.root, 'disk');
  await mkdir(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { stdio: 'pipe' });
  } catch {
    await own.remove();
    return { figures: {}, pass: true, notes: ['NOT CHECKED: a small disk cannot be mounted here'] };
  }
  const small = { ...own, index: join(disk, 'index') };
  try {
    const first = await build(small).ended;
    for (const { file, text } of articles.slice(5)) await writeFile(join(own.corpus, file), text);
    const full = await build(small).ended;
    for (const { file } of articles.slice(5)) await rm(join(own.corpus, file));
    const said = await askByCommand(small, questionFor(nth(articles, 0)));
    const named = full.code === 1 && /disk|space|ENOSPC/iu.test(full.error);
    return {
      figures: {
        'full disk': `exit ${full.code}: ${full.error.trim().split('\n').at(-1)}`,
        'after it': said.code === 0 && said.quotations.length > 0 ? 'answers as before' : `exit ${said.code}`,
      },
      pass: first.code === 0 && named && said.code === 0 && said.quotations.length > 0,
    };
  } finally {
    execFileSync('umount', [disk]);
    await own.remove();
  }
}
