import { useEffect, useState, useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/** Whether a component takes over what the server has drawn, at its first rendering. */
function useIsTakingOver(): boolean {
  const isHere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return !isHere;
}

/**
 * A value for each of `count` parts of something long: a new value reaches them one after the other,
 * the nearest to `from()` first, so that the page can be used between two of them. null: the part has
 * had none yet. What the server has drawn has the first value everywhere; so has what is of one part.
 */
export function useInTurns<Value>(
  value: Value,
  count: number,
  from: () => number,
): readonly (Value | null)[] {
  const isDrawn = useIsTakingOver() || count < 2;
  const [held, setHeld] = useState<readonly (Value | null)[]>(() =>
    Array.from({ length: count }, () => (isDrawn ? value : null)),
  );
  const isBehind = held.some((each) => each !== value);
  useEffect(() => {
    if (!isBehind) return;
    const turn = setTimeout(() => setHeld((before) => before.with(nearest(before, value, from()), value)));
    return () => clearTimeout(turn);
  });
  return count < 2 ? [value] : held;
}

/** Index of the part nearest to a place that has another value. */
function nearest<Value>(held: readonly (Value | null)[], value: Value, from: number): number {
  const behind = held.flatMap((each, index) => (each === value ? [] : [index]));
  return behind.reduce((best, index) => (Math.abs(index - from) < Math.abs(best - from) ? index : best));
}
