const GAP = 8;

/**
 * Puts an element of the top layer beside another: below it, above where there is no room, and never
 * over the edge of the window.
 */
export function placeBeside(floating: HTMLElement, anchor: Element): void {
  const box = firstBox(anchor);
  const { offsetWidth: width, offsetHeight: height } = floating;
  const left = Math.min(Math.max(GAP, box.left), Math.max(GAP, window.innerWidth - width - GAP));
  const below = box.bottom + GAP;
  const fits = below + height + GAP <= window.innerHeight;
  const top = fits
    ? below
    : Math.max(GAP, Math.min(box.top - GAP - height, window.innerHeight - height - GAP));
  floating.style.left = `${left}px`;
  floating.style.top = `${top}px`;
}

/** Of a phrase that goes over two lines the first line. */
function firstBox(anchor: Element): DOMRect {
  return anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
}
