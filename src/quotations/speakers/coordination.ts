import { isCapitalRole, isPluralRole, isRole } from '../lexicon/nouns.ts';
import type { Token } from '../sentence.ts';
import type { Source } from '../subject.ts';
import { type NameRun, nameIn } from './names.ts';
import { isPair } from './pairs.ts';

/** Whether a phrase names two or more side by side: "Lee and Moss". */
export function hasCoordination(tokens: readonly Token[], source: Source): boolean {
  for (let at = source.first + 1; at + 1 < source.end; at++) {
    if (tokens[at]?.lower === 'and' && !isPair(tokens, at)) {
      const right = nameIn(tokens, at + 1, source.end);
      const left = nameIn(tokens, source.first, at);
      // "economist and author Ann Lee", "its founder and chief executive": two roles of one person.
      if (isSecondRole(tokens, at, left, right) || isSecondOffice(tokens, source, at, left, right)) continue;
      const bodies = left?.kind === 'organisation' && hasOwnNoun(tokens, at, right);
      const people = bodies || right?.kind === 'person' || left?.kind === 'person';
      const single =
        right !== null && left !== null && left.end - left.first === 1 && right.end - right.first === 1;
      const plainNouns =
        left === null && right === null && tokens[at - 1]?.tag === 'NOUN' && source.head < at;
      if (people || single || plainNouns) return true;
    }
  }
  return false;
}

/** "the Farm Union and | the retailer Goodmarket" */
function hasOwnNoun(tokens: readonly Token[], and: number, right: NameRun | null): boolean {
  if (right === null || tokens[and + 1]?.tag !== 'DET') return false;
  return tokens.slice(and + 2, right.titleFirst).some(({ tag, capital }) => tag === 'NOUN' && !capital);
}

/** Kin joined by "and" are two: "mother and daughter said". */
const KIN =
  /^(?:mother|father|daughter|son|brother|sister|husband|wife|man|woman|boy|girl|aunt|uncle|mum|dad|nephew|niece)$/;

/** "Former Secretary of State and party favourite Ann Lee": offices on both sides, one name at the end. */
function isSecondOffice(
  tokens: readonly Token[],
  source: Source,
  and: number,
  left: NameRun | null,
  right: NameRun | null,
): boolean {
  if (!right || left?.kind === 'person' || right.titleFirst <= and + 1) return false;
  const role = (from: number, to: number) =>
    tokens.slice(from, to).some(({ lower }) => isRole(lower) && !isPluralRole(lower));
  return role(source.first, and) && role(and + 1, right.titleFirst) && tokens[and + 1]?.tag !== 'DET';
}

/** Two singular role nouns of which only the first may have a determiner. */
function isSecondRole(
  tokens: readonly Token[],
  and: number,
  left: NameRun | null,
  right: NameRun | null,
): boolean {
  const before = tokens[and - 1]?.lower ?? '';
  const after = tokens[and + 1];
  const name = left && !(left.end - left.first === 1 && isCapitalRole(before));
  if (name || !after || !isRole(before) || isPluralRole(before)) return false;
  if (/^(?:DET|PRON)$/.test(after.tag) || right?.titleFirst === and + 1) return false;
  const end = right ? right.titleFirst : and + 5;
  const role = tokens
    .slice(and + 1, end)
    .findLast((token) => isRole(token.lower) && !isPluralRole(token.lower));
  return role !== undefined && !(KIN.test(before) && KIN.test(role.lower));
}
