import { afterEach, describe, expect, test } from 'vitest';
import { TooMany, userLimits } from '../../src/slack/limits.ts';
import { createLog } from '../../src/slack/log.ts';
import { createMetrics } from '../../src/slack/metrics.ts';
import { channelQueues, Overloaded, slots } from '../../src/slack/queues.ts';
import { aWhile, eventually, type Pair, startPair } from './pair.ts';
import { scriptedEngine } from './scripted-engine.ts';

const SECRET = 'zebra umbrella';

describe('what an operator sees', () => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('metrics count what happened, and hold nothing that people wrote', async () => {
    const metrics = createMetrics(async () => Date.now() - 60_000);
    pair = await startPair(scriptedEngine(), 'http', { metrics, questionsPerMinute: 2 });
    const first = pair.you.say(`@whosaid ${SECRET}?`);
    await eventually(() => pair.said()[0], 'the reply');
    pair.you.announce(first);
    pair.you.say(`@whosaid ${SECRET}?`);
    pair.you.say(`@whosaid ${SECRET}?`);
    await eventually(() => pair.said().length === 3, 'the replies');
    await aWhile(300);
    const text = await metrics.text();
    expect(text).toContain('whosaid_answers_total{request="who-said",outcome="answered"} 2');
    expect(text).toContain('whosaid_refusals_total{reason="limit"} 1');
    expect(text).toContain('whosaid_duplicates_total 1');
    expect(text).toContain('whosaid_slack_calls_total{method="chat.postMessage",outcome="200"} 2');
    expect(text).toMatch(/whosaid_answer_seconds_bucket\{le="0\.005",part="embed"\} 2/);
    expect(text).toMatch(/whosaid_reply_seconds_count 2/);
    expect(text).toMatch(/whosaid_inbox_in_hand 0/);
    expect(Number(/^whosaid_index_age_seconds (\S+)/m.exec(text)?.[1])).toBeCloseTo(60, 0);
    expect(text).not.toContain('zebra');
    expect(text).not.toMatch(/T0PLAY|C0NEWS|U0YOU/);
  });

  test.each([
    [false, 'nothing'],
    [true, 'the question'],
  ])('the log has a line for each delivery, with text %s that somebody wrote: %s', async (text) => {
    const lines: string[] = [];
    const log = createLog('debug', { text, write: (line) => lines.push(line) });
    pair = await startPair(scriptedEngine(), 'socket', { log });
    pair.you.say(`@whosaid ${SECRET}?`);
    await eventually(() => lines.find((line) => line.includes('"handled"')), 'the line');
    const handled = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'handled');
    expect(handled).toMatchObject({
      level: 'info',
      kind: 'mention',
      team: 'T0PLAY',
      channel: 'C0NEWS',
      request: 'who-said',
      outcome: 'answered',
      recovered: false,
    });
    expect(handled.millis).toBeGreaterThan(0);
    expect(lines.join('\n').includes('zebra')).toBe(text);
    expect(lines.join('\n')).not.toContain(pair.slack.botToken);
  });
});

test('a person may ask so often within any minute, and others are not counted with them', () => {
  let time = 0;
  const limits = userLimits(2, () => time);
  limits.count('T1', 'U1');
  time = 30_000;
  limits.count('T1', 'U1');
  expect(() => limits.count('T1', 'U1')).toThrow(TooMany);
  limits.count('T1', 'U2');
  limits.count('T2', 'U1');
  time = 60_000;
  limits.count('T1', 'U1');
  expect(() => limits.count('T1', 'U1')).toThrow(TooMany);
  const unlimited = userLimits(0);
  for (let n = 0; n < 1_000; n += 1) unlimited.count('T1', 'U1');
});

test('queues refuse what is too much for a channel, and for all together', async () => {
  const queues = channelQueues(2, 3);
  let open: () => void = () => undefined;
  const gate = new Promise<void>((done) => {
    open = done;
  });
  const running = [queues.run('a', () => gate), queues.run('a', () => gate), queues.run('b', () => gate)];
  await expect(queues.run('a', () => gate)).rejects.toThrow(Overloaded);
  await expect(queues.run('c', () => gate)).rejects.toThrow(Overloaded);
  expect(queues.waiting).toBe(3);
  open();
  await Promise.all(running);
  expect(queues.waiting).toBe(0);
  await queues.run('c', async () => undefined);
});

test('slots let so many run at once, in the order in which they came', async () => {
  const two = slots(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      two
        .run(async () => {
          running += 1;
          most = Math.max(most, running);
          order.push(n);
          await aWhile(5);
          running -= 1;
          if (n === 3) throw new Error('one fails');
        })
        .catch(() => undefined),
    ),
  );
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
