import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import type { Context } from './context.ts';
import { type Entity, isBody } from './entity.ts';
import { fitting } from './fitting.ts';
import type { Mention } from './mention.ts';
import { lastBefore, other } from './name-match.ts';
import type { Gender, Named } from './named.ts';
import { callsToo } from './synonyms.ts';

/** What somebody is to whoever is this to him or her: "Lee's wife" has a husband, who is Lee. */
const INVERSE: readonly { readonly noun: RegExp; readonly inverse: RegExp }[] = [
  { noun: /^husband$/, inverse: /^(?:wife|widow)$/ },
  { noun: /^wife$/, inverse: /^(?:husband|widower)$/ },
  {
    noun: /^(?:mother|mum|mom|father|dad|parent)$/,
    inverse: /^(?:son|daughter|lad|lass|girl|boy|child|youngest|eldest)$/,
  },
  { noun: /^(?:son|daughter|child)$/, inverse: /^(?:mother|mum|mom|father|dad|parent)$/ },
  { noun: /^(?:brother|sister|sibling|twin)$/, inverse: /^(?:brother|sister|sibling|twin)$/ },
  { noun: /^(?:aunt|auntie|uncle)$/, inverse: /^(?:niece|nephew)$/ },
  { noun: /^(?:niece|nephew)$/, inverse: /^(?:aunt|auntie|uncle)$/ },
  { noun: /^successor$/, inverse: /^(?:predecessor|job|post|seat|place)$/ },
  { noun: /^predecessor$/, inverse: /^(?:successor|job|post|seat|place)$/ },
];
/** "Lee's wife", "who held Lee’s old job": the name, and what somebody is to it. */
const OF_SOMEBODY =
  /(\p{Lu}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*){0,3})['’]s? (?:\p{L}+ ){0,2}?(\p{L}+)(?=$| until| in | last|,)/u;

/**
 * "her deputy", "his barrister": the only one known who is that to somebody of that gender; "her husband" where she has
 * been called his wife.
 */
export function belongingTo(
  context: Context,
  view: View,
  source: Source,
  mention: Mention,
  at: number,
): Entity | null {
  if (mention.kind !== 'person') return null;
  const { register, views, entities } = context;
  if (view.tokens[source.first]?.lower === 'its') return officerOf(context, view, source, mention, at);
  const owner = ownerGender(view, source);
  const partner = owner ? partnerOf(context, view, mention, owner) : null;
  if (partner) return entities.of(partner);
  const called = { ...mention, head: BEREAVED[mention.head] ?? mention.head };
  const found = fitting(register, views, view, source, called).filter(
    ({ named }) =>
      lastBefore(named.mentions, at) >= 0 &&
      [named.role, ...register.offices.beside(named)].some((role) => isSomebodys(role, called.head)) &&
      mayOwn(context, named, owner),
  );
  const [only] = found;
  if (only) return found.length === 1 ? entities.of(only.named) : null;
  const inverse = owner ? inverseOf(context, view, mention, owner) : null;
  return inverse && entities.of(inverse);
}

/** "its president": the only one known so far who holds such an office in the body last spoken of. */
function officerOf(
  { register, views, entities, memory }: Context,
  view: View,
  source: Source,
  mention: Mention,
  at: number,
): Entity | null {
  const body = memory.findLast(({ entity }) => isBody(entity))?.entity;
  const last = (body?.named?.name ?? body?.head ?? '').toLowerCase().split(' ').at(-1) ?? '';
  const found = fitting(register, views, view, source, mention).filter(
    ({ named }) => lastBefore(named.mentions, at) >= 0,
  );
  const [only] = found;
  const isIts = last !== '' && (only?.named.role?.toLowerCase().includes(last) ?? false);
  return only && found.length === 1 && isIts ? entities.of(only.named) : null;
}

function ownerGender(view: View, source: Source): Gender {
  const word = view.tokens[source.first]?.lower;
  return word === 'his' ? 'male' : word === 'her' ? 'female' : null;
}

/** "Her widower" was her husband. */
const BEREAVED: Readonly<Record<string, string>> = { widow: 'wife', widower: 'husband' };

/** "wife", "the mayor's deputy": a role that ends in its noun; "mother of two" says whose she is not. */
function isSomebodys(role: string | null, head: string): boolean {
  const words = role?.toLowerCase().split(/\s+/) ?? [];
  const last = words.at(-1) ?? '';
  return (
    last === head ||
    callsToo(head, last) ||
    last === BEREAVED[head] ||
    (head === 'deputy' && words[0] === head)
  );
}

/** "Gail's daughter" is not his. */
function mayOwn({ register }: Context, { role, mentions }: Named, owner: Gender): boolean {
  const name = OF_SOMEBODY.exec(role ?? '')?.[1];
  const gender = name ? register.find(name, mentions[0] ?? 0)?.gender : null;
  return !owner || gender !== other(owner);
}

/** "Her husband is at the stove. “No,” says Otto Lee": from now on "his wife" is she. */
export function learnPartner(
  context: Context,
  view: View,
  source: Source,
  mention: Mention,
  named: Named,
): void {
  const owner = SPOUSE.test(mention.head) ? ownerGender(view, source) : null;
  const spouse = owner ? ownerNamed(context, view, mention, owner) : null;
  if (!spouse || spouse === named || spouse.partner !== null || named.partner !== null) return;
  named.partner = spouse;
  spouse.partner = named;
}

const SPOUSE = /^(?:husband|wife|partner|spouse)$/;

/** "his wife", where it is known whose husband he is. */
function partnerOf(context: Context, view: View, mention: Mention, owner: 'male' | 'female'): Named | null {
  if (!SPOUSE.test(mention.head)) return null;
  const partner = ownerNamed(context, view, mention, owner)?.partner ?? null;
  return partner && !(mention.gender && partner.gender === other(mention.gender)) ? partner : null;
}

/** Whom the possessive of a phrase means. */
function ownerNamed(context: Context, view: View, mention: Mention, owner: 'male' | 'female'): Named | null {
  const head = owner === 'male' ? 'he' : 'she';
  const pronoun: Mention = { ...mention, form: 'pronoun', gender: owner, kind: 'unsure', head };
  return context.memory.pronoun(pronoun, context.timeOf(view), () => 0).entity?.named ?? null;
}

/** Who is meant by what somebody is to whom the possessive means. */
function inverseOf(context: Context, view: View, mention: Mention, owner: 'male' | 'female'): Named | null {
  const inverse = INVERSE.find(({ noun }) => noun.test(mention.head))?.inverse;
  const named = inverse ? ownerNamed(context, view, mention, owner) : null;
  const match = OF_SOMEBODY.exec(named?.role ?? '');
  if (!named || !match?.[1] || !inverse?.test(match[2] ?? '')) return null;
  const found = context.register.find(match[1], named.mentions[0] ?? 0);
  const fits = found && found !== named && found.kind !== 'organisation';
  return fits && !(mention.gender && found.gender === other(mention.gender)) ? found : null;
}
