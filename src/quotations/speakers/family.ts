import { isFirstName } from '../lexicon/first-names.ts';
import { genderOfTitle, isCourtesy } from '../lexicon/titles.ts';
import type { Token } from '../sentence.ts';
import { other } from './name-match.ts';
import type { Named } from './named.ts';
import { isNameToken, type NameRun } from './names.ts';

/** Those who are known by a forename and by whose kin they are: "his widow, Janine". */
export class Family {
  private readonly kin = new Set<Named>();

  /** Takes note of somebody, where his or her role is that of kin. */
  note(named: Named): void {
    if (this.isKin(named) && this.kin.size < MOST_KIN) this.kin.add(named);
  }

  /** "Mrs Kell", where a Kell has been named: the only one of that gender; null where there are more or none. */
  called(name: string, title: string | null): Named | null {
    const gender = title && isCourtesy(title) ? genderOfTitle(title) : null;
    if (!gender || / /.test(name)) return null;
    const [one, another] = [...this.kin].filter(
      (named) => this.isKin(named) && named.gender !== other(gender),
    );
    return one && !another ? one : null;
  }

  private isKin({ words, role }: Named): boolean {
    return words.size === 1 && KIN.test(role ?? '');
  }
}

/** Kin who mostly share a surname. */
const KIN = /\b(?:wife|widow|husband|widower|mother|father|son|daughter|brother|sister)$/;
/** More relatives than this belong to several families. */
const MOST_KIN = 40;

/** "Otto | and Ines Hale": the forename before a full name with which it shares the surname; null where there is none. */
export function partnerBefore(tokens: readonly Token[], run: NameRun): Token | null {
  const [before, and] = [tokens[run.first - 2], tokens[run.first - 1]];
  if (!before?.capital || and?.lower !== 'and') return null;
  if (run.end - run.first !== 2 || run.kind === 'organisation') return null;
  return isFirstName(before.lower) && !isNameToken(tokens[run.first - 3]) ? before : null;
}
