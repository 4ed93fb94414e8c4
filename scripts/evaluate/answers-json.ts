import type { Answer } from '../../src/answering/answer.ts';
import type { SetQuestion } from './answer-sets.ts';
import { type EvaluationRow, shareRows } from './json-rows.ts';
import { Share } from './statistics.ts';

/** What is judged of one answer. Figures that make no sense for a question are null. */
export interface Judged {
  readonly question: SetQuestion;
  readonly answer: Answer;
  readonly first: boolean | null;
  readonly three: boolean | null;
  readonly speaker: boolean | null;
  readonly verdict: boolean | null;
  /** For questions without an answer: said so. For the others: wrongly said so. */
  readonly abstained: boolean;
}

const TABLE = 'Answers';

/** Each measure with how a question counts for it; null: not at all. */
const MEASURES: Readonly<Record<string, (judged: Judged) => boolean | null>> = {
  'right first': ({ first }) => first,
  'passage in the first three': ({ three }) => three,
  'speaker right': ({ speaker }) => speaker,
  'verdict right': ({ verdict }) => verdict,
  'says rightly that it is not there': ({ question, abstained }) => (question.answerable ? null : abstained),
  'answers what is there': ({ question, abstained }) => (question.answerable ? !abstained : null),
};

/** What should be reached, by kind of question and how hard it is: first, three, verdict, no answer. */
const TARGETS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'who-said near': { 'right first': 0.95, 'passage in the first three': 0.98 },
  'who-said hard': { 'right first': 0.75, 'passage in the first three': 0.9 },
  'said-about near': { 'speaker right': 0.95, 'passage in the first three': 0.95 },
  'said-about hard': { 'speaker right': 0.88, 'passage in the first three': 0.88 },
  'fact near': { 'right first': 0.92, 'passage in the first three': 0.97 },
  'fact hard': { 'right first': 0.72, 'passage in the first three': 0.9 },
  'check near': { 'verdict right': 0.95 },
  'check hard': { 'verdict right': 0.85 },
  'thread near': { 'right first': 0.92 },
  'thread hard': { 'right first': 0.85 },
};
/** Whatever the question: how often it says that something is not there, rightly and wrongly. */
const ABSTAINING: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  near: { 'says rightly that it is not there': 0.92, 'answers what is there': 0.95 },
  hard: { 'says rightly that it is not there': 0.8, 'answers what is there': 0.95 },
};

/** The figures of one set as rows: by kind of question, and all together by how hard they are. */
export function answerRows(set: string, judged: readonly Judged[]): EvaluationRow[] {
  const groups = new Map<string, Judged[]>();
  const put = (name: string, one: Judged): void => {
    groups.set(name, [...(groups.get(name) ?? []), one]);
  };
  for (const one of judged) {
    const { turns, request, style } = one.question;
    put('all', one);
    put(`all ${style}`, one);
    put(`${turns.length > 1 ? 'thread' : request} ${style}`, one);
  }
  return [...groups].flatMap(([row, part]) => {
    const targets = row.startsWith('all ') ? ABSTAINING[row.slice(4)] : TARGETS[row];
    return Object.entries(MEASURES).flatMap(([measure, judge]) => {
      const share = new Share();
      for (const each of part) {
        const right = judge(each);
        if (right !== null) share.count(right);
      }
      return shareRows({ table: TABLE, set, row, measure }, share, targets?.[measure] ?? null);
    });
  });
}
