import { genderOfName, isFirstName, isGenderGuessed } from '../lexicon/first-names.ts';
import { genderOfTitle, isOffice } from '../lexicon/titles.ts';
import { TIME_NOUNS } from '../lexicon/words.ts';
import type { Sentence, Token } from '../sentence.ts';
import { isAcronym } from './bodies.ts';
import { bodyApposed } from './body-apposition.ts';
import { evidenceFor, NO_EVIDENCE } from './evidence.ts';
import { Family, partnerBefore } from './family.ts';
import { KnownOffices } from './known-offices.ts';
import {
  agreesWithTitle,
  bearerOf,
  isMisspelling,
  matches,
  mostRecent,
  nameWords,
  other,
} from './name-match.ts';
import { isLocated, isPlaceName, sentenceStartWord, splitPossessive } from './name-runs.ts';
import { type Gender, isKnownWell, learn, type Named } from './named.ts';
import { type NameRun, nameText, refine, runsIn } from './names.ts';
import { type Office, officeOf } from './office.ts';

/** Everybody whom the article names, found in one pass over its sentences. */
export class Register {
  readonly named: Named[] = [];
  /** What is told of them. */
  readonly offices = new KnownOffices(this.named);
  private readonly byWord = new Map<string, Named[]>();
  private readonly text: string;
  private readonly split = new Map<string, readonly string[]>();
  private readonly byInitials = new Map<string, Named>();
  private readonly family = new Family();
  private readonly bySentence = new Map<number, { named: Named; marked: boolean }[]>();

  constructor(text: string, sentences: readonly Sentence[]) {
    this.text = text;
    for (const sentence of sentences) this.readSentence(sentence);
  }

  /** The one named by these words before or at an offset, else the first anywhere; null if there is none. */
  find(name: string, at: number, gender: Gender = null, title: string | null = null): Named | null {
    const words = this.wordsOf(name);
    const last = words.at(-1);
    if (!last) return null;
    const same = (this.byWord.get(last) ?? []).filter(
      (candidate) =>
        words.every((word) => matches(candidate, word)) && (!gender || candidate.gender !== other(gender)),
    );
    const exact = same.filter((candidate) => candidate.surname === last || candidate.kind === 'organisation');
    const bearers = exact.length > 0 ? exact : same;
    // "Lord Marburgh" is not Marburgh Cathedral.
    const pool =
      title && !isOffice(title.toLowerCase())
        ? bearers.filter(({ kind, surname }) => kind === 'person' || (kind === 'unsure' && surname === last))
        : bearers;
    const titled = title ? pool.filter((candidate) => agreesWithTitle(candidate, title)) : pool;
    if (title && pool.length > 1 && titled.length > 0) return mostRecent(titled, at);
    const bearer = words.length === 1 && pool.length > 1 ? bearerOf(pool, at) : null;
    return bearer ?? mostRecent(pool, at) ?? this.byInitials.get(name.replaceAll('.', '')) ?? null;
  }

  /** The only person whose surname this single word misspells by a letter or two; null where there is none. */
  misspelt(name: string): Named | null {
    const word = name.toLowerCase();
    if (word.length < 6 || /\s/.test(word)) return null;
    const close = this.named.filter(
      ({ kind, surname }) => kind !== 'organisation' && isMisspelling(word, surname),
    );
    return close.length === 1 ? (close[0] ?? null) : null;
  }

  /** Who is named in a sentence, in order; `marked` within quotation marks. */
  mentionsIn(sentence: number): readonly { named: Named; marked: boolean }[] {
    return this.bySentence.get(sentence) ?? [];
  }

  /** Whose title or role says that they are this, or whose name has this noun. */
  describedBy(noun: string): readonly Named[] {
    return [...this.offices.calledBy(noun), ...(this.byWord.get(noun) ?? [])];
  }

  /** Whose title or role is one that an office's head can stand for, as "boss" for a manager. */
  describedLike({ called }: Office): readonly Named[] {
    return called.flatMap((group) => this.offices.calledBy(group));
  }

  /** Whether somebody else has the same surname. */
  hasNamesake(named: Named): boolean {
    const people = this.byWord.get(named.surname) ?? [];
    return people.some(
      (other) => other !== named && other.kind === 'person' && other.surname === named.surname,
    );
  }

  /** Whether a word in lower case is a person's surname. */
  isPersonal(word: string): boolean {
    return (this.byWord.get(word) ?? []).some(({ kind, surname }) => kind === 'person' && surname === word);
  }

  /** Adds a name met in a frame. */
  add(name: string, run: Pick<NameRun, 'kind'>, at: number): Named {
    const words = this.wordsOf(name);
    const named: Named = {
      name,
      kind: run.kind,
      title: null,
      role: null,
      gender: run.kind === 'organisation' ? null : genderOfName(name),
      guessed: isGenderGuessed(name),
      age: null,
      partner: null,
      place: false,
      words: new Set(words),
      surname: words.at(-1) ?? name.toLowerCase(),
      mentions: [at],
    };
    this.named.push(named);
    for (const word of named.words) this.index(word, named);
    return named;
  }

  private wordsOf(name: string): readonly string[] {
    const known = this.split.get(name);
    if (known) return known;
    const words = nameWords(name);
    this.split.set(name, words);
    return words;
  }

  private index(word: string, named: Named): void {
    const list = this.byWord.get(word);
    if (list) list.push(named);
    else this.byWord.set(word, [named]);
  }

  private readSentence(sentence: Sentence): void {
    const { tokens } = sentence;
    // Where a dispatch comes from is nobody in it.
    for (const run of runsIn(tokens, sentence.body, tokens.length)) {
      for (const part of splitPossessive(tokens, run)) {
        const named = this.readRun(tokens, part);
        if (!named) continue;
        const mentions = this.bySentence.get(sentence.index) ?? [];
        mentions.push({ named, marked: (tokens[part.first]?.quote ?? -1) >= 0 });
        this.bySentence.set(sentence.index, mentions);
      }
    }
  }

  private readRun(tokens: readonly Token[], run: { first: number; end: number }): Named | null {
    const refined = refine(tokens, run, Math.max(0, run.first - 3));
    const start = sentenceStartWord(tokens, refined) ? refined.first + 1 : refined.first;
    if (start >= refined.end) return null;
    const name = nameText(this.text, tokens, start, refined.end);
    const opening = tokens[start];
    if (!opening || name.length < 2 || (refined.end - start === 1 && TIME_NOUNS.has(opening.lower)))
      return null;
    const at = opening.start;
    const single = refined.end - start === 1;
    const title = titleOf(this.text, tokens, refined);
    const gender = title ? genderOfTitle(title) : null;
    const own = this.find(name, at, gender, title) ?? this.shorter(name, refined, title);
    const family = this.ofFamily(name, title);
    // "Mrs Hale" is rather the wife than whoever has the surname and an unknown gender.
    const known = family && own?.gender !== gender ? family : own;
    const evidence = known && isKnownWell(known) ? NO_EVIDENCE : evidenceFor(tokens, refined, this.text);
    const noun = bodyApposed(tokens, refined);
    const body = noun !== null;
    const introduced = body || evidence.title !== null || (evidence.role !== null && opening.tag === 'PROPN');
    if (single && !known && refined.kind !== 'organisation' && !introduced) return null;
    const named = known ?? this.add(name, refined, at);
    if (!known && (isLocated(tokens, refined) || isPlaceName(tokens, refined))) named.place = true;
    if (named.kind === 'unsure' && body) named.kind = 'organisation';
    if (noun && named.kind === 'organisation') this.offices.learn(named, officeOf(noun));
    if (known) {
      known.mentions.push(at);
      this.meet(known, name, refined);
    }
    if (named.kind !== 'person') this.learnInitials(tokens, { first: start, end: refined.end }, named);
    if (!known) this.addPartner(tokens, refined, named);
    learn(named, body || own !== known ? NO_EVIDENCE : evidence);
    this.offices.note(named, evidence);
    this.family.note(named);
    return named;
  }

  /** "Mrs Kell": the only wife, widow or mother of that family who has been named by her forename alone. */
  ofFamily(name: string, title: string | null): Named | null {
    const bearers = this.byWord.get(name.toLowerCase()) ?? [];
    return bearers.some(({ kind }) => kind !== 'organisation') ? this.family.called(name, title) : null;
  }

  /** "Otto and Ines Hale": he has her surname. */
  private addPartner(tokens: readonly Token[], run: NameRun, named: Named): void {
    const before = partnerBefore(tokens, run);
    if (!before || this.byWord.has(before.lower)) return;
    const partner = this.add(before.text, { kind: 'person' }, before.start);
    named.kind = 'person';
    partner.gender = genderOfName(`${before.text} ${named.name}`);
    partner.words.add(named.surname);
    this.index(named.surname, partner);
    partner.partner = named;
    named.partner = partner;
  }

  /** The one so far known by one word of this name, who is known by all of it from now on; null where there is none. */
  grown(name: string, run: NameRun, title: string | null): Named | null {
    const known = this.shorter(name, run, title);
    if (known) this.meet(known, name, run);
    return known;
  }

  /** "Mr Hale … Edwin Hale": the one so far known by surname alone, where nothing speaks against it. */
  private shorter(name: string, run: NameRun, title: string | null): Named | null {
    const words = this.wordsOf(name);
    const last = words.at(-1);
    if (run.kind === 'organisation' || words.length < 2 || words.length > 4 || !last) return null;
    const gender = genderOfName(name) ?? (title ? genderOfTitle(title) : null);
    const bare = (this.byWord.get(last) ?? []).filter(
      (named) =>
        named.words.size === 1 &&
        named.kind !== 'organisation' &&
        !(gender && named.gender && gender !== named.gender),
    );
    if (bare.length === 1) return bare[0] ?? null;
    // "Rosalind … Rosalind Hale": so far known by the forename alone.
    const forename = words[0] ?? '';
    const familiar = (this.byWord.get(forename) ?? []).filter(
      (named) => named.surname === forename || named.name.toLowerCase().startsWith(`${forename} `),
    );
    const [only] = familiar;
    return familiar.length === 1 &&
      only?.words.size === 1 &&
      only.kind !== 'organisation' &&
      isFirstName(words[0] ?? '')
      ? only
      : null;
  }

  /** "the Northern Salt Board (NSB)": a body comes again by its first letters. */
  private learnInitials(tokens: readonly Token[], run: { first: number; end: number }, named: Named): void {
    if (run.end - run.first < 2) return;
    const capitals = tokens.slice(run.first, run.end).filter((token) => token.capital);
    const initials = capitals.map((token) => token.text.charAt(0)).join('');
    if (capitals.length > 2 && named.kind === 'organisation') this.byInitials.set(initials, named);
    const given = tokens[run.end + 1]?.text ?? '';
    const bracket = tokens[run.end]?.text === '(' && tokens[run.end + 2]?.text === ')';
    if (bracket && given.length > 1 && isAcronym(given))
      this.byInitials.set(given.replaceAll('.', ''), named);
  }

  private meet(known: Named, name: string, run: NameRun): void {
    if (known.kind === 'unsure' && run.kind !== 'unsure') known.kind = run.kind;
    // "Idris Kole … Kole": only people are called by the last word of their name.
    const short = name.toLowerCase() === known.surname && name.length < known.name.length;
    if (known.kind === 'unsure' && short && !isAcronym(name)) known.kind = 'person';
    const words = this.wordsOf(name);
    const longer = words.length > this.wordsOf(known.name).length && words.length <= 4;
    const fuller = longer && known.kind !== 'organisation' && !/ (?:of|for|and|on) /.test(name);
    if (!fuller) return;
    known.name = name;
    known.gender ??= genderOfName(name);
    for (const word of words) {
      if (known.words.has(word)) continue;
      known.words.add(word);
      this.index(word, known);
    }
  }
}

function titleOf(text: string, tokens: readonly Token[], run: NameRun): string | null {
  return run.titleFirst < run.first ? nameText(text, tokens, run.titleFirst, run.first) : null;
}
