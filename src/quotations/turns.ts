import type { Article } from '../article/article.ts';
import { isNarrated, readAlternation, type Turn } from './alternation.ts';
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

/**
 * The turns of a transcript or interview, found by labels that come again: "Q:" and "A:", or names before a
 * colon. Empty where the article is none.
 */
export function readTurns(article: Article): Turn[] {
  const labelled = article.paragraphs.map((paragraph) =>
    paragraph.pullQuote ? null : labelOf(article.text.slice(paragraph.start, paragraph.start + 120)),
  );
  const names = namesOf(labelled);
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const repeated = [...counts.values()].some((count) => count > 1);
  if (total < MIN_TURNS || !repeated) return readAlternation(article);
  const turns: Turn[] = [];
  article.paragraphs.forEach((paragraph, index) => {
    const match = labelled[index];
    const name = names[index];
    if (!match?.[1] || !name || !isSpeaker(name, counts)) {
      const last = turns.at(-1);
      const goesOn = last !== undefined && last.paragraph + last.spans.length === index;
      const later = labelled.slice(index + 1, index + 3).some((other) => other !== null);
      if (goesOn && later && !isNarrated(article, paragraph))
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

/** A full stop makes a label of "Q" and "A" only. */
function labelOf(opening: string): RegExpExecArray | null {
  const match = LABEL.exec(opening);
  return match?.[2] === '.' && !/^[QA]$/.test(match[1] ?? '') ? null : match;
}

/** Each label's name; initials stand for the label before that they shorten ("MARA QUILL", then "MQ"). */
function namesOf(labelled: readonly (RegExpExecArray | null)[]): (string | null)[] {
  const initials = new Map<string, string>();
  return labelled.map((match) => {
    const label = match?.[1];
    if (!label) return null;
    const words = label.split(' ');
    if (words.length > 1) initials.set(words.map((word) => word.charAt(0)).join(''), label);
    return initials.get(label) ?? label;
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

/** Who a label means: the person of that surname; "Q" is the author, "A" the person interviewed. */
export function turnSpeaker(article: Article, register: Register, turn: Turn): Speaker | null {
  const label = turn.speaker;
  const answers = turn.label ? intervieweeOf : soleIntervieweeOf;
  const named =
    label === 'Q'
      ? authorOf(article, register)
      : label === 'A'
        ? answers(article, register, turn)
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

/**
 * Without labels nobody is guessed: the one person whose full name the title has, else the one "interviewed", else
 * the only one named before the first question. Who is "spoken to" by "him" or "her" asks.
 */
function soleIntervieweeOf(article: Article, register: Register, turn: Turn): Named | null {
  const first = article.paragraphs[0]?.start ?? 0;
  const intro = article.text.slice(
    first,
    Math.max(first, article.paragraphs[turn.opening ?? 0]?.start ?? first),
  );
  const people = register.named.filter(
    ({ kind, name }) => kind !== 'organisation' && name.includes(' ') && name !== article.author,
  );
  const asker =
    /\b(?:[Ss]?he|[Tt]hey) (?:spoke|talked|chatted) (?:to|with) (\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+)/u.exec(
      intro,
    )?.[1];
  const found = [
    people.filter(({ name }) => article.title.includes(name)),
    people.filter(({ name }) => INTERVIEWED.test(before(intro, name))),
    people.filter(({ name }) => intro.includes(name) && name !== asker && !PLACE.test(before(intro, name))),
  ].find((candidates) => candidates.length > 0);
  return found?.length === 1 ? (found[0] ?? null) : null;
}

/** Behind these prepositions stands a place more often than a person. */
const PLACE = /\b(?:at|in|near|off|from)\s+$/;

/** What stands right before a name at its first place in a text. */
function before(text: string, name: string): string {
  const at = text.indexOf(name);
  return at < 0 ? '' : text.slice(Math.max(0, at - 60), at);
}

const INTERVIEWED =
  /\b(?:interview(?:ed|s)?(?: with)?|sat down with|caught up with|put (?:our|some|these) questions to)\b[^.]*$/i;
