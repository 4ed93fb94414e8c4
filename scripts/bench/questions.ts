import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readGoldAnswers } from '../../test/golden/gold-answers.ts';

const NEWS = fileURLToPath(new URL('../../../shared/data/polnear-train/articles.jsonl', import.meta.url));
/** Words of a quotation that somebody remembers. */
const REMEMBERED = 8;

interface NewsLine {
  readonly attributions: readonly {
    readonly sourceForm: string;
    readonly sources: readonly { readonly text: string }[];
    readonly contents: readonly { readonly text: string }[];
  }[];
}

/** Single questions over the owner's article. */
export function ownersQuestions(): string[] {
  const owner = readGoldAnswers().find(({ name }) => name === 'owner');
  return (owner?.questions ?? []).flatMap(({ turns }) => (turns.length === 1 ? turns : []));
}

/**
 * Questions over the news articles beside the checkout, two kinds by turns: who said the beginning of a
 * quotation, and what its speaker said about it. Always the same ones.
 */
export function newsQuestions(count: number): string[] {
  if (!existsSync(NEWS)) return [];
  const questions: string[] = [];
  for (const line of readFileSync(NEWS, 'utf8').split('\n').filter(Boolean)) {
    const { attributions }: NewsLine = JSON.parse(line);
    const named = attributions.filter(
      ({ sourceForm, contents }) => sourceForm === 'named' && (contents[0]?.text.length ?? 0) > 40,
    );
    const chosen = named[questions.length % Math.max(1, named.length)];
    if (!chosen) continue;
    const words = (chosen.contents[0]?.text ?? '').replace(/[“”"‘’]/gu, '').split(/\s+/u);
    const remembered = words.slice(0, REMEMBERED).join(' ');
    const speaker = chosen.sources[0]?.text ?? '';
    questions.push(
      questions.length % 2 === 0
        ? `who said ${remembered}?`
        : `what did ${speaker} say about ${words.slice(-4).join(' ')}?`,
    );
    if (questions.length === count) break;
  }
  return questions;
}
