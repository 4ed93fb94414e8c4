import { until } from './figures.ts';
import { hostileText, seeded } from './hostile.ts';
import { invented, nth } from './library.ts';
import { type Asked, Stage } from './stage.ts';
import type { TortureTest } from './torture-test.ts';

const WORDS = 'who said the ferry harbour sources summary quotes check did “the bridge” closed'.split(' ');

export const markup: TortureTest = {
  name: 'markup',
  how: 'titles, speakers, quotations and 10,000 questions (short: 120) made of mentions, links, entities, backticks, bidi and zero-width marks',
  threshold: 'nothing live in what is posted; every decoded quotation is a slice of its article',
  async run({ size, say }) {
    const random = seeded(7);
    const articles = invented(30).map(({ file, text }, n) => ({
      file,
      text: `${hostileText(random, ['Harbour', 'Town'])} ${n}\n\n${text
        .split('\n\n')
        .slice(1)
        .map((paragraph) => withHostile(paragraph, random))
        .join('\n\n')}`
        // What a file cannot hold as UTF-8 is not in it.
        .replace(/\p{Surrogate}/gu, '\uFFFD'),
    }));
    const stage = await Stage.open({ mode: 'http', articles, channels: 200 });
    try {
      const bot = await stage.start();
      const delivery = stage.delivery(bot);
      const count = size === 'long' ? 10_000 : 120;
      let lost = 0;
      for (let from = 0; from < count; from += 100) {
        const batch: Asked[] = [];
        for (let n = from; n < Math.min(count, from + 100); n += 1) {
          batch.push(
            stage.write(
              n % 5 === 0
                ? nth(['sources', 'summary', 'quotes Okafor', 'help'], n / 5)
                : hostileText(random, WORDS),
            ),
          );
        }
        await Promise.all(batch.map((each) => delivery.send(stage.event(each))));
        await until(() => stage.tally(batch).lost === 0, 60_000);
        lost += stage.tally(batch).lost;
        if (from % 1_000 === 900) say(`${from + 100} questions`);
      }
      // A link to an article's own page is meant; these articles have none.
      const live = stage.slack.live;
      const kinds = [...new Set(live.map(({ kind }) => kind))].join(', ') || 'none';
      return {
        figures: {
          questions: count,
          'without a reply': lost,
          'live markup': live.length,
          kinds,
          'false quotations': stage.false.length,
        },
        pass: lost + live.length + stage.false.length === 0,
        notes: [...live.slice(0, 3).map((each) => JSON.stringify(each)), ...stage.false.slice(0, 3)],
      };
    } finally {
      await stage.close();
    }
  },
};

/** Hostile pieces in the quotation, in the speaker's name and in the words around them. */
function withHostile(paragraph: string, random: () => number): string {
  return paragraph.replace(/ /gu, (space) => (random() < 0.06 ? ` ${hostileText(random, ['and'])} ` : space));
}
