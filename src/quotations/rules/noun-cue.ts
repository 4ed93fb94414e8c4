import { agentBetween } from '../agent.ts';
import { draftOf } from '../draft.ts';
import { isCueNoun } from '../lexicon/cue-nouns.ts';
import { isRole } from '../lexicon/nouns.ts';
import { NEGATIONS, POSSESSIVES } from '../lexicon/words.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import { nearestBefore, type Source } from '../subject.ts';
import { tokenSpan, type View } from '../view.ts';

const NAME = 'noun-cue';
/** "warnings from scientists that", "a statement by Lee that". */
const AGENT = /^(?:by|from)$/;

/**
 * "her claim that …", "a warning by Lee that …", "Lee’s answer was that …": the cue is a noun, its owner
 * speaks.
 */
export const nounCue: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    for (let at = view.sentence.body; at < view.tokens.length; at++) {
      if (!isCue(view, at)) continue;
      const that = thatAfter(view, at);
      if (that < 0) continue;
      const source = ownerBefore(view, at) ?? agentBetween(view.tokens, AGENT, at + 1, that, that);
      if (!source) continue;
      const end = contentEnd(view, that + 1, at);
      const draft = draftOf(NAME, view, [{ first: that + 1, end }], null, {
        source,
        cue: tokenSpan(view, at, at + 1),
        polarity:
          NEGATIONS.has(view.tokens[at - 1]?.lower ?? '') || /^denials?$/.test(view.tokens[at]?.lower ?? '')
            ? 'not-said'
            : 'said',
        doubt: 0.1,
      });
      if (!draft) continue;
      for (const quote of draft.quotes) claims.quotes.add(quote);
      drafts.push(draft);
    }
    return drafts;
  },
};

function isCue(view: View, at: number): boolean {
  const token = view.tokens[at];
  return token !== undefined && token.quote < 0 && token.tag === 'NOUN' && isCueNoun(token.lower);
}

/** "claim that", "assertion, in a lecture in 1974, that", "answer was that". */
function thatAfter(view: View, at: number): number {
  const { tokens } = view;
  let inAside = false;
  for (let to = at + 1; to < at + 16 && to < tokens.length; to++) {
    const token = tokens[to];
    if (!token || token.quote >= 0 || /^[.;:?!]$/.test(token.text)) return -1;
    if (token.text === ',') inAside = !inAside;
    else if (token.lower === 'that' && !inAside) return verbFollows(view, to) ? to : -1;
    else if (!inAside && token.tag === 'VERB') return -1;
  }
  return -1;
}

/** "the claim that he lied", not "the claim that was made". */
function verbFollows(view: View, that: number): boolean {
  const next = view.tokens[that + 1];
  return next !== undefined && !/^(?:VERB|AUX)$/.test(next.tag);
}

/** "her claim", "Lee’s latest claim". */
function ownerBefore(view: View, at: number): Source | null {
  const { tokens } = view;
  let first = at;
  while (
    first > 0 &&
    /^(?:ADJ|NOUN|NUM|ADV)$/.test(tokens[first - 1]?.tag ?? '') &&
    tokens[first - 1]?.lower !== "'s"
  )
    first--;
  const before = tokens[first - 1];
  if (!before) return null;
  if (POSSESSIVES.has(before.lower)) {
    return { first: first - 1, end: first, head: first - 1, fullEnd: first };
  }
  if (before.lower !== "'s" && before.lower !== "'") return null;
  const owner = nearestBefore(tokens, first - 1, view.sentence.body);
  return owner && (nameOwned(view, owner) ?? owner);
}

/** "no mention of | Lee’s claim": of a thing and a name, the name owns. */
function nameOwned({ tokens }: View, { first, head, end, fullEnd }: Source): Source | null {
  const of = tokens.findIndex(({ lower }, at) => at > head && at < end && lower === 'of');
  if (of < 0 || isRole(tokens[head]?.lower ?? '') || !tokens[of + 1]?.capital) return null;
  const phrase = readNounPhrase(tokens, of + 1, end);
  return phrase && of > first
    ? { first: phrase.first, end: phrase.coreEnd, head: phrase.head, fullEnd }
    : null;
}

/** A clause inside the subject ends before the sentence's own verb: "Lee’s claim that it rained | is false". */
function contentEnd(view: View, first: number, cue: number): number {
  const { tokens, groups } = view;
  const inside = groups.filter((group) => group.form === 'finite' && group.first >= first);
  const led = groups.some((group) => group.form === 'finite' && group.verb < cue);
  const own = led ? undefined : inside[1];
  for (let at = first; at < tokens.length; at++) {
    if (own && at === own.first) return at;
    const token = tokens[at];
    if (token && token.quote < 0 && /^[,;]$/.test(token.text) && at > (inside[0]?.verb ?? at)) return at;
  }
  return tokens.length;
}
