import type { Article, Span } from '../article/article.ts';
import { isFirstName } from './lexicon/first-names.ts';
import type { Speaker } from './quotation.ts';
import type { Named, Register } from './speakers/register.ts';

/** One turn of a transcript or interview: "MARSH: Order, please." */
export interface Turn {
  /** Index of the paragraph in which it begins. */
  readonly paragraph: number;
  readonly label: Span;
  readonly colon: Span;
  /** What is said: one span for each paragraph. */
  readonly spans: Span[];
  readonly asked: boolean;
}

const LABEL =
  /^(?:\*\*)?((?:Q|A|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}))(?:\*\*)?(:)(?:\*\*)?\s+(?=\S)/u;
/** A label that stands only once is a heading or a frame ("Update: …"), not a speaker. */
const MIN_TURNS = 3;

/**
 * The turns of a transcript or interview, found by labels that come again: "Q:" and "A:", or names before a
 * colon. Empty where the article is none.
 */
export function readTurns(article: Article): Turn[] {
  const labelled = article.paragraphs.map((paragraph) =>
    paragraph.pullQuote ? null : LABEL.exec(article.text.slice(paragraph.start, paragraph.start + 80)),
  );
  const counts = new Map<string, number>();
  for (const match of labelled) if (match?.[1]) counts.set(match[1], (counts.get(match[1]) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const repeated = [...counts.values()].some((count) => count > 1);
  if (total < MIN_TURNS || !repeated) return [];
  const turns: Turn[] = [];
  article.paragraphs.forEach((paragraph, index) => {
    const match = labelled[index];
    if (!match?.[1] || !isSpeaker(match[1], counts)) {
      const last = turns.at(-1);
      const goesOn = last !== undefined && last.paragraph + last.spans.length === index;
      const later = labelled.slice(index + 1, index + 3).some((other) => other !== null);
      if (goesOn && later && !isNarrated(article, paragraph))
        last.spans.push({ start: paragraph.start, end: paragraph.end });
      return;
    }
    const start = paragraph.start + match[0].indexOf(match[1]);
    const colon = paragraph.start + match[0].indexOf(':');
    turns.push({
      paragraph: index,
      label: { start, end: start + match[1].length },
      colon: { start: colon, end: colon + 1 },
      spans: [{ start: paragraph.start + match[0].length, end: paragraph.end }],
      asked: match[1] === 'Q',
    });
  });
  return turns;
}

/** Stage directions, pull quotes and paragraphs with a frame of their own are the article's. */
function isNarrated(article: Article, paragraph: Article['paragraphs'][number]): boolean {
  const words = article.text.slice(paragraph.start, paragraph.end);
  return (
    paragraph.pullQuote ||
    /^[[(*]/.test(words) ||
    /\b(?:said|says|told|asked|added|died|was born)\b/.test(words)
  );
}

/** "Q", "A", capitals, or a name that comes again; not "Update" or "Correction". */
function isSpeaker(label: string, counts: ReadonlyMap<string, number>): boolean {
  if (label === 'Q' || label === 'A') return true;
  const capitals = label === label.toUpperCase() && label.length > 1;
  return (
    (capitals || label.includes(' ') || isFirstName(label) || (counts.get(label) ?? 0) > 1) &&
    !/^(?:UPDATE|NOTE|EDITOR|CORRECTION|UPDATED|BREAKING|PHOTO|WATCH|READ)/i.test(label)
  );
}

/** Who a label means: the person of that surname; "Q" is the author, "A" the person interviewed. */
export function turnSpeaker(article: Article, register: Register, label: string): Speaker | null {
  const named =
    label === 'Q'
      ? authorOf(article, register)
      : label === 'A'
        ? intervieweeOf(article, register)
        : register.find(label, 0);
  if (!named) return label.length > 1 ? { name: label, title: null, role: null, kind: 'person' } : null;
  return { name: named.name, title: named.title, role: named.role, kind: 'person' };
}

function authorOf(article: Article, register: Register): Named | null {
  if (!article.author) return null;
  return register.find(article.author, 0) ?? register.add(article.author, { kind: 'person' }, 0);
}

/** The person in the title, else the first one named who does not ask. */
function intervieweeOf(article: Article, register: Register): Named | null {
  const people = register.named.filter(
    (named) => named.kind !== 'organisation' && named.name.includes(' ') && named.name !== article.author,
  );
  const title = article.title.toLowerCase().split(/[^\p{L}'-]+/u);
  return people.find((named) => title.includes(named.surname)) ?? people[0] ?? null;
}
