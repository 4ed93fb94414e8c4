import type { Features } from './evidence.ts';
import type { JudgedRequest, Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 6.392,
  late: 4.836,
  lateQuotation: 3.056,
  lateParagraph: 6.953,
  dense: 4.549,
  article: 2.296,
  coverage: -3.928,
  coverageSquared: 0.785,
  speechWanted: 1.472,
  directWanted: 0.869,
  speechUnasked: -0.604,
  favoured: 1.642,
  typeMissing: -1.757,
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
      lead: -0.27,
      above: 0.032,
      share: 2.797,
      dense: -1.233,
      uneven: -6.066,
      leastNoun: 0.138,
      leastName: 1.775,
      nearName: 2.128,
      type: 0,
      speech: 0,
      words: 8.561,
    },
    bias: -6.619,
    threshold: 0.223,
  },
  'said-about': {
    weights: {
      lead: -0.088,
      above: 0.289,
      share: -2.032,
      dense: 6.239,
      uneven: 6.515,
      leastNoun: 4.217,
      leastName: 1.656,
      nearName: 1.667,
      type: 0,
      speech: 0,
      words: 11.12,
    },
    bias: -6.948,
    threshold: 0.198,
  },
  fact: {
    weights: {
      lead: -0.135,
      above: -0.049,
      share: -0.677,
      dense: 2.126,
      uneven: -4.906,
      leastNoun: 1.39,
      leastName: 8.889,
      nearName: -0.944,
      type: 4.197,
      speech: 0,
      words: 4.838,
    },
    bias: -12.685,
    threshold: 0.326,
  },
};
