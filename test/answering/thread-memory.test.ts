import { describe, expect, test } from 'vitest';
import { type Answer, EMPTY_MEMORY, type ThreadMemory } from '../../src/answering/answer.ts';
import { citeQuotation, citeSentence } from '../../src/answering/citations.ts';
import { inThread, remember } from '../../src/answering/thread-memory.ts';
import { understand } from '../../src/answering/understand.ts';
import { harbour } from './harbour.ts';

const after: ThreadMemory = { ...EMPTY_MEMORY, speaker: 'Amara Okafor', topic: 'the channel' };
const read = (turn: string, memory = after) => inThread(understand(turn), memory);

describe('pronouns stand for the speaker of the turn before', () => {
  test.each([
    'what did he say about the ferry?',
    'what does she think about the ferry?',
    'what did they say about the ferry?',
    'what did the same person say about the ferry?',
    'did he say the ferry is late?',
    'what did that expert say about the ferry?',
  ])('%s', (turn) => {
    expect(read(turn).speaker).toBe('Amara Okafor');
  });

  test('a name stays what it is', () => {
    expect(read('what did Lindqvist say about the ferry?').speaker).toBe('Lindqvist');
  });

  test('without a turn before, a pronoun stays a pronoun', () => {
    expect(read('what did he say about the ferry?', EMPTY_MEMORY).speaker).toBe('he');
  });
});

describe('“what else?”', () => {
  test('is about the speaker before, whether a pronoun says so or not', () => {
    expect(read('what else did he say?')).toMatchObject({ followUp: 'more', speaker: 'Amara Okafor' });
    expect(read('anything else?')).toMatchObject({ followUp: 'more', speaker: 'Amara Okafor' });
  });

  test('is about whoever is named', () => {
    expect(read('what else did Lindqvist say?').speaker).toBe('Lindqvist');
  });

  test('keeps to its own topic, not the one before', () => {
    expect(read('anything else on the ferry?').content).toBe('the ferry');
    expect(read('what else did he say?').content).toBe('');
  });
});

test('“and X?” asks X about the topic before', () => {
  expect(read('and Lindqvist?')).toMatchObject({ speaker: 'Lindqvist', content: 'the channel' });
  expect(read('and Lindqvist?', EMPTY_MEMORY)).toMatchObject({ speaker: 'Lindqvist', content: '' });
});

test('a question of its own does not lean on the turns before', () => {
  expect(read('how many ships ran aground?')).toEqual(understand('how many ships ran aground?'));
  expect(read('who said the channel is silted up?')).toEqual(
    understand('who said the channel is silted up?'),
  );
});

describe('what is remembered', () => {
  const quotations = harbour.quotations.map((quotation) => citeQuotation(harbour, quotation));
  const answer = (citations: Answer['citations']): Answer => ({
    question: '?',
    request: 'said-about',
    outcome: 'answered',
    verdict: null,
    claimed: null,
    difference: null,
    text: '',
    citations,
    nearest: [],
    speakers: null,
    millis: { understand: 0, embed: 0, search: 0, rank: 0, compose: 0, total: 0 },
  });
  const nothing = { topic: null, speaker: null };

  test('speaker, topic, the quotations shown and what was cited first', () => {
    const [first, second] = quotations;
    if (!first || !second) throw new Error('no quotations');
    expect(
      remember(EMPTY_MEMORY, answer([first, second]), { topic: 'tides', speaker: 'Henrik Lindqvist' }),
    ).toEqual({
      articleId: null,
      speaker: 'Henrik Lindqvist',
      topic: 'tides',
      shown: [first.quotationId, second.quotationId],
      last: { articleId: 'harbour', spans: first.spans },
      answer: {
        request: 'said-about',
        answered: true,
        shown: [first, second].map(({ spans }) => ({ articleId: 'harbour', spans })),
      },
    });
  });

  test('an answer without citations leaves the memory as it is', () => {
    const [first] = quotations;
    if (!first) throw new Error('no quotations');
    const before = remember(EMPTY_MEMORY, answer([first]), { topic: 'tides', speaker: 'Amara Okafor' });
    expect(remember(before, answer([]), nothing)).toEqual(before);
  });

  test('narration is remembered as the last, and as no quotation', () => {
    const [passage] = harbour.passages;
    if (!passage) throw new Error('no passage');
    const memory = remember(EMPTY_MEMORY, answer([citeSentence(harbour, passage, null)]), nothing);
    expect(memory.shown).toEqual([]);
    expect(memory.last?.spans).toEqual([{ start: passage.start, end: passage.end }]);
  });

  test('a quotation shown again counts once, as the newest', () => {
    const [first, second] = quotations;
    if (!first || !second) throw new Error('no quotations');
    let memory = remember(EMPTY_MEMORY, answer([first, second]), nothing);
    memory = remember(memory, answer([first]), nothing);
    expect(memory.shown).toEqual([second.quotationId, first.quotationId]);
  });

  test('at most fifty quotations, the newest', () => {
    const [first] = quotations;
    if (!first) throw new Error('no quotations');
    let memory = EMPTY_MEMORY;
    for (let n = 0; n < 120; n++)
      memory = remember(memory, answer([{ ...first, quotationId: `q${n}` }]), nothing);
    expect(memory.shown).toHaveLength(50);
    expect(memory.shown.at(0)).toBe('q70');
    expect(memory.shown.at(-1)).toBe('q119');
  });

  test('a thread stays with its article', () => {
    const memory = remember({ ...EMPTY_MEMORY, articleId: 'harbour' }, answer([]), nothing);
    expect(memory.articleId).toBe('harbour');
  });
});

describe('a turn that is short of words takes them from the turns before', () => {
  const topic: ThreadMemory = {
    ...after,
    topic: 'how many ships ran aground',
    last: { articleId: 'harbour', spans: [{ start: 0, end: 10 }] },
  };

  test('“about it” is about the topic before', () => {
    expect(read('what did Lindqvist say about it?').content).toBe('the channel');
    expect(read('what did Lindqvist say about it?', EMPTY_MEMORY).content).toBe('');
  });

  test('“how many boats?” asks the same of boats', () => {
    expect(read('and how many boats?', topic).content).toBe('how many boats ran aground');
  });

  test('“how old is she?” is about the speaker before', () => {
    expect(read('how old is she?', topic).content).toBe('how old is she Amara Okafor');
  });

  test('“who is she?” is about the speaker before', () => {
    expect(read('who is she?')).toMatchObject({ request: 'fact', content: 'is Amara Okafor' });
  });
});
