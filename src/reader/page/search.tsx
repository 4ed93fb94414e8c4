import { type RefObject, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { Span } from '../../article/article.ts';
import { findWords } from '../find-words.ts';
import { anchorOf, type ReaderArticle } from '../reader-article.ts';
import { paragraphAt } from '../rows.ts';

interface SearchProps {
  readonly article: ReaderArticle;
  readonly body: RefObject<HTMLElement | null>;
}

/** More than this are counted, but not all painted: nobody looks at them, and each is laid out. */
const MOST_PAINTED = 2_000;

/** Search in the text. What is found is painted by the browser; the article's elements stay as they are. */
export function Search({ article, body }: SearchProps) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const words = useDeferredValue(typed);
  const found = useMemo(() => findWords(article, words), [article, words]);
  const id = useId();

  useEffect(() => paint(body.current, article, found, at), [body, article, found, at]);
  const step = (by: number): void => {
    if (found.length === 0) return;
    const from = at < 0 && by < 0 ? 0 : at;
    const next = (from + by + found.length) % found.length;
    setAt(next);
    show(body.current, article, found[next]);
  };
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          step(typed === words ? 1 : 0);
        }}
      >
        <label htmlFor={id} className="hidden">
          Search in the article
        </label>
        <input
          id={id}
          type="search"
          placeholder="Search in the article"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(-1);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.shiftKey) {
              event.preventDefault();
              step(-1);
            }
          }}
        />
      </form>
      <span className="search-count" role="status">
        {words.trim() !== '' && (at < 0 ? `${found.length} found` : `${at + 1} of ${found.length}`)}
      </span>
      <button
        type="button"
        aria-label="Previous place"
        disabled={found.length === 0}
        onClick={() => step(-1)}
      >
        ‹
      </button>
      <button type="button" aria-label="Next place" disabled={found.length === 0} onClick={() => step(1)}>
        ›
      </button>
    </search>
  );
}

function paint(
  body: HTMLElement | null,
  article: ReaderArticle,
  found: readonly Span[],
  at: number,
): () => void {
  if (!body || !('highlights' in CSS)) return () => undefined;
  const ranges = found.slice(0, MOST_PAINTED).map((span) => rangeOf(body, article, span));
  const current = found[at] && rangeOf(body, article, found[at]);
  CSS.highlights.set('whosaid-found', new Highlight(...ranges.filter((range) => range !== null)));
  CSS.highlights.set('whosaid-found-here', new Highlight(...(current ? [current] : [])));
  return () => {
    CSS.highlights.delete('whosaid-found');
    CSS.highlights.delete('whosaid-found-here');
  };
}

function show(body: HTMLElement | null, article: ReaderArticle, span: Span | undefined): void {
  const range = span && body ? rangeOf(body, article, span) : null;
  if (!range) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  // Where the browser cannot paint, the place is selected.
  if (!('highlights' in CSS))
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** The place of a span in the page: the elements of a paragraph hold its text, letter for letter. */
function rangeOf(body: HTMLElement, article: ReaderArticle, span: Span): Range | null {
  const paragraph = article.paragraphs[paragraphAt(article.paragraphs, span.start)];
  const element = paragraph && document.getElementById(anchorOf(paragraph))?.querySelector('.words');
  if (!paragraph || !element || !body.contains(element)) return null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let from = paragraph.start;
  let isOpen = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = from + (node.nodeValue?.length ?? 0);
    if (!isOpen && span.start < end) {
      range.setStart(node, span.start - from);
      isOpen = true;
    }
    if (isOpen && span.end <= end) {
      range.setEnd(node, span.end - from);
      return range;
    }
    from = end;
  }
  return null;
}
