import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { slice } from '../src/article/article.ts';
import { scanCorpus } from '../src/article/corpus.ts';
import { readArticle } from '../src/article/read.ts';
import { passagesOf } from '../src/retrieval/passages.ts';

const CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
const SHARED = resolve(import.meta.dirname, '../../shared/article');
const FILE = '000_a73966cd6b1bce15.txt';

test('the project ships with one article, and nothing is wrong with it', async () => {
  expect(readdirSync(CORPUS)).toEqual([FILE]);
  const { files, problems } = await scanCorpus(CORPUS);
  expect(files.map(({ id }) => id)).toEqual(['000_a73966cd6b1bce15']);
  expect(problems).toEqual([]);
});

test('its words are those that it came with', () => {
  const bytes = readFileSync(resolve(CORPUS, FILE));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    '4990669d333a81deab0f1e6763960702fc04ae29e73b8db44bafc3af51db3dd8',
  );
  const original = resolve(SHARED, FILE);
  if (existsSync(original)) expect(bytes.equals(readFileSync(original))).toBe(true);
  else console.warn('NOT CHECKED: ../shared/article is missing, the corpus is compared by its hash only');
});

test('its passages are its sentences, each in its paragraph, without the pull quotes', async () => {
  const article = await readArticle(resolve(CORPUS, FILE));
  const passages = passagesOf(article);
  expect(passages).toHaveLength(27);
  for (const passage of passages) {
    const paragraph = article.paragraphs.find(({ n }) => n === passage.paragraph);
    expect(paragraph && paragraph.start <= passage.start && passage.end <= paragraph.end).toBe(true);
    expect(slice(article, passage)).toMatch(/[.”]$/);
  }
});
