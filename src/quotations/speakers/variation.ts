import type { Source } from '../subject.ts';
import type { View } from '../view.ts';
import { compoundHead } from './compound.ts';
import type { Mention } from './mention.ts';
import { isWide } from './office.ts';

/** Offices of which a town, a court or a ward has one. */
export const EACH_HAS_ONE =
  /^(?:vicar|priest|parson|pastor|rector|bishop|rabbi|imam|judge|magistrate|coroner|prosecutor|sheriff|mayor|dean|provost|warden|chaplain|harbourmaster|doctor|nurse|midwife|surgeon|teacher|headteacher|headmaster|principal|undertaker|caretaker|librarian|postman|registrar|referee|umpire|clerk|auctioneer|foreman|butcher|baker|waiter|waitress|bartender|barmaid|conductor|solicitor|notary)$/;

/** "the 38-year-old", "the father of three": says no more than whom it is about is of one gender. */
export function isGeneral(view: View, source: Source, mention: Mention): boolean {
  if (isAge(mention)) return source.end === source.head + 1;
  const [of, number] = [view.tokens[source.head + 1], view.tokens[source.head + 2]];
  const children =
    of?.lower === 'of' && number !== undefined && (number.tag === 'NUM' || NUMBERS.test(number.lower));
  return (
    children &&
    /^(?:father|mother|dad|mum|mom|parent|grandfather|grandmother|grandad|gran|nan)$/.test(mention.head)
  );
}

/** "the 38-year-old" */
export function isAge({ head }: Mention): boolean {
  return /^\d+-year-old$/.test(head);
}

const NUMBERS = /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/;

/** "the landlord", "the billionaire businessman"; with more before it an office ("the energy minister") is news. */
export function isVariation(view: View, source: Source, mention: Mention): boolean {
  if (source.end - source.first === 2 || /^\d+$|-year-old$|^year-old$/.test(mention.head)) return true;
  // "the mother of four"
  const of = view.tokens[source.head + 1]?.lower === 'of' && view.tokens[source.head + 2]?.tag === 'NUM';
  if (of && source.end === source.head + 3) return true;
  const hyphened = view.tokens[source.head + 1]?.text === '-';
  const bare = (hyphened || source.end === source.head + 1) && view.tokens[source.end]?.tag !== 'ADP';
  if (compoundHead(view.tokens, source.head) < source.head) return source.end === source.head + 1;
  const past = /^(?:former|ex|then)$/.test(view.tokens[source.first + 1]?.lower ?? '');
  return bare && mention.kind === 'person' && (past || !isWide(mention.head));
}
