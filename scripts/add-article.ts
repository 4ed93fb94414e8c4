import { readFile, rm, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Article } from '../src/article/article.ts';
import { scanCorpus } from '../src/article/corpus.ts';
import { decodeText, type FetchOptions, fetchPage } from '../src/article/fetch-page.ts';
import { articleFromText, type NewArticle } from '../src/article/page.ts';
import { parseArticle } from '../src/article/parse.ts';
import { ArticleProblem } from '../src/article/problem.ts';
import { asProblem, readArticle } from '../src/article/read.ts';
import { readPage } from '../src/article/read-page.ts';
import { readLibraryConfig } from '../src/config.ts';
import { findQuotations } from '../src/quotations/find.ts';
import { writeDurably } from '../src/retrieval/durable.ts';
import { fromWhereTheyStand, readArguments, run, UsageError } from './command-line.ts';

const HELP = `Usage: npm run -s add-article -- [options] FILE|URL

Puts an article into the corpus: a text or Markdown file as it is, a saved web page (.html) or the page at an
address as Markdown. What is no article is not stored. The index follows with the next question.

  --corpus DIR   folder of articles (default: corpus, or CORPUS)
  --replace      put it in the place of the article with the same id
  --json         one line of JSON: {"id","title","paragraphs","quotations","speakers"}
  --help         show this text

Exit: 0 added, 1 failure, 2 wrong usage.`;

const MAX_PAGE_BYTES = 5 * 1024 * 1024;

export interface AddOptions {
  readonly corpus: string;
  /** Whether an article with the same id gives way. */
  readonly replace: boolean;
  /** For tests: which addresses may be read. */
  readonly fetching?: FetchOptions;
}

/** What was added. */
export interface Added {
  readonly id: string;
  readonly title: string;
  /** Numbered paragraphs. */
  readonly paragraphs: number;
  readonly quotations: number;
  readonly speakers: number;
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
  const { name, article } = await readSource(source, fetching);
  const { files } = await scanCorpus(corpus);
  const same = files.find(({ id }) => id === article.id);
  if (same && !replace) {
    const why = `an article with the id "${article.id}" is there already (${same.file}); add --replace to put this one in its place`;
    throw new ArticleProblem(source, why);
  }
  if (same?.file !== name && (await exists(join(corpus, name)))) {
    throw new ArticleProblem(source, `the corpus has another file named ${name}; give yours another name`);
  }
  await writeDurably(join(corpus, name), article.text);
  if (same && same.file !== name) await rm(join(corpus, same.file));
  return describe(article, same !== undefined);
}

/** The article, and the name of the file that it will be. A file keeps its name: its id may be just that. */
async function readSource(
  source: string,
  fetching: FetchOptions,
): Promise<{ name: string; article: Article }> {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(source)) {
    const { kind, text, url } = await fetchPage(source, fetching);
    return made(kind === 'html' ? await readPage(text, url) : articleFromText(text, url));
  }
  const path = fromWhereTheyStand(source);
  if (/^\.html?$/i.test(extname(path))) return made(await readPage(await savedPage(path, source), null));
  return { name: basename(path), article: await readArticle(path, source) };
}

function made({ fileName, file }: NewArticle): { name: string; article: Article } {
  return { name: fileName, article: parseArticle(fileName, file) };
}

async function savedPage(path: string, source: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > MAX_PAGE_BYTES)
      throw new ArticleProblem(source, 'the page has more than 5 MB; save its text alone');
    return decodeText(await readFile(path), '');
  } catch (error) {
    throw asProblem(source, error);
  }
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

function describe(article: Article, replaced: boolean): Added {
  const quotations = findQuotations(article).filter(({ pullQuoteOf }) => pullQuoteOf === null);
  return {
    id: article.id,
    title: article.title,
    paragraphs: article.paragraphs.filter(({ n }) => n !== null).length,
    quotations: quotations.length,
    speakers: new Set(quotations.flatMap(({ speaker }) => (speaker ? [speaker.name] : []))).size,
    replaced,
  };
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
  const corpus = values.corpus === undefined ? readLibraryConfig().corpus : fromWhereTheyStand(values.corpus);
  const added = await addArticle(source, { corpus, replace: values.replace });
  process.stdout.write(`${values.json ? JSON.stringify(added) : lineOf(added)}\n`);
  return 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await run('add-article', main);
