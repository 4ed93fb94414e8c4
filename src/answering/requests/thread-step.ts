import { words } from '../../article/words.ts';
import type { StoredArticle } from '../../retrieval/store.ts';
import type { Citation } from '../answer.ts';
import { citeQuotation } from '../citations.ts';
import { alsoText, notFoundText, saidAboutText, whoSaidText } from '../compose.ts';
import { describedPeople } from '../described-people.ts';
import type { Candidate } from '../evidence.ts';
import { genderOf, isRole } from '../lexicon/roles.ts';
import { matchPerson, type Person } from '../people.ts';
import { summarise } from '../summary.ts';
import { type Reply, reply, type Turn } from '../turn.ts';
import type { Understanding } from '../understanding.ts';
import { formsOf, passageForms } from '../word-forms.ts';
import { answerBackReference } from './back-reference.ts';
import { answerCheck } from './check.ts';
import { answerFact } from './fact.ts';
import { certaintyOf, citeBest, gather } from './found.ts';
import { answerSaidAbout } from './said-about.ts';
import { answerQuotes, answerSources, answerSummary } from './whole-article.ts';

/** Lines that "more" adds to a summary. */
const MORE_LINES = 3;
/** Characters within which a reply to some words is looked for. */
const REPLY_REACH = 1500;

/** A turn that leans on the ones before in a way of its own; null: it is answered like any other question. */
export async function answerThreadStep(turn: Turn): Promise<Reply | null> {
  switch (turn.understanding.followUp) {
    case 'where':
    case 'context':
    case 'who-said-that':
    case 'confirm':
    case 'nth':
      return answerBackReference(turn);
    case 'more':
      return answerMore(turn);
    case 'another-speaker':
      return answerAnother(turn);
    case 'reply':
      return answerReply(turn);
    case 'somebody-else':
      return answerSomebodyElse(turn);
    case 'other-article':
      return answerOtherArticle(turn);
    case 'who-is':
    case null:
      return null;
  }
}

function asking(turn: Turn, found: Partial<Understanding>): Turn {
  return { ...turn, understanding: { ...turn.understanding, followUp: null, ...found } };
}

/** "more" where nobody was spoken of: further lines of the summary, further passages on the topic. */
async function answerMore(turn: Turn): Promise<Reply | null> {
  const { memory, understanding } = turn;
  const before = memory.answer;
  if (before?.request === 'summary' && understanding.content === '') return moreLines(turn);
  if (understanding.speaker !== null || memory.topic === null || before === undefined) return null;
  const query = await turn.query(understanding.content || memory.topic);
  const evidence = await gather(turn, query, { speech: false, people: null });
  const citations = unseen(turn, evidence);
  const [first] = citations;
  if (!first) return null;
  return reply({
    request: 'fact',
    outcome: 'answered',
    text: alsoText(first),
    citations,
    topic: memory.topic,
    speaker: first.speaker?.name ?? null,
  });
}

function moreLines(turn: Turn): Reply | null {
  const [stored] = turn.articles;
  const shown = turn.memory.answer?.shown ?? [];
  if (!stored) return null;
  const longer = summarise(stored, shown.length + MORE_LINES).filter(
    (citation) => !shown.some(({ spans }) => spans[0]?.start === citation.spans[0]?.start),
  );
  if (longer.length === 0) return answerSummary(turn);
  return reply({
    request: 'summary',
    outcome: 'answered',
    text: `${longer.length === 1 ? 'One more line' : `${longer.length} more lines`} of “${stored.article.title}”.`,
    citations: longer,
  });
}

/** The best passages that the answer before did not show. */
function unseen(turn: Turn, evidence: readonly Candidate[]): Citation[] {
  const shown = turn.memory.answer?.shown ?? [];
  const isShown = ({ stored, passage }: Candidate): boolean =>
    shown.some(
      ({ articleId, spans }) =>
        articleId === stored.article.id &&
        spans.some(({ start, end }) => start < passage.end && end > passage.start),
    );
  return citeBest(
    evidence.filter((candidate) => !isShown(candidate)),
    false,
  );
}

/** "and Brandt?" asks the same of Brandt, "and the leak?" the same speaker, or the article, about the leak. */
async function answerAnother(turn: Turn): Promise<Reply | null> {
  const { memory, understanding } = turn;
  const phrase = understanding.speaker ?? '';
  if (!(await isTopic(turn, phrase))) {
    const before = memory.answer?.request;
    if (before === 'quotes') return answerQuotes(asking(turn, { request: 'quotes' }));
    if (before === 'check' && memory.topic !== null)
      return answerCheck(asking(turn, { request: 'check', content: memory.topic }));
    return null;
  }
  const wh = /^(?:how (?:many|much|long|old|far|big)|where|when|why|which|what|who)\b/i.exec(
    memory.topic ?? '',
  )?.[0];
  const isFact = memory.answer?.request === 'fact' || memory.speaker === null;
  const content = isFact && wh ? `${wh} ${phrase}` : phrase;
  const asFact = asking(turn, { request: 'fact', speaker: null, content, answerType: 'thing' });
  if (isFact) return answerFact(asFact);
  const said = await answerSaidAbout(
    asking(turn, { request: 'said-about', speaker: memory.speaker, content: phrase }),
  );
  if (said.outcome === 'answered') return said;
  const fact = await answerFact(asFact);
  return fact.outcome === 'answered' ? fact : said;
}

/** Whether a phrase names a thing that the articles speak of rather than somebody. */
async function isTopic(turn: Turn, phrase: string): Promise<boolean> {
  const match = matchPerson(phrase, turn.people, turn.articles);
  const isDetermined = /^(?:the|this|that|these|those|its|their|his|her)\s/i.test(phrase);
  switch (match.kind) {
    case 'found':
      return isDetermined && !match.people.some((person) => namesPerson(phrase, person));
    case 'mentioned':
      return isDetermined;
    case 'described':
      return (await describedPeople(turn, phrase)).length === 0;
    case 'unknown':
      return isDetermined || (!/\p{Lu}/u.test(phrase) && standsIn(phrase, turn.articles));
  }
}

/** Whether a phrase has a word of the person's name or office, not only one of what their role speaks of. */
function namesPerson(phrase: string, { speaker }: Person): boolean {
  const own = new Set(words(speaker.name).map(({ form }) => form));
  return words(phrase).some(({ form }) => own.has(form) || isRole(form) || genderOf(form) !== null);
}

function standsIn(phrase: string, articles: readonly StoredArticle[]): boolean {
  const wanted = [...formsOf(phrase)];
  return articles.some((stored) =>
    stored.passages.some((passage) => wanted.every((form) => passageForms(stored, passage).has(form))),
  );
}

/** What somebody says nearest to the words before, behind them if possible. */
async function answerReply(turn: Turn): Promise<Reply | null> {
  const { last } = turn.memory;
  const stored = last && (await turn.store.open(last.articleId));
  if (!stored || !last) return null;
  const people = await theOnes(turn, turn.understanding.speaker ?? '');
  const start = Math.min(...last.spans.map((span) => span.start));
  const end = Math.max(...last.spans.map((span) => span.end));
  const near = people
    .filter((person) => person.stored.article.id === stored.article.id)
    .flatMap(({ quotations }) => quotations)
    .flatMap((quotation) => {
      const from = Math.min(...quotation.spans.map((span) => span.start));
      const to = Math.max(...quotation.spans.map((span) => span.end));
      if (quotation.polarity !== 'said' || (from < end && to > start)) return [];
      // A reply stands behind; what stands before counts as twice as far.
      const distance = from >= end ? from - end : 2 * (start - to);
      return distance <= REPLY_REACH ? [{ quotation, distance }] : [];
    })
    .sort((a, b) => a.distance - b.distance);
  const citations = near.slice(0, 2).map(({ quotation }) => citeQuotation(stored, quotation));
  const [first] = citations;
  if (!first) return answerSaidAbout(asking(turn, { content: turn.memory.topic ?? '' }));
  return reply({
    request: 'said-about',
    outcome: 'answered',
    text: saidAboutText(first.speaker, first, citations.length - 1),
    citations,
    topic: turn.memory.topic,
    speaker: first.speaker?.name ?? null,
  });
}

async function theOnes(turn: Turn, phrase: string): Promise<readonly Person[]> {
  const match = matchPerson(phrase, turn.people, turn.articles);
  if (match.kind === 'found') return match.people;
  return match.kind === 'described' ? describedPeople(turn, phrase) : [];
}

/** "who else said that?": the same claim, of anybody but the last speaker. */
async function answerSomebodyElse(turn: Turn): Promise<Reply> {
  const { memory, people } = turn;
  if (memory.topic === null) return answerSources(turn);
  const others = people.filter(({ speaker }) => speaker.name !== memory.speaker);
  const query = await turn.query(memory.topic);
  const evidence = await gather(turn, query, { speech: true, people: others });
  const citations = citeBest(evidence, true);
  const [first] = citations;
  if (!first || certaintyOf(turn, query, evidence, 'who-said') === 'no') {
    return reply({
      request: 'who-said',
      outcome: 'not-found',
      text: notFoundText('The article quotes nobody else as saying that.', first),
      nearest: citations.slice(0, 1),
    });
  }
  return reply({
    request: 'who-said',
    outcome: 'answered',
    text: whoSaidText(first),
    citations,
    topic: memory.topic,
    speaker: first.speaker?.name ?? null,
  });
}

/** "and in the other article?": the last topic, in the articles that the last answer did not cite. */
async function answerOtherArticle(turn: Turn): Promise<Reply> {
  const { memory, articles } = turn;
  const others = articles.filter(({ article }) => article.id !== memory.last?.articleId);
  const topic = memory.topic ?? memory.speaker;
  if (others.length === 0 || topic === null) {
    return reply({
      request: 'help',
      outcome: 'help',
      text:
        others.length === 0
          ? 'There is no other article here.'
          : 'What should I look for in the other article?',
    });
  }
  const query = await turn.query(topic);
  const all = await gather({ ...turn, scope: null }, query, { speech: false, people: null });
  const evidence = all.filter(({ stored }) => others.includes(stored));
  const citations = citeBest(evidence, false);
  const [first] = citations;
  if (!first || certaintyOf(turn, query, evidence, 'fact') === 'no') {
    return reply({
      request: 'fact',
      outcome: 'not-found',
      text: notFoundText('The other articles do not say that.', first),
      nearest: citations.slice(0, 1),
    });
  }
  return reply({
    request: 'fact',
    outcome: 'answered',
    text: `In “${first.article.title}”: ${whoSaidText(first)}`,
    citations,
    topic,
    speaker: first.speaker?.name ?? null,
  });
}
