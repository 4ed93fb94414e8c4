import { isCalling } from '../lexicon/callings.ts';
import { isRole } from '../lexicon/nouns.ts';
import { isOffice } from '../lexicon/titles.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { isBodyToo } from './body-nouns.ts';
import { isBroughtIn } from './brought-in.ts';
import type { Context } from './context.ts';
import { agreesInGender, type Entity, isPersonal, isSameDescription, UNNAMED_ONLY } from './entity.ts';
import { RECENT, WEIGHT } from './memory.ts';
import type { Mention } from './mention.ts';
import { lastBefore } from './name-match.ts';
import type { Named } from './named.ts';
import { isWide, officeOf } from './office.ts';
import { EACH_HAS_ONE, isVariation } from './variation.ts';

/** Nouns for people are made so, and few for things that speak: "the rescuer said". */
const DOERS =
  /^(?!(?:computer|poster|banner|letter|server|printer|tower|timer|monitor|sensor|register)$)\p{L}{3,}(?:er|or|eer|ist)$/u;
/** How far back somebody may be named to be described by another word, in sentences. */
const NEAR = 6;

/** Finds out whom a new word means: one by which nobody has been called so far. */
export class NewWords {
  private readonly context: Context;
  /** Those who have no name, in the order of the text. */
  private readonly unnamed: readonly Entity[];

  constructor(context: Context, unnamed: readonly Entity[]) {
    this.context = context;
    this.unnamed = unnamed;
  }

  /** "Father Haas has a plan. … the landlord said": a new description for whom the sentence before was about. */
  varied(view: View, source: Source, mention: Mention, at: number): Entity | null {
    const the = view.tokens[source.first]?.lower === 'the';
    const person = mention.kind === 'person' || (mention.kind === 'unsure' && DOERS.test(mention.head));
    const office = isWide(mention.head) && this.isAboutUndescribed(view);
    if (!(isVariation(view, source, mention) || office) || !the || !person || mention.plural) return null;
    // "the Hale supporter" is not Hale, nor anybody else who has a name.
    const words = view.tokens.slice(source.first + 1, source.head);
    if (words.some((token) => token.capital && this.context.register.isPersonal(token.lower))) return null;
    // "the player's agent" is not the player.
    if (words.some(({ lower }, at) => lower === "'s" && isRole(words[at - 1]?.lower ?? ''))) return null;
    const aged = view.tokens.slice(source.first, source.head).some(({ lower }) => AGED.test(lower));
    if ((UNNAMED_ONLY.test(mention.head) || isBodyToo(mention.head)) && !aged) return null;
    if (this.unnamed.slice(-RECENT).some((entity) => isSameDescription(entity, mention))) return null;
    if (isBroughtIn(this.context.views, view, mention.head)) return null;
    const narrowed = this.narrowed(view, mention, at);
    if (narrowed) return narrowed;
    const newcomer = this.newcomer(view);
    if (newcomer && agreesInGender(newcomer, mention) && !isSpokenTo(view, source, newcomer)) return newcomer;
    const last = this.context.memory.findLast(
      ({ entity, weight }) =>
        weight >= WEIGHT.subject && !entity.plural && isPersonal(entity) && agreesInGender(entity, mention),
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
    if (near && last.weight !== WEIGHT.speaker) {
      if (this.isSomebodyElse(view, last.entity, mention))
        return this.onlyUndescribed(view, source, mention, at);
    }
    // Of two, a new word is rather for the one of whom nothing has been told.
    const opens = source.first === view.sentence.body && this.opens(view);
    const other =
      near && opens && role.length > 0 && !aged ? this.onlyUndescribed(view, source, mention, at) : null;
    if (other || (near && last)) return other ?? last?.entity ?? null;
    return this.onlyUndescribed(view, source, mention, at);
  }

  /** "Shopkeeper Lee chased him. … the newsagent said": the only one near by whose calling takes in this one. */
  private narrowed(view: View, mention: Mention, at: number): Entity | null {
    const { groups } = officeOf([mention.head]);
    const { offices } = this.context.register;
    const fits = this.namedNear(view, at).filter(
      (named) =>
        fitsGender(named, mention) &&
        offices.of(named).some(({ called }) => called.some((group) => groups.includes(group))),
    );
    const [one] = fits;
    return one && fits.length === 1 ? this.context.entities.of(one) : null;
  }

  /** People named before an offset in the sentences around it. */
  private namedNear(view: View, at: number): Named[] {
    const near = new Set<Named>();
    for (let back = Math.max(0, view.sentence.index - NEAR); back <= view.sentence.index; back++) {
      for (const { named, marked } of this.context.register.mentionsIn(back)) {
        const before = lastBefore(named.mentions, at) >= 0;
        if (!marked && before && named.kind === 'person' && !named.place) near.add(named);
      }
    }
    return [...near];
  }

  /** "Moll cooked. Lee, a critic, came. … the chef said": whoever has another calling, where somebody else is by. */
  private isSomebodyElse(view: View, { named }: Entity, mention: Mention): boolean {
    if (named === null || !isCalling(mention.head)) return false;
    if (!this.context.register.offices.of(named).some(({ head }) => isCalling(head))) return false;
    const { index, paragraph } = view.sentence;
    for (let back = index; this.context.views[back]?.sentence.paragraph === paragraph; back--) {
      const others = this.context.register.mentionsIn(back).filter(({ named: one }) => one !== named);
      if (
        others.some(({ named: one, marked }) => !marked && one.kind === 'person' && fitsGender(one, mention))
      )
        return true;
    }
    return false;
  }

  /** Whether somebody with a name spoke right before, in the same paragraph. */
  followsSpeaker(view: View): boolean {
    if (this.opens(view)) return false;
    const last = this.context.memory.findLast(({ weight }) => weight === WEIGHT.speaker);
    return last?.entity.named?.kind === 'person' && this.context.timeOf(view) - last.sentence <= 1;
  }

  private opens({ sentence }: View): boolean {
    return this.context.views[sentence.index - 1]?.sentence.paragraph !== sentence.paragraph;
  }

  /** "Ann Lee called it late. The opposition leader said": who spoke right before in the paragraph has no office yet. */
  private isAboutUndescribed(view: View): boolean {
    if (this.opens(view)) return false;
    const last = this.context.memory.findLast(({ weight }) => weight === WEIGHT.speaker);
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
    const free = this.namedNear(view, at).filter(
      (named) => named.role === null && named.title === null && fitsGender(named, mention),
    );
    const [one] = free;
    return one && free.length === 1 ? this.context.entities.of(one) : null;
  }

  /** Who was named for the first time in the sentence before, with nothing to say who it is, or `described`. */
  newcomer(view: View, described = false): Entity | null {
    const before = this.context.views[view.sentence.index - 1];
    if (!before || before.sentence.paragraph !== view.sentence.paragraph) return null;
    const start = before.tokens[0]?.start ?? 0;
    const found = this.context.register
      .mentionsIn(before.sentence.index)
      .filter(({ named, marked }) => !marked && named.kind === 'person' && (named.mentions[0] ?? 0) >= start);
    const [only] = found;
    if (!only || found.some(({ named }) => named !== only.named)) return null;
    const bare = described || (only.named.role === null && only.named.title === null);
    return bare ? this.context.entities.of(only.named) : null;
  }

  /** "A 13-year-old chorister said so. “…,” the girl said": whoever has no name and spoke right before. */
  stillSpeaking(view: View, source: Source, mention: Mention): Entity | null {
    if (source.end - source.first !== 2 || !mention.definite) return null;
    const anybody = ANYBODY.test(mention.head);
    if (!anybody && (mention.kind !== 'person' || !this.isNewWord(view, mention))) return null;
    const last = this.context.memory.findLast(({ weight }) => weight === WEIGHT.speaker);
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
