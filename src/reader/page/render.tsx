import { renderToString } from 'react-dom/server';
import type { ReaderArticle, ReaderFocus } from '../reader-article.ts';
import { IndexPage, type IndexPageProps } from './index-page.tsx';
import { ReaderPage } from './reader-page.tsx';

/** The HTML of an article's page, inside its root element. Bundled with React by build-page.ts. */
export function renderArticle(article: ReaderArticle, focus: ReaderFocus | null): string {
  return renderToString(<ReaderPage article={article} focus={focus} />);
}

/** The HTML of the list of articles, inside its root element. */
export function renderIndex(index: IndexPageProps): string {
  return renderToString(<IndexPage {...index} />);
}
