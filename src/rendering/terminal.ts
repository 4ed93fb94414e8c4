import pc from 'picocolors';
import wrapAnsi from 'wrap-ansi';
import type { Answer, Citation, DifferenceStep } from '../answering/answer.ts';
import { fullName, inMarks } from '../answering/compose.ts';
import { type Article, slice } from '../article/article.ts';
import type { Quotation, Speaker } from '../quotations/quotation.ts';

export interface TerminalOptions {
  /** Columns; lines are wrapped at them, at most 100. */
  readonly columns: number;
  readonly colour: boolean;
}

const KINDS = {
  direct: 'direct',
  mixed: 'partly in quotation marks',
  indirect: 'indirect',
  narration: 'the article',
};

/** An answer for people at a terminal. Readable without colour. */
export function answerTerminal(answer: Answer, options: TerminalOptions): string {
  const style = pc.createColors(options.colour);
  const parts = [style.bold(wrap(safe(headline(answer)), options, 0))];
  if (answer.difference) parts.push(wrap(differenceLine(answer.difference, style), options, 2));
  if (answer.speakers) parts.push(...answer.speakers.map((row) => sourceLine(row, style, options)));
  for (const [index, citation] of answer.citations.entries())
    parts.push(block(citation, `${index + 1}.`, style, options));
  for (const citation of answer.nearest) parts.push(block(citation, 'nearest', style, options));
  return `${parts.join('\n\n')}\n`;
}

/** The answer's own words without the quotation, which stands below whole. */
function headline({ text, citations, nearest, outcome }: Answer): string {
  const shown = citations[0] ?? nearest[0];
  if (!shown || outcome === 'help') return text;
  const words = text.indexOf(`: ${inMarks(shown)}`);
  return words <= 0 ? text : `${text.slice(0, words)}.`;
}

function block(
  citation: Citation,
  label: string,
  style: ReturnType<typeof pc.createColors>,
  options: TerminalOptions,
): string {
  const { article, spans, speaker, kind, paragraph } = citation;
  const words = spans.map((span) => slice(article, span)).join(' […] ');
  const who = speaker
    ? speakerLine(speaker)
    : kind === 'narration'
      ? 'the article’s own words'
      : 'unattributed';
  const source = [paragraph === null ? 'pull quote' : `¶${paragraph}`, article.title, article.outlet]
    .filter(Boolean)
    .join(' · ');
  return [
    wrap(`${style.dim(label)} ${safe(words)}`, options, 2),
    wrap(style.cyan(`— ${safe(who)}`) + style.dim(` (${KINDS[kind]})`), options, 4),
    wrap(style.dim(safe(source)), options, 4),
  ].join('\n');
}

function speakerLine(speaker: Speaker): string {
  const role = speaker.role ? `, ${speaker.role}` : '';
  return `${fullName(speaker)}${speaker.kind === 'unnamed' ? ' (unnamed)' : ''}${role}`;
}

function sourceLine(
  { speaker, counts }: NonNullable<Answer['speakers']>[number],
  style: ReturnType<typeof pc.createColors>,
  options: TerminalOptions,
): string {
  const kinds = Object.entries(counts).filter(([, count]) => count > 0);
  const numbers = kinds.map(([kind, count]) => `${count} ${kind}`).join(', ');
  return wrap(`${style.cyan(safe(speakerLine(speaker)))} ${style.dim(`— ${numbers}`)}`, options, 2);
}

function differenceLine(steps: readonly DifferenceStep[], style: ReturnType<typeof pc.createColors>): string {
  return steps
    .map(({ op, text }) => {
      if (op === 'same') return safe(text);
      return op === 'removed'
        ? style.green(`[article: ${safe(text)}]`)
        : style.red(`[claimed: ${safe(text)}]`);
    })
    .join(' ');
}

/** One article's quotations, a block for each. */
export function quotationsTerminal(
  article: Article,
  quotations: readonly Quotation[],
  options: TerminalOptions,
): string {
  const style = pc.createColors(options.colour);
  const rows = quotations.map((quotation) => {
    const place = quotation.paragraph === null ? 'pull quote' : `¶${quotation.paragraph}`;
    const words = quotation.spans.map((span) => slice(article, span)).join(' […] ');
    const who = quotation.speaker ? speakerLine(quotation.speaker) : 'unattributed';
    const polarity =
      quotation.polarity === 'said' ? '' : `, ${quotation.polarity === 'asked' ? 'asked' : 'not said'}`;
    const sure = `${Math.round(quotation.confidence * 100)} %`;
    return [
      wrap(`${style.dim(place)} ${safe(words)}`, options, 2),
      wrap(
        style.cyan(`— ${safe(who)}`) +
          style.dim(` (${quotation.kind}${polarity}, ${quotation.rule}, ${sure})`),
        options,
        4,
      ),
    ].join('\n');
  });
  return `${[style.bold(safe(article.title)), ...rows].join('\n\n')}\n`;
}

/** Without control characters: an article must not move a terminal's cursor or change its title. */
function safe(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}

function wrap(text: string, { columns }: TerminalOptions, indent: number): string {
  const width = Math.max(20, Math.min(columns, 100) - indent);
  const pad = ' '.repeat(indent);
  return wrapAnsi(text, width)
    .split('\n')
    .map((line) => pad + line)
    .join('\n');
}
