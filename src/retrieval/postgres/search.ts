import { B, K1, termsOf } from '../keyword-index.ts';
import type { Queries } from './database.ts';

/** Up to so many passages all are compared: exact, and no slower than the graph (docs/scale.md). */
export const COMPARED_ONE_BY_ONE = 20_000;
/** The graph holds all workspaces; where fewer of its passages count, a walk through it meets too few of them. */
const LEAST_SHARE = 0.02;

/** What a search may see. */
export interface Scope {
  readonly workspaces: readonly string[];
  /** Numbers of articles that another one with the same id hides. */
  readonly hidden: readonly number[];
  /** Passages of these workspaces, and the sum of their lengths. */
  readonly passages: number;
  readonly lengths: number;
  /** Only this article, where given. */
  readonly article: number | null;
  /** Of more passages than this the nearest are found by the graph, most of them. */
  readonly comparedOneByOne: number;
}

export interface Found {
  readonly article: number;
  readonly passage: number;
  readonly score: number;
}

interface FoundRow {
  readonly article: string | number;
  readonly passage: number;
  readonly score: number;
}

/** The `k` passages nearest to a vector (as pgvector reads it), best first; `score` is the inner product. */
export async function nearestRows(
  queries: Queries,
  { workspaces, hidden, passages, article, comparedOneByOne }: Scope,
  vector: string,
  k: number,
): Promise<Found[]> {
  const visible = `workspace = any($2) and not (article = any($3::bigint[]))`;
  const walks = article === null && passages > comparedOneByOne && (await isLarge(queries, passages));
  // Materialised: the outer order must not lead the planner to the graph, nor to trust the graph's own order.
  const near =
    article !== null
      ? `select article, passage, embedding <#> $1::vector as distance from whosaid.passages
         where ${visible} and article = $5`
      : `select article, passage, embedding <#> $1::vector as distance from whosaid.passages
         where ${visible} ${walks ? 'order by embedding <#> $1::vector limit $4' : ''}`;
  const values = [vector, workspaces, hidden, k];
  const rows = await queries.query<FoundRow>(
    `with near as materialized (${near})
     select article, passage, -distance as score from near order by distance, article, passage limit $4`,
    article === null ? values : [...values, article],
  );
  return rows.map(asFound);
}

/** Whether a library is large even among all that are in the graph. */
async function isLarge(queries: Queries, passages: number): Promise<boolean> {
  const [all] = await queries.query<{ count: string | number }>(
    'select sum(passages) as count from whosaid.libraries',
  );
  return passages >= Number(all?.count ?? 0) * LEAST_SHARE;
}

/**
 * The `k` passages that share most with the words, best first; `score` is the BM25 of the default store. How rare
 * a term is, is counted over all that is in scope, for one article as for all.
 */
export async function matchingRows(
  queries: Queries,
  { workspaces, hidden, passages, lengths, article }: Scope,
  words: string,
  k: number,
): Promise<Found[]> {
  const terms = [...new Set(termsOf(words))];
  if (terms.length === 0 || lengths === 0) return [];
  const values = [workspaces, hidden, terms, passages, lengths / passages, k];
  const rows = await queries.query<FoundRow>(
    `with held as materialized (
       select term, article, passage, count, length from whosaid.postings
       where workspace = any($1) and term = any($3) and not (article = any($2::bigint[]))
     ), rarity as (
       select term, ln(1 + ($4::float8 - count(*) + 0.5) / (count(*) + 0.5)) as weight from held group by term
     )
     select article, passage, sum(
       weight * count * (${K1} + 1) / (count + ${K1} * (1 - ${B} + ${B} * length / $5::float8))
     )::float8 as score
     from held join rarity using (term) ${article === null ? '' : 'where article = $7'}
     group by article, passage order by score desc, article, passage limit $6`,
    article === null ? values : [...values, article],
  );
  return rows.map(asFound);
}

/** The token vectors of passages, in their order; null for those that are not there. */
export async function tokenRows(
  queries: Queries,
  passages: readonly { workspace: string; article: number; passage: number }[],
): Promise<(Uint8Array | null)[]> {
  const rows = await queries.query<{ tokens: Uint8Array | null }>(
    `select p.tokens from unnest($1::text[], $2::bigint[], $3::integer[])
       with ordinality as asked (workspace, article, passage, place)
     left join whosaid.passages p using (workspace, article, passage) order by place`,
    [
      passages.map(({ workspace }) => workspace),
      passages.map(({ article }) => article),
      passages.map(({ passage }) => passage),
    ],
  );
  return rows.map(({ tokens }) => tokens);
}

function asFound({ article, passage, score }: FoundRow): Found {
  return { article: Number(article), passage, score };
}
