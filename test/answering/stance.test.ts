import { describe, expect, test } from 'vitest';
import { quotedPeople } from '../../src/answering/people.ts';
import { peopleSpokenOf } from '../../src/answering/spoken-of.ts';
import { stancesOf } from '../../src/answering/stance.ts';
import { slice } from '../../src/article/article.ts';
import { parseArticle } from '../../src/article/parse.ts';
import type { Quotation, Speaker } from '../../src/quotations/quotation.ts';
import { passagesOf } from '../../src/retrieval/passages.ts';
import type { StoredArticle } from '../../src/retrieval/store.ts';
import { harbour } from './harbour.ts';

const TEXT = `Ferry Plan Divides the Coast

“The ferry is late,” said Irma Dahl, the mayor of Vik. She wants to buy a second one. It would cost nine million. In her view the old one is scrap.

“We have no money,” said the treasurer, Olav Brun. She left early. He plans to sell the quay.

Harbour master Irma Dahl has ruled out a bridge. Dahl’s sister sings. The quarrel with Dahl goes on. Brun was born in Vik.
`;
const article = parseArticle('ferry.txt', TEXT);
const DAHL: Speaker = { name: 'Irma Dahl', title: null, role: 'mayor of Vik', kind: 'person' };
const BRUN: Speaker = { name: 'Olav Brun', title: null, role: 'treasurer', kind: 'person' };

function said(speaker: Speaker, words: string, mention: string | null): Quotation {
  const start = TEXT.indexOf(words);
  const at = mention === null ? -1 : TEXT.indexOf(mention);
  return {
    id: `ferry:${start}`,
    paragraph: 1,
    spans: [{ start, end: start + words.length }],
    kind: 'direct',
    polarity: 'said',
    speaker,
    mention: mention === null ? null : { start: at, end: at + mention.length },
    cue: null,
    addressee: null,
    via: null,
    pullQuoteOf: null,
    confidence: 0.9,
    rule: 'by hand',
  };
}

const ferry: StoredArticle = {
  article,
  passages: passagesOf(article),
  quotations: [said(DAHL, 'The ferry is late,', null), said(BRUN, 'We have no money,', 'He')],
};
const people = quotedPeople([ferry]);
const stances = (name: string) =>
  people
    .filter(({ speaker }) => speaker.name === name)
    .flatMap((person) => Array.from(stancesOf(person), (passage) => slice(article, passage)));

describe('what somebody wants, plans or refuses is theirs', () => {
  test('with the name as subject, or a pronoun behind their own words', () => {
    expect(stances('Irma Dahl')).toEqual([
      'She wants to buy a second one.',
      'In her view the old one is scrap.',
      'Harbour master Irma Dahl has ruled out a bridge.',
    ]);
  });

  test('a pronoun of the other gender is somebody else', () => {
    expect(stances('Olav Brun')).toEqual(['He plans to sell the quay.']);
  });
});

describe('the people of whom a question speaks', () => {
  const quoted = quotedPeople([harbour]);
  const spokenOf = (question: string) => peopleSpokenOf(question, quoted).map(({ speaker }) => speaker.name);

  test.each([
    ['why does the vice rector doubt it', ['Henrik Lindqvist']],
    ['what worries the researcher about the channel', ['Amara Okafor']],
    ['when will okafor have waited long enough', ['Amara Okafor']],
    ['how long is the channel', []],
    ['what did the ship carry', []],
  ])('%s: %j', (question, names) => {
    expect(spokenOf(question)).toEqual(names);
  });
});
