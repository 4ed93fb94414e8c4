import { setTimeout as sleep } from 'node:timers/promises';
import { millis, percentile, until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { type Asked, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

const SIZES = {
  short: { perSecond: 5, seconds: 5, articles: 12 },
  long: { perSecond: 50, seconds: 300, articles: 850 },
} as const;

export const load: TortureTest = {
  name: 'load',
  how: 'signed requests at a steady rate: 50 a second for 5 minutes over 10,000 passages (short: 5 a second for 5 s)',
  threshold: 'acknowledged p99 < 500 ms, answered p95 < 2 s, none lost, none twice',
  async run({ size, say }) {
    const { perSecond, seconds, articles: count } = SIZES[size];
    const articles = invented(count);
    const stage = await Stage.open({ mode: 'http', articles, channels: 100 });
    try {
      say(`starting over ${count} articles`);
      const bot = await stage.start();
      const delivery = stage.delivery(bot);
      const acks: number[] = [];
      const asked: Asked[] = [];
      const send = async (n: number): Promise<void> => {
        const each = stage.write(questionFor(nth(articles, n * 37)));
        asked.push(each);
        const before = performance.now();
        const taken = await delivery.send(stage.event(each)).catch(() => null);
        if (taken?.ok) acks.push(performance.now() - before);
      };
      // The first question loads what the others find loaded.
      await send(0);
      await until(() => stage.tally(asked).lost === 0, 30_000);
      acks.length = 0;
      asked.length = 0;
      const begin = performance.now();
      const sent: Promise<void>[] = [];
      for (let n = 0; n < perSecond * seconds; n += 1) {
        await sleep(Math.max(0, begin + (n * 1000) / perSecond - performance.now()));
        sent.push(send(n));
      }
      await Promise.all(sent);
      await until(() => stage.tally(asked).lost === 0, 60_000);
      const answers = asked.flatMap((each) =>
        stage
          .to(each)
          .slice(0, 1)
          .map(({ at }) => at - each.at),
      );
      const refused = asked.filter((each) =>
        stage.to(each).some(({ text }) => text.includes('Too many')),
      ).length;
      const { lost, more } = stage.tally(asked);
      const ack = percentile(acks, 99);
      const answer = percentile(answers, 95);
      return {
        figures: {
          questions: asked.length,
          'ack p50': millis(percentile(acks, 50)),
          'ack p99': millis(ack),
          'answer p50': millis(percentile(answers, 50)),
          'answer p95': millis(answer),
          refused,
          lost,
          twice: more,
          'false quotations': stage.false.length,
        },
        pass:
          ack < 500 &&
          answer < 2_000 &&
          lost + more + refused + stage.false.length === 0 &&
          acks.length === asked.length,
      };
    } finally {
      await stage.close();
    }
  },
};
