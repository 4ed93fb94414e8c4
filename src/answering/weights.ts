import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 7.354,
  late: 6.343,
  lateQuotation: 4.165,
  lateParagraph: 5.92,
  dense: 4.513,
  article: 1.653,
  coverage: -3.851,
  coverageSquared: 0.656,
  speechWanted: 1.667,
  directWanted: 0.52,
  speechUnasked: -0.369,
  typeMissing: -1.631,
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
      lead: -0.311,
      share: 2.32,
      dense: -1.582,
      meanMet: 0.213,
      leastMet: -1.068,
      looseMet: 2.783,
      uneven: -5.817,
      leastName: 0.878,
      nearName: 2.299,
      type: 0,
      words: 9.055,
    },
    bias: -6.49,
    threshold: 0.223,
  },
  'said-about': {
    weights: {
      lead: 1.02,
      share: -2.312,
      dense: 4.643,
      meanMet: 2.35,
      leastMet: 2.072,
      looseMet: 1.672,
      uneven: 6.188,
      leastName: 2.55,
      nearName: 2.445,
      type: 0,
      words: 12.423,
    },
    bias: -9.538,
    threshold: 0.339,
  },
  fact: {
    weights: {
      lead: -0.396,
      share: -2.483,
      dense: 3.526,
      meanMet: -3.655,
      leastMet: 2.05,
      looseMet: 2.729,
      uneven: -0.031,
      leastName: 6.797,
      nearName: 5.212,
      type: 1.163,
      words: 5.785,
    },
    bias: -13.18,
    threshold: 0.171,
  },
};
