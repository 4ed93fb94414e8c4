import { type Assembly, draftsOf, join, reopens } from '../assembly.ts';
import { RELATIVES } from '../lexicon/words.ts';
import type { Draft } from '../rule.ts';
import { onlyMarked, type View } from '../view.ts';

/**
 * "“…,” she said. “…”": what follows in marks in the same paragraph without a new frame is the same
 * quotation; so is a paragraph that opens again what the one before left open.
 */
export function runOn(assembly: Assembly): void {
  assembly.marked.forEach((_marked, id) => {
    if (assembly.owners.has(id) || assembly.silent.has(id)) return;
    const view = assembly.viewOf.get(id);
    const before = ownerBefore(assembly, id);
    if (!before || !view) return;
    if (opensSentence(view, id) && (reopens(assembly, id) || follows(assembly, view, id, before))) {
      if (onlyMarked(view)) join(assembly, before, [id]);
    }
  });
  joinForward(assembly);
}

/** The draft of the last marked stretch before, titles and scare quotes inside its frame passed over. */
function ownerBefore(assembly: Assembly, id: number): Draft | undefined {
  const paragraph = assembly.marked[id]?.paragraph;
  for (let at = id - 1; at >= Math.max(0, id - 4); at--) {
    const owner = assembly.owners.get(at);
    if (owner) return owner;
    if (assembly.marked[at]?.paragraph !== paragraph) return undefined;
  }
  return undefined;
}

/** A frame that comes only in a later paragraph covers the open paragraphs before it. */
function joinForward(assembly: Assembly): void {
  for (let id = assembly.marked.length - 2; id >= 0; id--) {
    const after = assembly.owners.get(id + 1);
    if (assembly.owners.has(id) || !after || !assembly.marked[id]?.continues) continue;
    if (Math.min(...after.quotes) === id + 1) join(assembly, after, [id]);
  }
}

/** Right behind the sentence of the quotation before, in its paragraph, no other frame between. */
function follows(assembly: Assembly, view: View, id: number, before: Draft): boolean {
  const here = assembly.marked[id];
  const last = before.spans.at(-1);
  if (!here || !last || !endsMarked(assembly, before)) return false;
  const lastQuote = before.quotes.at(-1) ?? -1;
  const lastView = assembly.viewOf.get(lastQuote);
  if (!lastView || lastView.sentence.paragraph !== view.sentence.paragraph) return false;
  if (view.sentence.index - lastView.sentence.index > 1) return false;
  return !draftsOf(assembly, lastView).some(
    (draft) =>
      draft !== before &&
      (draft.cue?.start ?? 0) > last.end &&
      (draft.cue?.start ?? 0) > (before.cue?.start ?? 0) &&
      isNewFrame(lastView, draft),
  );
}

/**
 * "…,” Lee said, adding that it rained" says something new; "…,” said Lee, who says she is retired" describes the
 * speaker, and "…,” Lee said, referring to the mayor" the words.
 */
function isNewFrame(view: View, draft: Draft): boolean {
  // "…,” said Lee, when asked if it would last": the question is nobody else's turn.
  if (draft.source === null && draft.polarity === 'asked') return false;
  if (draft.rule === 'object') return draft.quotes.length > 0;
  const frame = view.frames.find(({ group }) => view.tokens[group.verb]?.start === draft.cue?.start);
  return !frame || !RELATIVES.has(view.tokens[frame.group.first - 1]?.lower ?? '');
}

/** A mixed quotation goes on in marks only where its last words were in marks too. */
function endsMarked(assembly: Assembly, before: Draft): boolean {
  if (before.marked) return true;
  const last = before.spans.at(-1);
  const marked = assembly.marked[before.quotes.at(-1) ?? -1];
  return (
    last !== undefined && marked !== undefined && last.end >= marked.inner.end && last.end <= marked.outer.end
  );
}

function opensSentence(view: View, id: number): boolean {
  return view.tokens[0]?.quote === id;
}
