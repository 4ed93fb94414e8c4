import { type Assembly, join } from '../assembly.ts';
import type { Draft } from '../rule.ts';
import type { View } from '../view.ts';

/**
 * "“…,” she said. “…”": what follows in marks in the same paragraph without a new frame is the same
 * quotation; so is a paragraph that opens again what the one before left open.
 */
export function runOn(assembly: Assembly): void {
  assembly.marked.forEach((marked, id) => {
    if (assembly.owners.has(id) || assembly.silent.has(id)) return;
    const before = assembly.owners.get(id - 1);
    const view = assembly.viewOf.get(id);
    if (!before || !view) return;
    if (opensSentence(view, id) && (reopens(assembly, id) || follows(assembly, view, id, before))) {
      if (onlyMarked(view, marked.paragraph, assembly)) join(assembly, before, [id]);
    }
  });
  joinForward(assembly);
}

/** A frame that comes only in a later paragraph covers the open paragraphs before it. */
function joinForward(assembly: Assembly): void {
  for (let id = assembly.marked.length - 2; id >= 0; id--) {
    const after = assembly.owners.get(id + 1);
    if (assembly.owners.has(id) || !after || !assembly.marked[id]?.continues) continue;
    if (after.quotes.includes(id + 1) && after.quotes[0] === id + 1) join(assembly, after, [id]);
  }
}

function reopens(assembly: Assembly, id: number): boolean {
  const before = assembly.marked[id - 1];
  const here = assembly.marked[id];
  return before !== undefined && here !== undefined && before.continues && here.paragraph > before.paragraph;
}

/** Right behind the sentence of the quotation before, in its paragraph. */
function follows(assembly: Assembly, view: View, id: number, before: Draft): boolean {
  const last = assembly.viewOf.get(id - 1);
  const here = assembly.marked[id];
  if (!last || !here || assembly.marked[id - 1]?.paragraph !== here.paragraph) return false;
  if (view.sentence.index - last.sentence.index > 1) return false;
  return before.marked || endsMarked(assembly, before, id);
}

/** A mixed quotation goes on in marks only where its last words were in marks too. */
function endsMarked(assembly: Assembly, before: Draft, id: number): boolean {
  const last = before.spans.at(-1);
  const marked = assembly.marked[id - 1];
  return last !== undefined && marked !== undefined && last.end >= marked.inner.end;
}

function opensSentence(view: View, id: number): boolean {
  return view.tokens[0]?.quote === id;
}

/** The sentence holds nothing but the marked words. */
function onlyMarked(view: View, _paragraph: number, _assembly: Assembly): boolean {
  return view.tokens.every((token) => token.quote >= 0 || token.tag === 'PUNCT');
}
