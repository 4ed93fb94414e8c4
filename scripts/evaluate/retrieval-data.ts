import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Questions over a collection, and which documents answer each (by document id, how well). */
export interface RetrievalSet {
  readonly name: string;
  readonly documents: readonly { readonly id: string; readonly text: string }[];
  readonly queries: readonly { readonly id: string; readonly text: string }[];
  readonly judged: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

interface Line {
  readonly _id: string;
  readonly title?: string;
  readonly text: string;
}

const SHARED = fileURLToPath(new URL('../../../shared/data/retrieval', import.meta.url));
/** Sets of which only every so many queries are asked, as in the figures that are compared with. */
const STEP: Readonly<Record<string, number>> = { 'squadshifts-newwiki': 4 };

/** The sets that lie beside the checkout; none where there are none. */
export function readRetrievalSets(): RetrievalSet[] {
  if (!existsSync(SHARED)) return [];
  return readdirSync(SHARED)
    .sort()
    .map((name) => readSet(name, join(SHARED, name)));
}

function readSet(name: string, folder: string): RetrievalSet {
  const judged = readJudgements(join(folder, 'qrels/test.tsv'));
  const step = STEP[name] ?? 1;
  return {
    name,
    documents: readLines(join(folder, 'corpus.jsonl')).map(({ _id: id, title = '', text }) => ({
      id,
      text: `${title.replaceAll('_', ' ')} ${text}`.trim(),
    })),
    queries: readLines(join(folder, 'queries.jsonl'))
      .filter((_, index) => index % step === 0)
      .map(({ _id: id, text }) => ({ id, text }))
      .filter(({ id }) => judged.has(id)),
    judged,
  };
}

function readLines(path: string): Line[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function readJudgements(path: string): Map<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>();
  for (const line of readFileSync(path, 'utf8').split('\n').slice(1)) {
    const [query, document, score] = line.split('\t');
    if (!query || !document || Number(score) <= 0) continue;
    const known = judged.get(query) ?? new Map<string, number>();
    judged.set(query, known.set(document, Number(score)));
  }
  return judged;
}
