import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFrozenGumDocument, readGoldAnswers, readGumLabels } from './gold-answers.ts';

const REQUESTS = ['who-said', 'said-about', 'fact', 'check', 'quotes', 'sources', 'summary', 'help'];
const VERDICTS = ['verbatim', 'altered', 'paraphrase', 'misattributed', 'absent'];
const WITHOUT_PASSAGES = new Set(['summary', 'sources', 'help']);

const sets = readGoldAnswers();
const invented = sets.filter((set) => set.name !== 'owner');
const items = (of: typeof sets) => of.flatMap((set) => set.questions.map((question) => ({ set, question })));
const share = (part: number, whole: number) => part / whole;

describe('the questions with known answers', () => {
  test('every passage and every line of a summary is an exact slice of its article', () => {
    for (const { text, questions, summary } of sets) {
      for (const passage of [...summary, ...questions.flatMap((question) => question.passages)]) {
        expect(text.slice(passage.start, passage.end)).toBe(passage.text);
      }
    }
  });

  test('every speaker is named with words of the article', () => {
    for (const { set, question } of items(sets)) {
      for (const name of [question.speaker, ...question.alsoSpeakers, ...question.speakers]) {
        expect(name === null || set.text.includes(name), `${question.id}: ${name}`).toBe(true);
      }
    }
  });

  test('labels are those of the contract and fit each other', () => {
    for (const { question } of items(sets)) {
      const { id } = question;
      expect(REQUESTS, id).toContain(question.request);
      expect(['near', 'hard'], id).toContain(question.style);
      expect(question.turns.length, id).toBeGreaterThan(0);
      expect(
        question.turns.every((turn) => turn.trim() !== ''),
        id,
      ).toBe(true);
      if (question.request === 'check') expect(VERDICTS, id).toContain(question.verdict);
      else expect(question.verdict, id).toBeNull();
      expect(question.verdict === 'absent', id).toBe(question.request === 'check' && !question.answerable);
      const hasPassages = question.answerable && !WITHOUT_PASSAGES.has(question.request);
      expect(question.passages.length > 0, id).toBe(hasPassages);
      if (!question.answerable) expect(question.speaker, id).toBeNull();
      expect(question.speakers.length > 0, id).toBe(question.request === 'sources');
    }
  });

  test('ids are unique and no thread is asked twice of one article', () => {
    const ids = items(sets).map(({ question }) => question.id);
    expect(new Set(ids).size).toBe(ids.length);
    const threads = items(sets).map(({ set, question }) => [set.name, ...question.turns].join('\n'));
    expect(new Set(threads).size).toBe(threads.length);
  });

  test('there are enough of them: 66 on the owner’s article, 300 on sixteen invented ones', () => {
    expect(sets.find((set) => set.name === 'owner')?.questions.length).toBeGreaterThanOrEqual(66);
    expect(invented.length).toBeGreaterThanOrEqual(16);
    expect(items(invented).length).toBeGreaterThanOrEqual(300);
    for (const set of invented) expect(set.questions.length, set.name).toBeGreaterThanOrEqual(18);
    for (const set of sets) expect(set.summary.length, set.name).toBe(5);
  });

  test('a third of the articles is frozen, the owner’s is not', () => {
    const byName = invented.map((set) => set.frozen);
    expect(byName).toEqual(byName.map((_, position) => position % 3 === 0));
    expect(sets.find((set) => set.name === 'owner')?.frozen).toBe(false);
  });

  test('a quarter has no answer, and half of those that need understanding are hard paraphrases', () => {
    const all = items(invented).map(({ question }) => question);
    const unanswerable = all.filter((question) => !question.answerable);
    expect(share(unanswerable.length, all.length)).toBeGreaterThan(0.22);
    expect(share(unanswerable.length, all.length)).toBeLessThan(0.3);
    const core = all.filter((question) => REQUESTS.slice(0, 4).includes(question.request));
    const hard = core.filter((question) => question.style === 'hard');
    expect(share(hard.length, core.length)).toBeGreaterThan(0.45);
    expect(share(hard.length, core.length)).toBeLessThan(0.6);
    for (const verdict of VERDICTS) {
      expect(all.filter((question) => question.verdict === verdict).length, verdict).toBeGreaterThanOrEqual(
        10,
      );
    }
  });
});

test('the questions for fitting are of three kinds, of one turn, a fifth without an answer, and none is frozen', () => {
  const fitting = readGoldAnswers(fileURLToPath(new URL('./fitting', import.meta.url)));
  const questions = fitting.flatMap((set) => set.questions);
  expect(fitting.some(({ frozen }) => frozen)).toBe(false);
  expect(fitting.map(({ name }) => name).filter((name) => sets.some((set) => set.name === name))).toEqual([]);
  expect(questions.every(({ turns }) => turns.length === 1)).toBe(true);
  expect(new Set(questions.map(({ request }) => request))).toEqual(new Set(['who-said', 'said-about', 'fact']));
  expect(share(questions.filter(({ answerable }) => !answerable).length, questions.length)).toBeCloseTo(1 / 5, 1);
  for (const { answerable, passages, id } of questions) expect(passages.length > 0, id).toBe(answerable);
});

test('the unseen articles are all frozen, a quarter of their questions without an answer, half of them hard', () => {
  const unseen = readGoldAnswers(fileURLToPath(new URL('./unseen', import.meta.url)));
  const questions = unseen.flatMap((set) => set.questions);
  expect(unseen.every(({ frozen }) => frozen)).toBe(true);
  expect(questions.length).toBeGreaterThanOrEqual(200);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(share(questions.filter(({ answerable }) => !answerable).length, questions.length)).toBeCloseTo(1 / 4, 1);
  expect(share(questions.filter(({ style }) => style === 'hard').length, questions.length)).toBeCloseTo(1 / 2, 1);
});

test('the GUM labels hold ids, requests and names, no text', () => {
  const labels = readGumLabels();
  expect(labels.size).toBe(375);
  for (const [id, label] of labels) {
    expect(id).toMatch(/^g\d{3}$/);
    expect(Object.keys(label).sort(), id).toEqual(['request', 'speaker']);
    expect(REQUESTS, id).toContain(label.request);
    expect((label.speaker ?? '').length, id).toBeLessThan(90);
  }
});

test('a GUM document is frozen by the SHA-1 of its id', () => {
  expect(isFrozenGumDocument('a')).toBe(false);
  expect(isFrozenGumDocument('hello')).toBe(false);
  expect(isFrozenGumDocument('The quick brown fox jumps over the lazy dog')).toBe(true);
});

describe('reading them', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gold-answers-'));
    writeFileSync(
      join(folder, 'dam.md'),
      '---\nid: dam\ntitle: The dam holds.\n---\n\nThe dam holds. So it does. So it does.\n',
    );
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (passage: string) =>
    writeFileSync(
      join(folder, 'dam.json'),
      JSON.stringify({
        frozen: false,
        article: 'dam.md',
        summary: [],
        questions: [
          {
            id: 'dam-01',
            turns: ['?'],
            style: 'near',
            request: 'fact',
            answerable: true,
            verdict: null,
            speaker: null,
            passages: [passage],
          },
        ],
      }),
    );

  test('a passage is found behind the front matter', () => {
    write('The dam holds.');
    const text = readFileSync(join(folder, 'dam.md'), 'utf8');
    expect(readGoldAnswers(folder)[0]?.questions[0]?.passages[0]?.start).toBe(
      text.lastIndexOf('The dam holds.'),
    );
  });

  test('a passage that is no slice is refused with file and item', () => {
    write('The dam broke.');
    expect(() => readGoldAnswers(folder)).toThrow(
      'dam.json, dam-01: not a slice of the article: "The dam broke."',
    );
  });

  test('a passage that occurs twice is refused with file and item', () => {
    write('So it does.');
    expect(() => readGoldAnswers(folder)).toThrow(/^dam\.json, dam-01: occurs more than once/);
  });
});
