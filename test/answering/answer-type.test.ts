import { describe, expect, test } from 'vitest';
import { holdsType } from '../../src/answering/answer-type.ts';
import type { AnswerType } from '../../src/answering/understanding.ts';

describe('a text holds the kind of thing that is asked for', () => {
  const rows: readonly (readonly [question: string, type: AnswerType | null, text: string, held: boolean])[] =
    [
      ['how much did the ferry cost', 'number', 'The ferry cost £14m.', true],
      ['how much did the ferry cost', 'number', 'The ferry carries 400 cars.', false],
      ['what is the price of a ticket', 'number', 'A ticket is free.', true],
      ['how much does a stoker earn', 'number', 'A stoker earns eleven percent less than a mate.', false],
      ['how old is the captain', 'number', 'Captain Anselm Roy, 61, retires in May.', true],
      ['how old is the wreck', 'number', 'Its age was put at between 1,760 and 1,840.', true],
      ['how old is the wreck', 'number', 'It lay there for 300 years.', true],
      ['how old is the captain', 'number', 'The captain has 61 men under him.', false],
      ['how old is the captain', 'number', 'He is seventy-four, and he still sails.', true],
      ['how old is the captain', 'number', 'I was thirty when it sank.', true],
      ['how old is the captain', 'number', 'There were forty men aboard.', false],
      ['how long did it last', 'number', 'It lasted nine nights.', true],
      ['how long did it last', 'number', 'It has been shut since May.', true],
      ['how long did it last', 'number', 'It cost nine million.', false],
      ['how long is the pier', 'number', 'The pier is 400 metres long.', true],
      ['at what depth does it lie', 'number', 'It lies ninety metres down.', true],
      ['at what depth does it lie', 'number', 'It has lain there for ninety years.', false],
      ['how tall is the crane', 'number', 'The crane is 80 metres tall.', true],
      ['how tall is the crane', 'number', 'The crane has two drivers.', false],
      ['how many sailors were hurt', 'number', 'Four sailors were hurt.', true],
      ['how many sailors were hurt', 'number', 'Some sailors were hurt on 4 May 2019.', false],
      ['how many sailors were hurt', 'number', 'Sailors waited for two hours at 9.30.', false],
      ['how many hours did it last', 'number', 'It lasted two hours.', true],
      ['how many civilians died', 'number', 'At least 57 troops were killed.', false],
      ['how many soldiers died', 'number', 'At least 57 troops were killed.', true],
      ['how many civilians died', 'number', 'Three civilians and 57 troops were killed.', true],
      ['how many people were hurt', 'number', 'At least 57 people were killed.', false],
      ['how many people were hurt', 'number', 'Two died and 57 were wounded.', true],
      ['how many women voted', 'number', 'Of the men, 40 voted.', false],
      ['how many people died', 'number', 'At least 57 troops were killed.', true],
      ['how many sailors came', 'number', 'Nobody came.', true],
      ['what is the name of the ferry', 'thing', 'The crew called the ferry Old Margit.', true],
      ['what is the name of the ferry', 'thing', 'The ferry has no other name.', false],
      ['which country built it', 'thing', 'It was built in Norway.', true],
      ['which country built it', 'thing', 'It was built abroad.', false],
      ['when will it sail', 'time', 'It will sail on Monday.', true],
      ['when will it sail', 'time', 'It will sail.', false],
      ['who built it', 'person', 'It was built abroad.', true],
    ];
  test.each(rows)('%s (%s): %s', (question, type, text, held) => {
    expect(holdsType(text, type, question)).toBe(held);
  });
});
