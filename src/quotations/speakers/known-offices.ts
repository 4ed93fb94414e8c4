import type { Evidence } from './evidence.ts';
import type { Named } from './named.ts';
import { type Office, officeOf, officesOf, shortOf } from './office.ts';

/** What an article tells of everybody whom it names: what they are, and who is called by a noun. */
export class KnownOffices {
  private readonly named: readonly Named[];
  private readonly told = new Map<Named, readonly string[]>();
  private readonly learned = new Map<Named, readonly Office[]>();
  /** Both are read when all names are known. */
  private readonly known = new Map<Named, readonly Office[]>();
  private byNoun: Map<string, Named[]> | null = null;

  constructor(named: readonly Named[]) {
    this.named = named;
  }

  /** What title, role, age and all else that was told say that somebody is. */
  of(named: Named): readonly Office[] {
    const learned = this.learned.get(named) ?? [];
    const known = this.known.get(named) ?? this.read(named);
    return learned.length === 0 ? known : [...known, ...learned];
  }

  /** Descriptions beside a name that say less than its role: "boyfriend" of "her boyfriend, Otto Lee, a plasterer". */
  beside(named: Named): readonly string[] {
    return (this.told.get(named) ?? []).filter((role) => role !== named.role);
  }

  /** Takes note of what the words around a name say. */
  note(named: Named, { role, also }: Evidence): void {
    const roles = [role, also].filter((told) => told !== null);
    if (named.kind === 'person' && roles.length > 0)
      this.told.set(named, [...new Set([...(this.told.get(named) ?? []), ...roles])]);
  }

  /** Takes note of an office by which somebody was called, or which something else than the name's neighbours tells. */
  learn(named: Named, office: Office): void {
    const learned = this.learned.get(named) ?? [];
    if (learned.some((known) => isSame(known, office))) return;
    this.learned.set(named, [...learned, office]);
    if (this.byNoun) index(this.byNoun, named, office);
  }

  /** Those whose offices have this head, or belong to this group of callings. */
  calledBy(noun: string): readonly Named[] {
    this.byNoun ??= this.readNouns();
    return this.byNoun.get(noun) ?? [];
  }

  private read(named: Named): readonly Office[] {
    const age = named.age ? [officeOf([`${named.age}-year-old`])] : [];
    const beside = this.beside(named).flatMap((role) => officesOf(null, role));
    const offices = [...officesOf(named.title, named.role), ...beside, ...age];
    this.known.set(named, offices);
    return offices;
  }

  private readNouns(): Map<string, Named[]> {
    const nouns = new Map<string, Named[]>();
    for (const named of this.named) for (const office of this.of(named)) index(nouns, named, office);
    return nouns;
  }
}

function index(nouns: Map<string, Named[]>, named: Named, { head, groups, which }: Office): void {
  // "the supermarket" for a supermarket chain
  const kinds = named.kind === 'organisation' ? which : [];
  for (const noun of new Set([head, shortOf(head), ...groups, ...kinds])) {
    const list = nouns.get(noun);
    if (!list) nouns.set(noun, [named]);
    else if (!list.includes(named)) list.push(named);
  }
}

function isSame(one: Office, other: Office): boolean {
  return one.head === other.head && [...one.which].join() === [...other.which].join();
}
