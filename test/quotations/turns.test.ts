import { describe, expect, it } from 'vitest';
import { quotationsOf } from './article-of.ts';

/** "speaker: words" of every quotation. */
function lines(body: string, title?: string): string[] {
  return quotationsOf(body, title).map(({ speaker, text }) => `${speaker}: ${text}`);
}

const ANSWERS = [
  'The quiet. I used to talk to the kettle.',
  'Every February. Then the terns come back and I forget why.',
  'A machine, they told me. My kettle stays here.',
];

describe('an interview without labels', () => {
  it('is read from the change of question and answer', () => {
    const body = [
      'Mara Quill has kept the light at Hollow Bay for thirty years.',
      'What is the hardest part of your job?',
      ANSWERS[0],
      'You once said that storms bore you. Did you ever think of leaving?',
      ANSWERS[1],
      'And who will keep it after you?',
      ANSWERS[2],
      'Quill retires in May.',
    ].join('\n\n');
    expect(lines(body)).toEqual([
      'null: What is the hardest part of your job?',
      `Mara Quill: ${ANSWERS[0]}`,
      'null: You once said that storms bore you. Did you ever think of leaving?',
      `Mara Quill: ${ANSWERS[1]}`,
      'null: And who will keep it after you?',
      `Mara Quill: ${ANSWERS[2]}`,
    ]);
    expect(quotationsOf(body)[0]).toMatchObject({ polarity: 'asked', rule: 'turn', kind: 'direct' });
  });

  it('gives the answers to nobody where more than one person can be meant', () => {
    const turns = [
      'What do you fear?',
      'The quiet. I talk to the kettle.',
      'Do you think of leaving?',
      'I do.',
      'Who will keep your light?',
      'I cannot say.',
    ].join('\n\n');
    const speakers = (intro: string, title?: string) => [
      ...new Set(quotationsOf(`${intro}\n\n${turns}`, title).map(({ speaker }) => speaker)),
    ];
    expect(speakers('Mara Quill and Odd Harrow keep the light at Hollow Bay.')).toEqual([null]);
    expect(speakers('Odd Harrow built the light. The Post interviewed Mara Quill there.')).toEqual([
      null,
      'Mara Quill',
    ]);
    expect(speakers('Odd Harrow built the light.', 'Mara Quill on fear')).not.toContain('Hollow Bay');
    expect(speakers('Mara Quill keeps the light. She spoke to Tom Arden.')).toEqual([null, 'Mara Quill']);
  });

  it('is read where the questions are bold, without the stars', () => {
    const body = [
      '**What is the hardest part of your job?**',
      ANSWERS[0],
      '**Do you think of leaving?**',
      ANSWERS[1],
      '**And who comes after you?**',
      ANSWERS[2],
    ].join('\n\n');
    expect(lines(body, 'Mara Quill on the light')).toContain('null: Do you think of leaving?');
  });

  it('takes answers of several paragraphs as one', () => {
    const body = [
      'What do you fear?',
      'The quiet. I talk to the kettle.',
      'My brother told me to get a dog.',
      'Do you think of leaving?',
      'I do.',
      'Who will keep it after you?',
      'I cannot say.',
    ].join('\n\n');
    expect(
      lines(body).some((line) =>
        line.endsWith('The quiet. I talk to the kettle. // My brother told me to get a dog.'),
      ),
    ).toBe(true);
  });

  it('is not seen in questions that an article asks its reader', () => {
    expect(
      quotationsOf(
        'Is your pier safe?\n\nThe board has closed it.\n\nWho pays?\n\nThe town does.\n\nWhat comes next?\n\nNobody knows.',
      ).filter(({ rule }) => rule === 'turn'),
    ).toEqual([]);
    expect(
      quotationsOf(
        'Will it hold?\n\n“It will,” said Nora Vance.\n\nWill it?\n\nNora Vance said it will.',
      ).filter(({ rule }) => rule === 'turn'),
    ).toEqual([]);
  });
});

describe('an interview with labels', () => {
  it('knows full stops behind Q and A, brackets, initials and tasks', () => {
    expect(lines('Q. Does it lean?\n\nA. It does.\n\nQ. Much?', 'Mara Quill')[1]).toContain('It does.');
    expect(
      lines(
        'Mara Quill: It leans.\n\nTom Arden (chair): Does it?\n\nMara Quill: It does.\n\nTom Arden (chair): Thank you.',
      ),
    ).toContain('Tom Arden: Does it?');
    expect(
      lines('THE POST: Does it lean?\n\nMARA QUILL: It does.\n\nTP: Much?\n\nMQ: A little.').at(-1),
    ).toBe('MARA QUILL: A little.');
    expect(
      quotationsOf(
        'Interviewer: Does it lean?\n\nQuill: It does.\n\nInterviewer: Much?\n\nQuill: A little.',
      )[0],
    ).toMatchObject({ polarity: 'asked' });
  });

  it('leaves numbered lists and initials at the start of a sentence alone', () => {
    expect(quotationsOf('A. The pier leans.\n\nB. The crane sticks.\n\nC. The rail is gone.')).toEqual([]);
    expect(quotationsOf('10:42 The boats are in.\n\n11:15 The crane moves.\n\n12:05 It stops.')).toEqual([]);
  });
});
