import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Article } from './article.ts';
import { parseArticle } from './parse.ts';
import { ArticleProblem } from './problem.ts';

/** An article of 4 MiB would be a book, and so would a page: larger ones are refused before they are read, whatever way they come. */
export const MAX_ARTICLE_BYTES = 4 * 1024 * 1024;
const ENDINGS = new Set(['.txt', '.md']);

/** Whether a file of that name can be an article. */
export function isArticleFile(name: string): boolean {
  return ENDINGS.has(extname(name).toLowerCase());
}

/** Reads one article file. Throws ArticleProblem, with `shownAs` (default: the path) as its name. */
export async function readArticle(path: string, shownAs = path): Promise<Article> {
  if (!isArticleFile(path)) {
    if ((await stat(path).catch(() => null))?.isDirectory())
      throw new ArticleProblem(shownAs, 'this is a folder; name a file');
    throw new ArticleProblem(shownAs, 'the name does not end in .txt or .md; rename it or leave it out');
  }
  return parseArticle(shownAs, await readText(path, shownAs));
}

async function readText(path: string, shownAs: string): Promise<string> {
  return textOf(await readBytes(path, shownAs), shownAs);
}

/** The text of an article file, exactly as it is written. Throws ArticleProblem where it is not UTF-8 or no text. */
export function textOf(bytes: Uint8Array, shownAs: string): string {
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

/** The bytes of a file that is not too large to be an article. Throws ArticleProblem. */
export async function readBytes(path: string, shownAs: string): Promise<Buffer> {
  try {
    const file = await stat(path);
    // A pipe or a device would be read for ever.
    if (!file.isFile() && !file.isDirectory())
      throw new ArticleProblem(shownAs, 'this is no plain file; name a .txt or .md file');
    const { size } = file;
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

/** Any error as a problem of the file: known codes in words. */
export function asProblem(name: string, error: unknown): ArticleProblem {
  if (error instanceof ArticleProblem) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new ArticleProblem(name, 'there is no such file');
  if (code === 'EISDIR') return new ArticleProblem(name, 'this is a folder; name a file');
  return new ArticleProblem(name, `the file cannot be read (${code || String(error)})`);
}
