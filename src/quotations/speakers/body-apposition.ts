import { isDoer } from '../lexicon/nouns.ts';
import { PLACES } from '../lexicon/places.ts';
import { AUXILIARIES } from '../lexicon/words.ts';
import { readNounPhrase } from '../noun-phrase.ts';
import type { Token } from '../sentence.ts';
import { isPublicWord } from './body-nouns.ts';
import { isMakerAtHead } from './name-runs.ts';
import type { NameRun } from './names.ts';

/**
 * "Marmot, the start-up behind a lamp,", "the lamp manufacturer, Marmot,": the words by which an apposition says that a name
 * is a body's, the noun last, where it is not a person's by itself; else null.
 */
export function bodyApposed(tokens: readonly Token[], run: NameRun): readonly string[] | null {
  if (run.kind === 'person') return null;
  const noun =
    bodyBefore(tokens, run.first) ?? bodyAhead(tokens, run.first - 1) ?? bodyBehind(tokens, run.end);
  if (noun !== null) return kindAt(tokens, noun);
  return isTrading(tokens, run) ? ['company'] : null;
}

/** The words of a kind of body whose noun stands at an index. */
function kindAt(tokens: readonly Token[], noun: number): readonly string[] {
  let first = noun;
  while (
    first > noun - 3 &&
    /^(?:NOUN|ADJ)$/.test(tokens[first - 1]?.tag ?? '') &&
    !tokens[first - 1]?.capital
  )
    first--;
  return tokens.slice(first, noun + 1).map(({ lower }) => lower);
}

/** "Marmot, which makes lamps,", "Marmot’s chief executive", "the co-founder of Marmot": a firm by what it does or has. */
function isTrading(tokens: readonly Token[], { first, end }: NameRun): boolean {
  if (tokens[first]?.quote !== -1 || !(tradesBehind(tokens, end) || isOfOfficer(tokens, first))) return false;
  const name = tokens.slice(first, end).map(({ lower }) => lower);
  return !PLACES.has(name.join(' ')) && !name.some(isPublicWord);
}

function tradesBehind(tokens: readonly Token[], at: number): boolean {
  const [mark, next, after] = [tokens[at], tokens[at + 1]?.lower ?? '', tokens[at + 2]?.lower ?? ''];
  if (mark?.text === ',')
    return next === 'which' && TRADING.test(AUXILIARIES.has(after) ? (tokens[at + 3]?.lower ?? '') : after);
  return /^['’]/.test(mark?.text ?? '') && OFFICERS.test(`${next} ${after}`);
}

function isOfOfficer(tokens: readonly Token[], first: number): boolean {
  if (tokens[first - 1]?.lower !== 'of') return false;
  return OFFICERS_END.test(`${tokens[first - 3]?.lower ?? ''} ${tokens[first - 2]?.lower ?? ''}`);
}

/** What only firms do. */
const TRADING =
  /^(?:makes?|sells?|employs?|employed|supplies|supplied|manufactures?|markets?|distributes?|brews?|insures?|acquired|floated|merged)$/;
/** Whom only firms have. */
const OFFICERS =
  /^(?:chief (?:executive|financial|operating|technology|product)|managing director|finance director|sales director|ceo .*|cfo .*|co-founder .*|shareholders .*|customers .*)$/;
const OFFICERS_END =
  /(?:\bchief executive|\bmanaging director|\bfinance director|\bceo|\bcfo|\bco-founder|\bshareholders|\bcustomers)$/;

/** "the insurer Marmot", "the parcel firm Marmot", and at the head of a sentence "Insurer Marmot". */
function bodyBefore(tokens: readonly Token[], first: number): number | null {
  const noun = tokens[first - 1];
  if (!noun || noun.quote !== tokens[first]?.quote) return null;
  const maker = noun.capital ? isMakerAtHead(tokens, first - 1) : BODY_NOUNS.test(noun.lower);
  return maker ? first - 1 : null;
}

function bodyAhead(tokens: readonly Token[], comma: number): number | null {
  const noun = tokens[comma - 1]?.lower ?? '';
  if (tokens[comma]?.text !== ',' || !BODY_NOUNS.test(noun)) return null;
  // “…, he is no manufacturer,” Lee said: the words of another tell nothing of whom they stand before.
  if (tokens[comma]?.quote !== tokens[comma + 1]?.quote) return null;
  let first = comma - 2;
  while (
    first > comma - 6 &&
    (/^(?:NOUN|ADJ|PART)$/.test(tokens[first]?.tag ?? '') || /^['’]s?$/.test(tokens[first]?.text ?? ''))
  )
    first--;
  return /^(?:the|a|an|its|his|her|their|our|my)$/.test(tokens[first]?.lower ?? '') ? comma - 1 : null;
}

function bodyBehind(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.text !== ',' || !/^(?:a|an|the)$/.test(tokens[at + 1]?.lower ?? '')) return null;
  const phrase = readNounPhrase(tokens, at + 1);
  const head = tokens[phrase?.head ?? -1]?.lower ?? '';
  // "the largest exporter in the north": makers and sellers of a size are firms.
  const size = tokens
    .slice(at + 2, phrase?.head ?? 0)
    .some(({ lower }) => /^(?:largest|biggest|second-largest|second-biggest)$/.test(lower));
  if (phrase && size && isDoer(head)) return phrase.head;
  const compound = tokens[(phrase?.head ?? 0) + 2]?.lower === 'up' || head === 'up';
  return phrase !== null && phrase.head < at + 8 && (compound || BODY_NOUNS.test(head)) ? phrase.head : null;
}

const BODY_NOUNS =
  /^(?:company|firm|start-up|startup|maker|manufacturer|retailer|charity|union|airline|bank|insurer|lender|operator|supplier|developer|exporter|importer|producer|distributor|shipowner|carrier|builder|housebuilder|group|militia|faction|junta|gang|sect|cartel|brewery|brewer|agency|newspaper|magazine|website|broadcaster|club|party|chain|carmaker|chipmaker|drugmaker|think-tank|thinktank|watchdog|regulator|organisation|organization|nonprofit|consultancy|pollster|publisher|fund|lab|laboratory|foundation|trust|association|institute|supermarket|federation|society|co-operative|cooperative|network|provider|guild|alliance|coalition|council|museum|university|orchestra|practice|tank)$/;
