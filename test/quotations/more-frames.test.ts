import { describe, expect, it } from 'vitest';
import { quotationsOf } from './article-of.ts';

/** "mention: words" of every quotation of a body; articles before the mention left out. */
function told(body: string): string[] {
  return quotationsOf(body).map(({ mention, text }) => `${mention?.replace(/^(?:an?|the) /i, '')}: ${text}`);
}

describe('who speaks', () => {
  it.each([
    [
      'is the subject behind a conjunction',
      'A baker accused of theft walked free after a judge ruled there was no proof.',
      'judge: there was no proof',
    ],
    [
      'is the subject behind “when”',
      'Owners reported that kettles boil when somebody on television says it is time.',
      'somebody on television: it is time',
    ],
    [
      'is named without “whose”',
      'It angered the union, whose lawyers say they were shown a summary.',
      'lawyers: they were shown a summary',
    ],
    [
      'has a calling that looks like a verb',
      '“It is dark,” said lead author Nora Vance.',
      'Nora Vance: It is dark,',
    ],
    ['is a name with “itself”', 'Ford itself said the deal was off.', 'Ford: the deal was off'],
    [
      'may have said it of none and most',
      'Nora Vance said none were added to the list.',
      'Nora Vance: none were added to the list',
    ],
    [
      'is told of by “not” and a place',
      'A delegate not on the slate told reporters that she was late.',
      'delegate not on the slate: she was late',
    ],
    [
      'is privy to something',
      'Sources privy to the talks say it is late.',
      'Sources privy to the talks: it is late',
    ],
    [
      'is an earlier report',
      'An earlier report in a paper said the pier was closed.',
      'earlier report in a paper: the pier was closed',
    ],
    [
      'stands behind “looks like”',
      'It looks like someone told Vance that he is dead.',
      'someone: he is dead',
    ],
    [
      'goes out of the way to say it',
      'Vance went out of his way to say that it was late.',
      'Vance: it was late',
    ],
    ['is made to admit it', 'Vance was forced to admit that it was late.', 'Vance: it was late'],
    [
      'is told something “given” something',
      'The newspaper said that given the damage, the mayor should know about it.',
      'newspaper: given the damage, the mayor should know about it',
    ],
    [
      'stands behind a clause with an aside and a predicate',
      'The deal, which nobody wanted, is off, said Nora Vance.',
      'Nora Vance: The deal, which nobody wanted, is off',
    ],
    [
      'does not stand behind a possessive',
      'He has support from his colleagues, whom he has lost, said Nora Vance.',
      'Nora Vance: He has support from his colleagues, whom he has lost',
    ],
    [
      'stands in the clause that leads up to the words',
      'When someone shouted, “Go away now,” Vance laughed.',
      'someone: Go away now,',
    ],
    [
      'is shown before a colon',
      'This is Nora Vance in 1992: “Our new road must rest on the old one.”',
      'Nora Vance: Our new road must rest on the old one.',
    ],
    [
      'stands before a place of any kind',
      'Nora Vance declared in the big hall of Lenz, “I am the signal that it is time.”',
      'Nora Vance: I am the signal that it is time.',
    ],
    [
      'is no day',
      'In the last few days, Liberal leaders — and, in particular, Nora Vance — insisted that the bill include a delay.',
      'Liberal leaders: the bill include a delay',
    ],
    [
      'is no procedure',
      'It fell at the polling places and elections procedures, Nora Vance, chief of the section, noted.',
      'Nora Vance: It fell at the polling places and elections procedures',
    ],
    [
      'is not what was attacked',
      'After the Paris attacks, Nora Vance released an advert calling it “dangerous” that nobody had a plan.',
      'Nora Vance: it “dangerous” that nobody had a plan',
    ],
    [
      'is not whom it was told',
      'But, Nora Vance told the mayors who gathered in the city of Lenz, “no one should be confused about our aims.”',
      'Nora Vance: no one should be confused about our aims.',
    ],
    [
      'is not who was told when it was asked',
      'It would involve Nora Vance, who told Congress when asked about the inquiry: “That matter is being handled.”',
      'Nora Vance: That matter is being handled.',
    ],
    [
      'stands behind a dash with a participle',
      'Both men were glad – Nora Vance saying that it was early.',
      'Nora Vance: it was early',
    ],
    [
      'is of whom a clause tells',
      'It was the work of the Lenz Union, which released a statement on Tuesday questioning whether it was legal.',
      'Lenz Union: whether it was legal',
    ],
    [
      'has opening remarks',
      'Nora Vance said in her opening remarks that the plan should be clear.',
      'Nora Vance: the plan should be clear',
    ],
    [
      'is no room',
      'In a Lenz hotel room, Nora Vance, his friend, told reporters that he had changed.',
      'Nora Vance: he had changed',
    ],
    [
      'is no sum',
      'It was insured at a value of $35 million in 2011, records show, and aviation experts say it is worth more.',
      'aviation experts: it is worth more',
    ],
    [
      'is a summary beside which somebody else is named',
      'According to a police summary of the case, Nora Vance, a top aide, sent the letter.',
      'police summary of the case: Nora Vance, a top aide, sent the letter',
    ],
    [
      'is in the main clause',
      'While most of her rivals called for war, Nora Vance stood by, noting that nobody had died.',
      'Nora Vance: nobody had died',
    ],
    [
      'stands before an aside between dashes that holds marks',
      'Nora Vance — who once said he would "bomb the whole lot out of" fields held by the state — said at a rally that he was tired.',
      'Nora Vance: he was tired',
    ],
    [
      'said it before doing something',
      'Nora Vance said before attending the meeting that the council asked her to come.',
      'Nora Vance: the council asked her to come',
    ],
    ['has led “it”', 'The clerk who led it said it was late.', 'clerk: it was late'],
    [
      'is a sign that is held up',
      'Nora Vance held up a sign saying “Go home now, all of you.”',
      'sign: Go home now, all of you.',
    ],
    [
      'is a letter in response to which something came',
      'Her comments came in response to a letter alleging that the deal was void.',
      'letter: the deal was void',
    ],
    [
      'is “one” of them, behind whom words in marks follow',
      'Neighbours recall 2019, when, according to one, “a tin sign flew off”.',
      'one: a tin sign flew off',
    ],
  ])('%s: %s', (_what, body, expected) => {
    const [name = '', words = ''] = expected.split(': ');
    const found = told(body).find((one) => one.endsWith(`: ${words}`));
    expect(found).toContain(name);
  });
});

describe('what is told', () => {
  it.each([
    ['He concedes, though, that eleven is not many.', 'He: eleven is not many'],
    ['The league confirmed in a statement that the goal would stand.', 'league: the goal would stand'],
    ['One poll found 71% of voters opposed the tax.', 'poll: 71% of voters opposed the tax'],
    ['Nora Vance called that “a slow leak”.', 'Nora Vance: that “a slow leak”'],
    [
      'The levy would raise little: “roughly the cost of a gate”, in the words of Nora Vance.',
      'Nora Vance: roughly the cost of a gate',
    ],
    ['According to Nora Vance, however, voices were raised.', 'Nora Vance: voices were raised'],
    [
      'An official disputed that version: “Nobody shouts in that room.”',
      'official: Nobody shouts in that room.',
    ],
    ['Nora Vance argued throughout that the case was old.', 'Nora Vance: the case was old'],
    [
      'In a memo seen by this paper, Nora Vance tells managers to prepare for a strike.',
      'Nora Vance: to prepare for a strike',
    ],
  ])('stands behind asides and occasions: %s', (body, expected) => {
    expect(told(body)).toEqual([expected]);
  });

  it.each([
    'One driver, who asked that her name not be used because she fears for her job, said the depots were full.',
    'One driver, who asked not to be named, said the depots were full.',
  ])('is no wish to stay unnamed, and ends before the main verb: %s', (body) => {
    expect(told(body)).toEqual(['driver: the depots were full']);
  });

  it.each([
    ['Asked to clarify, he did not respond.'],
    ['Nora Vance disputes that account.'],
    ['Brewly is recalling 40,000 kettles.'],
  ])('is nothing where somebody only acts: %s', (body) => {
    expect(told(body)).toEqual([]);
  });
});
