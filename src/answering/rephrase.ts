/** What a question's nouns for somebody's words are: "whose claim", "who is behind the statement". */
const WORDS_OF =
  '(?:claim|statement|idea|view|opinion|quote|quotation|words?|line|assertion|allegation|remark|comment|notion|theory|argument|warning|suggestion|belief|prediction|point|story|rumou?r)s?';
const TRUE_THAT = '(?:that|is it that|is that|it is that)';
const ABOUT = '(?:on|about|of|regarding|concerning|re|as to|with regard to|when it comes to)';
const STANCE =
  '(?:view|views|take|opinion|opinions|position|stance|reaction|response|thoughts?|comments?|verdict|assessment|remarks?|words|statements?|quotes?)';
const NOBODY = '(?:any ?one|any ?body|some ?one|some ?body)';
const SPEAKER =
  '(?<who>(?!(?:did|does|do|has|have|had|is|are|was|were|will|would|can|could|should|else|more)\\b)(?:(?!\\b(?:and|or|what|who|that|which|there|any ?one|any ?body)\\b)[^?‹›,]){2,60}?)';

type Rewriting = readonly [pattern: RegExp, plainly: string];

/** Ways to ask that mean the same as a plainer one, each with the plainer one. In order; each is tried once. */
const REWRITINGS: readonly Rewriting[] = [
  // Slips in the word that decides.
  [/^(who(?:m|'s|’s)?|which \p{L}+) (?:siad|sadi|sayd|sayed|saud|sed|sais|saif|sad|aid)\b/iu, '$1 said'],
  [/^whosaid\b/i, 'who said'],
  [/^who (?:the (?:hell|heck|fuck)|on earth|tf|in the world)\b/i, 'who'],
  // Where it is asked of says nothing of what is asked.
  [/^(?!.*‹)(.+?),? in (?:the|this) (?:article|piece|story|text|report)\b(?! (?:of|on|about)\b),?/i, '$1'],
  [/^in (?:the|this) (?:article|piece|story|text|report),? (?=\S)/i, ''],
  [
    /^(?:name|give me|i need|tell me|find)(?: me)? (?:the )?(?:name of )?(?:the )?(?:person|people|one|ones|speaker|source|guy|whoever|somebody|someone)(?: who| that)? (?=\S)/i,
    'who ',
  ],
  [/^who (?:was|is) it again (?:who|that) /i, 'who '],
  [/^who exactly /i, 'who '],
  // Who spoke of it at all.
  [
    /^who(?: all)? (?:has |have |had )?(?:spoke|spoken|speaks|talk(?:s|ed)?|comment(?:s|ed)?|remark(?:s|ed)?|weigh(?:s|ed) in|opined?|(?:said|says|say|had) (?:anything|something|a word|much))(?: (?:publicly|openly|out|at all))?(?: (?:to|with) [^?‹›]{2,30}?)? (?:about|on|of|regarding|concerning) (?!that\b|it\b|this\b)(?=\S)/i,
    'who mentioned ',
  ],
  [
    /^who (?:told|informed|briefed) [^?‹›]{2,30}? (?:about|of) (?!(?:how|what|why|when|that|it|this)\b)(?=\S)/i,
    'who mentioned ',
  ],
  [
    /^who (?:mentions|address(?:es|ed)|discuss(?:es|ed)|br(?:ings?|ought) up|touch(?:es|ed) (?:up)?on|refer(?:s|red) to|allude[sd] to) (?!that\b)(?=\S)/i,
    'who mentioned ',
  ],
  // Who said it.
  [
    new RegExp(
      `^(?:so )?whose ${WORDS_OF} (?:is|are|was|were) (?:it |this |these |those )?(?:that )?(?=\\S+ \\S|‹)`,
      'i',
    ),
    'who said ',
  ],
  [
    new RegExp(
      `^who(?:['’]s| is| was| are| were) (?:behind|the source (?:of|for)|responsible for) (?:the |that |this )?${WORDS_OF} (?:${TRUE_THAT} )?(?=\\S)`,
      'i',
    ),
    'who said ',
  ],
  [/^who(?:['’]s| is| was) (?:behind|the source (?:of|for)|the author of) (?=‹)/i, 'who said '],
  [
    new RegExp(
      `^who (?:made|makes|came up with|put forward|voiced|is making|had|has) (?:the |that |this )?${WORDS_OF} (?:${TRUE_THAT} )?(?=\\S+ \\S|‹)`,
      'i',
    ),
    'who said ',
  ],
  [
    new RegExp(
      `^(?:where|who) (?:does|did) (?:the |that |this )?${WORDS_OF} (?:${TRUE_THAT} )?(?=\\S)(.+?) come from$`,
      'i',
    ),
    'who said $1',
  ],
  [/^who(?:['’]s| is| was) ‹(\d+)› (?:from|by)\b.*$/i, 'who said ‹$1›'],
  [
    new RegExp(
      `^(?:the )?(?:source|speaker|attribution|author) (?:of|for|behind) (?:the ${WORDS_OF} )?(?:that )?(?=\\S)`,
      'i',
    ),
    'who said ',
  ],
  [
    /^‹(\d+)›[\s,.;:–—-]*(?:who(?:['’]s| is| was)?|whose|says who|said who|by whom|from whom|according to whom?)(?: \S+){0,4}$/i,
    'who said ‹$1›',
  ],
  [/^whose (?:words?|quotes?|line|statement)s? (?:is|are|was|were) (?=‹)/i, 'who said '],
  [
    /^(?:who(?:['’]s| is| was|['’]d| had)|who (?:are|were)) (?:on (?:the )?record (?:as )?|quoted (?:as )?|cited (?:as )?|known to have |reported (?:as )?)(?:saying|said|having said) /i,
    'who said ',
  ],
  [
    new RegExp(
      `^(?:did|does|do|has|have|is there|was there) ${NOBODY}(?: (?:in it|at all|really|actually|ever|who|that))* (?=(?:sa(?:y|ys|id|ying)|claim\\w*|argue\\w*|think\\w*|believ\\w*|warn\\w*|suggest\\w*|call\\w*|deny|denies|denied|admit\\w*|predict\\w*)\\b(?! (?:anything|something|else|any)))`,
      'i',
    ),
    'who ',
  ],
  // What somebody says of it.
  [
    new RegExp(
      `^(?:is there |are there |got |do (?:you|we) have |have (?:you|we) got )?(?:any|some) ?(?:thing|quotes?|quotations?|comments?|words?|statements?|remarks?|reaction|response|opinions?|views?)(?: at all| said)? (?:from|by|of) ${SPEAKER} ${ABOUT} (?<topic>.+)$`,
      'i',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^(?:all |the |list )*(?:quotes?|quotations?|comments?|statements?|remarks?) (?:from|by|of) ${SPEAKER} ${ABOUT} (?<topic>.+)$`,
      'i',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^(?:did|does|do|has|have|had) ${SPEAKER}(?: also| even| ever| actually| really)?(?: have| had| got)? (?:say|said|says|mention(?:ed)?|anything to say|something to say|an opinion|a view|any (?:view|thoughts?|opinion|comment)s?)(?: (?:anything|something|a word|much|a thing))?(?: (?:on|about|of|regarding|concerning)) (?<topic>.+)$`,
      'i',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^(?:did|does|do|has|have) ${SPEAKER} (?:also |even |ever )?(?:mention|address|discuss|touch (?:on|upon)|comment(?:ed)? on|talk(?:ed)? about|speak about|spoken about|bring up|refer(?:red)? to) (?!that\\b)(?<topic>.+)$`,
      'i',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^(?:show me|give me|i want|quote|and)? ?(?:the )?${SPEAKER}(?:['’]s|s['’]) (?:own |full |exact )?${STANCE} ${ABOUT} (?<topic>.+)$`,
      'i',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(`^${SPEAKER}(?:['’]s|s['’]) (?:reaction|response|answer|reply) to (?<topic>.+)$`, 'i'),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^how (?:did|does|do|has|have) ${SPEAKER} (?:react(?:ed)? to|respond(?:ed)? to|feel about|felt about|see|view|think (?:about|of)|comment on) (?<topic>.+)$`,
      'i',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(`^where (?:does|do|did) ${SPEAKER} stand ${ABOUT} (?<topic>.+)$`, 'i'),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^(?:${ABOUT}) (?<topic>[^?,:]{2,80})[,:] ?what (?:did|does|do|has|have|is|was) ${SPEAKER} (?:say|said|saying|think|make of it)(?: (?:about|on|of) (?:it|that|this))?$`,
      'i',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^(?:show me |give me |tell me |quote )?what(?: was it| is it| it was)? ${SPEAKER} (?:said|says|say|thinks?|thought|told \\p{L}+|has said|had to say|has to say|makes? of)(?: (?:on|about|of|regarding))? (?<topic>.+)$`,
      'iu',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^what(?:['’]s|s| is| was| are| were| has| have|['’]ve) ${SPEAKER} (?:saying|said|been saying) ${ABOUT} (?<topic>.+)$`,
      'i',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^what (?:did|does) ${SPEAKER} (?:tell|say to) (?:the )?(?:\\p{L}+ ){1,3}?${ABOUT} (?<topic>.+)$`,
      'iu',
    ),
    'what did $<who> say about $<topic>',
  ],
  [
    new RegExp(
      `^(?:did|does|has|have) ${SPEAKER}(?: also| even)? (?:say|said|comment|commented|speak|spoken)(?: (?:anything|something))?(?: at all)?$`,
      'i',
    ),
    'what did $<who> say',
  ],
  [
    new RegExp(`^(?:is|was|are|were) ${SPEAKER} (?:quoted|cited|interviewed)(?: at all| anywhere)?$`, 'i'),
    'what did $<who> say',
  ],
  // Everything of one speaker.
  [
    /^(?:is there |are there |got |do (?:you|we) have |have (?:you|we) got )?any (?:more )?(?:quotes?|quotations?|statements?|words) (?:from|by|of) (?<who>.{2,60})$/i,
    'quotes by $<who>',
  ],
  [
    /^(?:what|which) (?:quotes?|quotations?|statements?) (?:are|were|do|does|have|did)(?: there| we have| you have| it have)? (?:from|by|of|belong to|come from) (?<who>.{2,60})$/i,
    'quotes by $<who>',
  ],
  [
    /^(?:pull up |list |show me |give me |i want )?(?:everything|anything|every word|each word|all)(?: that is| we have)? (?:from|by) (?<who>.{2,60})$/i,
    'quotes by $<who>',
  ],
  [
    /^(?:list |show me |give me )?(?:all (?:the )?(?:things|words)|every word|all that|all|everything)(?: that)? (?<who>(?:(?!\b(?:about|on)\b).){2,60}?) (?:said|says|say|has said)$/i,
    'quotes by $<who>',
  ],
  [/^(?:quotes?|quotations?)\s*[:–—-]\s*(?<who>[^‹›]{2,60})$/i, 'quotes by $<who>'],
];

/** The question in plainer words where it is put in others, else as it is. Its final marks are left off. */
export function rephrase(masked: string): string {
  const bare = masked.replace(/[\s?!.]+$/u, '');
  let plain = bare;
  for (const [pattern, plainly] of REWRITINGS) plain = plain.replace(pattern, plainly).trim();
  return plain === bare ? masked : `${plain}?`;
}
