import type { ReaderArticle } from '../reader-article.ts';
import type { Row } from '../rows.ts';
import { ArticleRow } from './article-row.tsx';
import type { Filter } from './kinds.tsx';

/** A long article is laid out stretch by stretch, as it comes into view; a stretch has so many paragraphs. */
const STRETCH = 40;

interface ArticleTextProps {
  readonly article: ReaderArticle;
  readonly rows: readonly Row[];
  readonly filter: Filter;
  /** Index of the quotation that is marked. */
  readonly chosen: number | null;
  /** Number of the paragraph that is marked. */
  readonly pinned: number | null;
}

/** The article itself, paragraph by paragraph. */
export function ArticleText({ article, rows, filter, chosen, pinned }: ArticleTextProps) {
  const stretches = Array.from({ length: Math.ceil(rows.length / STRETCH) }, (_, index) =>
    rows.slice(index * STRETCH, (index + 1) * STRETCH),
  );
  return stretches.map((stretch) => (
    <div key={stretch[0]?.index} className={stretches.length > 1 ? 'stretch is-lazy' : 'stretch'}>
      {stretch.map((row) => (
        <ArticleRow
          key={row.index}
          article={article}
          row={row}
          filter={filter}
          chosen={chosen !== null && isIn(row, chosen) ? chosen : null}
          isPinned={pinned !== null && row.paragraph.n === pinned}
        />
      ))}
    </div>
  ));
}

function isIn({ begins, goesOn }: Row, quotation: number): boolean {
  return begins.includes(quotation) || goesOn.includes(quotation);
}
