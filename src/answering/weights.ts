import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 7.352,
  late: 6.364,
  lateQuotation: 4.194,
  lateParagraph: 5.866,
  dense: 4.476,
  article: 1.656,
  coverage: -3.876,
  coverageSquared: 0.79,
  speechWanted: 1.71,
  directWanted: 0.511,
  speechUnasked: -0.353,
  typeMissing: -1.856,
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
      lead: -0.337,
      share: -2.209,
      dense: 3.692,
      meanMet: -2.889,
      leastMet: 1.21,
      looseMet: 3.547,
      uneven: 0.942,
      leastName: 7.813,
      nearName: 3.749,
      type: 1.489,
      words: 3.801,
    },
    bias: -13.589,
    threshold: 0.198,
  },
};
