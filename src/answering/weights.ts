import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 8.116,
  late: 7.766,
  lateQuotation: 4.749,
  lateParagraph: 6.554,
  dense: 4.295,
  coverage: -4.489,
  coverageSquared: 1.323,
  speechWanted: 1.551,
  directWanted: 0.595,
  speechUnasked: -0.392,
  typeMissing: -1.051,
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
      lead: -0.206,
      share: 3.263,
      dense: -3.177,
      meanMet: -0.133,
      leastMet: 1.089,
      looseMet: 2.569,
      uneven: -6.084,
      leastName: 0.698,
      nearName: 2.003,
      type: 0,
      words: 9.822,
    },
    bias: -7.039,
    threshold: 0.231,
  },
  'said-about': {
    weights: {
      lead: -0.443,
      share: 0.033,
      dense: 1.141,
      meanMet: -0.191,
      leastMet: 1.47,
      looseMet: 4.321,
      uneven: -2.99,
      leastName: 1.734,
      nearName: 1.798,
      type: 0,
      words: 7.972,
    },
    bias: -6.907,
    threshold: 0.154,
  },
  fact: {
    weights: {
      lead: -0.538,
      share: -1.142,
      dense: 2.604,
      meanMet: -2.857,
      leastMet: 1.278,
      looseMet: 2.603,
      uneven: -3.897,
      leastName: 0,
      nearName: 4.766,
      type: 1.785,
      words: 6.584,
    },
    bias: -6.38,
    threshold: 0.125,
  },
};
