import { join } from 'node:path';
import { type Embedder, loadEmbedder } from '../../src/retrieval/embedder.ts';
import { fuseRanks } from '../../src/retrieval/fusion.ts';
import { KeywordIndex } from '../../src/retrieval/keyword-index.ts';
import { VectorIndex } from '../../src/retrieval/vector-index.ts';
import { ensureModel } from '../build-model.ts';
import { notice, readArguments } from '../command-line.ts';
import { VECTORS_FOLDER, vectorsOf } from './cached-vectors.ts';
import { type EvaluationRow, writeRows } from './json-rows.ts';
import { type RetrievalSet, readRetrievalSets } from './retrieval-data.ts';
import { fraction, table } from './statistics.ts';

const HELP = `Usage: npm run evaluate -- retrieval [--set NAME] [--json FILE]

Searches the public collections beside the checkout with the program's own keyword index, vectors and fusion,
and prints nDCG@10 and recall@10 with the figures to compare with. "asked": the query is embedded as a question,
as the program embeds what it is asked, and otherwise as a text.

  --set NAME    only this set (cranfield, squadshifts-newwiki, xquad-en)
  --json FILE   also write every figure there as JSON Lines
  --help        show this text`;

/** "asked": the query embedded as a question, as the program does it; otherwise as a text. */
const METHODS = ['BM25', 'dense', 'fused', 'dense, asked', 'fused, asked'] as const;
type Method = (typeof METHODS)[number];

/** nDCG@10 that others measured on the same sets: BM25 k1=.9 b=.4 Porter, all-MiniLM-L6-v2, fusion k=60. */
const COMPARE: Readonly<Record<string, Readonly<Partial<Record<Method, number>>>>> = {
  cranfield: { BM25: 0.49, dense: 0.49, fused: 0.546 },
  'squadshifts-newwiki': { BM25: 0.872, dense: 0.774, fused: 0.867 },
  'xquad-en': { BM25: 0.968, dense: 0.944, fused: 0.973 },
};

/** Each ranking is this deep before it is fused. */
const DEPTH = 100;
const CUT = 10;

export async function evaluateRetrieval(args: readonly string[]): Promise<void> {
  const { values } = readArguments({
    args: [...args],
    options: {
      set: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const sets = readRetrievalSets().filter(({ name }) => values.set === undefined || name === values.set);
  if (sets.length === 0) {
    notice('evaluate: NOT MEASURED: no such collection in ../shared/data/retrieval');
    return;
  }
  await ensureModel({ quiet: true });
  const embedder = await loadEmbedder({ model: null, allowDownload: false });
  const measured: Measured[] = [];
  for (const set of sets) measured.push(...(await measure(set, embedder)));
  const head = ['set', 'ranking', 'nDCG@10', 'compare', 'recall@10', 'queries', 'documents'];
  process.stdout.write(`${table([head, ...measured.map(cells)])}\n`);
  if (values.json !== undefined) writeRows(values.json, measured.flatMap(jsonRows));
}

interface Measured {
  readonly set: RetrievalSet;
  readonly method: Method;
  readonly ndcg: number;
  readonly recall: number;
}

async function measure(set: RetrievalSet, embedder: Embedder): Promise<Measured[]> {
  const rankings = await rankAll(set, embedder);
  return METHODS.map((method) => {
    const scores = set.queries.map(({ id }, index) =>
      judge(rankings[index]?.[method] ?? [], set.judged.get(id) ?? new Map()),
    );
    return {
      set,
      method,
      ndcg: mean(scores.map(({ ndcg }) => ndcg)),
      recall: mean(scores.map(({ recall }) => recall)),
    };
  });
}

function cells({ set, method, ndcg, recall }: Measured): string[] {
  return [
    set.name,
    method,
    fraction(ndcg),
    fraction(COMPARE[set.name]?.[method] ?? Number.NaN),
    fraction(recall),
    String(set.queries.length),
    String(set.documents.length),
  ];
}

function jsonRows({ set, method, ndcg, recall }: Measured): EvaluationRow[] {
  const place = {
    table: 'Retrieval',
    set: set.name,
    row: method,
    n: set.queries.length,
    low: null,
    high: null,
  };
  const compare = COMPARE[set.name]?.[method] ?? null;
  return [
    { ...place, measure: 'nDCG@10', value: ndcg, target: compare },
    { ...place, measure: 'recall@10', value: recall, target: null },
  ];
}

/** For each query, the ids of the documents by each method, best first. */
async function rankAll(set: RetrievalSet, embedder: Embedder): Promise<Record<Method, readonly string[]>[]> {
  const texts = set.documents.map(({ text }) => text);
  const idOf = ({ index }: { index: number }): string => set.documents[index]?.id ?? '';
  const keywords = KeywordIndex.build(texts);
  const { dimension } = embedder;
  const vectors = await vectorsOf(`${set.name} documents`, texts, embedder);
  const queries = set.queries.map(({ text }) => text);
  const asTexts = await vectorsOf(`${set.name} queries`, queries, embedder);
  const asQuestions = await vectorsOf(`${set.name} questions`, queries, embedder, 'questions');
  const file = join(VECTORS_FOLDER, `${set.name}.hnsw`);
  await VectorIndex.build(vectors, dimension, file);
  const graph = VectorIndex.load(file, dimension, texts.length);
  return set.queries.map(({ text }, query) => {
    const bm25 = keywords.search(text, DEPTH, () => true).map(idOf);
    const nearest = (vectors: Float32Array): string[] =>
      graph.search(vectors.subarray(query * dimension, (query + 1) * dimension), DEPTH).map(idOf);
    const fused = (dense: string[]): string[] => fuseRanks([bm25, dense]).map(({ key }) => key);
    const [dense, asked] = [nearest(asTexts), nearest(asQuestions)];
    return { BM25: bm25, dense, fused: fused(dense), 'dense, asked': asked, 'fused, asked': fused(asked) };
  });
}

/** nDCG@10 with linear gain, and the share of the right documents among the first ten. */
export function judge(
  ranking: readonly string[],
  judged: ReadonlyMap<string, number>,
): { ndcg: number; recall: number } {
  const top = ranking.slice(0, CUT);
  const best = [...judged.values()].sort((a, b) => b - a).slice(0, CUT);
  const ideal = discounted(best);
  return {
    ndcg: ideal === 0 ? 0 : discounted(top.map((id) => judged.get(id) ?? 0)) / ideal,
    recall: judged.size === 0 ? 0 : top.filter((id) => judged.has(id)).length / judged.size,
  };
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
