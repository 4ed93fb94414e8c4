import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleAdder } from '../answering/adding.ts';
import type { AnswerEngine } from '../answering/answer.ts';
import { folderAdder } from '../answering/folder-adder.ts';
import type { LiveLibrary, SharedLibrary } from '../answering/live-library.ts';
import type { PostgresLibrary } from '../answering/postgres-library.ts';
import type { FetchOptions } from '../article/fetch-page.ts';
import { PageProblem } from '../article/page.ts';

/** What one workspace is answered from. */
export interface Library {
  readonly engine: AnswerEngine;
  /** What adds articles to it; null: nothing can be added. */
  readonly adder: ArticleAdder | null;
}

/** The library of each workspace. */
export interface Libraries {
  of(team: string): Promise<Library>;
  /** Removes what a workspace has added. */
  remove(team: string): Promise<void>;
  close(): Promise<void>;
}

/** One library for whoever asks; what is added stays. */
export function oneLibrary(engine: AnswerEngine, adder: ArticleAdder | null = null): Libraries {
  return {
    of: async () => ({ engine, adder }),
    remove: async () => undefined,
    close: async () => undefined,
  };
}

/**
 * A library for each workspace: the shared one, and what the workspace itself has added, which lies
 * in a folder of its own and is seen by no other. It is opened with the first question.
 */
export function workspaceLibraries(
  shared: SharedLibrary,
  folder: string,
  fetching: FetchOptions = {},
): Libraries {
  const opened = new Map<string, Promise<WorkspaceLibrary>>();
  const of = (team: string): Promise<WorkspaceLibrary> => {
    const known = opened.get(team);
    if (known) return known;
    const next = openWorkspace(shared, workspaceFolder(folder, team), fetching);
    opened.set(team, next);
    // What cannot be opened now may be opened with the next question.
    next.catch(() => opened.delete(team));
    return next;
  };
  return {
    of: async (team) => of(team),
    async remove(team) {
      const own = workspaceFolder(folder, team);
      const library = opened.get(team);
      opened.delete(team);
      await (await library)?.end();
      await rm(own, { recursive: true, force: true });
    },
    async close() {
      const all = [...opened.values()];
      opened.clear();
      await Promise.all(all.map(async (library) => (await library).end()));
    },
  };
}

/** A library for each workspace in one database: the shared one, and what the workspace itself has added. */
export function postgresLibraries(library: PostgresLibrary, fetching: FetchOptions = {}): Libraries {
  const adders = new Map<string, ArticleAdder>();
  return {
    async of(team) {
      checkTeam(team);
      const adder = adders.get(team) ?? library.adderOf(team, fetching);
      adders.set(team, adder);
      return { engine: library.engineOf(team), adder };
    },
    async remove(team) {
      checkTeam(team);
      adders.delete(team);
      await library.remove(team);
    },
    close: async () => undefined,
  };
}

interface WorkspaceLibrary extends Library {
  /** Adds nothing more, and closes. */
  end(): Promise<void>;
}

async function openWorkspace(
  shared: SharedLibrary,
  folder: string,
  fetching: FetchOptions,
): Promise<WorkspaceLibrary> {
  const corpus = join(folder, 'articles');
  const library: LiveLibrary = await shared.beside({ corpus, index: join(folder, 'index') });
  const adder = folderAdder(corpus, library, fetching);
  let ended = false;
  let last: Promise<unknown> = Promise.resolve();
  return {
    engine: library.engine,
    adder: {
      async add(source) {
        if (ended) throw new PageProblem('The app is being taken out of this workspace.');
        const next = adder.add(source);
        last = next.catch(() => undefined);
        return next;
      },
    },
    async end() {
      ended = true;
      await last;
      await library.close();
    },
  };
}

function workspaceFolder(folder: string, team: string): string {
  checkTeam(team);
  return join(folder, team);
}

/** Slack's ids are capital letters and digits; anything else must not become a path, nor the shared library. */
function checkTeam(team: string): void {
  if (!/^[A-Z0-9]+$/u.test(team)) throw new Error(`"${team}" is no id of a workspace`);
}
