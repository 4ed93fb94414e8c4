import { sourceOf } from '../agent.ts';
import { complementOf } from '../complement.ts';
import { contentEnd } from '../content-end.ts';
import { claim, draftOf } from '../draft.ts';
import type { Frame } from '../frame.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';

const NAME = 'quoted-as';

/**
 * "The paper quoted Lee as saying …", "Lee was quoted as saying …", "cited Lee as telling …": the one quoted
 * speaks, the one who quotes passes it on.
 */
export const quotedAs: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    for (const frame of view.frames) {
      if (frame.group.form !== 'participle' || claims.frames.has(frame)) continue;
      if (view.tokens[frame.group.verb - 1]?.lower !== 'as') continue;
      const carrier = view.frames.findLast(
        (other) => other.cueFirst < frame.cueFirst && /^(?:quote|cite|describe|report)$/.test(other.lemma),
      );
      const source = carrier && quoted(view, carrier, frame);
      const complement = complementOf(view, frame);
      if (!source || !complement) continue;
      const end = contentEnd(view, complement.first, frame);
      const draft = draftOf(NAME, view, [{ first: complement.first, end }], frame, { source });
      if (!draft) continue;
      claims.frames.add(carrier);
      drafts.push(claim(claims, draft, frame));
    }
    return drafts;
  },
};

function quoted(view: View, carrier: Frame, frame: Frame): Source | null {
  if (carrier.group.passive) return carrier.source;
  const phrase = readNounPhrase(view.tokens, carrier.cueEnd, frame.cueFirst);
  return phrase && sourceOf(phrase);
}
