import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Candidate, gatherEvidence } from '../src/answering/evidence.ts';
import { indexFolder } from '../src/answering/live-library.ts';
import { matchPerson, quotedPeople } from '../src/answering/people.ts';
import { queryOf } from '../src/answering/query.ts';
import { Stopwatch } from '../src/answering/stopwatch.ts';
import { readSupport, type SupportSigns } from '../src/answering/support.ts';
import { understand } from '../src/answering/understand.ts';
import { type Embedder, loadEmbedder } from '../src/retrieval/embedder.ts';
import { identifyModel } from '../src/retrieval/model-folder.ts';
import { openFileStore } from '../src/retrieval/refresh.ts';
import type { Store } from '../src/retrieval/store.ts';
import { ensureModel } from './build-model.ts';
import { notice, progressBar, readArguments, run } from './command-line.ts';
import { readAnswerSets, type SetQuestion } from './evaluate/answer-sets.ts';
import { areaUnderCurve, fitLogistic, type Labelled } from './fit-weights/regression.ts';

const HELP = `Usage: npm run fit-checks -- [--dry-run]

Finds the weights of src/answering/support-weights.ts: how likely a passage says what a claim says. From the claims
of the golden checks and "who said" questions that are not frozen.

  --dry-run   print them only
  --help      show this text`;

const TARGET = fileURLToPath(new URL('../src/answering/support-weights.ts', import.meta.url));
const MODEL = { model: null, allowDownload: false } as const;
/** What is said and what is not weigh the same in the fit: the even probability parts them. */
const THRESHOLD = 0.5;
/** Passages of one question that are looked at. */
const LOOKED_AT = 6;

/** A claim with the best passage that says it, or the best of those that do not. */
interface Case extends Labelled {
  readonly article: string;
  readonly isCheck: boolean;
}

await run('fit-checks', async () => {
  const { values } = readArguments({
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  await ensureModel({ quiet: true });
  // Folds are runs of cases: those of one article stand together.
  const cases = (await collect()).sort((a, b) =>
    a.article < b.article ? -1 : a.article > b.article ? 1 : 0,
  );
  const { weights, bias, held } = fitLogistic(cases);
  const checks = cases.flatMap((one, at) => (one.isCheck ? [{ ...one, held: held[at] ?? 0 }] : []));
  const right = checks.filter((one) => one.held >= THRESHOLD === one.right).length;
  notice(
    `${cases.length} claims, ${checks.length} of checks; cross-validated area under the curve ${areaUnderCurve(cases, held).toFixed(3)}, of checks ${areaUnderCurve(
      checks,
      checks.map((one) => one.held),
    ).toFixed(3)}; at ${THRESHOLD} ${right} of ${checks.length} checks are told rightly`,
  );
  const source = render(weights, bias);
  process.stdout.write(source);
  if (!values['dry-run']) await writeFile(TARGET, source);
  return 0;
});

async function collect(): Promise<Case[]> {
  const [identity, embedder] = await Promise.all([identifyModel(MODEL), loadEmbedder(MODEL)]);
  const cases: Case[] = [];
  for (const set of readAnswerSets()) {
    const questions = set.questions.filter(
      ({ frozen, request, turns }) =>
        !frozen && (request === 'check' || request === 'who-said') && turns.length === 1,
    );
    const { store } = await openFileStore({
      corpus: set.corpus,
      index: indexFolder(set.corpus, null),
      model: identity,
      embedder: async () => embedder,
    });
    const bar = progressBar(`Asking ${set.name}`);
    for (const [at, question] of questions.entries()) {
      cases.push(...(await casesOf(store, embedder, question)));
      bar.onProgress(at + 1, questions.length);
    }
    bar.stop();
    await store.close();
  }
  return cases;
}

/** The claim held against everybody, and for a check against the one who is claimed to say it. */
async function casesOf(store: Store, embedder: Embedder, question: SetQuestion): Promise<Case[]> {
  const { content, quoted, speaker } = understand(question.turns[0] ?? '');
  const stored = await store.open(question.articleId);
  if (!stored || content === '' || quoted.length > 0) return [];
  const [embedding] = await embedder.embedTokens([content]);
  if (!embedding) return [];
  const query = queryOf(content, embedder.dimension)(embedding);
  const gather = (people: ReturnType<typeof quotedPeople> | null): Promise<Candidate[]> =>
    gatherEvidence(
      store,
      query,
      question.articleId,
      { speech: true, people, answerType: null },
      new Stopwatch(),
    );
  const anybody = await gather(null);
  const pools = [anybody];
  const isCheck = question.request === 'check';
  const match = isCheck && speaker ? matchPerson(speaker, quotedPeople([stored]), [stored]) : null;
  if (match?.kind === 'found') pools.push(await gather([...match.people]));
  return pools.flatMap((pool, at) => {
    const isTheirs = at === 0 || question.verdict !== 'misattributed';
    return caseOf(pool, question, isTheirs, (candidate) => readSupport(query, candidate, anybody)).map(
      (one) => ({
        ...one,
        isCheck,
        article: question.articleId,
      }),
    );
  });
}

function caseOf(
  pool: readonly Candidate[],
  { passages, answerable }: SetQuestion,
  isTheirs: boolean,
  signsOf: (candidate: Candidate) => SupportSigns,
): Labelled[] {
  const seen = pool.slice(0, LOOKED_AT);
  const gold = seen.find(({ passage }) =>
    passages.some(({ start, end }) => start < passage.end && end > passage.start),
  );
  const labelled = (candidate: Candidate, right: boolean): Labelled => ({
    values: new Map(Object.entries(signsOf(candidate))),
    right,
  });
  if (gold) return [labelled(gold, true)];
  const [first] = seen;
  return first && (!answerable || !isTheirs) ? [labelled(first, false)] : [];
}

function render(weights: ReadonlyMap<string, number>, bias: number): string {
  const rows = Array.from(weights, ([name, value]) => `    ${name}: ${round(value)},`).join('\n');
  return `import type { SupportSigns } from './support.ts';

/**
 * Found by \`npm run fit-checks\` on the golden checks that are not frozen: how much each sign counts in the judgement
 * whether a passage says what is claimed, and the probability from which it is taken to.
 */
export const SUPPORT: {
  readonly weights: Readonly<Record<keyof SupportSigns, number>>;
  readonly bias: number;
  readonly threshold: number;
} = {
  weights: {
${rows}
  },
  bias: ${round(bias)},
  threshold: ${THRESHOLD},
};
`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
