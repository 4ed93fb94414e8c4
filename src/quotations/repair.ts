import { cueForm, cueVerbs } from './lexicon/cue-verbs.ts';
import { DEEDS } from './lexicon/deeds.ts';
import { isFirstName } from './lexicon/first-names.ts';
import { isRole } from './lexicon/nouns.ts';
import { wordSet } from './lexicon/word-set.ts';
import type { Token } from './sentence.ts';
import type { Tag } from './tagger.ts';

/** Forms that are verbs of saying wherever they stand. */
const ALWAYS_VERBS = wordSet('said says told tells wrote tweeted quipped added adds');
/** Forms that look like nouns: a verb only between a speaker and what is said. */
const AFTER_SPEAKER: ReadonlySet<Tag> = new Set(['PROPN', 'NOUN', 'PRON']);
const OPENS_CONTENT = wordSet(
  'that he she they it the a an there his her its their this these those , in on to at : how why whether if i we no many some',
);
const DASHES = wordSet('- – —');
const SENTENCE_STARTS = wordSet('. ? ! : … — – ...');
const CLAUSE_OPENERS = wordSet('that he she it they there we i');
/** What a verb of saying may have behind it before what is said. */
const PARTICLES = wordSet('back in up out');

/**
 * The tag of a token, repaired where the tagger is known to err around speakers.
 */
export function repairedTag(tokens: readonly Token[], at: number): Tag {
  const token = tokens[at];
  if (!token) return 'X';
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  if (ALWAYS_VERBS.has(token.lower)) return 'VERB';
  // "said none were added", "most have left"
  if (HOW_MANY.has(token.lower) && (after?.tag === 'AUX' || after?.lower === 'of')) return 'PRON';
  // "An earlier report said": between a determiner and a noun that looks like a verb.
  if (token.lower === 'earlier' && before?.tag === 'DET' && after && /^(?:VERB|NOUN|ADJ)$/.test(after.tag))
    return 'ADJ';
  if (token.tag === 'VERB' && before?.lower === 'earlier' && tokens[at - 2]?.tag === 'DET') return 'NOUN';
  // "after her March comment that": one person comments, claims, reports.
  if (token.tag === 'VERB' && isPlainNoun(tokens, at)) return 'NOUN';
  // "expressing hope", "voiced doubt"
  if (
    token.tag === 'VERB' &&
    /^(?:express|voic)/.test(before?.lower ?? '') &&
    cueForm(token.lower)?.forms.has('base')
  )
    return 'NOUN';
  // "that given the damage, nobody"
  if (token.lower === 'given' && after?.tag === 'DET' && /^(?:that|,|and|but)$/.test(before?.lower ?? ''))
    return 'ADP';
  // "with three in 10 saying a change was due"
  if (token.lower === 'saying' && before?.tag === 'NUM') return 'VERB';
  // "71% of voters" counts people like "71 percent".
  if (token.lower === 'police' || token.text === '%') return 'NOUN';
  if (token.lower === 'there' && after?.text === ',' && before?.tag === 'NOUN') return 'ADV';
  if (token.lower === 'according' && after?.lower === 'to') return 'ADP';
  if (token.lower === 'to' && before?.lower === 'according') return 'ADP';
  if (token.tag === 'VERB' && before?.lower === 'to' && tokens[at - 2]?.lower === 'according') return 'NOUN';
  const nominal = token.tag === 'NOUN' || token.tag === 'ADJ';
  if (nominal && (opensFrame(tokens, at) || closesFrame(tokens, at))) return 'VERB';
  if (token.tag === 'NOUN' && endsSentence(tokens, at)) return 'VERB';
  // "said lead author Ann Lee": behind a verb of saying and before a calling stands no verb.
  if (token.tag === 'VERB' && before && after && ALWAYS_VERBS.has(before.lower) && isRole(after.lower))
    return 'NOUN';
  if (DASHES.has(token.text)) return 'PUNCT';
  if (token.tag === 'ADJ' && after?.tag !== 'NOUN' && after?.tag !== 'ADJ' && isRole(token.lower))
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
  if (nominal && (governsThat(tokens, at) || isPastForm(tokens, at) || isDeedVerb(tokens, at))) return 'VERB';
  // "Welch added that", "Ford itself said": a name that begins a sentence and looks like a verb.
  const verb = after && SELVES.has(after.lower) ? tokens[at + 2] : after;
  if (token.tag === 'VERB' && token.capital && (!before || sentenceStart(before)) && verb?.tag === 'VERB') {
    const cue = cueForm(verb.lower);
    if (cue && (cue.forms.has('past') || cue.forms.has('third')) && !cueForm(token.lower)) return 'PROPN';
  }
  if (!before && /ing$/.test(token.lower) && after && /^(?:ADP|DET|PRON|PART)$/.test(after.tag))
    return 'VERB';
  const { capital } = token;
  if (capital && before && token.tag !== 'PROPN' && !sentenceStart(before)) {
    // "The Associated Press": a capital inside a sentence is a name, unless it begins words in marks.
    const startsQuote = token.quote >= 0 && before.quote !== token.quote;
    if (!startsQuote && /^(?:VERB|ADJ|NOUN|ADV|X|INTJ)$/.test(token.tag) && SMALL_LETTER.test(token.text))
      return 'PROPN';
  }
  // "her colleague Per Lund said": such forenames look like small words.
  if (capital && before && after?.capital && /^(?:ADP|AUX|DET)$/.test(token.tag) && isFirstName(token.lower))
    return 'PROPN';
  // "Ann Lee, then head of the newsroom,"
  if (
    token.lower === 'head' &&
    token.tag === 'VERB' &&
    after?.lower === 'of' &&
    before &&
    /^(?:ADV|PUNCT|ADJ)$/.test(before.tag)
  )
    return 'NOUN';
  // "the Lenz skipper added": a calling before a verb of saying.
  if (
    !capital &&
    token.tag === 'VERB' &&
    before?.capital &&
    after &&
    ALWAYS_VERBS.has(after.lower) &&
    isRole(token.lower)
  )
    return 'NOUN';
  // "the only doctor on the island"
  if (token.lower === 'only' && before?.tag === 'DET' && /^(?:NOUN|PROPN|ADJ)$/.test(after?.tag ?? ''))
    return 'ADJ';
  // "The forward said": so does an adverb.
  if (
    token.tag === 'ADV' &&
    (before?.tag === 'DET' || /^(?:former|retired|veteran|young)$/.test(before?.lower ?? '')) &&
    after &&
    ALWAYS_VERBS.has(after.lower) &&
    isRole(token.lower)
  )
    return 'NOUN';
  // "Fjordline AS": a Norwegian company.
  if (token.text === 'AS' && before?.capital && /\p{Ll}/u.test(before.text)) return 'PROPN';
  if (!capital && isActivity(token, before, after)) return 'NOUN';
  if (
    !capital &&
    token.tag === 'NOUN' &&
    before?.lower === 'never' &&
    /^(?:PRON|DET)$/.test(after?.tag ?? '')
  )
    return 'VERB';
  if (!capital && token.tag === 'NOUN' && after && isPlainVerb(tokens, at, after)) return 'VERB';
  if (!capital && (token.tag === 'NOUN' || token.tag === 'ADJ' || token.tag === 'PROPN') && before) {
    if (after && AFTER_SPEAKER.has(before.tag) && startsContent(after, token) && !isObject(tokens, at)) {
      const cue = cueForm(token.lower);
      // "After the Paris attacks, Lee left": what is attacked would follow.
      const whole =
        after.text !== ',' ||
        cueVerbs(cue?.lemma ?? '').some(({ governs }) => governs[0] !== 'object' && governs[0] !== 'naming');
      if (whole && (cue?.forms.has('third') || cue?.forms.has('past'))) return 'VERB';
    }
  }
  return token.tag;
}

/**
 * "Lee, who keeps the books, points out that", "…, and alleged that": behind a comma or "and" a form of a verb of saying
 * with "that" behind it is no noun and no adjective; a plain form only where a plural is named before.
 */
function governsThat(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || token.capital || !before) return false;
  const particle = PARTICLES.has(tokens[at + 1]?.lower ?? '');
  if (tokens[particle ? at + 2 : at + 1]?.lower !== 'that') return false;
  const forms = cueForm(token.lower)?.forms;
  if (before.text === ',') {
    if (forms?.has('past') || forms?.has('third')) return true;
    // "minutes of a meeting, seen by the Post, state that"
    return forms?.has('base') === true && tokens.slice(0, at).some((each) => isPlural(each));
  }
  return /^(?:and|but)$/.test(before.lower) && tokens[at - 2]?.text === ',' && forms?.has('past') === true;
}

/** "Lee drives a taxi": the same of what people do for a living. */
function isDeedVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag !== 'NOUN' || token.capital || !DEED_VERBS.has(token.lower)) return false;
  return tokens[at - 1]?.tag === 'PROPN' && /^(?:DET|PRON)$/.test(tokens[at + 1]?.tag ?? '');
}

const DEED_VERBS: ReadonlySet<string> = new Set(
  Object.values(DEEDS).flatMap((deeds) => deeds.split(', ').map((deed) => deed.split(' ')[0] ?? '')),
);

/** "Lee chased the goat": between a name and a determiner hardly any noun ends in "-ed". */
function isPastForm(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag !== 'NOUN' || token.capital || !/[^e]ed$/.test(token.lower)) return false;
  if (/(?:bed|shed|sled|hundred|biped|newlywed)$/.test(token.lower)) return false;
  return tokens[at - 1]?.tag === 'PROPN' && /^(?:DET|PRON)$/.test(tokens[at + 1]?.tag ?? '');
}

/** "the shadow shipping minister": between a word for an office and its holder stands what the office is about. */
function isActivity(token: Token, before?: Token, after?: Token): boolean {
  if (token.tag !== 'VERB' || !ACTIVITIES.test(token.lower) || !after || !before) return false;
  return /^(?:DET|ADJ|NOUN|PART)$/.test(before.tag) && isRole(after.lower);
}

const ACTIVITIES =
  /^(?:shipping|housing|banking|farming|mining|fishing|planning|policing|marketing|engineering|nursing|broadcasting|trading|gaming|cycling|boxing|swimming|racing|rowing|catering|building|lending|accounting|manufacturing|purchasing|advertising|publishing|schooling|clothing|training|funding|staffing|sailing|climbing|skating|skiing)$/;

/** "unions claim it will", "one in five say that it": a plural, a verb in its plain form, and a clause. */
function isPlainVerb(tokens: readonly Token[], at: number, after: Token): boolean {
  const before = tokens[at - 1];
  if (!before || !CLAUSE_OPENERS.has(after.lower)) return false;
  const plural = before.tag === 'NUM' || isPlural(before) || FRACTIONS.has(before.lower);
  return plural && cueForm(tokens[at]?.lower ?? '')?.forms.has('base') === true;
}

const SELVES = wordSet('himself herself itself themselves');
const HOW_MANY = wordSet('none most many few');
const FRACTIONS = wordSet('half third quarter fifth tenth most many some few several majority minority');

function isPlural({ lower, tag }: Token): boolean {
  return (
    /^(?:NOUN|PROPN)$/.test(tag) && /[^s]s$|^(?:data|people|police|women|men|children|media)$/.test(lower)
  );
}

/** "cut its annual profit forecast on Monday", "in her opening remarks that": a phrase behind a verb or preposition. */
function isObject(tokens: readonly Token[], at: number): boolean {
  let first = at - 1;
  while (/^(?:NOUN|ADJ)$/.test(tokens[first]?.tag ?? '')) first--;
  const owned = /^(?:PRON|DET)$/.test(tokens[first]?.tag ?? '');
  const placed = /^(?:in|with|from|by|about|over|despite|during)$/.test(tokens[first - 1]?.lower ?? '');
  if (owned && placed && !/^(?:NOUN|PROPN)$/.test(tokens[first - 2]?.tag ?? '')) return true;
  return (
    /^(?:PRON|DET)$/.test(tokens[first]?.tag ?? '') && tokens[first - 1]?.tag === 'VERB' && first < at - 1
  );
}

/** A plain form behind a determiner and a singular noun. */
function isPlainNoun(tokens: readonly Token[], at: number): boolean {
  const [determiner, noun, token] = [tokens[at - 2], tokens[at - 1], tokens[at]];
  const forms = cueForm(token?.lower ?? '')?.forms;
  if (!noun || !determiner || !forms || forms.size > 1 || !forms.has('base')) return false;
  if (!/^(?:his|her|its|my|our|a|an)$/.test(determiner.lower)) return false;
  return /^(?:NOUN|PROPN)$/.test(noun.tag) && !isPlural(noun) && !noun.lower.endsWith('s');
}

function startsContent(after: Token, { quote }: Token): boolean {
  return after.quote >= 0 ? after.quote !== quote : OPENS_CONTENT.has(after.lower);
}

/** "“…,” chimes in Ann Lee": right behind marks, and before a name or determiner, stands a verb. */
function opensFrame(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || token.capital || token.quote >= 0 || !before || before.quote < 0) return false;
  if (!/^[,?!…—–]$/.test(before.text) || !cueForm(token.lower)?.forms.has('third')) return false;
  const next = tokens[PARTICLES.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1];
  return next !== undefined && /^(?:PROPN|DET|PRON)$/.test(next.tag);
}

/** "“…,” Lee detailed.": between a name behind marks and the end of the sentence stands a verb. */
function closesFrame(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || (before?.tag !== 'PROPN' && before?.tag !== 'PRON')) return false;
  if (token.capital || !cueForm(token.lower)?.forms.has('past')) return false;
  const next = tokens[at + 1]?.lower ?? '';
  const after = tokens[next === 'on' || PARTICLES.has(next) ? at + 2 : at + 1]?.text ?? '.';
  if (!/^[.,:]$/.test(after)) return false;
  return [2, 3, 4, 5].some((back) => (tokens[at - back]?.quote ?? -1) >= 0);
}

/** "It fell, Portuguese newspaper O Dia reports.": the last word, behind a phrase that a comma opens. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
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
function endsPlural(before: Token): boolean {
  return isPlural(before) || (before.tag === 'VERB' && /[^s]s$/.test(before.lower));
}

function sentenceStart(before: Token): boolean {
  return SENTENCE_STARTS.has(before.text);
}

const SMALL_LETTER = /\p{Ll}/u;
