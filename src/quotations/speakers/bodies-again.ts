import { isDocumentCalled, mayBeDocument } from '../lexicon/document-names.ts';
import { POSSESSIVES } from '../lexicon/words.ts';
import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import {
  isBodyToo,
  isClub,
  isNamedFor,
  isNamedLikeTeam,
  isOtherKind,
  isToldByName,
  mayBeCalled,
  pointsBack,
} from './body-nouns.ts';
import type { Context } from './context.ts';
import { documentBroughtIn } from './documents.ts';
import { type Entity, isBody } from './entity.ts';
import { type Event, type Memory, WEIGHT } from './memory.ts';
import type { Mention } from './mention.ts';
import type { Named } from './named.ts';
import type { Register } from './register.ts';

/** How far back a body or a document may lie, in sentences. */
const BODY_REACH = 12;
const DOCUMENT_REACH = 40;

/** Both sides of a match come up again and again: the report is about the club that it names most. Null without one. */
function clubOf(register: Register): Named | null {
  const known = CLUBS.get(register);
  if (known !== undefined) return known;
  const clubs = register.named.filter((named) => isClub(named.name));
  const others = register.named.filter(({ kind, name }) => kind !== 'person' && isNamedLikeTeam(name));
  const most =
    (clubs.length > 0 ? clubs : others).toSorted(
      (left, right) => right.mentions.length - left.mentions.length,
    )[0] ?? null;
  CLUBS.set(register, most);
  return most;
}

/** Read once for each article. */
const CLUBS = new WeakMap<Register, Named | null>();

/** "the company", "the draft": the last body or document that may be called so; null where there is none. */
export function bodyOrDocumentAgain(
  { memory, timeOf, register, entities, views }: Context,
  view: View,
  source: Source,
  mention: Mention,
): Entity | null {
  const document = mention.kind === 'document';
  if (!document && mention.kind !== 'organisation' && !isBodyToo(mention.head)) return null;
  // "the company" alone points back; "the port authority" names itself.
  const alone = source.end - source.first <= 2;
  if (!document && alone && mention.head === 'club') {
    const club = clubOf(register);
    if (club) {
      club.kind = 'organisation';
      return entities.of(club);
    }
  }
  const owned = POSSESSIVES.has(view.tokens[source.first]?.lower ?? '');
  const reach = document ? DOCUMENT_REACH : BODY_REACH;
  const near = ({ sentence, weight }: Event) => weight >= WEIGHT.other && timeOf(view) - sentence < reach;
  // "The museum’s annual report" is its own.
  const somebodys = view.tokens.slice(source.first, source.head).some(({ text }) => /^['’]s?$/.test(text));
  if (document && somebodys) return null;
  const found = document
    ? memory.findLast((one) => near(one) && isSameDocument(one.entity, mention, owned))
    : bodyCalled(
        memory,
        (one) => near(one) && !isOther(register, one, mention),
        wordsBefore(view, source),
        mention,
      );
  if (found) {
    if (!document && found.entity.named) found.entity.named.kind = 'organisation';
    return found.entity;
  }
  if (mention.plural) return null;
  const before = wordsBefore(view, source);
  const only = document || alone || before === null ? null : onlyKind(register, view, before, mention);
  if (only) return entities.of(only);
  if (!document || !alone) return null;
  const brought = documentBroughtIn(view.article.text, views, view, mention.head);
  const titled = brought || owned ? null : documentNamed(register, view, mention.head);
  return brought ?? (titled && entities.of(titled));
}

/** "the survey" for the National Diet Survey: the last document so far whose name says that it is one. */
function documentNamed({ named }: Register, { tokens }: View, noun: string): Named | null {
  const here = tokens[0]?.start ?? 0;
  const known = DOCUMENTS.get(named)?.size === named.length ? DOCUMENTS.get(named) : null;
  const documents =
    known?.documents ?? named.filter(({ name, kind }) => kind !== 'person' && mayBeDocument(name));
  DOCUMENTS.set(named, { size: named.length, documents });
  const last = documents.findLast(
    ({ name, mentions }) => (mentions[0] ?? here) < here && isDocumentCalled(name, noun),
  );
  return last ?? null;
}

/** Read anew where names have come in since. */
const DOCUMENTS = new WeakMap<
  readonly Named[],
  { readonly size: number; readonly documents: readonly Named[] }
>();

/** "the ratings agency" where one body so far was called an agency, of ratings. */
function onlyKind(
  { offices }: Register,
  { tokens }: View,
  before: readonly string[],
  { head }: Mention,
): Named | null {
  const here = tokens[0]?.start ?? 0;
  const kinds = offices
    .calledBy(head)
    .filter(({ kind, mentions }) => kind === 'organisation' && (mentions[0] ?? here) < here);
  const [only] = kinds;
  const isSo = (word: string) =>
    only?.words.has(word) || (only && offices.of(only).some(({ which }) => which.has(word)));
  return only && kinds.length === 1 && before.every(isSo) ? only : null;
}

/** Lower-case words between the determiner and the head; null where a capital stands among them. */
function wordsBefore({ tokens }: View, source: Source): readonly string[] | null {
  const before = tokens.slice(source.first + 1, source.head);
  return before.some(({ capital }) => capital) ? null : before.map(({ lower }) => lower);
}

/** The last body that a noun calls, "the water company" by a word of its name. */
function bodyCalled(
  memory: Memory,
  near: (event: Event) => boolean,
  before: readonly string[] | null,
  mention: Mention,
): Event | undefined {
  if (before === null) return undefined;
  const called = (event: Event) => near(event) && isBodyCalled(event.entity, mention);
  const noun = [...before, mention.head].join('_');
  const named = memory.findLast((one) => called(one) && isNamedFor(one.entity, noun) === true);
  if (named || isToldByName(noun)) return named;
  if (!pointsBack(mention.head)) return undefined;
  if (before.length === 0) return memory.findLast(called);
  return memory.findLast((one) => called(one) && before.every((word) => one.entity.named?.words.has(word)));
}

function isOther({ offices }: Register, { entity }: Event, { head }: Mention): boolean {
  return entity.named !== null && isOtherKind(head, offices.of(entity.named));
}

function isBodyCalled(entity: Entity, { head }: Mention): boolean {
  return isBody(entity) && (entity.kind === 'organisation' || !isBodyToo(head)) && mayBeCalled(entity, head);
}

/** "the paper" can be a study and "the findings" its own; "the letter" is no report, and "his report" no account of hers. */
function isSameDocument({ kind, description, head }: Entity, mention: Mention, owned: boolean): boolean {
  if (kind !== 'document' || description === null) return false;
  if (head === mention.head) return true;
  if (owned) return false;
  return MESSAGES.test(head) ? /^(?:document|text)$/.test(mention.head) : ANY_DOCUMENT.test(mention.head);
}

/** What somebody writes to somebody, or for a wall, is no report. */
const MESSAGES =
  /^(?:letter|memo|memorandum|e-?mail|note|tweet|post|message|sign|placard|banner|poster|book|song|diary|motto|slogan)$/;

/** Nouns by which any document may be called again. */
const ANY_DOCUMENT =
  /^(?:document|paper|text|report|study|research|publication|finding|result|analysis|draft|review|author|survey|poll|figure|data|statement)$/;
