import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 5.427,
  late: 7.318,
  lateQuotation: 5.388,
  lateParagraph: 6.329,
  dense: 6.172,
  article: 1.154,
  coverage: -4.75,
  coverageSquared: 2.887,
  speechWanted: 1.062,
  directWanted: 0.414,
  speechUnasked: -0.488,
  favoured: 1.068,
  called: 5.782,
  sensed: 3.584,
  introduced: 4.558,
  typeMissing: -1.478,
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
      lead: -0.135,
      above: -0.03,
      share: 2.079,
      dense: 4.36,
      uneven: -4.651,
      leastNoun: -0.071,
      leastName: 1.818,
      nearName: 1.782,
      type: 0,
      speech: 1.742,
      called: 2.928,
      sensed: 3.524,
      introduced: -1.77,
      words: 7.319,
    },
    bias: -9.533,
    threshold: 0.214,
  },
  'said-about': {
    weights: {
      lead: 0.127,
      above: 0.111,
      share: 0.025,
      dense: 5.322,
      uneven: 3.195,
      leastNoun: 3.275,
      leastName: 1.111,
      nearName: 1.119,
      type: 0,
      speech: 0,
      called: -0.789,
      sensed: 0.907,
      introduced: -0.065,
      words: 6.595,
    },
    bias: -6.391,
    threshold: 0.26,
  },
  described: {
    weights: {
      lead: -0.192,
      above: 0.096,
      share: 0.905,
      dense: 3.452,
      uneven: 3.733,
      leastNoun: -1.645,
      leastName: 1.322,
      nearName: 1.322,
      type: 0,
      speech: 0,
      called: 0.772,
      sensed: -0.94,
      introduced: -1.116,
      words: 3.526,
    },
    bias: -3.713,
    threshold: 0.29,
  },
  fact: {
    weights: {
      lead: 0.254,
      above: -0.008,
      share: 0.602,
      dense: 3.402,
      uneven: -5.648,
      leastNoun: 0.72,
      leastName: 2.821,
      nearName: 0.792,
      type: 2.888,
      speech: -0.339,
      called: 0,
      sensed: 0,
      introduced: 0,
      words: 5.01,
    },
    bias: -9.215,
    threshold: 0.237,
  },
};
