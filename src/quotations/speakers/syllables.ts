import type { Token } from '../sentence.ts';

/** "Seo Min-ji", "Min-ji Seo": given names of two syllables have the second one small behind a hyphen. */
export function isSecondSyllable(tokens: readonly Token[], hyphen: number): boolean {
  const [given, second, next] = [tokens[hyphen - 1], tokens[hyphen + 1], tokens[hyphen + 2]];
  if (tokens[hyphen]?.text !== '-' || !given || !second || second.start !== given.end + 1) return false;
  if (!SYLLABLE.test(second.text) || NO_SYLLABLE.test(second.text)) return false;
  return !(next?.text === '-' && next.start === second.end);
}

/** How syllables of Korean, Chinese and Japanese names are spelt. */
const SYLLABLE =
  /^(?:[bcdghjklmnprstwyz]|ch|sh|zh|hy|ky|my|by|gy|gw|ry)?(?:[aeiou]{1,3}|y[aeiou]{1,2}|w[aeio]{1,2})(?:ng|[hklmnprtb])?$/;
/** English words of that shape that stand behind a hyphen. */
const NO_SYLLABLE =
  /^(?:in|on|an|at|to|do|no|so|go|up|by|or|a|i|o|led|run|won|rich|like|wide|born|poor|man|men|top|bay|win|won|era|her|him|his|our|out|non|too|bid|aid|bar|ban|can|cap|car|cut|day|deal|fan|far|fit|fun|gap|gun|hit|hot|ill|job|lit|low|map|mid|mom|mum|net|old|own|pan|pet|pen|pre|pro|put|raid|row|red|rid|set|sit|six|sub|tax|ten|tie|tip|tour|tree|two|war|web|yet|zip|all|are|air|oil|one|son|sun|sin|chair|cheer|shop|ship|chat)$/;
