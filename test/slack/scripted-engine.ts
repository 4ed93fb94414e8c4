import { type AnswerEngine, EMPTY_MEMORY } from '../../src/answering/answer.ts';
import { answering, article, citing } from '../rendering/sample.ts';

/** An engine that gives the same answer to everything, and keeps what it was asked. */
export function scriptedEngine(slow = 0): AnswerEngine & { readonly asked: string[]; failing: Error | null } {
  const harbour = article();
  const asked: string[] = [];
  return {
    articles: async () => [harbour],
    open: async (id) => (id === harbour.id ? { article: harbour, passages: [], quotations: [] } : null),
    asked,
    failing: null,
    async answer(question, { memory }) {
      asked.push(question);
      if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
      if (this.failing) throw this.failing;
      const citation = citing(harbour, ['We have waited long enough.']);
      return {
        answer: answering([citation], { question }),
        memory: { ...EMPTY_MEMORY, shown: [...memory.shown, question] },
        explanation: [],
      };
    },
  };
}
