import { asksNotToBeNamed } from '../anonymity.ts';
import { complementOf } from '../complement.ts';
import { contentEnd } from '../content-end.ts';
import { claim, draftOf, isInside } from '../draft.ts';
import { type Frame, governs } from '../frame.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import { closingFrame } from '../trailing.ts';
import type { View } from '../view.ts';

const NAME = 'clause';

/**
 * "Lee said (that) it would rain", "told the paper she would go", "asked whether it rained": what is retold is
 * a clause behind the cue. With words in marks inside it is a mixed quotation.
 */
export const clause: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    const closing = closingFrame(view);
    for (const frame of view.frames) {
      // "The council knew it would fall, Lee said": what is known is part of what is said.
      if (closing && frame.start < closing.start && frame.verbs[0]?.act !== 'saying') continue;
      if (claims.frames.has(frame) || !frame.source || frame.group.passive) continue;
      const complement = complementOf(view, frame);
      if (!complement || !accepts(frame, complement.form)) continue;
      if (frame.lemma === 'ask' && asksNotToBeNamed(view.tokens, complement.first)) continue;
      const via = drafts.findLast((draft) => isInside(view, frame, draft.spans)) ?? null;
      // "Lee said she believes it": the thought is part of what is said, and not passed on from somebody else.
      if (via && frame.verbs[0]?.act !== 'saying') continue;
      // Marked words that are passed on are part of what both say.
      const end = contentEnd(view, complement.first, frame, via ? null : claims);
      const draft = draftOf(NAME, view, [{ first: complement.first, end }], frame, { via });
      if (draft) drafts.push(claim(claims, draft, frame));
    }
    return drafts;
  },
};

function accepts(frame: Frame, form: string): boolean {
  if (form === 'that') return governs(frame, 'clause', 'that', 'hearer');
  if (form === 'bare') return governs(frame, 'clause') || (frame.hearer !== null && governs(frame, 'hearer'));
  if (form === 'colon') return governs(frame, 'clause', 'that', 'hearer', 'question');
  return form === 'question' && governs(frame, 'question', 'clause', 'hearer', 'topic');
}
