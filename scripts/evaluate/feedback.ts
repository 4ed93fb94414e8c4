import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { EMPTY_MEMORY } from '../../src/answering/answer.ts';
import { openLiveLibrary, type SharedLibrary } from '../../src/answering/live-library.ts';
import { readLibraryConfig } from '../../src/config.ts';
import { answerJson } from '../../src/rendering/json.ts';
import { readBatch } from '../ask-batch.ts';
import { ensureModel } from '../build-model.ts';
import { fromWhereTheyStand, notice, progressBar, readArguments, UsageError } from '../command-line.ts';
import { Share, show, table } from './statistics.ts';

const HELP = `Usage: npm run evaluate -- feedback FILE [--corpus DIR] [--index DIR] [--show]

Asks again what people have judged in Slack (FILE is what "npm run -s export-feedback" writes) and prints how many
of the answers that they found right are still given, and how many of those that they found wrong are given no more.
An answer is the same when its outcome and the speaker and words of its first citation are.

  --corpus DIR   folder of articles (default: corpus, or CORPUS)
  --index DIR    folder of its index
  --show         print the questions whose answer has changed, and the wrong ones that have not
  --help         show this text`;

interface Judgement {
  readonly turns: readonly string[];
  readonly article: string | null;
  readonly judged: 'right' | 'wrong';
  readonly reason: string | null;
  /** The articles that were cited, as they were then. */
  readonly articles: readonly { readonly id: string; readonly hash: string }[];
  readonly answer: ShownAnswer;
}

/** What of the JSON contract's answer is compared. */
interface ShownAnswer {
  readonly outcome: string;
  readonly citations?: readonly {
    readonly speaker: { readonly name: string } | null;
    readonly spans: readonly { readonly text: string }[];
  }[];
}

/** Prints whether judged answers are still given. Throws UsageError where the file holds no judgements. */
export async function evaluateFeedback(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments({
    args: [...args],
    options: {
      corpus: { type: 'string' },
      index: { type: 'string' },
      show: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('feedback wants one file; see --help');
  const judgements = await readJudgements(fromWhereTheyStand(file));
  await ensureModel({ quiet: true });
  const library = await openLiveLibrary({
    corpus: values.corpus === undefined ? readLibraryConfig().corpus : fromWhereTheyStand(values.corpus),
    index: values.index === undefined ? null : fromWhereTheyStand(values.index),
    model: { model: null, allowDownload: false },
    onNotice: notice,
  });
  try {
    await askAgain(library, judgements, values.show);
  } finally {
    await library.close();
  }
}

async function readJudgements(path: string): Promise<Judgement[]> {
  if (!existsSync(path)) throw new UsageError(`there is no file ${path}`);
  const text = await readFile(path, 'utf8');
  const lines = text.split(/\r?\n/);
  return readBatch(text).map((line) => {
    if ('problem' in line) throw new UsageError(`${path}, line ${line.number}: ${line.problem}`);
    const value: Partial<Judgement> = JSON.parse(lines[line.number - 1] ?? '');
    const { judged, answer, articles, reason = null } = value;
    if ((judged !== 'right' && judged !== 'wrong') || !answer || !Array.isArray(articles)) {
      throw new UsageError(`${path}, line ${line.number}: is no judgement of an answer`);
    }
    return { turns: line.turns, article: line.article, judged, reason, articles, answer };
  });
}

async function askAgain(
  library: SharedLibrary,
  judgements: readonly Judgement[],
  shows: boolean,
): Promise<void> {
  const bar = progressBar('Asking again');
  const shares = { right: new Share(), wrong: new Share() };
  let gone = 0;
  for (const [at, judgement] of judgements.entries()) {
    if (await isAsItWas(library, judgement)) {
      const now = await shownNow(library, judgement);
      const same = keyOf(now) === keyOf(judgement.answer);
      shares[judgement.judged].count(same);
      if (shows && same === (judgement.judged === 'wrong')) process.stdout.write(lineOf(judgement, now));
    } else gone++;
    bar.onProgress(at + 1, judgements.length);
  }
  bar.stop();
  const rows = [['judged', 'the same answer now'], ...Object.entries(shares).map(([k, v]) => [k, show(v)])];
  process.stdout.write(`${table(rows)}\n`);
  if (gone > 0) notice(`evaluate: ${gone} left out: the articles are not here, or not as they were.`);
}

async function isAsItWas(library: SharedLibrary, { articles }: Judgement): Promise<boolean> {
  for (const { id, hash } of articles) {
    if ((await library.engine.open(id))?.article.hash !== hash) return false;
  }
  return true;
}

async function shownNow(library: SharedLibrary, { turns, article }: Judgement): Promise<ShownAnswer> {
  let memory = EMPTY_MEMORY;
  let shown: ShownAnswer = { outcome: '' };
  for (const turn of turns) {
    const { answer, memory: next } = await library.engine.answer(turn, { memory, articleId: article });
    memory = next;
    shown = answerJson(answer);
  }
  return shown;
}

function keyOf({ outcome, citations = [] }: ShownAnswer): string {
  const [first] = citations;
  return JSON.stringify([
    outcome,
    first?.speaker?.name ?? null,
    first?.spans.map(({ text }) => text) ?? null,
  ]);
}

function lineOf({ turns, judged, reason, answer }: Judgement, now: ShownAnswer): string {
  const told = (shown: ShownAnswer): string => {
    const [first] = shown.citations ?? [];
    return first
      ? `${first.speaker?.name ?? 'nobody'}: ${first.spans[0]?.text.slice(0, 90) ?? ''}`
      : shown.outcome;
  };
  const why = reason === null ? '' : ` (${reason})`;
  return `${turns.join(' ‖ ')}\n    judged ${judged}${why} ${told(answer)}\n    now    ${told(now)}\n`;
}
