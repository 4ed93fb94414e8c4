import { LRUCache } from 'lru-cache';
import type { ArticleSummary } from '../store.ts';
import { type Queries, StoreProblem } from './database.ts';

/** Workspaces of which a process keeps in mind which articles they have. */
const KEPT = 1_000;

export interface CatalogueRow extends ArticleSummary {
  readonly workspace: string;
  readonly no: number;
}

/** Which articles a workspace's own library has, in one state of it. */
export interface Catalogue {
  readonly workspace: string;
  readonly version: number;
  /** By id, in the order in which they were written. */
  readonly rows: ReadonlyMap<string, CatalogueRow>;
  readonly passages: number;
  readonly lengths: number;
}

interface LibraryRow {
  readonly workspace: string;
  readonly version: string | number;
  readonly articles: number;
  readonly passages: number;
  readonly lengths: string | number;
  readonly model: string | null;
}

/** Copies of catalogues: a question looks at the version only, and reads what was added since. */
export class Catalogues {
  readonly #modelHash: string;
  readonly #kept = new LRUCache<string, Catalogue>({ max: KEPT });

  constructor(modelHash: string) {
    this.#modelHash = modelHash;
  }

  /** The catalogues of the workspaces as they are for `queries`. Throws StoreProblem where another model embedded them. */
  async of(queries: Queries, workspaces: readonly string[]): Promise<Catalogue[]> {
    const libraries = await queries.query<LibraryRow>(
      `select workspace, version, articles, passages, lengths, (select hash from whosaid.model) as model
       from whosaid.libraries where workspace = any($1)`,
      [workspaces],
    );
    const catalogues: Catalogue[] = [];
    for (const workspace of workspaces) {
      const library = libraries.find((each) => each.workspace === workspace);
      if (library?.model != null && library.model !== this.#modelHash) {
        throw new StoreProblem(
          'the articles in the database were embedded with another model: set EMBEDDING_MODEL to that one, or run "npm run index"',
        );
      }
      catalogues.push(library ? await this.#catalogue(queries, library) : empty(workspace));
    }
    return catalogues;
  }

  async #catalogue(queries: Queries, library: LibraryRow): Promise<Catalogue> {
    const { workspace } = library;
    const version = Number(library.version);
    const kept = this.#kept.get(workspace);
    if (kept?.version === version) return kept;
    const older = kept && kept.version < version ? kept : null;
    let rows = await readRows(queries, workspace, older);
    // What was added has a higher number; where the count then differs, something was taken away as well.
    if (older && rows.size !== library.articles) rows = await readRows(queries, workspace, null);
    const { passages, lengths } = library;
    const catalogue = { workspace, version, rows, passages, lengths: Number(lengths) };
    if (!kept || older) this.#kept.set(workspace, catalogue);
    return catalogue;
  }
}

async function readRows(
  queries: Queries,
  workspace: string,
  older: Catalogue | null,
): Promise<Map<string, CatalogueRow>> {
  const rows = new Map(older?.rows);
  let last = 0;
  for (const { no } of rows.values()) last = Math.max(last, no);
  const read = await queries.query<ArticleSummary & { no: string | number }>(
    'select id, title, outlet, url, no from whosaid.articles where workspace = $1 and no > $2 order by no',
    [workspace, last],
  );
  for (const { id, title, outlet, url, no } of read) {
    rows.delete(id);
    rows.set(id, { id, title, outlet, url, no: Number(no), workspace });
  }
  return rows;
}

function empty(workspace: string): Catalogue {
  return { workspace, version: 0, rows: new Map(), passages: 0, lengths: 0 };
}
