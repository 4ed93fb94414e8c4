import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommand } from '../../src/playground/introduction.ts';
import { readManifestCommands } from '../../src/playground/manifest.ts';
import { suggest } from '../../src/playground/page/completion.ts';
import { firstCitation } from '../../src/playground/page/first-citation.ts';
import { asTyped, type Marked, readMrkdwn, readTyped } from '../../src/playground/page/mrkdwn.ts';
import { asSlackWrites } from '../../src/playground/person.ts';
import { BOT } from '../../src/playground/workspace.ts';
import { escapeText } from '../../src/rendering/blocks-text.ts';

const introduction = {
  articles: [{ id: 'ferry', title: 'Ferry Line to Reopen', outlet: null }],
  starters: [],
  commands: [
    readCommand({
      command: '/article',
      description: 'Ask about the article',
      usage_hint: 'who said … | check "…" | quotes NAME | sources | use TITLE',
    }),
  ],
  names: ['Orla Fenwick', 'Ida Brandt'],
};
const suggested = (typed: string) => suggest(typed, introduction).map(({ text }) => text);

test('a command’s usage hint says what may follow, up to what one fills in', () => {
  const [command] = introduction.commands;
  expect(command?.requests.map(({ typed, takes }) => [typed, takes])).toEqual([
    ['who said ', null],
    ['check "', null],
    ['quotes ', 'name'],
    ['sources', null],
    ['use ', 'title'],
  ]);
});

test('every request of the real command is listed', async () => {
  const [command] = (await readManifestCommands()).map(readCommand);
  expect(command?.requests.length).toBeGreaterThan(6);
  for (const { typed } of command?.requests ?? []) expect(typed).toMatch(/^[a-z]+/u);
});

test.each([
  ['hello', []],
  ['/', ['/article ']],
  ['/art', ['/article ']],
  ['/nothing', []],
  ['/article s', ['/article sources']],
  ['/article quotes ', ['/article quotes Orla Fenwick', '/article quotes Ida Brandt']],
  ['/article quotes fen', ['/article quotes Orla Fenwick']],
  ['/article quotes Ida Brandt', []],
  ['/article use f', ['/article use Ferry Line to Reopen']],
  ['/article sources', []],
  ['/article who said that\nand', []],
])('%j could go on with %j', (typed, expected) => expect(suggested(typed)).toEqual(expected));

test('links, mentions and styles of mrkdwn are read, entities are as they were', () => {
  expect(readMrkdwn('<https://a.example/?x=1&amp;y=2|here> *bold _both_* `a &lt; b` <@U0YOU>')).toEqual([
    { kind: 'link', url: 'https://a.example/?x=1&y=2', label: 'here' },
    { kind: 'text', text: ' ' },
    {
      kind: 'bold',
      inside: [
        { kind: 'text', text: 'bold ' },
        { kind: 'italic', inside: [{ kind: 'text', text: 'both' }] },
      ],
    },
    { kind: 'text', text: ' ' },
    { kind: 'code', text: 'a < b' },
    { kind: 'text', text: ' ' },
    { kind: 'user', id: 'U0YOU' },
  ]);
});

const plain = (marked: readonly Marked[]): string =>
  marked
    .map((piece) => ('text' in piece ? piece.text : 'inside' in piece ? plain(piece.inside) : '?'))
    .join('');

test('what is escaped comes back letter for letter and is never a link', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      const read = readMrkdwn(escapeText(words.replace(/[*_~`]/gu, ''))) as Marked[];
      expect(plain(read)).toBe(words.replace(/[*_~`]/gu, ''));
      expect(read.every(({ kind }) => kind === 'text')).toBe(true);
    }),
  );
});

test('a message comes back into the field as it was typed', () => {
  const typed = '@whosaid is "a < b & c" at https://news.example/a?b=1&c=2 so?';
  expect(asTyped(asSlackWrites(typed), [BOT])).toBe(typed);
  fc.assert(
    fc.property(fc.string(), (words) => {
      expect(asTyped(asSlackWrites(words), [BOT])).toBe(words);
    }),
  );
  expect(readTyped('<>')).toEqual([{ kind: 'text', text: '<>' }]);
});

test('the first link into the reader is found wherever it stands', () => {
  const link = '<http://127.0.0.1:4120/articles/ferry?q=ferry%3A5&amp;x=1#p3|¶3>';
  const blocks = [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }] },
    { type: 'context', elements: [{ type: 'mrkdwn', text: link }] },
    { type: 'context', elements: [{ type: 'mrkdwn', text: link.replaceAll('3', '4') }] },
  ];
  expect(firstCitation(blocks)).toBe('/articles/ferry?q=ferry%3A5&x=1#p3');
  const rich = { type: 'link', url: 'http://127.0.0.1:4120/articles/ferry#p9' };
  expect(firstCitation([{ type: 'rich_text', elements: [rich] }, ...blocks])).toBe('/articles/ferry#p9');
  expect(
    firstCitation([{ type: 'context', elements: [{ type: 'mrkdwn', text: '<https://x.example/|x>' }] }]),
  ).toBeNull();
});
