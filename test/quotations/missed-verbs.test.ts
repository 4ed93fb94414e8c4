import { describe, expect, it } from 'vitest';
import { quotationsOf } from './article-of.ts';

/** "mention: words" of every quotation of a body; articles before the mention left out. */
function told(body: string): string[] {
  return quotationsOf(body).map(({ mention, text }) => `${mention?.replace(/^(?:an?|the) /, '')}: ${text}`);
}

describe('a report before its frame', () => {
  it.each([
    [
      'Old boats leak, says harbour master Nora Vance, who has worked there for years.',
      'Nora Vance: Old boats leak',
    ],
    [
      'Each day costs the town £6m, the Chamber of Trade estimates.',
      'Chamber of Trade: Each day costs the town £6m',
    ],
    [
      'Slow, heavy ferries ruin the quay, explains the engineer Pavel Dorn.',
      'Pavel Dorn: Slow, heavy ferries ruin the quay',
    ],
  ])('is one although its verb looks like a noun or its subject like a name: %s', (body, expected) => {
    const [name = '', words = ''] = expected.split(': ');
    const found = told(body).find((one) => one.endsWith(`: ${words}`));
    expect(found).toContain(name);
  });

  it('is no day and no place', () => {
    expect(told('The next day, says Nora Vance, the pier fell.').join()).not.toContain('next day');
    expect(told('In a letter, Nora Vance said.')).toEqual([]);
  });
});

describe('a participle', () => {
  it.each([
    ['The insurer has so far refused to pay, arguing that the roof was old.', 'insurer: the roof was old'],
    ['The club has thus far kept still, saying that talks go on.', 'club: talks go on'],
    [
      'Critics spoke too, with Nora Vance stating: “This is a cruel law.”',
      'Nora Vance: This is a cruel law.',
    ],
    [
      'The board met for hours, with its chair, Nora Vance, adding that the pier would stay.',
      'Nora Vance: the pier would stay',
    ],
  ])('has the subject of its sentence, or its own behind “with”: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });
});

it('who is promised not to be named has said nothing by that', () => {
  expect(
    told('The union leader whom I promised not to name put it this way: “They close the line.”').map((one) =>
      one.replace(/^.*: /, ''),
    ),
  ).toEqual(['They close the line.']);
});
