import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';

export interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly danger?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  /** Says what the menu is for; also its title. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  /** What stands on the button. */
  readonly children: ReactNode;
}

/** A button with a menu. Arrow keys move in it, Escape closes it, and the focus comes back. */
export function Menu({ label, items, className, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(open && { 'aria-controls': id })}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && button.current && (
        <List id={id} label={label} items={items} anchor={button.current} onClose={close} />
      )}
    </>
  );
}

interface ListProps {
  readonly id: string;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

const GAP = 4;
const MARGIN = 8;

function List({ id, label, items, anchor, onClose }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const { left, right, top, bottom } = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = box;
    const below = bottom + GAP + height < window.innerHeight;
    const x = left + width + MARGIN < window.innerWidth ? left : right - width;
    box.style.left = `${Math.max(MARGIN, x)}px`;
    box.style.top = `${below ? bottom + GAP : Math.max(MARGIN, top - GAP - height)}px`;
    box.querySelector('button')?.focus();
  }, [anchor]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = nextIn(event.key, at, buttons.length);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (to !== null) {
      event.preventDefault();
      buttons[to]?.focus();
    }
  };
  return createPortal(
    // The menu floats above everything, outside of what scrolls; a dialog would cover it if it lay below.
    <div className="menu-layer">
      <button
        type="button"
        className="menu-backdrop"
        tabIndex={-1}
        aria-label="Close the menu"
        onClick={onClose}
      />
      <div ref={list} id={id} role="menu" aria-label={label} className="menu" onKeyDown={onKeyDown}>
        {items.map(({ key, label: words, danger, onChoose }) => (
          <button
            key={key}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={danger ? 'menu-item is-danger' : 'menu-item'}
            onClick={() => {
              onClose();
              onChoose();
            }}
          >
            {words}
          </button>
        ))}
      </div>
    </div>,
    anchor.closest('dialog') ?? anchor.closest('main') ?? document.body,
  );
}

/** Where a key leads in a list of so many; null: nowhere. */
export function nextIn(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
