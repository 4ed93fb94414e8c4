import { describe, expect, it } from 'vitest';
import { quotationsOf } from './article-of.ts';

/** "mention: words" of every quotation of a body; articles before the mention left out. */
function told(body: string): string[] {
  return quotationsOf(body).map(({ mention, text }) => `${mention?.replace(/^(?:an?|the) /, '')}: ${text}`);
}

describe('a relative clause that speaks', () => {
  it.each([
    [
      'The vote drew a reply from Nora Vance, who called the pier “a wreck”.',
      'Nora Vance: the pier “a wreck”',
    ],
    ['They met Nora Vance, who had told them the pier would hold.', 'Nora Vance: the pier would hold'],
    ['A note came from the harbour board, which said it would pay.', 'harbour board: it would pay'],
  ])('belongs to the name before it, also behind a verb or preposition: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });

  it('takes no noun that merely stands near', () => {
    expect(quotationsOf('The crane stood on the pier, which fell in May.')).toEqual([]);
    expect(quotationsOf('The storm began in 2008, but it was the tide that broke the pier.')).toEqual([]);
  });
});

describe('a long subject between marks and verb', () => {
  it.each([
    [
      '“It leans,” Nora Vance, the clerk who counts the boats wrote on Monday. “It always did.”',
      'Nora Vance: It leans, // It always did.',
    ],
    ['“It leans,” a weary-and-wet Nora Vance said.', 'Nora Vance: It leans,'],
    [
      '“It leans,” Nora Vance, who has kept the pier for nineteen years and paints it herself every spring told the board.',
      'Nora Vance: It leans,',
    ],
  ])('is read although a comma is missing: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });

  it('does not reach over a clause of its own', () => {
    expect(told('“It leans,” the sign reads, and Nora Vance said the board knew.')).toContain(
      'Nora Vance: the board knew',
    );
    expect(told('Fans of “Tide,” a song, met where Nora Vance said she was born.')).not.toContain(
      'Nora Vance: Tide,',
    );
    expect(told('Beside “Tide,” the pier’s ship, Nora Vance wrote a note.')).not.toContain(
      'Nora Vance: Tide,',
    );
  });
});

describe('what runs on behind a frame', () => {
  it.each([
    [
      '“It leans,” Nora Vance said, referring to the pier. “It always did.”',
      'Nora Vance: It leans, // It always did.',
    ],
    [
      '“It leans,” said a clerk, who says she has retired. “It always did.”',
      'clerk: It leans, // It always did.',
    ],
    [
      '“It leans,” said Nora Vance, who has praised the crane. “It always did.”',
      'Nora Vance: It leans, // It always did.',
    ],
  ])('is one quotation when only the speaker or the words are described: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });

  it('is another one when something new is said in between', () => {
    expect(told('“It leans,” Nora Vance said, adding that the crane had stuck. “It always did.”')).toContain(
      'Nora Vance: It leans,',
    );
    expect(told('“It leans,” Nora Vance said, while Ted Hale said it stood. “It always did.”')[0]).toBe(
      'Nora Vance: It leans,',
    );
  });
});

describe('a frame between commas', () => {
  it.each([
    [
      'In cases of fire, Nora Vance said, “the crane is of no use.”',
      'Nora Vance: In cases of fire // “the crane is of no use.”',
    ],
    [
      'For most of the boats, she said, “nothing changes.”',
      'she: For most of the boats // “nothing changes.”',
    ],
    ['But, Nora Vance added, the crane had stuck “for good”.', 'Nora Vance: the crane had stuck “for good”'],
    ['Yet, Nora Vance said, the crane had stuck.', 'Nora Vance: the crane had stuck'],
    [
      '“We sanded and sang” through the night to save the rail, Nora Vance said.',
      'Nora Vance: “We sanded and sang” through the night to save the rail',
    ],
  ])('splits a clause: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });

  it.each([
    ['In an interview, Nora Vance said, “the crane is of no use.”', 'Nora Vance: the crane is of no use.'],
    [
      'When asked about it, Nora Vance said, “the crane is of no use.”',
      'Nora Vance: the crane is of no use.',
    ],
    ['On Monday, Nora Vance said, “the crane is of no use.”', 'Nora Vance: the crane is of no use.'],
    ['For most of the boats, she said, “Nothing changes.”', 'she: Nothing changes.'],
  ])('has no part of the statement before it where that only sets the scene: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });
});

describe('a frame that the tagger hides', () => {
  it.each([
    ['“It leans,” Vance shot back. “Look at it.”', 'Vance: It leans, // Look at it.'],
    ['“It leans,” she shot back.', 'she: It leans,'],
    [
      'The pier had closed in May, the weekly newspaper Hallow Post reports.',
      'Hallow Post: The pier had closed in May',
    ],
    ['Nora Vance acknowledged, however, “The crane is of no use.”', 'Nora Vance: The crane is of no use.'],
    ['Vance replies to Hale with, “Why now?”', 'Vance: Why now?'],
  ])('is found: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });

  it('takes no noun for a verb', () => {
    expect(quotationsOf('She read the Hallow Post reports.')).toEqual([]);
    expect(quotationsOf('The pier was closed in May, June and the weeks of the Hallow Post claims.')).toEqual(
      [],
    );
    expect(quotationsOf('The board cut its annual crane forecast on Monday for the third time.')).toEqual([]);
  });

  it('takes the last part of a list behind a verb for the subject', () => {
    expect(
      told(
        'The pier is weak in the middle of the old planks, clerks and harbour staff told the Hallow Post.',
      ),
    ).toEqual(['clerks and harbour staff: The pier is weak in the middle of the old planks']);
    expect(told('The pier was sold in Hallow, Lower Deep, the local paper Post said.')).toEqual([
      'Post: The pier was sold in Hallow, Lower Deep',
    ]);
    expect(told('Clerks, porters and guards said the pier was weak.')).toEqual([
      'Clerks, porters and guards: the pier was weak',
    ]);
  });
});

describe('a participle that opens the sentence', () => {
  it.each([
    [
      'Opening the session, the head of the party, Sir Nevil Croft, asked how a bridge could swim.',
      'Nevil Croft: how a bridge could swim',
    ],
    [
      'Speaking after the match, the coach, Dora Heim, said the grass was wet.',
      'Dora Heim: the grass was wet',
    ],
    ['Leaving court, the widow’s lawyer said she would appeal.', 'widow’s lawyer: she would appeal'],
  ])('is no speaker, nor is what it governs: %s', (body, expected) => {
    expect(told(body)).toEqual([expected]);
  });

  it('is told from a noun that ends alike', () => {
    expect(told('Housing minister Dora Heim, a surveyor, said the roof was wet.')).toEqual([
      'Dora Heim: the roof was wet',
    ]);
    expect(told('Evening classes, the coach said, were full.')).toEqual([
      'coach: Evening classes // were full',
    ]);
  });
});

describe('verbs that reach somebody from afar', () => {
  it.each([
    ['Nora Vance texted a friend that she could see smoke.', 'Nora Vance: she could see smoke'],
    ['The skipper radioed the coastguard that the engine had failed.', 'skipper: the engine had failed'],
  ])('take a listener and a clause: %s', (body, expected) => {
    expect(told(body)).toEqual([expected]);
  });
});

describe('a verb of saying that looks like a noun or an adjective', () => {
  it.each([
    [
      'Her brother, Emil, who keeps the books, points out that sales have doubled.',
      'Emil: sales have doubled',
    ],
    [
      'Nora Vance said the pump had failed, and alleged that two men were hurt.',
      'Nora Vance: two men were hurt',
    ],
    ['Nora Vance, a clerk, questioned who had signed the bill.', 'Nora Vance: who had signed the bill'],
  ])('is a verb behind a comma and before “that”: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });
});

describe('what is written on a thing', () => {
  it('does not part it from its verb', () => {
    expect(
      told('The letter, dated Jan. 9 and marked “Not for the Press,” warns that the roof leaks.'),
    ).toEqual(['letter: the roof leaks']);
  });
});

describe('a clause that nobody utters', () => {
  it.each([
    'Guests screamed as the roof came down on the cake.',
    'The row began in March, when the union published a photograph.',
    'Whether Nora Vance can find two more votes is another matter.',
    'How Nora Vance knew the box was empty remains unclear.',
    'Does she read what they write?',
  ])('is no quotation: %s', (body) => {
    expect(quotationsOf(body)).toEqual([]);
  });

  it('is one where the verb takes “that” or the sentence asks nothing', () => {
    expect(told('Nora Vance screamed that the roof was coming down.')).toEqual([
      'Nora Vance: the roof was coming down',
    ]);
    expect(told('Whether it leaked, Nora Vance said, nobody knew.')).toEqual([
      'Nora Vance: Whether it leaked // nobody knew',
    ]);
  });

  it('does not end what the speaker says, when it is the question put to him', () => {
    expect(
      told('‘Three,’ said Nora Vance, when asked how many she had sold. ‘It is always three.’'),
    ).toContain('Nora Vance: Three, // It is always three.');
  });
});

describe('a body that is only told something', () => {
  it('is not the company that speaks next', () => {
    const body = (to: string) =>
      `“It leans,” Nora Vance told ${to}. In a statement, the company said it would mend the pier.`;
    expect(quotationsOf(body('the BBC')).at(-1)?.speaker).toBe('company');
  });

  it('is one that has acted before', () => {
    const body =
      'Pier Holdings Ltd built it in May. In a statement, the company said it would mend the pier.';
    expect(quotationsOf(body).at(-1)?.speaker).toBe('Pier Holdings Ltd');
  });
});

describe('marks in the clause before', () => {
  it.each([
    [
      'Nora Vance called it “a wreck,” and the mayor, Rob Hale, said it would stay.',
      ['Nora Vance: it “a wreck,”', 'Rob Hale: it would stay'],
    ],
    [
      'Nora Vance described the pier as “a wreck”, and councillor Rob Hale said it would stay.',
      ['Nora Vance: the pier as “a wreck”', 'Rob Hale: it would stay'],
    ],
    [
      'Nora Vance called her “a star,” and her coach, Rob Hale, said she would go.',
      ['Nora Vance: her “a star,”', 'Rob Hale: she would go'],
    ],
  ])('are hers, not of whoever speaks behind “and”: %s', (body, expected) => {
    expect(told(body)).toEqual(expected);
  });

  it('are the speaker’s own where they begin the sentence', () => {
    expect(told('“It leans,” and, Nora Vance said, “it always did.”').join()).toContain('It leans,');
  });
});

describe('whom it is told', () => {
  it.each([
    [
      '“It leans,” Nora Vance told reporters, “and it always did.”',
      'Nora Vance: It leans, // and it always did.',
    ],
    ['“It leans,” Nora Vance told the Post, “or so they say.”', 'Nora Vance: It leans, // or so they say.'],
    ['Nora Vance told the “Dawn” programme the pier leans.', 'Nora Vance: the pier leans'],
  ])('ends before the marks: %s', (body, expected) => {
    expect(told(body)).toContain(expected);
  });
});
