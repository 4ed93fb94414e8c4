import { type Reader, understood } from '../understanding.ts';

const LEAD = '(?:and |so |but |ok |okay |then |hm+ |wait |no )*';
const IT = '(?:it|that|this|they|he|she|those|these|so)';
const END = '[?.! ]*$';

const WHERE = new RegExp(
  `^${LEAD}(?:(?:where|which paragraph|what paragraph|which para|what para|whereabouts|where abouts|what page|which line|which part|(?:in )?(?:which|what) (?:article|piece|story|text))(?: is| was| does| did| do| can i find| do i find| could i read| can i read)?(?: ${IT})?(?: quote| sentence| line)?(?: say| said| stand| appear| come| found)?(?: ${IT})?(?: from| in)?(?: exactly| precisely)?(?: in (?:the|this) (?:article|text|piece|story))?|(?:the |a )?(?:link|paragraph|url)(?: to ${IT}| please)?)${END}`,
  'i',
);
const CONTEXT = new RegExp(
  `^${LEAD}(?:in |can i see |could i see |let me see |let['’]s see |show (?:me |us )?|give (?:me |us )?|see |read |i (?:need|want) (?:to see )?)*(?:what(?:['’]s| is| was)? )?(?:the |some |more |its |full |whole |entire |in |that |wider )*(?:context|surrounding (?:text|paragraphs?|sentences?)|surroundings|passage around it)(?: please| of (?:it|that|this))?${END}|^${LEAD}(?:can i see |could i see |let me see |show (?:me |us )?|give (?:me |us )?|read |i (?:need|want) (?:to see )?)(?:the |that |its )*(?:full |whole |entire )?paragraph(?: please)?${END}|^${LEAD}what(?:['’]s|s| is| was| comes| came| stands| does it say)(?: right| just)? (?:before|after|around|next to)(?: and after)?(?: ${IT})?${END}`,
  'i',
);
const WHO = new RegExp(
  `^${LEAD}(?:who(?:['’]s|s| is| was)? (?:it |the one )?(?:who |that )?(?:said|says|say|claimed|claims|told (?:them|him|her|the \\p{L}+)|is saying|was saying|wrote)(?: that| this| it| so| those things)?(?: again| exactly)?|whose \\w+(?: is| are| was| were)(?: ${IT})|whose (?:words|quote)|says who|said who|who(?:['’]s|s| is| was) (?:that|this|it|speaking|talking)(?: from| by| according to| again| exactly)?|according to who[m]?|by who[m]?|who from|from who[m]?|(?:who(?:['’]s|s| is) )?(?:the |your )?source(?: (?:of|for) (?:that|this|it))?|who said so|who (?:is|was) the speaker)${END}`,
  'iu',
);
const MORE = new RegExp(
  `^${LEAD}(?:(?:what|anything|something) (?:else|more)\\b|(?:any ?thing|any) (?:else|more)\\b|(?:did|does|has|have|do) (?<who1>.{1,60}?) (?:say|says|said|add|claim|mention|told?) (?:anything|something) (?:else|more)\\b|(?:tell|show|give) me more\\b|more$|(?:some )?more(?: please)?$|go on$|keep going$|carry on$|continue$|next$|and\\??$|else\\??$)(?<rest>.*)$`,
  'i',
);
const MORE_WHO =
  /\b(?:did|does|do|has|have|had|from|by) (?<who>(?:(?!\b(?:say|said|claim|claimed|tell|told|add|mention|think|argue|state|reveal|explain|talk)\b)[^?.!,])+?)(?: (?:say|said|claim|claimed|tell|told|add|mention|think|argue|state|reveal|explain|talk)\b(?<rest>.*)|[?.! ]*$)/i;
const ABOUT = /\b(?:about|on|regarding|concerning)\s+(?<topic>.+?)[?.! ]*$/i;
const ANOTHER =
  /^(?:and|but|or|so|ok|okay|then|also)(?:[, ]+(?:and|then|what about|how about|what of|what did|from|by))*[, ]+(?<who>[^?!.,]{2,60}?)(?: say| said| then| though)?[?!. ]*$|^(?:what|how) about (?<whoElse>[^?!.,]{2,60}?)[?!. ]*$/i;
const TO_IT =
  '(?: (?:to|about|of|on|with) (?:that|this|it|them|him|her|the (?:claim|charge|criticism|accusation|allegation)s?))';
const THEN = '(?: then| though| in turn| in return)?';
const REPLIES: readonly RegExp[] = [
  new RegExp(
    `^${LEAD}(?:what|how) (?:did|does|do|has|have|would|is|was) (?<who>.{2,50}?) (?:(?:say|said) (?:in (?:reply|response|return)(?: to (?:that|this|it))?|to (?:that|this|it))|(?:think|feel|make|made) (?:of|about) (?:that|this|it)|(?:reply|replied|respond|responded|answer|react|reacted|counter)${TO_IT}|reply|replied|respond|responded|answer|react|reacted|counter|retort)${THEN}$`,
    'i',
  ),
  new RegExp(
    `^${LEAD}(?:what(?:['’]s|s| is| was) )?(?<who>.{2,50}?)(?:['’]s|s['’]|s) (?:comeback|come-back|reply|response|answer|reaction|retort|rejoinder|defen[cs]e)${TO_IT}?${THEN}$`,
    'i',
  ),
  new RegExp(
    `^${LEAD}(?:did|does|has|do) (?<who>.{2,50}?) (?:agree|disagree|reply|respond|responded|replied|react|reacted|answer)${TO_IT}?${THEN}$`,
    'i',
  ),
];
const QUESTION_WORD =
  /^(?:who|what|when|where|why|how|which|whose|did|does|do|is|are|was|were|has|have|can|could|thanks?|ok)\b/i;
const CONFIRM = new RegExp(
  `^${LEAD}(?:really|seriously|sure|certain|true|are you (?:really |absolutely |quite )?(?:sure|certain|positive)(?: about (?:it|that|this))?|is (?:that|this|it) (?:really |actually )?(?:right|true|correct|so|verbatim|accurate|real|exact|word for word|what (?:he|she|they) said|(?:a |an |the |his |her |their )?(?:real|exact|actual|direct|verbatim|genuine) (?:quote|quotation|words?))|(?:did|has|have) (?:he|she|they) (?:really |actually )?(?:say|said) (?:that|this|it|so)(?: exactly| verbatim| word for word)?|(?:what (?:were|are|was) )?(?:the |his |her |their )?(?:exact|precise|actual|literal|full) (?:words?|wording|quote|quotation)|(?:give me |show me |can i have |i need |quote )(?:the |his |her |their )?(?:exact |full |whole |actual |complete )?(?:quote|quotation|words|wording)|quote (?:it|him|her|them|that)|word for word|verbatim|no way|for real)${END}`,
  'i',
);
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  '5th': 5,
  last: -1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
};
const NTH = new RegExp(
  `^${LEAD}(?:show me |give me |what about |open |who said |tell me more about |more on |where is )?(?:the )?(?:(?<ordinal>${Object.keys(ORDINALS).slice(0, 11).join('|')})(?: one| quote| quotation| answer| point| passage| citation| line)?|(?:number|no\\.?|#|point|quote|citation) ?(?<number>\\d{1,2}|one|two|three|four|five))(?: please)?${END}`,
  'i',
);
const OTHER_ARTICLE = new RegExp(
  `^${LEAD}(?:what about |how about |what does |what do |what did )?(?:in |from )?(?:the |any |an )?(?:other|others|another|next) ?(?:article|articles|piece|story|text|one|ones)?(?: say| say about (?:it|that|this)| have)?${END}`,
  'i',
);
const SOMEBODY_ELSE = new RegExp(
  `^${LEAD}(?:who else|(?:did|does|has|is there)? ?(?:any ?one|any ?body|some ?one|some ?body) else)(?: (?:say|says|said|think|thinks|claim|claims|saying|quoted|agree|agrees|talk|talks|mention|mentions)(?: (?:it|that|this|so|the same)(?: thing)?)?)?${END}`,
  'i',
);
const WHO_IS = new RegExp(
  `^${LEAD}who(?:['’]s|s| is| are| was)(?: the)? (?<who>he|she|they|him|her|them|this person|that person|this man|this woman|guy|speaker)${END}`,
  'i',
);

/** "where exactly?", "show me the context", "who said that?", "really?", "the second one": about the answer before. */
export const readBackReference: Reader = (question) => {
  const { masked } = question;
  if (question.quoted.length > 0) return null;
  const back = (followUp: 'where' | 'context' | 'who-said-that' | 'confirm') =>
    understood(question, { request: 'who-said', followUp });
  if (WHERE.test(masked)) return back('where');
  if (CONTEXT.test(masked)) return back('context');
  const who = WHO_IS.exec(masked)?.groups?.who;
  if (who) return understood(question, { request: 'fact', followUp: 'who-is', speaker: who });
  if (WHO.test(masked)) return back('who-said-that');
  if (CONFIRM.test(masked)) return back('confirm');
  const nth = NTH.exec(masked)?.groups;
  if (nth) {
    const word = (nth.ordinal ?? nth.number ?? '').toLowerCase();
    return understood(question, {
      request: 'who-said',
      followUp: 'nth',
      nth: ORDINALS[word] ?? Number(word),
    });
  }
  if (OTHER_ARTICLE.test(masked))
    return understood(question, { request: 'said-about', followUp: 'other-article' });
  if (SOMEBODY_ELSE.test(masked))
    return understood(question, { request: 'who-said', followUp: 'somebody-else' });
  return null;
};

/** "what does Brandt say to that?", "and the senator's comeback?": the reply to the words before. */
export const readReply: Reader = (question) => {
  const masked = question.masked.replace(/[?!. ]+$/, '');
  for (const pattern of REPLIES) {
    const who = pattern.exec(masked)?.groups?.who?.trim();
    if (who && !QUESTION_WORD.test(who) && !/\b(?:say|said|says|claim|think|tell)\b/i.test(who))
      return understood(question, { request: 'said-about', followUp: 'reply', speaker: who });
  }
  return null;
};

/** "what else did he say?", "anything else on Iran?". */
export const readMore: Reader = (question) => {
  if (!MORE.test(question.masked.replace(/[?!. ]+$/, ''))) return null;
  const who = MORE_WHO.exec(question.masked)?.groups?.who;
  const topic = ABOUT.exec(question.masked)?.groups?.topic;
  const speaker =
    who && !/^(?:there|it|the (?:article|text|piece|story))$/i.test(who.trim()) ? who.trim() : null;
  return understood(question, { request: 'said-about', followUp: 'more', speaker, content: topic ?? '' });
};

/** "and Brandt?", "what about the leak?": the request before, of somebody or something else. */
export const readAnotherSpeaker: Reader = (question) => {
  const groups = ANOTHER.exec(question.masked)?.groups ?? ANOTHER.exec(question.wrapped)?.groups;
  const who = (groups?.who ?? groups?.whoElse)?.trim();
  if (
    !who ||
    QUESTION_WORD.test(who) ||
    who.split(/\s+/).length > 7 ||
    /‹|\b(?:said|says|say|told|claimed|claims|is|was|are)\b/i.test(who)
  )
    return null;
  return understood(question, { request: 'said-about', followUp: 'another-speaker', speaker: who });
};
