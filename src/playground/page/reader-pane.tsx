import { useEffect, useMemo, useState } from 'react';
import { ArticleReader } from '../../reader/page/article-reader.tsx';
import { addressOf } from '../../reader/page/reader-page.tsx';
import { focusOf, type ReaderArticle, type ReaderFocus } from '../../reader/reader-article.ts';
import type { Introduction } from '../page-state.ts';
import { fetchArticle } from './server.ts';

/** Which article the reader shows, and where in it. A new object moves it again. */
export interface ReaderTarget {
  readonly article: string;
  readonly focus: ReaderFocus | null;
}

interface ReaderPaneProps {
  readonly articles: Introduction['articles'];
  readonly target: ReaderTarget | null;
  readonly onTarget: (target: ReaderTarget) => void;
  /** Opens what adds a text of one's own. */
  readonly onOwn: () => void;
}

/** The article beside the chat. */
export function ReaderPane({ articles, target, onTarget, onOwn }: ReaderPaneProps) {
  const id = target?.article ?? articles[0]?.id ?? null;
  const article = useArticle(id);
  // A new object moves the reader, even to where it was sent before.
  const focus = useMemo(() => target?.focus && { ...target.focus }, [target]);
  return (
    <section className="reader-pane" aria-label="Article">
      <div className="reader-pane-bar">
        {articles.length > 1 ? (
          <select
            className="select"
            aria-label="Which article"
            value={id ?? ''}
            onChange={(event) => onTarget({ article: event.target.value, focus: null })}
          >
            {articles.map(({ id: each, title }) => (
              <option key={each} value={each}>
                {title}
              </option>
            ))}
          </select>
        ) : (
          <p className="quiet">Citations in the chat lead here.</p>
        )}
        <button type="button" className="button" onClick={onOwn}>
          Try your own text
        </button>
      </div>
      <div className="reader-pane-body">
        {article === 'missing' ? (
          <p className="quiet">This article is not there any more.</p>
        ) : (
          article && (
            <ArticleReader
              key={article.id}
              article={article}
              focus={focus ?? null}
              headingLevel={2}
              linkTo={(to) => addressOf(article, to)}
            />
          )
        )}
      </div>
    </section>
  );
}

/** The article of an id; null while it is fetched. */
function useArticle(id: string | null): ReaderArticle | 'missing' | null {
  const [article, setArticle] = useState<ReaderArticle | 'missing' | null>(null);
  useEffect(() => {
    if (id === null) return;
    let current = true;
    fetchArticle(id).then(
      (found) => current && setArticle(found ?? 'missing'),
      () => current && setArticle('missing'),
    );
    return () => {
      current = false;
    };
  }, [id]);
  return article;
}

/** Where an address of the reader leads, "/articles/ID?q=…#p20"; null where it leads nowhere. */
export function readAddress(address: string): ReaderTarget | null {
  const { pathname, search, hash } = new URL(address, window.location.href);
  const [, area, id] = pathname.split('/');
  if (area !== 'articles' || !id) return null;
  return { article: decodeURIComponent(id), focus: focusOf(search, hash) };
}
