import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { type PostgresForTests, postgresForTests } from './postgres.ts';
import type { Bot } from './program.ts';
import { type Asked, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

export const duplicates: TortureTest = {
  name: 'duplicates',
  how: 'each message four times at once, again under new event ids, as mention and as message; on three processes where there is a PostgreSQL',
  threshold: 'exactly one reply to each',
  async run({ size, say }) {
    const count = size === 'long' ? 200 : 20;
    const articles = invented(12);
    const stage = await Stage.open({ mode: 'http', articles, channels: 20 });
    const postgres: PostgresForTests | null = await postgresForTests();
    try {
      const settings = postgres ? { STORE_URL: postgres.url } : {};
      const bots: Bot[] = [await stage.start(settings)];
      if (postgres) bots.push(...(await Promise.all([stage.start(settings), stage.start(settings)])));
      say(`${bots.length} processes`);
      const deliveries = bots.map((bot) => stage.delivery(bot));
      const asked: Asked[] = [];
      let refused = 0;
      for (let n = 0; n < count; n += 1) {
        const each = stage.write(questionFor(nth(articles, n)));
        asked.push(each);
        const same = stage.event(each);
        const copies = [same, same, same, same, stage.event(each), stage.event(each, 'message')];
        const sent = copies.map((copy, at) => nth(deliveries, at).send(copy));
        for (const { ok } of await Promise.all(sent)) if (!ok) refused += 1;
      }
      await until(() => stage.tally(asked).lost === 0, 60_000);
      await sleep(1_500);
      const { lost, once, more } = stage.tally(asked);
      return {
        figures: {
          processes: bots.length,
          messages: count,
          deliveries: count * 6,
          'not taken': refused,
          'one reply': once,
          none: lost,
          more,
        },
        pass: lost + more + refused === 0,
        ...(!postgres && { notes: ['NOT CHECKED with three processes: there is no PostgreSQL here'] }),
      };
    } finally {
      await stage.close();
      await postgres?.stop();
    }
  },
};

export const retryOnly: TortureTest = {
  name: 'retry-only',
  how: 'only a delivery that calls itself the second retry arrives',
  threshold: 'one reply',
  async run({ size }) {
    const count = size === 'long' ? 100 : 5;
    const articles = invented(5);
    const stage = await Stage.open({ mode: 'http', articles });
    try {
      const delivery = stage.delivery(await stage.start());
      const asked = Array.from({ length: count }, (_, n) => stage.write(questionFor(nth(articles, n))));
      const retry = { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'http_timeout' };
      for (const each of asked) await delivery.send(stage.event(each), retry);
      await until(() => stage.tally(asked).lost === 0, 30_000);
      await sleep(500);
      const { lost, once, more } = stage.tally(asked);
      return { figures: { deliveries: count, 'one reply': once, none: lost, more }, pass: once === count };
    } finally {
      await stage.close();
    }
  },
};
