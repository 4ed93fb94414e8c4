import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 7.376,
  late: 6.378,
  lateQuotation: 4.217,
  lateParagraph: 5.868,
  dense: 4.47,
  article: 1.671,
  coverage: -3.882,
  coverageSquared: 0.781,
  speechWanted: 1.666,
  directWanted: 0.521,
  speechUnasked: -0.348,
  typeMissing: -1.858,
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
      lead: -0.267,
      share: 2.105,
      dense: -1.964,
      meanMet: 0.984,
      leastMet: -1.321,
      looseMet: 2.486,
      uneven: -5.869,
      leastName: 0.833,
      nearName: 2.24,
      type: 0,
      words: 9.027,
    },
    bias: -6.384,
    threshold: 0.218,
  },
  'said-about': {
    weights: {
      lead: 1.047,
      share: -2.284,
      dense: 4.542,
      meanMet: 2.351,
      leastMet: 2.076,
      looseMet: 1.675,
      uneven: 6.177,
      leastName: 2.569,
      nearName: 2.463,
      type: 0,
      words: 12.512,
    },
    bias: -9.622,
    threshold: 0.342,
  },
  fact: {
    weights: {
      lead: -0.408,
      share: -2.539,
      dense: 3.551,
      meanMet: -3.504,
      leastMet: 2.008,
      looseMet: 2.725,
      uneven: 0.201,
      leastName: 7.624,
      nearName: 4.375,
      type: 1.553,
      words: 5.689,
    },
    bias: -13.535,
    threshold: 0.178,
  },
};
