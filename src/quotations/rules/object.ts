import { asksNotToBeNamed } from '../anonymity.ts';
import { complementOf, namesOnly } from '../complement.ts';
import { contentEnd, objectEnd } from '../content-end.ts';
import { claim, draftOf, isInside, quotesIn } from '../draft.ts';
import { type Frame, governs } from '../frame.ts';
import { POSSESSIVES, QUANTIFIERS, TIME_NOUNS } from '../lexicon/words.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Claims, Draft, Rule } from '../rule.ts';
import { canSpeak } from '../speakers/mention.ts';
import type { Source } from '../subject.ts';
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
      const end = objectEnd(view, first, contentEnd(view, first, frame, claims));
      if (namesOnly(frame) && quotesIn(view, { first, end }).length === 0 && !isPredication(view, first, end))
        continue;
      if (isBare(view, first, end) || isBeforeColon(view, first, end) || isGoods(view, frame, first))
        continue;
      // Inside what another frame reports, a judgement is part of the content.
      if (!maySpeak(view, frame.source) || isInside(view, frame, claims.retold)) continue;
      // Who asks somebody to do something asks no question.
      const polarity = frame.polarity === 'asked' ? 'said' : frame.polarity;
      const draft = draftOf(NAME, view, [{ first, end }], frame, { polarity });
      if (draft) drafts.push(claim(claims, draft, frame));
    }
    return drafts;
  },
};

function contentFirst(view: View, frame: Frame): number {
  const complement = complementOf(view, frame);
  const { hearer } = frame;
  // "urged a strong stand": what looks like a listener is a thing.
  if (
    !complement &&
    hearer &&
    governs(frame, 'request') &&
    !canSpeak(view.tokens[hearer.head]?.lower ?? '')
  ) {
    return view.tokens[hearer.head]?.tag === 'NOUN' && frame.lemma === 'urge' ? hearer.first : -1;
  }
  if (!complement) return -1;
  const { form, first } = complement;
  // "called it “a joke”" looks like a clause whose verb stands in the marks.
  if (form === 'bare' && namesOnly(frame)) return first;
  if (form === 'infinitive' && (carriesCue(view, frame, first) || asksNotToBeNamed(view.tokens, first)))
    return -1;
  if (form === 'object' && governs(frame, 'object', 'naming')) return first;
  if (form === 'infinitive' && hearer === null && governs(frame, 'infinitive')) return first;
  if (form === 'infinitive' && hearer !== null && governs(frame, 'request')) return first;
  return -1;
}

/** "is recalling 40,000 kettles": firms recall what they have sold. */
function isGoods({ tokens }: View, { lemma }: Frame, first: number): boolean {
  return lemma === 'recall' && tokens[first]?.tag === 'NUM';
}

/** "disputed that version: “…”": the words behind a colon are a quotation of their own. */
function isBeforeColon({ tokens }: View, first: number, end: number): boolean {
  const colon = tokens.slice(first, end).findIndex(({ text, quote }) => text === ':' && quote < 0);
  return colon > 0 && (tokens[first + colon + 1]?.quote ?? -1) >= 0;
}

/** "rejected it", "denied that account": what was said stands somewhere else. */
function isBare({ tokens }: View, first: number, end: number): boolean {
  const words = tokens.slice(first, end).filter(({ tag }) => tag !== 'PUNCT');
  const [opening] = words;
  if (!opening || words.some(({ quote }) => quote >= 0)) return words.length === 0;
  if (words.length === 1) return opening.tag === 'PRON';
  return words.length === 2 && /^(?:that|this|these|those|such)$/.test(opening.lower);
}

/** "declined to say whether": the infinitive is a cue of its own. */
function carriesCue(view: View, frame: Frame, first: number): boolean {
  return view.frames.some(
    (other) =>
      other !== frame &&
      other.group.verb > first &&
      other.group.verb <= first + 2 &&
      (other.cueEnd >= view.tokens.length - 1 || reports(view, other)),
  );
}

function reports(view: View, frame: Frame): boolean {
  const form = complementOf(view, frame)?.form;
  if (form === 'object') return !namesOnly(frame) && governs(frame, 'object');
  return form !== undefined && form !== 'infinitive';
}

/** "called him divisive", "called the plan a mistake": what is named, and then its name; not "called a taxi". */
function isPredication({ tokens }: View, first: number, end: number): boolean {
  const pronoun = /^(?:him|her|it|them|us|me|himself|herself|itself|themselves)$/.test(
    tokens[first]?.lower ?? '',
  );
  const phrase = pronoun ? null : readNounPhrase(tokens, first, end);
  const at = pronoun ? first + 1 : (phrase?.end ?? end);
  const next = tokens[at];
  if (tokens.slice(first + 1, end).some(({ lower }) => lower === 'as')) return true;
  if (!next || at >= end) return false;
  if (next.tag === 'ADJ') return true;
  // "called me The Poet" gives a nickname.
  if (!/^(?:an?|the)$/.test(next.text)) return false;
  const name = readNounPhrase(tokens, at, end);
  const time = name && TIME_NOUNS.has(tokens[name.head]?.lower ?? '');
  const owned = POSSESSIVES.has(tokens[first]?.lower ?? '') && !pronoun;
  return name !== null && !time && !owned;
}

/** A judgement needs a judge: a name, a pronoun, a role, a body or a document. */
export function maySpeak(view: View, source: Source): boolean {
  const head = view.tokens[source.head];
  if (!head || head.tag === 'PROPN' || head.tag === 'PRON' || QUANTIFIERS.has(head.lower)) return true;
  return canSpeak(head.lower);
}
