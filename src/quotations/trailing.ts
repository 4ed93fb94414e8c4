import type { Frame } from './frame.ts';
import type { View } from './view.ts';

/**
 * The frame that closes a sentence behind a comma ("…, Lee said on Monday."): all that stands before it is its
 * content, thoughts and findings included. Null where the sentence ends otherwise.
 */
export function closingFrame(view: View): Frame | null {
  const { tokens } = view;
  const last = view.frames.findLast(({ source, shared }) => source !== null && !shared);
  if (last?.group.form !== 'finite' || last.verbs[0]?.act !== 'saying') return null;
  if (tokens[last.start - 1]?.text !== ',' || (tokens[last.start - 2]?.quote ?? -1) >= 0) return null;
  return last.contentAt >= tokens.length - 1 && isOwnClause(view, last) ? last : null;
}

/** Behind "when", "as" or "while" the frame would be a clause of its own, and behind "and" a second one. */
function isOwnClause(view: View, frame: Frame): boolean {
  return /^(?:PROPN|DET|NOUN|PRON|VERB|ADJ|NUM)$/.test(view.tokens[frame.start]?.tag ?? '');
}
