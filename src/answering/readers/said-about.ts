import type { QuestionText } from '../question-text.ts';
import { type QuestionToken, questionTokens, textOf } from '../question-tokens.ts';
import { isPassive, sayingVerbAfter } from '../saying.ts';
import { type Reader, type Understanding, understood } from '../understanding.ts';

const AUXILIARY = /^(?:did|does|do|has|have|had|is|was|are|were|would|will|could|can|might|must|should|'s)$/;
const OPINION =
  '(?:view|take|opinion|position|reaction|response|stance|comments?|argument|explanation|thoughts?|verdict|assessment|answer|claim|warning|advice|prediction|feelings?|reasons?|reasoning|account|statement|words|line|beef|problem|complaint|idea|impression|message|theory|defen[cs]e|excuse|justification|estimate|hope|fear|concern|point|experience|alternative|comeback|plan|demand|proposal|suggestion|worry|wish|criticism|objection|guess|memory|description|retort|reply|request|joke|jibe|quip|remark|observation|pledge|promise|threat|vow|accusation|allegation|admission|concession|apology|appeal|plea|boast|comparison)s?';
/** Whose it is, before what is theirs: "the mayor's", "the operators" for want of a mark, "her". */
const WHOSE =
  "(?<who>(?:his|her|their|its)(?= )|.{2,60}?(?=['’]s |(?<=s)['’] |(?<!s)s ))(?:['’]s|['’]|s)? (?:own )?(?:(?!own )\\w+ )?";
const ABOUT = '(?: (?:on|of|about|to|regarding|for|that|as to|towards?|behind)\\b)?';
const BE = '(?:is|was|are|were)';
/**
 * What stands before whose view it is. Behind "is" or "what's" even "will" and "can" are names; without
 * them an auxiliary asks for something else ("what will the mayor's answer be"). The view's owner begins
 * with no form of "be" and no preposition, so that nothing of what is matched here can fall to the name.
 */
const ASKING_WHOSE = `^(?:(?:what|how)(?:(?:['’]s)? ${BE}|['’]s)|(?:what|how)(?! (?:did|does|do|has|have|had|will|would|can|could|may|might|must|shall|should) )) (?!(?:${BE}|in|behind|from|under|against|with|by|at) )`;
const TAKE = [
  new RegExp(`${ASKING_WHOSE}${WHOSE}${OPINION}\\b${ABOUT}(?<topic>.*)$`, 'i'),
  new RegExp(
    `^(?:what|how)(?:['’]s)?(?: ${BE})? (?:the )?${OPINION} (?:of|from|by) (?<who>.{2,60}?) (?:on|about|to|regarding|for|of) (?<topic>.*)$`,
    'i',
  ),
  new RegExp(
    `^what (?:\\w+ )?${OPINION} (?:did|does|do|has|have|had|is|was|are|were|will|would|can|could) (?!be(?:en|ing)? )(?<who>.{2,60}?) (?:give|giving|offer|have|voice|express|make|put|raise|cite|state)\\w*${ABOUT}(?<topic>.*)$`,
    'i',
  ),
];
const ACCORDING =
  /^according to (?<who>[^,]{2,60}?),?\s+(?<topic>(?:what|how|when|where|why|which|who|is|are|was|were|did|does)\b.+)$|^(?<what>(?:what|how|when|where|why|which|who|is|are|was|were|did|does)\b.+?),? according to (?<whom>[^?]{2,60})\??$/i;
/** "why did the talks fail, in the mediator's words", "how much was lost by her account". */
const IN_WORDS_OF =
  /^(?<what>(?:what|how|when|where|why|which|is|are|was|were|did|does)\b.+?),? (?:in|(?<!\bst(?:ands?|ood) )by|from|going by|to go by|judging by) (?<whom>(?:his|her|their|its)(?= )|(?:(?:the|an?|our)\s)?[^,?]{2,50}?(?=['’]s |s['’]? |['’] ))(?:['’]s?|s['’]?)?(?: own)? (?:views?|words|accounts?|opinions?|telling|version|reckoning|estimates?|estimation|eyes|mind|book|assessment|judge?ment|description|experience)\W*$/i;
/** "how did it begin, as the priest tells it" */
const AS_TOLD_BY =
  /^(?<what>(?:what|how|when|where|why|which|is|was|did|does)\b.+?),? as (?<whom>[^,?]{2,40}?) (?:tells|told|puts|put|sees|saw|describes|described|has|remembers|remembered) it\W*$/i;
const GOING_BY =
  /^(?<what>(?:what|how|when|where|why|which)\b.+?),? (?:going by|to go by|judging by|if you ask) (?<whom>(?:the\s)?[^,?]{2,50})\W*$/i;
/** "Marlow on Iran": a name or role and a topic, no verb between. */
const ON =
  /^(?<who>(?:the |dr\.? |prof\.? |mr\.? |mrs\.? |ms\.? )?[\p{L}'’.-]+(?: [\p{L}'’.-]+){0,3}) (?:on|about|re|regarding) (?<topic>[^?]+)\??$/iu;
/** Verbs that make even "when did X …" a question about speech. */
const SURE =
  /^(?:say|said|says|tell|told|think|thinks|believe|believes|claim|claims|expect|expects|predict)$/;
/** What only points at the sentence before. */
const POINTER = /^(?:that|this|it|those|these|so|then|there|the (?:matter|subject|issue|topic))?$/i;

/** "what did X say about Y", "how does X explain Y", "X's view of Y", "according to X, what …", "X on Y". */
export const readSaidAbout: Reader = (question) => {
  const { masked } = question;
  const according = ACCORDING.exec(masked)?.groups;
  if (according && !/^(?:who|whom)\b/i.test(according.who ?? according.whom ?? '')) {
    return saidAbout(
      question,
      according.who ?? according.whom ?? '',
      according.topic ?? according.what ?? '',
    );
  }
  for (const pattern of [AS_TOLD_BY, IN_WORDS_OF, GOING_BY]) {
    const groups = pattern.exec(masked)?.groups;
    if (groups?.whom && !BY_OTHER_MEANS.test(groups.whom)) {
      return saidAbout(question, groups.whom, groups.what ?? '');
    }
  }
  for (const pattern of [HAVE_TO_SAY, ...TAKE]) {
    const groups = pattern.exec(masked)?.groups;
    if (groups?.who) return saidAbout(question, groups.who, groups.topic ?? '');
  }
  return readVerb(question) ?? readOn(question);
};

/** "in other words", "in so many words", "in your own words": nobody of the article. */
const BY_OTHER_MEANS = /^(?:other|so many|your|my|our|plain|a few|simple|these|those|any|all)\b/i;

const HAVE_TO_SAY =
  /^what (?:did|does|do|has|have|had|will|would|can|could|might) (?<who>.{2,60}?) (?:have|has|had|got) (?:to say|said)(?: (?:about|on|to|regarding|of))?(?<topic>.*)$/i;

/** WH-word, auxiliary, the speaker, a verb of saying, the topic. */
function readVerb(question: QuestionText): Understanding | null {
  const tokens = questionTokens(question.masked);
  const asking = tokens[0]?.lower ?? '';
  if (!/^(?:what|how|why|where|when|which|whom|who)$/.test(asking)) return null;
  const auxiliary = tokens.findIndex(
    ({ lower }, at) => at > 0 && at <= 4 && AUXILIARY.test(lower) && !isName(lower, tokens[at + 1]),
  );
  const subject = auxiliary > 0 ? auxiliary + 1 : 1;
  const verb = sayingPosition(tokens, subject + 1);
  if (verb < 0 || (auxiliary < 0 && asking !== 'what')) return null;
  if (!/^(?:what|how|why)$/.test(asking) && !SURE.test(tokens[verb]?.lower ?? '')) return null;
  if (asking === 'how' && auxiliary > 1) return null;
  if (isPassive(tokens[auxiliary]?.lower ?? '', tokens[verb]?.lower ?? '')) return null;
  if (tokens.slice(subject, verb).some(({ lower }) => /^(?:been|being|be|to|it|not)$/.test(lower)))
    return null;
  const speaker = textOf(
    question.masked,
    tokens
      .slice(subject, verb)
      .filter(
        ({ lower }) => !/^(?:really|actually|ever|also|then|have|exactly|keep|start|begin)$/.test(lower),
      ),
  );
  if (
    speaker === '' ||
    /^(?:the (?:article|text|piece|story)|it|anyone|anybody|someone|somebody|they all|people)$/i.test(speaker)
  )
    return null;
  const asked = textOf(question.masked, tokens.slice(1, Math.max(auxiliary, 1)));
  const topic = textOf(question.masked, tokens.slice(verb + 1)).replace(
    /^(?:say )?(?:about|on|of|regarding|concerning|as to|to|with|for|in)\s+/i,
    '',
  );
  const plain =
    /^(?:say|said|says|think|thinks|tell|told|make|made|mention|talk|speak|put|explain|comment|go|claim|state)$/.test(
      tokens[verb]?.lower ?? '',
    );
  const reason = asking === 'why' ? 'because ' : '';
  const found = saidAbout(
    question,
    speaker,
    `${asked} ${reason}${plain ? '' : (tokens[verb]?.text ?? '')} ${topic}`,
  );
  // "what did the judges allow?": whoever is no speaker of the article did something, perhaps.
  return { ...found, speakerOrFact: !plain };
}

/** "what Will said": no "will" or "can" stands before a finite verb. */
function isName(word: string, next: QuestionToken | undefined): boolean {
  return (
    /^(?:will|can)$/.test(word) &&
    /^(?:said|says|thinks|thought|told|claims|claimed)$/.test(next?.lower ?? '')
  );
}

/** The first verb behind the subject that surely is one of saying, or "make of", "see", "feel", "put it". */
function sayingPosition(tokens: readonly QuestionToken[], from: number): number {
  return tokens.findIndex(
    ({ lower }, index) =>
      index >= from &&
      index < from + 7 &&
      // "plan" and "want" too are nouns behind "the mayor's".
      !/'s$/.test(tokens[index - 1]?.lower ?? '') &&
      ((sayingVerbAfter(tokens[index - 1]?.lower ?? '', lower) === 'strong' &&
        tokens[index + 1]?.lower !== 'tank') ||
        (lower === 'make' && tokens[index + 1]?.lower === 'of') ||
        (lower === 'put' && tokens[index + 1]?.lower === 'it') ||
        /^(?:see|rate|want|plan|propose|know)$/.test(lower)),
  );
}

function readOn(question: QuestionText): Understanding | null {
  const groups = ON.exec(question.masked)?.groups;
  if (
    !groups?.who ||
    /^(?:what|who|how|why|when|where|which|is|are|was|were|did|does|do|has|have|tell|info|anything|something|more)\b/i.test(
      groups.who,
    )
  ) {
    return null;
  }
  if (question.masked.split(/\s+/).length > 9) return null;
  return saidAbout(question, groups.who, groups.topic ?? '');
}

function saidAbout(question: QuestionText, speaker: string, topic: string): Understanding {
  const content = topic
    .replace(/\s+/g, ' ')
    .replace(/[?!.\s]+$/, '')
    .trim();
  return understood(question, {
    request: 'said-about',
    speaker: asSubject(speaker.trim()),
    content: POINTER.test(content) ? '' : content,
  });
}

const SUBJECTS: Readonly<Record<string, string>> = { his: 'he', her: 'she', their: 'they', its: 'it' };

/** "her own words" are hers: whoever "she" is. */
function asSubject(speaker: string): string {
  return SUBJECTS[speaker.toLowerCase().replace(/ own$/, '')] ?? speaker;
}
