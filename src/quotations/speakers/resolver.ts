import type { Article } from '../../article/article.ts';
import { DOCUMENT_NOUNS, ORGANISATION_NOUNS, ROLE_NOUNS } from '../lexicon/nouns.ts';
import { PLACES } from '../lexicon/places.ts';
import type { Speaker } from '../quotation.ts';
import type { Source } from '../subject.ts';
import { subjectBefore } from '../subject.ts';
import type { View } from '../view.ts';
import { descriptionOf } from './description.ts';
import { describeSource, type Mention } from './mention.ts';
import { nameIn, nameText, titleStart } from './names.ts';
import { describedBy, type Gender, lastBefore, type Named, type Register } from './register.ts';

/** Somebody who was spoken of or spoke, named or not. */
interface Entity {
  readonly named: Named | null;
  readonly description: Speaker | null;
  gender: Gender;
  readonly plural: boolean;
  readonly kind: Mention['kind'];
  readonly head: string;
}

/** A place in the article where an entity came up. */
interface Event {
  readonly entity: Entity;
  readonly sentence: number;
  readonly weight: number;
}

/** How present an entity is to a reader after being spoken of in such a way. */
const WEIGHT = { speaker: 3, subject: 2.2, other: 1, marked: 0.2 } as const;
/** What a sentence of distance takes away. */
const FADE = 0.75;
/** How far back a pronoun looks, in events. */
const MEMORY = 60;

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
  private ingested = 0;
  private readonly article: Article;
  private readonly register: Register;
  private readonly views: readonly View[];

  constructor(article: Article, register: Register, views: readonly View[]) {
    this.article = article;
    this.register = register;
    this.views = views;
  }

  resolve(view: View, source: Source): Resolved {
    this.ingest(view.sentence.index);
    const mention = describeSource(view, source);
    const at = view.tokens[source.first]?.start ?? 0;
    const { entity, certainty } = this.entityOf(view, source, mention, at);
    if (!entity) return { speaker: null, mention, certainty };
    if (mention.gender && !entity.gender) {
      entity.gender = mention.gender;
      if (entity.named) entity.named.gender ??= mention.gender;
    }
    this.push(entity, view.sentence.index, WEIGHT.speaker);
    return { speaker: speakerOf(entity), mention, certainty };
  }

  private entityOf(
    view: View,
    source: Source,
    mention: Mention,
    at: number,
  ): { entity: Entity | null; certainty: number } {
    switch (mention.form) {
      case 'named':
        return { entity: this.namedEntity(view, mention, at), certainty: 1 };
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
      if (view) this.ingestSentence(view, view.tokens.length);
    }
  }

  private ingestSentence(view: View, limit: number): void {
    const group = view.groups.find((candidate) => candidate.form === 'finite' && candidate.verb < limit);
    const subject = group ? subjectBefore(view.tokens, group, view.sentence.body) : null;
    if (!subject) return;
    const mention = describeSource(view, subject);
    const at = view.tokens[subject.first]?.start ?? 0;
    if (mention.form === 'named') {
      this.push(this.namedEntity(view, mention, at), view.sentence.index, WEIGHT.subject);
    } else if (mention.form === 'pronoun') {
      const { entity } = this.pronounEntity(mention, view.sentence.index);
      if (entity) this.push(entity, view.sentence.index, WEIGHT.subject);
    } else if (mention.form === 'nominal' && mention.kind !== 'unsure') {
      const { entity } = this.nominalEntity(view, subject, mention, at);
      if (entity) this.push(entity, view.sentence.index, WEIGHT.subject);
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
      const score = event.weight - FADE * (sentence - event.sentence) - doubt;
      scores.set(event.entity, Math.max(score, scores.get(event.entity) ?? -Infinity));
    }
    const ranked = [...scores].sort((left, right) => right[1] - left[1]);
    const [best, second] = ranked;
    if (!best || best[1] < -8) return { entity: null, certainty: 0.2 };
    const margin = second ? best[1] - second[1] : 3;
    return { entity: best[0], certainty: Math.min(0.95, 0.75 + margin / 12) };
  }

  private nominalEntity(
    view: View,
    source: Source,
    mention: Mention,
    at: number,
  ): { entity: Entity | null; certainty: number } {
    const apposed = this.apposedName(view, source);
    if (apposed) return { entity: apposed, certainty: 0.95 };
    if (mention.definite && !mention.plural) {
      const known = this.described(mention, at, view.sentence.index);
      if (known) return { entity: known, certainty: 0.85 };
    }
    const same = this.unnamed.findLast((entity) => isSameDescription(entity, mention));
    if (same && mention.definite) return { entity: same, certainty: 0.85 };
    return { entity: this.describe(view, source, mention), certainty: 0.9 };
  }

  /** "the team’s coach, Ann Lee, said": the name stands in the aside. */
  private apposedName(view: View, source: Source): Entity | null {
    const { tokens } = view;
    const comma = source.end;
    if (tokens[comma]?.text !== ',' || !ROLE_NOUNS.has(tokens[source.head]?.lower ?? '')) return null;
    for (let end = comma + 2; end <= comma + 6 && end <= tokens.length; end++) {
      if (tokens[end] && !/^[,.]$/.test(tokens[end]?.text ?? '')) continue;
      const run = nameIn(tokens, comma + 1, end);
      if (!run || run.kind === 'organisation' || run.first > comma + 3) return null;
      const name = nameText(this.article.text, tokens, run.first, run.end);
      const at = tokens[run.first]?.start ?? 0;
      return this.entityFor(this.register.find(name, at) ?? this.register.add(name, { kind: 'person' }, at));
    }
    return null;
  }

  /** "the mayor", "the company", "the draft": somebody already met whom these words describe. */
  private described(mention: Mention, at: number, sentence: number): Entity | null {
    const named = this.register.named
      .filter((candidate) => fits(candidate, mention) && lastBefore(candidate.mentions, at) >= 0)
      .sort((left, right) => lastBefore(right.mentions, at) - lastBefore(left.mentions, at))[0];
    if (named) return this.entityFor(named);
    if (mention.kind === 'person' || mention.kind === 'unsure') return null;
    const generic =
      /^(?:company|firm|agency|group|organisation|organization|body|union|outlet|paper|newspaper|ministry|business|charity|party|team|club|bank|maker|airline)$/;
    const document = mention.kind === 'document';
    if (!document && !generic.test(mention.head)) return null;
    const found = this.events.findLast(
      (event) =>
        event.entity.kind === mention.kind &&
        sentence - event.sentence < 12 &&
        (!document || event.entity.description !== null),
    );
    return found?.entity ?? null;
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

function speakerOf(entity: Entity): Speaker | null {
  if (!entity.named) return entity.description;
  const { name, title, role, kind } = entity.named;
  const organisation = kind === 'organisation' || entity.kind === 'organisation';
  return {
    name,
    title: organisation ? null : title,
    role: organisation ? null : role,
    kind: organisation ? 'organisation' : 'person',
  };
}

function agrees(entity: Entity, mention: Mention): boolean {
  if (mention.gender) {
    if (entity.plural || entity.kind === 'organisation' || entity.kind === 'document') return false;
    return entity.gender === null || entity.gender === mention.gender;
  }
  if (mention.head === 'it' || mention.head === 'its')
    return entity.kind === 'organisation' || entity.kind === 'document';
  return entity.plural || entity.kind === 'organisation';
}

function isSameDescription(entity: Entity, mention: Mention): boolean {
  if (entity.head === mention.head && entity.plural === mention.plural) return true;
  return mention.head === 'source' && entity.kind === 'person' && !entity.plural;
}

function fits(named: Named, mention: Mention): boolean {
  if (mention.kind === 'person') {
    return (
      named.kind !== 'organisation' &&
      describedBy(named, mention.head) &&
      !(mention.gender && named.gender && mention.gender !== named.gender)
    );
  }
  if (mention.kind === 'organisation') return named.kind === 'organisation' && named.words.has(mention.head);
  return false;
}

/** Whether a noun can stand for somebody or something that speaks. */
export function canSpeak(head: string): boolean {
  return ROLE_NOUNS.has(head) || ORGANISATION_NOUNS.has(head) || DOCUMENT_NOUNS.has(head);
}
