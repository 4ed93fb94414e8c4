import { slice } from '../article/article.ts';
import type { AnswerObserver } from './observer.ts';

/** Candidates that an explanation shows. */
const SHOWN = 8;

/** An observer that puts an explanation into words, a line at a time. */
export function explainer(say: (line: string) => void): AnswerObserver {
  return {
    understood: (understanding) => {
      const parts = Object.entries(understanding).filter(([, value]) => tells(value));
      say(`understood: ${parts.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ')}`);
    },
    ranked: (query, candidates) => {
      for (const [rank, { stored, passage, quotations, features, met, score }] of candidates
        .slice(0, SHOWN)
        .entries()) {
        const words = query.words.map(({ text }, at) => `${text} ${(met[at] ?? 0).toFixed(2)}`);
        const speaker = quotations[0]?.speaker?.name ?? '–';
        const start = slice(stored.article, passage).slice(0, 70).replace(/\s+/g, ' ');
        say(`${rank + 1}. ${score.toFixed(2)} ¶${passage.paragraph} ${speaker}: ${start}…`);
        say(`   ${numbers(features)} [${words.join(', ')}]`);
      }
    },
    judged: (signs, probability) =>
      say(`answers with probability ${probability.toFixed(2)}: ${numbers(signs)}`),
  };
}

function tells(value: unknown): boolean {
  return value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);
}

function numbers(values: object): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${Number(value).toFixed(2)}`)
    .join(', ');
}
