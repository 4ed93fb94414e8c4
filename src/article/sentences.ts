import type { Span } from './article.ts';
import { trimSpan } from './blocks.ts';

const WINDOW = 2000;
const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Abbreviations after which a full stop ends no sentence although a capital follows: titles and ranks,
 * military and church, months, and the like. Unicode's sentence rules know none of them.
 */
const ABBREVIATION =
  /(?:^|[\s(“"‘'—–-])(?:Mr|Mrs|Ms|Mx|Dr|Drs|Prof|Profs|Rev|Revd|Fr|Sr|Jr|St|Ste|Hon|Rt|Gov|Sen|Sens|Rep|Reps|Pres|Gen|Lt|Col|Maj|Capt|Cmdr|Cdr|Adm|Sgt|Cpl|Pvt|Det|Insp|Supt|Messrs|Mme|Mlle|Sec|Amb|Att|Atty|Dep|Asst|Assoc|vs|No|Nos|Art|Fig|Vol|pp|Op|Mt|Ft|approx|est|ca|cf|e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|\p{Lu}|(?:\p{L}\.)+\p{L})\.["”’')\]]*\s*$/u;

/** Of those, the ones that also end sentences: "in the U.S. He said", "Acme Inc. The firm". */
const MAY_END = /(?:\p{L}\.){2,}["”’')\]]*\s*$/u;
const STARTS_SENTENCE =
  /^["“‘'([]?(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|But|And|In|On|At|For|As|If|When|While|There|His|Her|Its|Their|Our|My|According|Some|Many|No|Not|What|Who|How|Why)\b/u;

/** A line that ends like a sentence, or a next line that begins a list or a turn: there the line break counts. */
const ENDS_SENTENCE = /[.?!…:;]["”’')\]]*\s*$/u;
const OPENS_LINE = /^\s*(?:[-–—*•>]|\d+[.)]\s)/u;

/**
 * The sentences of `text` within `span`, trimmed, in order. Unicode's rules (UAX #29) with three repairs:
 * an abbreviation does not end a sentence, nor does a mark before a word in lower case ("“Why?” he asked"),
 * nor a line break where the text is only wrapped.
 */
export function splitSentences(text: string, span: Span): Span[] {
  const sentences: Span[] = [];
  let open: Span | null = null;
  for (const piece of segments(text, span)) {
    const goesOn: boolean = open !== null && joins(text, open, text.slice(piece.start, piece.end));
    open = open && goesOn ? { start: open.start, end: piece.end } : flush(open, piece);
  }
  flush(open, null);
  return sentences;

  function flush(done: Span | null, next: Span | null): Span | null {
    const sentence = done && trimSpan(text, done);
    if (sentence) sentences.push(sentence);
    return next;
  }
}

/**
 * Unicode's segments of a stretch. The runtime's segmenter takes time with the square of the length, so it gets
 * a window at a time; the last two segments of a window are read again at the head of the next.
 */
function* segments(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  for (let width = WINDOW; from < end; ) {
    const to = Math.min(from + width, end);
    const found = Array.from(SEGMENTER.segment(text.slice(from, to)), ({ segment, index }) => ({
      start: from + index,
      end: from + index + segment.length,
    }));
    const whole = to === end ? found : found.slice(0, -2);
    yield* whole;
    from = whole.at(-1)?.end ?? from;
    width = whole.length === 0 ? width * 2 : WINDOW;
  }
}

/** Whether `next` goes on with the sentence that ends at `open.end`. */
function joins(text: string, open: Span, next: string): boolean {
  if (/^["“‘'([]*\p{Ll}/u.test(next)) return true;
  if (/^[\s"”’')\]]+$/u.test(next)) return true;
  const tail = text.slice(Math.max(open.start, open.end - 24), open.end);
  if (/\n\s*$/.test(tail) && !ENDS_SENTENCE.test(tail)) return !OPENS_LINE.test(next);
  if (!ABBREVIATION.test(tail)) return false;
  return !(MAY_END.test(tail) && STARTS_SENTENCE.test(next));
}
