import type { Article } from '../../article/article.ts';
import type { Named } from './named.ts';
import type { Register } from './register.ts';

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

/** How much an article is about each of those whom it names. */
export class Prominence {
  private readonly titleWords: ReadonlySet<string>;
  private main: Named | null | undefined;
  private readonly article: Article;
  private readonly register: Register;

  constructor(article: Article, register: Register) {
    this.article = article;
    this.register = register;
    this.titleWords = new Set(article.title.toLowerCase().split(/[^\p{L}'-]+/u));
  }

  /** What a pronoun gives somebody for it, in the weights of memory.ts; `opens` where a paragraph begins so. */
  bonus(named: Named, opens: boolean): number {
    const main = named === this.mainPerson() ? (opens ? this.openingBonus() : TITLE_BONUS) : 0;
    return Math.max(main, this.titleWords.has(named.surname) ? TITLE_BONUS : 0);
  }

  private openingBonus(): number {
    return this.isLife() ? LIFE_BONUS : MAIN_BONUS;
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
