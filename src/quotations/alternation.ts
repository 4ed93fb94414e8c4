import type { Article, Paragraph, Span } from '../article/article.ts';

/** One turn of a transcript or interview: "MARSH: Order, please." */
export interface Turn {
  /** Index of the paragraph in which it begins. */
  readonly paragraph: number;
  /** Null where only the change of question and answer shows who speaks. */
  readonly label: Span | null;
  readonly colon: Span | null;
  /** The label's words, "Q" for one who asks and "A" for one who answers. */
  readonly speaker: string;
  /** Index of the paragraph with which the interview begins, where no label says so. */
  readonly opening?: number;
  /** What is said: one span for each paragraph. */
  readonly spans: Span[];
  readonly asked: boolean;
}

/**
 * Stage directions, pull quotes and paragraphs with a frame of their own are the article's; "My mother told me" is
 * not, for the article has no "me" outside marks.
 */
export function isNarrated(article: Article, paragraph: Paragraph): boolean {
  const words = article.text.slice(paragraph.start, paragraph.end);
  if (paragraph.pullQuote || /^[[(*]/.test(words) || isCaption(words)) return true;
  const own = ownWords(article, paragraph);
  return FRAME.test(own) && (!FIRST_PERSON.test(own) || /^["“]/.test(words));
}

/** The words of a paragraph outside marks. */
export function ownWords({ text }: Article, { start, end }: Paragraph): string {
  return text.slice(start, end).replace(/["“][^"”]*["”]/g, '');
}

/** A caption credits its picture, or says where in it somebody stands. */
function isCaption(words: string): boolean {
  return words.length <= LONGEST_CAPTION && (CREDIT.test(words) || PLACED.test(words));
}

const LONGEST_CAPTION = 300;
/** "Image: Ann Lee." at the end. */
const CREDIT = /\b(?:[Ii]mage|[Pp]hoto|[Pp]hotograph|[Pp]icture)s?(?: by)?\s?[:;] ?\p{Lu}[^.!?]{1,60}\.?$/u;
/** "Lee (right) with her mother". */
const PLACED = /\p{Lu}\p{L}+ \((?:left|right|cent(?:re|er)|pictured)\)/u;

const FRAME = /\b(?:said|says|told|asked|added|died|was born)\b/;

/** Fewer questions than this are rhetoric and no interview. */
const MIN_QUESTIONS = 3;
/** A longer paragraph that ends in a question tells something first. */
const LONGEST_QUESTION = 500;
export const FIRST_PERSON = /\b(?:I|me|my|mine|we|us|our|ours|I['’](?:m|ve|d|ll))\b/;
export const SECOND_PERSON = /\b(?:you|your|yours)\b/i;
const MARKUP = /^[*_]{1,3}|[*_]{1,3}$/g;

/**
 * The turns of an interview without labels: short paragraphs that ask "you" something, each followed by paragraphs
 * that answer as "I" or "we". Empty where an article only puts questions to its reader.
 */
export function readAlternation(article: Article): Turn[] {
  const { paragraphs } = article;
  const asks = paragraphs.map((paragraph) => isQuestion(article, paragraph));
  const questions = paragraphs.flatMap((_paragraph, index) => (asks[index] ? [index] : []));
  const answered = questions.filter((index) => isAnswer(article, paragraphs[index + 1]) && !asks[index + 1]);
  if (answered.length < MIN_QUESTIONS || answered.length * 2 < questions.length) return [];
  const words = (index: number) => wordsOf(article, paragraphs[index]);
  const speaksTo = answered.filter((index) => SECOND_PERSON.test(words(index))).length;
  const speaksOf = answered.filter((index) => FIRST_PERSON.test(words(index + 1))).length;
  if (speaksTo * 3 < answered.length || speaksOf * 2 < answered.length) return [];
  const opening = answered[0] ?? 0;
  const answers = answered.map((index) => answerTo(article, index, asks));
  if (!isOrdered(answered, answers)) return [];
  return answered.flatMap((index, at) => [
    { ...turnOf(article, [index], true), opening },
    { ...turnOf(article, answers[at] ?? [], false), opening },
  ]);
}

/**
 * Whether question and answer make up most of what stands between the first and the last of them: people who talk
 * all at once put questions too, but their other lines belong to nobody in particular.
 */
function isOrdered(questions: readonly number[], answers: readonly (readonly number[])[]): boolean {
  const last = answers.at(-1)?.at(-1) ?? 0;
  const length = last + 1 - (questions[0] ?? 0);
  return (questions.length + answers.flat().length) * 2 >= length;
}

/**
 * The paragraphs of an answer, captions passed over: up to the next question; behind the last one, as long as somebody
 * says "I".
 */
function answerTo(article: Article, question: number, asks: readonly boolean[]): number[] {
  const next = asks.indexOf(true, question + 1);
  const found: number[] = [];
  for (let index = question + 1; index < (next < 0 ? asks.length : next); index++) {
    const paragraph = article.paragraphs[index];
    if (paragraph && found.length > 0 && isCaption(wordsOf(article, paragraph))) continue;
    if (!isAnswer(article, paragraph)) break;
    if (next < 0 && found.length > 0 && !FIRST_PERSON.test(wordsOf(article, paragraph))) break;
    found.push(index);
  }
  return found;
}

function turnOf(article: Article, indices: readonly number[], asked: boolean): Turn {
  const spans = indices.flatMap((index) => {
    const paragraph = article.paragraphs[index];
    return paragraph ? [plain(article, paragraph)] : [];
  });
  return { paragraph: indices[0] ?? 0, label: null, colon: null, speaker: asked ? 'Q' : 'A', spans, asked };
}

/** A paragraph without the marks that make it bold or slanted. */
function plain({ text }: Article, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const head = /^[*_]{1,3}/.exec(words)?.[0].length ?? 0;
  const tail = /[*_]{1,3}$/.exec(words)?.[0].length ?? 0;
  return { start: start + head, end: end - tail };
}

function wordsOf(article: Article, paragraph: Paragraph | undefined): string {
  return paragraph ? article.text.slice(paragraph.start, paragraph.end).replace(MARKUP, '') : '';
}

function isQuestion(article: Article, paragraph: Paragraph): boolean {
  const words = wordsOf(article, paragraph);
  return (
    words.length <= LONGEST_QUESTION &&
    /\?\s*$/.test(words) &&
    !/^["“‘']/.test(words) &&
    !paragraph.pullQuote &&
    (SECOND_PERSON.test(words) || !FRAME.test(words))
  );
}

/** Prose with a sentence end, not a heading, a frame or a quotation in marks. */
function isAnswer(article: Article, paragraph: Paragraph | undefined): boolean {
  if (!paragraph || isNarrated(article, paragraph)) return false;
  const words = wordsOf(article, paragraph);
  return /[.!?…]["”’')]*\s*$/.test(words) && !/^["“]/.test(words);
}
