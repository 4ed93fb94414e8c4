import { describe, expect, it } from 'vitest';
import { SENTENCE_RULES } from '../../src/quotations/rules.ts';
import { onlyQuotation, quotationsOf } from './article-of.ts';

describe('trailing-quote', () => {
  it('takes the speaker behind the marks, before or behind the verb', () => {
    expect(onlyQuotation('“It rained,” Ann Moss said.')).toMatchObject({
      text: 'It rained,',
      speaker: 'Ann Moss',
      kind: 'direct',
      rule: 'trailing-quote',
    });
    expect(onlyQuotation('“It rained,” said Ann Moss, a clerk in Hull.')).toMatchObject({
      speaker: 'Ann Moss',
      cue: 'said',
    });
    expect(onlyQuotation('“Did it rain?” Ann Moss asked.')).toMatchObject({
      speaker: 'Ann Moss',
      polarity: 'asked',
    });
  });

  it('joins both halves of a split quotation', () => {
    expect(onlyQuotation('“It rained,” said Ann Moss, “and then it snowed.”')).toMatchObject({
      text: 'It rained, // and then it snowed.',
    });
  });

  it('takes the words before the marks along where they are one clause', () => {
    expect(onlyQuotation('The plan is “a bad joke,” Ann Moss said.')).toMatchObject({
      kind: 'mixed',
      text: 'The plan is “a bad joke,”',
    });
  });
});

describe('leading-quote', () => {
  it('takes the speaker before the marks', () => {
    expect(onlyQuotation('Ann Moss said: “It rained.”')).toMatchObject({
      text: 'It rained.',
      speaker: 'Ann Moss',
      rule: 'leading-quote',
    });
    expect(onlyQuotation('Added Ann Moss: “It rained.”')).toMatchObject({
      speaker: 'Ann Moss',
      cue: 'Added',
    });
    expect(onlyQuotation('Ann Moss told reporters, “It rained.”')).toMatchObject({ speaker: 'Ann Moss' });
  });
});

describe('colon-quote', () => {
  it('takes the subject before a colon, whatever its verb', () => {
    expect(onlyQuotation('Ann Moss: “It rained all day long.”')).toMatchObject({
      speaker: 'Ann Moss',
      rule: 'colon-quote',
    });
    expect(onlyQuotation('Ann Moss had a word for it: “It rained all day long.”')).toMatchObject({
      speaker: 'Ann Moss',
      rule: 'colon-quote',
    });
  });
});

describe('clause', () => {
  it('takes what stands behind the cue, with and without “that”', () => {
    expect(onlyQuotation('Ann Moss said that it had rained.')).toMatchObject({
      text: 'it had rained',
      kind: 'indirect',
      rule: 'clause',
    });
    expect(onlyQuotation('Ann Moss told the Hull Ledger the roof had leaked.')).toMatchObject({
      text: 'the roof had leaked',
    });
    expect(onlyQuotation('Ann Moss asked whether the roof had leaked.')).toMatchObject({ polarity: 'asked' });
  });

  it('is mixed where some of it stands in marks', () => {
    expect(onlyQuotation('Ann Moss said the roof was “a sieve”.')).toMatchObject({
      kind: 'mixed',
      text: 'the roof was “a sieve”',
    });
    expect(onlyQuotation('Ann Moss said the roof “leaks like a sieve”.')).toMatchObject({ kind: 'mixed' });
  });

  it('keeps several contents of one frame apart from the next frame', () => {
    const [first, second] = quotationsOf(
      'Ann Moss said the roof leaked, adding that the cellar was dry and that nobody cared.',
    );
    expect(first).toMatchObject({ text: 'the roof leaked' });
    expect(second).toMatchObject({
      text: 'the cellar was dry and that nobody cared',
      speaker: 'Ann Moss',
      cue: 'adding',
    });
  });
});

describe('trailing-clause', () => {
  it('takes the clause before its frame, and both sides of a frame in the middle', () => {
    expect(onlyQuotation('The roof leaked all winter, Ann Moss said on Monday.')).toMatchObject({
      text: 'The roof leaked all winter',
      rule: 'trailing-clause',
    });
    expect(onlyQuotation('The roof, Ann Moss said, had leaked all winter.')).toMatchObject({
      text: 'The roof // had leaked all winter',
    });
    expect(onlyQuotation('The roof leaked all winter, said Ann Moss.')).toMatchObject({
      speaker: 'Ann Moss',
    });
  });
});

describe('object', () => {
  it('takes the object of a verb that is itself the act', () => {
    expect(onlyQuotation('Ann Moss called the roof “a sieve”.')).toMatchObject({
      text: 'the roof “a sieve”',
      rule: 'object',
    });
    expect(onlyQuotation('Ann Moss denied the charges.')).toMatchObject({ polarity: 'not-said' });
    expect(onlyQuotation('Ann Moss urged the council to mend the roof.')).toMatchObject({
      text: 'to mend the roof',
    });
  });

  it('leaves names alone', () => {
    expect(quotationsOf('The group is called the Circle and meets in Hull.')).toEqual([]);
  });
});

describe('passive', () => {
  it('takes the one behind “by”, and nobody where there is none', () => {
    expect(onlyQuotation('Ann Moss was told by the dean that she should study botany.')).toMatchObject({
      speaker: 'dean',
      rule: 'passive',
    });
    const [asked] = quotationsOf('Asked whether the roof leaked, Ann Moss said it did not leak.');
    expect(asked).toMatchObject({ polarity: 'asked', speaker: null });
  });
});

describe('quoted-as', () => {
  it('takes the one who is quoted', () => {
    expect(onlyQuotation('The Hull Ledger quoted Ann Moss as saying the roof leaked.')).toMatchObject({
      speaker: 'Ann Moss',
      rule: 'quoted-as',
    });
  });
});

describe('noun-cue', () => {
  it('takes the owner of the claim', () => {
    expect(onlyQuotation('Nobody believed Ann Moss’s claim that the roof leaked.')).toMatchObject({
      speaker: 'Ann Moss',
      text: 'the roof leaked',
      cue: 'claim',
      rule: 'noun-cue',
    });
  });
});

describe('according-to', () => {
  it('takes the source at either end', () => {
    expect(onlyQuotation('According to Ann Moss, the roof leaked.')).toMatchObject({
      speaker: 'Ann Moss',
      text: 'the roof leaked',
    });
    expect(onlyQuotation('The roof leaked, according to Ann Moss.')).toMatchObject({
      speaker: 'Ann Moss',
      text: 'The roof leaked',
    });
  });

  it('takes the author of a report for the speaker', () => {
    expect(onlyQuotation('According to reports by the Hull Coast Guard, two boats sank.')).toMatchObject({
      speaker: 'Hull Coast Guard',
    });
  });
});

describe('any-verb', () => {
  it('takes any verb with a person right behind speech', () => {
    expect(onlyQuotation('“Who knows,” Ann Moss shrugged.')).toMatchObject({
      speaker: 'Ann Moss',
      rule: 'any-verb',
    });
  });
});

describe('rules over sentences', () => {
  it('join what runs on in marks without a new frame', () => {
    expect(onlyQuotation('“It rained,” Ann Moss said. “It always does.”')).toMatchObject({
      text: 'It rained, // It always does.',
    });
    expect(onlyQuotation('“It rained,” Ann Moss said. “It always does.\n\n“It will again.”')).toMatchObject({
      text: 'It rained, // It always does. // It will again.',
    });
  });

  it('join paragraphs that only a later frame closes, and single marks that are opened again', () => {
    expect(onlyQuotation('“It rained.\n\n“It snowed.\n\n“And then it froze,” Ann Moss said.')).toMatchObject({
      text: 'It rained. // It snowed. // And then it froze,',
      speaker: 'Ann Moss',
    });
    expect(
      quotationsOf("'It hailed,' said Ann Moss.\n\n'It rained all day.\n\n'It snowed all night.'")[0],
    ).toMatchObject({
      speaker: 'Ann Moss',
    });
    expect(
      quotationsOf("'It hailed,' said Ann Moss.\n\n'It rained all day.\n\n'It snowed all night.'")
        .map(({ text }) => text)
        .join(' // '),
    ).toBe('It hailed, // It rained all day. // It snowed all night.');
  });

  it('join a paragraph of speech to the one before when nothing stands between, but no answer', () => {
    expect(
      onlyQuotation(
        '“It rained,” Ann Moss said.\n\n“Then the roof leaked, and nobody in the whole town came.”',
      ),
    ).toMatchObject({ text: 'It rained, // Then the roof leaked, and nobody in the whole town came.' });
    expect(
      quotationsOf('“Did it rain?” Ann Moss asked.\n\n“It rained for a week, and then the roof leaked.”'),
    ).toHaveLength(2);
    expect(quotationsOf('“It rained,” Ann Moss said.\n\n“You lie, Ann.”')).toHaveLength(2);
  });

  it('give marked words to no “it”', () => {
    expect(quotationsOf('It was long.\n\n“We waited for the boat until the morning came.”')[0]).toMatchObject(
      {
        speaker: null,
      },
    );
  });

  it('give whole sentences without a frame to whoever spoke last', () => {
    const found = quotationsOf(
      'Ann Moss said the roof leaked.\n\n“It rained in everywhere, and nobody came.”',
    );
    expect(found[1]).toMatchObject({ speaker: 'Ann Moss', rule: 'floating' });
  });

  it('read the turns of a transcript', () => {
    const found = quotationsOf(
      'The hearing heard Ann Moss and Ted Hale.\n\nMOSS: Did it leak?\n\nHALE: It leaked.\n\nMOSS: Thank you.',
    );
    expect(found.map(({ speaker, text }) => `${speaker}: ${text}`)).toEqual([
      'Ann Moss: Did it leak?',
      'Ted Hale: It leaked.',
      'Ann Moss: Thank you.',
    ]);
  });
});

it('gives every rule a name of its own', () => {
  const names = SENTENCE_RULES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
