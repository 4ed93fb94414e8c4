import type { Article } from '../../article/article.ts';
import { PLACES } from '../lexicon/places.ts';
import { FEMALE_PRONOUNS, MALE_PRONOUNS, POSSESSIVES, RELATIVES } from '../lexicon/words.ts';
import type { Speaker } from '../quotation.ts';
import type { Source } from '../subject.ts';
import { subjectOf, type View } from '../view.ts';
import { apposedName, nameBefore } from './apposed.ts';
import { descriptionOf } from './description.ts';
import {
  agrees,
  agreesInGender,
  type Entity,
  fits,
  isBody,
  isPersonal,
  isSameDescription,
  speakerOf,
  UNNAMED_ONLY,
} from './entity.ts';
import { describeSource, type Mention } from './mention.ts';
import { nameText, titleStart } from './names.ts';
import { lastBefore, type Named, type Register } from './register.ts';

/** A place in the article where an entity came up. */
interface Event {
  readonly entity: Entity;
  readonly sentence: number;
  readonly weight: number;
}

/** How present an entity is to a reader after being spoken of in such a way. */
const WEIGHT = { speaker: 3, subject: 2.2, other: 1, marked: 0.2 } as const;
/** What a sentence of distance takes away. */
const FADE = 1;
/** Nouns by which a body already named is called again; others ("the council") must be part of its name. */
const POINTS_BACK =
  /^(?:company|firm|business|airline|retailer|maker|manufacturer|producer|operator|supplier|chain|start-up|startup|giant|developer|charity|agency|organisation|organization|outlet|group|brand|insurer|lender|automaker|carrier|utility|broadcaster)$/;
/** What being named in the title adds: an article's main person is whom its pronouns mean first. */
const TITLE_BONUS = 0.6;
/** How far back a pronoun looks, in events. */
const MEMORY = 60;
/** How far back a description looks, in events or descriptions. */
const RECENT = 200;

export interface Resolved {
  readonly speaker: Speaker | null;
  readonly mention: Mention | null;
  /** 0 to 1: how sure the way from phrase to speaker is. */
  readonly certainty: number;
}

/** Finds out whom a source phrase means. Phrases must come in the order of the text. */
export class Resolver {
  private readonly events: Event[] = [];
  private readonly entities = new Map<Named, Entity>();
  private readonly unnamed: Entity[] = [];
  private readonly titled = new Map<Named, boolean>();
  private ingested = 0;
  private readonly article: Article;
  private readonly register: Register;
  private readonly views: readonly View[];

  constructor(article: Article, register: Register, views: readonly View[]) {
    this.article = article;
    this.register = register;
    this.views = views;
  }

  /** The speaker of a phrase; `inPassing` where it is mentioned and does not lead the sentence. */
  resolve(view: View, source: Source, inPassing = false): Resolved {
    this.ingest(view.sentence.index);
    const mention = this.describeWithAside(view, source);
    if (mention.form === 'pronoun') this.ingestSubject(view, source.first);
    const at = view.tokens[source.first]?.start ?? 0;
    const { entity, certainty } = this.entityOf(view, source, mention, at);
    if (!entity) return { speaker: null, mention, certainty };
    if (mention.gender && !entity.gender) {
      entity.gender = mention.gender;
      if (entity.named) entity.named.gender ??= mention.gender;
    }
    this.push(entity, view.sentence.index, inPassing ? WEIGHT.other : WEIGHT.speaker);
    return { speaker: speakerOf(entity), mention, certainty };
  }

  /**
   * What the phrase says, with the name that an aside adds to it ("the coach, Ann Lee,") or that it is itself an
   * aside to ("Ann Lee, a coach who").
   */
  private describeWithAside(view: View, source: Source): Mention {
    const mention = describeSource(view, source);
    if (mention.form !== 'nominal' || mention.plural) return mention;
    const run = apposedName(view, source) ?? nameBefore(view, source);
    const first = run && view.tokens[run.first];
    const last = run && view.tokens[run.end - 1];
    if (!run || !first || !last) return mention;
    const name = nameText(this.article.text, view.tokens, run.first, run.end);
    const span = { start: first.start, end: last.end };
    return {
      ...mention,
      form: 'named',
      name,
      run,
      span,
      kind: run.kind === 'unsure' ? mention.kind : run.kind,
    };
  }

  private entityOf(
    view: View,
    source: Source,
    mention: Mention,
    at: number,
  ): { entity: Entity | null; certainty: number } {
    switch (mention.form) {
      case 'named':
        return {
          entity: this.namedEntity(view, mention, at),
          certainty: mention.kind === 'person' ? 0.97 : 0.93,
        };
      case 'first-person':
        return { entity: this.author(), certainty: 0.6 };
      case 'pronoun':
      case 'relative':
        return this.pronounEntity(mention, view.sentence.index);
      case 'nominal':
        return this.nominalEntity(view, source, mention, at);
    }
  }

  /** Takes in the subjects and names of all sentences before this one. */
  private ingest(index: number): void {
    for (; this.ingested < index; this.ingested++) {
      const view = this.views[this.ingested];
      if (view) this.ingestSentence(view);
    }
  }

  private ingestSentence(view: View): void {
    for (const { named, marked } of this.register.mentionsIn(view.sentence.index)) {
      this.push(this.entityFor(named), view.sentence.index, marked ? WEIGHT.marked : WEIGHT.other);
    }
    this.ingestSubject(view, view.tokens.length);
  }

  /** Takes in who or what a sentence is about, where it stands before `limit`. */
  private ingestSubject(view: View, limit: number): void {
    const subject = mainSubject(view);
    if (!subject || subject.first >= limit) return;
    const mention = this.describeWithAside(view, subject);
    const at = view.tokens[subject.first]?.start ?? 0;
    if (mention.form === 'named') {
      this.learnGender(view, subject, this.namedEntity(view, mention, at));
      this.push(this.namedEntity(view, mention, at), view.sentence.index, WEIGHT.subject);
    } else if (mention.form === 'pronoun') {
      const { entity } = this.pronounEntity(mention, view.sentence.index);
      if (entity) this.push(entity, view.sentence.index, WEIGHT.subject);
    } else if (mention.form === 'nominal' && mention.kind !== 'unsure') {
      const { entity } = this.nominalEntity(view, subject, mention, at);
      if (entity) this.push(entity, view.sentence.index, WEIGHT.subject);
    }
  }

  /** "Lee lifted his rake": where nobody else is named, the pronoun behind the subject tells its gender. */
  private learnGender(view: View, subject: Source, entity: Entity): void {
    if (
      entity.gender ||
      entity.kind === 'organisation' ||
      this.register.mentionsIn(view.sentence.index).length > 1
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

  private push(entity: Entity, sentence: number, weight: number): void {
    this.events.push({ entity, sentence, weight });
  }

  private namedEntity(view: View, mention: Mention, at: number): Entity {
    const name = mention.name ?? '';
    const kind = mention.run?.kind ?? 'unsure';
    const named = this.register.find(name, at, mention.gender) ?? this.register.add(name, { kind }, at);
    if (mention.run && !named.title && named.kind !== 'organisation') {
      const titleFirst = titleStart(view.tokens, mention.run.first, 0);
      if (titleFirst < mention.run.first) {
        named.title = nameText(this.article.text, view.tokens, titleFirst, mention.run.first);
      }
    }
    return this.entityFor(named);
  }

  private entityFor(named: Named): Entity {
    const known = this.entities.get(named);
    if (known) {
      known.gender ??= named.gender;
      return known;
    }
    const kind =
      named.kind === 'unsure' && PLACES.has(named.name.toLowerCase()) ? 'organisation' : named.kind;
    const entity = { named, description: null, gender: named.gender, plural: false, kind, head: '' };
    this.entities.set(named, entity);
    return entity;
  }

  private inTitle(named: Named): boolean {
    const known = this.titled.get(named);
    if (known !== undefined) return known;
    const found = this.article.title
      .toLowerCase()
      .split(/[^\p{L}'-]+/u)
      .includes(named.surname);
    this.titled.set(named, found);
    return found;
  }

  /** "I" in the article's own voice is its author. */
  private author(): Entity | null {
    const { author } = this.article;
    if (!author) return null;
    const named =
      this.register.find(author, this.article.text.length) ??
      this.register.add(author, { kind: 'person' }, 0);
    return this.entityFor(named);
  }

  private pronounEntity(mention: Mention, sentence: number): { entity: Entity | null; certainty: number } {
    const scores = new Map<Entity, number>();
    for (let at = this.events.length - 1; at >= 0 && at >= this.events.length - MEMORY; at--) {
      const event = this.events[at];
      if (!event || !agrees(event.entity, mention)) continue;
      const doubt = mention.gender && event.entity.gender === null ? 0.8 : 0;
      const main = event.entity.named && this.inTitle(event.entity.named) ? TITLE_BONUS : 0;
      const score = event.weight + main - FADE * (sentence - event.sentence) - doubt;
      scores.set(event.entity, Math.max(score, scores.get(event.entity) ?? -Infinity));
    }
    const ranked = [...scores].sort((left, right) => right[1] - left[1]);
    const [best, second] = ranked;
    if (!best || best[1] < -8) return { entity: null, certainty: 0.2 };
    const margin = second ? best[1] - second[1] : 3;
    return { entity: best[0], certainty: Math.min(0.95, 0.72 + margin / 8) };
  }

  private nominalEntity(
    view: View,
    source: Source,
    mention: Mention,
    at: number,
  ): { entity: Entity | null; certainty: number } {
    const possessed = POSSESSIVES.has(view.tokens[source.first]?.lower ?? '') && mention.kind === 'person';
    if (mention.definite && !mention.plural && !possessed) {
      const known = this.described(view, source, mention, at);
      if (known) return { entity: known, certainty: 0.85 };
    }
    const varied = this.varied(view, source, mention);
    if (varied) return { entity: varied, certainty: 0.6 };
    const same = this.unnamed.slice(-RECENT).findLast((entity) => isSameDescription(entity, mention));
    if (same && mention.definite) return { entity: same, certainty: 0.85 };
    return { entity: this.describe(view, source, mention), certainty: 0.9 };
  }

  /** "the mayor", "the company", "the draft": somebody already met whom these words describe. */
  private described(view: View, source: Source, mention: Mention, at: number): Entity | null {
    const named = this.register
      .describedBy(mention.head)
      .filter((candidate) => fits(candidate, mention) && lastBefore(candidate.mentions, at) >= 0)
      .sort((left, right) => lastBefore(right.mentions, at) - lastBefore(left.mentions, at))[0];
    if (named) return this.entityFor(named);
    if (mention.kind !== 'organisation' && mention.kind !== 'document') return null;
    // "the company" alone points back; "the port authority" names itself.
    const document = mention.kind === 'document';
    if (!document && (source.end - source.first > 2 || !POINTS_BACK.test(mention.head))) return null;
    const reach = document ? 40 : 12;
    const found = this.events
      .slice(-RECENT)
      .findLast(
        ({ entity, sentence, weight }) =>
          weight >= WEIGHT.other &&
          view.sentence.index - sentence < reach &&
          (document ? entity.kind === 'document' && entity.description !== null : isBody(entity)),
      );
    return found?.entity ?? null;
  }

  /** "Father Haas has a plan. … the landlord said": a new description for whom the sentence before was about. */
  private varied(view: View, source: Source, mention: Mention): Entity | null {
    const alone = source.end - source.first === 2 && view.tokens[source.first]?.lower === 'the';
    if (!alone || mention.kind !== 'person' || mention.plural || UNNAMED_ONLY.test(mention.head)) return null;
    if (this.unnamed.slice(-RECENT).some((entity) => isSameDescription(entity, mention))) return null;
    const last = this.events.findLast(
      ({ entity, weight }) =>
        weight >= WEIGHT.subject && isPersonal(entity) && agreesInGender(entity, mention),
    );
    const near = last && view.sentence.index - last.sentence <= 1 && last.entity.named !== null;
    return near && last ? last.entity : null;
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

/** The subject of the first verb that has one, relative clauses aside. */
function mainSubject(view: View): Source | null {
  for (const group of view.groups.slice(0, 5)) {
    if (group.form !== 'finite' || RELATIVES.has(view.tokens[group.first - 1]?.lower ?? '')) continue;
    const subject = subjectOf(view, group);
    if (subject) return subject;
  }
  return null;
}
