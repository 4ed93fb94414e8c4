import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type GoldQuestion,
  isFrozenGumDocument,
  readGoldAnswers,
  readGumLabels,
} from '../../test/golden/gold-answers.ts';

/** A question with the article it is about and offsets into that article's file as it lies in the corpus. */
export interface SetQuestion extends GoldQuestion {
  readonly articleId: string;
  readonly frozen: boolean;
}

export interface AnswerSet {
  readonly name: string;
  /** Folder with the articles, made for the evaluation. */
  readonly corpus: string;
  readonly questions: readonly SetQuestion[];
  /** Sentences picked by hand, by article. */
  readonly summaries: ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]>;
}

const ROOT = fileURLToPath(new URL('../../.index/evaluation', import.meta.url));
/** Questions written for fitting the weights: about what news asks for, a fifth of them without an answer. */
const FITTING = fileURLToPath(new URL('../../test/golden/fitting', import.meta.url));
/** Further invented articles, all frozen. */
const UNSEEN = fileURLToPath(new URL('../../test/golden/unseen', import.meta.url));
/** Claims about articles of the invented set that are not frozen: all five verdicts. */
const CHECKS = fileURLToPath(new URL('../../test/golden/checks', import.meta.url));
const SHARED = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** The sets that can be measured here: our own always, GUM's where it lies beside the checkout. */
export function readAnswerSets(): AnswerSet[] {
  const gold = readGoldAnswers();
  const own = gold.filter(({ name }) => name !== 'owner');
  const owner = gold.filter(({ name }) => name === 'owner');
  const gum = readGum();
  const fitting = ownSet('fitting', readGoldAnswers(FITTING));
  const checks = ownSet('checks', readGoldAnswers(CHECKS));
  const unseen = ownSet('unseen', readGoldAnswers(UNSEEN));
  return [ownSet('owner', owner), ownSet('invented', own), unseen, checks, fitting, ...(gum ? [gum] : [])];
}

function ownSet(name: string, articles: ReturnType<typeof readGoldAnswers>): AnswerSet {
  const corpus = corpusFolder(
    name,
    articles.map(({ articleFile, text }) => ({ file: basename(articleFile), text })),
  );
  const idOf = (file: string): string => basename(file, extname(file));
  return {
    name,
    corpus,
    questions: articles.flatMap(({ articleFile, frozen, questions }) =>
      questions.map((question) => ({ ...question, articleId: idOf(articleFile), frozen })),
    ),
    summaries: new Map(
      articles
        .filter(({ summary }) => summary.length > 0)
        .map(({ articleFile, summary }) => [idOf(articleFile), summary]),
    ),
  };
}

interface GumDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

interface GumQuestion {
  readonly id: string;
  readonly doc: string;
  readonly q: string;
  readonly answerable: boolean;
  readonly start?: number;
  readonly end?: number;
}

function readGum(): AnswerSet | null {
  const folder = join(SHARED, 'gum');
  if (!existsSync(folder)) return null;
  const documents = ['gum-news.jsonl', 'gum-interview.jsonl'].flatMap((file) =>
    readLines<GumDocument>(join(folder, file)),
  );
  const files = documents.map(({ id, title, text }) => ({
    file: `${id}.txt`,
    text: `${headOf(title)}${text}`,
  }));
  const headLength = new Map(documents.map(({ id, title }) => [id, headOf(title).length]));
  const labels = readGumLabels();
  const questions = readLines<GumQuestion>(join(folder, 'questions.jsonl')).map((question): SetQuestion => {
    const shift = headLength.get(question.doc) ?? 0;
    const label = labels.get(question.id);
    const { start, end } = question;
    const passages =
      start === undefined || end === undefined ? [] : [{ start: start + shift, end: end + shift, text: '' }];
    return {
      id: question.id,
      turns: [question.q],
      style: 'hard',
      request: label?.request ?? 'fact',
      answerable: question.answerable,
      verdict: null,
      speaker: label?.speaker ?? null,
      alsoSpeakers: [],
      passages,
      speakers: [],
      note: null,
      articleId: question.doc,
      frozen: isFrozenGumDocument(question.doc),
    };
  });
  return { name: 'gum', corpus: corpusFolder('gum', files), questions, summaries: new Map() };
}

const headOf = (title: string): string => `${title.replace(/\s+/g, ' ').trim()}\n\n`;

function readLines<Row>(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));
}

/** A folder with exactly these files; left as it is when it holds them already, so that its index stays good. */
function corpusFolder(name: string, files: readonly { file: string; text: string }[]): string {
  const folder = join(ROOT, name);
  mkdirSync(folder, { recursive: true });
  const wanted = new Map(files.map(({ file, text }) => [file, text]));
  for (const file of readdirSync(folder)) if (!wanted.has(file)) rmSync(join(folder, file));
  for (const [file, text] of wanted) {
    const path = join(folder, file);
    if (!existsSync(path) || hash(readFileSync(path, 'utf8')) !== hash(text)) writeFileSync(path, text);
  }
  return folder;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
