import { complementOf } from '../complement.ts';
import { claim, draftOf, type TokenRange } from '../draft.ts';
import { type Frame, governs } from '../frame.ts';
import { CLAUSE_VERBS, TIME_NOUNS } from '../lexicon/words.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import type { Source } from '../subject.ts';
import { clauseStart, hasMarkedVerb, tokenSpan, type View } from '../view.ts';

const NAME = 'trailing-clause';

/** "It rained, Lee said", "It rained, said Lee, and it snowed": what is retold stands before its frame. */
export const trailingClause: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    for (const frame of view.frames) {
      if (!frame.source || frame.shared || claims.frames.has(frame) || frame.group.form !== 'finite')
        continue;
      if (!governs(frame, 'clause', 'that', 'hearer')) continue;
      // "…, few were convinced"
      if (frame.group.passive && !TOLD.test(frame.lemma)) continue;
      const ranges = contentAround(view, frame, claims);
      if (!ranges) continue;
      const draft = draftOf(NAME, view, ranges, frame, frame.group.passive ? toldTo(view, frame.source) : {});
      if (draft) drafts.push(claim(claims, draft, frame));
    }
    return drafts;
  },
};

/** Verbs of telling whose passive reports what was told. */
const TOLD = /^(?:tell|inform|advise|warn|assure|remind)$/;

/** "…, jurors were told": they have not said it, and who has is not told. */
function toldTo(view: View, { first, end }: Source): Partial<Draft> {
  return { source: null, addressee: tokenSpan(view, first, end) };
}

function contentAround(view: View, frame: Frame, claims: Claims): TokenRange[] | null {
  const { tokens, sentence, groups } = view;
  const as = tokens[frame.start - 1]?.lower === 'as';
  if (as && frame.start - 1 === sentence.body) return afterAs(view, frame);
  const comma = as ? frame.start - 2 : frame.start - 1;
  if (!/^(?:,|—|–|--)$/.test(tokens[comma]?.text ?? '')) return null;
  const form = complementOf(view, frame)?.form;
  if (form && form !== 'object' && form !== 'infinitive') return null;
  if (form === 'object' && !frame.inverted && frame.hearer === null) return null;
  const first = contentStart(view, comma, claims);
  // Only a clause is a statement: "In a letter, Lee said" has none.
  const hasVerb =
    groups.some(
      (group) =>
        group.form === 'finite' &&
        group.verb >= first &&
        group.verb < comma &&
        !isBareParticiple(tokens, group.first, group.verb),
    ) ||
    hasMarkedVerb(view, first, comma) ||
    hidesVerb(view, first, comma, frame);
  const parenthetical =
    tokens[frame.contentAt]?.text === ',' || /^(?:—|–|--)$/.test(tokens[frame.contentAt]?.text ?? '');
  const rest = frame.contentAt + 1;
  // "…, the ministry announced, ending a dispute": the news does that, and not what is retold.
  const goesOn =
    rest < tokens.length - 1 && !(tokens[rest]?.tag === 'VERB' && /ing$/.test(tokens[rest]?.lower ?? ''));
  const second = parenthetical && goesOn ? [{ first: rest, end: tokens.length }] : [];
  const verbBehind =
    groups.some((group) => group.form === 'finite' && group.verb >= rest) || hasMarkedVerb(view, rest);
  if (!hasVerb && !(second.length > 0 && verbBehind)) return null;
  // "But, Lee said, it rained": only a conjunction before the frame.
  if (first >= comma || sentence.body >= comma) return verbBehind && second.length > 0 ? second : null;
  return [{ first, end: comma }, ...second];
}

/**
 * "Old boats leak, says Lee": taggers take many verbs for nouns. Before a verb that hardly governs anything but a clause,
 * what opens like a subject and is no day or place is one.
 */
function hidesVerb({ tokens }: View, first: number, comma: number, { lemma, inverted }: Frame): boolean {
  if (!CLAUSE_VERBS.has(lemma) || comma - first < 3) return false;
  if (!/^(?:DET|NOUN|PROPN|PRON|NUM|ADJ)$/.test(tokens[first]?.tag ?? '')) return false;
  const words = tokens.slice(first, comma);
  const nouns = words.filter(({ tag }) => /^(?:NOUN|PROPN)$/.test(tag));
  if (words.some(({ tag }) => tag === 'PUNCT') || nouns.every(({ lower }) => TIME_NOUNS.has(lower)))
    return false;
  return inverted || nouns.length > 1;
}

/** "Asked to clarify", "In a memo seen by this paper": it opens the sentence, or whoever did it stands behind. */
function isBareParticiple(tokens: View['tokens'], first: number, verb: number): boolean {
  if (first !== verb) return false;
  const isOpening = verb === 0 && /ed$/.test(tokens[verb]?.lower ?? '');
  const isOwned = tokens[verb + 1]?.lower === 'by' && /^(?:NOUN|PROPN)$/.test(tokens[verb - 1]?.tag ?? '');
  return isOpening || isOwned;
}

/** "As Lee explained, it rained": the content stands behind the frame's comma. */
function afterAs(view: View, frame: Frame): TokenRange[] | null {
  const comma = frame.contentAt;
  if (view.tokens[comma]?.text !== ',' || comma + 3 >= view.tokens.length) return null;
  return [{ first: comma + 1, end: view.tokens.length }];
}

/** Back to the start of the clause, or to what another frame has claimed. */
function contentStart(view: View, comma: number, claims: Claims): number {
  const claimed = view.frames.filter((frame) => claims.frames.has(frame) && frame.cueFirst < comma);
  return clauseStart(
    view,
    comma,
    claimed.map(({ cueEnd }) => cueEnd),
  );
}
