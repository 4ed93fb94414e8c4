import { afterEach, describe, expect, test } from 'vitest';
import { DIRECT } from '../../src/playground/workspace.ts';
import { aWhile, eventually, type Mode, type Pair, startPair } from './pair.ts';
import { scriptedEngine } from './scripted-engine.ts';

let pair: Pair;
afterEach(() => pair.stop());

describe.each<Mode>(['socket', 'http'])('by %s', (mode) => {
  test('a mention gets one reply in its thread, with blocks and a text that stands alone', async () => {
    const engine = scriptedEngine();
    pair = await startPair(engine, mode);
    const asked = pair.you.say('@whosaid who said they have waited?');
    const answer = await eventually(() => pair.said()[0], 'the reply');
    expect(answer.thread).toBe(asked.ts);
    expect(answer.text).toContain('We have waited long enough.');
    expect(JSON.stringify(answer.blocks)).toContain('Dr. Amara Okafor');
    expect(engine.asked).toEqual(['who said they have waited?']);
    await aWhile();
    expect(pair.said()).toHaveLength(1);
    expect(pair.slack.live.filter((each) => each.kind !== 'link')).toEqual([]);
  });

  test('a direct message gets one reply in its thread, and the bot does not answer itself', async () => {
    pair = await startPair(scriptedEngine(), mode);
    const asked = pair.you.tell('sources');
    const answer = await eventually(() => pair.said({ channel: DIRECT })[0], 'the reply');
    expect(answer.thread).toBe(asked.ts);
    await aWhile();
    expect(pair.said()).toHaveLength(1);
  });

  test('a message that is delivered again and again is answered once', async () => {
    pair = await startPair(scriptedEngine(), mode);
    const asked = pair.you.say('@whosaid sources');
    for (let again = 0; again < 3; again += 1) pair.you.announce(asked);
    await eventually(() => pair.said()[0], 'the reply');
    await aWhile();
    expect(pair.said()).toHaveLength(1);
  });

  test('a slash command is answered for one person, and shared on demand', async () => {
    const engine = scriptedEngine();
    pair = await startPair(engine, mode);
    expect(await pair.you.command('/article', 'who said they have waited?')).toBe(true);
    const answer = await eventually(() => pair.said()[0], 'the reply');
    expect(answer.onlyFor).toBe(pair.you.person.id);
    await pair.you.press(answer, 'share');
    const shared = await eventually(() => pair.said().find((each) => each.onlyFor === null), 'the shared');
    expect(JSON.stringify(shared.blocks)).toContain(pair.you.person.id);
    expect(JSON.stringify(shared.blocks)).toContain('We have waited long enough.');
    await eventually(() => pair.said().length === 1, 'the private answer to go');
    expect(engine.asked).toEqual(['who said they have waited?', 'who said they have waited?']);
  });

  test('an error is told in one plain sentence, and the log has the rest', async () => {
    const engine = scriptedEngine();
    engine.failing = new Error('the index is on fire');
    pair = await startPair(engine, mode);
    const asked = pair.you.say('@whosaid sources');
    const told = await eventually(() => pair.said()[0], 'the sentence');
    expect(told.thread).toBe(asked.ts);
    expect(told.text).toMatch(/^Something went wrong .* ask again\.$/);
    expect(pair.logged.join('\n')).toContain('the index is on fire');
    await pair.you.command('/article', 'sources');
    const secret = await eventually(() => pair.said().find((each) => each.onlyFor !== null), 'the second');
    expect(secret.text).toMatch(/^Something went wrong/);
  });

  test('stopping finishes the answers that are under way', async () => {
    pair = await startPair(scriptedEngine(300), mode);
    for (let n = 0; n < 5; n += 1) {
      const { id } = pair.slack.workspace.addChannel({ id: `C${n}`, name: `c${n}` });
      pair.you.say('@whosaid sources', { channel: id });
    }
    await aWhile(150);
    expect(await pair.app.stop()).toBe(0);
    expect(pair.said()).toHaveLength(5);
    await pair.slack.stop();
    pair = await startPair(scriptedEngine());
  });
});

test('a follow-up in a thread hands the engine what the thread remembers', async () => {
  const engine = scriptedEngine();
  pair = await startPair(engine);
  const memories: (readonly string[])[] = [];
  const answer = engine.answer.bind(engine);
  engine.answer = (question, thread) => {
    memories.push(thread.memory.shown);
    return answer(question, thread);
  };
  const first = pair.you.say('@whosaid one');
  await eventually(() => pair.said()[0], 'the first');
  pair.you.say('@whosaid two', { thread: first.ts });
  const second = await eventually(() => pair.said()[1], 'the second');
  expect(second.thread).toBe(first.ts);
  pair.you.say('@whosaid three');
  await eventually(() => pair.said()[2], 'the third');
  expect(memories).toEqual([[], ['one'], []]);
});

test('a lost, refreshed or garbled connection does not lose a question', async () => {
  pair = await startPair(scriptedEngine());
  const { socket } = pair.slack;
  for (const frame of [
    '{',
    '{"type":"events_api"}',
    '{"type":"events_api","payload":{}}',
    'null',
    '{"type":"interactive"}',
  ]) {
    socket.sendRaw(frame);
  }
  pair.you.say('@whosaid one');
  await eventually(() => pair.said()[0], 'the first');
  socket.drop();
  pair.you.say('@whosaid two');
  await eventually(() => pair.said()[1], 'the second');
  socket.refresh();
  await eventually(() => socket.connections === 0, 'the connection to go');
  pair.you.say('@whosaid three');
  await eventually(() => pair.said()[2], 'the third');
  await aWhile();
  expect(pair.said()).toHaveLength(3);
});
