import { type Answer, type Citation, EMPTY_MEMORY } from '../../src/answering/answer.ts';
import { openLiveLibrary, type SharedLibrary } from '../../src/answering/live-library.ts';
import { ensureModel } from '../build-model.ts';
import { notice, progressBar, readArguments } from '../command-line.ts';
import { type AnswerSet, readAnswerSets, type SetQuestion } from './answer-sets.ts';
import { answerRows, type Judged } from './answers-json.ts';
import { type EvaluationRow, writeRows } from './json-rows.ts';
import { Share, show, table } from './statistics.ts';

const HELP = `Usage: npm run evaluate -- answers [--show] [--set NAME] [--request KIND] [--all-articles] [--json FILE]

Asks every question of the golden sets and prints how many answers are right, with n and a 95 % interval.

  --show           print the wrong answers of the sets that are not frozen
  --set NAME       only this set (owner, invented, gum)
  --request KIND   only questions of this kind
  --all-articles   search all articles of a set at once instead of the right one
  --json FILE      also write every figure there as JSON Lines
  --help           show this text`;

export async function evaluateAnswers(args: readonly string[]): Promise<void> {
  const { values } = readArguments({
    args: [...args],
    options: {
      show: { type: 'boolean', default: false },
      set: { type: 'string' },
      request: { type: 'string' },
      'all-articles': { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  await ensureModel({ quiet: true });
  const sets = readAnswerSets();
  if (!sets.some(({ name }) => name === 'gum'))
    notice('evaluate: ../shared/data/gum is not here: GUM is left out');
  const rows: EvaluationRow[] = [];
  for (const set of sets.filter(({ name }) => values.set === undefined || name === values.set)) {
    const questions = set.questions.filter(
      ({ request }) => values.request === undefined || request === values.request,
    );
    const judged = await judgeSet(set, questions, values['all-articles']);
    if (values.show)
      for (const line of judged.filter(({ question }) => !question.frozen).flatMap(wrongLine))
        process.stdout.write(`${line}\n`);
    if (set.summaries.size > 0) {
      process.stdout.write(
        `\n${set.name}: sentences of a five-line summary that an editor picked\n${await summaryFigures(set)}\n`,
      );
    }
    for (const frozen of [false, true]) {
      const part = judged.filter(({ question }) => question.frozen === frozen);
      rows.push(...answerRows(`${set.name}${frozen ? ' (frozen)' : ''}`, part));
      if (part.length > 0)
        process.stdout.write(
          `\n${set.name}${frozen ? ' (frozen)' : ''}: ${part.length} questions\n${figures(part)}\n`,
        );
    }
  }
  if (values.json !== undefined) writeRows(values.json, rows);
}

/** How many of the sentences picked by hand a five-line summary has, beside the article's first five sentences. */
async function summaryFigures(set: AnswerSet): Promise<string> {
  const library = await openLiveLibrary({
    corpus: set.corpus,
    index: null,
    model: { model: null, allowDownload: false },
    onNotice: notice,
  });
  const rows: string[][] = [['', 'summary', 'first five sentences']];
  for (const frozen of [false, true]) {
    const own = new Share();
    const lead = new Share();
    for (const [articleId, picked] of set.summaries) {
      const stored = await library.engine.open(articleId);
      const isFrozen = set.questions.some((question) => question.articleId === articleId && question.frozen);
      if (!stored || isFrozen !== frozen) continue;
      const { answer } = await library.engine.answer('summary', { memory: EMPTY_MEMORY, articleId });
      const chosen = answer.citations.flatMap(({ spans }) => spans);
      for (const { start, end } of picked) {
        own.count(chosen.some((span) => span.start < end && span.end > start));
        lead.count(
          stored.passages.slice(0, picked.length).some((span) => span.start < end && span.end > start),
        );
      }
    }
    if (own.n > 0) rows.push([frozen ? 'frozen' : 'open', show(own), show(lead)]);
  }
  await library.close();
  return table(rows);
}

async function judgeSet(
  set: AnswerSet,
  questions: readonly SetQuestion[],
  allArticles: boolean,
): Promise<Judged[]> {
  const bar = progressBar(`Asking ${set.name}`);
  const library = await openLiveLibrary({
    corpus: set.corpus,
    index: null,
    model: { model: null, allowDownload: false },
    onNotice: notice,
  });
  const judged: Judged[] = [];
  try {
    for (const question of questions) {
      const answer = await askAll(library, question, allArticles ? null : question.articleId);
      judged.push(judge(question, answer));
      bar.onProgress(judged.length, questions.length);
    }
  } finally {
    bar.stop();
    await library.close();
  }
  return judged;
}

async function askAll(
  library: SharedLibrary,
  { turns }: SetQuestion,
  articleId: string | null,
): Promise<Answer> {
  let memory = EMPTY_MEMORY;
  let last: Answer | null = null;
  for (const turn of turns) {
    const result = await library.engine.answer(turn, { memory, articleId });
    memory = result.memory;
    last = result.answer;
  }
  if (!last) throw new Error('a question without turns');
  return last;
}

function judge(question: SetQuestion, answer: Answer): Judged {
  const abstained = answer.outcome === 'not-found';
  const [first] = answer.citations;
  const hits = answer.citations.slice(0, 3).map((citation) => overlaps(question, citation));
  const hasPassages = question.answerable && question.passages.length > 0;
  const speakerMatters = question.request !== 'fact' && question.request !== 'check';
  const speaker = hasPassages && speakerMatters ? rightSpeaker(question, first) : null;
  return {
    question,
    answer,
    first: hasPassages ? (hits[0] ?? false) && speaker !== false : null,
    three: hasPassages ? hits.some(Boolean) : null,
    speaker,
    verdict: question.verdict === null ? null : answer.verdict === question.verdict,
    abstained,
  };
}

function overlaps({ passages, articleId }: SetQuestion, { article, spans }: Citation): boolean {
  return (
    article.id === articleId &&
    passages.some((passage) => spans.some(({ start, end }) => start < passage.end && end > passage.start))
  );
}

function rightSpeaker({ speaker, alsoSpeakers }: SetQuestion, citation: Citation | undefined): boolean {
  if (!citation) return false;
  const name = citation.speaker?.name ?? null;
  return [speaker, ...alsoSpeakers].some((right) => right === name || isSameDescription(right, name));
}

/** "violinist" and "violinist who prefers not to give his name", "member of its board" and "One member of its board". */
function isSameDescription(right: string | null, name: string | null): boolean {
  const [a, b] = [right, name].map((one) => one?.replace(/^(?:an?|the|one)\s/i, '') ?? '');
  if (!a || !b) return false;
  return a === b || (/^\p{Ll}/u.test(a) && (a.startsWith(`${b} `) || b.startsWith(`${a} `)));
}

/** Rows by kind of question, near and hard apart; threads by themselves. */
function figures(judged: readonly Judged[]): string {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const { turns, request, style } = one.question;
    const kind = turns.length > 1 ? 'thread' : request;
    for (const name of [`${kind} ${style}`]) groups.set(name, [...(groups.get(name) ?? []), one]);
  }
  const rows = [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, ...cells(part)]);
  const all = ['all', ...cells(judged)];
  return table([
    ['', 'right first', 'passage in 3', 'speaker', 'verdict', 'says no rightly', 'says no wrongly'],
    ...rows,
    all,
  ]);
}

function cells(part: readonly Judged[]): string[] {
  return [
    share(part.map(({ first }) => first)),
    share(part.map(({ three }) => three)),
    share(part.map(({ speaker }) => speaker)),
    share(part.map(({ verdict }) => verdict)),
    share(part.map(({ question, abstained }) => (question.answerable ? null : abstained))),
    share(part.map(({ question, abstained }) => (question.answerable ? abstained : null))),
  ];
}

function share(values: readonly (boolean | null)[]): string {
  const counted = new Share();
  for (const value of values) if (value !== null) counted.count(value);
  return show(counted);
}

function wrongLine({ question, answer, first, verdict, abstained }: Judged): string[] {
  const wrong = question.answerable
    ? first === false || verdict === false || abstained
    : !abstained && question.request !== 'help';
  if (!wrong) return [];
  const cited = [...answer.citations, ...answer.nearest][0];
  const shown = cited
    ? cited.article.text.slice(cited.spans[0]?.start, cited.spans[0]?.end).slice(0, 110)
    : '–';
  const gold = question.passages[0];
  const wanted = gold ? gold.text.slice(0, 110) || `${gold.start}–${gold.end}` : 'no answer';
  return [
    `${question.id} [${question.style} ${question.request}→${answer.request} ${answer.outcome}${answer.verdict ? ` ${answer.verdict}/${question.verdict}` : ''}] ${question.turns.join(' ‖ ')}`,
    `    wanted ${question.speaker ?? '–'}: ${wanted}`,
    `    got    ${cited?.speaker?.name ?? '–'}: ${shown}`,
  ];
}
