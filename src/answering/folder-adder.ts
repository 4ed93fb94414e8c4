import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { scanCorpus } from '../article/corpus.ts';
import type { FetchOptions } from '../article/fetch-page.ts';
import { type NewArticle, PageProblem } from '../article/page.ts';
import { writeDurably } from '../retrieval/durable.ts';
import { type ArticleAdder, createAdder } from './adding.ts';
import type { LiveLibrary } from './live-library.ts';

/** Adds to the folder of a library, which answers from it at once. The folder is made where it is missing. */
export function folderAdder(corpus: string, library: LiveLibrary, fetching: FetchOptions = {}): ArticleAdder {
  return createAdder(async (article) => {
    if (await library.engine.open(article.id)) throw new PageProblem('That article is there already.');
    await mkdir(corpus, { recursive: true });
    const path = join(corpus, article.fileName);
    if (await exists(path)) throw new PageProblem('That article is there already.');
    await writeDurably(path, article.file);
    try {
      await library.reload([article.fileName]);
      const stored = await library.engine.open(article.id);
      if (!stored) throw new PageProblem('The article cannot be read.');
      return stored;
    } catch (error) {
      await rm(path, { force: true });
      await library.reload([article.fileName]);
      throw error;
    }
  }, fetching);
}

/**
 * Writes an article into a corpus folder; the index follows with the next question. Where there is one with its id,
 * it takes its place if it may. Throws PageProblem where it may not, or another article's file has its name.
 */
export async function putIntoFolder(
  corpus: string,
  { id, fileName, file }: NewArticle,
  replace: boolean,
): Promise<{ readonly replaced: boolean }> {
  const { files } = await scanCorpus(corpus);
  const same = files.find((known) => known.id === id);
  if (same && !replace) {
    const why = `an article with the id "${id}" is there already (${same.file}); add --replace to put this one in its place`;
    throw new PageProblem(why);
  }
  const path = join(corpus, fileName);
  if (same?.file !== fileName && (await exists(path))) {
    throw new PageProblem(`the corpus has another file named ${fileName}; give yours another name`);
  }
  await writeDurably(path, file);
  if (same && same.file !== fileName) await rm(join(corpus, same.file));
  return { replaced: same !== undefined };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
