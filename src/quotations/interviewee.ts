import type { Article, Paragraph } from '../article/article.ts';
import { FIRST_PERSON, ownWords, SECOND_PERSON } from './alternation.ts';
import { isFirstName } from './lexicon/first-names.ts';
import type { Named } from './speakers/named.ts';
import type { Register } from './speakers/register.ts';

/** The person in the title, else the first one named who does not ask. */
export function intervieweeOf(article: Article, register: Register): Named | null {
  const people = peopleIn(article, register);
  const title = article.title.toLowerCase().split(/[^\p{L}'-]+/u);
  return people.find((named) => title.includes(named.surname)) ?? people[0] ?? null;
}

/**
 * Without labels nobody is guessed: the one whom the title says was interviewed, else the one person whose full name
 * it has, else the one "interviewed", else the only one named before the first question. Who is "spoken to" by "him"
 * or "her" asks. `first` is the index of the paragraph with the first question.
 */
export function soleIntervieweeOf(article: Article, register: Register, first: number): Named | null {
  const titled = nameInTitle(article);
  if (titled) return register.find(titled, 0) ?? register.add(titled, { kind: 'person' }, 0);
  const opening = article.paragraphs.slice(0, first);
  const intro = wordsOf(article, opening);
  const told = wordsOf(
    article,
    opening.filter((_paragraph, index) => !isAnswered(article, opening, index)),
  );
  const people = peopleIn(article, register);
  const asker = ASKER.exec(intro)?.[1];
  const found = [
    people.filter(({ name }) => article.title.includes(name)),
    people.filter(({ name }) => INTERVIEWED.test(before(intro, name))),
    people.filter(({ name }) => told.includes(name) && name !== asker && !PLACE.test(before(told, name))),
  ].find((candidates) => candidates.length > 0);
  return found?.length === 1 ? (found[0] ?? null) : null;
}

function peopleIn(article: Article, register: Register): Named[] {
  return register.named.filter(
    ({ kind, name }) => kind !== 'organisation' && name.includes(' ') && name !== article.author,
  );
}

const NAME = "(\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}\\.)? \\p{Lu}[\\p{L}'’-]+)(?![\\p{L}'’-])";
/** "The Post interviews Ann Lee on rain", "An interview with Ann Lee"; "Ann Lee and Bo Hale" are two. */
const INTERVIEWEE = new RegExp(`\\b[Ii]nterview(?:s|ed|ing)?(?: [Ww]ith)? ${NAME}(?! (?:and|&) )`, 'u');
/** "Ann Lee: an interview". */
const HEADED = new RegExp(`^${NAME}(?=[:,–—].*\\b[Ii]nterview)`, 'u');

/** The name of the person whom a title says was interviewed; null where it may be no person's. */
function nameInTitle(article: Article): string | null {
  const name = INTERVIEWEE.exec(article.title)?.[1] ?? HEADED.exec(article.title)?.[1];
  return name && article.text.includes(name) && isPersonal(article, name) ? name : null;
}

/** A known first name, or a surname that comes again without the word before it, as "New York" does not. */
function isPersonal({ text }: Article, name: string): boolean {
  const words = name.split(' ');
  const first = words[0] ?? '';
  if (isFirstName(first)) return true;
  const surname = words.at(-1) ?? '';
  const places = text.matchAll(new RegExp(`(\\p{L}+)? ?(?<!\\p{L})${surname}(?!\\p{L})`, 'gu'));
  return [...places].some(([, word]) => word !== words.at(-2));
}

/** A paragraph of "I" behind one that asks "you" is an answer already: who is named in it is spoken of. */
function isAnswered(article: Article, paragraphs: readonly Paragraph[], index: number): boolean {
  const [question, answer] = [paragraphs[index - 1], paragraphs[index]];
  if (!question || !answer) return false;
  return SECOND_PERSON.test(ownWords(article, question)) && FIRST_PERSON.test(ownWords(article, answer));
}

function wordsOf({ text }: Article, paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ start, end }) => text.slice(start, end)).join('\n\n');
}

/** What stands right before a name at its first place in a text. */
function before(text: string, name: string): string {
  const at = text.indexOf(name);
  return at < 0 ? '' : text.slice(Math.max(0, at - 60), at);
}

/** Behind these prepositions stands a place more often than a person. */
const PLACE = /\b(?:at|in|near|off|from)\s+$/;
const ASKER =
  /\b(?:[Ss]?he|[Tt]hey) (?:spoke|talked|chatted) (?:to|with) (\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+)/u;
const INTERVIEWED =
  /\b(?:interview(?:ed|s)?(?: with)?|sat down with|caught up with|put (?:our|some|these) questions to)\b[^.]*$/i;
