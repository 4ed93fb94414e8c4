import { factText, notFoundText, whoSaidText } from '../compose.ts';
import { type Reply, reply, type Turn } from '../turn.ts';
import { citeBest, gather, isAnswered } from './found.ts';

/** What the article says as a fact: the sentence, with its source if it is reported. */
export async function answerFact(turn: Turn): Promise<Reply> {
  const { understanding } = turn;
  const query = await turn.query(understanding.content);
  const evidence = await gather(turn, query, {
    speech: understanding.speakerOrFact,
    people: null,
  });
  const spoken =
    understanding.speakerOrFact && (evidence[0]?.quotations.some(({ speaker }) => speaker) ?? false);
  const request = spoken ? 'who-said' : 'fact';
  const citations = citeBest(evidence, spoken);
  const [first] = citations;
  if (!first || !isAnswered(turn, query, evidence, request)) {
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
    text: spoken ? whoSaidText(first) : factText(first),
    citations,
    topic: understanding.content,
    speaker: first.speaker?.name ?? null,
  });
}
