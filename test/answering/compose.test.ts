import { describe, expect, test } from 'vitest';
import { citeQuotation, citeSentence } from '../../src/answering/citations.ts';
import {
  citationLine,
  factText,
  fullName,
  list,
  notFoundText,
  notQuotedText,
  saidAboutText,
  spokenName,
  verdictText,
  whoSaidText,
} from '../../src/answering/compose.ts';
import { quotedPeople } from '../../src/answering/people.ts';
import { HARBOUR, harbour, LINDQVIST, OFFICIAL, OKAFOR, WATCH } from './harbour.ts';

const [okafor, , official] = harbour.quotations.map((quotation) => citeQuotation(harbour, quotation));
const [sentence] = harbour.passages;
if (!okafor || !official || !sentence) throw new Error('the article lacks something');
const narration = citeSentence(harbour, sentence, null);
const nobody = { ...okafor, speaker: null };
const words = '“The channel is silted up, and it will stay so, […] We have waited long enough.”';

test('a name has its title, and an unnamed source an article', () => {
  expect(fullName(LINDQVIST)).toBe('Prof. Henrik Lindqvist');
  expect(spokenName(OFFICIAL)).toBe('an unnamed senior US harbour official');
  expect(spokenName({ ...OFFICIAL, name: 'official' })).toBe('an unnamed official');
  expect(spokenName({ ...OFFICIAL, name: 'Israeli official' })).toBe('an unnamed Israeli official');
  expect(spokenName({ ...OFFICIAL, name: 'anonymous reviewer' })).toBe('an anonymous reviewer');
  expect(spokenName({ ...OFFICIAL, name: 'officials in Tarn' })).toBe('officials in Tarn');
  expect(spokenName(WATCH)).toBe('Bay Watch for Human Safety');
});

test('a list reads as people write it', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

describe('what is cited', () => {
  test('is attributed to who says it, with role and paragraph, its stretches joined by a mark', () => {
    expect(whoSaidText(okafor)).toBe(
      `Dr. Amara Okafor, a research fellow at the Institute for North Sea Shipping, said it (¶2): ${words}`,
    );
    expect(saidAboutText(OKAFOR, okafor, 2)).toBe(
      `Dr. Amara Okafor said (¶2): ${words} 2 more passages below.`,
    );
    expect(saidAboutText(OKAFOR, okafor, 0)).not.toContain('below');
  });

  test('is reported where it is indirect', () => {
    expect(whoSaidText(official)).toMatch(
      /^An unnamed senior US harbour official is reported as saying it \(¶4\): “/,
    );
  });

  test('is the article’s own where nobody says it', () => {
    expect(whoSaidText(narration)).toMatch(/^The article itself says it \(¶1\): “/);
    expect(factText(narration)).toMatch(/^The article says \(¶1\): “/);
    expect(citationLine(narration)).toMatch(/^The article \(¶1\): “/);
  });

  test('is said to be by nobody who is known where that is so', () => {
    expect(whoSaidText(nobody)).toContain('without saying who speaks');
    expect(factText(nobody)).toContain('a source that the article does not name');
    expect(citationLine(nobody)).toMatch(/^Unattributed \(¶2\)/);
    expect(verdictText('verbatim', null, nobody)).toContain('a speaker that the article does not name');
  });

  test('has no second pair of marks where it has marks of its own', () => {
    const start = HARBOUR.indexOf('“We have');
    const marked = { ...okafor, spans: [{ start, end: start + 8 }] };
    expect(whoSaidText(marked)).toMatch(/: “We have$/);
  });
});

describe('verdicts', () => {
  test.each([
    ['verbatim', /^Verbatim: Dr\. Amara Okafor said exactly this \(¶2\): “/],
    ['altered', /^Not in these words: Dr\. Amara Okafor said \(¶2\): “/],
    ['paraphrase', /^In substance, not in these words: Dr\. Amara Okafor said \(¶2\): “/],
    ['misattributed', /^No: Dr\. Amara Okafor said it, not Prof\. Henrik Lindqvist \(¶2\): “/],
    ['absent', /^The article does not say that\. The nearest is ¶2, from Dr\. Amara Okafor: “/],
  ] as const)('%s', (verdict, text) => {
    expect(verdictText(verdict, 'Prof. Henrik Lindqvist', okafor)).toMatch(text);
  });

  test('without anything near is a plain no', () => {
    expect(verdictText('absent', null, undefined)).toBe('The article does not say that.');
    expect(notFoundText(null, undefined)).toBe('The article does not say.');
  });
});

describe('who is not quoted', () => {
  const people = quotedPeople([harbour]);

  test('is named, with those who are', () => {
    expect(notQuotedText('Smith', false, people)).toBe(
      'Smith is not quoted in this article. Dr. Amara Okafor, Prof. Henrik Lindqvist, an unnamed senior US harbour official, the Bay Watch for Human Safety and Experts are quoted in it.',
    );
    expect(notQuotedText('Silva Marlowe', true, people)).toContain(
      'Silva Marlowe is mentioned but not quoted',
    );
  });

  test('is not named where the question names nobody', () => {
    expect(notQuotedText('', false, people)).toMatch(/^It is not clear who is meant\. Dr\. Amara Okafor/);
  });

  test('is repeated only as far as a name is long, in whole characters', () => {
    const text = notQuotedText('😀'.repeat(3000), false, people);
    expect(text).toContain(`${'😀'.repeat(80)}… is not quoted`);
  });

  test('is never half a character', () => {
    expect(notQuotedText('\ud83dSmith\ude00', false, people)).toContain('Smith is not quoted');
    expect(notQuotedText('\ud83d', false, people)).toMatch(/^It is not clear/);
  });

  test('is not alone in an article that quotes nobody', () => {
    expect(notQuotedText('Smith', false, [])).toContain('Nobody is quoted in it.');
  });
});
