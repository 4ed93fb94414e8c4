import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 5.541,
  late: 4.821,
  lateQuotation: 3.465,
  lateParagraph: 5.047,
  dense: 5.548,
  article: 2.014,
  coverage: -5.312,
  coverageSquared: 1.819,
  speechWanted: 1.425,
  directWanted: 0.492,
  speechUnasked: -0.605,
  favoured: 1.698,
  called: 5.824,
  sensed: 3.7,
  introduced: 3.812,
  typeMissing: -2.058,
};

export interface Judgement {
  readonly weights: Readonly<Record<keyof Signs, number>>;
  readonly bias: number;
  /** The least probability at which the best passage is given as the answer. */
  readonly threshold: number;
}

export const JUDGEMENT: Readonly<Record<JudgedRequest, Judgement>> = {
  'who-said': {
    weights: {
      lead: 0.106,
      above: -0.002,
      share: 1.5,
      dense: 0.594,
      uneven: -6.039,
      leastNoun: 0.135,
      leastName: 2.866,
      nearName: 0.871,
      type: 0,
      speech: 1.183,
      called: 0.918,
      sensed: 3.279,
      introduced: -2.296,
      words: 7.589,
    },
    bias: -7.858,
    threshold: 0.265,
  },
  'said-about': {
    weights: {
      lead: 0.097,
      above: 0.215,
      share: -0.568,
      dense: 3.475,
      uneven: 3.963,
      leastNoun: 4.9,
      leastName: 1.352,
      nearName: 1.4,
      type: 0,
      speech: 0,
      called: 0,
      sensed: 0,
      introduced: 0,
      words: 10.388,
    },
    bias: -7.437,
    threshold: 0.31,
  },
  described: {
    weights: {
      lead: -0.334,
      above: 0.12,
      share: 2.076,
      dense: 4.245,
      uneven: -1.067,
      leastNoun: -2.786,
      leastName: -3.413,
      nearName: 5.724,
      type: 0,
      speech: 0,
      called: 1.436,
      sensed: -1.531,
      introduced: -2.419,
      words: 4.949,
    },
    bias: -3.388,
    threshold: 0.215,
  },
  fact: {
    weights: {
      lead: 0.399,
      above: -0.034,
      share: -1.323,
      dense: 2.84,
      uneven: -6.144,
      leastNoun: 0.463,
      leastName: 5.763,
      nearName: 0.87,
      type: 3.163,
      speech: -0.567,
      called: 0,
      sensed: 0,
      introduced: 0,
      words: 4.939,
    },
    bias: -10.894,
    threshold: 0.25,
  },
};
