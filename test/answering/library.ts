import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { expect } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { type Answer, type AnswerEngine, type Citation, EMPTY_MEMORY } from '../../src/answering/answer.ts';
import { openLiveLibrary } from '../../src/answering/live-library.ts';
import { slice } from '../../src/article/article.ts';

export const OWNER = resolve(import.meta.dirname, '../../corpus/000_a73966cd6b1bce15.txt');

export interface TestLibrary {
  readonly engine: AnswerEngine;
  close(): Promise<void>;
}

/** The real engine with the real model over these articles: paths of files, or names with texts. */
export async function openLibrary(
  files: readonly (string | { readonly name: string; readonly text: string })[],
): Promise<TestLibrary> {
  await ensureModel({ quiet: true });
  const folder = await mkdtemp(join(tmpdir(), 'whosaid-'));
  const corpus = join(folder, 'corpus');
  await mkdir(corpus);
  for (const file of files) {
    if (typeof file === 'string') await copyFile(file, join(corpus, basename(file)));
    else await writeFile(join(corpus, file.name), file.text);
  }
  const library = await openLiveLibrary({
    corpus,
    index: join(folder, 'index'),
    model: { model: null, allowDownload: false, baseFolder: folder },
  });
  return {
    engine: library.engine,
    async close() {
      await library.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The answers to the turns of one thread. */
export async function askThread(
  engine: AnswerEngine,
  turns: readonly string[],
  articleId: string | null = null,
): Promise<Answer[]> {
  let memory = EMPTY_MEMORY;
  const answers: Answer[] = [];
  for (const turn of turns) {
    const result = await engine.answer(turn, { memory, articleId });
    memory = result.memory;
    answers.push(result.answer);
  }
  return answers;
}

/** The answer to the last turn of a thread. */
export async function ask(engine: AnswerEngine, ...turns: readonly string[]): Promise<Answer> {
  const answer = (await askThread(engine, turns)).at(-1);
  if (!answer) throw new Error('nothing was asked');
  return answer;
}

/** The same, after what holds of every answer was checked. */
export async function askSoundly(engine: AnswerEngine, ...turns: readonly string[]): Promise<Answer> {
  const answer = await ask(engine, ...turns);
  expectSound(answer);
  return answer;
}

/** The name of whoever is cited first; null for narration and where nothing is cited. */
export function speakerOf(answer: Answer): string | null {
  return answer.citations[0]?.speaker?.name ?? null;
}

/** The words that a citation shows, one string for each span. */
export function shown({ article, spans }: Citation): string[] {
  return spans.map((span) => slice(article, span));
}

/** What holds of every answer, whatever was asked. */
export function expectSound(answer: Answer): void {
  const { outcome, verdict, request, citations, nearest, difference } = answer;
  for (const citation of [...citations, ...nearest]) expectVerbatim(citation);
  expect(answer.text.trim(), 'text').not.toBe('');
  expect(Buffer.from(answer.text).toString(), 'text of whole characters').toBe(answer.text);
  expect(outcome === 'help', 'outcome help').toBe(request === 'help');
  if (outcome !== 'answered') expect(citations, outcome).toEqual([]);
  if (outcome !== 'not-found') expect(nearest, outcome).toEqual([]);
  // Where only a name is asked for there are no words that a passage could come near to.
  if (outcome === 'not-found' && /^(?:who-said|fact|check)$/.test(request)) {
    expect(nearest, 'the nearest').toHaveLength(1);
    if (!answer.text.includes('not quoted')) expect(answer.text).toContain(`¶${nearest[0]?.paragraph}`);
  }
  if (outcome === 'answered' && request !== 'sources') expect(citations, request).not.toEqual([]);
  expect(verdict !== null, 'a verdict for a check and nothing else').toBe(request === 'check');
  expect(verdict === 'absent', 'absent is not found').toBe(request === 'check' && outcome === 'not-found');
  expect(request === 'check', 'what is claimed').toBe(answer.claimed !== null);
  expect(request === 'sources', 'speakers').toBe(answer.speakers !== null);
  if (verdict === 'verbatim' || verdict === 'absent') expect(difference).toBeNull();
  if (verdict === 'altered') expect(difference?.some(({ op }) => op !== 'same')).toBe(true);
  for (const part of Object.values(answer.millis)) expect(part).toBeGreaterThanOrEqual(0);
}

function expectVerbatim({ article, spans, paragraph, speaker, kind, confidence }: Citation): void {
  expect(spans, 'spans').not.toEqual([]);
  let end = 0;
  for (const span of spans) {
    expect(span.start, 'spans in order').toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(article.text.length);
    end = span.end;
    const words = slice(article, span);
    expect(words, 'whole words').toBe(words.trim());
    expect(article.text.slice(span.start - 1, span.start + 1), 'not cut in a word').not.toMatch(
      /^[\p{L}\p{N}]{2}$/u,
    );
    expect(article.text.slice(span.end - 1, span.end + 1), 'not cut in a word').not.toMatch(
      /^[\p{L}\p{N}]{2}$/u,
    );
  }
  const start = spans[0]?.start ?? -1;
  const place = article.paragraphs.find((each) => each.start <= start && start < each.end);
  expect(place?.n, 'the paragraph where it begins').toBe(paragraph);
  if (kind === 'narration') expect(speaker, 'narration').toBeNull();
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  if (speaker) {
    expect(article.text, 'the speaker’s name').toContain(speaker.name);
    if (speaker.role !== null) expect(article.text, 'the speaker’s role').toContain(speaker.role);
  }
}
