import { isRole } from './nouns.ts';
import { wordSet } from './word-set.ts';

/** Nouns for people that say nothing of what they do: they fit somebody with any calling. Collected by the authors. */
const QUALITIES = wordSet(`
  adult ally applicant beneficiary boy bystander candidate captive celebrity champion child citizen claimant client companion complainant
  contestant critic customer dad daughter defendant detainee evacuee eyewitness fan father fiancé fiancée friend girl grandfather grandmother
  guest heir hero heroine homeowner host hostage husband immigrant inmate islander lad leader local loser man migrant millionaire billionaire mother mum
  neighbour neighbor newcomer onlooker opponent orphan owner parent passenger patient pensioner person prisoner protester pupil rebel refugee
  relative resident retiree rival settler sibling son star student suspect survivor teen teenager tenant tourist traveller tycoon uncle aunt veteran
  victim villager visitor volunteer voter widow widower wife winner witness woman youngster youth campaigner activist expert professional
  insider outsider official boss chief head graduate whistleblower whistle-blower contender hopeful nominee incumbent debutant rookie
`);

/** Whether a noun in lower case says what somebody does for a living, or in office. */
export function isCalling(noun: string): boolean {
  return isRole(noun) && !QUALITIES.has(noun);
}
