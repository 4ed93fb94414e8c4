import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DIRECT } from '../../src/playground/workspace.ts';
import { until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { type Asked, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

const QUESTIONS = 8;
/** On a busy machine hardly one is answered between two kills, and hundreds wait for the end of it. */
const PATIENCE = 5 * 60_000;
const WITH_HISTORY = resolve(import.meta.dirname, '../../docs/manifest-follow-ups.json');

export const crash: TortureTest = {
  name: 'crash',
  how: 'kill -9 at a random moment while questions arrive, 100 times (short: 2); half of the time with the least scopes',
  threshold:
    'every question answered in the end, at most 1 % twice (short, where one is more than that: none twice where threads may be read)',
  async run({ size, say }) {
    const kills = size === 'long' ? 100 : 2;
    const least = await crashing(Math.ceil(kills / 2), undefined, say);
    const reading = await crashing(Math.floor(kills / 2), WITH_HISTORY, say);
    const asked = least.asked + reading.asked;
    const twice = least.twice + reading.twice;
    const lost = least.lost + reading.lost;
    return {
      figures: {
        kills,
        questions: asked,
        lost,
        'twice with the least scopes': `${least.twice} of ${least.asked}`,
        'twice where threads may be read': `${reading.twice} of ${reading.asked}`,
        twice: `${((100 * twice) / asked).toFixed(2)} %`,
      },
      pass: lost === 0 && (size === 'long' ? twice / asked <= 0.01 : reading.twice === 0),
    };
  },
};

async function crashing(kills: number, manifest: string | undefined, say: (line: string) => void) {
  const articles = invented(12);
  const stage = await Stage.open({ mode: 'socket', articles, channels: 4, ...(manifest && { manifest }) });
  try {
    const asked: Asked[] = [];
    let bot = await stage.start();
    for (let kill = 0; kill < kills; kill += 1) {
      const moment = Math.random() * 900;
      const asking = (async () => {
        for (let n = 0; n < QUESTIONS; n += 1) {
          const direct = n % 4 === 3 ? stage.slack.workspace.channels.get(DIRECT) : undefined;
          asked.push(stage.ask(questionFor(nth(articles, kill + n)), direct));
          await sleep(Math.random() * 200);
        }
      })();
      await sleep(moment);
      await bot.kill();
      bot = await stage.start();
      await asking;
      if (kill % 10 === 9) say(`${kill + 1} kills, ${asked.length} questions`);
    }
    await until(() => stage.tally(asked).lost === 0, PATIENCE);
    await sleep(2_000);
    const { lost, more } = stage.tally(asked);
    say(`${kills} kills: ${lost} of ${asked.length} lost, ${more} twice`);
    return { asked: asked.length, lost, twice: more };
  } finally {
    await stage.close();
  }
}
