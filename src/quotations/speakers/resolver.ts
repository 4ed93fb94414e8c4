import type { Article } from '../../article/article.ts';
import { PLACES } from '../lexicon/places.ts';
import { isCourtesy } from '../lexicon/titles.ts';
import { FEMALE_PRONOUNS, MALE_PRONOUNS, RELATIVES } from '../lexicon/words.ts';
import type { Speaker } from '../quotation.ts';
import type { Source } from '../subject.ts';
import { subjectOf, type View } from '../view.ts';
import { apposedName, nameBefore } from './apposed.ts';
import { bystanders } from './bystanders.ts';
import { Descriptions } from './descriptions.ts';
import { type Entity, speakerOf } from './entity.ts';
import { Memory, WEIGHT } from './memory.ts';
import { describeSource, type Mention } from './mention.ts';
import { nameText, titleStart } from './names.ts';
import type { Named, Register } from './register.ts';

/** What being named in the title adds: an article's main person is whom its pronouns mean first. */
const TITLE_BONUS = 0.6;

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
  private ingested = 0;
  private readonly article: Article;
  private readonly register: Register;
  private readonly views: readonly View[];

  constructor(article: Article, register: Register, views: readonly View[]) {
    this.article = article;
    this.register = register;
    this.views = views;
    this.descriptions = new Descriptions(register, this.memory, (named) => this.entityFor(named));
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
    this.memory.push(entity, view.sentence.index, inPassing ? WEIGHT.other : WEIGHT.speaker);
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
        return this.descriptions.resolve(view, source, mention, at);
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
      this.memory.push(this.entityFor(named), view.sentence.index, marked ? WEIGHT.marked : WEIGHT.other);
    }
    this.ingestSubject(view, view.tokens.length);
    for (const source of bystanders(view)) this.ingestBystander(view, source);
  }

  private ingestBystander(view: View, source: Source): void {
    const mention = describeSource(view, source);
    if (mention.form !== 'nominal') return;
    const at = view.tokens[source.first]?.start ?? 0;
    const { entity } = this.descriptions.resolve(view, source, mention, at);
    if (entity) this.memory.push(entity, view.sentence.index, WEIGHT.bystander);
  }

  /** Takes in who or what a sentence is about, where it stands before `limit`. */
  private ingestSubject(view: View, limit: number): void {
    const subject = mainSubject(view);
    if (!subject || subject.first >= limit) return;
    const mention = this.describeWithAside(view, subject);
    const at = view.tokens[subject.first]?.start ?? 0;
    if (mention.form === 'named') {
      this.learnGender(view, subject, this.namedEntity(view, mention, at));
      this.memory.push(this.namedEntity(view, mention, at), view.sentence.index, WEIGHT.subject);
    } else if (mention.form === 'pronoun') {
      const { entity } = this.pronounEntity(mention, view.sentence.index);
      if (entity) this.memory.push(entity, view.sentence.index, WEIGHT.subject);
    } else if (mention.form === 'nominal' && (mention.kind !== 'unsure' || mention.joined)) {
      const { entity } = this.descriptions.resolve(view, subject, mention, at);
      if (entity) this.memory.push(entity, view.sentence.index, WEIGHT.subject);
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

  private pronounEntity(mention: Mention, sentence: number): { entity: Entity | null; certainty: number } {
    return this.memory.pronoun(mention, sentence, ({ named }) =>
      named && this.inTitle(named) ? TITLE_BONUS : 0,
    );
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
