import { setTimeout as sleep } from 'node:timers/promises';
import { Someone } from '../../src/playground/person.ts';
import { until } from './figures.ts';
import { type Invented, invented, nth, questionFor } from './library.ts';
import { postgresForTests } from './postgres.ts';
import { type Asked, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

const SIZES = {
  short: { articles: 20, added: 3, questions: 45 },
  long: { articles: 200, added: 60, questions: 1_500 },
};

export const manyProcesses: TortureTest = {
  name: 'many-processes',
  how: 'three bots on one PostgreSQL, one killed and replaced, while articles are added through them',
  threshold: 'each question one reply with its own quotation; what is added is answered by every process',
  needs: 'PostgreSQL',
  async run({ size, say }) {
    const postgres = await postgresForTests();
    if (!postgres) return { figures: {}, pass: true, notes: ['NOT CHECKED: there is no PostgreSQL here'] };
    const { articles: count, added, questions } = SIZES[size];
    const all = invented(count + added);
    const stage = await Stage.open({
      mode: 'http',
      articles: all.slice(0, count),
      later: all.slice(count),
      settings: { STORE_URL: postgres.url, ARTICLE_ADDERS: '*' },
    });
    try {
      const bots = [await stage.start()];
      bots.push(...(await Promise.all([stage.start(), stage.start()])));
      stage.deliverTo(nth(bots, 0));
      const you = new Someone(stage.slack);
      const asked: { each: Asked; article: Invented }[] = [];
      const ask = async (article: Invented, bot: number): Promise<void> => {
        const each = stage.write(questionFor(article));
        asked.push({ each, article });
        const event = stage.event(each);
        // A load balancer sends what one process does not take to another.
        const taken = await stage
          .delivery(nth(bots, bot), 3_000)
          .send(event)
          .catch(() => null);
        if (!taken?.ok) await stage.delivery(nth(bots, bot + 1)).send(event);
      };
      let known = count;
      for (let n = 0; n < questions; n += 1) {
        await ask(nth(all, (n * 7) % count), n);
        if (known < count + added && n % Math.floor(questions / (added + 1)) === 0) {
          const article = nth(all, known);
          you.share(article.file, article.text);
          known += 1;
        }
        if (n === Math.floor(questions / 2)) {
          await bots[1]?.kill();
          say('one of three was killed');
        }
        if (n === Math.floor((questions * 2) / 3)) {
          bots[1] = await stage.start();
          stage.deliverTo(nth(bots, 0));
          say('and replaced');
        }
        await sleep(60);
      }
      const replies = asked.map(({ each }) => each);
      await until(() => stage.tally(replies).lost === 0, 90_000);
      const said = (): number =>
        stage.slack.workspace.messages.filter(({ text }) => text.startsWith('Added')).length;
      await until(() => said() === added, 60_000);
      // What was added is to be known to all of them.
      const late = asked.length;
      await sleep(3_000);
      for (let bot = 0; bot < 3; bot += 1) for (const article of all.slice(count)) await ask(article, bot);
      const every = asked.map(({ each }) => each);
      await until(() => stage.tally(every).lost === 0, 60_000);
      await sleep(1_500);
      const right = ({ each, article }: { each: Asked; article: Invented }): boolean =>
        JSON.stringify(stage.to(each)[0] ?? '').includes(article.quote);
      const { lost, more } = stage.tally(every);
      const wrong = asked.slice(0, late).filter((one) => !right(one)).length;
      const unknown = asked.slice(late).filter((one) => !right(one)).length;
      return {
        figures: {
          processes: 3,
          questions: every.length,
          lost,
          twice: more,
          'not with its quotation': wrong,
          'added articles': added,
          'added but not known to a process': unknown,
          'false quotations': stage.false.length,
        },
        pass: lost + wrong + unknown + stage.false.length === 0 && more <= every.length / 100,
        notes: [
          `${said()} of ${added} articles were said to be added.`,
          ...asked
            .slice(late)
            .filter((one) => !right(one))
            .slice(0, 2)
            .map(({ each }) => stage.to(each)[0]?.text ?? ''),
          'Recall and the separation of workspaces are measured on the store itself: test/retrieval, docs/scale.md.',
        ],
      };
    } finally {
      await stage.close();
      await postgres.stop();
    }
  },
};
