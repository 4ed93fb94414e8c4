import { anchorOf, type ReaderArticle, type ReaderFocus } from '../reader-article.ts';
import { paragraphAt } from '../rows.ts';

/** Index of the quotation that a focus names; null where it names none, or one that is not here. */
export function quotationOf(article: ReaderArticle, focus: ReaderFocus | null): number | null {
  if (focus?.quotation === undefined) return null;
  const found = article.quotations.findIndex(({ id }) => id === focus.quotation);
  return found < 0 ? null : found;
}

/** Scrolls a focus into view: a quotation with what stands around it, a paragraph from its beginning. */
export function bringIntoView(body: HTMLElement | null, article: ReaderArticle, focus: ReaderFocus): void {
  const quotation = quotationOf(article, focus);
  const start = quotation === null ? undefined : article.quotations[quotation]?.spans[0]?.start;
  const paragraph =
    start === undefined
      ? article.paragraphs.find(({ n }) => n !== null && n === focus.paragraph)
      : article.paragraphs[paragraphAt(article.paragraphs, start)];
  const row = paragraph && document.getElementById(anchorOf(paragraph));
  const piece = row?.querySelector(`.said[data-quotation="${quotation}"]`);
  const target = piece ?? row;
  if (!target || !body?.contains(target)) return;
  const block = piece ? 'center' : 'start';
  target.scrollIntoView({ block });
  // What is first laid out on the way there can move it: once more when it stands.
  requestAnimationFrame(() => target.scrollIntoView({ block }));
}

/** The children of an element that can be seen, by halving: they stand one below the other. */
export function inView({ children }: Element): HTMLElement[] {
  const firstWhere = (isIt: (box: DOMRect) => boolean): number => {
    let low = 0;
    let high = children.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const box = children[middle]?.getBoundingClientRect();
      if (box && isIt(box)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const from = firstWhere(({ bottom }) => bottom > 0);
  const to = firstWhere(({ top }) => top > window.innerHeight);
  return [...children].slice(from, to).filter((each) => each instanceof HTMLElement);
}
