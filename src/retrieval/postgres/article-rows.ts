import { type Article, slice } from '../../article/article.ts';
import { termsOf } from '../keyword-index.ts';
import type { Draft } from '../segment-writer.ts';
import type { Passage, StoredArticle } from '../store.ts';
import { packTokens, unpackTokens } from '../token-vectors.ts';
import type { Queries } from './database.ts';
import { DIMENSION } from './migrations.ts';

/** Passages in one statement: about a megabyte of token vectors. */
const PASSAGES_AT_ONCE = 64;
/** Postings in one statement: far from the time that a statement may take. */
const POSTINGS_AT_ONCE = 10_000;

/** An article to be written, and where it came from. */
export interface ArticleToWrite {
  /** '' for the shared library. */
  readonly workspace: string;
  /** Name of its file: with it the text can be parsed again. */
  readonly name: string;
  /** Whether somebody added it; the others are the corpus folder's. */
  readonly added: boolean;
  /** Version of the code that found passages and quotations. */
  readonly analysis: string;
  readonly draft: Draft;
}

/** What of an article stands beside its text. */
interface Parsed extends Pick<Article, 'author' | 'published' | 'titleSpan' | 'paragraphs'> {}

/** Raises a library's version, and holds it until the transaction ends: its articles' numbers rise in the order of their commits. */
export async function touchLibrary(queries: Queries, workspace: string): Promise<void> {
  await queries.query(
    `insert into whosaid.libraries (workspace, version) values ($1, 1)
     on conflict (workspace) do update set version = libraries.version + 1, changed = now()`,
    [workspace],
  );
}

/** Writes an article in the place of the one with its id. To be called in a transaction, after `touchLibrary`. */
export async function writeArticle(queries: Queries, one: ArticleToWrite): Promise<void> {
  const { workspace, name, added, analysis, draft } = one;
  const { article, passages, quotations } = draft.stored;
  const { id, title, outlet, url, hash, text, author, published, titleSpan, paragraphs } = article;
  await removeArticles(queries, workspace, [id]);
  const parsed: Parsed = { author, published, titleSpan, paragraphs };
  const terms = passages.map((passage) => termsOf(slice(article, passage)));
  const lengths = terms.reduce((sum, { length }) => sum + length, 0);
  const [row] = await queries.query<{ no: string }>(
    `insert into whosaid.articles (workspace, id, name, added, title, outlet, url, hash, analysis,
       passage_count, lengths, text, parsed, passages, quotations)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning no`,
    [
      ...[workspace, id, name, added, title, outlet, url, hash, analysis, passages.length, lengths, text],
      ...[JSON.stringify(parsed), JSON.stringify(passages), JSON.stringify(quotations)],
    ],
  );
  const no = Number(row?.no);
  await writePassages(queries, workspace, no, draft);
  await writePostings(queries, workspace, no, terms);
  await queries.query(
    `update whosaid.libraries set articles = articles + 1, passages = passages + $2, lengths = lengths + $3
     where workspace = $1`,
    [workspace, passages.length, lengths],
  );
}

async function writePassages(queries: Queries, workspace: string, no: number, draft: Draft): Promise<void> {
  for (let from = 0; from < draft.vectors.length; from += PASSAGES_AT_ONCE) {
    const vectors = draft.vectors.slice(from, from + PASSAGES_AT_ONCE);
    const packed = draft.tokens.slice(from, from + PASSAGES_AT_ONCE).map(packTokens);
    let end = 1;
    const starts = packed.map(({ length }) => {
      end += length;
      return end - length;
    });
    // Bytes go over the wire as they are only outside arrays: all in one, to be cut there.
    await queries.query(
      `insert into whosaid.passages (workspace, article, passage, embedding, tokens)
       select $1, $2, p.passage, p.embedding::vector, substring($6::bytea from p.start for p.bytes)
       from unnest($3::integer[], $4::text[], $5::integer[], $7::integer[]) as p (passage, embedding, start, bytes)`,
      [
        workspace,
        no,
        vectors.map((_, index) => from + index),
        vectors.map(vectorText),
        starts,
        Buffer.concat(packed),
        packed.map(({ length }) => length),
      ],
    );
  }
}

async function writePostings(
  queries: Queries,
  workspace: string,
  no: number,
  passages: readonly (readonly string[])[],
): Promise<void> {
  const rows = passages.flatMap((terms, passage) =>
    Array.from(countsOf(terms), ([term, count]) => ({ term, passage, count, length: terms.length })),
  );
  for (let from = 0; from < rows.length; from += POSTINGS_AT_ONCE) {
    const some = rows.slice(from, from + POSTINGS_AT_ONCE);
    await queries.query(
      `insert into whosaid.postings (workspace, term, article, passage, count, length)
       select $1, p.term, $2, p.passage, p.count, p.length
       from unnest($3::text[], $4::integer[], $5::integer[], $6::integer[]) as p (term, passage, count, length)`,
      [
        workspace,
        no,
        some.map(({ term }) => term),
        some.map(({ passage }) => passage),
        some.map(({ count }) => count),
        some.map(({ length }) => length),
      ],
    );
  }
}

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Takes articles away. To be called in a transaction, after `touchLibrary`. */
export async function removeArticles(
  queries: Queries,
  workspace: string,
  ids: readonly string[],
): Promise<void> {
  const gone = await queries.query<{ no: string; passage_count: number; lengths: string }>(
    'delete from whosaid.articles where workspace = $1 and id = any($2) returning no, passage_count, lengths',
    [workspace, ids],
  );
  if (gone.length === 0) return;
  const numbers = gone.map(({ no }) => Number(no));
  for (const table of ['passages', 'postings']) {
    await queries.query(`delete from whosaid.${table} where workspace = $1 and article = any($2::bigint[])`, [
      workspace,
      numbers,
    ]);
  }
  await queries.query(
    `update whosaid.libraries set articles = articles - $2, passages = passages - $3, lengths = lengths - $4
     where workspace = $1`,
    [
      workspace,
      gone.length,
      gone.reduce((sum, row) => sum + row.passage_count, 0),
      gone.reduce((sum, row) => sum + Number(row.lengths), 0),
    ],
  );
}

/** Takes everything of a workspace away; its version goes on rising, so that no process takes old for new. */
export async function removeWorkspace(queries: Queries, workspace: string): Promise<void> {
  await touchLibrary(queries, workspace);
  for (const table of ['articles', 'passages', 'postings']) {
    await queries.query(`delete from whosaid.${table} where workspace = $1`, [workspace]);
  }
  await queries.query(
    'update whosaid.libraries set articles = 0, passages = 0, lengths = 0 where workspace = $1',
    [workspace],
  );
}

interface ArticleColumns extends Pick<Article, 'id' | 'title' | 'outlet' | 'url' | 'hash' | 'text'> {
  readonly parsed: Parsed;
  readonly passages: readonly Passage[];
  readonly quotations: StoredArticle['quotations'];
}

/** The article of that number in that workspace; null if it is not there. */
export async function readArticleRow(
  queries: Queries,
  workspace: string,
  no: number,
): Promise<StoredArticle | null> {
  const [row] = await queries.query<ArticleColumns>(
    `select id, title, outlet, url, hash, text, parsed, passages, quotations
     from whosaid.articles where workspace = $1 and no = $2`,
    [workspace, no],
  );
  if (!row) return null;
  const { parsed, passages, quotations, id, title, outlet, url, hash, text } = row;
  const { author, published, titleSpan, paragraphs } = parsed;
  const article = { id, title, outlet, url, author, published, text, hash, titleSpan, paragraphs };
  return { article, passages, quotations };
}

/** Everything that is stored of an article, to be written again; null if it is not there. */
export async function readDraft(queries: Queries, workspace: string, no: number): Promise<Draft | null> {
  const stored = await readArticleRow(queries, workspace, no);
  if (!stored) return null;
  const rows = await queries.query<{ embedding: string; tokens: Uint8Array }>(
    `select embedding::text as embedding, tokens from whosaid.passages
     where workspace = $1 and article = $2 order by passage`,
    [workspace, no],
  );
  return {
    stored,
    vectors: rows.map(({ embedding }) => Float32Array.from(JSON.parse(embedding) as number[])),
    tokens: rows.map(({ tokens }) => unpackTokens(aligned(tokens), DIMENSION)),
  };
}

/** The driver's bytes stand in the middle of a larger buffer. */
export function aligned(bytes: Uint8Array): Buffer {
  return Buffer.from(Uint8Array.from(bytes).buffer);
}

/** A vector as pgvector reads it. */
export function vectorText(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}
