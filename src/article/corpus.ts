import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from './article.ts';
import { ArticleProblem } from './problem.ts';
import { asProblem, isArticleFile, readArticle } from './read.ts';

/** A file of a corpus as it was when it was last read: the same size and time mean the same text. */
export interface CorpusFile {
  readonly file: string;
  readonly size: number;
  /** Last change of content or inode, in nanoseconds, decimal. */
  readonly changed: string;
  readonly id: string;
  readonly hash: string;
}

type Looked = { readonly file: CorpusFile; readonly wasRead: boolean } | ArticleProblem;

/** Far below the files that a process may have open. */
const FILES_AT_ONCE = 64;

/** A corpus folder as it is now. */
export interface CorpusState {
  /** Every usable article, in the order of the file names. */
  readonly files: readonly CorpusFile[];
  /** The ids of those that had to be read because their file is new or changed. Their texts are not kept: a corpus may be large. */
  readonly read: ReadonlySet<string>;
  /** One for each file that could not be used; it hides no other. */
  readonly problems: readonly ArticleProblem[];
}

/**
 * Looks through a folder for .txt and .md articles and reads those that `known` does not have as they are.
 * Throws ArticleProblem when the folder itself cannot be read.
 */
export async function scanCorpus(folder: string, known: readonly CorpusFile[] = []): Promise<CorpusState> {
  const knownFile = new Map(known.map((file) => [file.file, file]));
  const names = await articleNames(folder);
  const found: Looked[] = [];
  for (let at = 0; at < names.length; at += FILES_AT_ONCE) {
    const some = names.slice(at, at + FILES_AT_ONCE);
    found.push(...(await Promise.all(some.map((name) => look(folder, name, knownFile.get(name))))));
  }
  return stateOf(folder, found);
}

/**
 * The folder as `known` with only the files named `changed` looked at: there, changed or gone. What else happened
 * to the folder is not seen.
 */
export async function scanChanged(
  folder: string,
  known: readonly CorpusFile[],
  changed: readonly string[],
): Promise<CorpusState> {
  const isFolder = (await stat(folder).catch(() => null))?.isDirectory();
  if (!isFolder) throw unreadable(folder);
  const names = [...new Set(changed)].sort();
  const found: Looked[] = [];
  let at = 0;
  // Both lists are in order: a large folder is not put in order again for one file.
  for (const name of names) {
    for (; at < known.length && isBefore(known[at], name); at++) found.push(asKnown(known[at]));
    const before = known[at]?.file === name ? known[at++] : undefined;
    if (await isArticleThere(folder, name)) found.push(await look(folder, name, before));
  }
  for (; at < known.length; at++) found.push(asKnown(known[at]));
  return stateOf(folder, found);
}

const isBefore = (file: CorpusFile | undefined, name: string): boolean =>
  file !== undefined && file.file < name;

const asKnown = (file: CorpusFile | undefined): Looked => ({ file: file as CorpusFile, wasRead: false });

function stateOf(folder: string, found: readonly Looked[]): CorpusState {
  const files: CorpusFile[] = [];
  const read = new Set<string>();
  const problems: ArticleProblem[] = [];
  const fileOf = new Map<string, string>();
  // Of files that were known before no two have one id.
  const anew = new Set(
    found.flatMap((result) => ('wasRead' in result && result.wasRead ? [result.file.id] : [])),
  );
  for (const result of found) {
    if (result instanceof ArticleProblem) {
      problems.push(result);
      continue;
    }
    const { file, wasRead } = result;
    const isAnew = anew.has(file.id);
    const first = isAnew ? fileOf.get(file.id) : undefined;
    if (first !== undefined) {
      const why = `the id "${file.id}" is already that of ${first}; give one of them another id`;
      problems.push(new ArticleProblem(join(folder, file.file), why));
      continue;
    }
    if (isAnew) fileOf.set(file.id, file.file);
    files.push(file);
    if (wasRead) read.add(file.id);
  }
  return { files, read, problems };
}

/** The article of a file that was looked at. Throws ArticleProblem where it is another one by now. */
export async function readScanned(folder: string, { file, id, hash }: CorpusFile): Promise<Article> {
  const path = join(folder, file);
  const article = await readArticle(path);
  if (article.id === id && article.hash === hash) return article;
  throw new ArticleProblem(path, 'the file changed while it was being indexed; run this again');
}

async function look(folder: string, name: string, known: CorpusFile | undefined): Promise<Looked> {
  const path = join(folder, name);
  try {
    const { size, ctimeNs } = await stat(path, { bigint: true });
    const changed = String(ctimeNs);
    if (known && known.size === Number(size) && known.changed === changed)
      return { file: known, wasRead: false };
    const { id, hash } = await readArticle(path);
    return { file: { file: name, size: Number(size), changed, id, hash }, wasRead: true };
  } catch (error) {
    return asProblem(path, error);
  }
}

/** Whether a name is one that `articleNames` would give. */
async function isArticleThere(folder: string, name: string): Promise<boolean> {
  if (name.startsWith('.') || !isArticleFile(name)) return false;
  const entry = await lstat(join(folder, name)).catch(() => null);
  return entry !== null && !entry.isDirectory();
}

function unreadable(folder: string): ArticleProblem {
  return new ArticleProblem(folder, 'the folder cannot be read; name a folder with .txt or .md articles');
}

async function articleNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.') && isArticleFile(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch {
    throw unreadable(folder);
  }
}
