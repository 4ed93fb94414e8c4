import { diffArrays } from 'diff';
import type { Article, Span } from '../article/article.ts';
import type { DifferenceStep } from './answer.ts';
import { type ComparedWord, comparedWords, MAX_REPLACED, mostWords, partsOf } from './compared-words.ts';

/** Where a claimed quotation stands in an article, word for word, as an editor would see it. */
export interface VerbatimMatch {
  /** From the first to the last matched word; one span for each part that an ellipsis separates. */
  readonly spans: readonly Span[];
}

/** The stretch of an article that comes nearest to a claimed quotation, and how they differ. */
export interface NearMatch {
  readonly span: Span;
  /** Share of the claim's words that stand in the stretch in their order, 0 to 1. */
  readonly kept: number;
  /** Share of the stretch's words that the claim has, 0 to 1. */
  readonly used: number;
  /** From the article to the claim: "removed" stands in the article only, "added" in the claim only. */
  readonly difference: readonly DifferenceStep[];
}

/** Parts of one quotation that an ellipsis joins lie within this many words. */
const MAX_LEFT_OUT = 120;

function bodyOf({ paragraphs }: Article): Span[] {
  return paragraphs.filter(({ pullQuote }) => !pullQuote);
}

/** The words of a claim, to be compared with many texts. */
interface ReadClaim {
  readonly text: string;
  readonly words: readonly ComparedWord[];
  /** How often each stands in it, by its form. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Reads a claim once, however many texts it is compared with. */
export function readClaim(text: string): ReadClaim {
  const words = comparedWords(text, { start: 0, end: text.length });
  const counts = new Map<string, number>();
  for (const { form } of words) counts.set(form, (counts.get(form) ?? 0) + 1);
  return { text, words, counts };
}

const KNOWN = new WeakMap<Article, ComparedText>();

/** An article's words, body and pull quotes apart, ready for many comparisons. */
export class ComparedText {
  private readonly article: Article;
  private readonly words: readonly ComparedWord[];
  private readonly positions = new Map<string, number[]>();

  private constructor(article: Article, words: readonly ComparedWord[]) {
    this.article = article;
    this.words = words;
    this.words.forEach(({ form: key }, at) => {
      const known = this.positions.get(key);
      if (known) known.push(at);
      else this.positions.set(key, [at]);
    });
  }

  /** The words of an article; read once as long as the article is in use. */
  static of(article: Article): ComparedText {
    const known = KNOWN.get(article) ?? ComparedText.ofSpans(article, bodyOf(article));
    KNOWN.set(article, known);
    return known;
  }

  /** Whether a place of `within` is where the claim, or a part of it behind an ellipsis, stands word for word. */
  static standsIn(article: Article, claim: string, within: Span): boolean {
    const parts = partsOf(claim);
    // A later part may stand in `within` whose first part stands before.
    const text =
      parts.length === 1
        ? (KNOWN.get(article) ?? ComparedText.behind(article, within, mostWords(parts.flat())))
        : ComparedText.of(article);
    return text
      .findVerbatim(claim)
      .some(({ spans }) => spans.some(({ start }) => start >= within.start && start < within.end));
  }

  /** The paragraphs from a place on, to at least so many words behind it. */
  private static behind(article: Article, { start, end }: Span, count: number): ComparedText {
    const found: ComparedWord[] = [];
    let behind = 0;
    for (const paragraph of bodyOf(article)) {
      if (paragraph.end <= start) continue;
      if (behind >= count) break;
      const own = comparedWords(article.text, paragraph);
      behind += own.filter((word) => !word.bracketed && word.start >= end).length;
      found.push(...own);
    }
    return new ComparedText(article, found);
  }

  /** Some stretches of an article read as one: a quotation without the frames that stand in it. */
  static ofSpans(article: Article, spans: readonly Span[]): ComparedText {
    return new ComparedText(
      article,
      spans.flatMap((span) => comparedWords(article.text, span)),
    );
  }

  /**
   * Every place where the claim stands word for word. Capitals, punctuation and marks do not count; an ellipsis
   * may leave words out; an insertion in brackets may stand for some; the article's own insertions may be missing.
   */
  findVerbatim(claim: string | ReturnType<typeof partsOf>): VerbatimMatch[] {
    const [first, ...rest] = typeof claim === 'string' ? partsOf(claim) : claim;
    if (!first) return [];
    const matches: VerbatimMatch[] = [];
    for (const start of this.startsOf(first)) {
      const spans = this.matchParts(first, rest, start);
      if (spans) matches.push({ spans });
    }
    return matches;
  }

  /** How the claim differs from the stretch of `within` that comes nearest to it; null if they share nothing. */
  compare(claim: string, within: Span): NearMatch | null {
    return ComparedText.ofSpans(this.article, [within]).nearest(readClaim(claim));
  }

  /**
   * How the claim differs from the stretch of these words that comes nearest to it; null if they share nothing, or
   * certainly less than the share `least` of the claim's words.
   */
  nearest({ text: claim, words: claimed, counts }: ReadClaim, least = 0): NearMatch | null {
    const own = this.words;
    const { text } = this.article;
    // A comparison takes as long as one is, times the other; most stretches have too few of the words anyway.
    if (this.sharedWith(counts) < least * claimed.length) return null;
    const steps = diffArrays(
      own.map((word) => word.form),
      claimed.map((word) => word.form),
    );
    const region = matchedRegion(steps);
    const matched = own.slice(region.from, region.to);
    const first = matched[0];
    const last = matched.at(-1);
    if (!first || !last) return null;
    const span = { start: first.start, end: last.end };
    return {
      span,
      kept: region.same / claimed.length,
      used: region.same / matched.length,
      // Most stretches are only compared by their shares.
      get difference() {
        return describe(text, withReplacedEnds(text, own, region, steps), claim, claimed);
      },
    };
  }

  /** How many words a claim with these has in common with the text, in whatever order. */
  private sharedWith(counts: ReadClaim['counts']): number {
    let shared = 0;
    for (const [form, at] of this.positions) shared += Math.min(at.length, counts.get(form) ?? 0);
    return shared;
  }

  private startsOf(part: readonly ComparedWord[]): readonly number[] {
    const opening = part.find(({ bracketed }) => !bracketed);
    return opening ? (this.positions.get(opening.form) ?? []) : [];
  }

  private matchParts(
    first: readonly ComparedWord[],
    rest: readonly (readonly ComparedWord[])[],
    start: number,
  ): Span[] | null {
    let end = this.matchFrom(withoutLeading(first), start);
    if (end === null) return null;
    const spans = [this.spanOf(start, end)];
    for (const part of rest) {
      const from: number = end;
      const next = this.startsOf(part).find(
        (at) => at >= from && at <= from + MAX_LEFT_OUT && this.matchFrom(withoutLeading(part), at) !== null,
      );
      if (next === undefined) return null;
      end = this.matchFrom(withoutLeading(part), next) ?? from;
      spans.push(this.spanOf(next, end));
    }
    return spans;
  }

  /** The position behind the last word when all words of the part stand from `start` on, else null. */
  private matchFrom(part: readonly ComparedWord[], start: number): number | null {
    let at = start;
    for (let index = 0; index < part.length; index++) {
      const wanted = part[index];
      if (!wanted) return null;
      if (wanted.bracketed) {
        const next = part.slice(index).find(({ bracketed }) => !bracketed);
        if (!next) return at;
        const skip = this.words.slice(at, at + MAX_REPLACED + 1).findIndex((word) => word.form === next.form);
        if (skip < 0) return null;
        at += skip;
        index = part.indexOf(next) - 1;
        continue;
      }
      while (this.words[at]?.bracketed && this.words[at]?.form !== wanted.form) at++;
      if (this.words[at]?.form !== wanted.form) return null;
      at++;
    }
    return at;
  }

  private spanOf(from: number, to: number): Span {
    return { start: this.words[from]?.start ?? 0, end: this.words[to - 1]?.end ?? 0 };
  }
}

function withoutLeading(part: readonly ComparedWord[]): readonly ComparedWord[] {
  const first = part.findIndex(({ bracketed }) => !bracketed);
  return part.slice(Math.max(first, 0));
}

type Steps = ReturnType<typeof diffArrays<string>>;

/** From the first to the last common word: positions in the old sequence, and how many words are common. */
function matchedRegion(steps: Steps): { from: number; to: number; same: number } {
  let at = 0;
  let from = -1;
  let to = 0;
  let same = 0;
  for (const { added, removed, value } of steps) {
    if (added) continue;
    if (!removed) {
      if (from < 0) from = at;
      same += value.length;
      to = at + value.length;
    }
    at += value.length;
  }
  return { from: Math.max(from, 0), to, same };
}

/** The matched words, and those before and behind that the claim's first and last words stand in the place of. */
function withReplacedEnds(
  text: string,
  own: readonly ComparedWord[],
  { from, to }: { from: number; to: number },
  steps: Steps,
): readonly ComparedWord[] {
  const isSame = ({ added, removed }: Steps[number]): boolean => !added && !removed;
  const added = (some: Steps): number =>
    some.reduce((sum, step) => sum + (step.added ? step.value.length : 0), 0);
  const before = added(steps.slice(0, steps.findIndex(isSame)));
  const behind = added(steps.slice(steps.findLastIndex(isSame) + 1));
  let first = from;
  let last = to;
  while (first > Math.max(0, from - before) && !endsSentence(text, own[first - 1], own[first])) first--;
  while (last < Math.min(own.length, to + behind) && !endsSentence(text, own[last - 1], own[last])) last++;
  return own.slice(first, last);
}

function endsSentence(
  text: string,
  before: ComparedWord | undefined,
  after: ComparedWord | undefined,
): boolean {
  return !before || !after || /[.!?]/.test(text.slice(before.end, after.start));
}

/** The steps from the article's words to the claim's, each with its text as it stands. */
function describe(
  text: string,
  own: readonly ComparedWord[],
  claim: string,
  claimed: readonly ComparedWord[],
): DifferenceStep[] {
  let ownAt = 0;
  let claimAt = 0;
  return diffArrays(
    own.map((word) => word.form),
    claimed.map((word) => word.form),
  ).map(({ added, removed, value }) => {
    if (added) {
      const shown = stretch(claim, claimed.slice(claimAt, claimAt + value.length));
      claimAt += value.length;
      return { op: 'added', text: shown };
    }
    const shown = stretch(text, own.slice(ownAt, ownAt + value.length));
    ownAt += value.length;
    if (!removed) claimAt += value.length;
    return { op: removed ? 'removed' : 'same', text: shown };
  });
}

function stretch(text: string, part: readonly ComparedWord[]): string {
  return text.slice(part[0]?.start ?? 0, part.at(-1)?.end ?? 0);
}
