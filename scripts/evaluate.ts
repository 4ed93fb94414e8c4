import { run, UsageError } from './command-line.ts';
import { evaluateAnswers } from './evaluate/answers.ts';
import { evaluateFeedback } from './evaluate/feedback.ts';
import { evaluateQuotes } from './evaluate/quotes.ts';
import { evaluateRetrieval } from './evaluate/retrieval.ts';

/** What can be measured, each by a script of its own. */
const EVALUATIONS: Readonly<Record<string, (args: readonly string[]) => Promise<void> | void>> = {
  quotes: evaluateQuotes,
  answers: evaluateAnswers,
  retrieval: evaluateRetrieval,
  feedback: evaluateFeedback,
};

const HELP = `Usage: npm run evaluate -- WHAT [options]

Measures the program on the test sets, or on what people have judged. WHAT is one of: ${Object.keys(EVALUATIONS).join(', ')}.
Each takes --help; all but feedback take --json FILE, to write their figures for npm run report.

Exit: 0 measured; 1 a failure; 2 wrong usage.`;

await run('evaluate', async () => {
  const [what = '', ...args] = process.argv.slice(2);
  if (what === '--help') {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  const evaluation = Object.hasOwn(EVALUATIONS, what) ? EVALUATIONS[what] : undefined;
  if (!evaluation) throw new UsageError(`"${what}" cannot be measured; see --help`);
  await evaluation(args);
  // A measurement that found its figures wanting says so by the exit code.
  return Number(process.exitCode ?? 0);
});
