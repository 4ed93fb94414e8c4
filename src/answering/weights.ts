import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 5.859,
  late: 7.593,
  lateQuotation: 5.254,
  lateParagraph: 6.543,
  dense: 6.034,
  article: 1.33,
  coverage: -4.86,
  coverageSquared: 3.494,
  speechWanted: 1.276,
  directWanted: 0.332,
  speechUnasked: -0.543,
  favoured: 1.159,
  called: 6.853,
  sensed: 3.591,
  introduced: 5.322,
  typeMissing: -1.609,
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
      lead: 0.011,
      above: 0.004,
      share: 1.417,
      dense: 3.038,
      uneven: -5.665,
      leastNoun: 0.147,
      leastName: 1.51,
      nearName: 1.503,
      type: 0,
      speech: 1.538,
      called: 0.998,
      sensed: 5.278,
      introduced: -2.818,
      words: 7.576,
    },
    bias: -8.264,
    threshold: 0.23,
  },
  'said-about': {
    weights: {
      lead: 0.293,
      above: 0.123,
      share: -0.296,
      dense: 3.696,
      uneven: 5.571,
      leastNoun: 3.699,
      leastName: 1.209,
      nearName: 1.21,
      type: 0,
      speech: 0,
      called: 0.097,
      sensed: -0.526,
      introduced: -0.941,
      words: 5.153,
    },
    bias: -5.947,
    threshold: 0.258,
  },
  described: {
    weights: {
      lead: -0.178,
      above: 0.191,
      share: 0.612,
      dense: 2.986,
      uneven: 1.688,
      leastNoun: -1.146,
      leastName: 1.252,
      nearName: 1.252,
      type: 0,
      speech: 0,
      called: 0.775,
      sensed: -0.666,
      introduced: -1.842,
      words: 3.976,
    },
    bias: -3.68,
    threshold: 0.3,
  },
  fact: {
    weights: {
      lead: 0.213,
      above: -0.044,
      share: 0.664,
      dense: 3.459,
      uneven: -6.273,
      leastNoun: 0.47,
      leastName: 4.48,
      nearName: 0.677,
      type: 2.973,
      speech: -0.314,
      called: 0,
      sensed: 0,
      introduced: 0,
      words: 5.075,
    },
    bias: -10.309,
    threshold: 0.26,
  },
};
