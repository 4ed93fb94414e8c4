import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerEngine } from '../../src/answering/answer.ts';
import { DIRECT, type Message, NEWS } from '../../src/playground/workspace.ts';
import { aWhile, eventually, FOLLOW_UPS, type Mode, type Pair, startPair } from './pair.ts';
import { realEngine } from './real-engine.ts';
import { scriptedEngine } from './scripted-engine.ts';

let engine: AnswerEngine;
let close: () => Promise<void>;
let pair: Pair;
beforeAll(async () => {
  ({ engine, close } = await realEngine());
}, 120_000);
afterEach(() => pair.stop());
afterAll(() => close());

async function answered(question: string, thread: string | null = null): Promise<Message> {
  const before = pair.said().length;
  pair.you.say(question, { thread });
  return eventually(() => pair.said()[before], 'the answer');
}

async function commanded(text: string): Promise<Message> {
  const before = pair.said().length;
  await pair.you.command('/article', text);
  return eventually(() => pair.said()[before], `the answer to ${text}`);
}

describe.each<Mode>(['socket', 'http'])('by %s', (mode) => {
  test('with the second manifest a question goes on without a mention, and talk is left alone', async () => {
    pair = await startPair(engine, mode, { manifest: FOLLOW_UPS });
    const { thread } = await answered('@whosaid who said Syria is static?');
    const next = await answered('what else did he say?', thread);
    expect(JSON.stringify(next.blocks)).toContain('Israel acts when it can');
    for (const talk of ['I doubt that.', 'what do you think?', '@mara who said that?', 'lunch at noon?']) {
      pair.you.say(talk, { thread });
    }
    pair.you.say('who said Syria is static?');
    await aWhile(400);
    expect(pair.said()).toHaveLength(2);
  });

  test('a mention that arrives as a message as well is answered once', async () => {
    pair = await startPair(engine, mode, { manifest: FOLLOW_UPS });
    const { thread } = await answered('@whosaid sources');
    await answered('@whosaid who said Syria is static?', thread);
    await aWhile(400);
    expect(pair.said()).toHaveLength(2);
  });

  test('an edited question in a direct message puts its answer right, in its place', async () => {
    pair = await startPair(engine, mode);
    const asked = pair.you.tell('quotes Valensi');
    const first = await eventually(() => pair.said()[0], 'the answer');
    const edited = pair.you.edit(asked, 'quotes Zisser');
    const second = await eventually(() => pair.said().find((each) => each.edited), 'the new answer');
    expect(second.ts).toBe(first.ts);
    expect(JSON.stringify(second.blocks)).toContain('Israel acts when it can');
    pair.you.edit(edited, 'quotes Zisser');
    await aWhile();
    const calls = pair.slack.calls.filter(({ method }) => method === 'chat.update');
    expect(calls).toHaveLength(1);
    expect(pair.said({ channel: DIRECT })).toHaveLength(1);
  });

  test('with the second manifest an edited mention puts its answer right too', async () => {
    let begun = false;
    const slow: AnswerEngine = {
      ...engine,
      async answer(question, thread) {
        begun = true;
        await aWhile();
        return engine.answer(question, thread);
      },
    };
    pair = await startPair(slow, mode, { manifest: FOLLOW_UPS });
    const asked = pair.you.say('@whosaid quotes Valensi');
    await eventually(() => begun, 'the question to be taken up');
    // Before it is answered, which must not lose the edit.
    pair.you.edit(asked, '@whosaid quotes Zisser');
    const second = await eventually(() => pair.said().find((each) => each.edited), 'the new answer');
    expect(JSON.stringify(second.blocks)).toContain('Israel acts when it can');
    expect(pair.said()).toHaveLength(1);
  });

  test('a channel’s settings are shown, saved, obeyed and set back', async () => {
    pair = await startPair(engine, mode, { manifest: FOLLOW_UPS });
    const windows = () => pair.slack.workspace.windows.get(pair.you.person.id) ?? [];
    await pair.you.command('/article', 'settings');
    await eventually(() => windows()[0], 'the window');
    const option = (value: string) => ({ selected_option: { value } });
    await pair.you.submit({
      article: { article: option('*') },
      answers: { answers: option('private') },
      follow_ups: { follow_ups: option('off') },
    });
    const secret = await answered('@whosaid sources');
    expect(secret.onlyFor).toBe(pair.you.person.id);
    await pair.you.press(secret, 'share');
    const shared = await eventually(() => pair.said().find((each) => each.onlyFor === null), 'the shared');
    expect(JSON.stringify(shared.blocks)).toContain(pair.you.person.id);
    await eventually(() => pair.said().every((each) => each.onlyFor === null), 'the private one to go');
    const count = pair.said().length;
    pair.you.say('who said Syria is static?', { thread: secret.thread });
    await aWhile(300);
    expect(pair.said()).toHaveLength(count);

    await pair.you.command('/article', 'settings');
    const window = await eventually(() => windows()[0], 'the window again');
    expect(JSON.stringify(window.definition)).toContain(
      '"initial_option":{"text":{"type":"plain_text","text":"Only',
    );
    await pair.you.pressInWindow('settings_reset');
    await eventually(() => JSON.stringify(windows()[0]?.definition).includes('defaults:'), 'the defaults');
    pair.you.closeWindow();
    expect((await answered('@whosaid sources')).onlyFor).toBeNull();
  });

  test('a channel can stay with one article, and goes back to all', async () => {
    pair = await startPair(engine, mode);
    expect((await commanded('use')).text).toContain('all articles');
    expect((await commanded('use dredging')).text).toContain('No article is called “dredging”');
    const done = await commanded('use larger airstrike');
    expect(done.onlyFor).toBeNull();
    expect(done.text).toContain('Larger Than Usual Airstrike');
    expect((await commanded('use')).text).toContain('Larger Than Usual Airstrike');
    expect((await commanded('use all')).text).toContain('all articles again');
  });
});

test('the article that a channel stays with is the one that is asked', async () => {
  const scripted = scriptedEngine();
  const scopes: (string | null)[] = [];
  const answer = scripted.answer.bind(scripted);
  scripted.answer = (question, thread) => {
    scopes.push(thread.articleId);
    return answer(question, thread);
  };
  pair = await startPair(scripted);
  await answered('@whosaid sources');
  await commanded('use harbour');
  await answered('@whosaid sources');
  pair.slack.workspace.addChannel({ id: 'C0OTHER', name: 'other' });
  pair.you.say('@whosaid sources', { channel: 'C0OTHER' });
  await eventually(() => pair.said({ channel: 'C0OTHER' })[0], 'the other channel');
  expect(scopes).toEqual([null, 'harbour', null]);
  expect(pair.said({ channel: NEWS })).toHaveLength(3);
});
