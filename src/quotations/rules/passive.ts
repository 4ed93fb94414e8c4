import { agentBetween } from '../agent.ts';
import { complementOf } from '../complement.ts';
import { contentEnd } from '../content-end.ts';
import { claim, draftOf } from '../draft.ts';
import { type Frame, governs } from '../frame.ts';
import { WH_WORDS } from '../lexicon/words.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import { outsideMarks, tokenSpan, type View } from '../view.ts';

const NAME = 'passive';
/** How far behind the cue "by" may stand. */
const AGENT_REACH = 6;

/**
 * "was told by the dean that …", "was asked whether …", "Asked why …, Lee said": whoever stands behind "by"
 * speaks, and the subject is the one spoken to. Without "by" the speaker is not known.
 */
export const passive: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    for (const frame of view.frames) {
      if (claims.frames.has(frame) || !isPassive(view, frame)) continue;
      const agent = agentBetween(view.tokens, /^by$/, frame.cueEnd, agentLimit(view, frame));
      const shifted = agent ? { ...frame, end: agent.end, contentAt: agent.end } : frame;
      const complement = complementOf(view, shifted);
      if (!complement || !/^(?:that|question|bare|quote)$/.test(complement.form)) continue;
      if (complement.form === 'bare' && (frame.lemma === 'ask' || !agent)) continue;
      if (complement.form === 'quote' && !agent && isRetold(view, frame)) continue;
      const end = participial(view, frame)
        ? outsideMarks(view, /^,$/, complement.first)
        : contentEnd(view, complement.first, frame);
      const hearer = frame.group.passive ? frame.source : null;
      const draft = draftOf(NAME, view, [{ first: complement.first, end }], frame, {
        source: agent,
        addressee: hearer ? tokenSpan(view, hearer.first, hearer.end) : null,
        polarity: frame.lemma === 'ask' ? 'asked' : frame.polarity,
        doubt: 0.1,
      });
      if (draft) drafts.push(claim(claims, draft, frame));
    }
    return drafts;
  },
};

/** "was told that she must leave by May": what is told names nobody who told it. */
function agentLimit({ tokens }: View, { cueEnd }: Frame): number {
  const content = tokens.findIndex(
    ({ lower, quote }, at) => at >= cueEnd && quote < 0 && (lower === 'that' || WH_WORDS.has(lower)),
  );
  return Math.min(cueEnd + AGENT_REACH, content < 0 ? tokens.length : content);
}

/** "Lee said members had been shown “three slides”": what is shown there is part of what Lee says. */
function isRetold(view: View, { source, cueFirst }: Frame): boolean {
  const start = source?.first ?? cueFirst;
  return view.frames.some((other) => {
    if (!other.source || other.cueFirst >= start) return false;
    const complement = complementOf(view, other);
    return complement !== null && /^(?:that|bare)$/.test(complement.form) && complement.first <= start;
  });
}

/** Only verbs with a listener: "it was said that" has nobody at all. */
function isPassive(view: View, frame: Frame): boolean {
  if (!governs(frame, 'hearer')) return false;
  return frame.group.passive || participial(view, frame);
}

/** "Asked why, Lee said": a participle that opens the sentence or an aside. */
function participial(view: View, frame: Frame): boolean {
  const { first, verb } = frame.group;
  if (first !== verb || !/^(?:asked|told|questioned|pressed)$/.test(view.tokens[verb]?.lower ?? ''))
    return false;
  const before = view.tokens[verb - 1];
  const opens = verb === view.sentence.body || /^(?:when|if|,)$/.test(before?.lower ?? '');
  return opens && (frame.source === null || frame.inverted || frame.shared);
}
