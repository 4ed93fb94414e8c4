import { cueForm } from './lexicon/cue-verbs.ts';
import { isRole } from './lexicon/nouns.ts';
import type { Token } from './sentence.ts';
import type { Tag } from './tagger.ts';

/** Forms that are verbs of saying wherever they stand. */
const ALWAYS_VERBS = new Set([
  'said',
  'says',
  'told',
  'tells',
  'wrote',
  'tweeted',
  'quipped',
  'added',
  'adds',
]);
/** Forms that look like nouns: a verb only between a speaker and what is said. */
const AFTER_SPEAKER: ReadonlySet<Tag> = new Set(['PROPN', 'NOUN', 'PRON']);
const OPENS_CONTENT = new Set([
  'that',
  'he',
  'she',
  'they',
  'it',
  'the',
  'a',
  'an',
  'there',
  'his',
  'her',
  'its',
  'their',
  'this',
  'these',
  'those',
  ',',
  'in',
  'on',
  'to',
  'at',
  ':',
  'how',
  'why',
  'whether',
  'if',
  'i',
  'we',
  'no',
  'many',
  'some',
]);

/** Repairs what the tagger is known to get wrong around speakers; everything else stays as it was. */
export function repairTags(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    const tag = repaired(tokens, token, at);
    return tag === token.tag ? token : { ...token, tag };
  });
}

function repaired(tokens: readonly Token[], token: Token, at: number): Tag {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (ALWAYS_VERBS.has(token.lower)) return 'VERB';
  if (/^[-–—]$/.test(token.text)) return 'PUNCT';
  if (token.tag === 'ADJ' && isRole(token.lower) && !(after && /^(?:NOUN|ADJ)$/.test(after.tag)))
    return 'NOUN';
  if (
    token.tag === 'ADJ' &&
    before?.text === ',' &&
    after &&
    OPENS_CONTENT.has(after.lower) &&
    cueForm(token.lower)?.forms.has('past')
  ) {
    return 'VERB';
  }
  if (!before && /ing$/.test(token.lower) && after && /^(?:ADP|DET|PRON|PART)$/.test(after.tag))
    return 'VERB';
  const capital = /^\p{Lu}/u.test(token.text);
  if (capital && before && !sentenceStart(before) && token.tag !== 'PROPN') {
    // "The Associated Press": a capital inside a sentence is a name, unless it begins words in marks.
    const startsQuote = token.quote >= 0 && before.quote !== token.quote;
    if (!startsQuote && /^(?:VERB|ADJ|NOUN|ADV|X|INTJ)$/.test(token.tag) && /\p{Ll}/u.test(token.text))
      return 'PROPN';
  }
  if (!capital && (token.tag === 'NOUN' || token.tag === 'ADJ' || token.tag === 'PROPN') && before) {
    const cue = cueForm(token.lower);
    const form = cue && (cue.forms.has('third') || cue.forms.has('past'));
    if (form && AFTER_SPEAKER.has(before.tag) && startsContent(token, after)) return 'VERB';
  }
  return token.tag;
}

function startsContent(token: Token, after: Token | undefined): boolean {
  if (!after) return false;
  return after.quote >= 0 ? token.quote !== after.quote : OPENS_CONTENT.has(after.lower);
}

function sentenceStart(before: Token): boolean {
  return /^(?:[.?!:…—–]|\.{3})$/u.test(before.text);
}
