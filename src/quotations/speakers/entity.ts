import { isDocumentName } from '../lexicon/document-names.ts';
import { PLACES } from '../lexicon/places.ts';
import { isCourtesy } from '../lexicon/titles.ts';
import type { Speaker } from '../quotation.ts';
import type { Mention } from './mention.ts';
import type { Gender, Named } from './named.ts';

/** Somebody who was spoken of or spoke, named or not. */
export interface Entity {
  readonly named: Named | null;
  readonly description: Speaker | null;
  gender: Gender;
  readonly plural: boolean;
  readonly kind: Mention['kind'];
  readonly head: string;
}

/** The speaker as the program shows it. */
export function speakerOf(entity: Entity): Speaker | null {
  if (!entity.named) return entity.description;
  const { name, title, role, kind } = entity.named;
  if (kind !== 'person' && isDocumentName(name)) return { name, title: null, role: null, kind: 'document' };
  const organisation = kind === 'organisation' || entity.kind === 'organisation';
  // "Mr Hale" and "Mrs Hale" are told apart by it; "Ann Hale" needs none.
  const idle = title !== null && isCourtesy(title) && / /.test(name);
  return {
    name,
    title: organisation || idle ? null : title,
    role: organisation ? null : role,
    kind: organisation ? 'organisation' : 'person',
  };
}

/** A town or country. */
export function isPlace({ named }: Entity): boolean {
  return named !== null && (named.place || PLACES.has(named.name.toLowerCase()));
}

/** An organisation, or a name of two words that nothing shows to be a person. */
export function isBody(entity: Entity): boolean {
  if (entity.kind === 'organisation') return !PLACES.has(entity.named?.name.toLowerCase() ?? '');
  return (
    entity.kind === 'unsure' &&
    entity.named !== null &&
    entity.named.kind === 'unsure' &&
    / /.test(entity.named.name)
  );
}

/** Descriptions that never stand for somebody who has a name in the article. */
export const UNNAMED_ONLY =
  /^(?:source|official|spokesman|spokeswoman|spokesperson|insider|witness|officer|reporter|moderator|interviewer|caller|crowd|judge|jury|doctor|person|teacher)$/;

/** A person, or a single name that nothing shows to be anything else. */
export function isPersonal(entity: Entity): boolean {
  return (
    entity.kind === 'person' ||
    entity.gender !== null ||
    (entity.kind === 'unsure' && entity.named !== null && !/ /.test(entity.named.name))
  );
}

/** Whether neither gender contradicts the other. */
export function agreesInGender(entity: Entity, mention: Mention): boolean {
  return !mention.gender || !entity.gender || mention.gender === entity.gender;
}

/** "A spokesperson … they said": somebody whose gender the article keeps to itself. */
function isNeutral(entity: Entity): boolean {
  return entity.gender === null && /^(?:.*person|source|official|worker|resident|insider)$/.test(entity.head);
}

/** Whether only the ending of a name tells the gender: "he" can mean Abdalla Hale after all. */
export function isGuessed({ named }: Entity): boolean {
  return named?.guessed === true;
}

/** Whether a pronoun can mean an entity. */
export function agrees(entity: Entity, mention: Mention): boolean {
  if (mention.gender) {
    if (entity.plural || entity.kind === 'organisation' || entity.kind === 'document') return false;
    if (entity.named?.place) return false;
    return entity.gender === null || entity.gender === mention.gender || isGuessed(entity);
  }
  // "the 38-year-old"
  if (mention.kind === 'person' && !mention.plural)
    return !entity.plural && entity.kind !== 'organisation' && entity.kind !== 'document';
  if (mention.head === 'it' || mention.head === 'its')
    return entity.kind === 'organisation' || entity.kind === 'document' || isBody(entity);
  return entity.plural || entity.kind === 'organisation' || isNeutral(entity);
}

/** Whether a description repeats one already met; "the source" repeats any unnamed person. */
export function isSameDescription(entity: Entity, mention: Mention): boolean {
  if (entity.head === mention.head && entity.plural === mention.plural) return true;
  return mention.head === 'source' && entity.kind === 'person' && !entity.plural;
}

/** "she" tells the gender of somebody whose name does not. */
export function takeGender(entity: Entity, mention: Mention): void {
  if (!mention.gender || (entity.gender && !isGuessed(entity))) return;
  entity.gender = mention.gender;
  if (!entity.named) return;
  if (entity.named.guessed) entity.named.gender = mention.gender;
  entity.named.gender ??= mention.gender;
  entity.named.guessed = false;
}
