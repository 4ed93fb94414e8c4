import { setTimeout as sleep } from 'node:timers/promises';
import { millis, until } from './figures.ts';
import { type Invented, invented, nth, questionFor } from './library.ts';
import { postgresForTests } from './postgres.ts';
import { type Asked, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

const ADMISSIBLE_MILLIS = 5_000;

export const storeOutage: TortureTest = {
  name: 'store-outage',
  how: 'PostgreSQL ends at once under load, stays away for two seconds and comes back, 10 times (short: once)',
  threshold:
    'the process goes on, answers < 5 s after PostgreSQL is back, no wrong answer, none lost, none twice',
  needs: 'PostgreSQL',
  async run({ size, say }) {
    const postgres = await postgresForTests();
    if (!postgres) return { figures: {}, pass: true, notes: ['NOT CHECKED: there is no PostgreSQL here'] };
    const articles = invented(12);
    const stage = await Stage.open({ mode: 'http', articles, settings: { STORE_URL: postgres.url } });
    try {
      const bot = await stage.start();
      const asked: { each: Asked; article: Invented }[] = [];
      const ask = (): Asked => {
        const article = nth(articles, asked.length);
        const each = stage.ask(questionFor(article));
        asked.push({ each, article });
        return each;
      };
      const first = ask();
      await until(() => stage.to(first).length > 0, 30_000);
      let slowest = 0;
      for (let outage = 0; outage < (size === 'long' ? 10 : 1); outage += 1) {
        const asking = setInterval(ask, 500);
        await sleep(1_200);
        postgres.crash();
        await sleep(2_000);
        postgres.start();
        const back = Date.now();
        const after = ask();
        await until(() => stage.to(after).length > 0, 30_000);
        clearInterval(asking);
        slowest = Math.max(slowest, (stage.to(after)[0]?.at ?? Number.POSITIVE_INFINITY) - back);
        say(`back after ${millis(slowest)}`);
      }
      const all = asked.map(({ each }) => each);
      await until(() => stage.tally(all).lost === 0, 60_000);
      await sleep(1_000);
      const { lost, more } = stage.tally(all);
      const wrong = asked.filter(({ each, article }) => {
        const [reply] = stage.to(each);
        return reply !== undefined && !JSON.stringify(reply).includes(article.quote) && !isExcuse(reply.text);
      });
      const told = all.filter((each) => stage.to(each).some(({ text }) => isExcuse(text))).length;
      const alive = bot.child.exitCode === null && bot.child.signalCode === null;
      return {
        figures: {
          questions: all.length,
          'first answer after PostgreSQL was back': millis(slowest),
          'told that it failed': told,
          'wrong answers': wrong.length,
          lost,
          twice: more,
          'process went on': alive ? 'yes' : 'no',
        },
        pass: alive && slowest < ADMISSIBLE_MILLIS && wrong.length + lost + more + stage.false.length === 0,
        notes: wrong.slice(0, 3).map(({ each }) => stage.to(each)[0]?.text ?? ''),
      };
    } finally {
      await stage.close();
      await postgres.stop();
    }
  },
};

function isExcuse(text: string): boolean {
  return text.startsWith('Something went wrong');
}
