import { cueForm, cueVerbs } from './lexicon/cue-verbs.ts';
import {
  DEPENDENT,
  FRAME_ADVERBS,
  RELATIVES,
  SUBJECT_PRONOUNS,
  TIME_NOUNS,
  WEEKDAYS,
} from './lexicon/words.ts';
import { readNounPhrase } from './noun-phrase.ts';
import type { Token } from './sentence.ts';

const ASIDE_EDGE = /^(?:,|—|–|--|-|\)|\])$/;

/** Whether tokens from `at` to the verb are one aside: ", 44, a judge who …," or "who led the group". */
export function bridges(tokens: readonly Token[], at: number, end: number): boolean {
  const opening = tokens[at];
  if (!opening) return false;
  if (/^(?:and|or|but)$/.test(tokens[end - 1]?.lower ?? '')) return false;
  // "told the hall that she | would": a verb must stand inside the relative clause.
  if (
    /^(?:who|which|that|whose|whom)$/.test(opening.lower) &&
    SUBJECT_PRONOUNS.has(tokens[end - 1]?.lower ?? '') &&
    tokens[end - 2]?.tag !== 'VERB'
  )
    return false;
  // "a charge that Lenz leaders | denied": without a verb of its own the clause is not over.
  if (
    /^(?:who|which|that|whom)$/.test(opening.lower) &&
    !tokens.slice(at + 1, end).some(({ tag }) => /^(?:VERB|AUX)$/.test(tag))
  )
    return false;
  if (/^(?:who|which|that|whose|whom)$/.test(opening.lower))
    return (
      end - at >= 2 &&
      (!hasEdge(tokens, at, end) || endsInName(tokens, at, end) || isFollowed(tokens, at, end)) &&
      !isOverBefore(tokens, at, end)
    );
  if (opening.tag === 'VERB' && isParticiple(opening, tokens[at + 1])) {
    const comma = tokens.findIndex(({ text }, index) => index > at && index < end && text === ',');
    return comma < 0
      ? isReduced(tokens, at, end)
      : isReduced(tokens, at, comma) &&
          (tellsMore(tokens, comma, end) || isNameAside(tokens, comma, end)) &&
          closesAside(tokens, comma, end);
  }
  if (!ASIDE_EDGE.test(opening.text)) return false;
  return closesAside(tokens, at, end);
}

/** From one edge to another: ", a judge who led it," */
function closesAside(tokens: readonly Token[], at: number, end: number): boolean {
  const closing = skipBackAdverbs(tokens, end, at);
  if (closing <= at + 1 || !ASIDE_EDGE.test(tokens[closing - 1]?.text ?? '')) return false;
  if (isTelling(tokens, at + 1, closing - 1)) return true;
  const and = tokens[at]?.text !== ',' && tokens[at + 1]?.lower === 'and';
  if (!(and || startsAside(tokens, at + 1)) || isClause(tokens, at + 1, closing - 1)) return false;
  return !hasPredicate(tokens, at + 1, closing - 1);
}

/** "The deal, a rich one, is off, | said Lee": behind the aside stands the verb of the sentence. */
function hasPredicate(tokens: readonly Token[], first: number, end: number): boolean {
  const comma = tokens.findIndex(({ text }, at) => text === ',' && at > first && at < end);
  if (comma < 0) return false;
  const next = tokens[comma + 1];
  return next?.tag === 'AUX' && next.quote < 0 && !RELATIVES.has(tokens[comma - 1]?.lower ?? '');
}

/** "…, a copy of which was seen,": what else is told of it, where "…, Ann Lee," and "…, as he left," begin something new. */
function tellsMore(tokens: readonly Token[], comma: number, end: number): boolean {
  const opening = tokens.slice(comma + 1, comma + 5);
  return tokens[end - 1]?.text === ',' && opening.some(({ lower }) => RELATIVES.has(lower));
}

/** "One pastor backing the mayor, Ann Lee of Lenz, | said" */
function isNameAside(tokens: readonly Token[], comma: number, end: number): boolean {
  const [first, second] = [tokens[comma + 1], tokens[comma + 2]];
  const named = first?.tag === 'PROPN' && second?.capital === true;
  const words = tokens.slice(comma + 1, end - 1);
  return (
    named &&
    tokens[end - 1]?.text === ',' &&
    words.every(({ tag, text }) => /^(?:PROPN|ADP|DET|NUM)$/.test(tag) || text === ',')
  );
}

/** "led by his aunt": a participle with what belongs to it, and no clause behind it. */
function isReduced(tokens: readonly Token[], at: number, end: number): boolean {
  return (
    (end - at >= 2 || WEEKDAYS.has(tokens[end]?.lower ?? '')) &&
    !hasEdge(tokens, at, end) &&
    !hasFinite(tokens, at + 1, end) &&
    tokens[at + 1]?.lower !== 'that' &&
    !opensClause(tokens, at + 1, end) &&
    !endsInSubject(tokens, at, end)
  );
}

/** "The envoy, | she said, | had assured her": who tells of it stands between. */
function isTelling(tokens: readonly Token[], first: number, end: number): boolean {
  return (
    end === first + 2 &&
    SUBJECT_PRONOUNS.has(tokens[first]?.lower ?? '') &&
    isTold(tokens[first + 1]?.lower ?? '')
  );
}

function isTold(word: string): boolean {
  const form = cueForm(word);
  const past = form?.forms.has('past') || form?.forms.has('third');
  return form !== null && past === true && cueVerbs(form.lemma).some(({ act }) => act === 'saying');
}

/** "sent to all tenants", "led by his aunt": what looks like a past tense, before what shows that it is none. */
export function isParticiple({ lower }: Token, next: Token | undefined): boolean {
  if (/(?:ed|ing|en|wn)$/.test(lower)) return true;
  if (next?.lower === 'by') return PAST.test(lower);
  // "a letter sent last week", "a ruling made Monday"
  const when =
    next !== undefined && (TIME_NOUNS.has(next.lower) || /^(?:last|this|earlier|late)$/.test(next.lower));
  return DONE_TO.test(lower) && (next?.tag === 'ADP' || when);
}

const PAST =
  /^(?:sent|held|made|built|kept|led|sold|paid|set|put|found|brought|bought|taught|caught|left|lost|won|shot|heard|read|laid)$/;
/** Verbs that are hardly used without an object. */
const DONE_TO = /^(?:sent|held|made|built|brought|bought|put|taught|caught)$/;

/** "Slow, | heavy ferries ruin the quay, | explains": what has a subject, a verb and a thing is no aside. */
function isClause(tokens: readonly Token[], from: number, end: number): boolean {
  if (!/^(?:DET|ADJ|NOUN)$/.test(tokens[from]?.tag ?? '')) return false;
  const words = tokens.slice(from, end);
  if (words.some(({ lower, text }) => RELATIVES.has(lower) || SUBORDINATE.test(lower) || text === ','))
    return false;
  return words.some(
    ({ tag, lower }, index) =>
      tag === 'VERB' &&
      !/(?:ed|ing|en|wn)$/.test(lower) &&
      words[index - 1]?.tag === 'NOUN' &&
      /^(?:DET|PRON)$/.test(words[index + 1]?.tag ?? ''),
  );
}

const SUBORDINATE = /^(?:as|where|when|while|because|since|whom|to)$/;

/** "The Kites led by nine and | their coach | believes": behind "and" stands whoever does what follows. */
function endsInSubject(tokens: readonly Token[], from: number, end: number): boolean {
  for (let at = end - 1; at > from && at > end - 6; at--) {
    if (!/^(?:and|but)$/.test(tokens[at]?.lower ?? '')) continue;
    return /^(?:he|she|they|it|his|her|their|its|the|a|an)$/.test(tokens[at + 1]?.lower ?? '');
  }
  return false;
}

/** "who wrote the report, Dr. Ann Lee, | told": behind the relative clause stands the name, between commas. */
function endsInName(tokens: readonly Token[], at: number, end: number): boolean {
  if (tokens[end - 1]?.text !== ',') return false;
  let comma = end - 2;
  while (comma > at && tokens[comma]?.capital) comma--;
  return end - comma > 2 && tokens[comma]?.text === ',' && !hasEdge(tokens, at, comma);
}

/** "who works there, who asked not to be named, | said", "who were there, however, | said": an aside behind the clause. */
function isFollowed(tokens: readonly Token[], at: number, end: number): boolean {
  const comma = tokens.findIndex(({ text }, index) => index > at && index < end && text === ',');
  return /^wh/.test(tokens[at]?.lower ?? '') && comma > at + 1 && closesAside(tokens, comma, end);
}

function skipBackAdverbs(tokens: readonly Token[], end: number, from: number): number {
  let at = end;
  while (at > from + 1 && FRAME_ADVERBS.has(tokens[at - 1]?.lower ?? '')) at--;
  return at;
}

function hasEdge(tokens: readonly Token[], from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (/^[,;:—–]$/.test(tokens[at]?.text ?? '')) return true;
  return false;
}

function hasFinite(tokens: readonly Token[], from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (tokens[at]?.tag === 'AUX') return true;
  return false;
}

/** "A man accused of theft | walked free after | a judge | ruled": a verb of its own, and behind a conjunction a subject. */
function opensClause(tokens: readonly Token[], from: number, end: number): boolean {
  const conjunction = tokens.findIndex(({ lower }, at) => at >= from && at < end && DEPENDENT.has(lower));
  if (conjunction < 0 || readNounPhrase(tokens, conjunction + 1, end)?.end !== end) return false;
  return tokens
    .slice(from + 1, conjunction)
    .some(
      ({ tag, lower }, index) =>
        tag === 'VERB' && !/ing$/.test(lower) && tokens[from + index]?.tag === 'NOUN',
    );
}

/** "A man who hid it | was jailed as | a judge | told him": the clause has had its verb and the sentence its own. */
function isOverBefore(tokens: readonly Token[], at: number, end: number): boolean {
  const conjunction = tokens.findIndex(
    ({ lower }, index) => index > at && index < end && (DEPENDENT.has(lower) || lower === 'as'),
  );
  if (conjunction < 0 || readNounPhrase(tokens, conjunction + 1, end)?.end !== end) return false;
  const verbs = tokens.slice(at + 1, conjunction).filter(({ tag, lower }, index) => {
    const before = tokens[at + index]?.lower ?? '';
    return (tag === 'AUX' && before !== 'to') || (tag === 'VERB' && !/ing$/.test(lower) && before !== 'to');
  });
  return verbs.length > 1 && verbs.some(({ tag }, index) => index > 0 && tag === 'AUX');
}

/** What an aside begins with; a pronoun would begin a new clause. */
export function startsAside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (RELATIVES.has(token.lower) || token.lower === 'where') return true;
  if (/^(?:DET|NUM|NOUN|PROPN|ADJ|VERB|ADP|ADV|X|SCONJ)$/.test(token.tag)) return true;
  return /^(?:his|her|their|its|himself|herself|one|both|not)$/.test(token.lower);
}
