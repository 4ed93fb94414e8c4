import { readArticle } from '../src/article/read.ts';
import { findQuotations } from '../src/quotations/find.ts';
import { quotationsJson } from '../src/rendering/json.ts';
import { quotationsTerminal } from '../src/rendering/terminal.ts';
import {
  fromWhereTheyStand,
  notice,
  readArguments,
  run,
  terminalOptions,
  UsageError,
} from './command-line.ts';

const HELP = `Usage: npm run -s quotes -- [--json] FILE…

Lists every quotation of article files (.txt, .md): the words, who says them, how, and where.

  --json   one line of JSON for each file
  --help   show this text

Exit: 0 all files read, 1 some could not be, 2 wrong usage.`;

await run('quotes', async () => {
  const { values, positionals } = readArguments({
    options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError('no file; see --help');
  let failed = false;
  for (const file of positionals) {
    try {
      const article = await readArticle(fromWhereTheyStand(file), file);
      const quotations = findQuotations(article);
      process.stdout.write(
        values.json
          ? `${JSON.stringify(quotationsJson(article, quotations))}\n`
          : quotationsTerminal(article, quotations, terminalOptions()),
      );
    } catch (error) {
      failed = true;
      notice(`quotes: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return failed ? 1 : 0;
});
