import { type Assembly, add, draftsOf, join, reopens } from '../assembly.ts';
import { mainSubject } from '../main-subject.ts';
import type { Draft } from '../rule.ts';
import { maySpeak } from '../rules/object.ts';
import type { Source } from '../subject.ts';
import { onlyMarked, type View } from '../view.ts';

const NAME = 'floating';

/**
 * Whole sentences in marks without a frame: the speaker is whoever spoke last right before, else the subject
 * of the sentence before.
 */
export function floating(assembly: Assembly): void {
  assembly.marked.forEach((_marked, id) => {
    if (assembly.owners.has(id) || assembly.silent.has(id)) return;
    const view = assembly.viewOf.get(id);
    if (!view || !isWhole(view, id)) return;
    const before = assembly.owners.get(id - 1);
    const joins = before?.rule === NAME && (runsOn(assembly, view, id) || reopens(assembly, id));
    if (before && (joins || goesOn(assembly, before, view, id))) join(assembly, before, [id]);
    else add(assembly, draftFor(assembly, view, id));
  });
}

/** A sentence that is nothing but marked words, long enough to be speech and not a title. */
function isWhole(view: View, id: number): boolean {
  const own = view.tokens.filter((token) => token.quote === id);
  return onlyMarked(view) && own.length >= 4;
}

function runsOn(assembly: Assembly, view: View, id: number): boolean {
  const last = assembly.viewOf.get(id - 1);
  return last !== undefined && view.sentence.paragraph === last.sentence.paragraph;
}

/** A paragraph of nothing but marked words right behind the end of a quotation, no narration between: it goes on. */
function goesOn(assembly: Assembly, before: Draft, view: View, id: number): boolean {
  const last = assembly.viewOf.get(id - 1);
  if (!last || !before.marked || before.quotes.at(-1) !== id - 1 || before.polarity === 'asked') return false;
  if (last.sentence.index !== view.sentence.index - 1) return false;
  if (last.tokens.at(-1)?.quote !== id - 1 && !endsInFrame(assembly, last, before)) return false;
  // A short line, or one behind a question, is rather somebody's answer.
  if (last.tokens.at(-1)?.text === '?' || view.tokens.length < SHORT_LINE) return false;
  return view.sentence.paragraph === last.sentence.paragraph + 1;
}

const SHORT_LINE = 8;

/** "“…,” Lee said.": nothing else is told behind the frame. */
function endsInFrame(assembly: Assembly, view: View, draft: Draft): boolean {
  return draft.view === view && draft.rule === 'trailing-quote' && draftsOf(assembly, view).length === 1;
}

function draftFor(assembly: Assembly, view: View, id: number): Draft {
  const speaker = speakerBefore(assembly, view, id);
  const inner = assembly.marked[id]?.inner;
  return {
    rule: NAME,
    view: speaker?.view ?? view,
    spans: inner ? [inner] : [],
    quotes: [id],
    act: 'saying',
    polarity: 'said',
    cue: null,
    source: speaker?.source ?? null,
    addressee: null,
    marked: true,
    doubt: speaker?.doubt ?? 0.5,
    via: null,
  };
}

/** "She laughs when I ask if it rained.": whoever asks in passing is not who speaks next. */
function isInner(view: View, source: Source): boolean {
  return (
    view.tokens[source.first - 1]?.tag === 'SCONJ' ||
    /^(?:when|as|if|whenever)$/.test(view.tokens[source.first - 1]?.lower ?? '')
  );
}

interface Inherited {
  readonly view: View;
  readonly source: Source | null;
  readonly doubt: number;
}

function speakerBefore(assembly: Assembly, view: View, id: number): Inherited | null {
  const before = assembly.views[view.sentence.index - 1];
  if (!before || view.sentence.paragraph - before.sentence.paragraph > 2) return null;
  const last = assembly.owners.get(id - 1);
  const lastView = assembly.viewOf.get(id - 1);
  if (last?.source && lastView === before) return { view: last.view, source: last.source, doubt: 0.15 };
  const retold = draftsOf(assembly, before).findLast(
    (draft) => draft.source !== null && !(draft.polarity === 'asked' && isInner(before, draft.source)),
  );
  if (retold?.source) return { view: before, source: retold.source, doubt: 0.2 };
  const subject = mainSubject(before);
  if (!subject || before.tokens[subject.head]?.lower === 'it' || !maySpeak(before, subject)) return null;
  return { view: before, source: subject, doubt: 0.3 };
}
