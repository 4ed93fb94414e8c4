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
