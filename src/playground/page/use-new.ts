import { useEffect, useRef } from 'react';
import type { PageState } from '../page-state.ts';
import { firstCitation } from './first-citation.ts';

/** Opens the thread of the next question that is asked here, where its answer will stand. */
export function useNewQuestion(state: PageState, open: (ts: string) => void): () => void {
  const expecting = useRef<string | null>(null);
  useEffect(() => {
    const own = state.messages.filter((each) => each.user === state.you.id && each.thread === null).at(-1);
    if (expecting.current === null || !own || own.ts <= expecting.current) return;
    expecting.current = null;
    open(own.ts);
  }, [state, open]);
  return () => {
    expecting.current = state.messages.at(-1)?.ts ?? '0';
  };
}

/** Calls back with the first citation of each new answer in a channel. */
export function useNewCitation(state: PageState, channel: string, follow: (address: string) => void): void {
  const newest = state.messages.findLast(({ user }) => user === state.bot.id);
  const known = useRef(newest?.ts);
  useEffect(() => {
    if (!newest || newest.ts === known.current) return;
    known.current = newest.ts;
    const address = newest.channel === channel ? firstCitation(newest.blocks) : null;
    if (address !== null) follow(address);
  });
}

/** Calls back with the id of an article that was added. */
export function useNewArticle({ introduction }: PageState, show: (id: string) => void): void {
  const known = useRef(introduction.articles);
  useEffect(() => {
    const before = new Set(known.current.map(({ id }) => id));
    known.current = introduction.articles;
    const added = introduction.articles.find(({ id }) => !before.has(id));
    if (added) show(added.id);
  });
}
