import { claim, draftOf } from '../draft.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import type { Source } from '../subject.ts';
import { subjectOf, tokenSpan, type View } from '../view.ts';

const NAME = 'colon-quote';

/**
 * "Lee: “…”", "Lee had a word for it: “…”", "Lee defended the plan: “…”": behind a colon, whole sentences in
 * marks are the words of the subject before it.
 */
export const colonQuote: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    for (const quote of view.quotes) {
      if (claims.quotes.has(quote.id) || view.tokens[quote.first - 1]?.text !== ':') continue;
      if (!isWhole(view, quote.first, quote.end)) continue;
      const found = speakerBefore(view, quote.first - 1);
      if (!found) continue;
      const draft = draftOf(NAME, view, [quote], null, { ...found, doubt: 0.1 });
      if (draft) drafts.push(claim(claims, draft, null));
    }
    return drafts;
  },
};

/** Speech, not a title: it begins with a capital and has some length. */
function isWhole(view: View, first: number, end: number): boolean {
  return end - first >= 4 && /^[\p{Lu}\p{N}[…']/u.test(view.tokens[first]?.text ?? '');
}

function speakerBefore(
  view: View,
  colon: number,
): { source: Source; cue: ReturnType<typeof tokenSpan> } | null {
  const { tokens, sentence } = view;
  const shown = shownBefore(view, colon);
  if (shown) return { source: shown, cue: tokenSpan(view, colon, colon + 1) };
  const label = readNounPhrase(tokens, sentence.body, colon);
  if (label && label.end === colon && tokens[label.head]?.tag === 'PROPN') {
    return {
      source: { ...label, end: label.coreEnd, fullEnd: colon },
      cue: tokenSpan(view, colon, colon + 1),
    };
  }
  const frame = view.frames.findLast(
    (candidate) => candidate.cueFirst < colon && candidate.source !== null && !candidate.group.passive,
  );
  if (frame?.source) return { source: frame.source, cue: tokenSpan(view, frame.group.verb, frame.cueEnd) };
  for (const group of view.groups) {
    if (group.form !== 'finite' || group.verb >= colon) continue;
    const source = subjectOf(view, group);
    if (source) return { source, cue: tokenSpan(view, group.verb, group.verb + 1) };
  }
  return null;
}

/** "Here’s Lee in 1992: “…”", "This is Lee on Friday: “…”": whom it shows; else null. */
function shownBefore({ tokens, sentence }: View, colon: number): Source | null {
  const [here, is] = [tokens[sentence.body], tokens[sentence.body + 1]];
  if (!/^(?:here|this)$/.test(here?.lower ?? '') || !/^(?:is|'s)$/.test(is?.lower ?? '')) return null;
  const phrase = readNounPhrase(tokens, sentence.body + 2, colon);
  return phrase && tokens[phrase.head]?.tag === 'PROPN'
    ? { ...phrase, end: phrase.coreEnd, fullEnd: colon }
    : null;
}
