/** From values to places, and the values that are written beside the axis. */
export interface Scale {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

/** A scale on which equal steps are equally long. Ticks are round numbers; a span of nothing is widened. */
export function linearScale(values: readonly number[], from: number, to: number, least = 5): Scale {
  const [low, high] = rangeOf(values);
  const step = roundStep((high - low || Math.abs(high) || 1) / least);
  const first = Math.floor(low / step + 1e-9) * step;
  const last = Math.max(Math.ceil(high / step - 1e-9) * step, first + step);
  const count = Math.round((last - first) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => clean(first + index * step));
  return { ticks, place: (value) => from + ((value - first) / (last - first)) * (to - from) };
}

/** A scale on which equal ratios are equally long, with a tick at each power of ten. Values must be over 0. */
export function logScale(values: readonly number[], from: number, to: number): Scale {
  const [low, high] = rangeOf(values.filter((value) => value > 0).map(Math.log10));
  const first = Math.floor(low + 1e-9);
  const last = Math.max(Math.ceil(high - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
  const place = (value: number): number =>
    from + ((Math.log10(Math.max(value, 10 ** first)) - first) / (last - first)) * (to - from);
  return { ticks, place };
}

/** A number in few characters: "0.95", "1,200", "1.2M". */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return `${trim(value / 1e6, 1)}M`;
  if (size >= 1e4) return `${trim(value / 1e3, 0)}k`;
  if (size >= 1e3) return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
  if (size >= 100) return trim(value, 0);
  if (size >= 10) return trim(value, 1);
  return trim(value, size < 1 ? 3 : 2);
}

function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

function rangeOf(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  return finite.length === 0 ? [0, 1] : [Math.min(...finite), Math.max(...finite)];
}

/** 1, 2 or 5 times a power of ten, at least as large as what is given. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Without what adding fractions leaves behind (0.30000000000000004). */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
