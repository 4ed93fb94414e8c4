import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AnswerEngine, EMPTY_MEMORY, type ThreadMemory } from '../../src/answering/answer.ts';
import { answerJson } from '../../src/rendering/json.ts';
import { answerTerminal } from '../../src/rendering/terminal.ts';
import { ask, expectSound, OWNER, openLibrary, type TestLibrary } from './library.ts';

/** Milliseconds of one processor. */
const SOON = 1000;
/** A Slack message's text has room for 40,000 characters; an answer to anything fits in far less. */
const SHORT = 10_000;

let library: TestLibrary;
let engine: AnswerEngine;
beforeAll(async () => {
  library = await openLibrary([OWNER]);
  engine = library.engine;
  await ask(engine, 'who said Syria is static?');
});
afterAll(() => library.close());

const questions: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', ' '.repeat(50_000)],
  ['line ends', '\r\n'.repeat(4000)],
  ['only emoji', '😀🧨👩‍👩‍👧‍👦'],
  ['only marks', '?!.,;:—…'],
  ['only a mention', '<@U123>'],
  ['a megabyte', 'who said Syria is static and '.repeat(40_000)],
  ['one word of 50,000 letters', 'a'.repeat(50_000)],
  ['a name of 3,900 letters', `what did ${'Z'.repeat(3900)} say?`],
  ['a name of emoji cut in two', `what did ${'😀x'.repeat(3000)} say?`],
  ['a NUL', 'who said \0Syria\0 is static?'],
  ['lone surrogates', 'who said \ud800Syria is\udc00 static \ud800?'],
  ['a lone surrogate as a name', 'what did \ud800\ud800x say?'],
  ['marks of direction', '\u202ewho said\u2066 Syria is static?'],
  ['combining marks', 'e\u0301\u0302'.repeat(1300)],
  ['brackets in brackets', `"${'['.repeat(2000)}${']'.repeat(1990)}"`],
  ['hundreds of insertions', `"${'Syria [x] '.repeat(390)}"`],
  ['hundreds of ellipses', `"${'Syria … '.repeat(480)}"`],
  ['a thousand quotations', '"a" '.repeat(1000)],
  ['thousands of marks', '"'.repeat(5000)],
  ['thousands of curly marks', '“'.repeat(5000)],
  ['thousands of apostrophes', "'a".repeat(2000)],
  ['thousands of commas', 'a, '.repeat(2000)],
  ['a bomb for regular expressions', '(.*)+'.repeat(800)],
  ['backslashes', '\\'.repeat(4000)],
  ['politeness without end', `${'please '.repeat(600)}who said Syria is static`],
  ['colons without end', `${`${'a'.repeat(80)}: `.repeat(45)}who said it`],
  ['the words of the program’s own placeholders', 'who said ‹0› ‹1› ‹99›?'],
  ['the name of a property of every object', 'what did __proto__ say about constructor?'],
  ['a name that is a pattern', 'what did (Zisser|Valensi)* say?'],
  ['markup', 'who said <!channel> <script>alert(1)</script> *is* `static`?'],
  ['another script', '谁说叙利亚是静态的？'.repeat(100)],
];

describe('whatever is asked has a sound answer, soon', () => {
  test.each(questions)('%s', async (_, question) => {
    const start = process.cpuUsage();
    const answer = await ask(engine, question);
    const { user, system } = process.cpuUsage(start);
    // Time of the processor, so that other work on the machine does not count.
    expect((user + system) / 1000).toBeLessThan(SOON);
    expectSound(answer);
    expect(answer.question).toBe(question.toWellFormed());
    expect(answer.text.length).toBeLessThan(SHORT);
    JSON.parse(JSON.stringify(answerJson(answer)));
    expect(answerTerminal(answer, { columns: 80, colour: false })).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test('of nothing, of marks and of emoji alone, it is help', async () => {
    for (const question of ['', '   ', '?', '😀', '<@U123>', '"'.repeat(500)]) {
      expect((await ask(engine, question)).request, JSON.stringify(question)).toBe('help');
    }
  });

  test('a NUL or a mark of direction in it does not hide what is asked', async () => {
    for (const question of [
      'who said \0Syria is static?',
      '\u202ewho said Syria is static?',
      'who said Syria is static \ud800?',
    ]) {
      expect((await ask(engine, question)).citations[0]?.paragraph).toBe(20);
    }
  });

  test('half a character in a name is told as the sign for it', async () => {
    const answer = await ask(engine, 'did Syria \ud83d say so about that?');
    expect(answer.question).toBe('did Syria \ufffd say so about that?');
    expectSound(answer);
  });

  test('random threads of scraps never throw', { timeout: 30_000 }, async () => {
    const scraps = [
      'who',
      'said',
      'did',
      'Valensi',
      'he',
      'say',
      '"',
      '“',
      '”',
      'Syria',
      'static',
      '?',
      'what else',
      'and',
      'about',
      '[',
      ']',
      '…',
      '\0',
      '\ud83d',
      'not',
      '57',
      'summary',
      'quotes',
      ':',
      '-',
      '‹0›',
    ];
    const turn = fc.array(fc.constantFrom(...scraps), { maxLength: 9 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 3 }), async (turns) => {
        expectSound(await ask(engine, ...turns));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a memory that does not fit the library', () => {
  const stale: ThreadMemory = {
    articleId: null,
    speaker: 'Nobody Known',
    topic: '\ud800',
    shown: ['gone:1', 'gone:2'],
    last: { articleId: 'gone', spans: [{ start: 5, end: 9 }] },
  };

  test.each([
    'who said that?',
    'where exactly?',
    'show me the context',
    'what else did he say?',
    'and Valensi?',
  ])('“%s” is answered soundly', async (question) => {
    expectSound((await engine.answer(question, { memory: stale, articleId: null })).answer);
  });

  test('spans that lie outside of the article are not cited', async () => {
    const outside = {
      ...stale,
      last: { articleId: '000_a73966cd6b1bce15', spans: [{ start: 9_000_000, end: 9_000_009 }] },
    };
    const { answer } = await engine.answer('who said that?', { memory: outside, articleId: null });
    expectSound(answer);
    expect(answer.outcome).toBe('help');
  });

  test('an article that is not in the library has nothing to say', async () => {
    for (const question of [
      'summary',
      'sources',
      'quotes Zisser',
      'who said Syria is static?',
      '"Syria is completely static"',
    ]) {
      const { answer } = await engine.answer(question, { memory: EMPTY_MEMORY, articleId: 'gone' });
      expect(answer.citations, question).toEqual([]);
    }
  });
});
