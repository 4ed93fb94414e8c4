import type { Button, KnownBlock } from '@slack/types';
import type { Answer, Citation } from '../answering/answer.ts';
import { slice } from '../article/article.ts';
import { actionsBlock, contextButton, quotationsButton } from './blocks-actions.ts';
import { joint, marksFor, quotationBlocks } from './blocks-quotation.ts';
import { placeBlock, type ReaderLink, sourceBlock } from './blocks-source.ts';
import { speakerLine } from './blocks-speaker.ts';
import { richText, section } from './blocks-text.ts';

/** The words of a citation on their own, in marks, the stretches joined with a visible mark. */
export function citedWords(citation: Citation): string {
  const { article, spans } = citation;
  return spans
    .map((span, index) => {
      const before = spans[index - 1];
      const [open, close] = marksFor(citation, span);
      return `${before ? joint(article, before, span) : ''}${open}${slice(article, span)}${close}`;
    })
    .join('');
}

/**
 * Citations in their order; the article is named below the last of a run, and its buttons stand
 * there. Those of the last run are handed back, to share a row with others.
 */
export function citationBlocks(
  answer: Answer,
  citations: readonly Citation[],
  toReader: ReaderLink | null,
): { readonly blocks: KnownBlock[]; readonly buttons: readonly (Button | null)[] } {
  const blocks: KnownBlock[] = [];
  let run: Citation[] = [];
  let buttons: (Button | null)[] = [];
  for (const [index, citation] of citations.entries()) {
    const line = needsSpeakerLine(answer, citation, citations[index - 1])
      ? [section(...speakerLine(citation, true))]
      : [];
    const [first, ...rest] = quotationBlocks(citation);
    if (first) blocks.push(richText(...line, ...first.elements), ...rest);
    blocks.push(placeBlock(citation, toReader));
    run.push(citation);
    const next = citations[index + 1];
    if (next?.article === citation.article) continue;
    blocks.push(sourceBlock(citation.article));
    // With every sentence of a summary in bold hardly anything would stand out: it opens at the first.
    const marked = answer.request === 'summary' ? run.slice(0, 1) : run;
    buttons = [contextButton(citation.article, marked), moreButton(answer, run)];
    if (next) blocks.push(...row(buttons));
    run = [];
  }
  return { blocks, buttons };
}

/** The buttons in a row, or nothing where there are none. */
export function row(buttons: readonly (Button | null)[]): KnownBlock[] {
  const block = actionsBlock(buttons);
  return block ? [block] : [];
}

/** A speaker is named once for a run of citations; a summary's narration needs no "the article itself". */
function needsSpeakerLine(answer: Answer, citation: Citation, before: Citation | undefined): boolean {
  const narrated = citation.kind === 'narration' && citation.speaker === null;
  if (narrated && answer.request === 'summary') return false;
  if (before === undefined) return true;
  return before.speaker?.name !== citation.speaker?.name || before.kind === 'narration' || narrated;
}

function moreButton(answer: Answer, run: readonly Citation[]): Button | null {
  const named = run.find((citation) => citation.speaker !== null && citation.kind !== 'narration');
  if (!named?.speaker || answer.request === 'quotes' || answer.request === 'summary') return null;
  return quotationsButton(named.article, named.speaker);
}
