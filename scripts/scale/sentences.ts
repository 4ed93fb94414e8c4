import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { splitSentences } from '../../src/article/sentences.ts';
import type { Embedder } from '../../src/retrieval/embedder.ts';
import { vectorsOf } from '../evaluate/cached-vectors.ts';
import { readRetrievalSets } from '../evaluate/retrieval-data.ts';

const ARTICLES = fileURLToPath(new URL('../../../shared/data/polnear-train/articles.jsonl', import.meta.url));
/** Shares of a mixed vector: nearer to one real sentence than any two different ones are to each other. */
const OWN_SHARE = 0.9;
const OTHER_SHARE = 0.35;
/** Every so many words one is taken from another sentence. */
const WORDS_APART = 5;

/** Sentences with their vectors, row after row. */
export interface Sentences {
  readonly texts: readonly string[];
  readonly vectors: Float32Array;
  readonly dimension: number;
}

/** Real sentences of news articles with their vectors; those of earlier runs are not made again. */
export async function realSentences(most: number, embedder: Embedder): Promise<Sentences> {
  if (!existsSync(ARTICLES))
    throw new Error('../shared/data/polnear-train is missing: there is no text to measure with');
  const texts: string[] = [];
  for (const line of readFileSync(ARTICLES, 'utf8').split('\n')) {
    if (line === '' || texts.length >= most) continue;
    const { text }: { text: string } = JSON.parse(line);
    for (const block of text.split(/\n{2,}/)) {
      for (const { start, end } of splitSentences(block, { start: 0, end: block.length })) {
        const sentence = block.slice(start, end).replace(/\s+/g, ' ').trim();
        if (sentence.length > 20) texts.push(sentence);
      }
    }
  }
  const first = texts.slice(0, most);
  return {
    texts: first,
    vectors: await vectorsOf('sentences', first, embedder),
    dimension: embedder.dimension,
  };
}

/** Real questions with their vectors. */
export async function realQuestions(most: number, embedder: Embedder): Promise<Sentences> {
  const set = readRetrievalSets().find(({ name }) => name.startsWith('xquad'));
  if (!set) throw new Error('../shared/data/retrieval is missing: there are no questions to measure with');
  const all = set.queries.map(({ text }) => text);
  const vectors = await vectorsOf('questions', all, embedder);
  const texts = all.slice(0, most);
  return {
    texts,
    vectors: vectors.subarray(0, texts.length * embedder.dimension),
    dimension: embedder.dimension,
  };
}

/** `count` sentences: the real ones, then mixtures of two of them, in vector and in words. */
export function enlarged(real: Sentences, count: number): Sentences {
  const { dimension } = real;
  const random = generator(42);
  const texts = real.texts.slice(0, count);
  const vectors = new Float32Array(count * dimension);
  vectors.set(real.vectors.subarray(0, texts.length * dimension));
  for (let row = texts.length; row < count; row++) {
    const own = Math.floor(random() * real.texts.length);
    const other = Math.floor(random() * real.texts.length);
    texts.push(mixedText(real.texts[own] as string, real.texts[other] as string));
    mixInto(vectors, row, real, own, other);
  }
  return { texts, vectors, dimension };
}

function mixedText(own: string, other: string): string {
  const words = other.split(' ');
  return own
    .split(' ')
    .map((word, at) => (at % WORDS_APART === 2 ? (words[at % words.length] ?? word) : word))
    .join(' ');
}

function mixInto(vectors: Float32Array, row: number, real: Sentences, own: number, other: number): void {
  const { dimension } = real;
  let sum = 0;
  for (let at = 0; at < dimension; at++) {
    const a = real.vectors[own * dimension + at] as number;
    const b = real.vectors[other * dimension + at] as number;
    const value = OWN_SHARE * a + OTHER_SHARE * b;
    vectors[row * dimension + at] = value;
    sum += value * value;
  }
  const length = Math.sqrt(sum);
  for (let at = row * dimension; at < (row + 1) * dimension; at++)
    vectors[at] = (vectors[at] as number) / length;
}

/** Numbers from 0 to below 1, the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * For each question the score of its `k`th nearest vector, by comparing with every one: what scores as much is as
 * near, since some sentences are the same.
 */
export function exactScores(
  { vectors, dimension }: Pick<Sentences, 'vectors' | 'dimension'>,
  questions: Sentences,
  k: number,
): number[] {
  const count = vectors.length / dimension;
  return questions.texts.map((_, question) => {
    const scores = new Float64Array(count);
    for (let row = 0; row < count; row++) {
      let sum = 0;
      for (let at = 0; at < dimension; at++) {
        sum +=
          (vectors[row * dimension + at] as number) *
          (questions.vectors[question * dimension + at] as number);
      }
      scores[row] = sum;
    }
    return scores.sort().at(-k) ?? 0;
  });
}
