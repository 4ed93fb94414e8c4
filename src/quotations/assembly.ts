import type { Span } from '../article/article.ts';
import type { Marked } from './marks.ts';
import type { Draft } from './rule.ts';
import type { View } from './view.ts';

/** The drafts of a whole article while rules that look over sentence edges join and add to them. */
export interface Assembly {
  readonly views: readonly View[];
  readonly marked: readonly Marked[];
  /** The drafts of each sentence, in the order in which its rules found them. */
  readonly drafts: Map<View, Draft[]>;
  /** Which draft owns a marked stretch, by its index. */
  readonly owners: Map<number, Draft>;
  /** Marked stretches that no rule may use: words in marks inside a turn of a transcript. */
  readonly silent: Set<number>;
  /** Sentence in which a marked stretch stands. */
  readonly viewOf: ReadonlyMap<number, View>;
}

/** Gathers the drafts of all sentences. */
export function assemble(
  views: readonly View[],
  marked: readonly Marked[],
  found: Map<View, Draft[]>,
): Assembly {
  const owners = new Map<number, Draft>();
  const viewOf = new Map<number, View>();
  for (const view of views) for (const quote of view.quotes) viewOf.set(quote.id, view);
  for (const drafts of found.values()) {
    for (const draft of drafts) {
      for (const quote of draft.quotes) if (!owners.has(quote)) owners.set(quote, draft);
    }
  }
  return { views, marked, drafts: found, owners, silent: new Set(), viewOf };
}

/** The drafts of one sentence. */
export function draftsOf(assembly: Assembly, view: View): readonly Draft[] {
  return assembly.drafts.get(view) ?? [];
}

/** All drafts, sentence by sentence. */
export function allDrafts(assembly: Assembly): Draft[] {
  const drafts: Draft[] = [];
  for (const found of assembly.drafts.values()) drafts.push(...found);
  return drafts;
}

/** Whether the marked stretch before was left open and goes on here, in a later paragraph. */
export function reopens({ marked }: Assembly, id: number): boolean {
  const [before, here] = [marked[id - 1], marked[id]];
  return before !== undefined && here !== undefined && before.continues && here.paragraph > before.paragraph;
}

/** Makes marked stretches further spans of a draft; the draft is replaced, its owner entries too. */
export function join(assembly: Assembly, draft: Draft, quotes: readonly number[]): Draft {
  const added = quotes
    .map((quote) => assembly.marked[quote]?.inner)
    .filter((span): span is Span => span !== undefined);
  const joined: Draft = {
    ...draft,
    spans: [...draft.spans, ...added].sort((left, right) => left.start - right.start),
    quotes: [...draft.quotes, ...quotes],
  };
  const siblings = assembly.drafts.get(draft.view) ?? [];
  const at = siblings.lastIndexOf(draft);
  if (at >= 0) siblings[at] = joined;
  for (const quote of joined.quotes) {
    const owner = assembly.owners.get(quote);
    if (owner === draft || owner === undefined) assembly.owners.set(quote, joined);
  }
  return joined;
}

/** Adds a draft that no sentence rule found. */
export function add(assembly: Assembly, draft: Draft): void {
  const siblings = assembly.drafts.get(draft.view);
  if (siblings) siblings.push(draft);
  else assembly.drafts.set(draft.view, [draft]);
  for (const quote of draft.quotes) assembly.owners.set(quote, draft);
}
