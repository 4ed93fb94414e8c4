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
      lead: -0.124,
      above: -0.025,
      share: 2.007,
      dense: 4.571,
      uneven: -4.721,
      leastNoun: -0.03,
      leastName: 1.742,
      nearName: 1.832,
      type: 0,
      speech: 1.639,
      called: 1.506,
      sensed: 3.773,
      introduced: -1.469,
      words: 7.416,
    },
    bias: -9.546,
    threshold: 0.227,
  },
  'said-about': {
    weights: {
      lead: 0.116,
      above: 0.104,
      share: -0.052,
      dense: 5.41,
      uneven: 3.235,
      leastNoun: 3.291,
      leastName: 1.11,
      nearName: 1.118,
      type: 0,
      speech: 0,
      called: -0.814,
      sensed: 0.914,
      introduced: -0.061,
      words: 6.55,
    },
    bias: -6.325,
    threshold: 0.264,
  },
  described: {
    weights: {
      lead: -0.24,
      above: 0.093,
      share: 0.88,
      dense: 3.476,
      uneven: 3.886,
      leastNoun: -1.606,
      leastName: 1.343,
      nearName: 1.343,
      type: 0,
      speech: 0,
      called: 0.812,
      sensed: -0.801,
      introduced: -1.401,
      words: 3.537,
    },
    bias: -3.611,
    threshold: 0.288,
  },
  fact: {
    weights: {
      lead: 0.246,
      above: -0.004,
      share: 0.603,
      dense: 3.536,
      uneven: -5.765,
      leastNoun: 0.71,
      leastName: 2.867,
      nearName: 0.741,
      type: 2.985,
      speech: -0.29,
      called: 0,
      sensed: 0,
      introduced: 0,
      words: 5.065,
    },
    bias: -9.378,
    threshold: 0.246,
  },
};
