import { StrictMode, startTransition, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { focusOf, type ReaderArticle, type ReaderFocus } from '../reader-article.ts';
import { IndexPage, type IndexPageProps } from './index-page.tsx';
import { addressOf, ReaderPage } from './reader-page.tsx';

/** What the server put into the page beside what is seen. */
export type PageData =
  | { readonly kind: 'article'; readonly article: ReaderArticle; readonly focus: ReaderFocus | null }
  | { readonly kind: 'index'; readonly index: IndexPageProps };

function Page({ data }: { readonly data: PageData }) {
  return data.kind === 'index' ? <IndexPage {...data.index} /> : <Article {...data} />;
}

/** The address follows the reader, and the reader the address. */
function Article({ article, focus: first }: Extract<PageData, { kind: 'article' }>) {
  const [focus, setFocus] = useState(first);
  useEffect(() => {
    const follow = (): void => setFocus(focusOf('', location.hash));
    if (first === null) follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [first]);
  return (
    <ReaderPage
      article={article}
      focus={focus}
      onFocus={(to) => history.replaceState(null, '', addressOf(article, to))}
    />
  );
}

const root = document.getElementById('page');
const data = document.getElementById('data')?.textContent;
if (root && data) {
  const page = JSON.parse(data) as PageData;
  // In a transition it is done in slices: a long article can be scrolled meanwhile.
  startTransition(() => {
    hydrateRoot(
      root,
      <StrictMode>
        <Page data={page} />
      </StrictMode>,
    );
  });
}
