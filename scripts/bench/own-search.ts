import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fuseRanks } from '../../src/retrieval/fusion.ts';
import { KeywordIndex } from '../../src/retrieval/keyword-index.ts';
import { VectorIndex } from '../../src/retrieval/vector-index.ts';

/**
 * The program's own search over a folder of texts and vectors, as `peers/run.mjs` runs the others: prints one
 * line of JSON. A process of its own, so that memory can be compared.
 */
const K = 10;
/** Each ranking is this deep before the two are fused, as when answering. */
const DEPTH = 20;
const MODES = ['whosaid-vector', 'whosaid-fused', 'brute-force'] as const;
type Mode = (typeof MODES)[number];

const [mode = '', folder = ''] = process.argv.slice(2);
const { texts, queries, dimension }: { texts: string[]; queries: string[]; dimension: number } = JSON.parse(
  readFileSync(join(folder, 'input.json'), 'utf8'),
);
const vectors = floats('vectors.f32');
const queryVectors = floats('queries.f32');

const from = performance.now();
const search = await build(mode as Mode);
const buildMillis = performance.now() - from;
const found: number[][] = [];
const millis: number[] = [];
for (let round = 0; round < 2; round++) {
  for (const [index, text] of queries.entries()) {
    const started = performance.now();
    const ids = search(text, queryVectors.subarray(index * dimension, (index + 1) * dimension));
    const spent = performance.now() - started;
    if (round === 0) continue;
    millis.push(spent);
    found.push(ids);
  }
}
process.stdout.write(`${JSON.stringify({ buildMillis, millis, found, peakBytes: peakBytes() })}\n`);

type Search = (text: string, vector: Float32Array) => number[];

async function build(wanted: Mode): Promise<Search> {
  if (wanted === 'brute-force') return bruteForce;
  const file = join(folder, 'hnsw.bin');
  await VectorIndex.build(vectors, dimension, file);
  const graph = VectorIndex.load(file, dimension, texts.length);
  if (wanted === 'whosaid-vector')
    return (_text, vector) => graph.search(vector, K).map(({ index }) => index);
  const keywords = KeywordIndex.build(texts);
  return (text, vector) => {
    const near = graph.search(vector, DEPTH).map(({ index }) => String(index));
    const matching = keywords.search(text, DEPTH, () => true).map(({ index }) => String(index));
    return fuseRanks([near, matching])
      .slice(0, K)
      .map(({ key }) => Number(key));
  };
}

function bruteForce(_text: string, vector: Float32Array): number[] {
  const scores = new Float32Array(texts.length);
  for (let row = 0; row < scores.length; row++) {
    let sum = 0;
    const at = row * dimension;
    for (let i = 0; i < dimension; i++) sum += (vectors[at + i] as number) * (vector[i] as number);
    scores[row] = sum;
  }
  return Array.from(scores.keys())
    .sort((a, b) => (scores[b] as number) - (scores[a] as number))
    .slice(0, K);
}

function floats(name: string): Float32Array {
  const bytes = readFileSync(join(folder, name));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** The most memory that this process held; what `resourceUsage` tells may be its parent's. */
function peakBytes(): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
