import type { Embedder, TextEmbedding } from '../retrieval/embedder.ts';
import type { Hit, Store, StoredArticle } from '../retrieval/store.ts';
import type { Answer, AnswerEngine, ThreadMemory } from './answer.ts';
import { assertVerbatim } from './assert-verbatim.ts';
import { lookAhead } from './look-ahead.ts';
import { namedArticle } from './named-article.ts';
import { quotedPeople } from './people.ts';
import { nearestOfAll } from './places.ts';
import { contentWords, type Query, queryOf } from './query.ts';
import { answerCheck } from './requests/check.ts';
import { answerFact } from './requests/fact.ts';
import { answerSaidAbout } from './requests/said-about.ts';
import { answerThreadStep } from './requests/thread-step.ts';
import { answerWhoSaid } from './requests/who-said.ts';
import {
  answerHelp,
  answerQuotes,
  answerSources,
  answerSummary,
  askForMore,
} from './requests/whole-article.ts';
import { searchedOnce } from './searched-once.ts';
import { Stopwatch } from './stopwatch.ts';
import { inThread, remember } from './thread-memory.ts';
import type { Reply, Turn } from './turn.ts';
import { understand } from './understand.ts';
import type { Understanding } from './understanding.ts';

/** A library of at most this many articles is looked at whole; of a larger one, what the question points at. */
const SMALL_LIBRARY = 8;
/** Hits that decide which articles of a large library a question points at. */
const POINTING_HITS = 12;

/** The engine over a store. It holds no state of its own: threads are the caller's. */
export function createEngine({ store, embedder }: { store: Store; embedder: Embedder }): AnswerEngine {
  return {
    articles: () => store.summaries(),
    open: (articleId) => store.open(articleId),
    answer: async (typed, { memory, articleId, observer = null }) => {
      // Half a character cannot be told again, nor stored.
      const question = typed.toWellFormed();
      const watch = new Stopwatch();
      const named = articleId === null ? namedArticle(question, await store.summaries()) : null;
      const thread = named ? { ...memory, articleId: named.articleId } : memory;
      const asked = named?.rest || question;
      const understanding = await watch.time('understand', () => inThread(understand(asked), thread));
      observer?.understood(understanding);
      const place = await makePlace(searchedOnce(store), embedder, watch, understanding, thread, articleId);
      const turn: Turn = { ...place, observer };
      const { topic = null, speaker = null, ...found } = await dispatch(turn);
      const answer: Answer = { question, ...found, millis: watch.read() };
      assertVerbatim(answer);
      return { answer, memory: remember(thread, answer, { topic, speaker }) };
    },
  };
}

async function makePlace(
  store: Store,
  embedder: Embedder,
  watch: Stopwatch,
  understanding: Understanding,
  memory: ThreadMemory,
  articleId: string | null,
): Promise<Omit<Turn, 'observer'>> {
  const scope = articleId ?? memory.articleId;
  const query = onceEach((text) =>
    watch.time('embed', () => makeQuery(text, embedder.dimension, embedder.embedQuestions)),
  );
  const statement = onceEach((text) =>
    watch.time('embed', () => makeQuery(text, embedder.dimension, embedder.embedTokens)),
  );
  const articles = await articlesInPlay(store, scope, understanding, memory, query, watch);
  return {
    understanding,
    memory,
    scope,
    articles,
    people: quotedPeople(articles),
    store,
    embedder,
    watch,
    query,
    statement,
  };
}

/** The same query for the same text. */
function onceEach(make: (text: string) => Promise<Query>): (text: string) => Promise<Query> {
  const known = new Map<string, Promise<Query>>();
  return (text) => {
    const query = known.get(text) ?? make(text);
    known.set(text, query);
    return query;
  };
}

type Embed = (texts: readonly string[]) => Promise<TextEmbedding[]>;

async function makeQuery(text: string, dimension: number, embed: Embed): Promise<Query> {
  const embedded = embed([text]);
  const finish = queryOf(text, dimension);
  const [embedding] = await embedded;
  if (!embedding) throw new Error('the embedder gave no vector for the question');
  return finish(embedding);
}

/** The scope's article, all of a small library, or those that the question's words and meaning lead to. */
async function articlesInPlay(
  store: Store,
  scope: string | null,
  understanding: Understanding,
  memory: ThreadMemory,
  query: (text: string) => Promise<Query>,
  watch: Stopwatch,
): Promise<StoredArticle[]> {
  const { speaker, content, quoted, followUp } = understanding;
  const ids = new Set<string>();
  if (scope !== null) ids.add(scope);
  else {
    const summaries = await store.summaries();
    if (summaries.length <= SMALL_LIBRARY) for (const { id } of summaries) ids.add(id);
    else {
      if (followUp !== null && memory.last) ids.add(memory.last.articleId);
      const text = [speaker, content, ...quoted].filter(Boolean).join(' ');
      const hits = text === '' ? [] : await pointingHits(store, understanding, text, query, watch);
      for (const { articleId } of hits) ids.add(articleId);
      if (ids.size === 0) for (const { id } of summaries.slice(0, SMALL_LIBRARY)) ids.add(id);
    }
  }
  return openAll(store, ids);
}

/** Finds by words, and reads ahead what it found: the model works meanwhile. */
async function matchingRead(store: Store, understanding: Understanding, text: string): Promise<Hit[]> {
  const hits = await store.matching(text, POINTING_HITS, null);
  const found = await openAll(store, new Set(hits.map(({ articleId }) => articleId)));
  await lookAhead(store, understanding, found);
  return hits;
}

async function openAll(store: Store, ids: ReadonlySet<string>): Promise<StoredArticle[]> {
  const opened = await Promise.all(Array.from(ids, (id) => store.open(id)));
  return opened.filter((stored) => stored !== null);
}

/** Names point by their letters; the meaning is that of the content alone, which the evidence is searched with too. */
async function pointingHits(
  store: Store,
  understanding: Understanding,
  text: string,
  query: (text: string) => Promise<Query>,
  watch: Stopwatch,
) {
  const [asked, matching] = await Promise.all([
    query(understanding.content || text),
    watch.time('search', () => matchingRead(store, understanding, text)),
  ]);
  const near = await watch.time('search', () => nearestOfAll(store, asked));
  return [...matching, ...near.slice(0, POINTING_HITS)];
}

/** A question that leans on a turn that never was, or that names nothing to look for. */
function isUnclear({ understanding, memory }: Turn): boolean {
  const { request, followUp, speaker, content, quoted } = understanding;
  if (followUp === 'more' || followUp === 'another-speaker')
    return speaker === null && memory.speaker === null;
  if (request === 'said-about') return speaker === null || /^(?:you|i|we|me|us)$/i.test(speaker);
  const searches = request === 'who-said' || request === 'fact' || request === 'check';
  return followUp === null && searches && quoted.length === 0 && contentWords(content) === 0;
}

async function dispatch(turn: Turn): Promise<Reply> {
  const { request, followUp } = turn.understanding;
  const step = followUp === null ? null : await answerThreadStep(turn);
  if (step) return step;
  if (isUnclear(turn)) return askForMore(turn);
  switch (request) {
    case 'who-said':
      return answerWhoSaid(turn);
    case 'said-about':
      return answerSaidAbout(turn);
    case 'fact':
      return answerFact(turn);
    case 'check':
      return answerCheck(turn);
    case 'summary':
      return answerSummary(turn);
    case 'quotes':
      return answerQuotes(turn);
    case 'sources':
      return answerSources(turn);
    case 'help':
      return answerHelp(turn);
    default:
      return assertNever(request);
  }
}

function assertNever(value: never): never {
  throw new Error(`a request of an unknown kind: ${JSON.stringify(value)}`);
}
