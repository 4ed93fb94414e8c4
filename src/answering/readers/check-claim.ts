import type { QuestionText } from '../question-text.ts';
import { type QuestionToken, questionTokens, textOf } from '../question-tokens.ts';
import { sayingVerb } from '../saying.ts';
import { type Reader, type Understanding, understood } from '../understanding.ts';

const ASKED_TO_CHECK =
  /^(?:(?:can|could|would) \w+ )?(?:please )?(?:check|verify|fact-?check|confirm|double-?check)(?: (?:this|that|it|if|whether|the|quote|quotation|before \w+ \w+ it|for me))*\s*[:,–—-]?\s*(?<rest>.*)$|^(?:is|was|are) (?:this|that|it|the following|it the case|it right|it so|the quote|this quote) (?:\w+ )?(?:right|true|correct|accurate|real|genuine|verbatim|a real quote|exact|that|so)\b\s*(?:that\s+)?[:,?–—-]*\s*(?<asked>.*)$/i;
const TAG =
  /[\s,.;–—-]*(?:(?:is (?:that|this|it) )?(?:true|right|correct|accurate|so|real|really|verbatim)|yes or no|true or false|did (?:he|she|they)|no|isn'?t (?:it|that so)|or not|fact or fiction)\s*\?+\s*$/i;
const HEARSAY =
  /^(?:someone|somebody|people|a colleague|my (?:boss|colleague|editor)|they|twitter|he|she|i (?:heard|read|think|thought|believe|was told))?\s*(?:here |online )?(?:claims?|says?|thinks?|told me|reckons?|heard|read|is saying|insists?|keeps? saying)\s+(?:that\s+)?(?=.+\b(?:said|says|told|claimed|claims|warned|called)\b)/i;
const WAS_IT =
  /^(?:was|is|wasn'?t|isn'?t) it (?:really |actually )?(?<who>.{2,60}?) (?:who|that) (?<rest>.+)$/i;
const AUXILIARY = /^(?:did|didn't|does|doesn't|do|don't|has|hasn't|have|had|is|was|are|were|would|will)$/;
const ASKING =
  /^(?:(?:at|in|on|for|by|to|from|with|since|until|about) )?(?:who|whom|whose|what|when|where|why|how|which|according)\b/i;
/** "X: ‹0›", "‹0› - X", "‹0› (X)": a name beside a quoted string. */
const BESIDE =
  /^(?<before>[^‹›:]{2,60}?)\s*[:–—-]\s*‹\d+›|^‹\d+›\s+(?<behind>\p{Lu}[\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){0,3})[.?!]*$|‹\d+›\s*(?:[,.]?\s*[-–—(~/|]+\s*|\sby\s|\sfrom\s)(?<after>[^‹›()?]{2,60}?)[).?!]*$/u;
const SAID_AFTER =
  /‹\d+›[\s,.]*(?:(?<first>[\p{L}][^‹›]{1,60}?) (?:said|says|told|claimed|wrote|noted|added|warned|argued|insisted|explained)|(?:said|says|claimed|wrote|noted|added|warned|argued|insisted|explained) (?<second>[^‹›?]{2,60}?))[.!?]*$/iu;

/** A quotation or a claim to hold against the article: "did X say Y?", "“Y”", "X: “Y”, right?". */
export const readCheck: Reader = (question) => {
  const { masked } = question;
  const asked = ASKED_TO_CHECK.exec(masked)?.groups;
  const stripped = (asked ? (asked.rest ?? asked.asked ?? '') : masked).replace(TAG, '').trim();
  const core = stripped.replace(HEARSAY, '').trim();
  if (core === '') return question.quoted.length > 0 ? claim(question, null, '') : null;
  const first = questionTokens(core)[0]?.lower ?? '';
  if (ASKING.test(core)) return null;
  const cleft = WAS_IT.exec(core)?.groups;
  if (cleft?.who && cleft.rest) return claimed(question, cleft.who, questionTokens(cleft.rest), cleft.rest);
  if (question.quoted.length > 0) return quotedClaim(question, core);
  const tokens = questionTokens(core);
  if (AUXILIARY.test(first)) return didSay(question, tokens.slice(1), core);
  const explicit = asked !== undefined || stripped !== masked.trim();
  return stated(question, tokens, core, explicit);
};

function quotedClaim(question: QuestionText, core: string): Understanding {
  const tokens = questionTokens(core);
  const inverted = AUXILIARY.test(tokens[0]?.lower ?? '') ? didSay(question, tokens.slice(1), core) : null;
  if (inverted) return inverted;
  const after = SAID_AFTER.exec(core)?.groups;
  const beside = BESIDE.exec(core)?.groups;
  const named =
    after?.first ??
    after?.second ??
    beside?.before ??
    beside?.behind ??
    beside?.after ??
    nameBeforeVerb(core, tokens);
  return claim(question, named && !/^(?:he|she|it|they|i|we)?$/i.test(named) ? named : (named ?? null), '');
}

function nameBeforeVerb(core: string, tokens: readonly QuestionToken[]): string | null {
  const verb = tokens.findIndex(({ lower }, at) => at > 0 && sayingVerb(lower) !== null);
  const placeholder = tokens.findIndex(({ text }) => text.startsWith('‹'));
  return verb > 0 && verb < placeholder && verb <= 8 ? textOf(core, tokens.slice(0, verb)) : null;
}

/** Behind the auxiliary: the speaker, a verb of saying, the claim. */
function didSay(
  question: QuestionText,
  tokens: readonly QuestionToken[],
  core: string,
): Understanding | null {
  const verb = tokens.findIndex(({ lower }, at) => at > 0 && at <= 9 && sayingVerb(lower) === 'strong');
  if (verb < 0) return null;
  const speaker = textOf(
    core,
    tokens
      .slice(0, verb)
      .filter(({ lower }) => !/^(?:really|actually|ever|also|just|not|indeed)$/.test(lower)),
  );
  if (/^(?:anyone|anybody|someone|somebody|the (?:article|text|piece|story)|it)$/i.test(speaker)) return null;
  return claimed(question, speaker, tokens.slice(verb), core);
}

/** A plain statement: "X said (that) Y" or just "Y". */
function stated(
  question: QuestionText,
  tokens: readonly QuestionToken[],
  core: string,
  explicit: boolean,
): Understanding | null {
  const verb = tokens.findIndex(
    ({ lower }, at) =>
      at > 0 &&
      at <= 8 &&
      /^(?:said|says|told|claimed|claims|warned|insisted|insists|thinks|believes|argued|argues|called|calls|denied|denies|admitted|confirmed|confirms|stated|noted|added|promised)$/.test(
        lower,
      ),
  );
  if (verb > 0) return claimed(question, textOf(core, tokens.slice(0, verb)), tokens.slice(verb), core);
  const isQuestion = /\?\s*$/.test(core);
  if (tokens.length < 3 || (isQuestion && !explicit)) return null;
  return claim(question, null, core.replace(/[?!.\s]+$/, ''));
}

/** A claim of a speaker; `tokens` begin with the verb of saying. */
function claimed(
  question: QuestionText,
  speaker: string,
  tokens: readonly QuestionToken[],
  source: string,
): Understanding {
  const verb = tokens[0]?.lower ?? '';
  const from =
    sayingVerb(verb) !== null &&
    /^(?:say|said|says|saying|tell|told|claim|claimed|claims|state|stated|think|thinks|thought|believes?|believed|argues?|argued|note|noted|insists?|insisted|mention|mentioned|warn|warned|add|added|explain|explained|confirm|confirmed|confirms|point|report|reported)$/.test(
      verb,
    )
      ? 1
      : 0;
  const rest = tokens.slice(from);
  const text = textOf(source, rest).replace(/^(?:that|so|out that|out)\s+(?=\S)/i, '');
  return claim(question, speaker, text);
}

function claim(question: QuestionText, speaker: string | null, text: string): Understanding {
  return understood(question, { request: 'check', speaker: speaker?.trim() || null, content: text });
}
