import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps what is new in view. Where the answer is too long for that, the question above it stands at
 * the top, so that one reads from there.
 */
export function useNewInView(count: number): RefObject<HTMLDivElement | null> {
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = scroll.current;
    if (!box || count === 0) return;
    const items = [...box.querySelectorAll<HTMLElement>('.message')];
    const question = items.findLast((item) => item.dataset.own !== undefined) ?? items.at(-1);
    const top = question ? question.offsetTop - MARGIN : 0;
    const fits = box.scrollHeight - top <= box.clientHeight;
    box.scrollTop = fits ? box.scrollHeight : top;
  }, [count]);
  return scroll;
}

const MARGIN = 8;
