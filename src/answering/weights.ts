import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 5.485,
  late: 4.969,
  lateQuotation: 3.748,
  lateParagraph: 4.73,
  dense: 5.597,
  article: 1.991,
  coverage: -5.397,
  coverageSquared: 1.836,
  speechWanted: 1.472,
  directWanted: 0.485,
  speechUnasked: -0.646,
  favoured: 1.727,
  called: 5.913,
  sensed: 3.661,
  introduced: 3.75,
  typeMissing: -2.057,
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
      lead: 0.16,
      above: -0.001,
      share: 1.449,
      dense: 0.539,
      uneven: -6.197,
      leastNoun: 0.006,
      leastName: 2.839,
      nearName: 0.904,
      type: 0,
      speech: 1.166,
      called: 0.907,
      sensed: 3.231,
      introduced: -2.264,
      words: 7.519,
    },
    bias: -7.807,
    threshold: 0.261,
  },
  'said-about': {
    weights: {
      lead: 0.089,
      above: 0.227,
      share: -0.549,
      dense: 3.493,
      uneven: 3.97,
      leastNoun: 4.891,
      leastName: 1.35,
      nearName: 1.398,
      type: 0,
      speech: 0,
      called: 0,
      sensed: 0,
      introduced: 0,
      words: 10.276,
    },
    bias: -7.432,
    threshold: 0.308,
  },
  described: {
    weights: {
      lead: -0.33,
      above: 0.116,
      share: 2.218,
      dense: 3.587,
      uneven: -0.76,
      leastNoun: -2.646,
      leastName: -3.648,
      nearName: 5.946,
      type: 0,
      speech: 0,
      called: 1.927,
      sensed: -1.783,
      introduced: -2.524,
      words: 5.209,
    },
    bias: -3.445,
    threshold: 0.182,
  },
  fact: {
    weights: {
      lead: 0.393,
      above: -0.035,
      share: -1.306,
      dense: 2.875,
      uneven: -6.091,
      leastNoun: 0.454,
      leastName: 5.758,
      nearName: 0.878,
      type: 3.166,
      speech: -0.603,
      called: 0,
      sensed: 0,
      introduced: 0,
      words: 4.914,
    },
    bias: -10.891,
    threshold: 0.243,
  },
};
