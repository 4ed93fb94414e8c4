import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { readManifest } from '../../src/retrieval/index-format.ts';
import { VectorIndex } from '../../src/retrieval/vector-index.ts';
import { notice } from '../command-line.ts';
import { benchCorpus } from './corpus.ts';
import { type Measurement, type Spread, spreadOf } from './measurement.ts';
import { newsQuestions } from './questions.ts';

const TABLE = 'Search against exact comparison';
const QUESTIONS = 200;
const K = 10;
const ROUNDING = 1e-5;

/** The graph's recall@10 beside comparing every vector, over the indexes that answering was measured with. */
export async function benchRecall(embedder: Embedder, sizes: readonly number[]): Promise<Measurement[]> {
  const queries = (await embedder.embedQuestions(newsQuestions(QUESTIONS))).map(({ vector }) => vector);
  const measured: Measurement[] = [];
  for (const size of sizes) {
    const made = benchCorpus(size);
    const manifest = made && (await readManifest(made.index));
    const [segment] = manifest?.segments ?? [];
    if (made && segment) measured.push(...measure(size, join(made.index, 'segments', segment.name), queries));
    else notice(`bench: NOT MEASURED: ${size} passages have no index yet; measure answering first`);
  }
  return measured;
}

function measure(size: number, segment: string, queries: readonly Float32Array[]): Measurement[] {
  const bytes = readFileSync(join(segment, 'vectors.f32'));
  const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const dimension = queries[0]?.length ?? 1;
  const graph = VectorIndex.load(join(segment, 'hnsw.bin'), dimension, vectors.length / dimension);
  const millis: number[] = [];
  let found = 0;
  for (const query of queries) {
    const from = performance.now();
    const near = graph.search(query, K);
    millis.push(performance.now() - from);
    const worst = worstOfNearest(vectors, query) - ROUNDING;
    found += near.filter(({ score }) => score >= worst).length;
  }
  const recall = { median: found / (queries.length * K), low: null, high: null };
  return [row(size, 'recall@10', recall, '', '>= 0.99'), row(size, 'query p50', spreadOf(millis), 'ms')];
}

/** The score of the Kth nearest: whatever scores as much is as right, for some sentences are the same. */
function worstOfNearest(vectors: Float32Array, query: Float32Array): number {
  const best: number[] = [];
  for (let from = 0; from < vectors.length; from += query.length) {
    let score = 0;
    for (let at = 0; at < query.length; at++) score += (vectors[from + at] as number) * (query[at] as number);
    if (best.length === K && score <= (best[0] as number)) continue;
    best.push(score);
    best.sort((a, b) => a - b);
    if (best.length > K) best.shift();
  }
  return best[0] ?? 0;
}

function row(
  size: number,
  measure: string,
  { median, low, high }: Pick<Spread, 'median'> & { low: number | null; high: number | null },
  unit: string,
  target: string | null = null,
): Measurement {
  return { table: TABLE, row: `${size} passages`, size, measure, value: median, unit, low, high, target };
}
