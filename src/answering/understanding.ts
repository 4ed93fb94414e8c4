import type { RequestKind } from './answer.ts';
import type { QuestionText } from './question-text.ts';

/** What sort of thing a fact question asks for; it must stand in the passage that answers. */
export type AnswerType = 'person' | 'time' | 'place' | 'number' | 'reason' | 'thing';

/** What is said for politeness alone. */
export type Courtesy = 'greeting' | 'thanks' | 'farewell';

/** How a turn leans on the turns before it. */
export type FollowUp =
  | 'more'
  | 'another-speaker'
  | 'who-said-that'
  | 'where'
  | 'context'
  /** "really?", "exact words?": the words again, as they stand. */
  | 'confirm'
  /** "the second one": one of the passages that were shown. */
  | 'nth'
  /** "and in the other article?" */
  | 'other-article'
  /** "who else said that?" */
  | 'somebody-else'
  /** "who is he?" */
  | 'who-is'
  /** "what does X say to that?": what X says nearest to the words before. */
  | 'reply';

/** What a question asks for: an explicit value, before any article is looked at. */
export interface Understanding {
  readonly request: RequestKind;
  readonly followUp: FollowUp | null;
  /** The claim or topic: the words that passages are searched for. Empty when none are given. */
  readonly content: string;
  /** The phrase that names whose words are wanted or claimed: "Brandt", "the vice rector", "he". */
  readonly speaker: string | null;
  /** Strings that stood in quotation marks. */
  readonly quoted: readonly string[];
  readonly answerType: AnswerType | null;
  /** Somebody's words or a fact: "who put a number on it?", "what did the judges allow?". */
  readonly speakerOrFact: boolean;
  /** "who mentioned the dam?": whoever speaks of it answers, no claim has to be met. */
  readonly isTopic: boolean;
  /** Lines wanted of a summary. */
  readonly lines: number | null;
  /** Which of the passages shown is meant, counted from 1, or from -1 from the end. */
  readonly nth: number | null;
  /** Answered without citations. */
  readonly courtesy: Courtesy | null;
}

/** Reads one kind of request; null when the question is not of that kind. */
export type Reader = (question: QuestionText) => Understanding | null;

const EMPTY: Understanding = {
  request: 'help',
  followUp: null,
  content: '',
  speaker: null,
  quoted: [],
  answerType: null,
  speakerOrFact: false,
  isTopic: false,
  lines: null,
  nth: null,
  courtesy: null,
};

/** An understanding with the quoted strings of the question and what the reader found. */
export function understood(question: QuestionText, found: Partial<Understanding>): Understanding {
  const filled = { ...EMPTY, quoted: question.quoted, ...found };
  return {
    ...filled,
    content: unmask(question, filled.content),
    speaker: filled.speaker && unmask(question, filled.speaker),
  };
}

/** Puts the quoted strings back where their placeholders stand. */
function unmask({ quoted }: QuestionText, text: string): string {
  return text.replace(/‹(\d+)›/g, (_, index) => quoted[Number(index)] ?? '').trim();
}
