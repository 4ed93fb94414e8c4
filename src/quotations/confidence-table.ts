/**
 * How often the source phrase is right, by class of finding (see confidence.ts) and coarser: numbers measured by
 * `npm run evaluate -- quotes --calibrate` on the sets that rules may be tuned on.
 */
export const PHRASE_RIGHT: Readonly<Record<string, number>> = {
  'according-to indirect plain person': 0.85,
  'according-to indirect': 0.8,
  'according-to': 0.82,
  'clause indirect other he': 0.73,
  'clause indirect other name': 0.7,
  'clause indirect other noun': 0.65,
  'clause indirect other person': 0.82,
  'clause indirect plain name': 0.85,
  'clause indirect plain noun': 0.85,
  'clause indirect plain person': 0.9,
  'clause indirect': 0.85,
  'clause mixed other person': 0.66,
  'clause mixed plain person': 0.92,
  'clause mixed': 0.83,
  clause: 0.86,
  'leading-quote direct plain person': 0.76,
  'leading-quote direct': 0.75,
  'leading-quote': 0.76,
  'trailing-clause indirect': 0.65,
  'trailing-clause': 0.65,
  'trailing-quote direct other person': 0.89,
  'trailing-quote direct plain he': 0.95,
  'trailing-quote direct plain person': 0.85,
  'trailing-quote direct': 0.9,
  'trailing-quote': 0.9,
  'turn direct plain person': 1.0,
  'turn direct': 1.0,
  turn: 1.0,
};
