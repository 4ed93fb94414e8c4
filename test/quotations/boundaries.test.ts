import { describe, expect, it } from 'vitest';
import { quotationsOf } from './article-of.ts';

/** The words of every quotation of a body. */
function texts(body: string): string[] {
  return quotationsOf(body).map(({ text }) => text);
}

describe('a sentence', () => {
  it('ends behind an answer of one word, and not before a number', () => {
    expect(texts('The clerk said it was late. He said no. Nora Vance said that it was fine.')).toEqual([
      'it was late',
      'it was fine',
    ]);
    expect(texts('Nora Vance said house no. 4 was closed.')).toEqual(['house no. 4 was closed']);
  });

  it.each([
    ['Nora Vance argued for three decades that the pier was late.', 'the pier was late'],
    ['Nora Vance said £200 a household would be late.', '£200 a household would be late'],
    ['Nora Vance said €3bn a year had gone.', '€3bn a year had gone'],
    ['Minutes of a meeting, seen by this paper, state that the pier was closed.', 'the pier was closed'],
    [
      'The clerk, Nora Vance, said members had been shown “three slides” before the vote.',
      'members had been shown “three slides” before the vote',
    ],
  ])('whose subject or verb the tagger misses is retold: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });

  it('in which a message was the means names nobody', () => {
    const [found] = quotationsOf('Residents were told by text message that the pier was closed.');
    expect(found?.quotation.speaker ?? null).toBe(null);
    const [named] = quotationsOf('Residents were told by Nora Vance that the pier was closed.');
    expect(named?.quotation.speaker?.name).toBe('Nora Vance');
  });
});

describe('where content begins', () => {
  it.each([
    ['18:04 “It looks like a boiler,” Nora Vance says.', 'It looks like a boiler,'],
    ['6.45pm – The pier was closed, Nora Vance says.', 'The pier was closed'],
  ])('leaves the time of an entry in a live blog out: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });

  it.each([
    ['Nora Vance said on Tuesday the pier was closed.', 'the pier was closed'],
    ['Nora Vance said in a letter to the harbour board the pier was closed.', 'the pier was closed'],
    ['Nora Vance said last week that the pier was closed.', 'the pier was closed'],
    ['Nora Vance said in a note released late on Friday that the crane had stuck.', 'the crane had stuck'],
    ['Nora Vance told one person close to her that the crane had stuck.', 'the crane had stuck'],
  ])('leaves day, occasion and listener to the frame: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });

  it.each([
    ['Nora Vance said in the long run the pier would fall.', 'in the long run the pier would fall'],
    ['Nora Vance said without a crane nothing would move.', 'without a crane nothing would move'],
    [
      'Nora Vance said if the board paid for it the pier would stand.',
      'if the board paid for it the pier would stand',
    ],
  ])('keeps what limits the statement itself: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });

  it.each([
    ['Nora Vance said that was the reason for the delay.', 'that was the reason for the delay'],
    ['Nora Vance says that would be a mistake.', 'that would be a mistake'],
    ['Nora Vance said that is “a fairy tale”.', 'that is “a fairy tale”'],
  ])('takes “that” for a subject where the verb follows: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });

  it.each([
    [
      'Nora Vance said the rumour that the pier leans had hurt trade.',
      'the rumour that the pier leans had hurt trade',
    ],
    [
      'Nora Vance says the “easy talk” about cranes hides the fact that nobody can drive one.',
      'the “easy talk” about cranes hides the fact that nobody can drive one',
    ],
    [
      'Nora Vance said the noise that the crane makes drives guests away.',
      'the noise that the crane makes drives guests away',
    ],
  ])('does not take the “that” of a noun for its own: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });
});

describe('where content ends', () => {
  it.each([
    ['While Nora Vance said the pier was safe, the board shut it at noon.', 'the pier was safe'],
    ['When she says the crane is new, visitors laugh at the rust.', 'the crane is new'],
    ['Although Nora Vance insisted in May that it would hold, it fell in June.', 'it would hold'],
  ])('ends where the main clause begins for which the frame waits: %s', (body, text) => {
    expect(texts(body)).toEqual([text]);
  });

  it('takes no comma inside a statement for the end of it', () => {
    expect(texts('Nora Vance said while the pier was closed, the shops stayed open.')).toEqual([
      'while the pier was closed, the shops stayed open',
    ]);
    expect(texts('Nora Vance said the pier, the oldest in the county, was closed.')).toEqual([
      'the pier, the oldest in the county, was closed',
    ]);
  });

  it.each([
    [
      'Nora Vance said the crane is “stubborn” and he knows how to drive it.',
      'the crane is “stubborn” and he knows how to drive it',
    ],
    [
      'Nora Vance said the board was “asleep” but she hoped it would wake.',
      'the board was “asleep” but she hoped it would wake',
    ],
    [
      'Nora Vance noted that one of them had “even sung” while mending the rail.',
      'one of them had “even sung” while mending the rail',
    ],
  ])('goes on behind marked words that no comma closes: %s', (body, text) => {
    expect(texts(body)[0]).toBe(text);
  });

  it.each([
    ['Her verdict was short: “It leans,” she said.', 'It leans,'],
    ['Few were pleased (“It leans,” wrote Nora Vance) and left.', 'It leans,'],
    ['One thing was plain; “It leans,” said Nora Vance.', 'It leans,'],
  ])('takes marked words behind a colon or bracket alone: %s', (body, text) => {
    expect(texts(body)).toContain(text);
  });
});

describe('where the object of an act ends', () => {
  it.each([
    ['Nora Vance called the crane “a donkey” – the machine that once lifted a tram.', 'the crane “a donkey”'],
    ['Nora Vance rejected the charges of the board and left the hall.', 'the charges of the board'],
    ['Nora Vance denied the charges, but the board printed them.', 'the charges'],
    ['Nora Vance criticised the board because it had closed the pier.', 'the board'],
    ['Nora Vance announced a new timetable on Thursday night.', 'a new timetable'],
    ['Nora Vance promised to mend the rail, and then she left.', 'to mend the rail'],
    ['Nora Vance praised the porters during the long dinner.', 'the porters'],
  ])('is before what the narrator adds: %s', (body, text) => {
    expect(texts(body)[0]).toBe(text);
  });

  it.each([
    ['Nora Vance criticised the board, the mayor and the crane.', 'the board, the mayor and the crane'],
    ['Nora Vance described the crane as “a donkey with rust”.', 'the crane as “a donkey with rust”'],
    [
      'Nora Vance denied claims that she had sold the rail and kept the money.',
      'claims that she had sold the rail and kept the money',
    ],
    ['Nora Vance promised to mend the rail and paint it.', 'to mend the rail and paint it'],
  ])('is behind all that belongs to it: %s', (body, text) => {
    expect(texts(body).at(-1)).toContain(text.replace(/^claims that /, ''));
  });

  it('is nothing where the words stand elsewhere', () => {
    expect(texts('Nora Vance rejected that account.')).toEqual([]);
    expect(texts('The board offered a deal, and Nora Vance denounced it.')).toEqual([]);
  });
});

describe('a second act of the same speaker', () => {
  it.each([
    ['Nora Vance said the pier had been painted, but could not say by whom.', 'the pier had been painted'],
    ['Nora Vance said the pier leans and called the board “a choir of sleepers”.', 'the pier leans'],
    ['Nora Vance said the pier leans, and told the board that it knew.', 'the pier leans'],
  ])('ends the first: %s', (body, text) => {
    expect(texts(body)[0]).toBe(text);
  });

  it('does not where both verbs are retold', () => {
    expect(texts('Nora Vance said the clerk had lied and called in sick.')).toEqual([
      'the clerk had lied and called in sick',
    ]);
    expect(texts('Nora Vance said the porters must report or submit “proof of life”.')).toEqual([
      'the porters must report or submit “proof of life”',
    ]);
  });
});

describe('where a sentence ends', () => {
  it('is not inside initials that are glued together', () => {
    expect(quotationsOf('“It leans,” Sen. Nora Vance (D-N.Y.) said Tuesday. “It always did.”')).toMatchObject(
      [{ text: 'It leans, // It always did.', mention: 'Nora Vance' }],
    );
    expect(quotationsOf('“It leans,” E.J. Thorne said.')).toMatchObject([{ text: 'It leans,' }]);
  });

  it('is behind a question when the answer has a frame of its own', () => {
    expect(texts('Vance was asked, “Does it lean?” She answered, “It always did.”')).toEqual([
      'Does it lean?',
      'It always did.',
    ]);
    expect(texts('“Does it lean?” she asked.')).toEqual(['Does it lean?']);
  });
});

describe('marked words that are passed on', () => {
  it('belong to whoever said them as well as to whoever passes them on', () => {
    expect(texts('Vance said the director, Karl Abbot, had told her that it was “above our pay”.')).toEqual([
      'the director, Karl Abbot, had told her that it was “above our pay”',
      'it was “above our pay”',
    ]);
  });

  it('are not what somebody in the words passed on would see', () => {
    expect(
      texts('Vance questioned the lease, adding that the committee would want to see “every last email”.'),
    ).toContain('the committee would want to see “every last email”');
  });
});

describe('a thought in a relative clause', () => {
  it('is no clause of the verb that follows it', () => {
    expect(texts('An officer who knew the case said the figures were wrong.')).toEqual([
      'the figures were wrong',
    ]);
  });
});

describe('a frame at the end', () => {
  it('leaves out what the news did', () => {
    expect(
      texts('Work will begin in May, the ministry announced, ending a dispute over the valley.'),
    ).toEqual(['Work will begin in May']);
  });

  it('stands between the parts of what is said', () => {
    expect(
      texts('He had written to the company in March, he said, about ferries coming in too fast.'),
    ).toEqual(['He had written to the company in March // about ferries coming in too fast']);
  });

  it('in the passive names who was told, and nobody who said it', () => {
    expect(quotationsOf('The roof had leaked for years, jurors were told on Monday.')).toMatchObject([
      { quotation: { speaker: null, addressee: 'jurors' } },
    ]);
  });
});
