import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Citation } from '../../src/answering/answer.ts';
import { type GoldQuestion, readGoldAnswers } from '../golden/gold-answers.ts';
import { askThread, expectSound, OWNER, openLibrary, type TestLibrary } from './library.ts';

/** What is right today, less five: a change that costs more is noticed. */
const LEAST_RIGHT_OF_OWNER = 70;

const sets = readGoldAnswers().filter(({ frozen }) => !frozen);
const idOf = (name: string) => (name === 'owner' ? '000_a73966cd6b1bce15' : name);
const answers = new Map<string, Answer>();
let library: TestLibrary;

beforeAll(async () => {
  library = await openLibrary(sets.map(({ name, articleFile }) => (name === 'owner' ? OWNER : articleFile)));
});
afterAll(() => library.close());

describe.each(sets.map((set) => [set.name, set] as const))('%s', (name, { questions }) => {
  test('every answer to its questions is sound, turn by turn', { timeout: 60_000 }, async () => {
    for (const { id, turns } of questions) {
      for (const answer of await askThread(library.engine, turns, idOf(name))) {
        answers.set(id, answer);
        try {
          expectSound(answer);
        } catch (error) {
          throw new Error(`${id}: ${turns.join(' // ')}: ${error instanceof Error ? error.message : error}`);
        }
        for (const { article } of [...answer.citations, ...answer.nearest])
          expect(article.id).toBe(idOf(name));
      }
    }
  });
});

test('of the questions on the article that comes with the project as many are answered rightly as before', () => {
  const owner = sets.find(({ name }) => name === 'owner');
  const wrong = (owner?.questions ?? []).filter((question) => !isRight(question, answers.get(question.id)));
  const right = (owner?.questions.length ?? 0) - wrong.length;
  expect(right, `wrong: ${wrong.map(({ id }) => id).join(', ')}`).toBeGreaterThanOrEqual(
    LEAST_RIGHT_OF_OWNER,
  );
});

function isRight(question: GoldQuestion, answer: Answer | undefined): boolean {
  if (!answer) return false;
  if (!question.answerable) return answer.outcome === 'not-found' && answer.citations.length === 0;
  if (question.verdict !== null && answer.verdict !== question.verdict) return false;
  const listed = (answer.speakers ?? []).map(({ speaker }) => speaker.name);
  if (question.speakers.some((name) => !listed.includes(name))) return false;
  if (question.passages.length === 0) return answer.request === question.request;
  const [first] = answer.citations;
  return first !== undefined && answers(first) && speaks(first);

  function answers({ spans }: Citation): boolean {
    return question.passages.some((passage) =>
      spans.some(({ start, end }) => start < passage.end && end > passage.start),
    );
  }

  function speaks({ speaker }: Citation): boolean {
    if (question.request === 'fact' || question.request === 'check') return true;
    return [question.speaker, ...question.alsoSpeakers].includes(speaker?.name ?? null);
  }
}
