import type { Article } from '../../article/article.ts';
import { isDoer } from '../lexicon/nouns.ts';
import { PLACES } from '../lexicon/places.ts';
import { isCourtesy } from '../lexicon/titles.ts';
import { FEMALE_PRONOUNS, MALE_PRONOUNS } from '../lexicon/words.ts';
import type { Speaker } from '../quotation.ts';
import type { Source } from '../subject.ts';
import { subjectOf, type View } from '../view.ts';
import { apposedName, nameBefore } from './apposed.ts';
import { askedIn, bystanders } from './bystanders.ts';
import { Descriptions } from './descriptions.ts';
import { type Entity, speakerOf } from './entity.ts';
import { mainSubject } from './main-subject.ts';
import { Memory, WEIGHT } from './memory.ts';
import { describeSource, type Mention } from './mention.ts';
import { other } from './name-match.ts';
import { nameText, titleStart } from './names.ts';
import type { Named, Register } from './register.ts';

/** What being named in the title adds: an article's main person is whom its pronouns mean first. */
const TITLE_BONUS = 0.2;
/** What being the one whom the article is about adds where a paragraph opens with a pronoun. */
const MAIN_BONUS = 1.3;
/** And in an obituary: its paragraphs go back to the dead whoever spoke before. */
const LIFE_BONUS = 3;
const LIFE_REACH = 300;
/** How near the beginning such a person is named, in characters, and how often beside the one named most. */
const MAIN_REACH = 200;
const MAIN_SHARE = 0.75;
/** Above this a pronoun's gender is taken for that of whom it means. */
const SURE = 0.85;

export interface Resolved {
  readonly speaker: Speaker | null;
  readonly mention: Mention | null;
  /** 0 to 1: how sure the way from phrase to speaker is. */
  readonly certainty: number;
}

/** Finds out whom a source phrase means. Phrases must come in the order of the text. */
export class Resolver {
  private readonly memory = new Memory();
  private readonly entities = new Map<Named, Entity>();
  private readonly descriptions: Descriptions;
  private readonly titled = new Map<Named, boolean>();
  /** How many sentences with words outside marks come before each one: speech that runs on takes no time. */
  private readonly times: readonly number[];
  private ingested = 0;
  private main: Named | null | undefined;
  private readonly article: Article;
  private readonly register: Register;
  private readonly views: readonly View[];

  constructor(article: Article, register: Register, views: readonly View[]) {
    this.article = article;
    this.register = register;
    this.views = views;
    this.times = narratedTimes(views);
    this.descriptions = new Descriptions({
      register,
      views,
      memory: this.memory,
      entityFor: (named) => this.entityFor(named),
      timeOf: (view) => this.timeOf(view),
    });
  }

  /** The speaker of a phrase; `inPassing` where it is mentioned and does not lead the sentence. */
  resolve(view: View, source: Source, inPassing = false): Resolved {
    this.ingest(view.sentence.index);
    const mention = this.describeWithAside(view, source);
    if (mention.form === 'pronoun') {
      this.ingestSubject(view, source.first);
      this.ingestNearest(view, source.first);
    }
    const at = view.tokens[source.first]?.start ?? 0;
    const { entity, certainty } = this.entityOf(view, source, mention, at);
    if (!entity) return { speaker: null, mention, certainty };
    takeGender(entity, mention);
    this.memory.push(entity, this.timeOf(view), inPassing ? WEIGHT.other : WEIGHT.speaker);
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
    // A question to the reader or an interviewee has no speaker in it.
    const word = view.tokens[source.first]?.lower ?? '';
    const alone = source.end - source.first === 1;
    if (alone && /^(?:you|what|why|how|where|when)$/.test(word)) return { entity: null, certainty: 0.2 };
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
        return this.pronounEntity(mention, view);
      case 'nominal':
        return this.descriptions.resolve(view, source, mention, at);
    }
  }

  private timeOf(view: View): number {
    return this.times[view.sentence.index] ?? 0;
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
      this.memory.push(this.entityFor(named), this.timeOf(view), marked ? WEIGHT.marked : WEIGHT.other);
    }
    this.ingestSubject(view, view.tokens.length);
    for (const source of bystanders(view)) this.ingestBystander(view, source);
    this.ingestAsked(view);
    this.ingestSpokenOf(view);
  }

  /** "I asked the woman opposite": who was asked answers next. */
  private ingestAsked(view: View): void {
    const asked = askedIn(view);
    const mention = asked && describeSource(view, asked);
    if (!asked || !mention) return;
    const at = view.tokens[asked.first]?.start ?? 0;
    const entity =
      mention.form === 'named'
        ? this.namedEntity(view, mention, at)
        : mention.form === 'nominal' && mention.kind === 'person'
          ? this.descriptions.resolve(view, asked, mention, at).entity
          : null;
    if (entity) this.memory.push(entity, this.timeOf(view), WEIGHT.asked);
  }

  /** “She never gave it back,” he recalled: whom the words of another mean stays present. */
  private ingestSpokenOf(view: View): void {
    const index = view.sentence.index;
    const time = this.timeOf(view);
    const speakers = this.memory.speakersIn(time);
    for (const gender of ['male', 'female'] as const) {
      const words = gender === 'male' ? MALE_PRONOUNS : FEMALE_PRONOUNS;
      const token = view.tokens.find(({ lower, quote }) => quote >= 0 && words.has(lower));
      if (
        !token ||
        this.register.mentionsIn(index).some(({ named, marked }) => marked && named.gender !== other(gender))
      )
        continue;
      const found = this.memory.pronoun(pronounMention(gender), time, (entity) =>
        speakers.has(entity) ? -Infinity : 0,
      );
      if (found.entity) this.memory.push(found.entity, time, WEIGHT.spokenOf);
    }
  }

  private ingestBystander(view: View, source: Source): void {
    const mention = describeSource(view, source);
    if (mention.form !== 'nominal') return;
    const at = view.tokens[source.first]?.start ?? 0;
    const { entity } = this.descriptions.resolve(view, source, mention, at);
    if (entity) this.memory.push(entity, this.timeOf(view), WEIGHT.bystander);
  }

  /** Takes in who or what a sentence is about, where it stands before `limit`. */
  private ingestSubject(view: View, limit: number): void {
    const subject = mainSubject(view);
    if (!subject || subject.first >= limit) return;
    const mention = this.describeWithAside(view, subject);
    const at = view.tokens[subject.first]?.start ?? 0;
    if (mention.form === 'named') {
      this.learnGender(view, subject, this.namedEntity(view, mention, at));
      this.memory.push(this.namedEntity(view, mention, at), this.timeOf(view), WEIGHT.subject);
    } else if (mention.form === 'pronoun') {
      const { entity, certainty } = this.pronounEntity(mention, view);
      if (!entity) return;
      if (certainty > SURE) takeGender(entity, mention);
      this.memory.push(entity, this.timeOf(view), WEIGHT.subject);
    } else if (
      mention.form === 'nominal' &&
      (mention.kind !== 'unsure' || mention.joined || (mention.plural && isDoer(mention.head)))
    ) {
      const { entity } = this.descriptions.resolve(view, subject, mention, at);
      const vague = mention.kind === 'unsure' && !mention.joined;
      if (entity) this.memory.push(entity, this.timeOf(view), vague ? WEIGHT.bystander : WEIGHT.subject);
    }
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
      this.memory.push(this.namedEntity(view, mention, at), this.timeOf(view), WEIGHT.inner);
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

  private namedEntity(view: View, mention: Mention, at: number): Entity {
    const name = mention.name ?? '';
    const kind = mention.run?.kind ?? 'unsure';
    const titleFirst = mention.run ? titleStart(view.tokens, mention.run.first, 0) : 0;
    const title =
      mention.run && titleFirst < mention.run.first
        ? nameText(this.article.text, view.tokens, titleFirst, mention.run.first)
        : null;
    const named =
      this.register.find(name, at, mention.gender, title) ??
      this.register.misspelt(name) ??
      this.register.add(name, { kind }, at);
    const office = title !== null && named.role?.toLowerCase().includes(title.toLowerCase());
    const bare = named.title === null || isCourtesy(named.title);
    if (title && !office && bare && named.kind !== 'organisation') named.title = title;
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

  private pronounEntity(mention: Mention, view: View): { entity: Entity | null; certainty: number } {
    const opens = view.sentence.paragraph !== this.views[view.sentence.index - 1]?.sentence.paragraph;
    return this.memory.pronoun(mention, this.timeOf(view), ({ named }) => {
      if (!named) return 0;
      const main =
        named === this.mainPerson() ? (opens ? (this.isLife() ? LIFE_BONUS : MAIN_BONUS) : TITLE_BONUS) : 0;
      return Math.max(main, this.inTitle(named) ? TITLE_BONUS : 0);
    });
  }

  /** An obituary tells at once what it is. */
  private isLife(): boolean {
    const start = this.article.paragraphs[0]?.start ?? 0;
    return /\bdied\b/.test(this.article.text.slice(start, start + LIFE_REACH));
  }

  /** Whom the article is about, as far as its first sentence tells: a life, a portrait. */
  private mainPerson(): Named | null {
    if (this.main !== undefined) return this.main;
    const { text } = this.article;
    const people = this.register.named.filter(({ kind }) => kind === 'person');
    const first = people.toSorted((left, right) => (left.mentions[0] ?? 0) - (right.mentions[0] ?? 0))[0];
    const most = Math.max(0, ...people.map(({ mentions }) => mentions.length));
    const start = this.article.paragraphs[0]?.start ?? 0;
    const early = first !== undefined && (first.mentions[0] ?? text.length) - start < MAIN_REACH;
    const often = this.isLife() || (first?.mentions.length ?? 0) >= most * MAIN_SHARE;
    this.main = early && often ? first : null;
    return this.main;
  }
}

/** "she" tells the gender of somebody whose name does not. */
function takeGender(entity: Entity, mention: Mention): void {
  if (!mention.gender || entity.gender) return;
  entity.gender = mention.gender;
  if (entity.named) entity.named.gender ??= mention.gender;
}

function narratedTimes(views: readonly View[]): number[] {
  let time = 0;
  return views.map((view, index) => {
    const narrated = view.tokens.some(({ quote, tag }) => quote < 0 && tag !== 'PUNCT');
    if (index > 0 && narrated) time++;
    return time;
  });
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
