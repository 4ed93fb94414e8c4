import { loadEmbedder } from '../src/retrieval/embedder.ts';
import type { Store } from '../src/retrieval/store.ts';
import { ensureModel } from './build-model.ts';
import { notice, progressBar, readArguments, run, UsageError } from './command-line.ts';
import { type Collection, keptCollection, mixedCollection } from './scale/collections.ts';
import { filesPlace, type Place, postgresPlace } from './scale/places.ts';
import { exactScores, realQuestions, type Sentences } from './scale/sentences.ts';

const HELP = `Usage: npm run -s scale -- [--sizes 1000,10000] [--store files|postgres] [--real 10000] [--json]

Measures both stores with so many passages: the time of each search, recall@10 against comparing with every passage,
memory, the time to build, the time to add one article, and bytes a passage. 1000, 10000 and 100000 are what "npm run
bench" has embedded, where it has (news, encyclopedia and abstracts of ../shared/data; of 100000 most in several
versions); any other number is real sentences and, beyond --real of them, mixtures of two each.

  --sizes N,…   numbers of passages (default: 1000,10000; 100000 takes its time)
  --store NAME  one store only
  --real N      real sentences to embed at most; they are kept for the next run (default: 10000)
  --json        one line of JSON for each store and size
  --help        show this text

PostgreSQL is started for the purpose, and its files go afterwards.`;

const STORES: Readonly<Record<string, () => Promise<Place>>> = { files: filesPlace, postgres: postgresPlace };
const QUESTIONS = 200;
const NEIGHBOURS = 10;
/** Of scores that are computed in another order. */
const ROUNDING = 1e-5;
/** As many as a question takes from each search, and token vectors of as many passages as it compares. */
const CANDIDATES = 20;
const COMPARED = 120;

interface Times {
  readonly p50: number;
  readonly p95: number;
}

interface Row {
  readonly store: string;
  readonly passages: number;
  readonly buildSeconds: number;
  readonly addMillis: number;
  readonly nearest: Times;
  readonly matching: Times;
  readonly oneArticle: Times;
  readonly tokens: Times;
  readonly recall: number;
  /** Both ways of finding the nearest, in turns, where the store has both. */
  readonly ways: Readonly<Record<string, Times & { readonly recall: number }>> | null;
  readonly bytesAPassage: number;
  readonly bytes: Readonly<Record<string, number>>;
  readonly processMegabytes: number;
}

await run('scale', async () => {
  const { values, positionals } = readArguments({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      store: { type: 'string' },
      real: { type: 'string', default: '10000' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const sizes = values.sizes.split(',').map(Number);
  const names = values.store === undefined ? Object.keys(STORES) : [values.store];
  if (positionals.length > 0 || sizes.some((size) => !(size >= 100)) || names.some((name) => !STORES[name]))
    throw new UsageError('--sizes are numbers from 100, --store is files or postgres; see --help');
  await ensureModel({ quiet: false });
  const embedder = await loadEmbedder({ model: null, allowDownload: false });
  const questions = await realQuestions(QUESTIONS, embedder);
  for (const size of sizes) {
    const collection =
      (await keptCollection(size)) ?? (await mixedCollection(size, Number(values.real), embedder));
    const exact = exactScores(collection, questions, NEIGHBOURS);
    for (const name of names) {
      const row = await measure(name, collection, questions, exact);
      process.stdout.write(`${values.json ? JSON.stringify(row) : inWords(row)}\n`);
    }
    await collection.close();
  }
  return 0;
});

async function measure(
  name: string,
  collection: Collection,
  questions: Sentences,
  exact: readonly number[],
): Promise<Row> {
  const place = await (STORES[name] as () => Promise<Place>)();
  try {
    const { dimension, passages, placeOf } = collection;
    const bar = progressBar(`${name}, ${passages} passages`);
    const before = process.memoryUsage().rss;
    let done = 0;
    const started = performance.now();
    await place.build(collection.drafts(), dimension, () => bar.onProgress(++done, collection.articles));
    const buildSeconds = (performance.now() - started) / 1000;
    bar.stop();
    const vectorOf = (at: number): Float32Array =>
      questions.vectors.slice(at * dimension, (at + 1) * dimension);
    const time = (work: (store: Store, at: number) => Promise<unknown>) =>
      timed(place, questions.texts.length, work);
    const share = new Map<string, number>();
    const nearestBy = (way: string) => async (store: Store, at: number) => {
      const hits = await store.nearest(vectorOf(at), CANDIDATES, null);
      const least = (exact[at] ?? 0) - ROUNDING;
      const found = hits.slice(0, NEIGHBOURS).filter(({ score }) => score >= least).length;
      share.set(way, (share.get(way) ?? 0) + found / (questions.texts.length * NEIGHBOURS));
    };
    const nearest = await time(nearestBy('default'));
    const ways = place.ways ? await inTurns(place.ways, questions.texts.length, nearestBy) : null;
    const matching = await time((store, at) =>
      store.matching(questions.texts[at] as string, CANDIDATES, null),
    );
    const article = (at: number): string => placeOf((at * 7919) % passages).articleId;
    const oneArticle = await time((store, at) => store.nearest(vectorOf(at), CANDIDATES, article(at)));
    const wanted = (at: number) =>
      Array.from({ length: COMPARED }, (_, n) => placeOf((at * 7919 + n * 613) % passages));
    const tokens = await time((store, at) => store.tokens(wanted(at), () => {}));
    const processMegabytes = (process.memoryUsage().rss - before) / 2 ** 20;
    const { value: one } = await collection.drafts().next();
    const adding = performance.now();
    if (one)
      await place.add({ ...one, stored: { ...one.stored, article: { ...one.stored.article, id: 'added' } } });
    await place.use((store) => store.summaries());
    const addMillis = performance.now() - adding;
    const bytes = await place.bytes();
    const all = Object.values(bytes).reduce((sum, part) => sum + part, 0);
    return {
      ...{ store: name, passages, buildSeconds, addMillis, nearest, matching, oneArticle, tokens },
      recall: share.get('default') ?? 0,
      ways:
        ways &&
        Object.fromEntries(
          Object.entries(ways).map(([way, times]) => [way, { ...times, recall: share.get(way) ?? 0 }]),
        ),
      bytesAPassage: all / passages,
      ...{ bytes, processMegabytes },
    };
  } finally {
    await place.close();
  }
}

/** The middle and the slow end of doing it once for each question. */
async function timed(
  place: Place,
  count: number,
  work: (store: Store, at: number) => Promise<unknown>,
): Promise<Times> {
  const millis: number[] = [];
  await place.use((store) => store.summaries());
  for (let at = 0; at < count; at++) millis.push(await elapsed(() => place.use((store) => work(store, at))));
  return timesOf(millis);
}

/** One way after the other for each question: what else the machine does meets all of them. */
async function inTurns(
  ways: NonNullable<Place['ways']>,
  count: number,
  work: (way: string) => (store: Store, at: number) => Promise<unknown>,
): Promise<Record<string, Times>> {
  const millis = new Map(Object.keys(ways).map((way) => [way, [] as number[]]));
  for (let at = 0; at < count; at++) {
    for (const [way, use] of Object.entries(ways)) {
      const took = await elapsed(() => use((store) => work(way)(store, at)));
      millis.get(way)?.push(took);
    }
  }
  return Object.fromEntries(Array.from(millis, ([way, all]) => [way, timesOf(all)]));
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function timesOf(millis: number[]): Times {
  const sorted = millis.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

function inWords(row: Row): string {
  const of = ({ p50, p95 }: Times): string => `${p50.toFixed(1)}/${p95.toFixed(1)} ms`;
  notice(JSON.stringify(row.bytes));
  return [
    `${row.store} ${row.passages} passages: built in ${row.buildSeconds.toFixed(0)} s`,
    `one article added in ${row.addMillis.toFixed(0)} ms`,
    `nearest ${of(row.nearest)}`,
    `words ${of(row.matching)}`,
    `one article ${of(row.oneArticle)}`,
    `tokens of ${COMPARED} ${of(row.tokens)}`,
    `recall@${NEIGHBOURS} ${row.recall.toFixed(3)}`,
    ...Object.entries(row.ways ?? {}).map(
      ([way, times]) => `${way} ${of(times)} recall ${times.recall.toFixed(3)}`,
    ),
    `${row.bytesAPassage.toFixed(0)} bytes a passage`,
    `${row.processMegabytes.toFixed(0)} MB more memory`,
  ].join(' · ');
}
