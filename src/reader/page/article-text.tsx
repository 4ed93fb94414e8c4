import { memo, type RefObject, Suspense, useMemo } from 'react';
import type { ReaderArticle } from '../reader-article.ts';
import type { Row } from '../rows.ts';
import { ArticleRow } from './article-row.tsx';
import type { Filter } from './kinds.tsx';
import { inView } from './places.ts';
import { useInTurns } from './use-in-turns.ts';

/** A long article is drawn and laid out stretch by stretch; a stretch has so many paragraphs. */
const STRETCH = 40;

interface ArticleTextProps {
  readonly article: ReaderArticle;
  readonly rows: readonly Row[];
  /** What it stands in. */
  readonly body: RefObject<HTMLElement | null>;
  readonly filter: Filter;
  /** Index of the quotation that is marked. */
  readonly chosen: number | null;
  /** Number of the paragraph that is marked. */
  readonly pinned: number | null;
}

/** The article itself, paragraph by paragraph. What is marked is drawn at once, the rest in turn. */
export function ArticleText({ article, rows, body, filter, chosen, pinned }: ArticleTextProps) {
  const stretches = useMemo(
    () =>
      Array.from({ length: Math.ceil(rows.length / STRETCH) }, (_, index) =>
        rows.slice(index * STRETCH, (index + 1) * STRETCH),
      ),
    [rows],
  );
  const filters = useInTurns(filter, stretches.length, () => stretchInView(body.current));
  return stretches.map((stretch, index) => {
    const marked = chosen !== null && stretch.some((row) => isIn(row, chosen)) ? chosen : null;
    const here = pinned !== null && stretch.some((row) => row.paragraph.n === pinned) ? pinned : null;
    const isMarked = marked !== null || here !== null;
    return (
      <div key={stretch[0]?.index} className={stretches.length > 1 ? 'stretch is-lazy' : 'stretch'}>
        <Stretch
          article={article}
          rows={stretch}
          filter={filters[index] ?? (isMarked || index === 0 ? filter : null)}
          chosen={marked}
          pinned={here}
        />
      </div>
    );
  });
}

interface StretchProps extends Omit<ArticleTextProps, 'body' | 'filter'> {
  /** null: it is not its turn yet. */
  readonly filter: Filter | null;
}

/** Taken over by the script on its own, when there is time. */
const Stretch = memo(function Stretch({ article, rows, filter, chosen, pinned }: StretchProps) {
  if (filter === null) return null;
  return (
    <Suspense>
      {rows.map((row) => (
        <ArticleRow
          key={row.index}
          article={article}
          row={row}
          filter={filter}
          chosen={chosen !== null && isIn(row, chosen) ? chosen : null}
          isPinned={pinned !== null && row.paragraph.n === pinned}
        />
      ))}
    </Suspense>
  );
});

function isIn({ begins, goesOn }: Row, quotation: number): boolean {
  return begins.includes(quotation) || goesOn.includes(quotation);
}

/** Index of the first stretch that can be seen. */
function stretchInView(body: HTMLElement | null): number {
  const [first] = body ? inView(body) : [];
  return first && body ? [...body.children].indexOf(first) : 0;
}
