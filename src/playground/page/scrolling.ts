import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps what is new in view. Where an answer is too long for that, it begins at the top, with the
 * question if that stands right above it.
 */
export function useNewInView(count: number): RefObject<HTMLDivElement | null> {
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = scroll.current;
    if (!box || count === 0) return;
    const items = [...box.querySelectorAll<HTMLElement>('.message')];
    const [before, newest] = [items.at(-2), items.at(-1)];
    const first = before?.dataset.own === undefined ? newest : before;
    const top = first ? first.offsetTop - MARGIN : 0;
    const fits = box.scrollHeight - top <= box.clientHeight;
    box.scrollTop = fits ? box.scrollHeight : top;
  }, [count]);
  return scroll;
}

const MARGIN = 8;
