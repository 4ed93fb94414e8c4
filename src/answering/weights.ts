import type { Features } from './evidence.ts';
import type { Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 6,
  late: 8,
  lateQuotation: 6,
  lateParagraph: 8,
  dense: 4,
  coverage: -2,
  coverageSquared: 1,
  speechWanted: 1.5,
  directWanted: 0.4,
  speechUnasked: -0.6,
};

export const JUDGEMENT: Readonly<Record<keyof Signs, number>> = {
  late: 6,
  lead: 3,
  dense: 1,
  coverage: 2,
  leastMet: 3,
  meanMet: 3,
  leastName: 4,
  numbers: 2,
  type: 2,
  negation: -0.5,
};
export const JUDGEMENT_BIAS = -10.5;
