import { POSSESSIVES } from '../lexicon/words.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { belongingTo, learnPartner } from './belonging.ts';
import { bodyOrDocumentAgain } from './bodies-again.ts';
import { isBodyToo } from './body-nouns.ts';
import { olderOrYounger } from './comparison.ts';
import type { Context } from './context.ts';
import { descriptionOf } from './description.ts';
import { type Entity, isSameDescription, UNNAMED_ONLY } from './entity.ts';
import { capitalsIn, type Fitting, fitting, officeIn } from './fitting.ts';
import { introducedAfter } from './introduction.ts';
import { type Memory, RECENT } from './memory.ts';
import type { Mention } from './mention.ts';
import { lastBefore } from './name-match.ts';
import type { Named } from './named.ts';
import { NewWords } from './new-words.ts';
import { isWide, officeOf } from './office.ts';
import type { Register } from './register.ts';
import type { Testimony } from './testimony.ts';
import { isAge, isGeneral } from './variation.ts';

/** Nouns for people who have just been named together. */
const TOGETHER = /^(?:pair|duo|couple|trio|two|three|twins|brothers|sisters|siblings|newlyweds)$/;
/** How far back people who were named together may lie, in sentences. */
const GROUP_REACH = 12;
/** How far ahead a name may stand, in characters. */
const LATER_REACH = 4000;

/** Whom a phrase means, and how sure that is, 0 to 1. */
interface Meant {
  readonly entity: Entity | null;
  readonly certainty: number;
}

/** Finds out whom a phrase without a name describes, and keeps those who never get one. */
export class Descriptions {
  private readonly unnamed: Entity[] = [];
  private readonly known = new Map<number, Meant>();
  private readonly register: Register;
  private readonly memory: Memory;
  private readonly context: Context;
  private readonly testimony: Testimony;
  private readonly newWords: NewWords;

  constructor(context: Context, testimony: Testimony) {
    this.context = context;
    this.testimony = testimony;
    this.register = context.register;
    this.memory = context.memory;
    this.newWords = new NewWords(context, this.unnamed);
  }

  /**
   * The entity that a description means, and how sure that is; `at` is its offset in the article. What has been read
   * once as somebody's phrase stays whose it is when its sentence is taken in.
   */
  resolve(view: View, source: Source, mention: Mention, at: number): Meant {
    const before = this.known.get(at);
    if (before) return before;
    const meant = this.meaning(view, source, mention, at);
    this.known.set(at, meant);
    return meant;
  }

  private meaning(view: View, source: Source, mention: Mention, at: number): Meant {
    const together = this.together(view, mention);
    if (together) return { entity: together, certainty: 0.8 };
    const called =
      mention.definite && !mention.plural && source.end - source.first === 2
        ? this.testimony.called(this.context, view, mention.head)
        : null;
    if (called) return { entity: called, certainty: 0.75 };
    const compared = olderOrYounger(this.register, view, source, mention);
    if (compared) return { entity: this.context.entities.of(compared), certainty: 0.8 };
    const owned = POSSESSIVES.has(view.tokens[source.first]?.lower ?? '');
    const one = mention.definite && !mention.plural && !(owned && mention.kind !== 'document');
    const known = one ? this.described(view, source, mention, at) : null;
    if (known) return { entity: known, certainty: 0.85 };
    const goesOn = mention.definite && !isAge(mention) && this.newWords.followsSpeaker(view);
    const same = goesOn ? this.newWords.varied(view, source, mention, at) : null;
    if (same) return { entity: same, certainty: 0.6 };
    const introduced = isAge(mention) ? null : this.introduced(view, source, mention);
    if (introduced) return { entity: introduced, certainty: 0.75 };
    const theirs = owned && !mention.plural ? belongingTo(this.context, view, source, mention, at) : null;
    if (theirs) return { entity: theirs, certainty: 0.75 };
    const speaking = this.newWords.stillSpeaking(view, source, mention);
    if (speaking) return { entity: speaking, certainty: 0.75 };
    const general = this.general(view, source, mention);
    if (general.entity) return general;
    const varied = isAge(mention) || goesOn ? null : this.newWords.varied(view, source, mention, at);
    if (varied) return { entity: varied, certainty: 0.6 };
    const repeated = this.unnamed
      .slice(-RECENT)
      .findLast((entity) => isSameDescription(entity, mention) && hasSameOwner(view, source, entity));
    if (repeated && mention.definite) return { entity: repeated, certainty: 0.85 };
    const later = one ? this.namedLater(view, source, mention, at) : null;
    if (later) return { entity: later, certainty: 0.75 };
    return { entity: this.describe(view, source, mention), certainty: 0.9 };
  }

  /** "A trader said …. “…,” Ann Lee said": the name comes behind the description. */
  private introduced(view: View, source: Source, mention: Mention): Entity | null {
    const { views, register, entities } = this.context;
    if (this.unnamed.slice(-RECENT).some((entity) => isSameDescription(entity, mention))) return null;
    const named = introducedAfter({ views, register, view, source, mention });
    if (!named) return null;
    register.offices.learn(named, officeOf([mention.head]));
    learnPartner(this.context, view, source, mention, named);
    return entities.of(named);
  }

  /** "the pair": those who were named together last. */
  private together(view: View, mention: Mention): Entity | null {
    if (!mention.definite || !TOGETHER.test(mention.head)) return null;
    const found = this.memory.findLast(({ entity }) => entity.description?.kind === 'group');
    return found && this.context.timeOf(view) - found.sentence < GROUP_REACH ? found.entity : null;
  }

  /** "the mayor", "the company", "the draft": somebody already met whom these words describe. */
  private described(view: View, source: Source, mention: Mention, at: number): Entity | null {
    const best = this.fitting(view, source, mention)
      .filter(({ named }) => lastBefore(named.mentions, at) >= 0)
      .sort(
        (left, right) =>
          right.common - left.common ||
          Number(right.exact) - Number(left.exact) ||
          lastBefore(right.named.mentions, at) - lastBefore(left.named.mentions, at),
      )[0];
    const named = best?.named;
    if (best?.common === 0) {
      // "An officer who knew the case said …. …, the officer said": whoever has no name came later than who has one.
      const last = this.memory.findLast(
        ({ entity }) => entity.named === named || (!entity.named && isSameDescription(entity, mention)),
      );
      if (last && !last.entity.named) return last.entity;
    }
    if (named) {
      this.learn(view, source, mention, named);
      return this.context.entities.of(named);
    }
    // "One producer said …. “…,” the producer said": it is no firm then.
    const person = this.unnamed.slice(-RECENT).some((entity) => isSameDescription(entity, mention));
    if (person && isBodyToo(mention.head)) return null;
    return bodyOrDocumentAgain(this.context, view, source, mention);
  }

  /** "the Lenz boss": once somebody is called so, the boss of another club is somebody else. */
  private learn(view: View, source: Source, mention: Mention, named: Named): void {
    if (mention.kind !== 'person' || !isWide(mention.head) || capitalsIn(view, source).length === 0) return;
    this.register.offices.learn(named, officeIn(view, source, mention));
  }

  /** "…, the chief inspector has warned. … Dame Olwen, the chief inspector": leads put off the name. */
  private namedLater(view: View, source: Source, mention: Mention, at: number): Entity | null {
    // A trial has one judge, whom the sentence at the end may name.
    if (UNNAMED_ONLY.test(mention.head) && mention.head !== 'judge') return null;
    const where = view.tokens.slice(source.first + 1, source.head).some((token) => token.capital);
    const found = this.fitting(view, source, mention).filter(({ common }) => common > 0 || !where);
    const [only] = found;
    const first = only?.named.mentions[0] ?? -1;
    const end = view.tokens[source.end - 1]?.end ?? at;
    return only && found.length === 1 && first > end && first - at < LATER_REACH
      ? this.context.entities.of(only.named)
      : null;
  }

  private fitting(view: View, source: Source, mention: Mention): Fitting[] {
    return fitting(this.register, this.context.views, view, source, mention);
  }

  /** "the 38-year-old", "the father of three": says no more than a pronoun, and goes to whom a pronoun would. */
  private general(view: View, source: Source, mention: Mention): Meant {
    const the = view.tokens[source.first]?.lower === 'the';
    if (!the || mention.plural || !isGeneral(view, source, mention)) return { entity: null, certainty: 0 };
    const age = /^\d+(?=-year-old$)/.exec(mention.head)?.[0] ?? null;
    const fits = ({ named }: Entity) =>
      named !== null &&
      named.kind !== 'organisation' &&
      (age === null || named.age === null || named.age === age);
    const newcomer = age === null ? null : this.newWords.newcomer(view, true);
    if (newcomer && fits(newcomer)) return { entity: newcomer, certainty: GENERAL_CERTAIN };
    const like: Mention = { ...mention, form: 'pronoun', kind: 'person' };
    const found = this.memory.pronoun(like, this.context.timeOf(view), (entity) =>
      fits(entity) ? 0 : -Infinity,
    );
    return { entity: found.entity, certainty: GENERAL_CERTAIN };
  }

  private describe(view: View, source: Source, mention: Mention): Entity {
    const entity = {
      named: null,
      description: descriptionOf(view, source, mention),
      gender: mention.gender,
      plural: mention.plural,
      kind: mention.kind,
      head: mention.head,
    };
    this.unnamed.push(entity);
    return entity;
  }
}

/** "The museum’s report" is not the university’s. */
function hasSameOwner({ tokens }: View, { first, head }: Source, { kind, description }: Entity): boolean {
  const mark = tokens.findIndex(({ text }, at) => at > first && at < head && /^['’]s?$/.test(text));
  if (mark < 0 || kind !== 'document' || description === null) return true;
  return description.name.toLowerCase().includes(tokens[mark - 1]?.lower ?? '');
}

/** How sure a description is that fits anybody of one gender. */
const GENERAL_CERTAIN = 0.6;
