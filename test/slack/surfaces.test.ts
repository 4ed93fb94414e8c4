import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { DIRECT, NEWS } from '../../src/playground/workspace.ts';
import { Records } from '../../src/slack/records.ts';
import { memoryShelf } from '../../src/slack/shelf.ts';
import { aWhile, eventually, type Mode, type Pair, startPair } from './pair.ts';
import { realEngine } from './real-engine.ts';

let engine: AnswerEngine;
let close: () => Promise<void>;
let pair: Pair;
beforeAll(async () => {
  ({ engine, close } = await realEngine());
}, 120_000);
afterEach(() => pair.stop());
afterAll(() => close());

const windows = () => pair.slack.workspace.windows.get(pair.you.person.id) ?? [];
const shown = () => JSON.stringify(windows().at(-1)?.definition ?? null);

async function answered(question: string): Promise<Message> {
  const before = pair.said().length;
  pair.you.say(`@whosaid ${question}`);
  return eventually(() => pair.said()[before], 'the answer');
}

describe.each<Mode>(['socket', 'http'])('by %s', (mode) => {
  test('the Messages tab offers questions that the loaded article answers', async () => {
    pair = await startPair(engine, mode);
    pair.you.openApp('messages');
    const prompts = await eventually(() => pair.slack.workspace.prompts.get(DIRECT), 'the prompts');
    expect(prompts.length).toBeLessThanOrEqual(4);
    for (const { message } of prompts) {
      const before = pair.said().length;
      pair.you.tell(message);
      const answer = await eventually(() => pair.said()[before], message);
      expect(answer.text).not.toMatch(/went wrong|does not say/);
    }
  });

  test('the Home tab shows the articles with their speakers, and answers from there', async () => {
    pair = await startPair(engine, mode);
    pair.you.openApp('home');
    const home = await eventually(() => pair.slack.workspace.homes.get(pair.you.person.id), 'the home');
    expect(JSON.stringify(home.definition)).toContain('Prof. Eyal Zisser');
    await pair.you.pressInHome('home_sources');
    await eventually(() => shown().includes('Carmit Valensi'), 'the speakers');
    pair.you.closeWindow();
    await pair.you.pressInHome('ask_article');
    await eventually(() => windows()[0], 'the window to ask in');
    await pair.you.submit({
      question: { question: { type: 'plain_text_input', value: 'who said Syria is static?' } },
    });
    expect(shown()).toContain('Syria is completely static');
  });

  test('a message is checked by its shortcut: each quotation of it, and all of it where none is marked', async () => {
    pair = await startPair(engine, mode);
    const claim = 'Valensi said "Syria is completely static" and Zisser "Israel acts when it can".';
    await pair.you.messageShortcut(pair.you.say(claim), 'check_quote');
    await eventually(() => shown().includes('Verbatim.'), 'the second verdict');
    expect(shown()).toContain('Wrong speaker.');
    pair.you.closeWindow();
    await pair.you.messageShortcut(pair.you.say('Syria is completely stable'), 'check_quote');
    await eventually(() => shown().includes('Altered.'), 'the difference');
    pair.you.closeWindow();
    await pair.you.messageShortcut(pair.you.say(''), 'check_quote');
    await eventually(() => shown().includes('no text'), 'that there is nothing');
  });

  test('one can ask from anywhere by the global shortcut', async () => {
    pair = await startPair(engine, mode);
    await pair.you.globalShortcut('ask_article');
    await eventually(() => shown().includes('Your question'), 'the window');
    await pair.you.submit({ question: { question: { value: 'sources' } } });
    expect(shown()).toContain('Eyal Zisser');
  });

  test('a thumb is written down with the question and the answer, a thumb down with its reason', async () => {
    const records = memoryShelf();
    pair = await startPair(engine, mode, { shelf: records, indexVersion: 'v7' });
    const answer = await answered('who said Syria is static?');
    await pair.you.press(answer, { action: 'feedback', side: 'positive' });
    await eventually(() => pair.said().find((each) => each.onlyFor !== null), 'the thanks');
    await pair.you.press(answer, { action: 'feedback', side: 'negative' });
    await eventually(() => shown().includes('What was wrong'), 'the window');
    const kept = new Records(records);
    await eventually(async () => (await kept.allFeedback())[0]?.feedback.judged === 'wrong', 'the judgement');
    await pair.you.submit({ reason: { reason: { value: 'the role is missing' } } });
    const all = await kept.allFeedback();
    expect(all).toHaveLength(1);
    expect(all[0]?.feedback).toMatchObject({
      judged: 'wrong',
      reason: 'the role is missing',
      index: 'v7',
      turn: { question: 'who said Syria is static?' },
      answer: { outcome: 'answered' },
    });
  });

  test('what did not fit comes with Next, in the thread and for one person', async () => {
    pair = await startPair(engine, mode);
    const first = await answered('summary in 12');
    const more = /(\d+) more passages? (?:is|are) not shown/.exec(JSON.stringify(first.blocks))?.[1];
    expect(Number(more)).toBeGreaterThan(0);
    await pair.you.press(first, 'next');
    const second = await eventually(() => pair.said()[1], 'the rest');
    expect(second.thread).toBe(first.thread);
    expect(JSON.stringify(second.blocks)).not.toContain('not shown');
    await pair.you.command('/article', 'summary in 12');
    const secret = await eventually(() => pair.said()[2], 'the private one');
    await pair.you.press(secret, 'next');
    const rest = await eventually(() => pair.said()[3], 'the private rest');
    expect(rest.onlyFor).toBe(pair.you.person.id);
  });
});

test('a wrong word gets the nearest right one, and is told so', async () => {
  pair = await startPair(engine);
  await pair.you.command('/article', 'sumary 3');
  const answer = await eventually(() => pair.said()[0], 'the answer');
  expect(JSON.stringify(answer.blocks)).toContain('There is no “sumary”. Taken as: summary 3');
  expect(answer.text).toContain('in 3 lines');
});

test('a button whose turn is forgotten, or of another workspace, says so', async () => {
  pair = await startPair(engine);
  const answer = await answered('who said Syria is static?');
  const blocks = JSON.parse(
    JSON.stringify(answer.blocks).replaceAll(/\\"t\\":\\"[^"]+\\"/g, '\\"t\\":\\"gone\\"'),
  );
  const old = pair.slack.workspace.replace(answer, { blocks });
  await pair.you.press(old, { action: 'feedback', side: 'positive' });
  const told = await eventually(() => pair.said().find((each) => each.onlyFor !== null), 'the sentence');
  expect(told.text).toContain('Please ask again.');
});

test('a slow answer is announced, a quick one is not', async () => {
  const slow: AnswerEngine = {
    ...engine,
    answer: async (question, thread) => {
      if (question.includes('slowly')) await aWhile(1_000);
      return engine.answer(question.replace('slowly', ''), thread);
    },
  };
  pair = await startPair(slow);
  await answered('sources');
  expect(pair.slack.calls.filter((call) => call.method.endsWith('setStatus'))).toEqual([]);
  await answered('slowly sources');
  expect(pair.slack.calls.filter((call) => call.method.endsWith('setStatus'))).toHaveLength(1);
  expect(pair.slack.workspace.statuses.size).toBe(0);
});

test('nothing of an article or a question becomes live on any surface', async () => {
  pair = await startPair(engine);
  pair.you.openApp('home');
  await answered('<!channel> *bold* <https://evil.example|x> who said Syria is static?');
  await pair.you.command('/article', 'check "<!here> Syria is completely static `x`"');
  await eventually(() => pair.said()[1], 'the second');
  const links = pair.slack.live.filter((each) => each.kind === 'link');
  expect(pair.slack.live).toEqual(links);
  expect(new Set(links.map((each) => each.value))).toEqual(
    new Set(['<https://themedialine.org/|the outlet’s site, themedialine.org>']),
  );
  expect(pair.said({ channel: NEWS }).length).toBe(2);
});
