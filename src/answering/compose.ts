import type { Quotation, Speaker } from '../quotations/quotation.ts';
import type { Citation, SpeakerCount, Verdict } from './answer.ts';
import { citedWords } from './citations.ts';
import type { Person } from './people.ts';

/** Characters of a name that an answer repeats from the question. */
const LONGEST_NAME = 80;

/** "Prof. Ada Marlow" */
export function fullName({ title, name }: Speaker): string {
  return title ? `${title} ${name}` : name;
}

/** An unnamed speaker or a group reads better with an article: "a senior US intelligence official". */
export function spokenName(speaker: Speaker): string {
  const name = fullName(speaker);
  if (speaker.kind !== 'unnamed' || /^\p{Lu}\p{Ll}/u.test(name) || /s$/.test(name)) return name;
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** "¶20" or where there is no number nothing. */
export function where({ paragraph }: Citation): string {
  return paragraph === null ? '' : `¶${paragraph}`;
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

export function whoSaidText(citation: Citation): string {
  const { speaker } = citation;
  if (!speaker) {
    return citation.kind === 'narration'
      ? `The article itself says it (${where(citation)}): ${inMarks(citation)}`
      : `The article quotes it without saying who speaks (${where(citation)}): ${inMarks(citation)}`;
  }
  const role = speaker.role ? `, ${speaker.role},` : '';
  const verb =
    citation.kind === 'indirect' ? `${isPlural(speaker) ? 'are' : 'is'} reported as saying it` : 'said it';
  return `${sentenceCase(spokenName(speaker))}${role} ${verb} (${where(citation)}): ${inMarks(citation)}`;
}

export function saidAboutText(person: Speaker | null, citation: Citation, more: number): string {
  const rest = more > 0 ? ` ${more} more below.` : '';
  const name = person ? sentenceCase(spokenName(person)) : 'A speaker that the article does not name';
  return `${name} (${where(citation)}): ${inMarks(citation)}${rest}`;
}

export function factText(citation: Citation): string {
  const { speaker } = citation;
  if (citation.kind === 'narration') return `The article says (${where(citation)}): ${inMarks(citation)}`;
  const by = speaker
    ? `According to ${spokenName(speaker)}`
    : 'According to a source that the article does not name';
  return `${by} (${where(citation)}): ${inMarks(citation)}`;
}

/** What is said when nothing answers: never silence, never a guess. */
export function notFoundText(reason: string | null, nearest: Citation | undefined): string {
  const near = nearest ? ` The nearest is ${where(nearest) || 'this'}: ${citationLine(nearest)}` : '';
  return `${reason ?? 'The article does not say.'}${near}`;
}

export function notQuotedText(name: string, isMentioned: boolean, people: readonly Person[]): string {
  const who = people.map(({ speaker }) => spokenName(speaker)).slice(0, 8);
  const quoted =
    who.length > 0
      ? ` Quoted are ${list(who)}${people.length > who.length ? ' and others' : ''}.`
      : ' Nobody is quoted in it.';
  const these =
    new Set(people.map(({ stored }) => stored.article.id)).size > 1 ? 'these articles' : 'this article';
  if (clip(name).trim() === '') return `It is not clear who is meant.${quoted}`;
  return isMentioned
    ? `The article does not say: ${clip(name)} is mentioned but not quoted in ${these}.${quoted}`
    : `The article does not say: ${clip(name)} is not quoted in ${these}.${quoted}`;
}

export function verdictText(
  verdict: Verdict,
  claimedSpeaker: string | null,
  citation: Citation | undefined,
): string {
  if (!citation) return 'The article does not say that.';
  const speaker = citation.speaker
    ? spokenName(citation.speaker)
    : citation.kind === 'narration'
      ? 'the article itself'
      : 'a speaker that the article does not name';
  const place = where(citation);
  switch (verdict) {
    case 'verbatim':
      return `Yes, verbatim: ${speaker} said it (${place}): ${inMarks(citation)}`;
    case 'altered':
      return `Not in these words: ${speaker} said (${place}): ${inMarks(citation)}`;
    case 'paraphrase':
      return `In substance, not in these words: ${speaker} said (${place}): ${inMarks(citation)}`;
    case 'misattributed':
      return `No: ${speaker} said it, not ${claimedSpeaker ?? 'the one named'} (${place}): ${inMarks(citation)}`;
    case 'absent':
      return `The article does not say that. The nearest is ${place}: ${citationLine(citation)}`;
  }
}

export function quotesText(speaker: Speaker, quotations: readonly Quotation[]): string {
  const n = quotations.length;
  return `${sentenceCase(spokenName(speaker))} ${isPlural(speaker) ? 'are' : 'is'} quoted ${n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`} in the article.`;
}

export function sourcesText(speakers: readonly SpeakerCount[]): string {
  if (speakers.length === 0) return 'The article quotes nobody.';
  const names = speakers.map(({ speaker, counts }) => {
    const n = counts.direct + counts.mixed + counts.indirect;
    return `${fullName(speaker)}${speaker.kind === 'unnamed' ? ' (unnamed)' : ''} ${n}×`;
  });
  return `The article quotes ${speakers.length === 1 ? 'one speaker' : `${speakers.length} speakers`}: ${list(names)}.`;
}

export function helpText(examples: readonly string[]): string {
  const shown = examples.map((example) => `“${example}”`);
  return `I answer with the article's own words and who said them. Try ${list(shown)}. I also know: summary, quotes NAME, sources.`;
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

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "experts", "Grassley and Leahy": groups and unnamed speakers named in the plural. */
function isPlural({ kind, name }: Speaker): boolean {
  return kind === 'group' || (kind === 'unnamed' && /[^s]s$/.test(name));
}
