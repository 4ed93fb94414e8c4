import { type RefObject, useEffect, useRef } from 'react';

/**
 * Listens on an element for what happens anywhere in it: one listener for a whole article, whose
 * thousands of stretches have none of their own. Always calls the newest handler.
 */
export function useListener<Name extends keyof HTMLElementEventMap>(
  element: RefObject<HTMLElement | null>,
  name: Name,
  handler: (event: HTMLElementEventMap[Name]) => void,
): void {
  const newest = useRef(handler);
  useEffect(() => {
    newest.current = handler;
  });
  useEffect(() => {
    const { current } = element;
    const listen = (event: HTMLElementEventMap[Name]): void => newest.current(event);
    current?.addEventListener(name, listen);
    return () => current?.removeEventListener(name, listen);
  }, [element, name]);
}
