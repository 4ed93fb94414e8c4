import { isCalling } from '../lexicon/callings.ts';
import { isRole } from '../lexicon/nouns.ts';
import { isOffice } from '../lexicon/titles.ts';
import { POSSESSIVES } from '../lexicon/words.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { belongingTo } from './belonging.ts';
import { bodyOrDocumentAgain } from './bodies-again.ts';
import { isBodyToo } from './body-nouns.ts';
import { isBroughtIn } from './brought-in.ts';
import { olderOrYounger } from './comparison.ts';
import type { Context } from './context.ts';
import { descriptionOf } from './description.ts';
import { agreesInGender, type Entity, isPersonal, isSameDescription, UNNAMED_ONLY } from './entity.ts';
import { capitalsIn, type Fitting, fitting, officeIn } from './fitting.ts';
import { introducedAfter } from './introduction.ts';
import { type Memory, RECENT, WEIGHT } from './memory.ts';
import type { Mention } from './mention.ts';
import { lastBefore } from './name-match.ts';
import type { Named } from './named.ts';
import { isWide, officeOf } from './office.ts';
import type { Register } from './register.ts';
import type { Testimony } from './testimony.ts';
import { EACH_HAS_ONE, isAge, isGeneral, isVariation } from './variation.ts';

/** Nouns for people who have just been named together. */
const TOGETHER = /^(?:pair|duo|couple|trio|two|three|twins|brothers|sisters|siblings|newlyweds)$/;
/** Nouns for people are made so, and few for things that speak: "the rescuer said". */
const DOERS =
  /^(?!(?:computer|poster|banner|letter|server|printer|tower|timer|monitor|sensor|register)$)\p{L}{3,}(?:er|or|eer|ist)$/u;
/** How far back people who were named together may lie, in sentences. */
const GROUP_REACH = 12;
/** How far back somebody may be named to be described by another word, in sentences. */
const NEAR = 6;
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

  constructor(context: Context, testimony: Testimony) {
    this.context = context;
    this.testimony = testimony;
    this.register = context.register;
    this.memory = context.memory;
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
    const introduced = isAge(mention) ? null : this.introduced(view, source, mention);
    if (introduced) return { entity: introduced, certainty: 0.75 };
    const theirs = owned && !mention.plural ? belongingTo(this.context, view, source, mention, at) : null;
    if (theirs) return { entity: theirs, certainty: 0.75 };
    const speaking = this.stillSpeaking(view, source, mention);
    if (speaking) return { entity: speaking, certainty: 0.75 };
    const general = this.general(view, source, mention);
    if (general.entity) return general;
    const varied = isAge(mention) ? null : this.varied(view, source, mention, at);
    if (varied) return { entity: varied, certainty: 0.6 };
    const same = this.unnamed.slice(-RECENT).findLast((entity) => isSameDescription(entity, mention));
    if (same && mention.definite) return { entity: same, certainty: 0.85 };
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
    if (UNNAMED_ONLY.test(mention.head)) return null;
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

  /** "Father Haas has a plan. … the landlord said": a new description for whom the sentence before was about. */
  private varied(view: View, source: Source, mention: Mention, at: number): Entity | null {
    const the = view.tokens[source.first]?.lower === 'the';
    const person = mention.kind === 'person' || (mention.kind === 'unsure' && DOERS.test(mention.head));
    const office = isWide(mention.head) && this.isAboutUndescribed(view);
    if (!(isVariation(view, source, mention) || office) || !the || !person || mention.plural) return null;
    // "the Hale supporter" is not Hale, nor anybody else who has a name.
    const words = view.tokens.slice(source.first + 1, source.head);
    if (words.some((token) => token.capital && this.register.isPersonal(token.lower))) return null;
    // "the player's agent" is not the player.
    if (words.some(({ lower }, at) => lower === "'s" && isRole(words[at - 1]?.lower ?? ''))) return null;
    const aged = view.tokens.slice(source.first, source.head).some(({ lower }) => AGED.test(lower));
    if ((UNNAMED_ONLY.test(mention.head) || isBodyToo(mention.head)) && !aged) return null;
    if (this.unnamed.slice(-RECENT).some((entity) => isSameDescription(entity, mention))) return null;
    if (isBroughtIn(this.context.views, view, mention.head)) return null;
    const newcomer = this.newcomer(view);
    if (newcomer && agreesInGender(newcomer, mention) && !isSpokenTo(view, source, newcomer)) return newcomer;
    const last = this.memory.findLast(
      ({ entity, weight }) =>
        weight >= WEIGHT.subject && isPersonal(entity) && agreesInGender(entity, mention),
    );
    // "Lee, a lawyer for the president": the president is somebody else.
    const role = last?.entity.named?.role?.toLowerCase().split(/[^\p{L}-]+/u) ?? [];
    const object = role.findIndex((word) => /^(?:of|for|to|with|by|at|under)$/.test(word));
    if (object >= 0 && role.includes(mention.head, object)) return null;
    // "Lee, the puppeteer, wrote …. The vicar said": every place has one, who needs no introduction.
    if (role.length > 0 && !aged && EACH_HAS_ONE.test(mention.head)) return null;
    // "The guide told him": whoever is told is somebody else.
    if (last && isSpokenTo(view, source, last.entity)) return null;
    const near = last && this.context.timeOf(view) - last.sentence <= 1 && last.entity.named !== null;
    if (near && last.weight !== WEIGHT.speaker && this.isSomebodyElse(view, last.entity, mention))
      return this.onlyUndescribed(view, source, mention, at);
    // Of two, a new word is rather for the one of whom nothing has been told.
    const opens = source.first === view.sentence.body && this.opens(view);
    const other =
      near && opens && role.length > 0 && !aged ? this.onlyUndescribed(view, source, mention, at) : null;
    if (other || (near && last)) return other ?? last?.entity ?? null;
    return this.onlyUndescribed(view, source, mention, at);
  }

  /** "Moll cooked. Lee, a critic, came. … the chef said": whoever has another calling, where somebody else is by. */
  private isSomebodyElse(view: View, { named }: Entity, mention: Mention): boolean {
    if (named === null || !isCalling(mention.head)) return false;
    if (!this.register.offices.of(named).some(({ head }) => isCalling(head))) return false;
    const { index, paragraph } = view.sentence;
    for (let back = index; this.context.views[back]?.sentence.paragraph === paragraph; back--) {
      const others = this.register.mentionsIn(back).filter(({ named: one }) => one !== named);
      if (
        others.some(({ named: one, marked }) => !marked && one.kind === 'person' && fitsGender(one, mention))
      )
        return true;
    }
    return false;
  }

  private opens({ sentence }: View): boolean {
    return this.context.views[sentence.index - 1]?.sentence.paragraph !== sentence.paragraph;
  }

  /** "Ann Lee called it late. The opposition leader said": who spoke right before in the paragraph has no office yet. */
  private isAboutUndescribed(view: View): boolean {
    if (this.opens(view)) return false;
    const last = this.memory.findLast(({ weight }) => weight === WEIGHT.speaker);
    const named = last?.sentence === this.context.timeOf(view) - 1 ? last.entity.named : null;
    return named?.kind === 'person' && named.role === null && !isOffice(named.title?.toLowerCase() ?? '');
  }

  /** "Ann Lee kicked a penalty. … The captain said": of those just named, the only one of whom nothing else is told. */
  private onlyUndescribed(view: View, source: Source, mention: Mention, at: number): Entity | null {
    const the = view.tokens[source.first]?.lower === 'the';
    if (!the || mention.kind !== 'person' || mention.plural || !isVariation(view, source, mention))
      return null;
    if (UNNAMED_ONLY.test(mention.head) || EACH_HAS_ONE.test(mention.head)) return null;
    if (this.unnamed.slice(-RECENT).some((entity) => isSameDescription(entity, mention))) return null;
    const index = view.sentence.index;
    const near = new Set<Named>();
    for (let back = Math.max(0, index - NEAR); back <= index; back++) {
      for (const { named, marked } of this.register.mentionsIn(back)) {
        const before = lastBefore(named.mentions, at) >= 0;
        if (!marked && before && named.kind === 'person' && !named.place) near.add(named);
      }
    }
    const free = [...near].filter(
      ({ role, title, gender }) =>
        role === null && title === null && !(mention.gender && gender && mention.gender !== gender),
    );
    const [one] = free;
    return one && free.length === 1 ? this.context.entities.of(one) : null;
  }

  /** Who was named for the first time in the sentence before, with nothing to say who it is, or `described`. */
  private newcomer(view: View, described = false): Entity | null {
    const before = this.context.views[view.sentence.index - 1];
    if (!before || before.sentence.paragraph !== view.sentence.paragraph) return null;
    const start = before.tokens[0]?.start ?? 0;
    const found = this.register
      .mentionsIn(before.sentence.index)
      .filter(({ named, marked }) => !marked && named.kind === 'person' && (named.mentions[0] ?? 0) >= start);
    const [only] = found;
    if (!only || found.some(({ named }) => named !== only.named)) return null;
    const bare = described || (only.named.role === null && only.named.title === null);
    return bare ? this.context.entities.of(only.named) : null;
  }

  /** "A 13-year-old chorister said so. “…,” the girl said": whoever has no name and spoke right before. */
  private stillSpeaking(view: View, source: Source, mention: Mention): Entity | null {
    if (source.end - source.first !== 2 || !mention.definite) return null;
    const anybody = ANYBODY.test(mention.head);
    if (!anybody && (mention.kind !== 'person' || !this.isNewWord(view, mention))) return null;
    const last = this.memory.findLast(({ weight }) => weight === WEIGHT.speaker);
    if (!last || last.entity.named || this.context.timeOf(view) - last.sentence > 1) return null;
    if (!anybody && last.entity.kind !== 'person' && !MEMBERS.test(last.entity.head)) return null;
    const { kind, plural } = last.entity;
    const one = !plural && kind !== 'organisation' && kind !== 'document';
    return one && agreesInGender(last.entity, mention) ? last.entity : null;
  }

  /** A calling that the paragraph uses for nobody yet, of which a place has not one who needs no introduction. */
  private isNewWord(view: View, mention: Mention): boolean {
    if (this.opens(view) || UNNAMED_ONLY.test(mention.head) || EACH_HAS_ONE.test(mention.head)) return false;
    if (this.unnamed.slice(-RECENT).some((entity) => isSameDescription(entity, mention))) return false;
    return (
      !isWide(mention.head) &&
      !isBodyToo(mention.head) &&
      !isBroughtIn(this.context.views, view, mention.head)
    );
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
    const newcomer = age === null ? null : this.newcomer(view, true);
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

function fitsGender({ gender }: Named, mention: Mention): boolean {
  return !mention.gender || !gender || mention.gender === gender;
}

/** "The guide told him": whether a pronoun of somebody's gender stands for whom a phrase speaks to. */
function isSpokenTo(view: View, source: Source, { gender }: Entity): boolean {
  const frame = view.frames.find((one) => one.source?.first === source.first);
  const hearer = frame?.hearer;
  const word = hearer && hearer.end === hearer.first + 1 ? view.tokens[hearer.first]?.lower : null;
  if (word !== 'him' && word !== 'her') return false;
  return gender === null || gender === (word === 'him' ? 'male' : 'female');
}

/** "the 34-year-old teacher": an age and the like say that somebody known is meant. */
const AGED = /^\d+-year-old$|^year-old$|^retired$/;

/** Nouns that say no more than that it is somebody of a gender or an age. */
const ANYBODY = /^(?:girl|boy|man|woman|lad|teenager|youngster|youth|child|pensioner)$/;

/** Nouns for somebody of whom more is said by another. */
const MEMBERS = /^(?:member|person|one|somebody|someone)$/;

/** How sure a description is that fits anybody of one gender. */
const GENERAL_CERTAIN = 0.6;
