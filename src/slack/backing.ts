import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerEngine } from '../answering/answer.ts';
import { folderAdder } from '../answering/folder-adder.ts';
import { indexFolder, type LibraryOptions, openLiveLibrary } from '../answering/live-library.ts';
import { openPostgresLibrary } from '../answering/postgres-library.ts';
import type { RefreshReport } from '../retrieval/refresh.ts';
import { fileShelf } from './file-shelf.ts';
import { type Libraries, oneLibrary, postgresLibraries, workspaceLibraries } from './libraries.ts';
import { postgresShelf } from './postgres-shelf.ts';
import type { Shelf } from './shelf.ts';

/** Everything that outlives a message: on the disk of one process, or in a database that many share. */
export interface Backing {
  /** Answers from what everybody sees. */
  readonly engine: AnswerEngine;
  readonly report: RefreshReport;
  /** The library of each workspace. `apart`: what one adds, no other may see. */
  libraries(apart: boolean): Libraries;
  openShelf(): Promise<Shelf>;
  /** When the index changed last, in milliseconds since 1970, and a name for its state. */
  indexed(): Promise<{ readonly at: number; readonly version: string }>;
  close(): Promise<void>;
}

export interface BackingOptions extends LibraryOptions {
  /** Folder for what outlives a message. */
  readonly state: string;
  readonly onNotice: (line: string) => void;
}

/** Keeps everything in folders, for one process. */
export async function openFiles(options: BackingOptions): Promise<Backing> {
  const { corpus, index, state, onNotice } = options;
  const library = await openLiveLibrary(options);
  const manifest = join(indexFolder(corpus, index), 'manifest.json');
  return {
    engine: library.engine,
    get report() {
      return library.report;
    },
    // One workspace adds to the corpus itself; where many share the app, each to a folder of its own.
    libraries: (apart) =>
      apart
        ? workspaceLibraries(library, join(state, 'workspaces'))
        : oneLibrary(library.engine, folderAdder(corpus, library)),
    openShelf: () =>
      fileShelf(state, Date.now, (lines) =>
        onNotice(`${join(state, 'slack.jsonl')}: ${lines} lines were damaged and are left out`),
      ),
    async indexed() {
      // The manifest names every part of the index by its hash.
      const hash = createHash('sha256').update(await readFile(manifest));
      return { at: (await stat(manifest)).mtimeMs, version: hash.digest('hex').slice(0, 12) };
    },
    close: () => library.close(),
  };
}

/** Keeps everything in the database at `url`, for any number of processes. Throws StoreProblem. */
export async function openPostgres(url: string, options: BackingOptions): Promise<Backing> {
  const library = await openPostgresLibrary({ ...options, url });
  return {
    engine: library.engineOf(),
    report: library.report,
    libraries: () => postgresLibraries(library),
    openShelf: async () =>
      postgresShelf(library.database, (error) => options.onNotice(`the shelf was not swept: ${error}`)),
    indexed: () => library.changed(),
    close: () => library.close(),
  };
}
