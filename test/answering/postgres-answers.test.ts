import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureModel } from '../../scripts/build-model.ts';
import { readAnswerSets } from '../../scripts/evaluate/answer-sets.ts';
import { type Answer, type AnswerEngine, EMPTY_MEMORY } from '../../src/answering/answer.ts';
import { openLiveLibrary, type SharedLibrary } from '../../src/answering/live-library.ts';
import { openPostgresLibrary, type PostgresLibrary } from '../../src/answering/postgres-library.ts';
import { type Cluster, hasPostgres, startPostgres } from '../postgres.ts';

/** The others take too long to be asked each time; measured once, 326 of 326 of "checks" and "fitting" were alike. */
const SETS = readAnswerSets().filter(({ name }) => ['owner', 'invented'].includes(name));
const REAL = hasPostgres();
let cluster: Cluster;

beforeAll(async () => {
  if (!REAL) return;
  await ensureModel({ quiet: true });
  cluster = await startPostgres();
}, 120_000);
afterAll(() => cluster?.stop());

/** What is compared of an answer: the outcome and the first citation, or what comes nearest. */
function firstOf({ outcome, verdict, citations, nearest }: Answer): string {
  const [first] = citations.length > 0 ? citations : nearest;
  const place = first
    ? [first.article.id, first.paragraph, ...first.spans.flatMap(({ start, end }) => [start, end])]
    : [];
  return [outcome, verdict, ...place].join(' ');
}

async function answersOf(engine: AnswerEngine, turns: readonly string[]): Promise<string[]> {
  const firsts: string[] = [];
  let memory = EMPTY_MEMORY;
  for (const question of turns) {
    const { answer, memory: next } = await engine.answer(question, { memory, articleId: null });
    memory = next;
    firsts.push(firstOf(answer));
  }
  return firsts;
}

describe.runIf(REAL).each(SETS.map(({ name }) => name))('the questions of the set %s', (name) => {
  const set = SETS.find((one) => one.name === name);
  if (!set) throw new Error(`there is no set ${name}`);
  const model = { model: null, allowDownload: false };
  let files: SharedLibrary;
  let postgres: PostgresLibrary;
  const index = join(set.corpus, '..', `${name}-same-index`);

  beforeAll(async () => {
    files = await openLiveLibrary({ corpus: set.corpus, index, model });
    postgres = await openPostgresLibrary({
      url: cluster.database(`answers_${name}`),
      corpus: set.corpus,
      model,
    });
  }, 600_000);
  afterAll(async () => {
    await files?.close();
    await postgres?.close();
    await rm(index, { recursive: true, force: true });
  });

  test('have the same first citation on PostgreSQL as on files, at least 98 of 100 of them', async () => {
    let same = 0;
    const differing: string[] = [];
    for (const { turns, frozen } of set.questions) {
      const one = await answersOf(files.engine, turns);
      const other = await answersOf(postgres.engineOf(), turns);
      if (one.join() === other.join()) same += 1;
      else if (!frozen) differing.push(`${turns.join(' | ')}: ${one.join('; ')} / ${other.join('; ')}`);
    }
    console.log(`${name}: ${same} of ${set.questions.length} alike`);
    expect(same / set.questions.length, differing.join('\n')).toBeGreaterThanOrEqual(0.98);
  }, 1_800_000);
});
