import { describe, expect, it } from 'vitest';
import { onlyQuotation, quotationsOf } from './article-of.ts';

describe('what trips others', () => {
  it('a frame inside a long aside', () => {
    expect(
      onlyQuotation(
        'Ann Moss, who once led the union in Hull and now runs a farm with her brother, said the roof leaked.',
      ),
    ).toMatchObject({ speaker: 'Ann Moss', mention: 'Ann Moss' });
    const { quotation } = onlyQuotation(
      'Ann Moss, a research fellow at the Hull Institute who once led the union, said it rained.',
    );
    expect(quotation.speaker?.role).toBe('research fellow at the Hull Institute who once led the union');
  });

  it('the addressee taken for the speaker', () => {
    const found = onlyQuotation('“It rained,” Ann Moss told the Hull Ledger.');
    expect(found).toMatchObject({ speaker: 'Ann Moss' });
    expect(found.quotation.addressee).toBe('the Hull Ledger');
  });

  it('a name inside the quotation', () => {
    const found = quotationsOf('Ann Moss runs the farm.\n\n“Ted Hale was wrong about the roof,” she said.');
    expect(found[0]).toMatchObject({ speaker: 'Ann Moss', mention: 'she' });
  });

  it('a quotation in a quotation', () => {
    expect(onlyQuotation('“He told me ‘no way’ and left,” Ann Moss said.')).toMatchObject({
      text: 'He told me ‘no way’ and left,',
    });
  });

  it('scare quotes and titles of works', () => {
    expect(quotationsOf('The “old guard” of the club met on Monday.')).toEqual([]);
    expect(quotationsOf('The play “Waiting for Rain” opened in Hull in May.')).toEqual([]);
    expect(onlyQuotation('Ann Moss, the author of “White Gold, Grey Water”, said it rained.')).toMatchObject({
      speaker: 'Ann Moss',
      text: 'it rained',
    });
  });

  it('bracketed insertions and ellipses', () => {
    expect(onlyQuotation('“They avoided [the roof] … because it leaked,” Ann Moss said.')).toMatchObject({
      text: 'They avoided [the roof] … because it leaked,',
    });
  });

  it('several contents of one frame', () => {
    expect(onlyQuotation('Ann Moss said that the roof leaked, and that the cellar was wet.')).toMatchObject({
      text: 'the roof leaked, and that the cellar was wet',
    });
  });

  it('“according to” at either end, with a long source', () => {
    expect(onlyQuotation('According to Ann Moss, a clerk in Hull who saw it, the roof fell.')).toMatchObject({
      speaker: 'Ann Moss',
      text: 'the roof fell',
    });
    expect(onlyQuotation('The roof fell at noon, according to Ann Moss, a clerk in Hull.')).toMatchObject({
      speaker: 'Ann Moss',
      text: 'The roof fell at noon',
    });
  });

  it('a cue that is a noun', () => {
    expect(
      quotationsOf('Ann Moss left early. Her claim that the roof leaked was never tested.').at(-1),
    ).toMatchObject({ text: 'the roof leaked', mention: 'Her', speaker: 'Ann Moss' });
  });

  it('negated and questioned cues are marked, not presented as said', () => {
    expect(onlyQuotation('Ann Moss did not say that the roof leaked.')).toMatchObject({
      polarity: 'not-said',
    });
    expect(onlyQuotation('Ann Moss would not confirm that the roof leaked.')).toMatchObject({
      polarity: 'not-said',
    });
    expect(onlyQuotation('Ann Moss declined to say whether the roof leaked.')).toMatchObject({
      polarity: 'not-said',
    });
    expect(onlyQuotation('Ann Moss denied that the roof leaked.')).toMatchObject({ polarity: 'not-said' });
  });

  it('hearsay chains', () => {
    const found = quotationsOf('Ann Moss said a councillor had told her that the roof leaked.');
    expect(found[0]).toMatchObject({ speaker: 'Ann Moss' });
    expect(found[1]).toMatchObject({ text: 'the roof leaked', speaker: 'councillor' });
    expect(found[1]?.quotation.via).toBe('Ann Moss');
  });

  it('a dateline', () => {
    expect(onlyQuotation('HULL, Sept. 14 (Northline) - Ann Moss said the roof leaked.')).toMatchObject({
      speaker: 'Ann Moss',
      text: 'the roof leaked',
    });
    expect(onlyQuotation('HULL (Northline) — The roof leaked all winter, Ann Moss said.')).toMatchObject({
      text: 'The roof leaked all winter',
    });
  });

  it('a byline and a caption', () => {
    expect(quotationsOf('By Ann Moss\n\nPhoto: Ted Hale/Northline\n\nThe roof leaked all winter.')).toEqual(
      [],
    );
  });

  it('one missing mark does not swallow the article', () => {
    const found = quotationsOf(
      '“It rained all day, said Ann Moss.\n\nThe roof leaked.\n\n“It was dry,” Ted Hale said.',
    );
    expect(found.at(-1)).toMatchObject({ text: 'It was dry,', speaker: 'Ted Hale' });
    expect(found.every(({ text }) => !text.includes('The roof leaked'))).toBe(true);
  });

  it('a verb of saying without anything said', () => {
    expect(quotationsOf('Ann Moss said nothing. Ted Hale spoke for an hour.')).toEqual([]);
  });
});

describe('who is meant', () => {
  it('a surname, a pronoun and a description lead to the full name', () => {
    const body =
      'Prof. Ann Moss, a geologist at Hull University, studies rain.\n\n“It is wet,” she said.\n\nMoss said it would stay wet.\n\nThe geologist added that nobody knew why.';
    const found = quotationsOf(body);
    expect(found.map(({ speaker }) => speaker)).toEqual(['Ann Moss', 'Ann Moss', 'Ann Moss']);
    expect(found[0]?.quotation.speaker).toMatchObject({
      title: 'Prof.',
      role: 'geologist at Hull University',
      kind: 'person',
    });
  });

  it('pronouns go by gender', () => {
    const found = quotationsOf(
      'Ann Moss met Ted Hale in Hull.\n\n“It was late,” he said.\n\n“It was early,” she said.',
    );
    expect(found.map(({ speaker }) => speaker)).toEqual(['Ted Hale', 'Ann Moss']);
  });

  it('an unnamed source keeps its fullest description', () => {
    const found = quotationsOf(
      'A senior harbour official told the Ledger that two ships had sunk.\n\nThe source said a third was missing.',
    );
    expect(found.map(({ speaker }) => speaker)).toEqual([
      'senior harbour official',
      'senior harbour official',
    ]);
    expect(found[0]?.quotation.speaker?.kind).toBe('unnamed');
  });

  it('a spokesman is not the one he speaks for', () => {
    const found = quotationsOf(
      'Mr Hal Brodie stayed at home.\n\nA spokesman for Mr Brodie said the plan was sound.',
    );
    expect(found.at(-1)).toMatchObject({ speaker: 'spokesman for Mr Brodie' });
  });

  it('a name in an aside speaks, and the description is its role', () => {
    const { quotation } = onlyQuotation('The company’s head of claims, Rita Voss, said it was early.');
    expect(quotation.speaker).toMatchObject({ name: 'Rita Voss', role: 'company’s head of claims' });
  });

  it('those who say it together are one group', () => {
    const { quotation } = onlyQuotation('Moss and Hale said the roof leaked.');
    expect(quotation.speaker).toMatchObject({ name: 'Moss and Hale', kind: 'group' });
  });

  it('organisations and documents speak', () => {
    expect(
      onlyQuotation('The Hull Harbour Authority said the pier was safe.').quotation.speaker,
    ).toMatchObject({ name: 'Hull Harbour Authority', kind: 'organisation' });
    expect(onlyQuotation('The report says the pier is unsafe.').quotation.speaker).toMatchObject({
      name: 'report',
      kind: 'document',
    });
  });

  it('nobody is named rather than guessed', () => {
    const found = quotationsOf('“Nothing will ever change in this town of ours.”\n\nThe rain fell on Hull.');
    expect(found).toHaveLength(1);
    expect(found[0]?.quotation).toMatchObject({ speaker: null });
    expect(found[0]?.quotation.confidence).toBeLessThan(0.5);
  });

  it('a subordinate clause that ends inside marks waits for its main clause', () => {
    const found = quotationsOf(
      'Voss said that while the roof leaks “mostly over the stairs,” the walls of the mill are dry.',
    );
    expect(found.map(({ text }) => text)).toEqual([
      'while the roof leaks “mostly over the stairs,” the walls of the mill are dry',
    ]);
  });
});
