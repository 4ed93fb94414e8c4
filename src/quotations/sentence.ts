import type { Article } from '../article/article.ts';
import type { Block } from './blocks.ts';
import { cueForm } from './lexicon/cue-verbs.ts';
import { TITLES } from './lexicon/titles.ts';
import { wordSet } from './lexicon/word-set.ts';
import { SUBJECT_PRONOUNS } from './lexicon/words.ts';
import type { Marked } from './marks.ts';
import { repairedTag } from './repair.ts';
import { type TaggedToken, tag } from './tagger.ts';

/** A token and the marked stretch it stands in (an index), or -1. Marks themselves are no tokens. */
export interface Token extends TaggedToken {
  readonly quote: number;
}

/** A sentence of the article's own voice; what stands in marks belongs to the sentence that frames it. */
export interface Sentence {
  /** Index of the paragraph in the article. */
  readonly paragraph: number;
  /** Position among all sentences. */
  readonly index: number;
  readonly tokens: readonly Token[];
  /** Index of the first token behind a dateline ("PARIS (AP) — "), usually 0. */
  readonly body: number;
}

const MARKS = new Set(['"', '“', '”', '„', '‟', '«', '»', '‘', '’', '‚', '`', "'", "''", '``']);
const ENDS = /[.?!…]["”’)\]]*$/u;
/** No sentence has more words of its own than this; what has is no prose, and is cut to keep time linear. */
const MAX_PLAIN = 250;
/** How far a frame behind a closed quotation may have its verb: "“Why?” Ann Lee of the union asked". */
const FRAME_REACH = 14;

/** The sentences of an article's blocks with tagged tokens. */
export function readSentences(
  article: Article,
  blocks: readonly Block[],
  marked: readonly Marked[],
): Sentence[] {
  const sentences: Sentence[] = [];
  const tagged = tagBlocks(article.text, blocks);
  let mark = 0;
  blocks.forEach((block, index) => {
    const first = mark;
    while (mark < marked.length && (marked[mark]?.outer.start ?? 0) < block.end) mark++;
    const tokens = blockTokens(article.text, tagged[index] ?? NOTHING, marked, first, mark);
    for (const part of splitTokens(tokens, article.text)) {
      sentences.push({
        paragraph: block.paragraph,
        index: sentences.length,
        tokens: part,
        body: datelineEnd(part),
      });
    }
  });
  return sentences;
}

/** What parts two blocks for the tagger: it ends a sentence there, as if each were a text by itself. */
const BREAK = '\n\n';

/** The tagged tokens of a block, and what is added to their positions to have those in the article. */
interface TaggedBlock {
  readonly tokens: readonly TaggedToken[];
  readonly shift: number;
}

const NOTHING: TaggedBlock = { tokens: [], shift: 0 };

/** The tokens of each block, all tagged in one go: a call for each costs the tagger more. */
function tagBlocks(text: string, blocks: readonly Block[]): TaggedBlock[] {
  const tokens = tag(blocks.map(({ start, end }) => text.slice(start, end)).join(BREAK));
  let first = 0;
  let from = 0;
  return blocks.map(({ start, end }) => {
    const to = from + end - start;
    while ((tokens[first]?.start ?? to) < from) first++;
    let last = first;
    while ((tokens[last]?.start ?? to) < to) last++;
    const block = { tokens: tokens.slice(first, last), shift: start - from };
    first = last;
    from = to + BREAK.length;
    return block;
  });
}

/** A token whose tag is still to be repaired. */
type RawToken = { -readonly [Key in keyof Token]: Token[Key] };

function blockTokens(
  text: string,
  tagged: TaggedBlock,
  marked: readonly Marked[],
  from: number,
  to: number,
): Token[] {
  const { shift } = tagged;
  const kept: RawToken[] = [];
  let at = from;
  for (const { start: place, end, text: word, lower, tag: found, capital } of tagged.tokens) {
    const start = place + shift;
    while (at < to && (marked[at]?.outer.end ?? 0) <= start) at++;
    const outer = at < to ? marked[at]?.outer : undefined;
    const quote = outer && start >= outer.start && start < outer.end ? at : -1;
    const token = { start, end: end + shift, text: word, lower, tag: found, capital, quote };
    if (word.length < 3 && MARKS.has(word) && !isApostrophe(text, token)) continue;
    if (!absorbs(kept, token)) kept.push(token);
  }
  // What a repair looks at are the tagger's own tags, so all are found before any is changed.
  const tags = kept.map((_token, index) => repairedTag(kept, index));
  kept.forEach((token, index) => {
    const isBody = isBodyLikePronoun(kept, index);
    token.tag = isBody ? 'PROPN' : (tags[index] ?? token.tag);
    if (isBody) token.lower += '.';
  });
  return kept;
}

/** Puts "Rev" and "." together, and "34-year-old": the tagger cuts them. Changes the last token; false if it stands. */
function absorbs(kept: readonly RawToken[], token: Token): boolean {
  const last = kept.at(-1);
  if (!last || last.end !== token.start) return false;
  const abbreviation = token.text === '.' && last.capital && TITLES.has(`${last.lower}.`);
  const aged = AGED.test(last.lower + token.lower);
  if (!abbreviation && !aged) return false;
  last.end = token.end;
  last.text += token.text;
  last.lower += token.lower;
  last.tag = abbreviation ? 'PROPN' : 'NOUN';
  return true;
}

/** The beginnings of "34-year-old", piece by piece. */
const AGED = /^\d{1,3}-(?:year(?:-(?:olds?)?)?)?$/;

/** "the WHO": in capitals among small letters it is a body and no pronoun. */
function isBodyLikePronoun(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.text !== 'WHO') return false;
  return !SHOUTED.test(tokens[at - 1]?.text ?? '') && !SHOUTED.test(tokens[at + 1]?.text ?? '');
}

const SHOUTED = /^\p{Lu}{2,}$/u;

/** The mark behind a plural ("the officers’ union") belongs to the words. */
function isApostrophe(text: string, token: TaggedToken): boolean {
  if (token.text !== '’' && token.text !== "'") return false;
  return /s/iu.test(text[token.start - 1] ?? '') && /\s/u.test(text[token.end] ?? '');
}

function splitTokens(tokens: readonly Token[], text: string): Token[][] {
  const parts: Token[][] = [];
  let from = 0;
  let plain = 0;
  for (let at = 0; at < tokens.length; at++) {
    if ((tokens[at]?.quote ?? -1) < 0) plain++;
    const overlong = plain >= MAX_PLAIN && tokens[at + 1]?.quote === -1;
    if (!overlong && !endsSentence(tokens, at, text)) continue;
    parts.push(tokens.slice(from, at + 1));
    from = at + 1;
    plain = 0;
  }
  if (from < tokens.length) parts.push(tokens.slice(from));
  return parts;
}

function endsSentence(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next) return false;
  if (token.quote >= 0 && token.quote === next.quote) return false;
  if (token.quote >= 0) return endsAfterQuote(tokens, at, text);
  if (next.text === ')' || next.text === ']') return false;
  // "(D-N.Y.)", "E.J. Thorne": nothing ends where the next word is glued on.
  if (token.text === '.' && token.end === next.start && tokens[at - 1]?.text.length === 1) return false;
  if (token.text === ')' || token.text === ']') {
    return /^[.?!]$/.test(tokens[at - 1]?.text ?? '') && next.capital;
  }
  if (!ENDING.has(token.text.charAt(token.text.length - 1))) return false;
  const opensQuote = next.quote >= 0;
  const capital = opensQuote || next.capital || /^[\p{Lu}\p{N}(“‘"'[—–@#•*-]/u.test(next.text);
  if (/^(?:[?!]+|[.]{1,3}|…)$/u.test(token.text)) return capital;
  if (!/\.$/.test(token.text)) return false;
  // "…, a student from Fresno, Calif. “I think …”": marks with a whole sentence begin a new one.
  if (opensQuote) return !TITLES.has(token.lower) && startsWhole(tokens, at + 1);
  // "He said no. Lee left", and "house no. 4"
  if (token.text === 'no.') return next.capital && !ROMAN.test(next.text);
  return (MAY_END.test(token.text) || UNIT.test(token.text)) && STARTERS.has(next.text);
}

const ROMAN = /^[IVXLC]+$/;

/** Marked words that begin with a capital and end like a sentence. */
function startsWhole(tokens: readonly Token[], first: number): boolean {
  const quote = tokens[first]?.quote;
  let last = first;
  while (tokens[last + 1]?.quote === quote) last++;
  return tokens[first]?.capital === true && /^[.?!]$/.test(tokens[last]?.text ?? '');
}

/** "£2m.": the tagger leaves the full stop with the unit. */
const UNIT = /^\d*(?:m|bn|km|kg|cm|mm|pm|am|mph|pc|in|ft|lb|oz|hr|min|sec)\.$/u;
/** Abbreviations that can also be the last word of a sentence. */
const MAY_END = /^(?:(?:\p{L}\.){2,}|Inc\.|Corp\.|Co\.|Ltd\.|Jr\.|Sr\.|etc\.|[ap]\.m\.)$/u;
const STARTERS = wordSet(
  'The A An He She It They We I This That These Those But And In On At For As If When While There His Her Their According Some Many',
);

const ENDING = new Set(['.', '?', '!', '…']);

/** A quotation that ends like a sentence ends the sentence, unless its frame follows. */
function endsAfterQuote(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || !ENDS.test(text.slice(token.start, token.end))) return false;
  if (next.quote >= 0) return true;
  if (!/^[\p{Lu}\p{N}(]/u.test(next.text)) return /^[•*]$/.test(next.text);
  // “Why?” he asked, but: “Why?” He answered.
  if (next.capital && SUBJECT_PRONOUNS.has(next.lower) && next.text !== 'I') return true;
  return !frameFollows(tokens, at + 1, /[?!]$/.test(token.text));
}

/** “Why?” Ann Lee asked. The words up to a verb of saying are all part of a name or description. */
function frameFollows(tokens: readonly Token[], from: number, mild: boolean): boolean {
  for (let at = from; at < tokens.length && at < from + FRAME_REACH; at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0) return false;
    if (at > from && token.tag !== 'PROPN' && cueForm(token.lower)?.forms.has('past')) {
      const next = tokens[at + 1];
      return mild || next === undefined || /^[.,]$/.test(next.text);
    }
    if (at > from && SUBJECT_PRONOUNS.has(token.lower)) return false;
    if (!/^(?:PROPN|NOUN|ADJ|DET|ADP|NUM|PART|PRON)$/.test(token.tag) && !/^[,()-]$/.test(token.text)) {
      if (token.text !== '.' || tokens[at + 1]?.text !== ',') return false;
    }
  }
  return false;
}

const IN_CAPITALS = /^\p{Lu}{3,}/u;

/** "LONDON (Reuters) - The ministry said": the sentence proper begins behind the dash. */
function datelineEnd(tokens: readonly Token[]): number {
  const time = timeEnd(tokens);
  if (time > 0) return time;
  if (!tokens[0]?.capital || !IN_CAPITALS.test(tokens[0].text)) return 0;
  for (let at = 1; at < Math.min(14, tokens.length); at++) {
    const token = tokens[at];
    if (!token || token.quote >= 0) return 0;
    if (/^(?:—|–|--?|-)$/.test(token.text) && tokens[at + 1] && token.start > (tokens[at - 1]?.end ?? 0)) {
      return at + 1;
    }
    if (/^[a-z]/.test(token.text)) return 0;
  }
  return 0;
}

/** "18:04 | The cat was found": the entries of a live blog begin with the time. */
function timeEnd(tokens: readonly Token[]): number {
  const [first, second] = tokens;
  if (!first || !second || tokens.length < 3) return 0;
  // The tagger parts "6.45pm" into "6.4" and "5pm".
  const parted = second.start === first.end && /^\d[ap]m$/i.test(second.text);
  if (!/^\d{1,2}[:.]\d{2}(?:[ap]m)?$/i.test(parted ? first.text + second.text : first.text)) return 0;
  let at = parted ? 2 : 1;
  while (/^(?:[ap]\.?m\.?|gmt|bst|utc|est|edt|et|cet|cest|-|–|—|\||:)$/.test(tokens[at]?.lower ?? '')) at++;
  return tokens[at]?.capital || (tokens[at]?.quote ?? -1) >= 0 ? at : 0;
}
