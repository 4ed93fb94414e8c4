import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { SENTENCE_RULES } from '../../src/quotations/rules.ts';
import { readerArticle } from '../../src/reader/make-article.ts';
import { monograms } from '../../src/reader/monogram.ts';
import { confidenceWords, dateWords, RULE_WORDS, ruleWords } from '../../src/reader/words.ts';
import { ferry } from './ferry.ts';

const article = readerArticle(ferry);
const words = ({ start, end }: { start: number; end: number }): string => article.text.slice(start, end);
const quotation = (beginning: string) => {
  const found = article.quotations.find(({ spans: [first] }) => first && words(first).startsWith(beginning));
  if (!found) throw new Error(`not found: ${beginning}`);
  return found;
};

test('speakers come by how much they say, with counts in which a pull quote is no second time', () => {
  expect(article.speakers.map(({ name }) => name)).toEqual([
    'Amara Okafor',
    'harbour board',
    'Henrik Lindqvist',
    'senior ministry official',
    'Bay Watch for Human Safety',
    'Unattributed',
  ]);
  expect(article.speakers[0]).toMatchObject({
    title: 'Dr.',
    role: 'head of the harbour board',
    counts: { direct: 1, mixed: 1, indirect: 2 },
  });
});

test('a pronoun says for whom it stands and where the name stood last', () => {
  const { mention, speaker } = quotation('the board had');
  expect(mention && words(mention)).toBe('She');
  expect(mention?.form).toBe('pronoun');
  expect(mention?.antecedent?.paragraph).toBe(3);
  expect(mention?.antecedent && words(mention.antecedent)).toBe('Okafor');
  expect(article.speakers[speaker]?.name).toBe('Amara Okafor');
});

test('a name is a name, a description a description, and a pull quote has no phrase of its own', () => {
  expect(quotation('the engineers').mention?.form).toBe('name');
  expect(quotation('the state').mention?.form).toBe('description');
  const pull = article.quotations.find(({ pullQuoteOf }) => pullQuoteOf !== null);
  expect(pull).toMatchObject({
    paragraph: null,
    mention: null,
    pullQuoteOf: quotation('We have carried').id,
  });
});

test('nobody is made up for what is not attributed', () => {
  const { speaker } = quotation('whether the day');
  expect(article.speakers[speaker]).toMatchObject({ kind: 'unattributed', monogram: '?' });
});

test('a quotation that does not lie in the text is refused', () => {
  const [first] = ferry.quotations;
  if (!first) throw new Error('there is none');
  const wrong = { ...first, spans: [{ start: 10, end: article.text.length + 1 }] };
  expect(() => readerArticle({ ...ferry, quotations: [wrong] })).toThrow(/does not lie in the article ferry/);
  const turned = {
    ...first,
    spans: [
      { start: 90, end: 99 },
      { start: 10, end: 20 },
    ],
  };
  expect(() => readerArticle({ ...ferry, quotations: [turned] })).toThrow(/does not lie/);
});

test('no two speakers have the same letters', () => {
  const people = ['Ann Lee', 'Adam Lind', 'Alva Lo', 'Ann Lee'].map((name) => ({
    name,
    kind: 'person' as const,
  }));
  expect(monograms(people)).toEqual(['AL', 'AL2', 'AL3', 'AL4']);
  const others = monograms([
    { name: 'Bay Watch for Human Safety', kind: 'organisation' },
    { name: 'experts', kind: 'unnamed' },
    { name: '…', kind: 'unnamed' },
  ]);
  expect(others).toEqual(['BWH', 'EX', '–']);
});

test('every rule that finds quotations is explained in words', () => {
  const folder = resolve(import.meta.dirname, '../../src/quotations');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const named = sources.flatMap((name) =>
    Array.from(
      readFileSync(join(folder, name), 'utf8').matchAll(/(?:const NAME =|\brule:) '([a-z-]+)'/g),
      ([, rule = '']) => rule,
    ),
  );
  const rules = [...SENTENCE_RULES.map(({ name }) => name), ...named];
  expect(rules).toEqual(expect.arrayContaining(['trailing-quote', 'floating', 'turn', 'pull-quote']));
  expect(rules.filter((rule) => !(rule in RULE_WORDS))).toEqual([]);
  expect(ruleWords({ rule: 'some-new-rule' })).toBe('some new rule');
});

test('confidence is said in words, and a speaker who is not known as that', () => {
  const [speaker] = article.speakers;
  const unknown = article.speakers.at(-1);
  if (!speaker || !unknown) throw new Error('there are none');
  expect(confidenceWords({ confidence: 0.92, speaker }).meaning).toMatch(/about nine are right/);
  expect(confidenceWords({ confidence: 0.7, speaker }).level).toBe('good');
  expect(confidenceWords({ confidence: 0.5, speaker })).toMatchObject({
    level: 'low',
    label: 'Probably, not certainly',
  });
  expect(confidenceWords({ confidence: 0.9, speaker: unknown }).level).toBe('none');
});

test('a date is said in words, what is none stays', () => {
  expect(dateWords('2024-03-05T10:00:00Z')).toBe('5 March 2024');
  expect(dateWords('2024-13-05')).toBe('2024-13-05');
  expect(dateWords('Tuesday')).toBe('Tuesday');
});
