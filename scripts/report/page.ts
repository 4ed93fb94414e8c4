import { cellsOf, groupBy, picturesOf } from './figures.ts';
import { type ReportRow, reaches } from './rows.ts';
import { CHART_STYLE, element, escapeMarkup } from './svg.ts';

/** So many pictures of a table are shown at once; more are one press away. */
const PICTURES_SHOWN = 8;

/** Nothing may be loaded or run: the page is text, pictures and its own style. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE = `
:root{color-scheme:light dark;--bg:light-dark(#fff,#171c23);--soft:light-dark(#566275,#a3afbe);--line:light-dark(#dfe4ea,#2e3743);--ink:light-dark(#1b2330,#e6eaf0);--accent:light-dark(#1d5c9f,#7db3f0);--miss:light-dark(#a3262a,#f58f8b)}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main,header,footer{max-width:1560px;margin:0 auto;padding:0 24px}header{padding-block:40px 8px}h1{margin:0 0 4px;font-size:2rem;letter-spacing:-.02em}h2{margin:48px 0 12px;font-size:1.4rem}
p{margin:4px 0;max-width:75ch}.soft,footer{color:var(--soft)}a{color:var(--accent)}nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:16px 0 0;padding:0;list-style:none}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(560px,100%),1fr));gap:28px 32px;align-items:start}
.picture{overflow-x:auto}.chart{--hole:var(--bg);display:block}@media (max-width:700px){.chart[width="720"]{min-width:560px}}details{margin:16px 0}summary{cursor:pointer;color:var(--accent);padding:4px 0}summary+*{margin-top:12px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.table{overflow-x:auto}table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}caption{text-align:start;color:var(--soft);padding-block:4px}
th,td{padding:4px 12px 4px 0;border-bottom:1px solid var(--line);text-align:start;white-space:nowrap}.missed td:last-child{color:var(--miss);font-weight:700}
footer{padding-block:48px 32px;font-size:.875rem}
@media print{details{display:block}}
`.trim();

export interface Report {
  readonly rows: readonly ReportRow[];
  /** When it was made, in words. */
  readonly made: string;
}

/** The page of an evaluation: a whole HTML file that needs nothing else. */
export function reportPage({ rows, made }: Report): string {
  const tables = groupBy(rows, ({ table }) => table);
  const judged = rows.filter(({ target }) => target !== null);
  const missed = judged.filter(({ value, target }) => target !== null && !reaches(value, target));
  const summary =
    rows.length === 0
      ? 'Nothing was measured yet.'
      : `${rows.length} figures; of ${judged.length} with a target, ${judged.length - missed.length} reach it.`;
  const sections = [...tables].map(([table, own], index) => section(table, own, `t${index}`));
  const links = [...tables.keys()].map((table, index) =>
    element('li', {}, element('a', { href: `#t${index}` }, escapeMarkup(table))),
  );
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head><meta charset="utf-8">',
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>Whosaid: what was measured</title><style>${STYLE}\n${CHART_STYLE}</style></head>`,
    '<body>',
    `<header><h1>What was measured</h1><p>${escapeMarkup(summary)}</p>`,
    `<p class="soft">Made ${escapeMarkup(made)}. Dots are what was measured, whiskers the 95 % interval (of times: the quartiles), upright bars the target.</p>`,
    links.length > 0 ? `<nav aria-label="Tables"><ul>${links.join('')}</ul></nav>` : '',
    '</header>',
    `<main>${sections.join('\n')}</main>`,
    '<footer><p>Times are those of one machine and compare only within one run.</p></footer>',
    '</body></html>\n',
  ].join('\n');
}

function section(table: string, rows: readonly ReportRow[], id: string): string {
  const pictures = picturesOf(table, rows).map(({ title, svg }) => scrolling('picture', title, svg));
  const shown = pictures.slice(0, PICTURES_SHOWN);
  const more = pictures.slice(PICTURES_SHOWN);
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-name` },
    element('h2', { id: `${id}-name` }, escapeMarkup(table)),
    shown.length > 0 ? element('div', { class: 'pictures' }, ...shown) : '',
    more.length > 0
      ? element(
          'details',
          {},
          element('summary', {}, `${more.length} more pictures, by set and kind`),
          element('div', { class: 'pictures' }, ...more),
        )
      : '',
    element('details', {}, element('summary', {}, `All ${rows.length} figures`), figuresTable(table, rows)),
  );
}

function figuresTable(table: string, rows: readonly ReportRow[]): string {
  const { head, body } = cellsOf(rows);
  const lines = body.map((cells, index) => {
    const { value, target } = rows[index] ?? { value: 0, target: null };
    const isMissed = target !== null && !reaches(value, target);
    const last = isMissed ? cells.length - 1 : -1;
    return element(
      'tr',
      { class: isMissed ? 'missed' : 'met' },
      ...cells.map((cell, at) => element('td', {}, escapeMarkup(at === last ? `${cell} missed` : cell))),
    );
  });
  const whole = element(
    'table',
    {},
    element('caption', {}, escapeMarkup(table)),
    element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...lines),
  );
  return scrolling('table', `All figures of ${table}`, whole);
}

/** What may be wider than a small screen: it scrolls, and the keyboard reaches it. */
function scrolling(kind: string, label: string, content: string): string {
  return element('div', { class: kind, tabindex: '0', role: 'group', 'aria-label': label }, content);
}
