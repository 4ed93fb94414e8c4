import type { ReactNode } from 'react';
import { READER_ROOT } from '../../rendering/reader-link.ts';
import { ThemeSwitch } from './theme-switch.tsx';

/** The element that holds the switch: on a page without an article nothing else needs the script. */
export const THEME_ROOT = 'theme';

/** What stands above and below every page of the served reader. */
export function Frame({ isIndex, children }: { readonly isIndex: boolean; readonly children: ReactNode }) {
  return (
    <>
      <a className="skip" href="#content">
        Skip to the text
      </a>
      <header className="masthead">
        <p className="masthead-name">
          {isIndex ? (
            <>
              Whosaid <span>the reader</span>
            </>
          ) : (
            <a href={READER_ROOT}>
              Whosaid <span>all articles</span>
            </a>
          )}
        </p>
        <div id={THEME_ROOT}>
          <ThemeSwitch />
        </div>
      </header>
      <main id="content">{children}</main>
      <footer className="colophon">
        <p>
          Every quoted word is a slice of the article. Who speaks is found by rules, on this machine, and can
          be wrong: each quotation says how sure it is.
        </p>
      </footer>
    </>
  );
}
