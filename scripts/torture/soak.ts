import { setTimeout as sleep } from 'node:timers/promises';
import { Someone } from '../../src/playground/person.ts';
import { slope, until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { type Bot, metric } from './program.ts';
import { type Asked, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

const SIZES = {
  short: { questions: 40, minutes: 0.15, reloads: 2 },
  long: { questions: 20_000, minutes: 120, reloads: 50 },
} as const;
const START = 20;
/** What a process takes until everything has been used once is no leak. */
const SETTLED = 0.25;
const SAMPLES = 1_200;
/** So many samples, five minutes of the long form, hold several collections of garbage: the least of them has none. */
const WINDOW = 50;

export const soak: TortureTest = {
  name: 'soak',
  how: '20,000 questions in two hours with 50 reloads of the library (short: 40 questions, 2 reloads)',
  threshold:
    'least memory of each five minutes grows < 5 MB an hour after the first quarter (long only), descriptors stay flat, none lost, none twice',
  async run({ size, say }) {
    const { questions, minutes, reloads } = SIZES[size];
    const articles = invented(START + reloads);
    const stage = await Stage.open({
      mode: 'http',
      articles: articles.slice(0, START),
      later: articles.slice(START),
      settings: { ARTICLE_ADDERS: '*' },
    });
    try {
      const bot = await stage.start();
      const you = new Someone(stage.slack);
      const memory: { x: number; y: number }[] = [];
      const descriptors: number[] = [];
      const begin = Date.now();
      const pace = (minutes * 60_000) / questions;
      let open: Asked[] = [];
      let lost = 0;
      let more = 0;
      const settle = async (): Promise<void> => {
        await until(() => stage.tally(open).lost === 0, 30_000);
        lost += stage.tally(open).lost;
        more += stage.tally(open).more;
        open = [];
        stage.posted.clear();
      };
      for (let n = 0; n < questions; n += 1) {
        await sleep(Math.max(0, begin + n * pace - Date.now()));
        open.push(stage.ask(questionFor(nth(articles, n % START))));
        if (n % Math.floor(questions / reloads) === 0) {
          const added = nth(articles, START + Math.floor((n * reloads) / questions));
          you.share(added.file, added.text);
        }
        if (open.length === 200) await settle();
        if (n % Math.max(1, Math.floor(questions / SAMPLES)) === 0) {
          memory.push({
            x: (Date.now() - begin) / 3_600_000,
            y: (await metric(bot, 'process_resident_memory_bytes')) / 1e6,
          });
          descriptors.push(await metric(bot, 'process_open_fds'));
        }
        if (n > 0 && n % 1_000 === 0) say(`${n} questions, ${await memoryOf(bot)}`);
      }
      await settle();
      const late = memory.slice(Math.floor(memory.length * SETTLED));
      const growth = slope(lowest(late));
      const [, settled = 0, , last = 0] = quarters(descriptors);
      const opened = last - settled;
      const steady = size === 'short' || growth < 5;
      return {
        figures: {
          questions,
          reloads,
          'memory at the end': `${Math.round(late.at(-1)?.y ?? 0)} MB`,
          'memory in each quarter': `${quarters(memory.map(({ y }) => y)).join(', ')} MB`,
          'memory slope': size === 'short' ? 'not judged in seconds' : `${growth.toFixed(1)} MB an hour`,
          'with garbage': size === 'short' ? 'not judged in seconds' : `${slope(late).toFixed(1)} MB an hour`,
          'more descriptors': opened,
          lost,
          twice: more,
          'false quotations': stage.false.length,
        },
        pass: steady && opened <= 8 && lost + more + stage.false.length === 0,
      };
    } finally {
      await stage.close();
    }
  },
};

/** What the process takes, and what of it JavaScript does: garbage that was not collected yet is no leak. */
async function memoryOf(bot: Bot): Promise<string> {
  const parts = {
    resident: 'process_resident_memory_bytes',
    heap: 'nodejs_heap_size_total_bytes',
    'used of it': 'nodejs_heap_size_used_bytes',
    beside: 'nodejs_external_memory_bytes',
  };
  const figures: string[] = [];
  for (const [name, of] of Object.entries(parts)) {
    figures.push(`${name} ${Math.round((await metric(bot, of)) / 1e6)} MB`);
  }
  return figures.join(', ');
}

/** The sample of each window in which the process took least. */
function lowest(samples: readonly { x: number; y: number }[]): { x: number; y: number }[] {
  return samples.flatMap((_, at) => {
    const window = at % WINDOW === 0 ? samples.slice(at, at + WINDOW) : [];
    const least = window.toSorted((a, b) => a.y - b.y)[0];
    return least ? [least] : [];
  });
}

/** The mean of each quarter. */
function quarters(values: readonly number[]): number[] {
  return [0, 1, 2, 3].map((quarter) => {
    const own = values.filter((_, n) => Math.floor((n * 4) / values.length) === quarter);
    return Math.round(own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length));
  });
}
