import type { Article, Span } from '../article/article.ts';
import type { QuotationKind, Speaker } from '../quotations/quotation.ts';
import type { ArticleSummary, StoredArticle } from '../retrieval/store.ts';
import type { AnswerObserver } from './observer.ts';

export type RequestKind =
  | 'who-said'
  | 'said-about'
  | 'fact'
  | 'check'
  | 'summary'
  | 'quotes'
  | 'sources'
  | 'help';

export type Outcome = 'answered' | 'not-found' | 'help';

export type Verdict = 'verbatim' | 'altered' | 'paraphrase' | 'misattributed' | 'absent';

/** One piece of evidence: exact spans of one article, and who speaks there. */
export interface Citation {
  readonly article: Article;
  readonly paragraph: number | null;
  readonly spans: readonly Span[];
  /** null: the article's own narration, or a speaker that is not known. */
  readonly speaker: Speaker | null;
  readonly kind: QuotationKind | 'narration';
  /** Probability, 0 to 1, that the attribution is right; 1 for narration. */
  readonly confidence: number;
  /** The quotation that is cited, if it is one. */
  readonly quotationId: string | null;
}

/** One step of a word-by-word comparison of a claimed quotation with the article's. */
export interface DifferenceStep {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface SpeakerCount {
  readonly speaker: Speaker;
  readonly article: Article;
  readonly counts: { readonly direct: number; readonly mixed: number; readonly indirect: number };
}

/** Milliseconds spent in each part of an answer. */
export interface Millis {
  readonly understand: number;
  readonly embed: number;
  readonly search: number;
  readonly rank: number;
  readonly compose: number;
  readonly total: number;
}

/** The answer to one turn. Rendering turns it into Slack blocks, terminal text, JSON or a page. */
export interface Answer {
  readonly question: string;
  readonly request: RequestKind;
  readonly outcome: Outcome;
  readonly verdict: Verdict | null;
  readonly claimed: { readonly speaker: string | null; readonly text: string } | null;
  readonly difference: readonly DifferenceStep[] | null;
  /** One plain sentence or two that answer; also Slack's fallback text. */
  readonly text: string;
  /** Best first. */
  readonly citations: readonly Citation[];
  /** What comes nearest when the article does not say. */
  readonly nearest: readonly Citation[];
  readonly speakers: readonly SpeakerCount[] | null;
  readonly millis: Millis;
}

/** What a thread remembers of its turns: a small value with a limit, not a transcript. */
export interface ThreadMemory {
  /** The article the thread stays with, or null for all. */
  readonly articleId: string | null;
  /** The speaker last talked about, as named in the article. */
  readonly speaker: string | null;
  /** The topic last asked about. */
  readonly topic: string | null;
  /** Ids of quotations already shown, newest last; at most 50. */
  readonly shown: readonly string[];
  /** What the last answer cited first, or came nearest to. */
  readonly last: Place | null;
  /** The last answer that showed anything. Missing in memories that were kept before it was remembered. */
  readonly answer?: {
    readonly request: RequestKind;
    /** Whether it answered; else it showed what comes nearest. */
    readonly answered: boolean;
    /** Everything it showed, in its order; at most `MOST_PLACES`. */
    readonly shown: readonly Place[];
  };
}

/** Where something stands: an article and spans of it. */
export interface Place {
  readonly articleId: string;
  readonly spans: readonly Span[];
}

/** Passages of the last answer that a thread remembers. */
export const MOST_PLACES = 20;

export const EMPTY_MEMORY: ThreadMemory = {
  articleId: null,
  speaker: null,
  topic: null,
  shown: [],
  last: null,
};

/** Answers one turn of a thread. The Slack app and the command line know no more of the program than this. */
export interface AnswerEngine {
  /** What the library holds. */
  articles(): Promise<readonly ArticleSummary[]>;
  /** An article with its quotations, or null. */
  open(articleId: string): Promise<StoredArticle | null>;
  answer(
    question: string,
    thread: {
      readonly memory: ThreadMemory;
      readonly articleId: string | null;
      readonly observer?: AnswerObserver;
    },
  ): Promise<{ readonly answer: Answer; readonly memory: ThreadMemory }>;
}
