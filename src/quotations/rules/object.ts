import { complementOf, contentEnd } from '../complement.ts';
import { claim, draftOf } from '../draft.ts';
import type { Frame } from '../frame.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import type { View } from '../view.ts';

const NAME = 'object';

/**
 * "Lee denied the charges", "called it “a disgrace”", "urged them to stay", "vowed to fight": the act is in the
 * verb, what was said is its object or infinitive.
 */
export const object: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    for (const frame of view.frames) {
      if (claims.frames.has(frame) || !frame.source || frame.group.passive) continue;
      const first = contentFirst(view, frame);
      if (first < 0) continue;
      const end = contentEnd(view, first, frame, claims);
      const draft = draftOf(NAME, view, [{ first, end }], frame);
      if (draft) drafts.push(claim(claims, draft, frame));
    }
    return drafts;
  },
};

function contentFirst(view: View, frame: Frame): number {
  const complement = complementOf(view, frame);
  if (!complement) return -1;
  const governs = new Set(frame.verbs.flatMap((verb) => verb.governs));
  const { form, first } = complement;
  if (form === 'object' && (governs.has('object') || governs.has('naming'))) return first;
  if (form === 'infinitive' && governs.has('infinitive') && frame.hearer === null) return first;
  if (form === 'infinitive' && governs.has('request') && frame.hearer !== null) return first;
  return -1;
}
