import type { Article, Paragraph } from '../article/article.ts';
import { isNarrated, readAlternation, type Turn } from './alternation.ts';
import { intervieweeOf, soleIntervieweeOf } from './interviewee.ts';
import { isFirstName } from './lexicon/first-names.ts';
import type { Speaker } from './quotation.ts';
import type { Named } from './speakers/named.ts';
import type { Register } from './speakers/register.ts';

const LABEL =
  /^(?:\*\*)?((?:Q|A|\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,4}))(?: \([^()\n]{1,30}\))?(?:\*\*)?([:.])(?:\*\*)?\s+(?=\S)/u;
/** Labels that name the one who asks by the task. */
const ASKER = /^(?:q|question|interviewer|reporter|journalist|moderator|host)$/i;
/** A label that stands only once is a heading or a frame ("Update: …"), not a speaker. */
const MIN_TURNS = 3;
/** How far into a paragraph a label reaches, in characters. */
const LONGEST_LABEL = 120;

/**
 * The turns of a transcript or interview, found by labels that come again: "Q:" and "A:", or names before a
 * colon. Empty where the article is none.
 */
export function readTurns(article: Article): Turn[] {
  const labelled = article.paragraphs.map((paragraph) =>
    paragraph.pullQuote ? null : labelOf(opening(article, paragraph)),
  );
  const names = namesOf(labelled);
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const repeated = [...counts.values()].some((count) => count > 1);
  if (total < MIN_TURNS || !repeated) return readAlternation(article);
  const askers = askersOf(article, names);
  const turns: Turn[] = [];
  article.paragraphs.forEach((paragraph, index) => {
    const match = labelled[index];
    const name = names[index];
    if (!match?.[1] || !name || !isSpeaker(name, counts)) {
      const last = turns.at(-1);
      const goesOn = last !== undefined && last.paragraph + last.spans.length === index;
      const later = labelled.slice(index + 1, index + 3).some((other) => other !== null);
      // Behind the words of one who never asks, a question without a label is somebody else's.
      const other = last !== undefined && isQuestion(article, paragraph) && !askers.has(last.speaker);
      if (goesOn && later && !other && !isNarrated(article, paragraph))
        last.spans.push({ start: paragraph.start, end: paragraph.end });
      return;
    }
    const start = paragraph.start + match[0].indexOf(match[1]);
    const mark = match[2] ?? ':';
    const colon =
      start + match[1].length + match[0].slice(match[0].indexOf(match[1]) + match[1].length).indexOf(mark);
    turns.push({
      paragraph: index,
      label: { start, end: start + match[1].length },
      colon: { start: colon, end: colon + 1 },
      speaker: ASKER.test(name) && article.author ? 'Q' : name,
      spans: [{ start: paragraph.start + match[0].length, end: paragraph.end }],
      asked: ASKER.test(name),
    });
  });
  return turns;
}

function opening({ text }: Article, { start, end }: Paragraph): string {
  return text.slice(start, Math.min(end, start + LONGEST_LABEL));
}

/** Labels of those who put a question at least once. */
function askersOf(article: Article, names: readonly (string | null)[]): ReadonlySet<string | null> {
  const asking = names.filter((_name, index) => {
    const paragraph = article.paragraphs[index];
    return paragraph !== undefined && isQuestion(article, paragraph);
  });
  return new Set([...asking, 'Q']);
}

function isQuestion({ text }: Article, { start, end }: Paragraph): boolean {
  return /\?\s*$/.test(text.slice(Math.max(start, end - 20), end));
}

/** A full stop makes a label of "Q" and "A" only. */
function labelOf(opening: string): RegExpExecArray | null {
  const match = LABEL.exec(opening);
  return match?.[2] === '.' && !/^[QA]$/.test(match[1] ?? '') ? null : match;
}

/** Each label's name; initials or a surname stand for the label before that they shorten ("MARA QUILL", then "MQ"). */
function namesOf(labelled: readonly (RegExpExecArray | null)[]): (string | null)[] {
  const short = new Map<string, string>();
  return labelled.map((match) => {
    const label = match?.[1];
    if (!label) return null;
    const words = label.split(' ');
    if (words.length === 1) return short.get(label) ?? label;
    short.set(words.map((word) => word.charAt(0)).join(''), label);
    short.set(words.at(-1) ?? label, label);
    return label;
  });
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

/** Who each turn's label means: the person of that surname; "Q" is the author, "A" the person interviewed. */
export function turnSpeakers(
  article: Article,
  register: Register,
  turns: readonly Turn[],
): (turn: Turn) => Speaker | null {
  const opening = turns.find(({ label }) => label === null)?.opening;
  const interviewee =
    opening === undefined ? intervieweeOf(article, register) : soleIntervieweeOf(article, register, opening);
  const author = authorOf(article, register);
  return ({ speaker: label }) => {
    const named = label === 'Q' ? author : label === 'A' ? interviewee : register.find(label, 0);
    if (!named) return label.length > 1 ? { name: label, title: null, role: null, kind: 'person' } : null;
    return { name: named.name, title: named.title, role: named.role, kind: 'person' };
  };
}

function authorOf(article: Article, register: Register): Named | null {
  if (!article.author) return null;
  return register.find(article.author, 0) ?? register.add(article.author, { kind: 'person' }, 0);
}
