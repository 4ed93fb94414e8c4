import { millis, until } from './figures.ts';
import { invented, nth, questionFor } from './library.ts';
import { Stage } from './stage.ts';
import type { Measured, TortureTest } from './torture-test.ts';

const IN_FLIGHT = 20;
const MODES = ['http', 'socket'] as const;

export const drain: TortureTest = {
  name: 'drain',
  how: 'SIGTERM with 20 questions in flight, by HTTP and by Socket Mode',
  threshold: 'none lost, exit 0 in < 10 s, readiness 503 first',
  async run({ size }) {
    const times = size === 'long' ? 10 : 1;
    const all: Measured[] = [];
    for (let n = 0; n < times; n += 1) for (const mode of MODES) all.push(await draining(mode));
    return {
      figures: Object.assign({}, ...all.slice(-MODES.length).map(({ figures }) => figures), {
        stops: all.length,
      }),
      pass: all.every(({ pass }) => pass),
      notes: all.flatMap(({ notes = [] }) => notes),
    };
  },
};

async function draining(mode: (typeof MODES)[number]): Promise<Measured> {
  const articles = invented(12);
  const stage = await Stage.open({ mode, articles, channels: IN_FLIGHT });
  try {
    const bot = await stage.start();
    const warm = stage.ask(questionFor(nth(articles, 0)));
    await until(() => stage.to(warm).length > 0, 30_000);
    const seen: string[] = [];
    const asked = Array.from({ length: IN_FLIGHT }, (_, n) => stage.write(questionFor(nth(articles, n))));
    const taken = asked.map((each) => stage.slack.deliver(stage.event(each)));
    await Promise.race(taken);
    const look = async (): Promise<void> => {
      const status = await fetch(`${bot.admin}/readyz`).then(
        (response) => String(response.status),
        () => 'gone',
      );
      if (seen.at(-1) !== status) seen.push(status);
      if (status !== 'gone') setTimeout(() => void look(), 20);
    };
    void look();
    const before = performance.now();
    const { code } = await bot.stop();
    const took = performance.now() - before;
    const answered = IN_FLIGHT - stage.tally(asked).lost;
    await stage.start();
    await until(() => stage.tally(asked).lost === 0, 30_000);
    const { lost, more } = stage.tally(asked);
    const first = seen.find((status) => status !== '200') ?? 'none';
    return {
      figures: {
        [`${mode}: answered before the exit`]: answered,
        [`${mode}: lost`]: lost,
        [`${mode}: twice`]: more,
        [`${mode}: exit`]: `${code} after ${millis(took)}`,
        [`${mode}: readiness`]: seen.join(' → '),
      },
      pass: lost + more === 0 && code === 0 && took < 10_000 && first === '503',
    };
  } finally {
    await stage.close();
  }
}
