import { editDistance } from './edit-distance.ts';

/** A question as typed, made ready: mentions, marks and politeness taken off, quoted strings taken out. */
export interface QuestionText {
  /** What is asked, in one line, without the wrapping. */
  readonly plain: string;
  /** The strings in quotation marks, without the marks. */
  readonly quoted: readonly string[];
  /** The plain text with each quoted string replaced by ‹n›, n its position in `quoted`. */
  readonly masked: string;
  /** The question before its wrapping was taken off. */
  readonly wrapped: string;
}

/** Nobody asks a longer question; what is pasted beyond it is not read. */
export const MAX_QUESTION = 4000;

const MENTION = /<@[^>\s]*>|(?<![\w.])@(?:whosaid|who-said)\b[,:]?/gi;
const SLACK_LINK = /<(https?:[^|>\s]+)(?:\|([^>]*))?>/g;

/** Marks in pairs. Single marks count only where no letter stands outside them: an apostrophe is not a mark. */
const QUOTED =
  /“([^“”]+)”|"([^"]+)"|«([^«»]+)»|„([^„“”]+)[“”]|(?<![\p{L}\p{N}])‘((?:[^‘’]|’(?=\p{L}))+)’(?!\p{L})|(?<![\p{L}\p{N}])'((?:[^']|'(?=\p{L}))+)'(?![\p{L}])/gu;
/** A quotation that was opened and not closed, as people paste. */
const UNCLOSED = /[“"]([^“”"]{12,})$/u;

const GREETING =
  /^(?:hi|hey|hello|hallo|yo|good (?:morning|afternoon|evening)|morning|ok(?:ay)?|so|well|sorry|thanks|thank you|please|pls|um+|er+|right|and now|quick question|question)\b[\s,!.:;–—-]*/i;
const POLITE =
  /^(?:(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody)(?: please| pls| kindly| possibly| perhaps)? (?:tell me|let me know|say|find out|find|look up|show me|remind me|explain|give me|help me with|work out)|(?:please |pls )?(?:tell me|remind me|let me know|show me|find out|find)|(?:do|does) (?:you|anyone|anybody|someone|u) (?:know|remember|recall)|(?:i['’]?d|i would|we['’]?d) (?:like|love|want) to know|i (?:want|need) to know|i(?: a|['’])m (?:wondering|looking for|trying to (?:find|work) out)|i wonder(?:ed)?|any idea|any clue|please|pls|just|quickly|again)\b[\s,:–—-]*/i;
/** "and what did she say", "quick one for the desk: who said …": what stands before the question proper. */
const LEAD_IN =
  /^(?:(?:and|but|so|then|also|ok|okay)[\s,]+|(?!(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|according|in|at|on|if|regarding|about|concerning|re|as)\b)[^?‹›]{0,90}?[:,–—-]\s+(?:and |but |so )?)(?=(?:who|whose|what|when|where|why|how|which|did|does)\b(?! (?:he|she|they|it)\W*$))/i;
const TAIL = /[\s,]*(?:please|pls|plz|thanks|thank you|thx|ta|cheers|do you know|any idea|anyone)[\s.!?]*$/i;

/** "whats", "whos" and the like, typed without their apostrophe. */
const RUN_TOGETHER = /\b(what|who|where|when|how|that)s\b(?=\s)/gi;

/** "I.N.S.S." is the acronym that stands in the article as initials. */
const DOTTED = /\b(?:\p{Lu}\.){3,}/gu;
const FIRST_WORD = /^\p{L}{3,10}(?=\s|$|[?!.])/u;
/** Words that decide what is asked; they are recognised with a slip of the pen when they stand first. */
const DECIDING =
  'who what when where which whose how did does summary summarise summarize sources quotes check help'.split(
    ' ',
  );
/** Words that are right as they are although a deciding word is near. */
const NOT_SLIPS = new Set(
  `that this then than them they there these those hat hot now was has had his her him why way while white whole
   were wear wore ware war wham whom whoa wheat whine wharf hoe hoes hog hob hop don dig din dim dip do dog day wife chat shot show know quote quoted source check dad die dies dose doses cheek herd held hell hello helps`.split(
    /\s+/,
  ),
);

/** The deciding word that the first word was meant to be: one slip in a short word, two in a long one. */
function correctFirstWord(word: string): string {
  const lower = word.toLowerCase();
  if (DECIDING.includes(lower) || NOT_SLIPS.has(lower)) return word;
  const turned = DECIDING.find((known) => known.length === lower.length && letters(known) === letters(lower));
  if (turned) return turned;
  const allowed = lower.length >= 6 ? 2 : 1;
  const meant = DECIDING.find(
    (known) =>
      known[0] === lower[0] &&
      Math.abs(known.length - lower.length) <= allowed &&
      editDistance(known, lower) <= allowed,
  );
  return meant ?? word;
}

function letters(word: string): string {
  return Array.from(word).sort().join('');
}

/** Takes a question apart. Never throws, whatever the text. */
export function readQuestion(asked: string): QuestionText {
  const cleaned = asked
    .slice(0, MAX_QUESTION)
    .replace(SLACK_LINK, (_, url: string, label?: string) => label ?? url)
    .replace(MENTION, ' ')
    .replace(RUN_TOGETHER, "$1's")
    .replace(DOTTED, (initials) => initials.replaceAll('.', ''))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(FIRST_WORD, correctFirstWord);
  const quoted: string[] = [];
  const keep = (...groups: (string | undefined)[]): string => {
    quoted.push((groups.find((group) => group !== undefined) ?? '').trim().replace(/[,;]$/, ''));
    return `‹${quoted.length - 1}›`;
  };
  let masked = cleaned.replace(QUOTED, (_, a, b, c, d, e, f) => keep(a, b, c, d, e, f));
  if (quoted.length === 0) masked = masked.replace(UNCLOSED, (_, words) => keep(words));
  const wrapped = masked;
  masked = unwrap(masked);
  const plain = masked.replace(/‹(\d+)›/g, (_, index) => quoted[Number(index)] ?? '');
  return { plain, quoted, masked, wrapped };
}

/** Takes greetings and politeness off both ends, as long as something is left. */
function unwrap(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    for (const wrapping of [GREETING, POLITE, LEAD_IN, TAIL]) {
      const shorter = rest.replace(wrapping, '').trim();
      if (/[\p{L}\p{N}‹]/u.test(shorter)) rest = shorter;
    }
  }
  return rest;
}
