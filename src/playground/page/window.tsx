import { useEffect, useRef } from 'react';
import type { PageState, PageWindow } from '../page-state.ts';
import { Blocks } from './blocks.tsx';

interface AppWindowProps {
  readonly shown: PageWindow;
  readonly state: PageState;
  readonly onPress: (action: string) => void;
  readonly onClose: () => void;
}

/** A window that the app opened. Escape closes it, and the focus stays inside. */
export function AppWindow({ shown, state, onPress, onClose }: AppWindowProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    if (current && !current.open) current.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="window"
      aria-labelledby="window-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id="window-title">{shown.title}</h2>
        <button type="button" className="plain" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </header>
      <div className="window-body">
        <Blocks blocks={shown.blocks} people={state.people} onPress={onPress} />
      </div>
      <footer>
        <button type="button" className="secondary" onClick={onClose}>
          {shown.close}
        </button>
      </footer>
    </dialog>
  );
}
