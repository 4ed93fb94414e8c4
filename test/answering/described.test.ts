import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mayMean } from '../../src/answering/described-people.ts';
import { askSoundly, openLibrary, type TestLibrary } from './library.ts';

const ORCHARD = `Frost Takes The Plums Of Amberdell

A frost in the last week of April has killed most of the plums in the Amberdell valley.

“I have cut firewood from trees that my grandfather planted,” said Ines Hallworth, who owns the largest orchard of the valley.

Marten Pryce, an adviser at the Amberdell growers’ union, said that the heaters had come too late. “You light them before midnight or you do not light them,” he said.

Prof. Saskia Renn, a climatologist at Corlund University, warned that plums now flower eleven days earlier than in 1980. “The trees are fooled by a warm March,” she said.

The county’s agriculture minister, Tobias Lack, promised loans to all who had lost their crop. “Nobody will have to fell an orchard for want of credit,” he said.

Nell Ashby, who makes jam in the village, said she would buy plums from abroad this year.
`;

let library: TestLibrary;
beforeAll(async () => {
  library = await openLibrary([{ name: 'frost.txt', text: ORCHARD }]);
});
afterAll(() => library.close());

const answered = (question: string) => askSoundly(library.engine, question);

describe('whoever fits a description best, by words or by sense, is heard on what was asked', () => {
  test.each([
    ['what does the weather scientist say about the blossom?', 'Saskia Renn'],
    ['what does the orchard lady say about the old trees?', 'Ines Hallworth'],
    ['what does the minister of farming say about those who lost the harvest', 'Tobias Lack'],
    ['what does the jam woman say about where her plums come from', 'Nell Ashby'],
    ['whats the union man’s complaint about the heaters', 'Marten Pryce'],
  ])('%s: %s', async (question, name) => {
    const answer = await answered(question);
    expect(answer).toMatchObject({ request: 'said-about', outcome: 'answered' });
    expect(answer.citations[0]?.speaker?.name).toBe(name);
  });

  test('and said to be a guess where the article has none of the words', async () => {
    const answer = await answered('what does the weather scientist say about the blossom?');
    expect(answer.text).toMatch(/^The article does not say who “the weather scientist” is/);
  });

  test('a calling that the article gives is no guess', async () => {
    const answer = await answered('what does the climatologist say about the blossom?');
    expect(answer.text).toMatch(/^Prof\. Saskia Renn /);
  });
});

describe('a description that fits nobody', () => {
  test.each([
    ['what did the archbishop say about the frost?', 'The archbishop'],
    ['what does the goalkeeper think of the plums', 'The goalkeeper'],
  ])('%s', async (question, name) => {
    const answer = await answered(question);
    expect(answer).toMatchObject({ request: 'said-about', outcome: 'not-found', citations: [] });
    expect(answer.text).toContain(`${name} is not quoted in this article`);
  });

  test('has none of their words and is far from all, one word further than several', () => {
    expect(mayMean('the archbishop', { called: 0, sensed: 0.25 })).toBe(false);
    expect(mayMean('the old man of the woods', { called: 0, sensed: 0.25 })).toBe(true);
    expect(mayMean('the old man of the woods', { called: 0, sensed: 0.1 })).toBe(false);
    expect(mayMean('the archbishop', { called: 0.7, sensed: 0 })).toBe(true);
  });
});

test('a description in “who said” favours whom it fits', async () => {
  const answer = await answered('which climate expert says trees are tricked into blooming?');
  expect(answer).toMatchObject({ request: 'who-said', outcome: 'answered' });
  expect(answer.citations[0]?.speaker?.name).toBe('Saskia Renn');
});
