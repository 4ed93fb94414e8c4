import type { Embedder } from '../retrieval/embedder.ts';
import type { Store, StoredArticle } from '../retrieval/store.ts';
import type { Answer, ThreadMemory } from './answer.ts';
import type { AnswerObserver } from './observer.ts';
import type { Person } from './people.ts';
import type { Query } from './query.ts';
import type { Stopwatch } from './stopwatch.ts';
import type { Understanding } from './understanding.ts';

/** Everything that a request handler may look at. */
export interface Turn {
  readonly understanding: Understanding;
  readonly memory: ThreadMemory;
  /** The article that the thread or the question stays with, or null for all. */
  readonly scope: string | null;
  /** The articles in question: all of a small library, the likely ones of a large one. */
  readonly articles: readonly StoredArticle[];
  /** Everybody quoted in them. */
  readonly people: readonly Person[];
  readonly store: Store;
  readonly embedder: Embedder;
  readonly watch: Stopwatch;
  readonly observer: AnswerObserver | null;
  /** Embeds what is asked for, near what answers it; each text once a turn. */
  readonly query: (text: string) => Promise<Query>;
  /** Embeds what would be told in these words or in others, a claim or a description; each text once a turn. */
  readonly statement: (text: string) => Promise<Query>;
}

/** What a handler finds; the engine adds the question and the times. */
export type Reply = Pick<
  Answer,
  'request' | 'outcome' | 'verdict' | 'claimed' | 'difference' | 'text' | 'citations' | 'nearest' | 'speakers'
> & {
  /** What the thread should remember beyond what is cited. */
  readonly topic?: string | null;
  readonly speaker?: string | null;
};

const EMPTY: Omit<Reply, 'request' | 'outcome' | 'text'> = {
  verdict: null,
  claimed: null,
  difference: null,
  citations: [],
  nearest: [],
  speakers: null,
};

/** A reply with what is given and nothing else. */
export function reply(found: Pick<Reply, 'request' | 'outcome' | 'text'> & Partial<Reply>): Reply {
  return { ...EMPTY, ...found };
}
