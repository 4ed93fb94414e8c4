import type { ReactNode } from 'react';
import type { ButtonAt } from '../block-actions.ts';
import type { PageState } from '../page-state.ts';
import { Blocks } from './blocks.tsx';

export type Tab = 'home' | 'messages';

interface HomeProps {
  readonly state: PageState;
  readonly tabs: ReactNode;
  readonly onPress: (button: ButtonAt) => void;
}

/** The app's Home tab. */
export function Home({ state, tabs, onPress }: HomeProps) {
  return (
    <section className="conversation" aria-label="Home of Whosaid">
      <header className="place-head">
        <h2>{state.bot.realName}</h2>
        {tabs}
      </header>
      <div className="scroll home">
        {state.home ? (
          <Blocks blocks={state.home} onPress={onPress} />
        ) : (
          <p className="quiet">One moment …</p>
        )}
      </div>
    </section>
  );
}

interface TabsProps {
  readonly current: Tab;
  readonly onChoose: (tab: Tab) => void;
}

/** The tabs of the app's own place. */
export function Tabs({ current, onChoose }: TabsProps) {
  return (
    <div className="tabs">
      {(['home', 'messages'] as const).map((tab) => (
        <button
          key={tab}
          type="button"
          className="tab"
          aria-current={tab === current ? 'page' : undefined}
          onClick={() => onChoose(tab)}
        >
          {tab === 'home' ? 'Home' : 'Messages'}
        </button>
      ))}
    </div>
  );
}
