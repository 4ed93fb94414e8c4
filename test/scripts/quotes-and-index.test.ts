import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { command, lines } from './commands.ts';

const HARBOUR =
  'Harbour to stay shut\n\n“The harbour stays shut,” Mara Quell told The Post.\n\nThe harbour stays shut, said so often, is true.\n';

let home: string;

beforeAll(async () => {
  await ensureModel({ quiet: true });
  home = await mkdtemp(join(tmpdir(), 'whosaid-quotes-'));
  await mkdir(join(home, 'in'));
  await writeFile(join(home, 'in/harbour.txt'), HARBOUR);
  await writeFile(join(home, 'in/second.md'), '---\nid: two\ntitle: Second\n---\n\nNobody spoke.\n');
  await writeFile(join(home, 'in/latin.txt'), Buffer.from('Caf\xe9\n\nText.', 'latin1'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('quotes', () => {
  test('prints a line for each good file, names the bad ones, and exits with 1', async () => {
    const { code, json, stderr } = await command(
      'quotes',
      ['--json', 'in/harbour.txt', 'in/latin.txt', 'in/nowhere.txt', 'in', 'in/second.md'],
      home,
    );
    expect(code).toBe(1);
    expect(json.map(({ article }) => (article as { id: string }).id)).toEqual(['harbour', 'two']);
    expect(lines(stderr)).toEqual([
      expect.stringMatching(/^quotes: in\/latin\.txt: the file is not UTF-8/),
      expect.stringMatching(/^quotes: in\/nowhere\.txt: there is no such file/),
      expect.stringMatching(/^quotes: in: this is a folder/),
    ]);
    const [first] = json;
    expect(Object.keys(first ?? {})).toEqual(['article', 'paragraphs', 'quotations']);
    const [quotation] = (first?.quotations ?? []) as Record<string, unknown>[];
    expect(Object.keys(quotation ?? {})).toEqual([
      'id',
      'paragraph',
      'spans',
      'kind',
      'polarity',
      'via',
      'speaker',
      'cue',
      'addressee',
      'pullQuoteOf',
      'confidence',
      'rule',
    ]);
    expect(quotation).toMatchObject({
      id: 'harbour:23',
      paragraph: 1,
      kind: 'direct',
      polarity: 'said',
      addressee: 'The Post',
      speaker: { name: 'Mara Quell', mention: { text: 'Mara Quell' } },
      cue: { text: 'told' },
    });
  });

  test('for people is readable without colours', async () => {
    const { code, stdout } = await command('quotes', ['in/harbour.txt'], home);
    expect(code).toBe(0);
    expect(stdout).toContain('Mara Quell');
    expect(stdout).not.toContain('\u001b');
  });

  test('without a file is wrong usage, and explains itself when asked', async () => {
    expect(await command('quotes', [], home)).toMatchObject({ code: 2, stdout: '' });
    expect((await command('quotes', ['--help'], home)).stdout).toContain('Usage: npm run -s quotes');
  });
});

describe('index', () => {
  test('ends with one line of figures, and has nothing to do the second time', async () => {
    const build = () => command('build-index', ['--corpus', 'in', '--index', 'index'], home);
    const first = await build();
    expect(first.code).toBe(1);
    expect(lines(first.stderr)).toEqual([
      expect.stringMatching(/^index: .*latin\.txt: the file is not UTF-8/),
    ]);
    expect(first.stdout).toMatch(/^2 articles, 3 passages: 2 added, 0 dropped, in \d+\.\d s\n$/);
    expect((await build()).stdout).toMatch(/^2 articles, 3 passages: 0 added, 0 dropped, in \d+\.\d s\n$/);
  });

  test('explains itself, and refuses what it does not know', async () => {
    expect((await command('build-index', ['--help'], home)).stdout).toContain('Usage: npm run -s index');
    const { code, stderr } = await command('build-index', ['in'], home);
    expect(code).toBe(2);
    expect(lines(stderr)).toEqual([expect.stringMatching(/^index: "in" is no option/)]);
  });
});
