import { type Answer, type Citation, MOST_PLACES, type Place, type ThreadMemory } from './answer.ts';
import { contentWords } from './query.ts';
import type { Understanding } from './understanding.ts';

/** Quotations that a thread remembers as shown. */
const MOST_SHOWN = 50;
const PRONOUN =
  /^(?:he|she|they|him|her|them|it|(?:the|that|this) (?:same )?(?:person|man|woman|guy|speaker|official|source|expert|one)|the same)$/i;
const HE = /\b(?:he|she|him|her|his|hers)\b/i;
const IT = /\b(?:it|its|they|them|their|this|that|these|those|there)\b/i;
/** "how many troops were killed": what is asked for, and what is asked of it. */
const ASKED_OF =
  /^(?:and |but )?(?<wh>how many|how much|which|what) (?<noun>.+?) (?<rest>(?:were|was|are|is|did|do|does|have|has|had|will|would|ran|got|went|came|took|died|left)\b.*)$/i;
const WH_ONLY = /^(?:and |but |so )?(?:when|where|why|how|who|how come|since when|by whom)$/i;
const WH_FIRST = /^(?:and |but )?(?:when|where|why|how (?:many|much|long)|how|who|what|which) /i;
const ASKED_ONLY = /^(?:and |but |or )?(?<wh>how many|how much|which|what) (?<noun>\p{L}+(?: \p{L}+)?)$/iu;

/** What a turn asks for in the light of the turns before: pronouns stand for the last speaker, "and X?" for the last topic. */
export function inThread(understanding: Understanding, memory: ThreadMemory): Understanding {
  const { speaker, followUp, content } = understanding;
  const isPronoun = speaker !== null && PRONOUN.test(speaker);
  const named = isPronoun && memory.speaker !== null ? memory.speaker : speaker;
  switch (followUp) {
    case 'more':
      return { ...understanding, speaker: speaker === null || isPronoun ? memory.speaker : speaker };
    case 'another-speaker':
      return { ...understanding, content: content || (memory.topic ?? '') };
    case 'who-is':
      return memory.speaker === null
        ? understanding
        : { ...understanding, speaker: null, content: `is ${memory.speaker}`, answerType: 'person' };
    case null:
      return { ...understanding, speaker: named, content: contentInThread(understanding, memory) };
    default:
      return { ...understanding, speaker: named };
  }
}

/** The content with what its pronouns stand for, where they are most of it. */
function contentInThread({ request, content, quoted }: Understanding, memory: ThreadMemory): string {
  if (content === POINTED_AT) return memory.topic ?? '';
  if (request !== 'fact' && request !== 'who-said') return content;
  if (WH_ONLY.test(content) && memory.topic) return `${content} ${memory.topic.replace(WH_FIRST, '')}`;
  const asked = ASKED_ONLY.exec(content)?.groups;
  const before = ASKED_OF.exec(memory.topic ?? '')?.groups;
  if (asked && before && asked.wh?.toLowerCase() === before.wh?.toLowerCase())
    return `${asked.wh} ${asked.noun} ${before.rest}`;
  if (quoted.length > 0 || contentWords(content) > 1 || memory.last === null) return content;
  if (HE.test(content) && memory.speaker !== null) return `${content} ${memory.speaker}`;
  return IT.test(content) && memory.topic ? `${content} ${memory.topic}` : content;
}

/** The content of "what did she say about it?": what "it" is stands in the turns before. */
export const POINTED_AT = 'it';

/** The memory after an answer. What it did not touch stays. */
export function remember(
  memory: ThreadMemory,
  answer: Answer,
  { topic, speaker }: { topic: string | null; speaker: string | null },
): ThreadMemory {
  const places = [...answer.citations, ...answer.nearest].slice(0, MOST_PLACES).map(placeOf);
  const [first] = places;
  const shown = answer.citations.flatMap(({ quotationId }) => (quotationId === null ? [] : [quotationId]));
  const before: ThreadMemory = {
    ...memory,
    speaker: speaker ?? memory.speaker,
    topic: topic ?? memory.topic,
    shown: [...memory.shown.filter((id) => !shown.includes(id)), ...shown].slice(-MOST_SHOWN),
  };
  if (!first) return before;
  const { request, outcome } = answer;
  return { ...before, last: first, answer: { request, answered: outcome === 'answered', shown: places } };
}

function placeOf({ article, spans }: Citation): Place {
  return { articleId: article.id, spans };
}
