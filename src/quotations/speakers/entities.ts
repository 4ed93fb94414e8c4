import type { Article } from '../../article/article.ts';
import { PLACES } from '../lexicon/places.ts';
import { isCourtesy } from '../lexicon/titles.ts';
import type { View } from '../view.ts';
import type { Entity } from './entity.ts';
import type { Mention } from './mention.ts';
import type { Named } from './named.ts';
import { nameText, titleStart } from './names.ts';
import type { Register } from './register.ts';

/** One entity for each of those whom the register knows by name. */
export class Entities {
  private readonly byNamed = new Map<Named, Entity>();
  private readonly article: Article;
  private readonly register: Register;

  constructor(article: Article, register: Register) {
    this.article = article;
    this.register = register;
  }

  /** The entity of somebody with a name. */
  of(named: Named): Entity {
    const known = this.byNamed.get(named);
    if (known) {
      known.gender ??= named.gender;
      return known;
    }
    const kind =
      named.kind === 'unsure' && PLACES.has(named.name.toLowerCase()) ? 'organisation' : named.kind;
    const entity = { named, description: null, gender: named.gender, plural: false, kind, head: '' };
    this.byNamed.set(named, entity);
    return entity;
  }

  /** The entity that a phrase with a name means; a name that the register does not know is added to it. */
  mentioned(view: View, mention: Mention, at: number): Entity {
    const name = mention.name ?? '';
    const kind = mention.run?.kind ?? 'unsure';
    const titleFirst = mention.run ? titleStart(view.tokens, mention.run.first, 0) : 0;
    const title =
      mention.run && titleFirst < mention.run.first
        ? nameText(this.article.text, view.tokens, titleFirst, mention.run.first)
        : null;
    const family = this.register.ofFamily(name, title);
    const found = this.register.find(name, at, mention.gender, title);
    const named =
      (found?.gender === mention.gender ? found : (family ?? found)) ??
      (mention.run ? this.register.grown(name, mention.run, title) : null) ??
      this.register.misspelt(name) ??
      this.register.add(name, { kind }, at);
    const office = title !== null && named.role?.toLowerCase().includes(title.toLowerCase());
    const bare = named.title === null || isCourtesy(named.title);
    if (title && !office && bare && named !== family && named.kind !== 'organisation') named.title = title;
    return this.of(named);
  }

  /** "I" in the article's own voice is its author. */
  author(): Entity | null {
    const { author } = this.article;
    if (!author) return null;
    const named =
      this.register.find(author, this.article.text.length) ??
      this.register.add(author, { kind: 'person' }, 0);
    return this.of(named);
  }
}
