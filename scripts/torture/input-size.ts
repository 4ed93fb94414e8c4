import { Someone } from '../../src/playground/person.ts';
import { DIRECT } from '../../src/playground/workspace.ts';
import { millis, until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { metric } from './program.ts';
import { Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

const BIG = 1_000_000;
const QUESTIONS: readonly [string, string][] = [
  ['1 MB of one letter', 'a'.repeat(BIG)],
  ['1 MB of words', 'who said the ferry '.repeat(BIG / 19)],
  ['1 MB of quotation marks', '“"'.repeat(BIG / 2)],
  ['1 MB of brackets', '<'.repeat(BIG / 2) + '>'.repeat(BIG / 2)],
  ['1 MB of mentions', '<@U0YOU>'.repeat(BIG / 8)],
  ['1 MB of spaces and a letter', `${' '.repeat(BIG)}a`],
  ['1 MB of line feeds', '\n'.repeat(BIG)],
  ['100,000 “did X say” in a row', 'did Ann say that '.repeat(100_000)],
  ['NUL', 'who said \u0000 that\u0000?'],
  ['lone surrogates', 'who said \uD83D\uD83D that \uDE00?'],
  ['a regular expression that backtracks', `${'(a+)+'.repeat(200)}${'a'.repeat(2_900)}!`],
  ['commas', `who said ${'a, '.repeat(50_000)}?`],
  ['3,900 letters of quotation', `check “${'the harbour will stay shut and nobody asked us '.repeat(81)}”`],
  ['1,900 quotation marks', '“”'.repeat(950)],
  ['nothing', ' '],
];
const ADMISSIBLE_LAG = 0.2;

export const inputSize: TortureTest = {
  name: 'input-size',
  how: 'questions of 1 MB, NUL, lone surrogates, what makes regular expressions backtrack; a shared article of 10 MB (short: half of them)',
  threshold: 'each answered or refused within 1 s; the event loop never stands still for 200 ms',
  async run({ size, say }) {
    const articles = invented(8);
    const stage = await Stage.open({ mode: 'http', articles, settings: { ARTICLE_ADDERS: '*' } });
    try {
      const bot = await stage.start();
      for (let n = 0; n < 8; n += 1) {
        const warm = stage.ask(questionFor(nth(articles, n)));
        await until(() => stage.to(warm).length > 0, 30_000);
      }
      await metric(bot, 'nodejs_eventloop_lag_max_seconds');
      const slow: string[] = [];
      let slowest = 0;
      let worst = 0;
      const chosen = QUESTIONS.filter((_, n) => size === 'long' || n % 2 === 0);
      for (const [name, question] of chosen) {
        const asked = stage.write(question);
        const cpu = await metric(bot, 'process_cpu_seconds_total');
        const begin = performance.now();
        const { ok } = await stage.delivery(bot).send(stage.event(asked));
        if (ok) await until(() => stage.to(asked).length > 0, 20_000);
        const took = performance.now() - begin;
        const stood = await metric(bot, 'nodejs_eventloop_lag_max_seconds');
        // On a machine that others use too, what the process did not compute it did not stand still for.
        const lag = Math.min(stood, (await metric(bot, 'process_cpu_seconds_total')) - cpu);
        say(`${name}: ${millis(took)}, lag ${millis(lag * 1000)}`);
        slowest = Math.max(slowest, took);
        worst = Math.max(worst, lag);
        if (took > 1_000 || lag > ADMISSIBLE_LAG)
          slow.push(`${name}: ${millis(took)}, lag ${millis(lag * 1000)}`);
      }
      const you = new Someone(stage.slack);
      const before = stage.slack.workspace.messages.length;
      const shared = performance.now();
      you.share('large.txt', `Large\n\n${'All work and no play. '.repeat(10 * 50_000)}`);
      await until(() => stage.slack.workspace.messages.length > before + 1, 20_000);
      const refusal = stage.slack.workspace.messages.at(-1);
      const refused = refusal?.channel === DIRECT && refusal.text.includes('too large');
      return {
        figures: {
          questions: chosen.length,
          slowest: millis(slowest),
          'longest standstill': millis(worst * 1000),
          'article of 10 MB': `${refused ? 'refused' : 'NOT refused'} after ${millis(performance.now() - shared)}`,
        },
        pass: slow.length === 0 && refused && bot.child.exitCode === null,
        notes: slow,
      };
    } finally {
      await stage.close();
    }
  },
};
