import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 7.199,
  late: 5.85,
  lateQuotation: 3.877,
  lateParagraph: 5.631,
  dense: 4.542,
  article: 1.647,
  coverage: -4.069,
  coverageSquared: 0.786,
  speechWanted: 1.636,
  directWanted: 0.513,
  speechUnasked: -0.356,
  typeMissing: -1.602,
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
      lead: -0.032,
      share: 1.729,
      dense: -2.459,
      meanMet: 0.905,
      leastMet: -0.117,
      looseMet: 2.231,
      uneven: -5.944,
      leastName: -0.072,
      nearName: 2.02,
      type: 0,
      words: 8.85,
    },
    bias: -5.569,
    threshold: 0.21,
  },
  'said-about': {
    weights: {
      lead: -0.124,
      share: -0.353,
      dense: -0.872,
      meanMet: 0.461,
      leastMet: 2.453,
      looseMet: 3.681,
      uneven: -4.251,
      leastName: 1.293,
      nearName: 1.385,
      type: 0,
      words: 9.757,
    },
    bias: -6.153,
    threshold: 0.222,
  },
  fact: {
    weights: {
      lead: -0.3,
      share: -3.027,
      dense: 2.879,
      meanMet: -3.214,
      leastMet: 2.155,
      looseMet: 2.768,
      uneven: 0.633,
      leastName: 6.865,
      nearName: 5.619,
      type: 0.97,
      words: 5.849,
    },
    bias: -13.406,
    threshold: 0.17,
  },
};
