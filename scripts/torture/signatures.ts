import { setTimeout as sleep } from 'node:timers/promises';
import { HttpDelivery } from '../../src/playground/http-delivery.ts';
import { until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { SIGNING_SECRET, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

export const signatures: TortureTest = {
  name: 'signatures',
  how: 'requests with a bad signature, one of 301 s ago, one of 301 s ahead, none, no time; one that was recorded, before and after a restart',
  threshold: '401 and nothing runs; the recorded one is known',
  async run() {
    const article = nth(invented(1), 0);
    const stage = await Stage.open({ mode: 'http', articles: [article] });
    try {
      const bot = await stage.start();
      const now = (): number => Math.floor(Date.now() / 1000);
      const wrong: [string, Record<string, string>, number][] = [
        ['another secret', {}, 0],
        [SIGNING_SECRET, {}, -301],
        [SIGNING_SECRET, {}, 301],
        [SIGNING_SECRET, { 'x-slack-signature': '' }, 0],
        [SIGNING_SECRET, { 'x-slack-request-timestamp': '' }, 0],
        [SIGNING_SECRET, { 'x-slack-signature': 'v0=00' }, 0],
      ];
      const forged = [];
      let refused = 0;
      for (const [signingSecret, headers, shift] of wrong) {
        const each = stage.write(questionFor(article));
        forged.push(each);
        const delivery = new HttpDelivery({ url: bot.events ?? '', signingSecret });
        const { status } = await delivery.send(stage.event(each), headers, now() + shift);
        if (status === 401) refused += 1;
      }
      const honest = stage.write(questionFor(article));
      const recorded = stage.event(honest);
      const at = now();
      await stage.delivery(bot).send(recorded, {}, at);
      await until(() => stage.to(honest).length > 0, 30_000);
      await stage.delivery(bot).send(recorded, {}, at);
      await bot.kill();
      const again = await stage.start();
      const { status } = await stage.delivery(again).send(recorded, {}, at);
      await sleep(1_500);
      const answered = forged.filter((each) => stage.to(each).length > 0).length;
      const replies = stage.to(honest).length;
      return {
        figures: {
          forged: wrong.length,
          'refused with 401': refused,
          answered,
          'recorded, after a restart': `${status}`,
          'replies to it': replies,
        },
        pass: refused === wrong.length && answered === 0 && replies === 1 && status === 200,
      };
    } finally {
      await stage.close();
    }
  },
};
