import { claim, draftOf } from '../draft.ts';
import { cueForm } from '../lexicon/cue-verbs.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import { subjectAfter } from '../subject.ts';
import { type QuoteInSentence, subjectOf, tokenSpan, type View } from '../view.ts';
import { maySpeak } from './object.ts';
import { quoteBefore } from './trailing-quote.ts';

const NAME = 'any-verb';

/**
 * No list of verbs is complete ("“No,” Lee shrugged"): right behind a quotation that ends open, any verb with
 * a subject is a cue.
 */
export const anyVerb: Rule = {
  name: NAME,
  find(view: View, claims: Claims): Draft[] {
    const drafts: Draft[] = [];
    if (view.quotes.every((quote) => claims.quotes.has(quote.id))) return drafts;
    for (const group of view.groups) {
      if (group.form !== 'finite' || cueForm(view.tokens[group.verb]?.lower ?? '')) continue;
      const inverted = subjectAfter(view.tokens, group.verb + 1);
      const direct = subjectOf(view, group);
      for (const source of [direct, group.first === group.verb ? inverted : null]) {
        if (!source) continue;
        const start = source === direct ? source.first : group.first;
        const quote = quoteBefore(view, { start }, claims);
        if (!quote || !isSpeech(view, quote) || !maySpeak(view, source)) continue;
        const draft = draftOf(NAME, view, [quote], null, {
          source,
          cue: tokenSpan(view, group.verb, group.verb + 1),
          doubt: 0.2,
        });
        if (draft) drafts.push(claim(claims, draft, null));
        break;
      }
    }
    return drafts;
  },
};

/** Speech before its frame ends with a mark of its own; a title does not. */
function isSpeech(view: View, quote: QuoteInSentence): boolean {
  return /^[,.?!…—–-]$/u.test(view.tokens[quote.end - 1]?.text ?? '');
}
