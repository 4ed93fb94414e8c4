import { type Reader, understood } from '../understanding.ts';

const COURTESY =
  /^(?:hi+|hey+|hello|hallo|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning|thanks?|thank you|thankyou|thx|ta|cheers|great|nice|cool|ok(?:ay)?|perfect|awesome|brilliant|lovely|got it|bye|goodbye|see you|sorry|never ?mind|well done|good (?:bot|job|work)|lol|haha)\b[^?]*$/i;
const SMALL_TALK = /\b(?:how are you|how(?:'|’)?s it going|what(?:'|’)?s up|how do you do)\b[^?]*\??$/i;
/** A greeting before a request is no greeting alone. */
const ASKS_SOMETHING =
  /\b(?:who|whose|what|when|where|why|how|which|did|does|check|verify|quotes?|sources?|summar\w+|sa(?:y|ys|id)|tell|show|article|everything)\b/i;
const HELP =
  /^(?:\/?help(?: me)?|usage|commands?|examples?|menu|info|start)[.!?]*$|\bwhat (?:can|do|could) (?:you|i|this(?: bot| thing)?)\b.*\b(?:do|ask|know|help)\b|\bhow (?:do|can|should) i (?:use|ask|talk to|work) (?:you|this|it|the bot)?|\bhow (?:do|does) (?:you|this|it|the bot)(?: bot| thing)? work\b|^(?:what|who) are you\b/i;
const SUMMARY =
  /^(?:give (?:me|us) |what(?:'s|’s| is) )?(?:a |an |the )?(?:quick |short |brief )?(?:summar(?:y|ies|ise|ize|ising)|tl;?dr|recap|overview|gist|digest|rundown|key points|main points|highlights)\b|\b(?:summar(?:ise|ize|y of)|sum (?:it|this|that|the \w+) up|sum up|boil (?:it|this|that) down|in a nutshell|the gist|short version|tl;?dr|recap)\b|\b(?:article|story|piece|it|this|that)\b.*\bin \w+ (?:\w+ )?(?:lines?|sentences?|points?|bullets?|bullet points?)\b|^what(?:'s|’s|s| is| was) (?:the |this |that )?(?:article|story|piece|text|report|it|this|that)(?: all)? about\b/i;
const SOURCES =
  /^(?:list (?:of )?|show )?(?:me )?(?:all )?(?:the |its )?(?:sources?|speakers?|voices|people quoted)[.!?]*$|\bwho(?:'s|’s| is| are| was| were| all is| all are| gets| got)? (?:all )?(?:being )?(?:quoted|cited|interviewed|sourced)\b(?! as)|^(?:which|what|how many) (?:people|sources?|speakers?|experts?|voices|persons|officials) (?:(?:are|were|get|got|is) (?:quoted|cited|interviewed|named|there|in (?:it|the|this))|(?:does|do|did) (?:it|they|the \w+|this \w+) (?:quote|cite|interview|talk to|speak to)|(?:speak|talk|appear)\b)|\bwho (?:does|do|did) (?:the |this )?(?:article|story|piece|reporter|author|it|they) (?:quote|cite|talk to|speak to|interview)\b|\b(?:list|show|name) (?:me )?(?:all )?(?:the )?(?:sources|speakers|people quoted|who is quoted)\b|^who (?:speaks|talks)(?: in (?:it|this|the \w+))?\??$|^whose (?:words|voices) (?:do we|are in)\b/i;
/** A question about one thing of the article is none about the whole, whatever word it begins with. */
const LONG = 16;

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** "hi", "thanks a lot", "what can you do?": answered with help or a greeting, never with citations. */
export const readCourtesyOrHelp: Reader = (question) => {
  if (question.quoted.length > 0) return null;
  if (isCourtesy(question.wrapped) || isCourtesy(question.plain))
    return understood(question, { courtesy: true });
  if (!/[\p{L}\p{N}]/u.test(question.plain)) return understood(question, {});
  return HELP.test(question.plain) && wordCount(question.plain) <= LONG ? understood(question, {}) : null;
};

/** "summary", "summarise in 3", "the article in five lines". */
export const readSummary: Reader = (question) => {
  if (!SUMMARY.test(question.masked) || wordCount(question.masked) > LONG) return null;
  const digits = /\b(\d{1,4})\b/.exec(question.masked)?.[1];
  const word = question.masked
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((token) => token in NUMBER_WORDS);
  const lines = digits ? Number(digits) : word ? (NUMBER_WORDS[word] ?? null) : null;
  return understood(question, { request: 'summary', lines });
};

/** "sources", "who is quoted?". */
export const readSources: Reader = (question) =>
  SOURCES.test(question.masked) && wordCount(question.masked) <= LONG
    ? understood(question, { request: 'sources' })
    : null;

function isCourtesy(text: string): boolean {
  if (SMALL_TALK.test(text)) return true;
  return COURTESY.test(text) && wordCount(text) <= 9 && !ASKS_SOMETHING.test(text);
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
