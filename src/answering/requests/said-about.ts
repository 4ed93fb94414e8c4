import { words } from '../../article/words.ts';
import type { Citation } from '../answer.ts';
import { citeQuotation } from '../citations.ts';
import { notFoundText, notQuotedText, perhapsMeantText, saidAboutText, spokenName } from '../compose.ts';
import { describedPeople, fitsOf, mayMean } from '../described-people.ts';
import { isRole } from '../lexicon/roles.ts';
import { BY_NAME, matchPerson, type Person, type PersonMatch } from '../people.ts';
import { type Reply, reply, type Turn } from '../turn.ts';
import { answerFact } from './fact.ts';
import { certaintyOf, citeBest, gather } from './found.ts';
import { nearest } from './who-said.ts';

const MOST_SHOWN = 3;
/** From this on a description is the speaker's own role in other words, not only something like it. */
const FITS = 0.72;
/** Nobody was spoken of before: whoever it is, the article may tell. */
const PRONOUN = /^(?:he|she|they|it|him|her|them)$/i;

/** What somebody said, about a topic or at all: that speaker's quotations, best first. */
export async function answerSaidAbout(turn: Turn): Promise<Reply> {
  const { understanding, people, articles } = turn;
  const asked = understanding.speaker ?? '';
  const lexical = matchPerson(asked, people, articles);
  const nobody = lexical.kind === 'described' || lexical.kind === 'unknown';
  const isPerson = !understanding.speakerOrFact && !PRONOUN.test(asked) && soundsLikeSomebody(asked);
  if (nobody && understanding.content !== '' && !isPerson) {
    return answerFact(asFact(turn));
  }
  if (understanding.content !== '' && isDescribed(lexical, asked)) return byWhomeverFits(turn, lexical);
  const alike = lexical.kind === 'described' ? await describedPeople(turn, asked) : [];
  const match: PersonMatch = alike.length > 0 ? { kind: 'found', people: alike, certainty: 0 } : lexical;
  if (match.kind !== 'found') return nobodySpeaks(turn, match);
  const unseen = withoutShown(match.people, understanding.followUp === 'more' ? turn.memory.shown : []);
  if (understanding.content === '') return everything(turn, match.people, unseen);
  return about(turn, match.people, unseen);
}

/** Whether a phrase describes a speaker instead of naming one: it may fit several more or less. */
function isDescribed(match: PersonMatch, asked: string): boolean {
  if (PRONOUN.test(asked)) return false;
  if (match.kind === 'found') return match.certainty < BY_NAME;
  return match.kind === 'described' || (match.kind === 'unknown' && !/\p{Lu}/u.test(asked));
}

async function nobodySpeaks(turn: Turn, match: PersonMatch): Promise<Reply> {
  const { understanding, people, memory } = turn;
  const name = match.kind === 'mentioned' ? match.name : (understanding.speaker ?? '');
  return reply({
    request: 'said-about',
    outcome: 'not-found',
    text: notQuotedText(name, match.kind === 'mentioned', people),
    nearest: await nearest(turn, null),
    topic: understanding.content || memory.topic,
  });
}

/** Words on the topic by whomever a description fits: how well it fits counts beside what is said. */
async function byWhomeverFits(turn: Turn, match: PersonMatch): Promise<Reply> {
  const { content, speaker, followUp } = turn.understanding;
  const fits = await fitsOf(turn, speaker ?? '');
  const people = withoutShown(turn.people, followUp === 'more' ? turn.memory.shown : []);
  const query = await turn.query(content);
  const evidence = await gather(turn, query, { speech: true, people, fits });
  const citations = citeBest(evidence, true);
  const [first] = citations;
  const fit = evidence[0]?.features;
  const isCalledSo = fit !== undefined && fit.called >= FITS;
  const isLikely = certaintyOf(turn, query, evidence, isCalledSo ? 'said-about' : 'described') !== 'no';
  if (!first || !fit || !isLikely || !mayMean(speaker ?? '', fit)) {
    return match.kind === 'found' ? notOnThis(turn, match.people, first) : nobodySpeaks(turn, match);
  }
  return reply({
    request: 'said-about',
    outcome: 'answered',
    text: isCalledSo
      ? saidAboutText(first.speaker, first, citations.length - 1)
      : perhapsMeantText(speaker ?? '', first),
    citations,
    topic: content,
    speaker: first.speaker?.name ?? null,
  });
}

/** What tells without speaking. */
const THING =
  /(?:market|weather|climate|data|figure|number|evidence|test|result|finding|dating|science|research|history|economy|internet|web|law|rule|map|picture|photo|video|footage|analysi|chart|statistic)s?$/i;

/** A name, a calling, or whoever "the" stands before: "radiocarbon dating" and "the stock market" are nobody. */
function soundsLikeSomebody(phrase: string): boolean {
  if (/\p{Lu}/u.test(phrase) || words(phrase).some(({ form }) => isRole(form))) return true;
  return /^(?:the|an?|his|her|their|its|our|one)\s/i.test(phrase) && !THING.test(phrase.trim());
}

/** The same question as one about what the article itself tells. */
function asFact(turn: Turn): Turn {
  const { understanding } = turn;
  const speaker = PRONOUN.test(understanding.speaker ?? '') ? null : understanding.speaker;
  const content = [speaker, understanding.content].filter(Boolean).join(' ');
  return {
    ...turn,
    understanding: {
      ...understanding,
      request: 'fact',
      content,
      speaker: null,
      answerType: 'thing',
      speakerOrFact: false,
    },
  };
}

function withoutShown(people: readonly Person[], shown: readonly string[]): Person[] {
  const seen = new Set(shown);
  return people
    .map((person) => ({ ...person, quotations: person.quotations.filter(({ id }) => !seen.has(id)) }))
    .filter(({ quotations }) => quotations.length > 0);
}

/** No topic: what was said, direct words first, in the order of the text. */
function everything(turn: Turn, people: readonly Person[], unseen: readonly Person[]): Reply {
  const all: Citation[] = unseen.flatMap((person) =>
    person.quotations
      .filter(({ polarity }) => polarity === 'said')
      .map((quotation) => citeQuotation(person.stored, quotation)),
  );
  const ranked = [
    ...all.filter(({ kind }) => kind !== 'indirect'),
    ...all.filter(({ kind }) => kind === 'indirect'),
  ];
  const [first] = ranked;
  const speaker = people[0]?.speaker;
  if (!first || !speaker) {
    const name = speaker ? spokenName(speaker) : 'That speaker';
    return reply({
      request: 'said-about',
      outcome: 'not-found',
      text: `The article does not say: ${name} says nothing else in it.`,
      speaker: speaker?.name ?? null,
    });
  }
  const citations = ranked.slice(0, MOST_SHOWN);
  return reply({
    request: 'said-about',
    outcome: 'answered',
    text: saidAboutText(speaker, first, citations.length - 1),
    citations,
    topic: turn.memory.topic,
    speaker: speaker.name,
  });
}

function notOnThis(turn: Turn, people: readonly Person[], closest: Citation | undefined): Reply {
  const speaker = people[0]?.speaker ?? null;
  const who = speaker ? spokenName(speaker) : 'that speaker';
  return reply({
    request: 'said-about',
    outcome: 'not-found',
    text: notFoundText(`The article does not say: ${who} is quoted, but not on this.`, closest),
    nearest: closest ? [closest] : [],
    topic: turn.understanding.content,
    speaker: speaker?.name ?? null,
  });
}

async function about(turn: Turn, people: readonly Person[], unseen: readonly Person[]): Promise<Reply> {
  const { content } = turn.understanding;
  const query = await turn.query(content);
  const evidence = await gather(turn, query, { speech: true, people: unseen });
  const citations = citeBest(evidence, true);
  const [first] = citations;
  const speaker = people[0]?.speaker ?? null;
  if (!first || certaintyOf(turn, query, evidence, 'said-about') === 'no') {
    return notOnThis(turn, people, first);
  }
  return reply({
    request: 'said-about',
    outcome: 'answered',
    text: saidAboutText(first.speaker ?? speaker, first, citations.length - 1),
    citations,
    topic: content,
    speaker: first.speaker?.name ?? speaker?.name ?? null,
  });
}
