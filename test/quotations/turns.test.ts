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

  const asked = [
    'What do you fear?',
    'The quiet. I talk to the kettle.',
    'Do you think of leaving?',
    'I do.',
    'Who will keep your light?',
    'I cannot say.',
  ];
  const answering = (body: readonly string[], title?: string) => [
    ...new Set(
      quotationsOf(body.join('\n\n'), title)
        .filter(({ rule, polarity }) => rule === 'turn' && polarity === 'said')
        .map(({ speaker }) => speaker),
    ),
  ];

  it('takes whom the title says was interviewed, named in the body or not', () => {
    expect(answering(asked, 'The Ledger interviews Nora Quill on the light')).toEqual(['Nora Quill']);
    expect(answering(asked, 'Nora Quill: An interview with the ‘Tern Lady’')).toEqual(['Nora Quill']);
    expect(answering(asked, 'Marabeth Quill interviewed')).toEqual([null]);
    expect(
      answering([...asked, 'Quill at the lamp in 2011.'], 'The Ledger interviews Marabeth Quill on light'),
    ).toEqual(['Marabeth Quill']);
    expect(answering(asked, 'The Ledger interviews Nora Quill and Odd Harrow')).toEqual([null]);
    expect(answering(asked, 'The Ledger interviews New Quay lamp owner')).toEqual([null]);
  });

  it('does not give the answers to whom an answer before the first question speaks of', () => {
    const before = ['How did you come to the light', 'Odd Harrow rang me and I could not refuse.'];
    expect(answering([...before, ...asked])).toEqual([null]);
    expect(answering(['Mara Quill keeps the light.', ...before, ...asked])).toEqual(['Mara Quill']);
  });

  it('passes over a caption inside an answer', () => {
    const [question = '', answer = '', ...rest] = asked;
    const captions = [
      'The lamp of the light at dusk. Image: Nora Vance.',
      'Quill (right) with a tern at hers.',
    ];
    const body = [
      'Mara Quill keeps the light.',
      question,
      answer,
      ...captions,
      'It is my only friend.',
      ...rest,
    ];
    expect(lines(body.join('\n\n'))).toContain(`Mara Quill: ${answer} // It is my only friend.`);
  });

  it('is not seen where most lines are neither question nor answer', () => {
    const [first = '', second = '', ...rest] = asked;
    const crossTalk = [
      'We have --',
      '-- beautiful lamps --',
      'Sure',
      'Completely',
      '-- but I keep --',
      'Yes --',
    ];
    expect(answering([first, second, ...crossTalk, ...rest, ...crossTalk])).toEqual([null]);
    expect(answering([first, second, ...crossTalk, ...crossTalk, ...rest])).toEqual([]);
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

  it('knows a surname that stands for the full name before', () => {
    expect(
      lines(
        'MARA QUILL: Does it lean?\n\nODD HARROW: It does.\n\nQUILL: Much?\n\nHARROW: A little, I think.',
      ),
    ).toEqual([
      'MARA QUILL: Does it lean?',
      'ODD HARROW: It does.',
      'MARA QUILL: Much?',
      'ODD HARROW: A little, I think.',
    ]);
  });

  it('leaves a heading that ends in a colon, and a question without a label behind who never asks', () => {
    const turns = ['MARA QUILL: Does it lean?', 'ODD HARROW: It does.', 'What then?', 'MARA QUILL: Much?'];
    const found = quotationsOf(['Video Transcript:', ...turns, 'ODD HARROW: A little.'].join('\n\n'));
    expect(found.map(({ text }) => text)).toEqual(['Does it lean?', 'It does.', 'Much?', 'A little.']);
  });

  it('leaves numbered lists and initials at the start of a sentence alone', () => {
    expect(quotationsOf('A. The pier leans.\n\nB. The crane sticks.\n\nC. The rail is gone.')).toEqual([]);
    expect(quotationsOf('10:42 The boats are in.\n\n11:15 The crane moves.\n\n12:05 It stops.')).toEqual([]);
  });
});
