import { isFirstName } from '../lexicon/first-names.ts';
import { ORGANISATION_WORDS } from '../lexicon/nouns.ts';
import type { Token } from '../sentence.ts';
import { isAcronym } from './bodies.ts';
import type { NameRun } from './names.ts';

/** "Minster Close", "River Lenz": names that begin or end so are places where no first name stands in them. */
export function isPlaceName(tokens: readonly Token[], run: NameRun): boolean {
  if (run.kind !== 'unsure' || run.end - run.first < 2) return false;
  const first = tokens[run.first]?.lower ?? '';
  return (
    STREETS.test(tokens[run.end - 1]?.lower ?? '') ||
    /^(?:river|lake|mount|port|cape|fort|loch|isle)$/.test(first)
  );
}

const STREETS =
  /^(?:street|road|lane|close|avenue|square|drive|terrace|crescent|hill|bridge|river|island|islands|isles|bay|park|valley|forest|mountain|mountains|lake|way|row|gardens|green|quay|harbour|harbor|beach|point|heath|moor|common|fields|cathedral|castle|airport|stadium|canal|basin|pass|peak)$/;

/** "in Dalby Hall", "outside Art Deco": but "in Lee’s house", "in Lee, the party has a leader". */
export function isLocated(tokens: readonly Token[], run: NameRun): boolean {
  const before =
    tokens[run.titleFirst - 1]?.lower === 'the' ? tokens[run.titleFirst - 2] : tokens[run.titleFirst - 1];
  return /^(?:in|near|outside|inside|across|at)$/.test(before?.lower ?? '') && run.titleFirst === run.first;
}

/** "The" and other words that are capitalised only because a sentence begins. */
export function sentenceStartWord(tokens: readonly Token[], run: NameRun): boolean {
  const token = tokens[run.first];
  if (!token || run.end - run.first < 2 || isFirstName(token.lower) || isAcronym(token.text)) return false;
  const before = tokens[run.first - 1];
  const start = !before || /^[.!?:]$/.test(before.text) || before.quote !== token.quote;
  return start && /^(?:ADV|ADP|SCONJ|CCONJ|DET|VERB|AUX)$/.test(token.tag);
}

/** A run of names parted where one owns the next: "Lee’s | Harbour Front". */
export function splitPossessive(
  tokens: readonly Token[],
  run: { first: number; end: number },
): { first: number; end: number }[] {
  for (let at = run.first + 1; at < run.end; at++) {
    const plural = /^['’]$/.test(tokens[at]?.text ?? '');
    // "the Dockers’ Front" is one name.
    if (plural && ORGANISATION_WORDS.has(tokens[at + 1]?.lower ?? '')) continue;
    if (ownsHouse(tokens, run.first, at)) continue;
    if (plural || /^(?:'s|’s)$/.test(tokens[at]?.text ?? '')) {
      return [{ first: run.first, end: at }, ...splitPossessive(tokens, { first: at + 1, end: run.end })];
    }
  }
  return [run];
}

/** "Insurer | Marmot": at the head of a sentence a noun for firms has a capital, and is no part of the name. */
export function isMakerAtHead(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const head = !before || /^[.!?:]$/.test(before.text) || before.quote !== tokens[at]?.quote;
  return head && MAKERS.test(tokens[at]?.lower ?? '') && tokens[at + 1]?.capital === true;
}

const MAKERS =
  /^(?:airline|automaker|brewer|broadcaster|carmaker|chipmaker|drugmaker|housebuilder|insurer|lender|manufacturer|miner|planemaker|pollster|retailer|start-up|startup|steelmaker|supermarket)$/;

/** "On Tuesday | Lenz Water", "Last March | Lenz Water": where a run of capitals begins without the time, or the noun for a firm, before it. */
export function behindTime(tokens: readonly Token[], first: number, end: number): number {
  const opening = tokens[first]?.lower ?? '';
  if (end - first > 1 && MAKERS.test(opening)) return isMakerAtHead(tokens, first) ? first + 1 : first;
  const from = WHICH_TIME.test(opening) ? first + 1 : first;
  const time = tokens[from]?.lower ?? '';
  if (!TIMES.test(time)) return first;
  const before = tokens[first - 1];
  const timed = from > first || before?.tag === 'NUM' || BEFORE_TIME.test(before?.lower ?? '');
  // "in June Carter’s view": behind a month that is a forename too, only a name of several words stands by itself.
  const least = isFirstName(time) ? 3 : 2;
  return timed && end - from >= least ? from + 1 : first;
}

const WHICH_TIME = /^(?:last|next|this|every|late|early)$/;
const BEFORE_TIME = /^(?:on|in|last|next|this|every|late|early|mid|since|until|by|from|of)$/;
const TIMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "St Ann’s Hospital", "King’s College": a mark of owning inside a name, whose owner is long dead. */
export function ownsHouse(tokens: readonly Token[], first: number, mark: number): boolean {
  return (
    /^['’]/.test(tokens[mark]?.text ?? '') &&
    SAINTLY.test(tokens[first]?.lower ?? '') &&
    ORGANISATION_WORDS.has(tokens[mark + 1]?.lower ?? '') &&
    tokens[mark + 1]?.capital === true
  );
}

const SAINTLY = /^(?:st\.?|saint|ss|king|queen|christ|our|lady)$/;
