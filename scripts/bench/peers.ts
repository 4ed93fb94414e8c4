import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { notice, progressBar } from '../command-line.ts';
import { vectorsOf } from '../evaluate/cached-vectors.ts';
import { judge } from '../evaluate/retrieval.ts';
import { readRetrievalSets } from '../evaluate/retrieval-data.ts';
import { BENCH_FOLDER } from './corpus.ts';
import { type Measurement, spreadOf } from './measurement.ts';
import { newsQuestions } from './questions.ts';
import { passagesWithVectors } from './stored-passages.ts';

const TABLE = 'Search beside peers';
const FOLDER = fileURLToPath(new URL('peers', import.meta.url));
const OWN = fileURLToPath(new URL('own-search.ts', import.meta.url));
const OWN_MODES = ['whosaid-vector', 'whosaid-fused', 'brute-force'];
const PEERS = ['vectra', 'orama-vector', 'orama-hybrid', 'langchain-memory'];
const K = 10;
/** A peer that has not built and answered by then is told as too slow. */
const PATIENCE_MILLIS = 300_000;
const MOST_QUERIES = 200;

/** Texts with their vectors, what is asked, and which texts answer, where that was judged. */
interface Collection {
  readonly name: string;
  readonly texts: readonly string[];
  readonly vectors: Float32Array;
  readonly queries: readonly string[];
  readonly queryVectors: Float32Array;
  readonly judged: readonly (ReadonlyMap<string, number> | null)[];
}

interface Outcome {
  readonly buildMillis: number;
  readonly millis: readonly number[];
  readonly found: readonly (readonly number[])[];
  readonly peakBytes: number;
}

/** Build, query time, recall and nDCG of the program's own search and of its peers on the same vectors. */
export async function benchPeers(embedder: Embedder, sizes: readonly number[]): Promise<Measurement[]> {
  const installed = existsSync(join(FOLDER, 'node_modules'));
  if (!installed) {
    notice('bench: NOT MEASURED: the peers; install them with "npm ci --prefix scripts/bench/peers"');
  }
  const measured: Measurement[] = [];
  for await (const collection of collections(embedder, sizes)) {
    const folder = writeInput(collection, embedder.dimension);
    const exact = nearestExactly(collection, embedder.dimension);
    const names = [...OWN_MODES, ...(installed ? PEERS : [])];
    const bar = progressBar(`Searching ${collection.name}`);
    for (const [index, name] of names.entries()) {
      const outcome = await runOne(name, folder);
      if (outcome) measured.push(...figures(name, collection, outcome, exact));
      else notice(`bench: ${name} did not come to an end over ${collection.name}`);
      bar.onProgress(index + 1, names.length);
    }
    bar.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return measured;
}

async function* collections(embedder: Embedder, sizes: readonly number[]): AsyncGenerator<Collection> {
  for (const set of readRetrievalSets()) {
    const texts = set.documents.map(({ text }) => text);
    const asked = set.queries.slice(0, MOST_QUERIES);
    const queries = asked.map(({ text }) => text);
    yield {
      name: set.name,
      texts,
      vectors: await vectorsOf(`${set.name} documents`, texts, embedder),
      queries,
      queryVectors: await vectorsOf(`${set.name} first queries`, queries, embedder),
      judged: asked.map(({ id }) => positionsOf(set.judged.get(id), set.documents)),
    };
  }
  const queries = newsQuestions(100);
  for (const size of sizes) {
    const stored = await passagesWithVectors(size);
    if (!stored) continue;
    const queryVectors = await vectorsOf('news questions', queries, embedder);
    yield { name: `${size} passages`, ...stored, queries, queryVectors, judged: queries.map(() => null) };
  }
}

/** The judged documents by their position, which is the id that every peer gets. */
function positionsOf(
  judged: ReadonlyMap<string, number> | undefined,
  documents: readonly { readonly id: string }[],
): Map<string, number> {
  return new Map(
    documents.flatMap(({ id }, index): [string, number][] => {
      const score = judged?.get(id);
      return score === undefined ? [] : [[String(index), score]];
    }),
  );
}

function writeInput({ name, texts, queries, vectors, queryVectors }: Collection, dimension: number): string {
  const folder = join(BENCH_FOLDER, 'peers', name.replaceAll(' ', '-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'input.json'), JSON.stringify({ texts, queries, dimension }));
  writeFileSync(join(folder, 'vectors.f32'), bytesOf(vectors));
  writeFileSync(join(folder, 'queries.f32'), bytesOf(queryVectors));
  return folder;
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** One search in a process of its own; null where it fails or takes too long. */
function runOne(name: string, folder: string): Promise<Outcome | null> {
  const args = OWN_MODES.includes(name)
    ? ['--import', 'tsx', OWN, name, folder]
    : [join(FOLDER, 'run.mjs'), name, folder];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MILLIS);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : null);
    });
  });
}

/** For each query the lowest cosine that is among the ten best. */
function nearestExactly({ vectors, queries, queryVectors }: Collection, dimension: number): number[] {
  return queries.map((_, query) => {
    const cosines = Float32Array.from({ length: vectors.length / dimension }, (_unused, row) =>
      cosine(vectors, row, queryVectors, query, dimension),
    );
    return cosines.sort()[Math.max(0, cosines.length - K)] as number;
  });
}

function cosine(a: Float32Array, row: number, b: Float32Array, other: number, dimension: number): number {
  let sum = 0;
  for (let at = 0; at < dimension; at++) {
    sum += (a[row * dimension + at] as number) * (b[other * dimension + at] as number);
  }
  return sum;
}

/** Equal texts have equal cosines: any of them counts as found. */
const ROUNDING = 1e-5;

function figures(
  name: string,
  collection: Collection,
  outcome: Outcome,
  tenth: readonly number[],
): Measurement[] {
  const { texts, vectors, queryVectors, queries, judged } = collection;
  const dimension = vectors.length / texts.length;
  const recall = queries.map((_, query) => {
    const near = (outcome.found[query] ?? []).filter(
      (id) => cosine(vectors, id, queryVectors, query, dimension) >= (tenth[query] as number) - ROUNDING,
    );
    return near.length / Math.min(K, texts.length);
  });
  const gains = judged.flatMap((own, query) =>
    own ? [judge((outcome.found[query] ?? []).map(String), own).ndcg] : [],
  );
  const spread = spreadOf(outcome.millis);
  const of = { table: TABLE, row: `${collection.name}: ${name}`, size: texts.length, low: null, high: null };
  const plain = { ...of, target: null };
  return [
    { ...plain, measure: 'build', value: outcome.buildMillis, unit: 'ms' },
    { ...of, measure: 'query p50', value: spread.median, unit: 'ms', ...quartiles(spread), target: null },
    { ...plain, measure: 'query p95', value: spread.p95, unit: 'ms' },
    // A ranking that is fused with words is not after the nearest vectors.
    ...(isFused(name)
      ? []
      : [{ ...of, measure: 'recall@10', value: mean(recall), unit: '', target: recallTarget(name) }]),
    ...(gains.length > 0 ? [{ ...plain, measure: 'nDCG@10', value: mean(gains), unit: '' }] : []),
    { ...plain, measure: 'peak memory', value: outcome.peakBytes / 1e6, unit: 'MB' },
  ];
}

function isFused(name: string): boolean {
  return name === 'whosaid-fused' || name === 'orama-hybrid';
}

function recallTarget(name: string): string | null {
  return name === 'whosaid-vector' ? '>= 0.99' : null;
}

function quartiles({ low, high }: { low: number; high: number }): { low: number; high: number } {
  return { low, high };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
