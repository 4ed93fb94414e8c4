import type { Features } from './evidence.ts';
import type { Signs } from './judgement.ts';

/**
 * Found by `npm run fit-weights` on the golden questions that are not frozen: how much each feature counts in the
 * ranking of passages, and each sign in the judgement whether the best one answers.
 */
export const RANKING: Readonly<Record<keyof Features, number>> = {
  lateOwn: 7.554,
  late: 8.35,
  lateQuotation: 4.863,
  lateParagraph: 6.368,
  dense: 4.215,
  coverage: -4.791,
  coverageSquared: 1.044,
  speechWanted: 1.88,
  directWanted: 0.613,
  speechUnasked: 0.195,
};

export const JUDGEMENT: Readonly<Record<keyof Signs, number>> = {
  late: -1.238,
  lead: -0.121,
  gap: 0.056,
  agreement: -0.003,
  dense: 2.24,
  coverage: -0.827,
  leastMet: 3.28,
  meanMet: -0.109,
  unmet: -0.049,
  leastName: 1.892,
  numbers: 0,
  type: 1.565,
  negation: 0.025,
  asksFact: 0.377,
  asksSpeaker: -0.849,
};
export const JUDGEMENT_BIAS = -4.166;

/** The least probability at which the best passage is given as the answer. */
export const JUDGEMENT_THRESHOLD = 0.273;
