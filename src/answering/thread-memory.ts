import type { Answer, ThreadMemory } from './answer.ts';
import type { Understanding } from './understanding.ts';

/** Quotations that a thread remembers as shown. */
const MOST_SHOWN = 50;
const PRONOUN =
  /^(?:he|she|they|him|her|them|it|(?:the|that|this) (?:same )?(?:person|man|woman|guy|speaker|official|source|expert|one)|the same)$/i;

/** What a turn asks for in the light of the turns before: pronouns stand for the last speaker, "and X?" for the last topic. */
export function inThread(understanding: Understanding, memory: ThreadMemory): Understanding {
  const { speaker, followUp, content } = understanding;
  const isPronoun = speaker !== null && PRONOUN.test(speaker);
  if (followUp === 'more') {
    return { ...understanding, speaker: speaker === null || isPronoun ? memory.speaker : speaker };
  }
  if (followUp === 'another-speaker') return { ...understanding, content: content || (memory.topic ?? '') };
  return isPronoun && memory.speaker !== null ? { ...understanding, speaker: memory.speaker } : understanding;
}

/** The memory after an answer. What it did not touch stays. */
export function remember(
  memory: ThreadMemory,
  answer: Answer,
  { topic, speaker }: { topic: string | null; speaker: string | null },
): ThreadMemory {
  const [first] = answer.citations;
  const shown = answer.citations.flatMap(({ quotationId }) => (quotationId === null ? [] : [quotationId]));
  return {
    articleId: memory.articleId,
    speaker: speaker ?? memory.speaker,
    topic: topic ?? memory.topic,
    shown: [...memory.shown.filter((id) => !shown.includes(id)), ...shown].slice(-MOST_SHOWN),
    last: first ? { articleId: first.article.id, spans: first.spans } : memory.last,
  };
}
