// Runs one of the peers over a folder of texts and vectors and prints, as one line of JSON, what it found, how
// long that took and how much memory. Plain JavaScript: what it imports is installed only for the benchmark.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LangChainMemory } from './langchain-memory.mjs';
import { OramaHybrid, OramaVector } from './orama.mjs';
import { Vectra } from './vectra.mjs';

const PEERS = {
  'langchain-memory': LangChainMemory,
  'orama-vector': OramaVector,
  'orama-hybrid': OramaHybrid,
  vectra: Vectra,
};
const K = 10;

const [name, folder] = process.argv.slice(2);
const input = readInput(folder);
const from = performance.now();
const peer = await PEERS[name].build(input.texts, input.vectors, folder);
const buildMillis = performance.now() - from;
const found = [];
const millis = [];
// Twice: the first round warms up what is compiled while it runs.
for (let round = 0; round < 2; round++) {
  for (const [index, text] of input.queries.entries()) {
    const started = performance.now();
    const ids = await peer.search(text, input.queryVectors[index], K);
    const spent = performance.now() - started;
    if (round === 0) continue;
    millis.push(spent);
    found.push(ids);
  }
}
process.stdout.write(`${JSON.stringify({ buildMillis, millis, found, peakBytes: peakBytes() })}\n`);

/** The texts and queries, and a vector for each; ids are positions. */
function readInput(from) {
  const { texts, queries, dimension } = JSON.parse(readFileSync(join(from, 'input.json'), 'utf8'));
  return {
    texts,
    queries,
    vectors: rows(join(from, 'vectors.f32'), dimension),
    queryVectors: rows(join(from, 'queries.f32'), dimension),
  };
}

function rows(file, dimension) {
  const bytes = readFileSync(file);
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return Array.from({ length: all.length / dimension }, (_, row) =>
    Array.from(all.subarray(row * dimension, (row + 1) * dimension)),
  );
}

/** The most memory that this process held; what `resourceUsage` tells may be its parent's. */
function peakBytes() {
  const [, kilobytes] = /VmHWM:\s+(\d+)/u.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
