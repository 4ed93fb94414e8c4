import { StrictMode, startTransition, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { focusOf, type ReaderArticle, type ReaderFocus } from '../reader-article.ts';
import { THEME_ROOT } from './frame.tsx';
import { addressOf, ReaderPage } from './reader-page.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** What the server puts into the page beside what is seen. */
export interface PageData {
  readonly article: ReaderArticle;
  readonly focus: ReaderFocus | null;
}

/** The address follows the reader, and the reader the address. */
function ArticlePage({ article, focus: first }: PageData) {
  const [focus, setFocus] = useState(first);
  useEffect(() => {
    const follow = (): void => setFocus(focusOf('', location.hash));
    if (first === null) setFocus(focusOf(location.search, location.hash));
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
const theme = document.getElementById(THEME_ROOT);
const data = document.getElementById('data')?.textContent;
// In a transition it is done in slices: a long article can be scrolled meanwhile.
startTransition(() => {
  if (root && data) {
    const { article, focus } = JSON.parse(data) as PageData;
    hydrateRoot(
      root,
      <StrictMode>
        <ArticlePage article={article} focus={focus} />
      </StrictMode>,
    );
  } else if (theme) hydrateRoot(theme, <ThemeSwitch />);
});
