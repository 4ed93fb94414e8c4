import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Opens a dialog as long as it is on the page, with the focus in its first field. It is closed before
 * it leaves: only an open one knows where the focus was, and gives it back.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const { current } = dialog;
    if (current && !current.open) current.showModal();
    current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    return () => current?.close();
  }, []);
  return dialog;
}
