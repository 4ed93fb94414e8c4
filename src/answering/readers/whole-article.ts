import { type Courtesy, type Reader, understood } from '../understanding.ts';

const COURTESY =
  /^(?:hi+|hiya|hey+|hello|hallo|yo|howdy|greetings|good (?:morning|afternoon|evening|day|night)|morning|(?:many )?thanks?|thank (?:you|u)|thankyou|thx|tnx|ty|tysm|ta|cheers|much appreciated|great|nice|cool|ok(?:ay)?|k|perfect|awesome|brilliant|excellent|lovely|good|got it|understood|makes sense|bye|goodbye|see (?:you|ya)|sorry|never ?mind|nvm|well done|good (?:bot|job|work|stuff)|lol|haha|wow|sweet|interesting|yes|yep|no worries)\b[^?]*$/i;
const GREETING =
  /^(?:hi+|hiya|hey+|hello|hallo|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|morning)\b|\bhow are you\b|what['’]?s up|how['’]?s it going/i;
const THANKS = /\b(?:thanks?|thank (?:you|u)|thx|cheers|ta|ty)\b/i;
const FAREWELL = /^(?:bye|goodbye|good night|see (?:you|ya))\b/i;
const SMALL_TALK = /\b(?:how are you|how(?:'|’)?s it going|what(?:'|’)?s up|how do you do)\b[^?]*\??$/i;
/** A greeting before a request is no greeting alone. */
const ASKS_SOMETHING =
  /\b(?:who|whose|what|when|where|why|how|which|did|does|check|verify|quotes?|sources?|summar\w+|sa(?:y|ys|id)|tell|show|article|everything)\b/i;
const HELP =
  /^(?:\/?help(?: me)?|usage|commands?|examples?|menu|info|start)[.!?]*$|\bwhat (?:can|do|could) (?:you|i|this(?: bot| thing)?)\b.*\b(?:do|ask|know|help)\b|\bhow (?:do|can|should) i (?:use|ask|talk to|work) (?:you|this|it|the bot)?|\bhow (?:do|does) (?:you|this|it|the bot)(?: bot| thing)? work\b|^what do you do\b|^(?:what|who) are you\b/i;
const COUNT = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a single|the)';
const PARTS =
  '(?:lines?|sentences?|points?|bullets?|bullet[ -]points?|key points?|takeaways?|lessons?|things)';
const SUMMARY = new RegExp(
  [
    "^(?:can (?:i|we) (?:get|have) |give (?:me|us) |i(?: need| want|['’]d like) |what(?:['’]s|s| is| are| were) |show me )?(?:a |an |the |its |your )?(?:very )?(?:quick |short |brief |concise )?(?:summ?[ae]r(?:y|ies|ise|ize|ising|izing)|sumary|summery|sumarize|sumarise|tl;?dr|recap|overview|gist|digest|rundown|run-down|synopsis|(?:key|main|core|central|most important) (?:points|takeaways?|messages?|claims|facts|findings)|takeaways?|highlights|short version|nutshell|executive summary)\\b",
    '\\b(?:summ?ar(?:ise|ize|y of)|sum (?:it|this|that|the \\w+|things) up|sum up|boil (?:it|this|that) down|in a nutshell|the gist|short version|tl;?dr|recap)\\b',
    '\\b(?:article|story|piece|it|this|that)\\b.*\\bin (?:just |only )?\\w+ (?:\\w+ )?(?:lines?|sentences?|points?|bullets?|bullet points?)\\b',
    `^(?:give (?:me|us) |show me |what(?:['’]s|s| is| are) )?(?:the |your |its )?(?:top|main|first|best|most important|key)? ?${COUNT}[ -](?:main |key |top |most important |short |quick )?${PARTS}(?: summary| version)?$`,
    `^in ${COUNT} (?:short |key )?${PARTS}$`,
    `^(?:an? )?${COUNT}[- ](?:line|sentence|point|bullet)s?[- ](?:summary|version|recap)$`,
    "^what(?:['’]s|s| is| was) (?:the |this |that )?(?:article|story|piece|text|report|it|this|that)(?: all| mainly| basically)? about$",
    "^what(?:['’]s|s| is) (?:the|this) (?:story|news|article|gist)(?: here| in short| in brief| then)?$",
    '^(?:brief me|bring me up to speed|catch me up|fill me in|get me up to speed|what did i miss)(?: (?:on|about) .*)?$',
    '^what (?:should|do|must) (?:i|we|you) (?:need to )?know(?: about (?:the |this )?(?:article|story|piece|it|this))?$',
    '^what does (?:the |this )?(?:article|story|piece|it) say(?: in short| in brief| overall| in a nutshell)?$',
  ].join('|'),
  'i',
);
const SOURCES = new RegExp(
  [
    '^(?:give (?:me|us) |can i (?:see|get) )?(?:a |the )?(?:list(?: of)? |show |name |who are |what are )?(?:me )?(?:all |of )*(?:the |its |your )?(?:sources|speakers|voices|people quoted|quoted people|people who are quoted|named sources|(?:un)?named sources|anonymous sources)(?: please| quoted| cited| here)?$',
    "\\bwho(?:m|['’]s| is| are| was| were| all is| all are| all| gets| got)* (?:being )?(?:quoted|cited|interviewed|sourced)\\b(?! (?:as|saying))",
    '^(?:which|what|how many|are there any|is there an?|any) (?:\\w+ )?(?:people|sources?|speakers?|experts?|voices|persons?|officials|witnesses)(?: (?:(?:are|were|get|got|is) (?:quoted|cited|interviewed|named|used|there|in (?:it|the|this))|(?:does|do|did) (?:it|they|the \\w+|this \\w+) (?:use|quote|cite|interview|name|have|talk to|speak to)|(?:speak|talk|appear)\\b).*)?$',
    '\\bwho(?:m)? (?:does|do|did|are|is) (?:the |this )?(?:article|story|piece|reporter|author|it|they) (?:quot(?:e|ing)|cit(?:e|ing)|talk(?:ing)? to|speak(?:ing)? to|interview(?:ing)?|rely(?:ing)? on)\\b',
    '\\b(?:list|show|name|give)(?: me)?(?: a list of)?(?: all)?(?: of)? (?:the )?(?:sources|speakers|people quoted|who is quoted|people who are quoted)\\b',
    "^every ?(?:one|body) (?:who is |who['’]s )?(?:quoted|cited|interviewed)$",
    '^who (?:speaks|talks|is speaking)(?: in (?:it|this|the \\w+))?$',
    '^who said (?:anything|something)(?: at all)?$',
    '^whose (?:words|voices) (?:do we|are in)\\b',
  ].join('|'),
  'i',
);
/** "how does the mediator sum up the talks": what somebody says of them. */
const SOMEBODY_SUMS_UP =
  /^(?:how|what)\b.* (?:did|does|do|would|has) (?!(?:you|one|i|we)\b).*\bsum(?:med|s)? |^who (?:sum|recap)/i;
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
  const polite = [question.wrapped, question.plain].find(isCourtesy);
  if (polite !== undefined) return understood(question, { courtesy: courtesyOf(polite) });
  if (!/[\p{L}\p{N}]/u.test(question.plain)) return understood(question, {});
  return HELP.test(question.plain) && wordCount(question.plain) <= LONG ? understood(question, {}) : null;
};

/** "summary", "summarise in 3", "the article in five lines". */
export const readSummary: Reader = (question) => {
  const masked = question.masked.replace(/[?!.\s]+$/, '');
  if (!SUMMARY.test(masked) || wordCount(masked) > LONG || SOMEBODY_SUMS_UP.test(masked)) return null;
  const digits = /\b(\d{1,4})\b/.exec(question.masked)?.[1];
  const word = question.masked
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((token) => token in NUMBER_WORDS);
  const single = /\ba single (?:line|sentence|point)\b|\ba (?:one-)?line(?:r)?\b/i.test(question.masked)
    ? 1
    : null;
  const lines = digits ? Number(digits) : word ? (NUMBER_WORDS[word] ?? null) : single;
  return understood(question, { request: 'summary', lines });
};

/** "sources", "who is quoted?". */
export const readSources: Reader = (question) =>
  SOURCES.test(question.masked.replace(/[?!.\s]+$/, '')) && wordCount(question.masked) <= LONG
    ? understood(question, { request: 'sources' })
    : null;

function isCourtesy(text: string): boolean {
  if (SMALL_TALK.test(text)) return true;
  return COURTESY.test(text) && wordCount(text) <= 9 && !ASKS_SOMETHING.test(text);
}

function courtesyOf(text: string): Courtesy {
  if (FAREWELL.test(text)) return 'farewell';
  return GREETING.test(text) && !THANKS.test(text) ? 'greeting' : 'thanks';
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
