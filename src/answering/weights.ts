import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 8.444,
  late: 7.672,
  lateQuotation: 5.015,
  lateParagraph: 6.487,
  dense: 3.014,
  article: 1.25,
  coverage: -4.544,
  coverageSquared: 1.474,
  speechWanted: 1.567,
  directWanted: 0.513,
  speechUnasked: -0.409,
  typeMissing: -1.363,
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
      lead: 0.243,
      share: 1.47,
      dense: -2.293,
      meanMet: -0.085,
      leastMet: 1.033,
      looseMet: 2.191,
      uneven: -6.013,
      leastName: 0.139,
      nearName: 2.226,
      type: 0,
      words: 9.397,
    },
    bias: -6.558,
    threshold: 0.213,
  },
  'said-about': {
    weights: {
      lead: -0.38,
      share: -1.193,
      dense: -1.036,
      meanMet: 0.845,
      leastMet: 1.77,
      looseMet: 3.929,
      uneven: -1.584,
      leastName: 1.801,
      nearName: 0.995,
      type: 0,
      words: 7.79,
    },
    bias: -5.084,
    threshold: 0.2,
  },
  fact: {
    weights: {
      lead: -0.609,
      share: -0.819,
      dense: 3.913,
      meanMet: -3.819,
      leastMet: 1.743,
      looseMet: 1.994,
      uneven: -1.824,
      leastName: 0,
      nearName: 4.683,
      type: 1.051,
      words: 6.205,
    },
    bias: -5.851,
    threshold: 0.174,
  },
};
