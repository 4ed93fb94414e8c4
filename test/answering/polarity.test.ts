import { describe, expect, test } from 'vitest';
import { areOpposed } from '../../src/answering/lexicon/opposites.ts';
import { readAgreement } from '../../src/answering/polarity.ts';

describe('a claim against a passage', () => {
  test.each([
    ['the dam has leaked', 'The dam has not leaked.', 'denied'],
    ['nobody was arrested', 'Two men were arrested.', 'denied'],
    ['the sheep were stolen for wool', 'She doubts that they were stolen for wool.', 'denied'],
    ['Marlow wants a vote', 'The last thing Marlow wants is a vote.', 'denied'],
    ['prices rose', 'Prices fell, she said: they fall each May.', 'opposed'],
    ['a ferry is impossible', 'A ferry is possible, he said.', 'opposed'],
    ['the ferry will sail', 'The ferry sailed.', 'unforeseen'],
    ['the ferry sailed on Monday', 'The ferry sailed on Friday.', 'untimed'],
    ['the dam will surely hold and must', 'The dam may hold.', 'modality'],
  ] as const)('“%s” and “%s”: %s', (claim, passage, sign) => {
    expect(readAgreement(claim, passage)[sign]).toBe(true);
  });

  test.each([
    ['the dam has not leaked', 'The dam has not leaked.'],
    ['nobody was arrested', 'No one had been arrested.'],
    ['a survey asked for a stronger dam', 'A survey asked for a stronger dam, and nothing was done.'],
  ])('“%s” and “%s” agree', (claim, passage) => {
    expect(readAgreement(claim, passage)).toMatchObject({ denied: false, opposed: false });
  });
});

test('opposites go both ways, and a word is not its own', () => {
  expect([areOpposed('rise', 'fall'), areOpposed('falls', 'rising'), areOpposed('rise', 'rise')]).toEqual([
    true,
    true,
    false,
  ]);
});
