import { type Reader, understood } from '../understanding.ts';

const LEAD = '(?:and |so |but |ok |okay |then )*';
const WHERE = new RegExp(
  `^${LEAD}(?:where|which paragraph|what paragraph|which para|what para|whereabouts|where abouts|what page|which line|which part)(?: is| was| does| did| do)?(?: it| that| this| they| he| she)?(?: quote| sentence| line)?(?: say| stand| appear| come| from)?(?: that| it| this)?(?: exactly| precisely)?(?: in (?:the|this) (?:article|text|piece|story))?[?.! ]*$`,
  'i',
);
const CONTEXT =
  /^(?:and |so |ok |can i see |could i see |let me see |show (?:me )?|give (?:me )?|see |i (?:need|want) )*(?:the |some |more |its |full |whole |in )*(?:context|surrounding (?:text|paragraphs?|sentences?)|whole paragraph|full paragraph)(?: please| of (?:it|that|this))?[?.! ]*$|^(?:and )?what(?:'s|’s|s| is| was| comes| came| stands)(?: right| just)? (?:before|after|around|next to)(?: and after)?(?: it| that| this)?[?.! ]*$/i;
const WHO = new RegExp(
  `^${LEAD}(?:who(?:'s|’s|s| is| was)? (?:it |the one )?(?:who |that )?(?:said|says|say|claimed|claims|told them|is saying|was saying)(?: that| this| it| so| those things)?|whose \\w+(?: is| are| was| were)(?: it| that| this| those| these| they)|whose (?:words|quote)|says who|said who|who(?:'s|’s|s| is| was) (?:that|this|it)(?: from| by| according to)?|according to who[m]?|by whom|who from|from who[m]?|who(?:'s|’s|s| is) the source(?: (?:of|for) (?:that|this|it))?|who said so)[?.! ]*$`,
  'i',
);
const MORE = new RegExp(
  `^${LEAD}(?:(?:what|anything|something) (?:else|more)\\b|(?:any ?thing|any) (?:else|more)\\b|(?:did|does|has|have|do) (?<who1>.{1,60}?) (?:say|says|said|add|claim|mention|told?) (?:anything|something) (?:else|more)\\b|more$|go on$|continue$|next$|and\\??$|else\\??$)(?<rest>.*)$`,
  'i',
);
const MORE_WHO =
  /\b(?:did|does|do|has|have|had|from|by) (?<who>(?:(?!\b(?:say|said|claim|claimed|tell|told|add|mention|think|argue|state|reveal|explain|talk)\b)[^?.!,])+?)(?: (?:say|said|claim|claimed|tell|told|add|mention|think|argue|state|reveal|explain|talk)\b(?<rest>.*)|[?.! ]*$)/i;
const ABOUT = /\b(?:about|on|regarding|concerning)\s+(?<topic>.+?)[?.! ]*$/i;
const ANOTHER =
  /^(?:and|but|or|so|ok|okay|then|also)[, ]+(?:what about |how about |what of |what did |from |by )?(?<who>[^?!.,]{2,60}?)(?: say| said| then| though)?[?!. ]*$|^(?:what|how) about (?<whoElse>[^?!.,]{2,60}?)[?!. ]*$/i;
const QUESTION_WORD =
  /^(?:who|what|when|where|why|how|which|whose|did|does|do|is|are|was|were|has|have|can|could)\b/i;

/** "where exactly?", "show me the context", "who said that?": about the answer before. */
export const readBackReference: Reader = (question) => {
  const { masked } = question;
  if (WHERE.test(masked)) return understood(question, { request: 'who-said', followUp: 'where' });
  if (CONTEXT.test(masked)) return understood(question, { request: 'who-said', followUp: 'context' });
  if (WHO.test(masked)) return understood(question, { request: 'who-said', followUp: 'who-said-that' });
  return null;
};

/** "what else did he say?", "anything else on Iran?". */
export const readMore: Reader = (question) => {
  if (!MORE.test(question.masked)) return null;
  const who = MORE_WHO.exec(question.masked)?.groups?.who;
  const topic = ABOUT.exec(question.masked)?.groups?.topic;
  const speaker =
    who && !/^(?:there|it|the (?:article|text|piece|story))$/i.test(who.trim()) ? who.trim() : null;
  return understood(question, { request: 'said-about', followUp: 'more', speaker, content: topic ?? '' });
};

/** "and Brandt?", "what about the vice rector?": the request before, of somebody else. */
export const readAnotherSpeaker: Reader = (question) => {
  const groups = ANOTHER.exec(question.masked)?.groups;
  const who = (groups?.who ?? groups?.whoElse)?.trim();
  if (!who || QUESTION_WORD.test(who) || who.split(/\s+/).length > 7) return null;
  return understood(question, { request: 'said-about', followUp: 'another-speaker', speaker: who });
};
