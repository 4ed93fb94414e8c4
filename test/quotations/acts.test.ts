import { describe, expect, it } from 'vitest';
import { quotationsOf } from './article-of.ts';

function texts(body: string): string[] {
  return quotationsOf(body).map(({ text }) => text);
}

describe('acts of telling with a thing for what was told', () => {
  it('are less sure than a clause that the same person reports', () => {
    const [clause, act] = quotationsOf('Nora Vance said the pier would lean. Nora Vance called for a crane.');
    expect([clause?.rule, act?.rule]).toEqual(['clause', 'object']);
    expect(act?.quotation.confidence).toBeLessThanOrEqual(0.5);
    expect(clause?.quotation.confidence).toBeGreaterThan(0.8);
  });

  it('leave none but the surest classes at .9 and above', () => {
    const sure = (body: string) => (quotationsOf(body).at(-1)?.quotation.confidence ?? 0) >= 0.9;
    expect(sure('Nora Vance said the pier “will lean by Monday” and fall.')).toBe(true);
    expect(sure('“The pier will lean by Monday,” said Nora Vance.')).toBe(true);
    expect(sure('“The pier will lean by Monday,” said Oddvik Brask.')).toBe(true);
    expect(sure('Nora Vance said the pier would lean.')).toBe(true);
    expect(sure('Nora Vance insisted the pier would lean.')).toBe(false);
    expect(sure('Nora Vance came. The mayor said the pier would lean.')).toBe(false);
    expect(sure('Nora Vance came. “The pier will lean by Monday,” she said.')).toBe(false);
  });

  it.each([
    ['Nora Vance called for a new crane.', 'a new crane'],
    ['A group of porters is calling for the board to resign.', 'the board to resign'],
    ['Nora Vance on Saturday criticised the plan adopted in May.', 'the plan adopted in May'],
    ['Nora Vance warned against closing the pier.', 'closing the pier'],
    ['Nora Vance appealed for a pause after the fall.', 'a pause after the fall'],
    ['Nora Vance, the harbour master, urged a firm hand.', 'a firm hand'],
    ['The porters spoke out against the toll.', 'the toll'],
  ])('is found: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });

  it.each([
    ['Nora Vance called him careless.', 'him careless'],
    ['Nora Vance called the crane a disgrace.', 'the crane a disgrace'],
    ['Nora Vance described the board as a choir of sleepers.', 'the board as a choir of sleepers'],
  ])('is found where something is given a name: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });

  it('is not found where somebody is rung up, fetched or nicknamed', () => {
    expect(texts('Nora Vance called the police. She called a week later.')).toEqual([]);
    expect(texts('Nora Vance called her mother a taxi.')).toEqual([]);
    expect(texts('At school they called her The Gull, and the group is called the Circle.')).toEqual([]);
    expect(texts('Nora Vance called on Tuesday.')).toEqual([]);
  });

  it.each([
    ['Nora Vance described how the crane had stuck.', 'how the crane had stuck', 'said'],
    ['Nora Vance would not discuss whether the board knew.', 'whether the board knew', 'not-said'],
    ['Nora Vance outlined why the pier leans.', 'why the pier leans', 'said'],
  ])('takes a question that was spoken about: %s', (body, text, polarity) => {
    expect(quotationsOf(body)).toMatchObject([{ text, polarity }]);
  });

  it('takes no thing for it that was only spoken about', () => {
    expect(texts('Nora Vance discussed the raid at a meeting that was watched.')).toEqual([]);
    expect(
      texts('The fire, described by porters on Monday as small, is out and the pier is shut.'),
    ).not.toContain('by porters on Monday as small, is out and the pier is shut');
  });

  it('knows what was refused, and that silence says nothing', () => {
    expect(quotationsOf('Nora Vance declined to rule out a second crane.')).toMatchObject([
      { text: 'to rule out a second crane', polarity: 'not-said' },
    ]);
    expect(texts('Nora Vance declined to comment.')).toEqual([]);
    expect(texts('A porter asked not to be named.')).toEqual([]);
  });
});

describe('plain forms that look like nouns', () => {
  it.each([
    ['Porters, clerks and many harbour pilots claim it will fall.', 'it will fall'],
    ['One in five say that will not happen.', 'that will not happen'],
    ['Data show that the pier leans.', 'the pier leans'],
    ['Nora Vance has since said she would stay.', 'she would stay'],
    ['The board is calm, but according to Nora Vance the pier leans.', 'the pier leans'],
    ['The pier is old and, according to Nora Vance, the crane is older.', 'the crane is older'],
    ['The pier, according to Nora Vance, leans a little.', 'The pier // leans a little'],
    ['According to Nora Vance, the crane stuck, and then it fell.', 'the crane stuck, and then it fell'],
    ['According to Nora Vance, a clerk who left, the crane fell.', 'the crane fell'],
  ])('can open the second half of a sentence: %s', (body, text) => {
    expect(texts(body)).toContain(text);
  });
});
