import { slice } from '../../article/article.ts';
import { words } from '../../article/words.ts';
import { citeSentence } from '../citations.ts';
import { factText, fullName, likelyText, notFoundText, whoSaidText } from '../compose.ts';
import { fitsOf } from '../described-people.ts';
import { matchPerson, type Person } from '../people.ts';
import { contentWords } from '../query.ts';
import { peopleSpokenOf } from '../spoken-of.ts';
import { type Reply, reply, type Turn } from '../turn.ts';
import { certaintyOf, citeBest, gather } from './found.ts';

const WHO_IS = /^(?:is|are|was|were|'s|’s)\s+(?<who>(?:the |an? )?[^?,]{2,60})$/i;

/** "who is Brandt?": the sentence that gives the speaker's title and role. */
function whoIs({ understanding, people }: Turn): Reply | null {
  const who = understanding.speakerOrFact ? undefined : WHO_IS.exec(understanding.content)?.groups?.who;
  if (who === undefined || !/\p{Lu}/u.test(who)) return null;
  const match = matchPerson(who, people, []);
  const [person] = match.kind === 'found' ? match.people : [];
  const role = person?.speaker.role;
  if (!person || !role || !isNamedIn(person, who)) return null;
  const { article, passages } = person.stored;
  const passage = passages.find((each) => slice(article, each).includes(role));
  if (!passage) return null;
  return reply({
    request: 'fact',
    outcome: 'answered',
    text: `${fullName(person.speaker)}: ${role} (¶${passage.paragraph}).`,
    citations: [citeSentence(person.stored, passage, null)],
    speaker: person.speaker.name,
  });
}

/** "where did it hit?" as the first question: "it" is what the article is about. */
function withSubject({ understanding, memory, articles }: Turn): string {
  const { content } = understanding;
  const [only] = articles;
  const isBare = /\bit\b/i.test(content) && memory.last === null && contentWords(content) <= 2;
  return isBare && only && articles.length === 1 ? `${content} ${only.article.title}` : content;
}

/** Whether the phrase has a word of the person's name: "the president" asks for whoever that is. */
function isNamedIn({ speaker }: Person, phrase: string): boolean {
  const own = new Set(words(speaker.name).map(({ form }) => form));
  return words(phrase).some(({ form }) => own.has(form));
}

/** What the article says as a fact: the sentence, with its source if it is reported. */
export async function answerFact(turn: Turn): Promise<Reply> {
  const { understanding } = turn;
  const person = whoIs(turn);
  if (person) return person;
  const query = await turn.query(withSubject(turn));
  const speech = understanding.speakerOrFact || understanding.answerType === 'person';
  const favoured = peopleSpokenOf(understanding.content, turn.people);
  const fits = understanding.speaker === null ? undefined : await fitsOf(turn, understanding.speaker);
  const evidence = await gather(turn, query, { speech, people: null, favoured, ...(fits && { fits }) });
  const [best] = evidence;
  const spoken = speech && (best?.quotations.some(({ speaker }) => speaker) ?? false);
  const request = spoken && understanding.speakerOrFact ? 'who-said' : 'fact';
  const citations = citeBest(evidence, spoken || best?.features.favoured === 1);
  const [first] = citations;
  const certainty = certaintyOf(turn, query, evidence, request);
  if (!first || certainty === 'no') {
    return reply({
      request,
      outcome: 'not-found',
      text: notFoundText(null, first),
      nearest: citations.slice(0, 1),
    });
  }
  return reply({
    request,
    outcome: 'answered',
    text: certainty === 'likely' ? likelyText(first) : spoken ? whoSaidText(first) : factText(first),
    citations,
    topic: understanding.content,
    speaker: first.speaker?.name ?? null,
  });
}
