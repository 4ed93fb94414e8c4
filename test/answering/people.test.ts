import { describe, expect, test } from 'vitest';
import { editDistance } from '../../src/answering/edit-distance.ts';
import { matchPerson, quotedPeople } from '../../src/answering/people.ts';
import { harbour } from './harbour.ts';

const people = quotedPeople([harbour]);
const match = (phrase: string) => matchPerson(phrase, people, [harbour]);

/** Names of the people that a phrase means, or the kind of match. */
function meant(phrase: string): readonly string[] | string {
  const found = match(phrase);
  return found.kind === 'found' ? found.people.map(({ speaker }) => speaker.name) : found.kind;
}

test('everybody who is quoted, in the order in which they first speak', () => {
  expect(people.map(({ speaker }) => speaker.name)).toEqual([
    'Amara Okafor',
    'Henrik Lindqvist',
    'senior US harbour official',
    'Bay Watch for Human Safety',
    'Experts',
  ]);
});

test('a pull quote is not a quotation of its own', () => {
  const first = harbour.quotations[0];
  if (!first) throw new Error('no quotation');
  const repeated = { ...first, id: 'harbour:0', paragraph: null, pullQuoteOf: first.id };
  const [okafor] = quotedPeople([{ ...harbour, quotations: [repeated, ...harbour.quotations] }]);
  expect(okafor?.quotations).toEqual([first]);
});

describe('a phrase means the person', () => {
  const rows: readonly (readonly [phrase: string, name: string])[] = [
    ['Okafor', 'Amara Okafor'],
    ['okafor', 'Amara Okafor'],
    ['Amara', 'Amara Okafor'],
    ['Dr. Amara Okafor', 'Amara Okafor'],
    ['dr okafor', 'Amara Okafor'],
    ['Okafor’s', 'Amara Okafor'],
    ['Okafr', 'Amara Okafor'],
    ['Okafro', 'Amara Okafor'],
    ['Lindquist', 'Henrik Lindqvist'],
    ['lindqvst', 'Henrik Lindqvist'],
    ['the vice rector', 'Henrik Lindqvist'],
    ['vice rector', 'Henrik Lindqvist'],
    ['the professor from Tromvik', 'Henrik Lindqvist'],
    ['the INSS researcher', 'Amara Okafor'],
    ['the inss researcher', 'Amara Okafor'],
    ['the researcher', 'Amara Okafor'],
    ['the US official', 'senior US harbour official'],
    ['the American official', 'senior US harbour official'],
    ['the official', 'senior US harbour official'],
    ['the Watch', 'Bay Watch for Human Safety'],
    ['Bay Watch', 'Bay Watch for Human Safety'],
  ];
  test.each(rows)('%s: %s', (phrase, name) => {
    const found = meant(phrase);
    expect(found).toEqual([name]);
  });

  test('the man is the one whom a frame calls "he"', () => {
    expect(meant('the man')).toEqual(['Henrik Lindqvist']);
  });

  test('a calling alone means who is called so, and everybody of that calling where any will do', () => {
    expect(meant('the experts')).toEqual(['Experts']);
    const anybody = matchPerson('the experts', people, [harbour], true);
    expect(anybody.kind === 'found' && anybody.people.map(({ speaker }) => speaker.name)).toEqual([
      'Experts',
      'Amara Okafor',
      'Henrik Lindqvist',
    ]);
  });

  test('a name fits better than a likeness, and only the best are meant', () => {
    expect(meant('Henrik Lindqvist')).toEqual(['Henrik Lindqvist']);
  });

  test('the certainty of an exact name is higher than of a misspelt one', () => {
    const [exact, misspelt] = [match('Okafor'), match('Okafr')];
    if (exact.kind !== 'found' || misspelt.kind !== 'found') throw new Error('not found');
    expect(exact.certainty).toBeGreaterThan(misspelt.certainty);
  });
});

describe('nobody who is quoted is meant', () => {
  test('by the name of somebody whom the article names without quoting', () => {
    expect(match('Marlowe')).toMatchObject({ kind: 'mentioned', name: 'Silva Marlowe' });
    expect(match('brandt')).toMatchObject({ kind: 'mentioned' });
  });

  test('and the name is shown as it stands in the article', () => {
    const found = match('marlowe');
    if (found.kind !== 'mentioned') throw new Error(`found as ${found.kind}`);
    expect(found.stored.article.text.slice(found.at.start, found.at.end)).toBe(found.name);
  });

  test('by the name of somebody whom the article does not have', () => {
    expect(meant('Netanyahu')).toBe('unknown');
    expect(meant('Dr. Smith')).toBe('unknown');
  });

  test('by the right first name with another surname', () => {
    expect(meant('Amara Smith')).not.toContain('Amara Okafor');
  });

  test('by the right office at another place', () => {
    expect(meant('the vice rector of Uppsala University')).not.toContain('Henrik Lindqvist');
  });

  test('by words that say nothing', () => {
    expect(meant('')).toBe('unknown');
    expect(meant('the')).toBe('unknown');
    expect(meant('?!')).toBe('unknown');
  });

  test('by another country’s official', () => {
    expect(meant('the French official')).not.toContain('senior US harbour official');
  });
});

test('a description that fits nobody by its words is one of somebody all the same', () => {
  expect(meant('the newcomer')).toBe('described');
  expect(meant('the plumber from down the road')).toBe('described');
});

test('whoever is meant in two articles is found in both', () => {
  const second = { ...harbour, article: { ...harbour.article, id: 'other' } };
  const found = matchPerson('Okafor', quotedPeople([harbour, second]), [harbour, second]);
  expect(found.kind === 'found' && found.people.map(({ stored }) => stored.article.id)).toEqual([
    'harbour',
    'other',
  ]);
});

test('a thousand words as a name are answered, and soon', () => {
  const start = process.cpuUsage();
  expect(meant('Zzyzx '.repeat(1000))).toBe('unknown');
  expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
});

test('the edit distance counts letters added, dropped, changed or swapped', () => {
  expect(editDistance('zisser', 'zisser')).toBe(0);
  expect(editDistance('zisser', 'ziser')).toBe(1);
  expect(editDistance('zisser', 'zissre')).toBe(1);
  expect(editDistance('zisser', 'zasser')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});

describe('callings and bodies in general', () => {
  test.each([
    ['the professor', 'Henrik Lindqvist'],
    ['the reserch fellow', 'Amara Okafor'],
    ['the doctor', 'Amara Okafor'],
    ['the organisation', 'Bay Watch for Human Safety'],
  ])('%s: %s', (phrase, name) => {
    expect(meant(phrase)).toEqual([name]);
  });

  test('an insider is one of those who are not named', () => {
    expect(meant('the insider')).toEqual(['senior US harbour official', 'Experts']);
  });

  test('a pronoun is nobody’s name', () => {
    const [first] = harbour.quotations;
    if (!first?.speaker) throw new Error('no quotation');
    const you = { ...first, id: 'harbour:1', speaker: { ...first.speaker, name: 'you' } };
    const names = quotedPeople([{ ...harbour, quotations: [you] }]);
    expect(names).toEqual([]);
  });
});
