import type { Article } from '../../article/article.ts';
import { FEMALE_NOUNS, isRole, MALE_NOUNS } from '../lexicon/nouns.ts';
import { POSSESSIVES } from '../lexicon/words.ts';
import type { Speaker } from '../quotation.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { describeWithAside } from './apposed.ts';
import { olderOrYounger } from './comparison.ts';
import { Descriptions } from './descriptions.ts';
import { Entities } from './entities.ts';
import { type Entity, speakerOf, takeGender } from './entity.ts';
import { Memory, narratedTimes, WEIGHT } from './memory.ts';
import type { Mention } from './mention.ts';
import { Presence } from './presence.ts';
import { Prominence } from './prominence.ts';
import type { Register } from './register.ts';
import { Testimony } from './testimony.ts';

/** How often a name means whom it is taken for: 170 of 173 persons on the sets that rules may be tuned on. */
const PERSON_CERTAIN = 0.98;
/** The same for bodies and single names that may be anything. */
const BODY_CERTAIN = 0.93;

/** What having a name adds: a pronoun goes back to whom the text is about before “a young producer”. */
const NAMED_BONUS = 0.3;

/**
 * What being whom the paragraph is about adds: “A farmer lost his barn. “It flew,” he said.” means no speaker of the
 * paragraph before. From .5 to 1.5 nothing changes on the sets that rules may be tuned on.
 */
const TOPIC_BONUS = 1.4;

export interface Resolved {
  readonly speaker: Speaker | null;
  readonly mention: Mention | null;
  /** 0 to 1: how sure the way from phrase to speaker is. */
  readonly certainty: number;
}

/** How a phrase stands in its sentence. */
export interface Place {
  /** Whether it is mentioned in a sentence that it does not lead. */
  readonly inPassing: boolean;
  /** Where the words begin that are told before it, as an offset in the article; null where they come behind it. */
  readonly told: number | null;
}

/** Finds out whom a source phrase means. Phrases must come in the order of the text. */
export class Resolver {
  private readonly memory = new Memory();
  private readonly entities: Entities;
  private readonly descriptions: Descriptions;
  private readonly presence: Presence;
  private readonly prominence: Prominence;
  private readonly testimony: Testimony;
  private readonly register: Register;
  private readonly times: readonly number[];
  private readonly views: readonly View[];

  constructor(article: Article, register: Register, views: readonly View[]) {
    this.views = views;
    this.register = register;
    this.times = narratedTimes(views);
    this.entities = new Entities(article, register);
    this.prominence = new Prominence(article, register);
    const { memory, entities } = this;
    const timeOf = (view: View) => this.timeOf(view);
    const testimony = new Testimony();
    this.testimony = testimony;
    this.descriptions = new Descriptions({ register, views, memory, entities, timeOf }, testimony);
    const pronoun = (mention: Mention, view: View) => this.pronounEntity(mention, view);
    const { descriptions } = this;
    this.presence = new Presence({
      register,
      views,
      memory,
      entities,
      descriptions,
      testimony,
      timeOf,
      pronoun,
    });
  }

  /** The speaker of a phrase that stands so in its sentence. */
  resolve(view: View, phrase: Source, { inPassing, told }: Place): Resolved {
    const source = issuerOf(view, phrase);
    this.presence.readTo(view.sentence.index);
    const mention = describeWithAside(view, source);
    // "Marmot will close a plant, the company said": whom it means may stand in the same sentence.
    const back = mention.form === 'nominal' && mention.kind === 'organisation' && mention.definite;
    if (mention.form === 'pronoun' || back) {
      // "Hale had left, she said": whom the words name that she tells is not she.
      const start = mention.gender === null ? null : told;
      this.presence.readWithin(view, start === null ? source.first : beforeWords(view, start, source.first));
    }
    const at = view.tokens[source.first]?.start ?? 0;
    const { entity, certainty } = this.entityOf(view, source, mention, at);
    if (!entity) return { speaker: null, mention, certainty };
    takeGender(entity, mention);
    this.testimony.tells(view, source, entity);
    // Whoever tells the story is "I" in it, and neither "he" nor "she".
    if (mention.form !== 'first-person')
      this.memory.push(entity, this.timeOf(view), inPassing ? WEIGHT.other : WEIGHT.speaker);
    return { speaker: speakerOf(entity), mention, certainty };
  }

  private entityOf(
    view: View,
    source: Source,
    mention: Mention,
    at: number,
  ): { entity: Entity | null; certainty: number } {
    // A question to the reader or an interviewee has no speaker in it.
    const word = view.tokens[source.first]?.lower ?? '';
    const alone = source.end - source.first === 1;
    if (alone && /^(?:you|what|why|how|where|when)$/.test(word)) return { entity: null, certainty: 0.2 };
    switch (mention.form) {
      case 'named':
        return {
          entity: this.describedEntity(view, source, mention, at),
          certainty: isFullName(mention) ? PERSON_CERTAIN : BODY_CERTAIN,
        };
      case 'first-person':
        return { entity: this.entities.author(), certainty: 0.6 };
      case 'pronoun':
      case 'relative':
        return this.pronounEntity(mention, view);
      case 'nominal':
        return this.descriptions.resolve(view, source, mention, at);
    }
  }

  /** The entity of a name; whoever has no role yet has what the phrase beside the name says. */
  private describedEntity(view: View, source: Source, mention: Mention, at: number): Entity {
    const compared = olderOrYounger(this.register, view, source, mention);
    const entity = compared ? this.entities.of(compared) : this.entities.mentioned(view, mention, at);
    const { named } = entity;
    const own = POSSESSIVES.has(view.tokens[source.first]?.lower ?? '');
    if (!named || !mention.described || mention.kind !== 'person' || !isRole(mention.head)) return entity;
    // "A young woman who gave her name as Lena" has told what she looks like.
    if (own || !(MALE_NOUNS.has(mention.head) || FEMALE_NOUNS.has(mention.head)))
      named.role ??= view.article.text.slice(mention.described.start, mention.described.end);
    return entity;
  }

  private timeOf(view: View): number {
    return this.times[view.sentence.index] ?? 0;
  }

  private pronounEntity(mention: Mention, view: View): { entity: Entity | null; certainty: number } {
    const opens = view.sentence.paragraph !== this.views[view.sentence.index - 1]?.sentence.paragraph;
    const topic = this.memory.topicOf(view.sentence.paragraph);
    return this.memory.pronoun(
      mention,
      this.timeOf(view),
      (entity) =>
        (entity === topic ? TOPIC_BONUS : 0) +
        (entity.named ? NAMED_BONUS + this.prominence.bonus(entity.named, opens) : 0),
    );
  }
}

/** "Lenz Town’s statement said": whoever issues a statement speaks in it. The phrase itself where there is no owner. */
function issuerOf(view: View, source: Source): Source {
  const { tokens } = view;
  if (!/^(?:statements?|communiqué|communique)$/.test(tokens[source.head]?.lower ?? '')) return source;
  if (source.head === source.first + 1 && POSSESSIVES.has(tokens[source.first]?.lower ?? ''))
    return { first: source.first, end: source.head, head: source.first, fullEnd: source.head };
  const owner = source.head - 1;
  const mark = tokens[owner]?.lower ?? '';
  if (!/^['’]s?$/.test(mark) || owner <= source.first) return source;
  return { first: source.first, end: owner, head: owner - 1, fullEnd: owner };
}

/** A person's name, or one of several words that nothing shows to be a body's. */
function isFullName({ kind, name }: Mention): boolean {
  return kind === 'person' || (kind === 'unsure' && name !== null && / /.test(name));
}

/** Where what a phrase behind them tells begins: at an offset, or behind a colon ("Lee saw it otherwise: it was late, he said"). */
function beforeWords({ tokens }: View, start: number, end: number): number {
  const colon = tokens.slice(0, end).findLastIndex(({ text, quote }) => text === ':' && quote < 0);
  const first = tokens.findIndex((token) => token.start >= start);
  return Math.min(end, Math.max(colon + 1, first));
}
