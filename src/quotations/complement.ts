import { skipAdverbials, skipFrameAdverbials } from './adverbials.ts';
import { type Frame, governs, isBareQuestion } from './frame.ts';
import { isCueNoun } from './lexicon/cue-nouns.ts';
import { cueForm } from './lexicon/cue-verbs.ts';
import { wordSet } from './lexicon/word-set.ts';
import { CLAUSE_VERBS, RELATIVES, SUBORDINATORS, TIME_NOUNS, WH_WORDS } from './lexicon/words.ts';
import { readNounPhrase } from './noun-phrase.ts';
import { isAsideWord, quoteAt, quoteBehindPlace } from './quote-behind.ts';
import { subjectBefore } from './subject.ts';
import type { VerbGroup } from './verb-group.ts';
import type { View } from './view.ts';

/** What follows a cue: where it begins and in which form. Token index. */
export interface Complement {
  readonly form: 'quote' | 'that' | 'bare' | 'question' | 'colon' | 'infinitive' | 'object';
  readonly first: number;
}

/** How far behind the cue "that" may stand: "said in a statement released late on Monday that". */
const THAT_REACH = 30;

/** What a frame governs on its right, or null. Read once for each frame, however many rules ask. */
export function complementOf(view: View, frame: Frame): Complement | null {
  const known = view.complements.get(frame);
  if (known !== undefined) return known;
  const complement = readComplement(view, frame);
  view.complements.set(frame, complement);
  return complement;
}

function readComplement(view: View, frame: Frame): Complement | null {
  const { tokens } = view;
  const quote = quoteAt(view, frame.end) ?? quoteAt(view, frame.contentAt) ?? quoteBehindPlace(view, frame);
  if (quote !== null) return { form: 'quote', first: quote };
  if (isUnsaid(view, frame)) return null;
  const at = frame.contentAt;
  for (const colon of [frame.end, at]) {
    if (tokens[colon]?.text === ':' && colon + 1 < tokens.length) return { form: 'colon', first: colon + 1 };
  }
  // "called that “a joke”": a thing, and then its name.
  if (
    namesOnly(frame) &&
    /^(?:that|this|it)$/.test(tokens[at]?.lower ?? '') &&
    quoteAt(view, at + 1) !== null
  )
    return { form: 'object', first: at };
  const clause = takesClause(frame) ? clauseAfter(view, frame) : null;
  if (clause) return clause;
  // "said a man who saw it": behind an inverted subject stands its relative clause.
  if (frame.inverted && RELATIVES.has(tokens[frame.end]?.lower ?? '')) return null;
  if (tokens[at]?.lower === 'to' && /^(?:VERB|AUX)$/.test(tokens[at + 1]?.tag ?? '')) {
    return { form: 'infinitive', first: at };
  }
  if (takesClause(frame)) {
    const own = skipFrameAdverbials(tokens, frame.end);
    if (loosensClause(view, frame, own)) return { form: 'bare', first: own };
  }
  const object = readNounPhrase(tokens, tokens[at]?.lower === 'that' ? at + 1 : at);
  const time = object && TIME_NOUNS.has(tokens[object.head]?.lower ?? '');
  return object && !time ? { form: 'object', first: at } : null;
}

/** "a group called the Circle" names; "called the plan “a joke”" judges. */
export function namesOnly(frame: Frame): boolean {
  return frame.verbs.every(({ governs }) => governs.length === 1 && governs[0] === 'naming');
}

/** "criticized the plan adopted in May" has a thing behind it, however much a participle looks like its verb. */
function takesClause(frame: Frame): boolean {
  return governs(frame, 'clause', 'that', 'hearer', 'question', 'topic');
}

function clauseAfter(view: View, frame: Frame): Complement | null {
  const { tokens } = view;
  const at = frame.contentAt;
  if (frame.verbs.every(({ governs }) => /^(?:topic|object|naming)$/.test(governs.join('')))) {
    return /^(?:how|why|whether)$/.test(tokens[at]?.lower ?? '') ? { form: 'question', first: at } : null;
  }
  const that = thatAfter(view, frame);
  if (that >= 0) return { form: 'that', first: that + 1 };
  if (frame.inverted && RELATIVES.has(tokens[frame.end]?.lower ?? '')) return null;
  if (WH_WORDS.has(tokens[at]?.lower ?? '') && !isBareQuestion(tokens, at))
    return { form: 'question', first: at };
  if (isDemonstrative(view, frame.end)) return { form: 'bare', first: frame.end };
  if (!takesBareClause(view, frame)) return null;
  const own = skipFrameAdverbials(tokens, frame.end);
  const bare = [own, at].find((from) => startsClause(view, from));
  return bare === undefined ? null : { form: 'bare', first: bare };
}

/** "began in March, when", "screamed as it fell": without "that" no clause behind them is what was said. */
function takesBareClause({ tokens }: View, frame: Frame): boolean {
  // "an officer who knew the case | said": who knows a thing is whose words come next.
  const known = RELATIVES.has(tokens[frame.group.first - 1]?.lower ?? '');
  if (known && frame.verbs.every(({ act }) => act !== 'saying')) return false;
  return frame.verbs.some(({ governs }) => !governs.includes('that'));
}

/**
 * "Whether Lee can find two more votes is unclear", "Does she read what they write?": a frame in a clause that is itself a
 * subject, or in a question of the article's own, reports nothing.
 */
function isUnsaid({ tokens, sentence }: View, frame: Frame): boolean {
  const opening = tokens[sentence.body];
  if (!opening || opening.quote >= 0) return false;
  const direct = frame.source?.first === sentence.body + 1;
  const last = tokens.at(-1);
  if (last?.text === '?' && last.quote < 0 && direct && opening.tag === 'AUX') return true;
  if (!direct || !/^(?:whether|how|why)$/.test(opening.lower)) return false;
  return !tokens.slice(frame.end).some(({ text, quote }) => quote < 0 && text === ',');
}

/** "said legalizing it could …", "say the numbers he saw were …", "said if it fell they would …". */
function loosensClause(view: View, frame: Frame, first: number): boolean {
  if (!CLAUSE_VERBS.has(frame.lemma) || frame.group.form === 'infinitive') return false;
  if (!takesBareClause(view, frame)) return false;
  const { tokens, groups } = view;
  const token = tokens[first];
  if (!token || NO_SUBJECTS.has(token.lower)) return false;
  if (frame.lemma === 'say' && isStatement(view, first)) return true;
  const conditional = CONDITIONS.has(token.lower);
  if (!conditional && !/^(?:DET|NOUN|PROPN|PRON|ADJ|VERB|NUM)$/.test(token.tag)) return false;
  const starts = new Set(groups.filter((group) => group.form === 'finite').map((group) => group.first));
  let at = first;
  for (; at < tokens.length; at++) {
    // "said the roof “leaks like a sieve”": the verb stands in the marks.
    if ((tokens[at]?.quote ?? -1) >= 0) return at > first;
    if (/^[.,;:—–!?]$/.test(tokens[at]?.text ?? '') || tokens[at]?.lower === 'that') break;
    if (at > first && starts.has(at)) return true;
  }
  // The tagger may have missed the verb: "say the dredgers work too close".
  if (frame.lemma !== 'say' || token.tag !== 'DET') return false;
  if (tokens[at]?.lower === 'that') return !SAYABLE.test(tokens[at - 1]?.lower ?? '');
  return at - first >= LONG_CLAUSE;
}

/** "said his wife, Ann, “had warned him”": hardly any thing is said but words, so a phrase with more behind it is a clause. */
function isStatement({ tokens }: View, first: number): boolean {
  const phrase = readNounPhrase(tokens, first);
  if (!phrase || (tokens[first]?.quote ?? -1) >= 0) return false;
  const head = tokens[phrase.head]?.lower ?? '';
  if (SAYABLE.test(head) || TIME_NOUNS.has(head)) return false;
  const rest = tokens.slice(phrase.end);
  return (
    tokens[phrase.end]?.text === ',' &&
    rest.some(({ tag, quote }) => quote >= 0 && /^(?:VERB|AUX)$/.test(tag))
  );
}

/** "said that was the reason": a pronoun, and the verb follows. */
function isDemonstrative(view: View, at: number): boolean {
  const [that, verb] = [view.tokens[at], view.tokens[at + 1]];
  return that?.lower === 'that' && verb?.tag === 'AUX' && that.quote < 0;
}

/** What a conditional clause opens with. */
const CONDITIONS = wordSet('if unless while although though when once because since whenever');

/** Things that are said themselves: "said the words that made him famous". */
const SAYABLE = /^(?:words?|prayers?|things?|names?|lines?|phrases?|sentences?|mass|grace|oath)$/;
const NO_SUBJECTS = wordSet('who which no yes nothing so something anything little much goodbye hello sorry');
/** Words behind "say" that are too many to be one thing. */
const LONG_CLAUSE = 5;

function thatAfter(view: View, frame: Frame): number {
  const { tokens } = view;
  const limit = Math.min(tokens.length, frame.end + THAT_REACH);
  for (let at = frame.end; at < limit; ) {
    const token = tokens[at];
    if (!token || token.quote >= 0 || /^[;:.?!]$/.test(token.text)) return -1;
    if (token.lower === 'that') {
      return isComplementizer(view, at) && !isOwned(view, frame, at) ? at : -1;
    }
    const next = frame.hearer ? passHearer(view, at) : passOccasion(view, frame, at);
    if (next <= at) return -1;
    at = next;
  }
  return -1;
}

/** A listener can have a long description: "told one person close to her that". No verb of a clause stands in it. */
function passHearer({ tokens, groups }: View, at: number): number {
  const token = tokens[at];
  if (token?.tag === 'VERB' && /ing$/.test(token.lower) && tokens[at - 1]?.text === ',') return at;
  if (isBareQuestion(tokens, at)) return at + 2;
  return groups.some((group) => group.form === 'finite' && group.first === at) ? at : at + 1;
}

/** Behind an occasion that stands between cue and "that": "in a statement released late on Monday", "when asked". */
function passOccasion(view: View, frame: Frame, at: number): number {
  const { tokens } = view;
  const token = tokens[at];
  if (!token) return at;
  const adverbial = skipAdverbials(tokens, at);
  if (adverbial > at) return adverbial;
  if (/^(?:—|–|--)$/.test(token.text)) return at + 1;
  if (/^(?:during|after|before|while|by|in)$/.test(token.lower) && /ing$/.test(tokens[at + 1]?.lower ?? ''))
    return at + 2;
  // A comma shuts an aside in, and a new participle would be a new frame.
  if (token.text === ',') return /ing$/.test(tokens[at + 1]?.lower ?? '') ? at : at + 1;
  if (tokens[at - 1]?.text === ',' && isAsideWord(token.lower)) return at + 1;
  if (at === frame.end) return at;
  if (/^(?:late|early)$/.test(token.lower)) return at + 1;
  // "said before attending the hall that"
  const attended = tokens[at - 1]?.tag === 'VERB' && /ing$/.test(tokens[at - 1]?.lower ?? '');
  if (attended) return readNounPhrase(tokens, at)?.end ?? at;
  if (token.tag === 'VERB' && /(?:ed|[^s]ent|told|ing)$/.test(token.lower)) return at + 1;
  if (/^(?:when|while|if|and)$/.test(token.lower)) return at + 1;
  const phrase = /^(?:and|,)$/.test(tokens[at - 1]?.lower ?? '') ? readNounPhrase(tokens, at) : null;
  return phrase?.end ?? at;
}

/** "believed Lee’s claim that": the clause belongs to the noun. */
function isOwned(view: View, frame: Frame, that: number): boolean {
  const { tokens } = view;
  // "confirmed in a statement that", "said in her opening remarks that" tells where.
  let first = that - 2;
  while (first > frame.end && /^(?:ADJ|NOUN|VERB)$/.test(tokens[first]?.tag ?? '')) first--;
  const isPlace = /^(?:DET|PRON)$/.test(tokens[first]?.tag ?? '') && tokens[first - 1]?.lower === 'in';
  return that > frame.end && frame.hearer === null && !isPlace && isCueNoun(tokens[that - 1]?.lower ?? '');
}

/** "said that rain fell" has it, "the report that fell" and "said that." have not. */
function isComplementizer(view: View, at: number): boolean {
  const next = view.tokens[at + 1];
  if (!next || /^[.;!?]$/.test(next.text)) return false;
  // "disputes that account." has a thing behind it.
  if (next.tag === 'NOUN' && /^[.,:;!?]$/.test(view.tokens[at + 2]?.text ?? '')) return false;
  // "argued that pay had fallen": before an auxiliary what looks like a verb is a noun.
  if (next.tag === 'VERB' && view.tokens[at + 2]?.tag === 'AUX') return true;
  return next.quote >= 0 || !/^(?:VERB|AUX)$/.test(next.tag) || /ing$/.test(next.lower);
}

/** Whether a clause with its own subject begins at `at`: "he would go", "there is", "in May prices rose". */
export function startsClause(view: View, at: number): boolean {
  const { tokens, groups } = view;
  const token = tokens[at];
  if (!token || /^[,;:.]$/.test(token.text)) return false;
  if (token.lower === 'there' && groups.some((group) => group.first === at + 1)) return true;
  if (token.tag === 'DET' && (tokens[at + 1]?.quote ?? -1) >= 0) return true;
  const phrase = readNounPhrase(tokens, at);
  // "said it “did not matter”": the verb stands in the marks.
  if (phrase && (tokens[phrase.end]?.quote ?? -1) >= 0 && tokens[phrase.end - 1]?.quote === -1) {
    if (
      /^(?:he|she|they|it|we|i)$/.test(token.lower) ||
      /^(?:VERB|AUX|ADV)$/.test(tokens[phrase.end]?.tag ?? '')
    )
      return true;
  }
  const group = groups.find((candidate) => candidate.verb > at && candidate.form === 'finite');
  if (!group || group.first <= at) return false;
  for (let that = at + 1; that < group.first; that++) {
    if (tokens[that]?.lower === 'that' && tokens[that - 1]?.tag !== 'ADP' && !hasMainVerb(view, group))
      return false;
  }
  const subject = subjectBefore(tokens, group, at);
  if (!subject) return false;
  // "wrote in March, he said, about it": a frame between commas is no clause of another.
  if (
    tokens[subject.first - 1]?.text === ',' &&
    tokens[group.verb + 1]?.text === ',' &&
    cueForm(tokens[group.verb]?.lower ?? '')
  )
    return false;
  // "the inspector who wrote the report, Dr. Lee, told": the report does not tell.
  const relative = /^(?:who|which|that)$/.test(tokens[at - 2]?.lower ?? '');
  if (relative && subject.fullEnd > subject.end) return false;
  if (subject.first === at) return true;
  return subject.first - at < 14 && isIntroduction(view, at, subject.first);
}

/** "a lesson that events were ripe" has a verb behind "that" only, "the rise that he decries makes it" two. */
function hasMainVerb({ groups }: View, inside: VerbGroup): boolean {
  return groups.some((group) => group.form === 'finite' && group.first > inside.verb);
}

/** "if elected he …", "in the long run prices …", "despite the loss, Lee …". */
function isIntroduction(view: View, from: number, to: number): boolean {
  const first = view.tokens[from];
  if (!first || to <= from) return false;
  for (let at = from; at < to; at++) {
    if (view.tokens[at]?.text === ',' && /^(?:and|but|or|so|yet)$/.test(view.tokens[at + 1]?.lower ?? ''))
      return false;
  }
  const opens =
    first.tag === 'ADP' || first.tag === 'ADV' || first.tag === 'SCONJ' || SUBORDINATORS.has(first.lower);
  return opens && first.lower !== 'to' && first.lower !== 'of';
}
