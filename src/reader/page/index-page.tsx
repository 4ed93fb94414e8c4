import { READER_ROOT, readerPath } from '../../rendering/reader-link.ts';
import { counted, dateWords } from '../words.ts';
import { Frame } from './frame.tsx';

/** An article in the list. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly paragraphs: number;
  readonly quotations: number;
  /** Names of those who say most, the first ones. */
  readonly speakers: readonly string[];
}

export interface IndexPageProps {
  readonly listed: readonly Listed[];
  /** How many fit what is looked for, over all pages. */
  readonly total: number;
  readonly looked: string;
  readonly page: number;
  readonly pages: number;
}

/** All articles, page by page. It needs no script. */
export function IndexPage({ listed, total, looked, page, pages }: IndexPageProps) {
  return (
    <Frame isIndex>
      <div className="index">
        <h1>Articles</h1>
        <search>
          <form method="get" action={READER_ROOT} className="index-search">
            <label htmlFor="find" className="hidden">
              Words of a title or an outlet
            </label>
            <input
              id="find"
              name="find"
              type="search"
              placeholder="Words of a title or an outlet"
              defaultValue={looked}
            />
            <button type="submit">Find</button>
          </form>
        </search>
        <p className="index-count">
          {looked === '' ? counted(total, 'article') : `${counted(total, 'article')} with “${looked}”`}
          {pages > 1 && `, page ${page} of ${pages}`}
        </p>
        <ol className="index-list">
          {listed.map((article) => (
            <li key={article.id}>
              {article.outlet !== null && <p className="outlet">{article.outlet}</p>}
              <h2>
                <a href={readerPath(article.id)}>{article.title}</a>
              </h2>
              <p className="index-facts">
                {[
                  ...(article.published === null ? [] : [dateWords(article.published)]),
                  counted(article.paragraphs, 'paragraph'),
                  counted(article.quotations, 'quotation'),
                ].join(' · ')}
              </p>
              {article.speakers.length > 0 && (
                <p className="index-speakers">{article.speakers.join(' · ')}</p>
              )}
            </li>
          ))}
        </ol>
        {pages > 1 && (
          <nav className="pages" aria-label="Pages">
            {page > 1 && (
              <a rel="prev" href={pageAddress(looked, page - 1)}>
                ‹ Previous page
              </a>
            )}
            {page < pages && (
              <a rel="next" href={pageAddress(looked, page + 1)}>
                Next page ›
              </a>
            )}
          </nav>
        )}
      </div>
    </Frame>
  );
}

function pageAddress(looked: string, page: number): string {
  const query = new URLSearchParams({ ...(looked !== '' && { find: looked }), page: String(page) });
  return `${READER_ROOT}?${query}`;
}
