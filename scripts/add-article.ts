import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Added as Counted, describeAdded, readSource } from '../src/answering/adding.ts';
import { putIntoFolder } from '../src/answering/folder-adder.ts';
import type { FetchOptions } from '../src/article/fetch-page.ts';
import { type NewArticle, PageProblem } from '../src/article/page.ts';
import { parseArticle } from '../src/article/parse.ts';
import { ArticleProblem } from '../src/article/problem.ts';
import { readBytes } from '../src/article/read.ts';
import { readLibraryConfig } from '../src/config.ts';
import { findQuotations } from '../src/quotations/find.ts';
import { ensureModel } from './build-model.ts';
import { fromWhereTheyStand, readArguments, run, UsageError } from './command-line.ts';
import { openShared } from './shared-library.ts';

const HELP = `Usage: npm run -s add-article -- [options] FILE|URL

Puts an article into the corpus: a text or Markdown file as it is, a saved web page (.html) or the page at an
address as Markdown. What is no article is not stored. The index follows with the next question. With STORE_URL
and without --corpus it goes into the database, for everybody.

  --corpus DIR   folder of articles (default: corpus, or CORPUS)
  --replace      put it in the place of the article with the same id
  --json         one line of JSON: {"id","title","paragraphs","quotations","speakers"}
  --help         show this text

Exit: 0 added, 1 failure, 2 wrong usage.`;

export interface AddOptions {
  readonly corpus: string;
  /** Whether an article with the same id gives way. */
  readonly replace: boolean;
  /** For tests: which addresses may be read. */
  readonly fetching?: FetchOptions;
}

/** What was added. */
export interface Added extends Counted {
  readonly replaced: boolean;
}

/**
 * Puts the article of a file or of an http(s) address into the corpus folder. Throws ArticleProblem or PageProblem,
 * and then nothing is stored.
 */
export async function addArticle(
  source: string,
  { corpus, replace, fetching = {} }: AddOptions,
): Promise<Added> {
  const made = await readNamed(source, fetching);
  const { replaced } = await named(source, () => putIntoFolder(corpus, made, replace));
  const article = parseArticle(made.fileName, made.file);
  return { ...describeAdded({ article, quotations: findQuotations(article) }), replaced };
}

/** The same, into the shared library of the database. */
async function addToStore(source: string, url: string, replace: boolean): Promise<Added> {
  const made = await readNamed(source, {});
  if (readLibraryConfig().embeddingModel === null) await ensureModel({ quiet: false });
  const library = await openShared(url, 'add-article');
  try {
    const replaced = (await library.engineOf().open(made.id)) !== null;
    return { ...describeAdded(await named(source, () => library.put(made, replace))), replaced };
  } finally {
    await library.close();
  }
}

/** A text file keeps its name: its id may be just that. */
async function readNamed(source: string, fetching: FetchOptions): Promise<NewArticle> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(source)) return readSource({ kind: 'page', url: source }, fetching);
  const path = fromWhereTheyStand(source);
  const bytes = await readBytes(path, source);
  return named(source, () =>
    readSource({ kind: 'file', name: basename(path), bytes, keepName: true }, fetching),
  );
}

/** What is wrong is said with the name that the person gave. */
async function named<T>(source: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof PageProblem)) throw error;
    const what = error.message.replace(`${basename(source)}: `, '');
    throw new ArticleProblem(source, what);
  }
}

function lineOf({ id, replaced, paragraphs, quotations, speakers }: Added): string {
  const counts = [
    count(paragraphs, 'paragraph'),
    count(quotations, 'quotation'),
    count(speakers, 'speaker'),
  ].join(', ');
  return `${replaced ? 'Replaced' : 'Added'} ${id}: ${counts}`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments({
    options: {
      corpus: { type: 'string' },
      replace: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const [source, ...more] = positionals;
  if (source === undefined || more.length > 0) throw new UsageError('name one file or address; see --help');
  const config = readLibraryConfig();
  const { replace } = values;
  const corpus = values.corpus === undefined ? config.corpus : fromWhereTheyStand(values.corpus);
  const added =
    config.storeUrl !== null && values.corpus === undefined
      ? await addToStore(source, config.storeUrl, replace)
      : await addArticle(source, { corpus, replace });
  process.stdout.write(`${values.json ? JSON.stringify(added) : lineOf(added)}\n`);
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await run('add-article', main);
