import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLiveLibrary } from '../../src/answering/live-library.ts';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { identifyModel } from '../../src/retrieval/model-folder.ts';
import { openFileStore } from '../../src/retrieval/refresh.ts';
import { progressBar } from '../command-line.ts';
import { BENCH_FOLDER, benchCorpus, newsTexts } from './corpus.ts';
import { type Measurement, type Spread, spreadOf, timed } from './measurement.ts';

const TABLE = 'Indexing';
const SIZE = 1_000;
const MANY_UNCHANGED = 2_000;
const MANY = 10_000;
const MODEL = { model: null, allowDownload: false };

/** Files to a saved index beside the bare model; one article more; and nothing changed. */
export async function benchIndexing(embedder: Embedder, rounds: number): Promise<Measurement[]> {
  if (newsTexts().length === 0) return [];
  mkdirSync(BENCH_FOLDER, { recursive: true });
  return [
    ...(await beside(embedder, rounds)),
    ...(await unchanged(embedder, rounds)),
    ...(await oneMore(rounds)),
  ];
}

async function beside(embedder: Embedder, rounds: number): Promise<Measurement[]> {
  const made = benchCorpus(SIZE);
  if (!made) return [];
  const floor = await startBareModel(made.corpus);
  const bare: number[] = [];
  const whole: number[] = [];
  let count = 0;
  const bar = progressBar(`Indexing ${SIZE} passages`);
  for (let round = 0; round < rounds; round++) {
    const { passages, millis } = await floor.run();
    count = passages;
    const index = freshFolder();
    const built = await timed(() => refresh(made.corpus, index, embedder));
    rmSync(index, { recursive: true, force: true });
    bare.push((1000 * count) / millis);
    whole.push((1000 * count) / built.millis);
    bar.onProgress(round + 1, rounds);
  }
  bar.stop();
  floor.stop();
  const ratios = spreadOf(whole.map((rate, run) => rate / (bare[run] as number)));
  const row = `${count} passages`;
  return [
    figure(row, 'the bare model', spreadOf(bare), 'passages/s'),
    figure(row, 'files to a saved index', spreadOf(whole), 'passages/s'),
    figure(row, 'share of the bare rate', ratios, '', '>= 0.9'),
  ];
}

interface BareRun {
  readonly passages: number;
  readonly millis: number;
}

/** The model alone, in a process of its own: what else runs here must not slow it down. */
async function startBareModel(corpus: string): Promise<{ run(): Promise<BareRun>; stop(): void }> {
  const child = fork(fileURLToPath(new URL('bare-model.ts', import.meta.url)), [corpus], {
    execArgv: ['--import', 'tsx'],
  });
  await once(child, 'message');
  return {
    async run() {
      const answered = once(child, 'message') as Promise<[BareRun]>;
      child.send('run');
      return (await answered)[0];
    },
    stop: () => child.disconnect(),
  };
}

async function unchanged(embedder: Embedder, rounds: number): Promise<Measurement[]> {
  const { corpus, index } = await shortArticles(MANY_UNCHANGED, embedder);
  const millis: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const run = await timed(() => refresh(corpus, index, embedder));
    if (round > 0) millis.push(run.millis);
  }
  const row = `${MANY_UNCHANGED} articles`;
  return [figure(row, 'nothing changed, checked and opened', spreadOf(millis), 'ms', '<= 500')];
}

/** What one more article costs a running bot that holds none, and one that holds ten thousand. */
async function oneMore(rounds: number): Promise<Measurement[]> {
  const library = await openLiveLibrary({
    ...{ corpus: freshFolder(), index: freshFolder(), model: MODEL },
  });
  const { embedder } = library;
  await library.close();
  const large = await shortArticles(MANY, embedder);
  const addition = newsTexts()[1] ?? '';
  const alone: number[] = [];
  const among: number[] = [];
  const bar = progressBar('Adding one article');
  for (let round = 0; round < rounds; round++) {
    const empty = { corpus: freshFolder(), index: freshFolder() };
    alone.push(await addTo(empty, addition));
    among.push(await addTo(large, addition));
    for (const folder of [empty.corpus, empty.index]) rmSync(folder, { recursive: true, force: true });
    bar.onProgress(round + 1, rounds);
  }
  bar.stop();
  const ratios = spreadOf(among.map((millis, run) => millis / (alone[run] as number)));
  return [
    figure('one article', 'added to none', spreadOf(alone), 'ms'),
    figure('one article', `added to ${MANY}`, spreadOf(among), 'ms'),
    figure('one article', 'the one beside the other', ratios, '×', '<= 1.5'),
  ];
}

/** Milliseconds that a running library takes to know one article more; it is taken away again. */
async function addTo({ corpus, index }: { corpus: string; index: string }, text: string): Promise<number> {
  const library = await openLiveLibrary({ corpus, index, model: MODEL });
  const file = join(corpus, 'the-new-one.txt');
  writeFileSync(file, text);
  const { millis } = await timed(() => library.reload([basename(file)]));
  rmSync(file);
  await library.reload();
  await library.close();
  return millis;
}

async function refresh(corpus: string, index: string, embedder: Embedder): Promise<void> {
  const { store } = await openFileStore({
    ...{ corpus, index, model: await identifyModel(MODEL) },
    embedder: async () => embedder,
  });
  await store.close();
}

/** A folder of so many articles of a few sentences, with its index; kept between runs. */
async function shortArticles(count: number, embedder: Embedder): Promise<{ corpus: string; index: string }> {
  const folder = join(BENCH_FOLDER, `short-${count}`);
  const made = { corpus: join(folder, 'corpus'), index: join(folder, 'index') };
  mkdirSync(made.corpus, { recursive: true });
  if (readdirSync(made.corpus).length !== count) {
    for (const [index, text] of shortTexts(count).entries()) {
      writeFileSync(join(made.corpus, `${String(index).padStart(5, '0')}.txt`), text);
    }
  }
  const bar = progressBar(`Indexing ${count} short articles`);
  const { store } = await openFileStore({
    ...{ ...made, model: await identifyModel(MODEL), onProgress: bar.onProgress },
    embedder: async () => embedder,
  });
  bar.stop();
  await store.close();
  return made;
}

function shortTexts(count: number): string[] {
  const paragraphs = newsTexts().flatMap((text) =>
    text.split('\n\n').filter((paragraph) => paragraph.length > 80 && paragraph.length < 400),
  );
  return Array.from(
    { length: count },
    (_, index) => `Short article ${index}\n\n${paragraphs[index % paragraphs.length]}\n`,
  );
}

function freshFolder(): string {
  return mkdtempSync(join(BENCH_FOLDER, 'fresh-'));
}

function figure(
  row: string,
  measure: string,
  { median, low, high }: Spread,
  unit: string,
  target: string | null = null,
): Measurement {
  return { table: TABLE, row, measure, value: median, unit, low, high, size: null, target };
}
