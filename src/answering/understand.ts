import { type QuestionText, readQuestion } from './question-text.ts';
import { readCheck } from './readers/check-claim.ts';
import { readFact } from './readers/fact.ts';
import { readAnotherSpeaker, readBackReference, readMore, readReply } from './readers/follow-up.ts';
import { readQuotesOf } from './readers/quotes-of.ts';
import { readSaidAbout } from './readers/said-about.ts';
import { readWhoSaid } from './readers/who-said.ts';
import { readCourtesyOrHelp, readSources, readSummary } from './readers/whole-article.ts';
import { rephrase } from './rephrase.ts';
import { POINTED_AT } from './thread-memory.ts';
import { type Reader, type Understanding, understood } from './understanding.ts';

/** In order: the first that knows its kind of question reads it. */
const READERS: readonly Reader[] = [
  readCourtesyOrHelp,
  readSummary,
  readSources,
  readBackReference,
  readReply,
  readMore,
  readAnotherSpeaker,
  readQuotesOf,
  readWhoSaid,
  readSaidAbout,
  readCheck,
  readFact,
];

const ASKS =
  /\?\s*$|^(?:who|whom|whose|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have|had|according|check|verify)\b/i;
const CONFIRMS =
  /^(?:is|was|are|were) (?:this|that|it|these|those)(?: \w+)? (?:right|true|correct|accurate|real|so|genuine|verbatim|exact)\b\W*$/i;
const POINTS_BACK =
  /\b(?:that|this|it|he|she|they|there|those|these)\b\W*$|\b(?:about|on|of) (?:that|this|it)\b/i;

const POINTS_AT_TOPIC = /\b(?:about|on|of|regarding|concerning) (?:that|this|it|those|these|them)\W*$/i;

/** What a question asks for. A question that is none is a request for help. */
export function understand(asked: string): Understanding {
  const question = readQuestion(asked);
  const { asking: asIs, context } = lastAsking(question);
  const asking = { ...asIs, masked: rephrase(asIs.masked) };
  for (const read of READERS) {
    const found = read(asking);
    if (found === null) continue;
    if (found.followUp === 'reply' && context !== '') return { ...found, followUp: null, content: context };
    if (found.content !== '' || !needsContent(found)) return found;
    return { ...found, content: context || (POINTS_AT_TOPIC.test(asking.masked) ? POINTED_AT : '') };
  }
  return understood(question, {});
}

/** Of several sentences the one that asks; the ones before are its context where it points back at them. */
function lastAsking(question: QuestionText): { asking: QuestionText; context: string } {
  const sentences = question.masked.split(/(?<=[.!?;])\s+(?=\S)/);
  if (sentences.length === 1) return { asking: question, context: '' };
  const unwrapped = sentences.map((sentence) => readQuestion(sentence).masked);
  const at = unwrapped.findLastIndex((sentence) => ASKS.test(sentence) && /\p{L}{2}/u.test(sentence));
  const chosen = unwrapped[at];
  // "true?", "is that right?" behind or before a claim ask about the claim: the whole is read at once.
  if (chosen === undefined || chosen.split(/\s+/).length < 3 || CONFIRMS.test(chosen)) {
    return { asking: question, context: '' };
  }
  const before = sentences
    .slice(0, at)
    .join(' ')
    .replace(/[?!.\s]+$/, '');
  if (/‹\d+›/.test(before) && !/‹\d+›/.test(chosen)) return { asking: question, context: '' };
  const context = POINTS_BACK.test(chosen) ? before : '';
  return { asking: { ...question, masked: chosen, plain: chosen }, context };
}

function needsContent({ request, followUp }: Understanding): boolean {
  return followUp === null && (request === 'said-about' || request === 'who-said');
}
