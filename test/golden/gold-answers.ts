import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestKind, Verdict } from '../../src/answering/answer.ts';

/** A stretch of the article's file, in UTF-16 code units, end exclusive. */
export interface GoldPassage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface GoldQuestion {
  readonly id: string;
  /** Turns of one thread; the last one is judged. */
  readonly turns: readonly string[];
  readonly style: 'near' | 'hard';
  readonly request: RequestKind;
  readonly answerable: boolean;
  readonly verdict: Verdict | null;
  /** The speaker of the best answer; null for narration, and where nothing answers. */
  readonly speaker: string | null;
  /** Other speakers that are as right, null among them standing for narration. */
  readonly alsoSpeakers: readonly (string | null)[];
  /** Everything that rightly answers. */
  readonly passages: readonly GoldPassage[];
  /** For the request "sources": who has to be listed. */
  readonly speakers: readonly string[];
  readonly note: string | null;
}

export interface GoldAnswers {
  /** File name without ending, the article's id for the invented ones. */
  readonly name: string;
  /** Frozen sets are for reporting only. */
  readonly frozen: boolean;
  readonly articleFile: string;
  readonly text: string;
  /** Five sentences that an editor would take, in no order of worth. */
  readonly summary: readonly GoldPassage[];
  readonly questions: readonly GoldQuestion[];
}

interface QuestionFile {
  readonly frozen: boolean;
  readonly article: string;
  readonly summary: readonly string[];
  readonly questions: readonly (Omit<GoldQuestion, 'passages' | 'alsoSpeakers' | 'speakers' | 'note'> & {
    readonly passages: readonly string[];
    readonly alsoSpeakers?: readonly (string | null)[];
    readonly speakers?: readonly string[];
    readonly note?: string;
  })[];
}

const FOLDER = fileURLToPath(new URL('./answers/', import.meta.url));
/** gum.json holds labels for data that lies outside of the project, not questions. */
const LABELS_ONLY = 'gum.json';

/**
 * Returns the questions of every article with their passages resolved to offsets in the article's file.
 * Throws, naming file and item, when a passage is not exactly one slice of the article.
 */
export function readGoldAnswers(folder: string = FOLDER): readonly GoldAnswers[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== LABELS_ONLY)
    .sort()
    .map((name) => readSet(folder, name));
}

export interface GumLabel {
  readonly request: RequestKind;
  readonly speaker: string | null;
}

/** Returns request and speaker for each question of the GUM set, by the question's id. */
export function readGumLabels(folder: string = FOLDER): ReadonlyMap<string, GumLabel> {
  const labels = JSON.parse(readFileSync(join(folder, LABELS_ONLY), 'utf8')) as Record<string, GumLabel>;
  return new Map(Object.entries(labels));
}

/** Whether a GUM document is for reporting only: decided by its id, so that nobody can choose. */
export function isFrozenGumDocument(id: string): boolean {
  return (createHash('sha1').update(id).digest('hex')[0] ?? '') < '5';
}

function readSet(folder: string, fileName: string): GoldAnswers {
  const file = JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as QuestionFile;
  const articleFile = join(folder, file.article);
  const text = readFileSync(articleFile, 'utf8').replace(/^\uFEFF/, '');
  const from = bodyStart(text);
  return {
    name: basename(fileName, '.json'),
    frozen: file.frozen,
    articleFile,
    text,
    summary: file.summary.map((slice) => resolve(text, from, slice, `${fileName}, summary`)),
    questions: file.questions.map((question) => ({
      ...question,
      alsoSpeakers: question.alsoSpeakers ?? [],
      speakers: question.speakers ?? [],
      note: question.note ?? null,
      passages: question.passages.map((slice) => resolve(text, from, slice, `${fileName}, ${question.id}`)),
    })),
  };
}

/** Front matter repeats the title, which may repeat a sentence: passages are looked for behind it. */
function bodyStart(text: string): number {
  const frontMatter = /^---\r?\n[\s\S]*?\n---\r?\n/.exec(text);
  return frontMatter === null ? 0 : frontMatter[0].length;
}

function resolve(text: string, from: number, slice: string, where: string): GoldPassage {
  const start = slice === '' ? -1 : text.indexOf(slice, from);
  if (start < 0) throw new Error(`${where}: not a slice of the article: ${JSON.stringify(slice)}`);
  if (text.indexOf(slice, start + 1) >= 0) {
    throw new Error(
      `${where}: occurs more than once in the article, make it longer: ${JSON.stringify(slice)}`,
    );
  }
  return { start, end: start + slice.length, text: slice };
}
