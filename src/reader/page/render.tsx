import { renderToString } from 'react-dom/server';
import type { ReaderArticle, ReaderFocus } from '../reader-article.ts';
import { Frame } from './frame.tsx';
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

/** The HTML of a page that says one thing. */
export function renderNotice(text: string): string {
  return renderToString(
    <Frame isIndex={false}>
      <div className="index">
        <h1>Not found</h1>
        <p>{text}</p>
      </div>
    </Frame>,
  );
}
