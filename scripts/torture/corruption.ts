import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askByCommand } from './ask.ts';
import { folders, invented, nth, questionFor } from './library.ts';
import { startScript } from './program.ts';
import type { TortureTest } from './torture-test.ts';

type Damage = (index: string) => Promise<unknown>;

export const corruption: TortureTest = {
  name: 'corruption',
  how: 'every file of the index with a flipped byte, cut and gone; another dimension and another model under a right seal (short: 3 of them)',
  threshold: 'no signal; each time the index is built again or refused by name, and answers as before',
  async run({ size, say }) {
    const articles = invented(10);
    const own = await folders(articles);
    const question = questionFor(nth(articles, 3));
    try {
      await startScript('scripts/build-index.ts', ['--corpus', own.corpus, '--index', own.index]).ended;
      const good = join(own.root, 'good');
      await cp(own.index, good, { recursive: true });
      const before = (await askByCommand(own, question)).quotations;
      const files = (await readdir(good, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(good.length + 1));
      const all = damages(files);
      const chosen =
        size === 'long'
          ? all
          : all.filter((_, at) => at % Math.ceil(all.length / 2) === 0 || at === all.length - 1);
      const wrong: string[] = [];
      let said = 0;
      for (const [name, damage] of chosen) {
        await rm(own.index, { recursive: true });
        await cp(good, own.index, { recursive: true });
        await damage(own.index);
        const { code, signal, error, quotations } = await askByCommand(own, question);
        if (/damaged|model|built again|build/iu.test(error)) said += 1;
        const refused = code === 1 && error.trim() !== '';
        const same = code === 0 && JSON.stringify(quotations) === JSON.stringify(before);
        if (signal !== null || !(refused || same))
          wrong.push(`${name}: ${signal ?? code} ${error.split('\n')[0]}`);
        say(name);
      }
      return {
        figures: {
          ways: chosen.length,
          'ended by a signal or with another answer': wrong.length,
          'said so': said,
        },
        pass: wrong.length === 0 && before.length > 0 && said >= chosen.length - 2,
        notes: wrong,
      };
    } finally {
      await own.remove();
    }
  },
};

function damages(files: readonly string[]): [string, Damage][] {
  return [
    ...files.flatMap((file): [string, Damage][] => [
      [`a flipped byte in ${file}`, (index) => flip(join(index, file))],
      [
        `a cut ${file}`,
        async (index) =>
          truncate(join(index, file), Math.floor((await readFile(join(index, file))).length * 0.7)),
      ],
      [`no ${file}`, (index) => rm(join(index, file))],
    ]),
    ['another dimension', sealed({ dimension: 128 })],
    ['another model', sealed({ model: { name: 'other', hash: 'other' } })],
  ];
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  await writeFile(path, bytes);
}

/** A manifest that is whole and says something else. */
function sealed(change: object): Damage {
  return async (index) => {
    const path = join(index, 'manifest.json');
    const file = JSON.parse(await readFile(path, 'utf8')) as { manifest: object };
    const manifest = { ...file.manifest, ...change };
    const sha256 = createHash('sha256').update(JSON.stringify(manifest)).digest('hex');
    await writeFile(path, JSON.stringify({ ...file, manifest, sha256 }));
  };
}
