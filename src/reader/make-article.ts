import type { Article, Span } from '../article/article.ts';
import { slice } from '../article/article.ts';
import {
  FEMALE_PRONOUNS,
  FIRST_PERSON,
  MALE_PRONOUNS,
  PLURAL_PRONOUNS,
  POSSESSIVES,
} from '../quotations/lexicon/words.ts';
import type { Quotation, QuotationKind, Speaker } from '../quotations/quotation.ts';
import { sourceLink } from '../rendering/source-link.ts';
import { monograms } from './monogram.ts';
import {
  fullName,
  type Mention,
  type MentionForm,
  type ReaderArticle,
  type ReaderQuotation,
  type ReaderSpeaker,
} from './reader-article.ts';
import { paragraphAt } from './rows.ts';

const UNATTRIBUTED = { name: 'Unattributed', title: null, role: null, kind: 'unattributed' } as const;
const RELATIVES = /^(?:who|which|that|whom|whose)$/;

/**
 * The article as the reader shows it. Throws where a quotation does not lie in the article, in its
 * order: what is shown as somebody's words has to be a slice of it.
 */
export function readerArticle(stored: {
  readonly article: Article;
  readonly quotations: readonly Quotation[];
}): ReaderArticle {
  const { article, quotations } = stored;
  const { id, hash, title, outlet, author, published, text } = article;
  for (const quotation of quotations) assertInside(article, quotation);
  const people = speakersOf(quotations);
  const letters = monograms(people.map(({ shown }) => shown));
  const indexOf = new Map(people.map(({ key }, index) => [key, index]));
  return {
    id,
    hash,
    title,
    outlet,
    author,
    published,
    source: sourceLink(article),
    text,
    paragraphs: article.paragraphs.map(({ n, start, end }) => ({ n, start, end })),
    quotations: quotations.map((quotation) =>
      readerQuotation(article, quotation, indexOf.get(keyOf(quotation.speaker)) ?? 0),
    ),
    speakers: people.map(({ shown, counts }, index) => ({
      ...shown,
      counts,
      monogram: letters[index] ?? '?',
    })),
  };
}

function assertInside({ text, id }: Article, { id: quotation, spans }: Quotation): void {
  let from = 0;
  for (const { start, end } of spans) {
    if (start >= from && end > start && end <= text.length) from = end;
    else throw new Error(`the quotation ${quotation} does not lie in the article ${id}`);
  }
}

interface Counted {
  readonly key: string;
  readonly shown: Omit<ReaderSpeaker, 'monogram' | 'counts'>;
  readonly counts: Record<QuotationKind, number>;
}

function keyOf(speaker: Speaker | null): string {
  return speaker === null ? '' : `${speaker.kind} ${speaker.name}`;
}

/** The names of those who are quoted, who says most first. */
export function quotedNames(quotations: readonly Quotation[]): string[] {
  const known = speakersOf(quotations).filter(({ key }) => key !== '');
  return known.map(({ shown }) => fullName(shown));
}

/** Everybody who is quoted: who says most first, at equal numbers who speaks first; the unknown last. */
function speakersOf(quotations: readonly Quotation[]): Counted[] {
  const found = new Map<string, Counted>();
  for (const { speaker, kind, pullQuoteOf } of quotations) {
    const key = keyOf(speaker);
    const known = found.get(key) ?? {
      key,
      shown: shownAs(speaker),
      counts: { direct: 0, mixed: 0, indirect: 0 },
    };
    found.set(key, known);
    if (pullQuoteOf === null) known.counts[kind] += 1;
  }
  const total = ({ counts }: Counted): number => counts.direct + counts.mixed + counts.indirect;
  return [...found.values()].sort(
    (left, right) => Number(left.key === '') - Number(right.key === '') || total(right) - total(left),
  );
}

function shownAs(speaker: Speaker | null): Counted['shown'] {
  if (speaker === null) return UNATTRIBUTED;
  const { name, title, role, kind } = speaker;
  return { name, title, role, kind };
}

function readerQuotation(article: Article, quotation: Quotation, speaker: number): ReaderQuotation {
  const { id, paragraph, spans, kind, polarity, cue, addressee, via, pullQuoteOf, confidence, rule } =
    quotation;
  return {
    id,
    paragraph,
    spans,
    kind,
    polarity,
    speaker,
    mention: mentionOf(article, quotation),
    cue,
    addressee,
    via,
    pullQuoteOf,
    confidence,
    rule,
  };
}

/** A pull quote's mention is its parent's, and belongs to another place. */
function mentionOf(article: Article, { mention, speaker, pullQuoteOf }: Quotation): Mention | null {
  if (mention === null || speaker === null || pullQuoteOf !== null) return null;
  const form = formOf(slice(article, mention), speaker);
  const { start, end } = mention;
  return { start, end, form, antecedent: form === 'name' ? null : antecedentOf(article, mention, speaker) };
}

function formOf(phrase: string, speaker: Speaker): MentionForm {
  const words = phrase.toLowerCase().split(/\s+/u);
  const [word = ''] = words;
  if (words.length === 1) {
    if (FIRST_PERSON.has(word)) return 'first-person';
    if (RELATIVES.test(word)) return 'relative';
    const sets = [MALE_PRONOUNS, FEMALE_PRONOUNS, PLURAL_PRONOUNS, POSSESSIVES];
    if (word === 'it' || sets.some((set) => set.has(word))) return 'pronoun';
  }
  return sharesName(words, speaker) ? 'name' : 'description';
}

/** "Brandt" and "Tobias Brandt" name him; "the mayor" describes him. */
function sharesName(words: readonly string[], { name, kind }: Speaker): boolean {
  if (kind === 'unnamed') return false;
  const own = new Set(name.toLowerCase().split(/\s+/u));
  return words.some((word) => own.has(word.replace(/['’]s$/u, '')) && word.length > 2);
}

/** Where the speaker's name, or an unnamed speaker's description, stands last before the phrase. */
function antecedentOf(article: Article, before: Span, { name, kind }: Speaker): Mention['antecedent'] {
  const called = kind === 'person' ? (name.split(/\s+/u).at(-1) ?? name) : name;
  for (let end = before.start; end > 0; ) {
    const at = article.text.lastIndexOf(called, end - called.length);
    if (at < 0 || end < called.length) return null;
    const inWord = /[\p{L}\p{N}]/u;
    const whole =
      !inWord.test(article.text.charAt(at - 1)) && !inWord.test(article.text.charAt(at + called.length));
    const home = whole ? article.paragraphs[paragraphAt(article.paragraphs, at)] : undefined;
    if (home && home.start <= at && at < home.end) {
      return { start: at, end: at + called.length, paragraph: home.n };
    }
    end = at;
  }
  return null;
}
