import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../../src/playground/faults.ts';
import { millis, percentile, until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { type Asked, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

interface Trouble {
  readonly name: string;
  readonly fault: Fault;
  readonly long: boolean;
  /** Milliseconds before which no second call may come. */
  readonly atLeast: number;
}

const TROUBLES: readonly Trouble[] = [
  { name: '429, Retry-After 2', fault: { kind: 'rate-limited', retryAfter: 2 }, long: false, atLeast: 2_000 },
  {
    name: '429 without Retry-After',
    fault: { kind: 'rate-limited', retryAfter: null },
    long: false,
    atLeast: 1_000,
  },
  { name: '503', fault: { kind: 'status', status: 503 }, long: false, atLeast: 0 },
  { name: 'a reset connection', fault: { kind: 'reset' }, long: false, atLeast: 0 },
  {
    name: '429, Retry-After 10',
    fault: { kind: 'rate-limited', retryAfter: 10 },
    long: true,
    atLeast: 10_000,
  },
  {
    name: '429, Retry-After 30',
    fault: { kind: 'rate-limited', retryAfter: 30 },
    long: true,
    atLeast: 30_000,
  },
  { name: 'a call that hangs', fault: { kind: 'hang', millis: 60_000 }, long: true, atLeast: 0 },
];

export const slackFaults: TortureTest = {
  name: 'slack-faults',
  how: 'posting to one channel is limited, fails, breaks off or hangs, while nine others are asked in',
  threshold: 'Retry-After is honoured, who asked gets an answer or a word, the other channels’ p95 < 2 s',
  async run({ size, say }) {
    const articles = invented(10);
    const stage = await Stage.open({ mode: 'http', articles, channels: 10 });
    try {
      const bot = await stage.start();
      const warm = stage.ask(questionFor(nth(articles, 0)), stage.channel(5));
      await until(() => stage.to(warm).length > 0, 30_000);
      const figures: Record<string, string | number> = {};
      const others: number[] = [];
      const wrong: string[] = [];
      for (const { name, fault, long, atLeast } of TROUBLES) {
        if (long && size === 'short') continue;
        const channel = stage.channel(0);
        stage.slack.faults.plan('chat.postMessage', fault, 1, channel.id);
        const troubled = stage.ask(questionFor(nth(articles, 1)), channel);
        const beside: Asked[] = [];
        for (let n = 1; n < 10; n += 1) {
          beside.push(stage.ask(questionFor(nth(articles, n)), stage.channel(n)));
          await sleep(150);
        }
        await until(() => stage.tally([troubled, ...beside]).lost === 0, 60_000);
        await sleep(500);
        const [first] = stage.to(troubled);
        const waited = first ? first.at - troubled.at : Number.POSITIVE_INFINITY;
        figures[name] = `answered after ${millis(waited)}`;
        say(`${name}: ${millis(waited)}`);
        if (!first || waited < atLeast) wrong.push(`${name}: answered after ${millis(waited)}`);
        if (fault.kind !== 'hang' && stage.to(troubled).length > 1) wrong.push(`${name}: two replies`);
        for (const each of beside) others.push((stage.to(each)[0]?.at ?? Number.POSITIVE_INFINITY) - each.at);
      }
      const p95 = percentile(others, 95);
      const alive = bot.child.exitCode === null;
      return {
        figures: { ...figures, 'other channels p95': millis(p95) },
        pass: wrong.length === 0 && p95 < 2_000 && alive,
        notes: wrong,
      };
    } finally {
      await stage.close();
    }
  },
};
