import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsIn } from '../../src/slack/claims.ts';
import { distance, readCommand } from '../../src/slack/command-words.ts';
import { isQuestionToNobody } from '../../src/slack/follow-ups.ts';
import { typedText } from '../../src/slack/message-text.ts';

describe('the text of a message', () => {
  test.each([
    ['<@U0BOT> who said it?', 'who said it?'],
    ['ask <@U1|ann> in <#C1|news> &amp; <#C2>', 'ask in #news &'],
    ['<!here> <!subteam^S1|@desk> <!date^1^x|today>', '@here @desk today'],
    ['<https://a.example/x|the page> and <https://b.example>', 'the page and https://b.example'],
    ['&lt;b&gt; &amp;lt;', '<b> &lt;'],
    ['  a\n\tb  ', 'a b'],
  ])('%j is read as typed', (sent, typed) => expect(typedText(sent)).toBe(typed));
});

describe('a slash command', () => {
  test.each([
    ['', 'help', null],
    ['summary 5', 'summary 5', null],
    ['sumary 5', 'summary 5', 'sumary'],
    ['Qoutes Zisser', 'quotes Zisser', 'Qoutes'],
    ['hlep', 'help', 'hlep'],
    ['chek "a b"', 'check "a b"', 'chek'],
    ['who said it', 'who said it', null],
    ['source?', 'source?', null],
    ['Zisser', 'Zisser', null],
    ['quota in the north was cut', 'quota in the north was cut', null],
  ])('%j asks %j', (text, question, instead) =>
    expect(readCommand(text)).toEqual({ kind: 'ask', question, instead }),
  );

  test('words that are no requests of an answer', () => {
    expect(readCommand('use Harbour dredging')).toEqual({ kind: 'use', article: 'Harbour dredging' });
    expect(readCommand('USE')).toEqual({ kind: 'use', article: '' });
    expect(readCommand('settings')).toEqual({ kind: 'settings' });
    expect(readCommand('US strikes')).toMatchObject({ kind: 'ask', instead: null });
  });

  test('the distance is one of words: none to itself, the same both ways, at most the longer length', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
    expect(distance('hlep', 'help')).toBe(1);
  });
});

describe('a message in a thread of the bot that mentions nobody', () => {
  test.each([
    ['and what did she say about Iran?', true],
    ['who said that', true],
    ['sources', true],
    ['really?', false],
    ['and, who else?', true],
    ['I think so too', false],
    ['what do you think?', false],
    ['<@U1> who said that?', false],
    ['shall we publish it?', false],
    [`who ${'really '.repeat(40)}said that?`, false],
  ])('%j is taken up: %j', (text, taken) => expect(isQuestionToNobody(text)).toBe(taken));
});

describe('the claims of a message', () => {
  test.each([
    ['', []],
    ['Ann said all is well', ['check Ann said all is well']],
    ['Ann said "all is well" today', ['check Ann said "all is well" today']],
    [
      'Ann said "all is well" but Bob “it is not so”',
      ['check Ann said "all is well"', 'check but Bob “it is not so”'],
    ],
    [
      '"All is well," said Ann. "It is not so," said Bob.',
      ['check "All is well," said Ann.', 'check "It is not so," said Bob.'],
    ],
    ['the "so called" "win" of “last year”', ['check "so called" "win" of', 'check “last year”']],
  ])('%j', (message, claims) => expect(claimsIn(message)).toEqual(claims));
});
