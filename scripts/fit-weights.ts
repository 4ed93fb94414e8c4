import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { EMPTY_MEMORY } from '../src/answering/answer.ts';
import type { Candidate, Features } from '../src/answering/evidence.ts';
import type { JudgedRequest, Signs } from '../src/answering/judgement.ts';
import { openLiveLibrary } from '../src/answering/live-library.ts';
import { ensureModel } from './build-model.ts';
import { notice, progressBar, readArguments, run } from './command-line.ts';
import { readAnswerSets, type SetQuestion } from './evaluate/answer-sets.ts';
import { areaUnderCurve, fitLogistic, fitSoftmax, type Labelled } from './fit-weights/regression.ts';

const HELP = `Usage: npm run fit-weights -- [--dry-run]

Finds the weights of src/answering/weights.ts from the golden questions that are not frozen, and writes them.

  --dry-run   print them only
  --help      show this text`;

const TARGET = fileURLToPath(new URL('../src/answering/weights.ts', import.meta.url));
/** Share of the questions with an answer that may be told that there is none; conditions add to it up to .05. */
const FALSE_NO = 0.045;

/** What was seen while one question was answered. */
interface Trace {
  readonly question: SetQuestion;
  readonly candidates: readonly Candidate[];
  readonly signs: Signs | null;
  /** The kind of request that the signs were weighed for. */
  readonly judgedAs: JudgedRequest | null;
  /** Asked of the right article rather than of all. */
  readonly ofOne: boolean;
}

await run('fit-weights', async () => {
  const { values } = readArguments({
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  await ensureModel({ quiet: true });
  const traces = await traceAll();
  const ranking = fitRanking(traces);
  const kinds: readonly JudgedRequest[] = ['who-said', 'said-about', 'described', 'fact'];
  const judgements = new Map(kinds.map((request) => [request, fitJudgement(traces, request)]));
  const source = render(ranking, judgements);
  process.stdout.write(source);
  if (!values['dry-run']) await writeFile(TARGET, source);
  return 0;
});

async function traceAll(): Promise<Trace[]> {
  const traces: Trace[] = [];
  for (const set of readAnswerSets()) {
    const questions = set.questions.filter(
      ({ frozen, request }) => !frozen && ['who-said', 'said-about', 'fact'].includes(request),
    );
    const bar = progressBar(`Asking ${set.name}`);
    let asked = 0;
    const library = await openLiveLibrary({
      corpus: set.corpus,
      index: null,
      model: { model: null, allowDownload: false },
      onNotice: notice,
    });
    for (const { question, articleId } of questions.flatMap(inBothScopes)) {
      let candidates: readonly Candidate[] = [];
      let signs: Signs | null = null;
      let judgedAs: JudgedRequest | null = null;
      let memory = EMPTY_MEMORY;
      for (const turn of question.turns) {
        candidates = [];
        signs = null;
        const observer = {
          understood: () => {},
          ranked: (_: unknown, found: readonly Candidate[]) => {
            candidates = found;
          },
          judged: (seen: Signs, _: number, request: JudgedRequest) => {
            signs = seen;
            judgedAs = request;
          },
        };
        ({ memory } = await library.engine.answer(turn, { memory, articleId, observer }));
      }
      traces.push({ question, candidates, signs, judgedAs, ofOne: articleId !== null });
      bar.onProgress(++asked, 2 * questions.length);
    }
    bar.stop();
    await library.close();
  }
  return traces;
}

/** A question is asked of the right article, and of all at once. */
function inBothScopes(question: SetQuestion): { question: SetQuestion; articleId: string | null }[] {
  return [
    { question, articleId: question.articleId },
    { question, articleId: null },
  ];
}

/** Listwise: the right passages should take the probability from the others. */
function fitRanking(traces: readonly Trace[]): Map<string, number> {
  const lists = traces
    .filter(({ question }) => question.answerable)
    .map(({ question, candidates }) =>
      candidates.map(
        (candidate): Labelled => ({
          values: numbersOf(candidate.features),
          right: isGold(question, candidate),
        }),
      ),
    )
    .filter((list) => list.some(({ right }) => right));
  const { weights, first, firstThree } = fitSoftmax(lists);
  notice(
    `ranking: ${lists.length} questions, right first ${first.toFixed(3)}, among three ${firstThree.toFixed(3)} (on the data it was fitted to)`,
  );
  return weights;
}

function isGold({ passages, articleId }: SetQuestion, { stored, passage }: Candidate): boolean {
  return (
    stored.article.id === articleId &&
    passages.some(({ start, end }) => start < passage.end && end > passage.start)
  );
}

interface Fitted {
  readonly weights: Map<string, number>;
  readonly bias: number;
  readonly threshold: number;
}

/** One model for each kind of request: what tells apart differs between them. */
function fitJudgement(traces: readonly Trace[], request: JudgedRequest): Fitted {
  const judged = traces.filter(({ signs, judgedAs }) => signs !== null && judgedAs === request);
  const rows = judged.flatMap(({ question, signs }): Labelled[] =>
    signs === null ? [] : [{ values: numbersOf(signs), right: question.answerable }],
  );
  const { weights, bias, probabilities, held } = fitLogistic(rows);
  // On cases that were held out: on those it was fitted to, the threshold would be too high.
  const ofOne = held.filter((_, at) => judged[at]?.ofOne);
  const isRight = rows.filter((_, at) => judged[at]?.ofOne).map(({ right }) => right);
  const answerable = ofOne.filter((_, at) => isRight[at]).sort((a, b) => a - b);
  const threshold = answerable[Math.floor(FALSE_NO * answerable.length)] ?? 0.5;
  const silent = ofOne.filter((p, at) => !isRight[at] && p < threshold).length;
  const unanswerable = isRight.filter((right) => !right).length;
  notice(
    `judgement of ${request}: ${rows.length} questions; area under the curve ${areaUnderCurve(rows, probabilities).toFixed(3)}, cross-validated ${areaUnderCurve(rows, held).toFixed(3)}; of one article ${unanswerable} without an answer, ${silent} of them held out told so`,
  );
  return { weights, bias, threshold };
}

function numbersOf(values: Features | Signs): Map<string, number> {
  return new Map(Object.entries(values));
}

function render(ranking: Map<string, number>, judgements: ReadonlyMap<JudgedRequest, Fitted>): string {
  const rows = (values: Map<string, number>, indent: string): string =>
    Array.from(values, ([name, value]) => `${indent}${name}: ${round(value)},`).join('\n');
  const judgement = Array.from(judgements, ([request, { weights, bias, threshold }]) =>
    [
      `  ${request.includes('-') ? `'${request}'` : request}: {`,
      '    weights: {',
      rows(weights, '      '),
      '    },',
      `    bias: ${round(bias)},`,
      `    threshold: ${round(threshold)},`,
      '  },',
    ].join('\n'),
  );
  return `import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by \`npm run fit-weights\` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
${rows(ranking, '  ')}
};

export interface Judgement {
  readonly weights: Readonly<Record<keyof Signs, number>>;
  readonly bias: number;
  /** The least probability at which the best passage is given as the answer. */
  readonly threshold: number;
}

export const JUDGEMENT: Readonly<Record<JudgedRequest, Judgement>> = {
${judgement.join('\n')}
};
`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
