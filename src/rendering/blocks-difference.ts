import type { ContextBlock, KnownBlock, RichTextElement } from '@slack/types';
import type { DifferenceStep, Verdict } from '../answering/answer.ts';
import { literal, richText, section } from './blocks-text.ts';
import { LIMITS } from './limits.ts';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  verbatim: 'Verbatim',
  altered: 'Altered',
  paraphrase: 'A paraphrase, not a quotation',
  misattributed: 'Wrong speaker',
  absent: 'Not in the article',
};

/** The verdict of a check, in bold. */
export function verdictWords(verdict: Verdict): RichTextElement {
  return literal(`${VERDICT_WORDS[verdict]}.`, { bold: true });
}

/**
 * What was claimed against what the article says, word by word. The steps lead from the article to
 * the claim: struck is what only the claim has, bold what only the article has. Rich text knows no colour, so a line says which is which.
 */
export function differenceBlocks(steps: readonly DifferenceStep[]): KnownBlock[] {
  const elements = steps.filter((step) => step.text !== '').map(stepElement);
  const length = steps.reduce((sum, step) => sum + step.text.length, 0);
  // A claim that long is a pasted article: the verdict and the article's words say enough.
  if (elements.length === 0 || length > LIMITS.quotationPiece) return [];
  const legend: ContextBlock = {
    type: 'context',
    elements: [
      {
        type: 'plain_text',
        text: 'Struck through: only in the question. Bold: only in the article.',
        emoji: false,
      },
    ],
  };
  return [richText(section(...spaced(elements))), legend];
}

function stepElement(step: DifferenceStep): { text: string; element: RichTextElement } {
  switch (step.op) {
    case 'same':
      return { text: step.text, element: literal(step.text) };
    case 'added':
      return { text: step.text, element: literal(step.text, { strike: true }) };
    case 'removed':
      return { text: step.text, element: literal(step.text, { bold: true }) };
    default:
      return step.op satisfies never;
  }
}

/** Steps are words or runs of words; a space is put between two that bring none. */
function spaced(steps: readonly { text: string; element: RichTextElement }[]): RichTextElement[] {
  return steps.flatMap(({ text, element }, index) => {
    const before = steps[index - 1];
    const apart = !before || /\s$/u.test(before.text) || /^[\s.,;:!?’”)]/u.test(text);
    return apart ? [element] : [literal(' '), element];
  });
}
