import type { Article } from '../article/article.ts';
import type { Quotation, Speaker } from '../quotations/quotation.ts';
import type { Citation, SpeakerCount, Verdict } from './answer.ts';
import { citedWords } from './citations.ts';
import { escapeRegExp } from './escape-reg-exp.ts';
import type { Person } from './people.ts';
import type { Courtesy } from './understanding.ts';

/** Characters of a name that an answer repeats from the question. */
const LONGEST_NAME = 80;

/** "Prof. Ada Marlow" */
export function fullName({ title, name }: Speaker): string {
  return title ? `${title} ${name}` : name;
}

/**
 * How a sentence of our own names a speaker: "Prof. Ada Marlow", "an unnamed harbour official", "the Harbour Watch".
 * Whether a body is called with "the" is looked up in the article, where it is given.
 */
export function spokenName(speaker: Speaker, article?: Article): string {
  const name = fullName(speaker);
  if (speaker.kind === 'unnamed') {
    if (isPlural(speaker)) return name;
    if (/^(?:an?|the|one)\s/i.test(name)) return name;
    const known = /\b(?:unnamed|anonym|unidentified|names?\b|named\b|identif)/i.test(name);
    return known ? `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}` : `an unnamed ${name}`;
  }
  if (speaker.kind === 'person' || speaker.kind === 'group' || article === undefined) return name;
  const before = articleBefore(name, article);
  return before === null ? name : `${before} ${name}`;
}

/** "the" or "a" where the article has it before this name, one word between them allowed. */
function articleBefore(name: string, { text }: Article): string | null {
  const found = new RegExp(`\\b(the|an?) (?:[\\p{L}’'-]+ )?${escapeRegExp(name)}(?!\\p{L})`, 'iu').exec(
    text,
  )?.[1];
  if (found === undefined) return null;
  if (found.toLowerCase() === 'the') return 'the';
  return /^\p{Lu}/u.test(name) ? 'the' : /^[aeiou]/i.test(name) ? 'an' : 'a';
}

/** A role with the "a" or "the" that stands before it in the article. */
function roleIn(role: string, { text }: Article): string {
  const before = new RegExp(`\\b(the|an?) ${escapeRegExp(role)}`, 'iu').exec(text)?.[1];
  return before === undefined ? role : `${before.toLowerCase()} ${role}`;
}

/** "¶20" or where there is no number nothing. */
export function where({ paragraph }: Citation): string {
  return paragraph === null ? '' : `¶${paragraph}`;
}

/** " (¶20)", or nothing where there is no number. */
function at(citation: Citation): string {
  const place = where(citation);
  return place === '' ? '' : ` (${place})`;
}

/** One line that carries the words, who says them and where. */
export function citationLine(citation: Citation): string {
  const place = where(citation);
  const by = citation.speaker
    ? fullName(citation.speaker)
    : citation.kind === 'narration'
      ? 'The article'
      : 'Unattributed';
  return `${by}${place ? ` (${place})` : ''}: ${inMarks(citation)}`;
}

/** The cited words in quotation marks, unless they hold marks of their own. */
export function inMarks(citation: Citation): string {
  const shown = citedWords(citation);
  return /[“”"]/u.test(shown) ? shown : `“${shown}”`;
}

/** Who said it, and the words. */
export function whoSaidText(citation: Citation): string {
  const { speaker, article } = citation;
  if (!speaker) {
    return citation.kind === 'narration'
      ? `The article itself says it${at(citation)}: ${inMarks(citation)}`
      : `The article quotes it without saying who speaks${at(citation)}: ${inMarks(citation)}`;
  }
  const known = speaker.role && speaker.kind !== 'unnamed' ? roleIn(speaker.role, article) : '';
  // "leader" alone says nothing without whose.
  const role = known.includes(' ') ? `, ${known},` : '';
  const verb =
    citation.kind === 'indirect' ? `${isPlural(speaker) ? 'are' : 'is'} reported as saying it` : 'said it';
  return `${sentenceCase(spokenName(speaker, article))}${role} ${verb}${at(citation)}: ${inMarks(citation)}`;
}

/** What a speaker said, best passage first, and how many more there are. */
export function saidAboutText(person: Speaker | null, citation: Citation, more: number): string {
  const rest = more > 0 ? ` ${more === 1 ? 'One more passage' : `${more} more passages`} below.` : '';
  const verb =
    citation.kind === 'indirect'
      ? `${citation.speaker && isPlural(citation.speaker) ? 'are' : 'is'} reported as saying`
      : 'said';
  const speaker = citation.speaker ?? person;
  const name = speaker
    ? sentenceCase(spokenName(speaker, citation.article))
    : 'A speaker that the article does not name';
  return `${name} ${verb}${at(citation)}: ${inMarks(citation)}${rest}`;
}

/** A fact, with the one who says so where it is reported. */
export function factText(citation: Citation): string {
  const { speaker } = citation;
  if (citation.kind === 'narration') return `The article says${at(citation)}: ${inMarks(citation)}`;
  const by = speaker
    ? `According to ${spokenName(speaker, citation.article)}`
    : 'According to a source that the article does not name';
  return `${by}${at(citation)}: ${inMarks(citation)}`;
}

/** What may answer: in other words than the question's, and said to be no more than likely. */
export function likelyText(citation: Citation): string {
  const words = citation.speaker ? saidAboutText(citation.speaker, citation, 0) : factText(citation);
  return `The article does not say it in these words; this is the likeliest. ${words}`;
}

/** What fits the topic, where a description ("the poet") fits nobody who is quoted. */
export function perhapsMeantText(description: string, citation: Citation): string {
  const words = saidAboutText(citation.speaker, citation, 0);
  return `The article does not say who “${clip(description)}” is; this is the likeliest. ${words}`;
}

/** A further passage on what was asked before. */
export function alsoText(citation: Citation): string {
  const { speaker, article, kind } = citation;
  const by = speaker
    ? `${spokenName(speaker, article)} said`
    : kind === 'narration'
      ? 'the article says'
      : 'the article quotes somebody';
  return `On the same subject, ${by}${at(citation)}: ${inMarks(citation)}`;
}

/** What the words before are, once more, word for word. */
export function confirmText(citation: Citation, wasAnswered: boolean): string {
  const { speaker, kind } = citation;
  if (!wasAnswered) return notFoundText('Yes, as far as the article goes: it does not say that.', citation);
  const words = `${at(citation)}: ${inMarks(citation)}`;
  if (kind === 'narration' || !speaker) return `Yes, this is what the article says${words}`;
  const name = spokenName(speaker, citation.article);
  return kind === 'indirect'
    ? `Yes, in substance: the article reports what ${name} said, without quotation marks${words}`
    : `Yes, word for word: ${name} said${words}`;
}

/** What is said when nothing answers: never silence, never a guess. */
export function notFoundText(reason: string | null, nearest: Citation | undefined): string {
  const near = nearest ? ` ${nearestText(nearest)}` : '';
  return `${reason ?? 'The article does not say.'}${near}`;
}

function nearestText(citation: Citation): string {
  const { speaker, kind } = citation;
  const by = speaker
    ? `, from ${spokenName(speaker, citation.article)}`
    : kind === 'narration'
      ? ', in the article’s own words'
      : ', from a speaker that the article does not name';
  return `The nearest is ${where(citation) || 'a pull quote'}${by}: ${inMarks(citation)}`;
}

/** Somebody is not quoted: said, with who is. */
export function notQuotedText(name: string, isMentioned: boolean, people: readonly Person[]): string {
  const who = people.slice(0, 8).map(({ speaker, stored }) => spokenName(speaker, stored.article));
  const others = people.length > who.length ? [...who, 'others'] : who;
  const quoted =
    who.length > 0
      ? ` ${sentenceCase(list(others))} ${others.length === 1 ? 'is' : 'are'} quoted in it.`
      : ' Nobody is quoted in it.';
  const isOne = new Set(people.map(({ stored }) => stored.article.id)).size <= 1;
  const these = isOne ? 'this article' : 'these articles';
  const inThem = isOne ? quoted : quoted.replace(/ in it\.$/, ' in them.');
  const shown = sentenceCase(clip(name).trim());
  if (shown === '') return `It is not clear who is meant.${inThem}`;
  return isMentioned
    ? `${shown} is mentioned but not quoted in ${these}.${inThem}`
    : `${shown} is not quoted in ${these}.${inThem}`;
}

/** What a check found, with the article's words. */
export function verdictText(
  verdict: Verdict,
  claimedSpeaker: string | null,
  citation: Citation | undefined,
): string {
  if (!citation) return 'The article does not say that.';
  const { speaker, kind } = citation;
  const name = speaker
    ? spokenName(speaker, citation.article)
    : kind === 'narration'
      ? 'the article itself'
      : 'a speaker that the article does not name';
  const words = `${at(citation)}: ${inMarks(citation)}`;
  switch (verdict) {
    case 'verbatim':
      if (kind === 'narration')
        return `Verbatim, but nobody’s quotation: these are the article’s own words${words}`;
      return kind === 'indirect'
        ? `The article has these words, without quotation marks: ${name} ${speaker && isPlural(speaker) ? 'are' : 'is'} reported as saying so${words}`
        : `Verbatim: ${name} said exactly this${words}`;
    case 'altered':
      return `Not in these words: ${name} ${kind === 'narration' ? 'says' : 'said'}${words}`;
    case 'paraphrase':
      return `In substance, not in these words: ${name} ${kind === 'narration' ? 'says' : 'said'}${words}`;
    case 'misattributed':
      return `No: ${name} ${kind === 'narration' ? 'says' : 'said'} it, not ${claimedSpeaker ?? 'the one named'}${words}`;
    case 'absent':
      return notFoundText('The article does not say that.', citation);
  }
}

/** Several quotations were checked: the worst verdict whole, the others in a clause each. */
export function severalChecksText(
  worst: string,
  others: readonly {
    readonly quote: string;
    readonly verdict: Verdict;
    readonly citation: Citation | undefined;
  }[],
): string {
  const rest = others.map(({ quote, verdict, citation }) => {
    const place = citation && verdict !== 'absent' ? at(citation) : '';
    return `“${clip(quote)}” is ${VERDICT_CLAUSES[verdict]}${place}`;
  });
  return `${worst} ${sentenceCase(list(rest))}.`;
}

const VERDICT_CLAUSES: Readonly<Record<Verdict, string>> = {
  verbatim: 'verbatim',
  altered: 'altered',
  paraphrase: 'a paraphrase',
  misattributed: 'by somebody else',
  absent: 'not in the article',
};

export function quotesText(speaker: Speaker, quotations: readonly Quotation[], article?: Article): string {
  return `${sentenceCase(spokenName(speaker, article))} ${isPlural(speaker) ? 'are' : 'is'} quoted ${times(quotations.length)} in the article.`;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

export function sourcesText(speakers: readonly SpeakerCount[]): string {
  if (speakers.length === 0) return 'The article quotes nobody.';
  const names = speakers.map(({ speaker, article, counts }) => {
    const n = counts.direct + counts.mixed + counts.indirect;
    return `${spokenName(speaker, article)} (${n === 0 ? 'asked only' : times(n)})`;
  });
  return `The article quotes ${speakers.length === 1 ? 'one speaker' : `${speakers.length} speakers`}: ${list(names)}.`;
}

export function helpText(examples: readonly string[]): string {
  const shown = examples.map((example) => `“${example}”`);
  return `I answer with the article’s own words and who said them. Try ${list(shown)}. I also check a quotation that you paste, and list the sources.`;
}

/** A line for a greeting, thanks or a farewell; nothing of the article is shown. */
export function courtesyText(courtesy: Courtesy, example: string): string {
  switch (courtesy) {
    case 'greeting':
      return `Hello! Ask me who said what in the article, for example “${example}”.`;
    case 'thanks':
      return 'You are welcome.';
    case 'farewell':
      return 'Goodbye!';
  }
}

export function list(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** What was asked for as a name may be anything: it is repeated as far as a name is long, half characters left out. */
function clip(name: string): string {
  const letters = Array.from(name.replace(/\p{Cs}/gu, ''));
  return letters.length <= LONGEST_NAME ? letters.join('') : `${letters.slice(0, LONGEST_NAME).join('')}…`;
}

/** The first letter a capital. */
function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "experts", "Grassley and Leahy": groups and unnamed speakers named in the plural. */
function isPlural({ kind, name }: Speaker): boolean {
  const head =
    /^.*?(?=\s(?:in|of|at|who|whose|with|from|on|for|to|near|that|speaking|close)\b|$)/u.exec(name)?.[0] ??
    name;
  return kind === 'group' || (kind === 'unnamed' && /(?:[^s]s|people|police|women|men)$/iu.test(head));
}
