import { parseArticle } from '../../src/article/parse.ts';
import { findQuotations } from '../../src/quotations/find.ts';
import { tag } from '../../src/quotations/tagger.ts';
import { progressBar } from '../command-line.ts';
import { newsTexts } from './corpus.ts';
import { type Measurement, spreadOf, timed } from './measurement.ts';

const TABLE = 'Attribution';
const WORDS = [1_000, 10_000, 100_000, 1_000_000];
const TARGET = '<= 3';
/** Short texts are run so often that a run takes about as long as a long one. */
const WORDS_A_RUN = 20_000;

/** Words a second of finding who said what, beside the tagger alone on the same text. */
export async function benchAttribution(rounds: number): Promise<Measurement[]> {
  const texts = newsTexts();
  if (texts.length === 0) return [];
  const measured: Measurement[] = [];
  const bar = progressBar('Attributing');
  for (const [index, words] of WORDS.entries()) {
    const article = parseArticle('bench.txt', textOf(texts, words));
    const body = article.paragraphs.map(({ start, end }) => ({
      text: article.text.slice(start, end),
      start,
    }));
    const count = article.text.split(/\s+/u).length;
    const times = Math.max(1, Math.round(WORDS_A_RUN / count));
    const tagging: number[] = [];
    const finding: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const alone = await timed(() => repeat(times, () => body.map(({ text, start }) => tag(text, start))));
      const whole = await timed(() => repeat(times, () => findQuotations(article)));
      if (round === 0 && words < 1_000_000) continue;
      tagging.push(alone.millis / times);
      finding.push(whole.millis / times);
    }
    const ratios = spreadOf(finding.map((millis, run) => millis / (tagging[run] as number)));
    const rate = spreadOf(finding.map((millis) => (1000 * count) / millis));
    const row = `${words} words`;
    const of = { table: TABLE, row, size: words };
    measured.push(
      {
        ...of,
        measure: 'words a second',
        value: rate.median,
        unit: '',
        low: rate.low,
        high: rate.high,
        target: null,
      },
      {
        ...of,
        measure: 'time beside the tagger alone',
        value: ratios.median,
        unit: '×',
        low: ratios.low,
        high: ratios.high,
        target: TARGET,
      },
    );
    bar.onProgress(index + 1, WORDS.length);
  }
  bar.stop();
  return measured;
}

/** News articles one after the other, again from the beginning where they end, until there are so many words. */
function textOf(texts: readonly string[], words: number): string {
  const parts: string[] = [];
  for (let at = 0, have = 0; have < words; at++) {
    const text = texts[at % texts.length] ?? '';
    const missing = words - have;
    const own = text.split(/(?<=\s)/u);
    parts.push(own.length > missing ? own.slice(0, missing).join('') : text);
    have += own.length;
  }
  return parts.join('\n\n');
}

function repeat(times: number, work: () => unknown): void {
  for (let time = 0; time < times; time++) work();
}
