import { horizontalGrid, spread, verticalGrid } from './axes.ts';
import { linearScale, logScale, type Scale, shortNumber } from './scales.ts';
import { element, escapeMarkup, line, picture, widthOf, words } from './svg.ts';

const WIDTH = 720;
const LINE = 24;
const TOP = 44;
const BOTTOM = 40;
/** Series have so many colours; the names beside the curves tell them apart in any case. */
const COLOURS = 5;

/** A figure with its interval. */
export interface Dot {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Number of cases; null where it is no share of cases. */
  readonly n: number | null;
  /** What it should reach at least; null: nothing was asked. */
  readonly target: number | null;
}

export interface DotPlot {
  readonly title: string;
  readonly dots: readonly Dot[];
}

/** Dots with whiskers, one a line, on a scale of shares from 0 to 1; a bar marks what should be reached. */
export function dotPlot({ title, dots }: DotPlot): string {
  if (dots.length === 0) return nothing(title);
  const left = Math.min(300, 20 + Math.max(...dots.map(({ label }) => widthOf(label))));
  const right = WIDTH - 24 - Math.max(...dots.map((dot) => widthOf(figure(dot))));
  const lowest = Math.min(
    ...dots.flatMap(({ value, low, target }) => [value, low ?? value, target ?? value]),
  );
  const scale = linearScale([Math.min(Math.floor(lowest * 10) / 10, 0.9), 1], left, right);
  const bottom = TOP + dots.length * LINE;
  const rows = dots.map((dot, index) => {
    const y = TOP + (index + 0.5) * LINE;
    const isMissed = dot.target !== null && dot.value < dot.target;
    return element(
      'g',
      { class: isMissed ? 'is-missed' : 'is-met' },
      words(left - 12, y + 4, dot.label, { anchor: 'end' }),
      dot.low === null || dot.high === null
        ? ''
        : line(scale.place(dot.low), y, scale.place(dot.high), y, 'whisker'),
      dot.target === null
        ? ''
        : line(scale.place(dot.target), y - 8, scale.place(dot.target), y + 8, 'target'),
      element('circle', { class: 'dot', cx: scale.place(dot.value), cy: y, r: 4.5 }),
      words(right + 12, y + 4, figure(dot), { kind: isMissed ? 'label' : 'small' }),
    );
  });
  const description = dots.map((dot) => `${dot.label}: ${figure(dot)}`).join('; ');
  return picture(
    { title, description, width: WIDTH, height: bottom + BOTTOM },
    words(0, 18, title, { kind: 'heading' }),
    verticalGrid(scale, TOP, bottom),
    ...rows,
    words(left, bottom + 32, '● reached or not asked   ○ missed   | target; whiskers: 95 % interval', {
      kind: 'small',
    }),
  );
}

function figure({ value, n, target }: Dot): string {
  const missed = target !== null && value < target ? ` < ${shortNumber(target)}` : '';
  return `${value.toFixed(3)}${missed}${n === null ? '' : ` n=${n}`}`;
}

/** One place on a curve. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Series {
  readonly name: string;
  readonly points: readonly Point[];
}

export interface LinePlot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
  readonly isYLog?: boolean;
}

const PLOT_HEIGHT = 300;

/** Curves over sizes that grow by factors: the x axis is logarithmic. Bands show low to high. */
export function linePlot({ title, x, y, series, isYLog = false }: LinePlot): string {
  const drawn = series
    .map((each) => ({
      ...each,
      points: each.points.filter((point) => point.x > 0).toSorted((a, b) => a.x - b.x),
    }))
    .filter(({ points }) => points.length > 0);
  if (drawn.length === 0) return nothing(title);
  const left = 64;
  const right = WIDTH - Math.min(280, 24 + Math.max(...drawn.map(({ name }) => 1.15 * widthOf(name))));
  const bottom = TOP + PLOT_HEIGHT;
  const points = drawn.flatMap((each) => each.points);
  const heights = points.flatMap((point) => [point.y, point.low ?? point.y, point.high ?? point.y]);
  const across = logScale(
    points.map((point) => point.x),
    left,
    right,
  );
  const up = isYLog ? logScale(heights, bottom, TOP) : linearScale([0, ...heights], bottom, TOP);
  const names = spread(
    drawn.map(({ points: own }) => up.place(own.at(-1)?.y ?? 0)),
    15,
  );
  const curves = drawn.map(({ name, points: own }, index) => {
    const place = (point: Point): string =>
      `${across.place(point.x).toFixed(1)},${up.place(point.y).toFixed(1)}`;
    return element(
      'g',
      { class: `s${index % COLOURS}` },
      band(own, across, up),
      element('polyline', { class: 'curve', points: own.map(place).join(' ') }),
      ...own.map((point) =>
        element('circle', { class: 'point', cx: across.place(point.x), cy: up.place(point.y), r: 3.5 }),
      ),
      words(right + 10, (names[index] ?? 0) + 4, name, { kind: 'name' }),
    );
  });
  const description = drawn
    .map(
      ({ name, points: own }) =>
        `${name}: ${own.map((at) => `${shortNumber(at.y)} at ${shortNumber(at.x)}`).join(', ')}`,
    )
    .join('; ');
  return picture(
    { title, description, width: WIDTH, height: bottom + BOTTOM },
    words(0, 18, title, { kind: 'heading' }),
    verticalGrid(across, TOP, bottom),
    horizontalGrid(up, left, right),
    ...curves,
    words((left + right) / 2, bottom + 34, x, { anchor: 'middle', kind: 'small' }),
    words(0, TOP - 10, y, { kind: 'small' }),
  );
}

function band(points: readonly Point[], across: Scale, up: Scale): string {
  const whole = points.filter(({ low, high }) => low !== null && high !== null);
  if (whole.length < 2) return '';
  const at = (x: number, y: number): string => `${across.place(x).toFixed(1)},${up.place(y).toFixed(1)}`;
  const upper = whole.map(({ x, high }) => at(x, high ?? 0));
  const lower = whole.toReversed().map(({ x, low }) => at(x, low ?? 0));
  return element('polygon', { class: 'band', points: [...upper, ...lower].join(' ') });
}

export interface StackedBars {
  readonly title: string;
  readonly unit: string;
  readonly parts: readonly string[];
  /** A value for each part. */
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
}

/** Bars whose parts add up, with their legend. */
export function stackedBars({ title, unit, parts, bars }: StackedBars): string {
  if (bars.length === 0 || parts.length === 0) return nothing(title);
  const left = Math.min(260, 20 + Math.max(...bars.map(({ label }) => widthOf(label))));
  const right = WIDTH - 90;
  const sums = bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const scale = linearScale([0, ...sums], left, right);
  const bottom = TOP + bars.length * (LINE + 6);
  const rows = bars.map(({ label, values }, index) => {
    const y = TOP + index * (LINE + 6);
    let sum = 0;
    const pieces = values.map((value, part) => {
      const x = scale.place(sum);
      sum += value;
      const width = Math.max(0, scale.place(sum) - x);
      const tip = element('title', {}, escapeMarkup(`${parts[part]}: ${shortNumber(value)} ${unit}`));
      return element(
        'g',
        { class: `s${part % COLOURS}` },
        element('rect', { class: 'bar', x, y: y + 4, width, height: LINE - 4 }, tip),
      );
    });
    return [
      words(left - 12, y + 18, label, { anchor: 'end' }),
      ...pieces,
      words(scale.place(sum) + 8, y + 18, `${shortNumber(sum)} ${unit}`, { kind: 'small' }),
    ].join('');
  });
  let at = left;
  const legend = parts.map((part, index) => {
    const x = at;
    at += widthOf(part) + 34;
    return element(
      'g',
      { class: `s${index % COLOURS}` },
      element('rect', { class: 'bar', x, y: bottom + 24, width: 10, height: 10 }),
      words(x + 15, bottom + 33, part, { kind: 'small' }),
    );
  });
  const description = bars
    .map(
      ({ label, values }) =>
        `${label}: ${values.map((value, index) => `${parts[index]} ${shortNumber(value)}`).join(', ')} ${unit}`,
    )
    .join('; ');
  return picture(
    { title, description, width: WIDTH, height: bottom + BOTTOM + 8 },
    words(0, 18, title, { kind: 'heading' }),
    verticalGrid(scale, TOP, bottom),
    ...rows,
    ...legend,
  );
}

/** A bin of answers that were given with about the same confidence. */
export interface Bin {
  /** Mean confidence. */
  readonly expected: number;
  /** Share that was right. */
  readonly right: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
}

const SQUARE = 300;

/** How often what was said with some confidence is right; on the broken line the two are the same. */
export function reliabilityPlot({
  title,
  bins,
}: {
  readonly title: string;
  readonly bins: readonly Bin[];
}): string {
  if (bins.length === 0) return nothing(title);
  const left = 56;
  const across = linearScale([0, 1], left, left + SQUARE);
  const up = linearScale([0, 1], TOP + SQUARE, TOP);
  const bottom = TOP + SQUARE;
  const dots = bins.map(({ expected, right, low, high, n }) =>
    element(
      'g',
      {},
      low === null || high === null
        ? ''
        : line(across.place(expected), up.place(low), across.place(expected), up.place(high), 'whisker'),
      element('circle', { class: 'dot', cx: across.place(expected), cy: up.place(right), r: 4.5 }),
      n === null ? '' : words(across.place(expected) + 8, up.place(right) + 14, `n=${n}`, { kind: 'small' }),
    ),
  );
  const description = bins
    .map(
      ({ expected, right, n }) =>
        `confidence ${expected.toFixed(2)}: right ${right.toFixed(2)}${n === null ? '' : ` of ${n}`}`,
    )
    .join('; ');
  return picture(
    { title, description, width: left + SQUARE + 60, height: bottom + BOTTOM },
    words(0, 18, title, { kind: 'heading' }),
    verticalGrid(across, TOP, bottom),
    horizontalGrid(up, left, left + SQUARE),
    line(across.place(0), up.place(0), across.place(1), up.place(1), 'perfect'),
    ...dots,
    words(left + SQUARE / 2, bottom + 34, 'confidence', { anchor: 'middle', kind: 'small' }),
    words(0, TOP - 10, 'share that is right', { kind: 'small' }),
  );
}

function nothing(title: string): string {
  return picture(
    { title, description: 'Nothing was measured.', width: WIDTH, height: 60 },
    words(0, 18, title, { kind: 'heading' }),
    words(0, 42, 'Nothing was measured.', { kind: 'small' }),
  );
}
