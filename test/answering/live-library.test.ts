import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { EMPTY_MEMORY } from '../../src/answering/answer.ts';
import { indexFolder, openLiveLibrary, type SharedLibrary } from '../../src/answering/live-library.ts';
import { ask, expectSound, shown } from './library.ts';

describe('where the index of a corpus lies', () => {
  test('in the folder that is named', () => {
    expect(indexFolder('corpus', '/somewhere/else')).toBe('/somewhere/else');
  });

  test('in one of its own for each path, under .index beside the sources', () => {
    const [one, other] = [indexFolder('/a/corpus', null), indexFolder('/b/corpus', null)];
    expect(one).not.toBe(other);
    for (const folder of [one, other]) {
      expect(basename(folder)).toMatch(/^corpus-[0-9a-f]{8}$/);
      expect(resolve(folder, '..')).toBe(resolve(import.meta.dirname, '../../.index'));
    }
  });

  test('in the same one however the path is written', () => {
    const folder = indexFolder(resolve('corpus'), null);
    for (const path of ['corpus', './corpus', 'corpus/', 'test/../corpus'])
      expect(indexFolder(path, null)).toBe(folder);
  });
});

const GULL = `- Coast Post - https://coast.example/gull -

Gull Island Lighthouse To Close

The lighthouse on Gull Island will be switched off in October, its keeper said.

“The lamp has burned out and nobody will pay for another,” Petra Holm, keeper of the lighthouse, told the Post.

Fishermen have used the light for a century. Holm did not say whether it would be sold.
`;
const SEAL = `---
id: seal
title: Seal Rock Light Goes Dark
outlet: Bay Herald
url: https://bay.example/seal
---

The light on Seal Rock went dark last week after ninety years.

“The lamp has burned out and nobody will pay for another,” Anders Vik, who kept it, told the Herald.

He plans to open a bakery in town with his daughter.
`;

let folder: string;
let library: SharedLibrary;
const options = () => ({
  corpus: join(folder, 'corpus'),
  index: join(folder, 'index'),
  model: { model: null, allowDownload: false, baseFolder: folder },
});

beforeAll(async () => {
  await ensureModel({ quiet: true });
  folder = await mkdtemp(join(tmpdir(), 'whosaid-'));
  await mkdir(join(folder, 'corpus'));
  await writeFile(join(folder, 'corpus', 'gull.txt'), GULL);
  await writeFile(join(folder, 'corpus', 'seal.md'), SEAL);
  library = await openLiveLibrary(options());
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

test('everything of an index lies in its folder', async () => {
  expect(await readdir(folder)).toEqual(['corpus', 'index']);
  expect((await readdir(join(folder, 'corpus'))).sort()).toEqual(['gull.txt', 'seal.md']);
});

test('the library knows its articles, and opens them with their quotations', async () => {
  const summaries = await library.engine.articles();
  expect(summaries.map(({ id, title, outlet }) => [id, title, outlet]).sort()).toEqual([
    ['gull', 'Gull Island Lighthouse To Close', 'Coast Post'],
    ['seal', 'Seal Rock Light Goes Dark', 'Bay Herald'],
  ]);
  const stored = await library.engine.open('gull');
  expect(stored?.quotations.map(({ speaker }) => speaker?.name)).toContain('Petra Holm');
  expect(await library.engine.open('none')).toBeNull();
});

test('a second opening finds the index done', async () => {
  const again = await openLiveLibrary(options());
  expect(again.report).toMatchObject({ articles: 2, added: 0, dropped: 0, problems: [] });
  expect((await ask(again.engine, 'quotes Holm')).citations).toHaveLength(1);
  await again.close();
});

test('what somebody did not say is none of their quotations', async () => {
  const stored = await library.engine.open('gull');
  const unsaid = stored?.quotations.filter(({ polarity }) => polarity !== 'said') ?? [];
  expect(unsaid.map(({ speaker }) => speaker?.name)).toEqual(['Petra Holm']);
  for (const request of ['quotes Holm', 'what did Holm say?']) {
    const shownIds = (await ask(library.engine, request)).citations.map(({ quotationId }) => quotationId);
    expect(shownIds, request).toHaveLength(1);
    expect(shownIds, request).not.toContain(unsaid[0]?.id);
  }
});

describe('more than one article', () => {
  const question = 'who said the lamp has burned out and nobody will pay for another?';

  test('equal evidence in two is shown as two, each with its article and speaker', async () => {
    const answer = await ask(library.engine, question);
    expectSound(answer);
    const cited = answer.citations.map(({ article, speaker }) => `${article.id}: ${speaker?.name}`);
    expect(cited.sort()).toEqual(['gull: Petra Holm', 'seal: Anders Vik']);
    for (const citation of answer.citations)
      expect(shown(citation).join('')).toContain('The lamp has burned out');
  });

  test.each([
    ['gull', 'Petra Holm'],
    ['seal', 'Anders Vik'],
  ])('asked of %s alone, only %s is cited', async (articleId, name) => {
    const { answer } = await library.engine.answer(question, { memory: EMPTY_MEMORY, articleId });
    expectSound(answer);
    expect(answer.citations.map(({ speaker }) => speaker?.name)).toEqual([name]);
    expect(answer.citations[0]?.article.id).toBe(articleId);
  });

  test('a thread stays with its article', async () => {
    const memory = { ...EMPTY_MEMORY, articleId: 'seal' };
    const first = await library.engine.answer(question, { memory, articleId: null });
    expect(first.answer.citations.map(({ article }) => article.id)).toEqual(['seal']);
    const next = await library.engine.answer('sources', { memory: first.memory, articleId: null });
    expect(next.answer.speakers?.every(({ article }) => article.id === 'seal')).toBe(true);
  });

  test('asked of one article, the other’s people are not quoted', async () => {
    const { answer } = await library.engine.answer('what did Vik say about the lamp?', {
      memory: EMPTY_MEMORY,
      articleId: 'gull',
    });
    expect(answer).toMatchObject({ outcome: 'not-found', citations: [] });
  });

  test('the sources are those of both, each with its article', async () => {
    const { speakers } = await ask(library.engine, 'sources');
    expect(speakers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          speaker: expect.objectContaining({ name: 'Petra Holm' }),
          article: expect.objectContaining({ id: 'gull' }),
        }),
        expect.objectContaining({
          speaker: expect.objectContaining({ name: 'Anders Vik' }),
          article: expect.objectContaining({ id: 'seal' }),
        }),
      ]),
    );
  });

  test('a quotation that two say is right for either, and wrong for a third', async () => {
    for (const name of ['Holm', 'Vik']) {
      const answer = await ask(library.engine, `did ${name} say "nobody will pay for another"?`);
      expect(answer.verdict, name).toBe('verbatim');
      expect(answer.citations[0]?.speaker?.name).toContain(name);
    }
    expect((await ask(library.engine, 'did Smith say "nobody will pay for another"?')).verdict).toBe(
      'misattributed',
    );
  });
});

test('one file that cannot be used is named and hides no other', async () => {
  const corpus = join(folder, 'broken');
  await mkdir(corpus);
  await writeFile(join(corpus, 'gull.txt'), GULL);
  await writeFile(join(corpus, 'empty.txt'), '');
  const broken = await openLiveLibrary({ ...options(), corpus, index: join(folder, 'broken-index') });
  expect(broken.report.articles).toBe(1);
  expect(broken.report.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('empty.txt'),
  ]);
  expect((await ask(broken.engine, 'quotes Holm')).citations).toHaveLength(1);
  await broken.close();
});

test('a library without articles answers that there is none', async () => {
  const corpus = join(folder, 'nothing');
  await mkdir(corpus);
  const empty = await openLiveLibrary({ ...options(), corpus, index: join(folder, 'nothing-index') });
  for (const question of [
    'who said Syria is static?',
    'summary',
    'sources',
    '"some words to check here"',
    'hi',
    'what did Holm say?',
  ]) {
    const answer = await ask(empty.engine, question);
    expect(answer.citations, question).toEqual([]);
    expect(answer.text).not.toBe('');
  }
  expect(await readdir(folder)).not.toContain('nothing-index');
  await writeFile(join(corpus, 'gull.txt'), GULL);
  expect(await empty.reload()).toMatchObject({ articles: 1, added: 1 });
  expect(empty.report).toMatchObject({ articles: 1, added: 1 });
  expect((await ask(empty.engine, 'quotes Holm')).citations).toHaveLength(1);
  await empty.close();
});
