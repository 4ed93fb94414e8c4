import { cueForm } from './lexicon/cue-verbs.ts';
import { isRole } from './lexicon/nouns.ts';
import type { Tag, TaggedToken } from './tagger.ts';

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

/**
 * The tag of a token, repaired where the tagger is known to err around speakers. `quotes` gives the marked
 * stretch of each token, -1 for none.
 */
export function repairedTag(tokens: readonly TaggedToken[], quotes: readonly number[], at: number): Tag {
  const token = tokens[at];
  if (!token) return 'X';
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (ALWAYS_VERBS.has(token.lower)) return 'VERB';
  // "71% of voters" counts people like "71 percent".
  if (token.lower === 'police' || token.text === '%') return 'NOUN';
  if (token.lower === 'there' && after?.text === ',' && before?.tag === 'NOUN') return 'ADV';
  if (token.lower === 'according' && after?.lower === 'to') return 'ADP';
  if (token.lower === 'to' && before?.lower === 'according') return 'ADP';
  if (token.tag === 'VERB' && before?.lower === 'to' && tokens[at - 2]?.lower === 'according') return 'NOUN';
  if (/^(?:ADJ|NOUN)$/.test(token.tag) && closesFrame(tokens, quotes, at)) return 'VERB';
  if (token.tag === 'NOUN' && endsSentence(tokens, at)) return 'VERB';
  // "said lead author Ann Lee": behind a verb of saying and before a calling stands no verb.
  if (token.tag === 'VERB' && before && after && ALWAYS_VERBS.has(before.lower) && isRole(after.lower))
    return 'NOUN';
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
  if (governsThat(tokens, at) || isPastForm(tokens, at)) return 'VERB';
  // "Welch added that": a name that begins a sentence and looks like a verb.
  if (token.tag === 'VERB' && token.capital && (!before || sentenceStart(before)) && after?.tag === 'VERB') {
    const cue = cueForm(after.lower);
    if (cue && (cue.forms.has('past') || cue.forms.has('third')) && !cueForm(token.lower)) return 'PROPN';
  }
  if (!before && /ing$/.test(token.lower) && after && /^(?:ADP|DET|PRON|PART)$/.test(after.tag))
    return 'VERB';
  const { capital } = token;
  if (capital && before && !sentenceStart(before) && token.tag !== 'PROPN') {
    // "The Associated Press": a capital inside a sentence is a name, unless it begins words in marks.
    const startsQuote = (quotes[at] ?? -1) >= 0 && quotes[at - 1] !== quotes[at];
    if (!startsQuote && /^(?:VERB|ADJ|NOUN|ADV|X|INTJ)$/.test(token.tag) && /\p{Ll}/u.test(token.text))
      return 'PROPN';
  }
  if (!capital && token.tag === 'NOUN' && after && isPlainVerb(tokens, at, after)) return 'VERB';
  if (!capital && (token.tag === 'NOUN' || token.tag === 'ADJ' || token.tag === 'PROPN') && before) {
    const cue = cueForm(token.lower);
    const form = cue && (cue.forms.has('third') || cue.forms.has('past'));
    if (
      form &&
      AFTER_SPEAKER.has(before.tag) &&
      after &&
      startsContent(after, quotes, at) &&
      !isObject(tokens, at)
    )
      return 'VERB';
  }
  return token.tag;
}

/**
 * "Lee, who keeps the books, points out that", "…, and alleged that": behind a comma or "and" a form of a verb of saying
 * with "that" behind it is no noun and no adjective.
 */
function governsThat(tokens: readonly TaggedToken[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || token.capital || !before || !/^(?:NOUN|ADJ)$/.test(token.tag)) return false;
  const particle = /^(?:out|back|in|up)$/.test(tokens[at + 1]?.lower ?? '');
  if (tokens[particle ? at + 2 : at + 1]?.lower !== 'that') return false;
  const forms = cueForm(token.lower)?.forms;
  if (before.text === ',') return forms?.has('past') === true || forms?.has('third') === true;
  return /^(?:and|but)$/.test(before.lower) && tokens[at - 2]?.text === ',' && forms?.has('past') === true;
}

/** "Lee chased the goat": between a name and a determiner hardly any noun ends in "-ed". */
function isPastForm(tokens: readonly TaggedToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag !== 'NOUN' || token.capital || !/[^e]ed$/.test(token.lower)) return false;
  if (/(?:bed|shed|sled|hundred|biped|newlywed)$/.test(token.lower)) return false;
  return tokens[at - 1]?.tag === 'PROPN' && /^(?:DET|PRON)$/.test(tokens[at + 1]?.tag ?? '');
}

/** "unions claim it will", "one in five say that it": a plural, a verb in its plain form, and a clause. */
function isPlainVerb(tokens: readonly TaggedToken[], at: number, after: TaggedToken): boolean {
  const before = tokens[at - 1];
  if (!before || !cueForm(tokens[at]?.lower ?? '')?.forms.has('base')) return false;
  const plural = before.tag === 'NUM' || isPlural(before);
  return plural && /^(?:that|he|she|it|they|there|we|i)$/.test(after.lower);
}

function isPlural({ lower, tag }: TaggedToken): boolean {
  return (
    /^(?:NOUN|PROPN)$/.test(tag) && /[^s]s$|^(?:data|people|police|women|men|children|media)$/.test(lower)
  );
}

/** "cut its annual profit forecast on Monday": a phrase with a determiner behind a verb is its object. */
function isObject(tokens: readonly TaggedToken[], at: number): boolean {
  let first = at - 1;
  while (/^(?:NOUN|ADJ)$/.test(tokens[first]?.tag ?? '')) first--;
  return (
    /^(?:PRON|DET)$/.test(tokens[first]?.tag ?? '') && tokens[first - 1]?.tag === 'VERB' && first < at - 1
  );
}

function startsContent(after: TaggedToken, quotes: readonly number[], at: number): boolean {
  const quote = quotes[at + 1] ?? -1;
  return quote >= 0 ? quote !== quotes[at] : OPENS_CONTENT.has(after.lower);
}

/** "“…,” Lee detailed.": between a name behind marks and the end of the sentence stands a verb. */
function closesFrame(tokens: readonly TaggedToken[], quotes: readonly number[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const particle = /^(?:back|in|up|out|on)$/.test(tokens[at + 1]?.lower ?? '');
  const after = tokens[particle ? at + 2 : at + 1]?.text ?? '.';
  if (!token || !before || !/^(?:PROPN|PRON)$/.test(before.tag) || !/^[.,:]$/.test(after)) return false;
  if (token.capital || !cueForm(token.lower)?.forms.has('past')) return false;
  return [2, 3, 4, 5].some((back) => (quotes[at - back] ?? -1) >= 0);
}

/** "It fell, Portuguese newspaper O Dia reports.": the last word, behind a phrase that a comma opens. */
function endsSentence(tokens: readonly TaggedToken[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || token.capital || !before || tokens[at + 1]?.text !== '.') return false;
  const forms = cueForm(token.lower)?.forms;
  if (!(before.capital && forms?.has('third')) && !(endsPlural(before) && forms?.has('base'))) return false;
  let first = at - 1;
  while (first > at - 10 && /^(?:PROPN|NOUN|ADJ|DET|ADP|VERB)$/.test(tokens[first]?.tag ?? '')) first--;
  if (tokens[first]?.text !== ',') return false;
  const body = tokens[first + 1]?.lower === 'the' && before.tag === 'PROPN' && forms?.has('third') === true;
  const clause = tokens.slice(Math.max(0, first - 25), Math.max(0, first));
  return body || clause.some(({ tag }) => /^(?:VERB|AUX)$/.test(tag));
}

/** "harbour documents show": many plurals look like verbs. */
function endsPlural(before: TaggedToken): boolean {
  return isPlural(before) || (before.tag === 'VERB' && /[^s]s$/.test(before.lower));
}

function sentenceStart(before: TaggedToken): boolean {
  return /^(?:[.?!:…—–]|\.{3})$/u.test(before.text);
}
