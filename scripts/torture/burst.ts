import { millis, until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { metric } from './program.ts';
import { Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

export const burst: TortureTest = {
  name: 'burst',
  how: '500 events within a second (short: 300), more than can be answered in good time',
  threshold:
    'all acknowledged < 3 s, the queue stays below 500, every question gets an answer or a polite word',
  async run({ size }) {
    const count = size === 'long' ? 500 : 300;
    const articles = invented(12);
    const stage = await Stage.open({ mode: 'http', articles, channels: size === 'long' ? 6 : 2 });
    try {
      const bot = await stage.start();
      const delivery = stage.delivery(bot);
      const asked = Array.from({ length: count }, (_, n) => stage.write(questionFor(nth(articles, n))));
      let slowest = 0;
      let taken = 0;
      const sent = asked.map(async (each, n) => {
        await new Promise((next) => setTimeout(next, (n * 1000) / count));
        const before = performance.now();
        const response = await delivery.send(stage.event(each)).catch(() => null);
        if (response?.ok) taken += 1;
        slowest = Math.max(slowest, performance.now() - before);
      });
      let deepest = 0;
      const watching = setInterval(() => {
        metric(bot, 'whosaid_queue_depth').then(
          (depth) => {
            deepest = Math.max(deepest, depth);
          },
          () => undefined,
        );
      }, 100);
      await Promise.all(sent);
      await until(() => stage.tally(asked).lost === 0, 60_000);
      clearInterval(watching);
      const { lost, more } = stage.tally(asked);
      const polite = asked.filter((each) =>
        stage.to(each).some(({ text }) => text.includes('Too many questions')),
      ).length;
      return {
        figures: {
          events: count,
          taken,
          'slowest ack': millis(slowest),
          'deepest queue': deepest,
          answered: count - polite - lost,
          'told politely': polite,
          lost,
          twice: more,
        },
        pass: taken === count && slowest < 3_000 && deepest <= 500 && lost + more === 0,
      };
    } finally {
      await stage.close();
    }
  },
};
