import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Article } from './article.ts';
import { parseArticle } from './parse.ts';
import { ArticleProblem } from './problem.ts';

/** A news article of 4 MiB would be a book; larger files are refused before they are read. */
export const MAX_ARTICLE_BYTES = 4 * 1024 * 1024;
const ENDINGS = new Set(['.txt', '.md']);

export interface Corpus {
  /** In the order of their file names. */
  readonly articles: readonly Article[];
  /** One for each file that could not be used. */
  readonly problems: readonly ArticleProblem[];
}

/** Reads one article file. Throws ArticleProblem, with `shownAs` (default: the path) as its name. */
export async function readArticle(path: string, shownAs = path): Promise<Article> {
  if (!ENDINGS.has(extname(path).toLowerCase())) {
    throw new ArticleProblem(shownAs, 'the name does not end in .txt or .md; rename it or leave it out');
  }
  return parseArticle(shownAs, await readText(path, shownAs));
}

/**
 * Reads every .txt and .md file of a folder. A bad file becomes a problem and hides no other.
 * Throws ArticleProblem when the folder itself cannot be read.
 */
export async function readCorpus(folder: string): Promise<Corpus> {
  const names = await articleNames(folder);
  const read = await Promise.all(
    names.map((name) => readArticle(join(folder, name)).catch((error: unknown) => asProblem(name, error))),
  );
  const fileOf = new Map<string, string>();
  const articles: Article[] = [];
  const problems: ArticleProblem[] = [];
  read.forEach((result, index) => {
    const name = names[index] ?? '';
    if (result instanceof ArticleProblem) {
      problems.push(result);
      return;
    }
    const first = fileOf.get(result.id);
    if (first !== undefined) {
      const why = `the id "${result.id}" is already that of ${first}; give one of them another id`;
      problems.push(new ArticleProblem(join(folder, name), why));
      return;
    }
    fileOf.set(result.id, name);
    articles.push(result);
  });
  return { articles, problems };
}

async function articleNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => ENDINGS.has(extname(name).toLowerCase()))
      .sort();
  } catch {
    throw new ArticleProblem(folder, 'the folder cannot be read; name a folder with .txt or .md articles');
  }
}

async function readText(path: string, shownAs: string): Promise<string> {
  const bytes = await readBytes(path, shownAs);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0'))
      throw new ArticleProblem(shownAs, 'the file holds NUL bytes and is no text; save it as plain text');
    return text;
  } catch (error) {
    if (error instanceof ArticleProblem) throw error;
    throw new ArticleProblem(shownAs, 'the file is not UTF-8; save it again as UTF-8');
  }
}

async function readBytes(path: string, shownAs: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > MAX_ARTICLE_BYTES) {
      const megabytes = (size / 1024 / 1024).toFixed(1);
      throw new ArticleProblem(
        shownAs,
        `the file has ${megabytes} MB, more than the 4 MB an article may have; split it`,
      );
    }
    return await readFile(path);
  } catch (error) {
    throw asProblem(shownAs, error);
  }
}

function asProblem(name: string, error: unknown): ArticleProblem {
  if (error instanceof ArticleProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new ArticleProblem(name, 'there is no such file');
  if (code === 'EISDIR') return new ArticleProblem(name, 'this is a folder; name a file');
  return new ArticleProblem(name, `the file cannot be read (${code || String(error)})`);
}
