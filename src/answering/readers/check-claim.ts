import type { QuestionText } from '../question-text.ts';
import { type QuestionToken, questionTokens, textOf } from '../question-tokens.ts';
import { sayingVerb } from '../saying.ts';
import { type Reader, type Understanding, understood } from '../understanding.ts';
import { speakerBeside } from './beside-quotation.ts';

const RIGHT =
  '(?:right|true|correct|accurate|real|genuine|verbatim|authentic|legit|a (?:real|genuine|direct|verbatim|actual) (?:quote|quotation)|exact|so)';
const ASKED_TO_CHECK = new RegExp(
  `^(?:(?:can|could|would) \\w+ )?(?:please )?(?:fact[- ]?check|check|verify|confirm|double-?check)(?: (?:this|that|it|if|whether|the|quote|quotation|please|before \\w+ \\w+ it|for (?:me|us)))*\\s*[:,–—-]?\\s*(?<rest>.*)$|^(?:is|was|are|isn['’]t|wasn['’]t) (?:this|that|it|the following|it the case|it right|it so|the quote|this quote) (?:\\w+ )?${RIGHT}\\b\\s*(?:that\\s+)?[:,?.–—-]*\\s*(?<asked>.*)$`,
  'i',
);
const TAG = new RegExp(
  `[\\s,.;–—-]*(?:(?:is (?:that|this|it) )?(?:${RIGHT}|really)|yes or no|true or false|(?:did|does|has|have|is|was|didn['’]?t|doesn['’]?t|hasn['’]?t|isn['’]?t|wasn['’]?t) (?:he|she|they|it|that)(?: so)?|no|or not|fact or fiction)\\s*[?.!]*\\s*$`,
  'i',
);
const HEARSAY =
  /^(?:(?:so|and|but|well|ok|now|also),? )*(?:(?:someone|somebody|people|a colleague|my (?:boss|colleague|editor|friend)|they|twitter|he|she|i|we|you)?\s*(?:here |online |just )?(?:['’]m (?:told|sure)|(?:was|were|am|been) told|claims?|says?|thinks?|thought|told (?:me|us)|reckons?|heard|read|believed?|is saying|insists?|keeps? saying|am (?:pretty |quite )?sure|['’]m (?:pretty |quite )sure)\s+(?:here |somewhere )?(?:that\s+)?)?(?=.+\b(?:said|says|told|claimed|claims|warned|called|saying)\b)/i;
const WAS_IT =
  /^(?:was|is|wasn['’]?t|isn['’]?t) it (?:really |actually )?(?<who>.{2,60}?) (?:who|that) (?<rest>.+)$/i;
const AS_SAYING =
  /^(?:is |was )?(?<who>(?!who\b)[^‹›?]{2,60}?) (?:is |was |being )?(?:quoted|cited|reported) (?:as )?(?:having )?(?:saying|said) (?:that )?(?<rest>.+)$/i;
const NEVER_SAID =
  /^(?<who>(?!i\b|we\b)[^‹›?]{2,60}?) (?:never|did not|didn['’]?t|has(?: not|n['’]?t| never)|does not|doesn['’]?t) (?:actually |really |ever )?(?:say|said|says|claim|claimed)(?: that)? (?<rest>.+)$/i;
const ACCORDING_TO =
  /^according to (?<who>(?!who)[^,‹›?]{2,40}?),? (?<rest>(?:the|a|an|it|they|he|she|there|nobody|no|all|\p{Lu})\b.+)$/u;
const AUXILIARY =
  /^(?:did|didn't|didnt|does|doesn't|do|don't|has|hasn't|have|had|is|isn't|was|wasn't|are|were|would|will)$/;
const ASKING =
  /^(?:(?:at|in|on|for|by|to|from|with|since|until|about) )?(?:who|whom|whose|what|when|where|why|how|which|according to who)\b/i;
/** Whom it was told says nothing of what was told. */
const TOLD =
  /^(?:to )?(?:the |a )?(?:\p{L}+ ){1,3}?(?:that )(?=\S)|^(?:the|a) (?:paper|papers|press|media|reporters?|journalists?|newspaper|outlet|site|website|public|meeting|conference)(?: that)? (?=\S)|^(?:reporters|journalists|them|us|him|her|everyone|people)(?: that)? (?=\S)/iu;
const NOBODY =
  /^(?:anyone|anybody|someone|somebody|(?:the|this|that) (?:article|text|piece|story|report|author|paper|outlet)|it|they all|people|there)$/i;
const ADVERB = /^(?:really|actually|ever|also|just|not|indeed|even|literally|truly|honestly|as|well|too)$/;

/** A quotation or a claim to hold against the article: "did X say Y?", "“Y”", "X: “Y”, right?". */
export const readCheck: Reader = (question) => {
  const { masked } = question;
  const asked = ASKED_TO_CHECK.exec(masked)?.groups;
  const stripped = withoutTags(asked ? (asked.rest ?? asked.asked ?? '') : masked);
  if (stripped === '' && question.quoted.length > 0) return claim(question, null, '');
  const core = stripped.replace(HEARSAY, '').trim();
  if (core === '') return null;
  if (ASKING.test(core)) return null;
  const cleft = WAS_IT.exec(core)?.groups;
  if (cleft?.who && cleft.rest) return claimed(question, cleft.who, questionTokens(cleft.rest), cleft.rest);
  const tokens = questionTokens(core);
  const first = tokens[0]?.lower ?? '';
  if (question.quoted.length > 0) {
    const inverted = AUXILIARY.test(first) ? didSay(question, tokens.slice(1), core) : null;
    return inverted ?? claim(question, speakerBeside(core), '');
  }
  const framed =
    AS_SAYING.exec(core)?.groups ?? NEVER_SAID.exec(core)?.groups ?? ACCORDING_TO.exec(core)?.groups;
  if (framed?.who && framed.rest && !NOBODY.test(framed.who))
    return claim(question, framed.who.replace(/^(?:is|was)\s/i, ''), framed.rest.replace(/[?!.\s]+$/, ''));
  if (AUXILIARY.test(first)) return didSay(question, tokens.slice(1), core);
  const explicit = asked !== undefined || stripped !== masked.trim();
  return stated(question, tokens, core, explicit);
};

/** "…, right?", "… or not?": what is hung on behind the claim. */
function withoutTags(text: string): string {
  let rest = text.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(TAG, '').trim();
  }
  return rest;
}

/** Behind the auxiliary: the speaker, a verb of saying, the claim. */
function didSay(
  question: QuestionText,
  tokens: readonly QuestionToken[],
  core: string,
): Understanding | null {
  const verb = tokens.findIndex(
    ({ lower }, at) => at > 0 && at <= 12 && (sayingVerb(lower) === 'strong' || isSpeechAct(tokens, at)),
  );
  if (verb < 0) return null;
  const speaker = textOf(
    core,
    tokens.slice(0, verb).filter(({ lower }) => !ADVERB.test(lower)),
  );
  if (speaker.includes('‹') || /^(?:the|an?|this|that)?$/i.test(speaker)) return null;
  if (NOBODY.test(speaker)) return null;
  return claimed(question, speaker, tokens.slice(verb), core);
}

/** "deny" and "rule out" do what they say. */
function isSpeechAct(tokens: readonly QuestionToken[], at: number): boolean {
  const verb = tokens[at]?.lower;
  return verb === 'deny' || (verb === 'rule' && tokens[at + 1]?.lower === 'out');
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
  if (verb > 0) {
    const who = textOf(
      core,
      tokens.slice(0, verb).filter(({ lower }) => !ADVERB.test(lower)),
    );
    return claimed(question, who, tokens.slice(verb), core);
  }
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
  const told = /^(?:tell|told)$/.test(verb);
  const text = textOf(source, tokens.slice(from))
    .replace(/^(?:(?:as well|also|too),? )?(?:that|so|out that|out)\s+(?=\S)/i, '')
    .replace(told ? TOLD : /^$/, '');
  return claim(question, speaker, text);
}

function claim(question: QuestionText, speaker: string | null, text: string): Understanding {
  return understood(question, { request: 'check', speaker: speaker?.trim() || null, content: text });
}
