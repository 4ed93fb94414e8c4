import { isDoer } from '../lexicon/nouns.ts';
import { FEMALE_PRONOUNS, MALE_PRONOUNS } from '../lexicon/words.ts';
import { mainSubject } from '../main-subject.ts';
import type { Source } from '../subject.ts';
import { subjectOf, type View } from '../view.ts';
import { describeWithAside } from './apposed.ts';
import { askedIn, bystanders } from './bystanders.ts';
import type { Descriptions } from './descriptions.ts';
import { callingsTold } from './doing.ts';
import type { Entities } from './entities.ts';
import { type Entity, isBody, takeGender } from './entity.ts';
import { type Memory, WEIGHT } from './memory.ts';
import { describeSource, type Mention } from './mention.ts';
import { lastBefore, other } from './name-match.ts';
import { isBehindComma, isDescribed, isToldOnly } from './name-place.ts';
import type { Named } from './named.ts';
import { officeOf } from './office.ts';
import { ownerSpokenOf } from './owner.ts';
import { predicateOf } from './predicate.ts';
import type { Register } from './register.ts';
import type { Testimony } from './testimony.ts';

const SPOUSE = /^(?:\p{L}+ )?(?:husband|wife|partner|spouse)$/u;
/** Above this a pronoun's gender is taken for that of whom it means. */
const SURE = 0.85;

/** What takes in sentences, and where it takes them in. */
export interface Reading {
  readonly register: Register;
  readonly views: readonly View[];
  readonly memory: Memory;
  readonly entities: Entities;
  readonly descriptions: Descriptions;
  readonly testimony: Testimony;
  /** When a sentence is told, counted in sentences of narration. */
  readonly timeOf: (view: View) => number;
  readonly pronoun: (mention: Mention, view: View) => { entity: Entity | null; certainty: number };
}

/** Takes note of who is present to a reader: the subjects and names of the sentences up to a frame. */
export class Presence {
  private ingested = 0;
  private readonly reading: Reading;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  /** Takes in all sentences before this one. */
  readTo(index: number): void {
    for (; this.ingested < index; this.ingested++) {
      const view = this.reading.views[this.ingested];
      if (view) this.ingestSentence(view);
    }
  }

  /** Takes in what stands in a sentence before one of its tokens. */
  readWithin(view: View, limit: number): void {
    this.ingestSubject(view, limit);
    this.ingestNearest(view, limit);
    this.ingestFronted(view, limit);
  }

  /** "According to messages on Lee’s phone, he wrote": whose things the sentence begins with is whom it goes on about. */
  private ingestFronted(view: View, limit: number): void {
    const { tokens, sentence } = view;
    if (tokens[sentence.body]?.tag !== 'ADP') return;
    const comma = tokens.findIndex(({ text }, at) => text === ',' && at > sentence.body && at < limit);
    const owned = tokens.findIndex(
      ({ lower, quote }, at) => at > sentence.body && at < comma && lower === "'s" && quote < 0,
    );
    if (owned < 0) return;
    const [from, to] = [tokens[sentence.body]?.start ?? 0, tokens[owned]?.start ?? 0];
    const named = this.reading.register.mentionsIn(sentence.index).findLast(({ named: one, marked }) => {
      const at = lastBefore(one.mentions, to - 1);
      return !marked && one.kind === 'person' && at >= from && at + 1 > (tokens[owned - 1]?.start ?? 0);
    })?.named;
    if (named)
      this.reading.memory.push(this.reading.entities.of(named), this.reading.timeOf(view), WEIGHT.fronted);
  }

  private ingestSentence(view: View): void {
    const time = this.reading.timeOf(view);
    const mentions = this.reading.register.mentionsIn(view.sentence.index);
    for (const { named, marked } of mentions) {
      const entity = this.reading.entities.of(named);
      const told = isBody(entity) && isToldOnly(view, named);
      const weight = marked ? WEIGHT.marked : told ? WEIGHT.bystander : WEIGHT.other;
      this.learnPartner(view, named);
      this.reading.memory.push(entity, time, weight);
    }
    this.ingestSubject(view, view.tokens.length);
    // Behind the subject, which comes before them and cannot mean them.
    for (const { named, marked } of mentions) {
      const weight = marked ? 0 : Math.max(this.introduction(view, named), this.antecedent(view, named));
      if (weight > 0) this.reading.memory.push(this.reading.entities.of(named), time, weight);
    }
    for (const source of bystanders(view)) this.ingestBystander(view, source);
    this.ingestAsked(view);
    this.ingestSpokenOf(view);
  }

  /** "Kerry Hale and her husband Lee": from now on "his wife" is she. */
  private learnPartner(view: View, named: Named): void {
    if (named.partner !== null || named.kind !== 'person' || !SPOUSE.test(named.role ?? '')) return;
    const at = view.tokens.findIndex(({ start }) => start === named.mentions[0]);
    const whose = view.tokens
      .slice(Math.max(0, at - 4), Math.max(0, at))
      .findLast(({ lower }) => /^(?:his|her)$/.test(lower));
    if (at < 0 || !whose) return;
    const gender = whose.lower === 'his' ? 'male' : 'female';
    const { entity } = this.reading.memory.pronoun(
      pronounMention(gender),
      this.reading.timeOf(view),
      (one) => (one.named === named ? -Infinity : 0),
    );
    if (!entity?.named || entity.named.partner !== null) return;
    named.partner = entity.named;
    entity.named.partner = named;
  }

  /** "survived by Otto Lee, who made the coffin": of whom a clause tells something is who comes next. */
  private antecedent(view: View, named: Named): number {
    const { tokens } = view;
    const mention = lastBefore(named.mentions, tokens.at(-1)?.start ?? -1);
    const at = tokens.findIndex(({ start }) => start === mention);
    if (at < 0 || named.kind === 'organisation') return 0;
    let end = at;
    while (tokens[end]?.capital) end++;
    return tokens[end]?.text === ',' && tokens[end + 1]?.lower === 'who' ? WEIGHT.inner : 0;
  }

  /** "a reply from Ann Lee, the former mayor": somebody new, with words of who she is, is who comes next. */
  private introduction(view: View, named: Named): number {
    if (named.role === null || named.kind !== 'person') return 0;
    const at = named.mentions[0] ?? -1;
    if (!view.tokens.some(({ start }) => start === at)) return 0;
    const behind = view.tokens.findIndex(({ start }) => start >= at + named.name.length);
    // "by a student, Ann Lee.", "belong to the poet Ann Lee."
    const last = view.tokens[behind]?.text === '.' && (isBehindComma(view, at) || isDescribed(view, at));
    if (view.tokens[behind]?.text !== ',' && !last) return 0;
    // "She was joined by Ann Lee, a clerk": whom the sentence is about stays who comes next.
    const subject = view.tokens[mainSubject(view)?.first ?? -1];
    const about = subject && (subject.tag === 'PROPN' || /^(?:he|she|they|i|we)$/.test(subject.lower));
    return about ? WEIGHT.introducedBeside : WEIGHT.introduced;
  }

  /** "I asked the woman opposite": who was asked answers next. */
  private ingestAsked(view: View): void {
    const asked = askedIn(view);
    const mention = asked && describeSource(view, asked);
    if (!asked || !mention) return;
    const at = view.tokens[asked.first]?.start ?? 0;
    const entity =
      mention.form === 'named'
        ? this.reading.entities.mentioned(view, mention, at)
        : mention.form === 'nominal' && mention.kind === 'person'
          ? this.reading.descriptions.resolve(view, asked, mention, at).entity
          : null;
    if (entity) this.reading.memory.push(entity, this.reading.timeOf(view), WEIGHT.asked);
  }

  /** “She never gave it back,” he recalled: whom the words of another mean stays present. */
  private ingestSpokenOf(view: View): void {
    if (view.quotes.length === 0) return;
    const index = view.sentence.index;
    const time = this.reading.timeOf(view);
    const speakers = this.reading.memory.speakersIn(time);
    for (const gender of ['male', 'female'] as const) {
      const words = gender === 'male' ? MALE_PRONOUNS : FEMALE_PRONOUNS;
      const token = view.tokens.find(({ lower, quote }) => quote >= 0 && words.has(lower));
      if (
        !token ||
        this.reading.register
          .mentionsIn(index)
          .some(({ named, marked }) => marked && named.gender !== other(gender))
      )
        continue;
      const found = this.reading.memory.pronoun(pronounMention(gender), time, (entity) =>
        speakers.has(entity) ? -Infinity : 0,
      );
      if (found.entity) this.reading.memory.push(found.entity, time, WEIGHT.spokenOf);
    }
  }

  private ingestBystander(view: View, source: Source): void {
    const mention = describeSource(view, source);
    if (mention.form !== 'nominal') return;
    const at = view.tokens[source.first]?.start ?? 0;
    const { entity } = this.reading.descriptions.resolve(view, source, mention, at);
    if (entity) this.reading.memory.push(entity, this.reading.timeOf(view), WEIGHT.bystander);
  }

  /** Takes in who or what a sentence is about, where it stands before `limit`. */
  private ingestSubject(view: View, limit: number): void {
    const main = mainSubject(view);
    if (!main || main.first >= limit) return;
    const subject = this.identified(view, main);
    const mention = describeWithAside(view, subject);
    const at = view.tokens[subject.first]?.start ?? 0;
    const { descriptions, entities, memory, testimony, timeOf } = this.reading;
    if (mention.form === 'named') {
      const owner = this.ownerOf(view, subject);
      const entity = entities.mentioned(view, mention, at);
      this.learnGender(view, subject, entity);
      if (entity.named?.kind === 'person') this.learnCalling(view, subject, entity.named);
      testimony.note(view, entity);
      memory.push(entity, timeOf(view), WEIGHT.subject);
      this.takeTopic(view, subject, entity);
      if (owner?.gender && owner !== entity) memory.push(owner, timeOf(view), WEIGHT.owner);
    } else if (mention.form === 'pronoun') {
      const { entity, certainty } = this.reading.pronoun(mention, view);
      if (!entity) return;
      if (certainty > SURE) takeGender(entity, mention);
      memory.push(entity, timeOf(view), WEIGHT.subject);
      testimony.note(view, entity);
    } else if (
      mention.form === 'nominal' &&
      (mention.kind !== 'unsure' || mention.joined || (mention.plural && isDoer(mention.head)))
    ) {
      const owner = this.ownerOf(view, subject);
      const { entity } = descriptions.resolve(view, subject, mention, at);
      const vague = mention.kind === 'unsure' && !mention.joined;
      if (entity) {
        memory.push(entity, timeOf(view), vague ? WEIGHT.bystander : WEIGHT.subject);
        testimony.note(view, entity);
        if (mention.kind === 'person' && !owner) {
          this.learnGender(view, subject, entity);
          this.takeTopic(view, subject, entity);
        }
      }
      if (owner) memory.push(owner, timeOf(view), WEIGHT.owner);
    }
  }

  /** "Lee drives a taxi": what somebody does for a living. */
  private learnCalling({ tokens }: View, subject: Source, named: Named): void {
    for (const words of callingsTold(tokens, subject.end))
      this.reading.register.offices.learn(named, officeOf(words));
  }

  /** The name or the nearer description that the sentence gives to a subject without a name. */
  private identified(view: View, subject: Source): Source {
    const predicate = predicateOf(view, subject);
    return predicate && describeWithAside(view, subject).form === 'nominal' ? predicate : subject;
  }

  /** “A farmer lost his barn.”: who opens a sentence is whom it is about; “When a farmer called, she left” is about her. */
  private takeTopic(view: View, subject: Source, entity: Entity): void {
    // Whoever speaks for others is not whom the text is about.
    if (entity.head.startsWith('spokes')) return;
    const before = view.tokens.slice(view.sentence.body, subject.first);
    // "Interviewed in May, Lee denied it": a phrase without a verb of its own may come first.
    const fronted =
      before.at(-1)?.text === ',' &&
      !view.groups.some(
        (group) => group.form === 'finite' && group.first < subject.first && subjectOf(view, group) !== null,
      );
    const plain = before.every(({ tag }) => /^(?:NUM|PUNCT|X)$/.test(tag));
    if ((plain || fronted) && before.every(({ quote }) => quote < 0))
      this.reading.memory.about(entity, view.sentence.paragraph);
  }

  /** Whom a sentence is about whose subject is somebody of his or hers. */
  private ownerOf(view: View, subject: Source): Entity | null {
    const gender = ownerSpokenOf(view, subject);
    if (!gender) return null;
    const start = view.tokens[subject.first]?.start ?? 0;
    const end = view.tokens[subject.head]?.start ?? 0;
    const named = this.reading.register
      .mentionsIn(view.sentence.index)
      .find(({ named: one }) => one.gender !== other(gender) && lastBefore(one.mentions, end - 1) >= start);
    if (named) return this.reading.entities.of(named.named);
    return this.reading.pronoun(pronounMention(gender), view).entity;
  }

  /** "…, which Lee had left there, she said": a subject inside the sentence is present too. */
  private ingestNearest(view: View, limit: number): void {
    const groups = view.groups.filter(({ first, form }) => form === 'finite' && first < limit).slice(-3);
    for (const group of groups) {
      const subject = subjectOf(view, group);
      if (!subject || subject.end > limit) continue;
      const mention = describeSource(view, subject);
      if (mention.form !== 'named' || mention.joined) continue;
      const at = view.tokens[subject.first]?.start ?? 0;
      this.reading.memory.push(
        this.reading.entities.mentioned(view, mention, at),
        this.reading.timeOf(view),
        WEIGHT.inner,
      );
    }
  }

  /** "Lee lifted his rake": where nobody else is named, the pronoun behind the subject tells its gender. */
  private learnGender(view: View, subject: Source, entity: Entity): void {
    if (
      entity.gender ||
      entity.kind === 'organisation' ||
      this.reading.register.mentionsIn(view.sentence.index).length > 1
    )
      return;
    for (const token of view.tokens.slice(subject.end)) {
      if (token.quote >= 0) continue;
      const gender = MALE_PRONOUNS.has(token.lower)
        ? 'male'
        : FEMALE_PRONOUNS.has(token.lower)
          ? 'female'
          : null;
      if (!gender) continue;
      entity.gender = gender;
      if (entity.named) entity.named.gender = gender;
      return;
    }
  }
}

function pronounMention(gender: 'male' | 'female'): Mention {
  return {
    form: 'pronoun',
    span: { start: 0, end: 0 },
    name: null,
    run: null,
    gender,
    plural: false,
    joined: false,
    definite: true,
    head: gender === 'male' ? 'he' : 'she',
    kind: 'unsure',
  };
}
