import type { StoredArticle } from '../../retrieval/store.ts';
import type { SpeakerCount } from '../answer.ts';
import { citeQuotation } from '../citations.ts';
import { courtesyText, helpText, notQuotedText, quotesText, sourcesText, spokenName } from '../compose.ts';
import { matchPerson, type Person, quotedPeople } from '../people.ts';
import { DEFAULT_LINES, MAX_LINES, summarise } from '../summary.ts';
import { type Reply, reply, type Turn } from '../turn.ts';
import { nearest } from './who-said.ts';

/** Whole sentences of the article in its order. */
export function answerSummary({ articles, understanding }: Turn): Reply {
  const [stored] = articles;
  if (!stored) return nothingThere('summary');
  const lines = Math.max(1, Math.min(understanding.lines ?? DEFAULT_LINES, MAX_LINES));
  const citations = summarise(stored, lines);
  const title = stored.article.title;
  const count = citations.length === 1 ? 'one sentence' : `${citations.length} sentences`;
  return reply({
    request: 'summary',
    outcome: 'answered',
    text: `“${title}” in ${count} of its own.`,
    citations,
  });
}

/** Every quotation of a speaker, in order. */
export async function answerQuotes(turn: Turn): Promise<Reply> {
  const { people, articles, understanding } = turn;
  const asked = understanding.speaker ?? '';
  const match = matchPerson(asked, people, articles);
  if (match.kind !== 'found') {
    const name = match.kind === 'mentioned' ? match.name : asked;
    return reply({
      request: 'quotes',
      outcome: 'not-found',
      text: notQuotedText(name, match.kind === 'mentioned', people),
      nearest: await nearest(turn, null),
    });
  }
  const [person] = match.people;
  if (!person) return nothingThere('quotes');
  const citations = match.people.flatMap(({ stored, quotations }) =>
    quotations
      .filter(({ polarity }) => polarity === 'said')
      .map((quotation) => citeQuotation(stored, quotation)),
  );
  return reply({
    request: 'quotes',
    outcome: citations.length > 0 ? 'answered' : 'not-found',
    text: quotesText(person.speaker, person.quotations, person.stored.article),
    citations,
    speaker: person.speaker.name,
  });
}

/** Every speaker with the number and kind of quotations. */
export function answerSources({ articles }: Turn): Reply {
  const speakers = countSpeakers(articles);
  return reply({
    request: 'sources',
    outcome: 'answered',
    text: sourcesText(speakers),
    speakers,
  });
}

/** The speakers of articles, in the order in which they first speak. */
export function countSpeakers(articles: readonly StoredArticle[]): SpeakerCount[] {
  return quotedPeople(articles).map(({ speaker, stored, quotations }) => {
    const said = quotations.filter(({ polarity }) => polarity === 'said');
    const count = (kind: string): number => said.filter((quotation) => quotation.kind === kind).length;
    return {
      speaker,
      article: stored.article,
      counts: { direct: count('direct'), mixed: count('mixed'), indirect: count('indirect') },
    };
  });
}

/** What the bot can do, with three examples from the loaded article; a greeting or thanks gets a line. */
export function answerHelp({ people, understanding }: Turn): Reply {
  const examples = examplesFor(people);
  const { courtesy } = understanding;
  const text = courtesy === null ? helpText(examples) : courtesyText(courtesy, examples[0] ?? 'summary');
  return reply({ request: 'help', outcome: 'help', text });
}

/** When a question does not say what to look for: what to ask instead. */
export function askForMore({ people }: Turn): Reply {
  const examples = examplesFor(people);
  return reply({
    request: 'help',
    outcome: 'help',
    text: `I need a little more: who or what is it about? For example “${examples[0]}”.`,
  });
}

/** Three questions that the loaded article answers, about people rather than sources without a name. */
function examplesFor(people: readonly Person[]): string[] {
  const named = people.filter(({ speaker }) => speaker.kind === 'person');
  const [first, second = first] = (named.length > 0 ? named : people).map(({ speaker }) =>
    spokenName(speaker),
  );
  return [`what did ${first ?? 'the speaker'} say?`, `quotes ${second ?? 'the speaker'}`, 'summary in 3'];
}

function nothingThere(request: 'summary' | 'quotes'): Reply {
  return reply({ request, outcome: 'not-found', text: 'There is no article to answer from.' });
}
