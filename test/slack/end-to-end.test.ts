import type { RichTextBlock } from '@slack/types';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { starters } from '../../src/slack/starters.ts';
import { eventually, type Mode, type Pair, startPair } from './pair.ts';
import { realEngine } from './real-engine.ts';

const WHOLE =
  'Syria is completely static, and has been for some time now. Iran isn’t going to dramatically change its positioning. The situation is stagnant, and it appears nothing will change any time soon.';

let engine: AnswerEngine;
let close: () => Promise<void>;
let pair: Pair;
beforeAll(async () => {
  ({ engine, close } = await realEngine());
}, 120_000);
afterEach(() => pair.stop());
afterAll(() => close());

function quoted(message: Message): string[] {
  return message.blocks
    .flatMap((block) => (block.type === 'rich_text' ? (block as RichTextBlock).elements : []))
    .flatMap((element) => (element.type === 'rich_text_quote' ? element.elements : []))
    .flatMap((element) => (element.type === 'text' ? [element.text] : []));
}

async function asked(question: string, thread?: string): Promise<Message> {
  const before = pair.said().length;
  pair.you.say(`@whosaid ${question}`, { thread: thread ?? null });
  return eventually(() => pair.said()[before], `the answer to ${question}`);
}

describe.each<Mode>(['socket', 'http'])('the whole way, by %s', (mode) => {
  test('who said Syria is static? from the typed mention to the blocks, and back by a button', async () => {
    pair = await startPair(engine, mode);
    const answer = await asked('who said Syria is static?');
    expect(quoted(answer)).toContain(WHOLE);
    const shown = JSON.stringify(answer.blocks);
    expect(shown).toContain('Prof. Eyal Zisser');
    expect(shown).toContain('vice rector of Tel Aviv University');
    expect(shown).toContain('¶20');
    expect(shown).toContain('<https://themedialine.org/|the outlet’s site, themedialine.org>');
    for (const part of [WHOLE, 'Eyal Zisser', '¶20']) expect(answer.text).toContain(part);

    await pair.you.press(answer, 'context');
    const windows = () => pair.slack.workspace.windows.get(pair.you.person.id) ?? [];
    const context = await eventually(() => windows()[0], 'the context');
    expect(JSON.stringify(context.definition)).toContain(
      `{"type":"text","text":"${WHOLE}","style":{"bold":true}}`,
    );
    expect(JSON.stringify(context.definition)).toContain('¶19');
    pair.you.closeWindow();

    await pair.you.press(answer, 'quotations');
    const all = await eventually(() => windows()[0], 'the quotations');
    expect(JSON.stringify(all.definition)).toContain('Israel acts when it can');
    expect(pair.slack.live.filter(({ kind }) => kind !== 'link')).toEqual([]);
    expect(pair.logged).toEqual([]);
  });
});

test('a thread keeps its subject', async () => {
  pair = await startPair(engine);
  const first = await asked('who said Syria is static?');
  const more = await asked('what else did he say?', first.thread ?? undefined);
  expect(more.thread).toBe(first.thread);
  expect(quoted(more).join(' ')).toContain('Israel acts when it can');
  expect(quoted(more)).not.toContain(WHOLE);
});

test('a wrong speaker is corrected, what is not there is said, and a greeting gets no citation', async () => {
  pair = await startPair(engine);
  const wrong = await asked('did Valensi say "Syria is completely static"?');
  expect(JSON.stringify(wrong.blocks)).toContain('Wrong speaker.');
  expect(wrong.text).toContain('Zisser');
  const absent = await asked('what did Vladimir Putin say?');
  expect(absent.text).toMatch(/does not say/);
  const hello = await asked('hello there');
  expect(quoted(hello)).toEqual([]);
});

test('every request by slash command, and every starter, is answered', async () => {
  pair = await startPair(engine);
  const requests = [
    'summary 3',
    'sources',
    'quotes Zisser',
    'help',
    '',
    'check "Syria is completely stable"',
  ];
  const begin = (await starters(engine)).map(({ text }) => text);
  expect(begin.length).toBeGreaterThanOrEqual(4);
  for (const request of [...requests, ...begin]) {
    const before = pair.said().length;
    expect(await pair.you.command('/article', request)).toBe(true);
    const answer = await eventually(() => pair.said()[before], `the answer to /article ${request}`);
    expect(answer.onlyFor).toBe(pair.you.person.id);
    expect(answer.text).not.toMatch(/went wrong|does not say/);
    expect(answer.blocks.length).toBeGreaterThan(0);
  }
  expect(pair.logged).toEqual([]);
});
