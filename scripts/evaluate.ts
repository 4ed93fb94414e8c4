import { evaluateAnswers } from './evaluate/answers.ts';
import { evaluateQuotes } from './evaluate/quotes.ts';
import { evaluateRetrieval } from './evaluate/retrieval.ts';

/** What can be measured, each by a script of its own. */
const EVALUATIONS: Readonly<Record<string, (args: readonly string[]) => Promise<void> | void>> = {
  quotes: evaluateQuotes,
  answers: evaluateAnswers,
  retrieval: evaluateRetrieval,
};

const [what = '', ...args] = process.argv.slice(2);
const evaluation = EVALUATIONS[what];
if (!evaluation) {
  console.error(
    `evaluate: "${what}" cannot be measured; name one of: ${Object.keys(EVALUATIONS).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  await evaluation(args);
}
