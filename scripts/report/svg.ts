/** Text as it may stand in markup and in attributes. */
export function escapeMarkup(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;')
      // What no XML may hold.
      .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
  );
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element; attributes are escaped, numbers rounded, children are markup already. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : escapeMarkup(value)}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Words in a picture; `anchor` says which part of them stands at `x`. */
export function words(
  x: number,
  y: number,
  text: string,
  { anchor = 'start', kind = 'label' }: { anchor?: 'start' | 'middle' | 'end'; kind?: string } = {},
): string {
  return element('text', { x, y, class: kind, 'text-anchor': anchor }, escapeMarkup(text));
}

/** A line; its class says how it looks. */
export function line(x1: number, y1: number, x2: number, y2: number, kind: string): string {
  return element('line', { x1, y1, x2, y2, class: kind });
}

export interface Picture {
  readonly title: string;
  /** What a person who does not see it should know. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A whole picture that says what it shows to those who do not see it. */
export function picture({ title, description, width, height }: Picture, ...children: string[]): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      width: Math.round(width),
      height: Math.round(height),
      role: 'img',
      'aria-label': `${title}. ${description}`,
    },
    element('title', {}, escapeMarkup(title)),
    element('desc', {}, escapeMarkup(description)),
    ...children,
  );
}

/** How wide words are at 12 pixels, about: enough to leave room for them. */
export function widthOf(text: string): number {
  return Math.ceil(text.length * 6.4);
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Colours and lines of every picture, light and dark. */
export const CHART_STYLE = `
.chart{--ink:#1b2330;--soft:#566275;--grid:#dfe4ea;--a:#1d5c9f;--b:#b4540a;--c:#1c7d6b;--d:#8a3ea0;--e:#7a6a00;--miss:#b3262b;font:12px system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;max-width:100%;height:auto}
@media (prefers-color-scheme:dark){.chart{--ink:#e6eaf0;--soft:#a3afbe;--grid:#2e3743;--a:#7db3f0;--b:#f0a35e;--c:#5cc9b3;--d:#cf9ae0;--e:#d3c04a;--miss:#f58f8b}}
.chart .heading{font-weight:700;fill:var(--ink)}.chart .label{fill:var(--ink)}.chart .small{fill:var(--soft);font-size:11px}
.chart .grid{stroke:var(--grid)}.chart .axis{stroke:var(--soft)}.chart .whisker{stroke:var(--a);stroke-width:2}
.chart .target{stroke:var(--ink);stroke-width:2}.chart .dot{fill:var(--a);stroke:var(--a);stroke-width:2}
.chart .is-missed .dot{fill:var(--hole,#fff);stroke:var(--miss)}.chart .is-missed .whisker{stroke:var(--miss)}
.chart .perfect{stroke:var(--soft);stroke-dasharray:4 4}
.chart .s0{--s:var(--a)}.chart .s1{--s:var(--b)}.chart .s2{--s:var(--c)}.chart .s3{--s:var(--d)}.chart .s4{--s:var(--e)}
.chart .curve{fill:none;stroke:var(--s);stroke-width:2}.chart .point{fill:var(--s)}.chart .band{fill:var(--s);opacity:.15}.chart .bar{fill:var(--s)}.chart .name{fill:var(--s);font-weight:600}
`.trim();

/** A picture as a file of its own, with its style in it. */
export function asFile(svg: string): string {
  const at = svg.indexOf('>') + 1;
  const whole = `${svg.slice(0, at)}<style>${CHART_STYLE}</style>${svg.slice(at)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${whole}\n`;
}
