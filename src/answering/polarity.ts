import { words } from '../article/words.ts';
import { areOpposed } from './lexicon/opposites.ts';
import { contentWords } from './query.ts';
import { matchForm } from './word-forms.ts';

const NEGATOR =
  /\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|hardly|barely|scarcely|denie[sd]|deny|denying|doubt(?:s|ed)?|refuse[sd]?|refusing|fail(?:s|ed)?|lack(?:s|ed)?|rul(?:es?|ed|ing) (?:\w+ )?out|(?:the )?last thing|no longer|avoid(?:s|ed)?|wont|cant|dont|doesnt|didnt|isnt|wasnt)\b|n['’]t\b/giu;
/** Negators that belong to a comparison or an emphasis and deny nothing. */
const IDLE =
  /\bno(?:t)? (?:only|just|least|fewer than|less than|more than|later than|doubt)\b|\bnot (?:to mention|merely)\b/giu;
/** A negator denies what stands within this many words behind it. */
const REACH = 4;
const SENTENCE_PART_END = /[.;:!?“”"]/;
const MODAL =
  /\b(?:may|might|could|can|perhaps|possibly|maybe|likely|would|should|if|unless|want(?:s|ed)?|hope[sd]?)\b/i;
const SURE = /\b(?:will|must|already|certainly|definitely|is going to|are going to|always|won['’]t)\b/i;

const FUTURE =
  /\b(?:will|won['’]t|shall|would|going to|about to|soon|plans?|planned|intends?|means to|aims?|wants?|until|next|by \d{4})\b|['’]ll\b/i;
const TIME =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|(?:next|last|this|every) (?:week|month|year|spring|summer|autumn|winter|night)|tomorrow|yesterday|tonight|(?:19|20)\d\d)\b/giu;

/** How a claim and a passage agree beyond their topic. */
export interface Agreement {
  /** A word that both have is denied in one of them. */
  readonly denied: boolean;
  /** One holds a negation and the other none, wherever. */
  readonly deniedAnywhere: boolean;
  /** A word of the claim that the passage lacks stands there as its opposite. */
  readonly opposed: boolean;
  /** The claim is of what will be, and the passage speaks of nothing to come. */
  readonly unforeseen: boolean;
  /** A time of the claim (a day, a month, "next week") does not stand in the passage. */
  readonly untimed: boolean;
  /** The claim is certain of what the passage holds possible, or the other way round. */
  readonly modality: boolean;
}

/** Compares what a claim says with a passage: negation, opposites, modality. */
export function readAgreement(claim: string, passage: string): Agreement {
  const claimed = words(claim).map(({ form }) => form);
  const held = words(passage).map(({ form }) => form);
  const heldForms = new Set(held.map(matchForm));
  return {
    denied: isDenied(claim, passage),
    deniedAnywhere: negations(claim) > 0 !== negations(passage) > 0,
    opposed: claimed.some(
      (word) => !heldForms.has(matchForm(word)) && held.some((other) => areOpposed(word, other)),
    ),
    unforeseen: FUTURE.test(claim) && !FUTURE.test(passage),
    untimed: [...claim.matchAll(TIME)].some(([time]) => !passage.toLowerCase().includes(time.toLowerCase())),
    modality: certainty(claim) * certainty(passage) < 0,
  };
}

function certainty(text: string): number {
  return MODAL.test(text) ? -1 : SURE.test(text) ? 1 : 0.5;
}

function negations(text: string): number {
  return [...text.replace(IDLE, ' ').matchAll(NEGATOR)].length;
}

/** Whether a content word that claim and passage share is denied in one and not in the other. */
function isDenied(claim: string, passage: string): boolean {
  const own = deniedWords(claim);
  const other = deniedWords(passage);
  return [...own].some(([form, denied]) => other.has(form) && other.get(form) !== denied);
}

/** The content words of a text, each with whether a negator stands shortly before it. */
function deniedWords(text: string): ReadonlyMap<string, boolean> {
  const bare = text.replace(IDLE, (idle) => ' '.repeat(idle.length));
  const negators = [...bare.matchAll(NEGATOR)].map(({ index }) => index);
  const found = new Map<string, boolean>();
  const all = words(bare);
  all.forEach(({ start, form }, at) => {
    if (form.length < 4 || contentWords(form) === 0) return;
    const from = all[Math.max(0, at - REACH)]?.start ?? 0;
    const denied = negators.some(
      (negator) => negator >= from && negator < start && !SENTENCE_PART_END.test(bare.slice(negator, start)),
    );
    const key = matchForm(form);
    found.set(key, (found.get(key) ?? false) || denied);
  });
  return found;
}
