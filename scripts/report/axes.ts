import { type Scale, shortNumber } from './scales.ts';
import { line, words } from './svg.ts';

/** Upright lines at the ticks, with their values below. */
export function verticalGrid(scale: Scale, top: number, bottom: number): string {
  return scale.ticks
    .map((tick) => {
      const x = scale.place(tick);
      return (
        line(x, top, x, bottom, 'grid') +
        words(x, bottom + 16, shortNumber(tick), { anchor: 'middle', kind: 'small' })
      );
    })
    .join('');
}

/** Level lines at the ticks, with their values on the left. */
export function horizontalGrid(scale: Scale, left: number, right: number): string {
  return scale.ticks
    .map((tick) => {
      const y = scale.place(tick);
      return (
        line(left, y, right, y, 'grid') +
        words(left - 8, y + 4, shortNumber(tick), { anchor: 'end', kind: 'small' })
      );
    })
    .join('');
}

/** Places moved apart so that the words at them do not lie on each other, in the order given. */
export function spread(places: readonly number[], apart: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let last = Number.NEGATIVE_INFINITY;
  const moved: number[] = [];
  for (const { place, index } of order) {
    last = Math.max(place, last + apart);
    moved[index] = last;
  }
  return moved;
}
