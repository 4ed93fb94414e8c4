import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromWhereTheyStand, notice, readArguments, run, UsageError } from './command-line.ts';
import { groupBy, picturesOf } from './report/figures.ts';
import { reportPage } from './report/page.ts';
import { type ReportRow, readRows } from './report/rows.ts';
import { asFile } from './report/svg.ts';

const HELP = `Usage: npm run report -- [--out FILE] [--pictures FOLDER] FILE…

Makes one page with plots of what was measured. FILE… are JSON Lines that these write:
  npm run evaluate -- quotes --json FILE     (also: answers, retrieval)
  npm run bench -- --json FILE

  --out FILE          where the page goes (default: report.html); it needs nothing else to be seen
  --pictures FOLDER   also put each picture there, as SVG
  --help              show this text

Exit: 0 made; 1 a file cannot be read or holds something else; 2 wrong usage.`;

await run('report', async () => {
  const { values, positionals } = readArguments({
    options: {
      out: { type: 'string', default: 'report.html' },
      pictures: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError('name the files to draw; see --help');
  const rows = positionals.flatMap((file) => readRows(readFileSync(fromWhereTheyStand(file), 'utf8'), file));
  const out = fromWhereTheyStand(values.out);
  writeFileSync(out, reportPage({ rows, made: new Date().toISOString().slice(0, 10) }));
  if (values.pictures !== undefined) writePictures(fromWhereTheyStand(values.pictures), rows);
  notice(`Made ${out}.`);
  return 0;
});

/** Each picture in a file that is named by its title. */
function writePictures(folder: string, rows: readonly ReportRow[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [table, own] of groupBy(rows, (row) => row.table)) {
    for (const { title, svg } of picturesOf(table, own)) {
      writeFileSync(join(folder, `${fileName(title)}.svg`), asFile(svg));
    }
  }
}

function fileName(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
