import { useSyncExternalStore } from 'react';

/** From this width on the article stands beside the chat; page.css has the same. */
const WIDE = window.matchMedia('(min-width: 1000px)');

/** Whether there is room for two things beside each other. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      WIDE.addEventListener('change', changed);
      return () => WIDE.removeEventListener('change', changed);
    },
    () => WIDE.matches,
  );
}
