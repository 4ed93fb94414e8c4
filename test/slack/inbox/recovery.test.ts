import { afterEach, describe, expect, test } from 'vitest';
import { DIRECT, NEWS, TEAM } from '../../../src/playground/workspace.ts';
import { startSlackApp } from '../../../src/slack/app.ts';
import type { Kept } from '../../../src/slack/inbox/inbox.ts';
import { oneLibrary } from '../../../src/slack/libraries.ts';
import { createLog } from '../../../src/slack/log.ts';
import { DEFAULT_SETTINGS, Records } from '../../../src/slack/records.ts';
import { type Json, memoryShelf, type Shelf } from '../../../src/slack/shelf.ts';
import { aWhile, eventually, FOLLOW_UPS, type Pair, startPair } from '../pair.ts';
import { scriptedEngine } from '../scripted-engine.ts';

let pair: Pair;
afterEach(() => pair.stop());

/** A shelf on which a process left what it was told, and how long ago. */
async function leftBehind(ask: (before: Pair) => unknown, minutesAgo = 0): Promise<Shelf> {
  const shelf = memoryShelf();
  const stuck = scriptedEngine();
  stuck.answer = () => new Promise(() => undefined);
  pair = await startPair(stuck, 'socket', { shelf });
  await ask(pair);
  const kept = await eventually(async () => (await shelf.list('inbox/'))[0], 'the entry');
  const body = kept.value as unknown as Kept;
  await shelf.put(kept.key, { ...body, at: body.at - minutesAgo * 60_000 } as unknown as Json);
  return copy(shelf);
}

/** The first process goes on in its own world, as if it were dead. */
async function copy(shelf: Shelf): Promise<Shelf> {
  const next = memoryShelf();
  for (const { key, value } of await shelf.list('')) await next.put(key, value);
  return next;
}

/** Another process with the same Slack and what was left on the shelf. */
async function another(shelf: Shelf, engine = scriptedEngine()): Promise<void> {
  const { slack } = pair;
  slack.socket.drop();
  const app = await startSlackApp({
    libraries: oneLibrary(engine),
    reach: { mode: 'socket', botToken: slack.botToken, appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    log: createLog('error', { write: () => undefined }),
    shelf,
    reconnectAfter: 150,
  });
  const first = pair;
  pair = {
    ...first,
    app,
    async stop() {
      await app.stop();
      await slack.stop();
    },
  };
}

describe('what a process left unanswered is answered by the next', () => {
  test('a mention', async () => {
    const shelf = await leftBehind(({ you }) => you.say('@whosaid sources'));
    await another(shelf);
    const answer = await eventually(() => pair.said()[0], 'the reply');
    expect(answer.text).toContain('We have waited long enough.');
    expect(JSON.stringify(answer.blocks)).not.toContain('not running');
    await eventually(async () => (await shelf.list('inbox/')).length === 0, 'the inbox to be empty');
    await aWhile();
    expect(pair.said()).toHaveLength(1);
  });

  test('a slash command, by its response URL', async () => {
    const shelf = await leftBehind(({ you }) => you.command('/article', 'sources'));
    await another(shelf);
    const answer = await eventually(() => pair.said()[0], 'the reply');
    expect(answer.onlyFor).toBe(pair.you.person.id);
  });

  test('after minutes, which the answer says', async () => {
    const shelf = await leftBehind(({ you }) => you.tell('sources'), 25);
    await another(shelf);
    const answer = await eventually(() => pair.said({ channel: DIRECT })[0], 'the reply');
    expect(JSON.stringify(answer.blocks)).toContain('You asked 25 minutes ago; I was not running then.');
  });

  test('but not where its answer stands in the thread already', async () => {
    const shelf = await leftBehind(({ you }) => you.tell('sources'));
    const asked = pair.slack.workspace.messages.at(-1);
    const posted = await fetch(`${pair.slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${pair.slack.botToken}` },
      body: JSON.stringify({
        channel: DIRECT,
        thread_ts: asked?.ts,
        text: 'the answer',
        metadata: { event_type: 'whosaid_answer', event_payload: { question: asked?.ts } },
      }),
    });
    expect(await posted.json()).toMatchObject({ ok: true });
    await another(shelf);
    await eventually(async () => (await shelf.list('inbox/')).length === 0, 'the inbox to be empty');
    expect(pair.said()).toHaveLength(1);
  });

  test('and a thread of a channel that may not be read is no reason to say nothing', async () => {
    const shelf = await leftBehind(({ you }) => you.say('@whosaid sources', { channel: NEWS }));
    await another(shelf);
    await eventually(() => pair.said({ channel: NEWS })[0], 'the reply');
    const looked = pair.slack.calls.filter(({ method }) => method === 'conversations.replies');
    expect(looked.map(({ response }) => response)).toMatchObject([{ error: 'missing_scope' }]);
  });
});

describe('what a process answered in its last moment, without noting it down, in a thread that may not be read', () => {
  async function answeredTwice(honoursClientIds: boolean, between = () => {}): Promise<string[]> {
    const shelf = memoryShelf();
    const engine = scriptedEngine();
    const answer = engine.answer.bind(engine);
    const held: (() => void)[] = [];
    engine.answer = async (...asked) => {
      await new Promise<void>((go) => held.push(go));
      return answer(...asked);
    };
    pair = await startPair(engine, 'socket', { shelf, honoursClientIds });
    pair.you.say('@whosaid sources', { channel: NEWS });
    const go = await eventually(() => held[0], 'the question');
    const before = await copy(shelf);
    go();
    await eventually(() => pair.said({ channel: NEWS })[0], 'the first reply');
    between();
    await another(before);
    await eventually(async () => (await before.list('inbox/')).length === 0, 'the inbox to be empty');
    return pair.said({ channel: NEWS }).map(({ ts }) => ts);
  }

  test('is answered twice rather than never', async () => {
    expect(await answeredTwice(false)).toHaveLength(2);
  });

  test('stands there once where Slack knows the message again', async () => {
    expect(await answeredTwice(true)).toHaveLength(1);
  });

  test('is answered anew where somebody has deleted it', async () => {
    const remove = () => {
      for (const message of pair.said({ channel: NEWS })) pair.slack.workspace.remove(message);
    };
    expect(await answeredTwice(true, remove)).toHaveLength(1);
  });
});

test('a question that ends the process every time is given up in the end, and takes no other with it', async () => {
  const OTHERS = 4;
  let shelf = memoryShelf();
  const ending = scriptedEngine();
  ending.answer = () => new Promise(() => undefined);
  pair = await startPair(ending, 'socket', { shelf });
  for (let n = 0; n <= OTHERS; n += 1) pair.you.say('@whosaid sources', { channel: NEWS });
  const kept = async (): Promise<Kept[]> =>
    (await shelf.list('inbox/')).map(({ value }) => value as unknown as Kept);
  await eventually(async () => (await kept()).length === OTHERS + 1, 'the entries');
  const begins = async () => (await kept()).reduce((sum, { tries }) => sum + tries, 0);
  for (let ends = 0; ends < 11; ends += 1) {
    shelf = await copy(shelf);
    const before = await begins();
    await another(shelf, ending);
    await eventually(async () => (await begins()) !== before, 'a new try');
  }
  await another(await copy(shelf));
  await eventually(() => pair.said({ channel: NEWS }).length >= OTHERS, 'the other answers');
}, 60_000);

test.each(['public', 'private'] as const)(
  'as soon as an answer stands there, nobody gives it again, whatever is still to be noted down: %s',
  async (answers) => {
    const shelf = memoryShelf();
    const put = shelf.put.bind(shelf);
    let go: () => void = () => undefined;
    const slow = new Promise<void>((done) => {
      go = done;
    });
    shelf.put = async (key, ...rest) => {
      if (/^(?:thread|answer)\//.test(key)) await slow;
      await put(key, ...rest);
    };
    pair = await startPair(scriptedEngine(), 'socket', { shelf });
    await new Records(shelf).putSettings(TEAM.id, NEWS, { ...DEFAULT_SETTINGS, answers });
    pair.you.say('@whosaid sources', { channel: NEWS });
    await eventually(() => pair.said({ channel: NEWS })[0], 'the reply');
    await eventually(async () => (await shelf.list('inbox/')).length === 0, 'the inbox to be empty', 3_000);
    go();
  },
);

test('every answer to a message carries which one it answers', async () => {
  pair = await startPair(scriptedEngine(), 'socket', { manifest: FOLLOW_UPS });
  const asked = pair.you.say('@whosaid sources');
  const answer = await eventually(() => pair.said()[0], 'the reply');
  expect(answer.metadata).toEqual({ event_type: 'whosaid_answer', event_payload: { question: asked.ts } });
});

test('a Slack that cannot be reached is waited for, and the question answered once', async () => {
  pair = await startPair(scriptedEngine(), 'http');
  const lift = pair.slack.faults.stand('chat.postMessage', { kind: 'status', status: 503 });
  pair.you.tell('sources');
  await eventually(
    () => pair.slack.calls.filter((call) => call.method === 'chat.postMessage').length >= 3,
    'tries',
  );
  lift();
  await eventually(() => pair.said()[0], 'the reply', 15_000);
  await aWhile(1_000);
  expect(pair.said()).toHaveLength(1);
  expect(pair.said()[0]?.text).toContain('We have waited long enough.');
}, 30_000);

test('a response URL that is gone is told directly', async () => {
  pair = await startPair(scriptedEngine());
  pair.slack.faults.plan('response_url', { kind: 'status', status: 404 }, 2);
  await pair.you.command('/article', 'sources');
  const told = await eventually(() => pair.said({ channel: DIRECT })[0], 'the sentence');
  expect(told.text).toContain('no longer lets me answer there');
});

test('a response URL that hangs does not hold the app up', async () => {
  pair = await startPair(scriptedEngine(), 'socket', { callTimeout: 300 });
  pair.slack.faults.plan('response_url', { kind: 'hang', millis: 60_000 });
  await pair.you.command('/article', 'sources');
  await eventually(() => pair.logged.some((line) => line.includes('TimeoutError')), 'the log');
});

test('who asks more than they read is told politely, and only they', async () => {
  pair = await startPair(scriptedEngine(), 'http', { questionsPerMinute: 3 });
  for (let n = 0; n < 5; n += 1) pair.you.say('@whosaid sources');
  await eventually(() => pair.said().length === 5, 'a word on each');
  const refused = pair.said().filter(({ text }) => text.includes('more than 3 questions in a minute'));
  expect(refused).toHaveLength(2);
  expect(refused.every(({ onlyFor }) => onlyFor === pair.you.person.id)).toBe(true);
});

test('what is longer than any question is refused politely, and costs no answer', async () => {
  const engine = scriptedEngine();
  pair = await startPair(engine, 'http');
  pair.you.tell('a'.repeat(30_000));
  const told = await eventually(() => pair.said()[0], 'the sentence');
  expect(told.text).toContain('That is too long');
  const long = pair.you.say('b'.repeat(30_000));
  await pair.you.messageShortcut(long, 'check_quote');
  const window = () =>
    JSON.stringify(pair.slack.workspace.windows.get(pair.you.person.id)?.at(-1)?.definition);
  await eventually(() => window()?.includes('That is too long'), 'the sentence in the window');
  expect(engine.asked).toEqual([]);
});
