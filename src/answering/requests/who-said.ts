import { likelyText, notFoundText, notQuotedText, whoSaidText } from '../compose.ts';
import { fitsOf } from '../described-people.ts';
import type { Candidate } from '../evidence.ts';
import { BY_NAME, matchPerson, type Person, type PersonMatch } from '../people.ts';
import { type Reply, reply, type Turn } from '../turn.ts';
import { certaintyOf, citeBest, gather } from './found.ts';

/** Who said something: the quotations that say it, their speaker first. */
export async function answerWhoSaid(turn: Turn): Promise<Reply> {
  const { understanding, people, articles } = turn;
  const asked = understanding.speaker;
  const match = asked === null ? null : whomever(matchPerson(asked, people, articles, true), asked);
  if (asked !== null && (match?.kind === 'mentioned' || match?.kind === 'unknown')) {
    return reply({
      request: 'who-said',
      outcome: 'not-found',
      text: notQuotedText(
        match.kind === 'mentioned' ? match.name : asked,
        match.kind === 'mentioned',
        people,
      ),
      nearest: await nearest(turn, null),
    });
  }
  const isByName = match?.kind === 'found' && match.certainty >= BY_NAME;
  const fits = asked !== null && !isByName ? await fitsOf(turn, asked) : undefined;
  const query = await turn.query(understanding.content);
  const all = await gather(turn, query, {
    speech: true,
    people: isByName ? match.people : null,
    ...(fits && { fits }),
  });
  const onTopic = understanding.isTopic ? all.filter(speaksOfIt) : [];
  const evidence = onTopic.length > 0 ? onTopic : all;
  const citations = citeBest(evidence, true);
  const [first] = citations;
  const certainty = onTopic.length > 0 ? 'sure' : certaintyOf(turn, query, evidence, 'who-said');
  if (!first || certainty === 'no') {
    return reply({
      request: 'who-said',
      outcome: 'not-found',
      text: notFoundText('The article does not say that anybody said this.', first),
      nearest: citations.slice(0, 1),
    });
  }
  return reply({
    request: 'who-said',
    outcome: 'answered',
    // Whom a description means was guessed from the sense of it.
    text: certainty === 'likely' || match?.kind === 'described' ? likelyText(first) : whoSaidText(first),
    citations,
    topic: understanding.content,
    speaker: first.speaker?.name ?? null,
  });
}

/** Somebody's words that hold all that was asked for. */
function speaksOfIt({ quotations, features }: Candidate): boolean {
  return (
    features.coverage === 1 && quotations.some(({ polarity, speaker }) => polarity === 'said' && speaker)
  );
}

/** Who is described without a name ("which old hand") may be anybody: the description is searched for with the claim. */
function whomever(match: PersonMatch, asked: string): PersonMatch {
  return match.kind === 'unknown' && !/\p{Lu}/u.test(asked) ? { kind: 'described' } : match;
}

/** The passage that comes nearest to what was asked, for an honest "no". */
export async function nearest(turn: Turn, people: readonly Person[] | null) {
  const { content, speaker } = turn.understanding;
  const query = await turn.query([speaker, content].filter(Boolean).join(' '));
  const evidence = await gather(turn, query, { speech: false, people });
  return citeBest(evidence, false, 1);
}
