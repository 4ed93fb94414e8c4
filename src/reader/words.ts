import type { Polarity, QuotationKind } from '../quotations/quotation.ts';
import type { MentionForm, ReaderQuotation, ReaderSpeaker } from './reader-article.ts';

/** How the words reach the reader, in a word or two. */
export const KIND_LABEL: Readonly<Record<QuotationKind, string>> = {
  direct: 'direct',
  mixed: 'partly quoted',
  indirect: 'reported',
};

/** How the words reach the reader, explained. */
export const KIND_MEANING: Readonly<Record<QuotationKind, string>> = {
  direct: 'the speaker’s own words, in quotation marks',
  mixed: 'reported, with some of the speaker’s own words in marks',
  indirect: 'reported in the article’s words',
};

/** What the kind of a speaker means, where the name does not say it. */
export const SPEAKER_KIND: Readonly<Record<ReaderSpeaker['kind'], string>> = {
  person: 'person',
  group: 'several who say it together',
  organisation: 'organisation',
  document: 'document',
  unnamed: 'not named in the article',
  unattributed: 'the article does not make clear who says this',
};

/** What the cue makes of it; empty where it was simply said. */
export const POLARITY_LABEL: Readonly<Record<Polarity, string>> = {
  said: '',
  'not-said': 'not said, or denied',
  asked: 'asked',
};

/** What each rule looks for, in words. A rule that is not listed is called by its name. */
export const RULE_WORDS: Readonly<Record<string, string>> = {
  'trailing-quote': 'the words stand in quotation marks, and who said them follows: “It rained,” she said',
  'quoted-as': 'the article names somebody as quoted: she was quoted as saying',
  'leading-quote': 'who speaks comes first, then the words in quotation marks: she said: “It rained”',
  'colon-quote': 'a name or phrase before a colon, then whole sentences in quotation marks',
  passive: 'somebody was told or asked something: whoever stands behind “by” says it, if anybody does',
  clause: 'a verb of saying with a clause after it: she said that it rained',
  'trailing-clause': 'a whole sentence, and who says so at its end: it rained, she said',
  object: 'a verb of saying with the words in marks as its object: she called it “a farce”',
  'noun-cue': 'a noun that announces what is said: her claim that it rained',
  'any-verb': 'a verb right behind the quotation marks: “It rained,” she shrugged',
  'according-to': 'the words “according to”',
  floating: 'a quotation without a speaker of its own: it goes to whoever spoke right before',
  turn: 'a label at the beginning of a turn, as in a transcript',
  'pull-quote': 'the layout repeats words that the article quotes elsewhere',
};

/** By which rule the quotation was found, in words. */
export function ruleWords({ rule }: Pick<ReaderQuotation, 'rule'>): string {
  return RULE_WORDS[rule] ?? rule.replaceAll('-', ' ');
}

/** What a phrase is that names a speaker. */
export const FORM_WORDS: Readonly<Record<MentionForm, string>> = {
  name: 'a name',
  pronoun: 'a pronoun, for whoever fits and was spoken of last',
  relative: 'a relative pronoun, for whoever is named before it',
  'first-person': 'the writer’s own voice',
  description: 'a description',
};

/** How sure it is who speaks, in words, and how often that is right. */
export function confidenceWords({ confidence, speaker }: { confidence: number; speaker: ReaderSpeaker }): {
  readonly level: 'high' | 'good' | 'low' | 'none';
  readonly label: string;
  readonly meaning: string;
} {
  if (speaker.kind === 'unattributed') {
    return { level: 'none', label: 'Speaker unknown', meaning: SPEAKER_KIND.unattributed };
  }
  const inTen = Math.min(9, Math.max(1, Math.round(confidence * 10)));
  const meaning =
    confidence >= 0.95
      ? 'Attributions found in this way are nearly always right.'
      : `Of ten attributions found in this way, about ${NUMBERS[inTen]} ${inTen === 1 ? 'is' : 'are'} right.`;
  if (confidence >= 0.85) return { level: 'high', label: 'Clear who speaks', meaning };
  // The same border as the answers have: below it a speaker is shown as probable.
  if (confidence >= 0.67) return { level: 'good', label: 'Fairly clear who speaks', meaning };
  return { level: 'low', label: 'Probably, not certainly', meaning };
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

/** "3 quotations", "1 quotation". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** The name by which somebody is called in short: a person by the last word of the name. */
export function shortName({ name, kind }: Pick<ReaderSpeaker, 'name' | 'kind'>): string {
  const line = name.replace(/\s+/gu, ' ');
  return kind === 'person' ? (line.split(' ').at(-1) ?? line) : line;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "5 March 2024" for a date that begins as ISO 8601 has it; any other as the article gives it. */
export function dateWords(published: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(published) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? published : `${Number(day)} ${name} ${year}`;
}
