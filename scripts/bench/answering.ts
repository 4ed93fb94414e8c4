import { EMPTY_MEMORY, type Millis } from '../../src/answering/answer.ts';
import { openLiveLibrary, type SharedLibrary } from '../../src/answering/live-library.ts';
import { notice, progressBar } from '../command-line.ts';
import { benchCorpus } from './corpus.ts';
import { type Measurement, type Spread, spreadOf, timed } from './measurement.ts';
import { newsQuestions, ownersQuestions } from './questions.ts';

const TABLE = 'Answering, warm';
const AT_ONCE = [1, 8, 32];
/** What others may cost beside the question's own embedding. */
const TARGET_ONE_ARTICLE = '<= 1.5';
const TARGET_LARGE = '<= 2';
const TARGET_TAIL = '<= 3';
const TARGET_WAIT = '<= 40';
const LARGE = 100_000;
const PARTS = ['understand', 'embed', 'search', 'rank', 'compose'] as const;

interface Setting {
  readonly name: string;
  readonly size: number | null;
  readonly corpus: string;
  readonly index: string | null;
  readonly questions: readonly string[];
}

/** From text to answer beside the embedding of the question alone, for one article and for many. */
export async function benchAnswering(
  corpus: string,
  sizes: readonly number[],
  rounds: number,
): Promise<Measurement[]> {
  const settings: Setting[] = [
    { name: 'one article', size: null, corpus, index: null, questions: ownersQuestions() },
  ];
  for (const size of sizes) {
    const made = benchCorpus(size);
    if (made) settings.push({ name: `${size} passages`, ...made, questions: newsQuestions(100) });
  }
  const measured: Measurement[] = [];
  for (const setting of settings) measured.push(...(await measureSetting(setting, rounds)));
  return measured;
}

async function measureSetting(setting: Setting, rounds: number): Promise<Measurement[]> {
  const bar = progressBar(`Indexing ${setting.name}`);
  const library = await openLiveLibrary({
    corpus: setting.corpus,
    index: setting.index,
    model: { model: null, allowDownload: false },
    onProgress: bar.onProgress,
    onNotice: notice,
  });
  bar.stop();
  try {
    return [...(await oneByOne(library, setting, rounds)), ...(await atOnce(library, setting))];
  } finally {
    await library.close();
  }
}

async function oneByOne(library: SharedLibrary, setting: Setting, rounds: number): Promise<Measurement[]> {
  const { name, size, questions } = setting;
  const embedding: number[] = [];
  const answering: number[] = [];
  const parts: Millis[] = [];
  const bar = progressBar(`Answering over ${name}`);
  for (let round = 0; round <= rounds; round++) {
    for (const question of questions) {
      const alone = await timed(() => library.embedder.embedQuestions([question]));
      const whole = await timed(() => ask(library, question));
      // The first round warms caches up.
      if (round === 0) continue;
      embedding.push(alone.millis);
      answering.push(whole.millis);
      parts.push(whole.result.millis);
    }
    bar.onProgress(round, rounds);
  }
  bar.stop();
  const [floor, spread] = [spreadOf(embedding), spreadOf(answering)];
  const target = size === null ? TARGET_ONE_ARTICLE : size >= LARGE ? TARGET_LARGE : null;
  const ratio = (measure: string, value: number, of: number, aim: string | null): Measurement =>
    figure(measure, { value: value / of, unit: '×', target: aim }, setting);
  return [
    figure('the question embedded, p50', { value: floor.median, unit: 'ms', spread: floor }, setting),
    figure('text to answer, p50', { value: spread.median, unit: 'ms', spread }, setting),
    figure('text to answer, p95', { value: spread.p95, unit: 'ms' }, setting),
    figure('text to answer, p99', { value: spread.p99, unit: 'ms' }, setting),
    ratio('p50 beside the embedding', spread.median, floor.median, target),
    ratio('p99 beside p50', spread.p99, spread.median, TARGET_TAIL),
    ...PARTS.map((part) => {
      const own = spreadOf(parts.map((millis) => millis[part]));
      return figure(`of it ${part}, p50`, { value: own.median, unit: 'ms', spread: own }, setting);
    }),
  ];
}

/** How long the last of several questions asked in the same moment waits, counted in embeddings. */
async function atOnce(library: SharedLibrary, setting: Setting): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const count of AT_ONCE) {
    const waits: number[] = [];
    for (let run = 0; run < 5; run++) {
      const asked = Array.from(
        { length: count },
        (_, index) => setting.questions[(run * count + index) % setting.questions.length] ?? '',
      );
      const floor: number[] = [];
      for (const question of asked.slice(0, 8)) {
        floor.push((await timed(() => library.embedder.embedQuestions([question]))).millis);
      }
      const { millis } = await timed(() => Promise.all(asked.map((question) => ask(library, question))));
      waits.push(millis / spreadOf(floor).median);
    }
    const spread = spreadOf(waits);
    const target = count === 32 ? { target: TARGET_WAIT } : {};
    measured.push(
      figure(
        `${count} at once, the last`,
        { value: spread.median, unit: 'embeddings', spread, ...target },
        setting,
      ),
    );
  }
  return measured;
}

async function ask(library: SharedLibrary, question: string): Promise<{ millis: Millis }> {
  const { answer } = await library.engine.answer(question, { memory: EMPTY_MEMORY, articleId: null });
  return answer;
}

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly spread?: Spread;
  readonly target?: string | null;
}

function figure(
  measure: string,
  { value, unit, spread, target = null }: Figure,
  setting: Setting,
): Measurement {
  const [low, high] = spread ? [spread.low, spread.high] : [null, null];
  return { table: TABLE, row: setting.name, measure, value, unit, low, high, size: setting.size, target };
}
