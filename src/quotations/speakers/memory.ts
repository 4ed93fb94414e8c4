import type { View } from '../view.ts';
import { agrees, type Entity, isPersonal, isPlace } from './entity.ts';
import type { Mention } from './mention.ts';

/** A place in the article where an entity came up. */
export interface Event {
  readonly entity: Entity;
  readonly sentence: number;
  readonly weight: number;
}

/** How present an entity is to a reader after being spoken of in such a way. */
export const WEIGHT = {
  speaker: 3,
  asked: 3.2,
  fronted: 3.2,
  subject: 2.2,
  owner: 2.3,
  introduced: 2.6,
  introducedBeside: 2,
  inner: 1.9,
  spokenOf: 1,
  other: 1,
  bystander: 0.9,
  marked: 0.2,
} as const;
/** What a sentence of distance takes away. */
const FADE = 1;
/** How far back a pronoun looks, in events. */
const MEMORY = 60;
/** How far back a description looks, in events or descriptions. */
export const RECENT = 200;
/** What a pronoun with a gender takes off somebody whose gender is not known. */
const UNKNOWN_GENDER = 0.8;
/** And somebody whose name ends as those of the other gender do. */
const OTHER_GENDER = 4;
/** And somebody of whom nothing shows that it is a person: "Art Deco", "Addis Ababa". */
const UNKNOWN_KIND = 1.8;
/**
 * However far the lead: on the sets that rules may be tuned on nine of ten such pronouns are right, on texts that the rules
 * had not met fewer.
 */
const MOST_CERTAIN = 0.86;
/** How sure it is without any lead, and what lead makes it surer by one. */
const LEAST_CERTAIN = 0.7;
const LEAD = 10;
/** Scores under this are of entities that a reader has forgotten. */
const FORGOTTEN = -8;

/** Who came up so far, in the order of the text. */
export class Memory {
  private readonly events: Event[] = [];
  private topic: { readonly paragraph: number; readonly entity: Entity } | null = null;

  /** Takes note of whom a sentence of a paragraph is about. */
  about(entity: Entity, paragraph: number): void {
    this.topic = { entity, paragraph };
  }

  /** Whom the last sentence of this paragraph is about that has a subject of its own. */
  topicOf(paragraph: number): Entity | null {
    return this.topic?.paragraph === paragraph ? this.topic.entity : null;
  }

  /** Takes note of an entity. */
  push(entity: Entity, sentence: number, weight: number): void {
    this.events.push({ entity, sentence, weight });
  }

  /** Who spoke in a sentence, the last one taken in. */
  speakersIn(sentence: number): ReadonlySet<Entity> {
    const speakers = new Set<Entity>();
    for (let at = this.events.length - 1; at >= 0 && this.events[at]?.sentence === sentence; at--) {
      const event = this.events[at];
      if (event?.weight === WEIGHT.speaker) speakers.add(event.entity);
    }
    return speakers;
  }

  /** The last event that passes a test, among the recent ones. */
  findLast(test: (event: Event) => boolean): Event | undefined {
    const limit = Math.max(0, this.events.length - RECENT);
    for (let at = this.events.length - 1; at >= limit; at--) {
      const event = this.events[at];
      if (event && test(event)) return event;
    }
    return undefined;
  }

  /**
   * Whom a pronoun means: the compatible entity that is most present, and how sure that is (0 to 1), by its lead
   * over the second. `bonus` is what an entity has by itself.
   */
  pronoun(
    mention: Mention,
    sentence: number,
    bonus: (entity: Entity) => number,
  ): { entity: Entity | null; certainty: number } {
    const scores = new Map<Entity, number>();
    for (let at = this.events.length - 1; at >= 0 && at >= this.events.length - MEMORY; at--) {
      const event = this.events[at];
      if (!event || !agrees(event.entity, mention)) continue;
      // "from Taiwan … it said": a country is who speaks where the text is about it.
      if (!mention.gender && isPlace(event.entity) && event.weight < WEIGHT.subject) continue;
      const doubt = doubtFor(event.entity, mention);
      const own = bonus(event.entity);
      if (own === -Infinity) continue;
      const score = event.weight + own - FADE * (sentence - event.sentence) - doubt;
      scores.set(event.entity, Math.max(score, scores.get(event.entity) ?? -Infinity));
    }
    let best: Entity | null = null;
    let [first, second] = [-Infinity, -Infinity];
    for (const [entity, score] of scores) {
      if (score > first) [best, first, second] = [entity, score, first];
      else if (score > second) second = score;
    }
    if (first < FORGOTTEN) return { entity: null, certainty: 0.2 };
    const margin = scores.size > 1 ? first - second : 3;
    return { entity: best, certainty: Math.min(MOST_CERTAIN, LEAST_CERTAIN + margin / LEAD) };
  }
}

function doubtFor(entity: Entity, mention: Mention): number {
  if (mention.gender && entity.gender && entity.gender !== mention.gender) return OTHER_GENDER;
  if (mention.gender || mention.kind === 'person') return doubtOf(entity);
  return entity.kind === 'unsure' ? UNKNOWN_KIND : 0;
}

function doubtOf(entity: Entity): number {
  if (entity.gender !== null) return 0;
  // "a spokesperson": the article keeps the gender to itself.
  if (entity.head.endsWith('person')) return UNKNOWN_KIND;
  return isPersonal(entity) && entity.kind !== 'unsure' ? UNKNOWN_GENDER : UNKNOWN_KIND;
}

/** How many sentences with words outside marks come before each one: speech that runs on takes no time. */
export function narratedTimes(views: readonly View[]): number[] {
  let time = 0;
  return views.map((view, index) => {
    const narrated = view.tokens.some(({ quote, tag }) => quote < 0 && tag !== 'PUNCT');
    if (index > 0 && narrated) time++;
    return time;
  });
}
