import { expect, test } from 'vitest';
import { tag } from '../../src/quotations/tagger.ts';
import { processorTime } from './processor-time.ts';

const shown = (text: string): string => tag(text, 0).reduce((so, { text: word }) => so + word, '');

test('what no white space divides is read whole, whatever its length', () => {
  for (const length of [199, 200, 201, 400, 3_999]) {
    const word = 'a'.repeat(length);
    expect(tag(`see ${word} there`).map(({ text }) => text)).toEqual(['see', word, 'there']);
  }
  for (const text of ['well-known-'.repeat(90), '(a+)+'.repeat(150), 'ü😀'.repeat(300), 'a.b'.repeat(333)]) {
    expect(shown(text)).toBe(text);
    for (const { start, end, text: word } of tag(text, 7)) expect(text.slice(start - 7, end - 7)).toBe(word);
  }
});

test('takes time with the length, not with its square, where nothing divides the words', () => {
  const time = (text: string): number =>
    Math.min(...Array.from({ length: 5 }, () => processorTime(() => tag(text))));
  const long = 'well-known-'.repeat(400);
  time(long);
  expect(time(long.repeat(4)) / time(long)).toBeLessThan(12);
});
