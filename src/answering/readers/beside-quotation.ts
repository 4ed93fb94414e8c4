import { questionTokens, textOf } from '../question-tokens.ts';
import { sayingVerb } from '../saying.ts';

const WHO = '(?<who>[^‹›,:;?!()]{2,60}?)';
const SAYS =
  '(?:said|says|say|told \\p{L}+|claimed|claims|wrote|writes|noted|notes|added|adds|warned|warns|argued|argues|insisted|insists|explained|explains|stated|states|tweeted)';
const REAL =
  '(?:\\s*[,:;–—-]?\\s*(?:is|was|are|were)?\\s*(?:an? |the )?(?:accurate|real|right|correct|true|genuine|verbatim|legit|ok|authentic|exact|real quote|direct quote|real words?)(?: quote| quotation)?)?';
const END = '[\\s.!?)]*$';

/** Where a speaker's name stands beside a quoted string ‹n›. In order: the first that fits. */
const PLACES: readonly RegExp[] = [
  new RegExp(`‹\\d+›[\\s,.]*${SAYS} (?!by\\b)${WHO}${REAL}${END}`, 'iu'),
  new RegExp(`‹\\d+›[\\s,.–—-]*(?:is|was|are|were) (?:what|how) ${WHO} ${SAYS}${END}`, 'iu'),
  new RegExp(
    `‹\\d+›[\\s,.–—-]*(?:(?:did|does|has) )?(?!(?:is|was|are|did|does|has)\\b)${WHO} ${SAYS}(?: \\p{L}+){0,3}${END}`,
    'iu',
  ),
  new RegExp(
    `‹\\d+›.*?\\b(?:by|from|of|according to|attributed to|came from|come from|belong to)\\s+${WHO}${REAL}${END}`,
    'iu',
  ),
  new RegExp(
    `^(?:the |a |this )?(?:quote|quotation|statement|words?|line|claim)s? (?:from|by|of) ${WHO}\\s*[,:–—-]?\\s*‹`,
    'iu',
  ),
  new RegExp(
    `^(?:is |was )?${WHO}(?:['’]s|s['’]) (?:quote|quotation|statement|words?|line|claim|remark)s?\\s*[,:–—-]?\\s*(?:that )?‹`,
    'iu',
  ),
  new RegExp(`^${WHO}\\s*[,:–—-]\\s*‹\\d+›`, 'iu'),
  new RegExp(`^‹\\d+›\\s*[,.]?\\s*[-–—(~/|]+\\s*${WHO}${END}`, 'iu'),
  /^‹\d+›\s+(?<who>\p{Lu}[\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){0,3})[.?!]*$/u,
  /^(?<who>\p{Lu}[\p{L}'’.-]+(?: [\p{Lu}][\p{L}'’.-]+){0,3})\s+‹\d+›[.?!]*$/u,
];
/** What may stand there and is nobody. */
const NOBODY =
  /^(?:an? )?(?:the$|real|right|true|accurate|correct|genuine|verbatim|exact|this|that|it|(?:the|this|that|a) (?:article|text|piece|story|quote|quotation|paper|following)|quote|check|verify|please|is|was|someone|somebody|anyone|anybody|people|they|i|we|you|my \p{L}+|a colleague|twitter|here|there)\b/iu;

/** The phrase that names the speaker beside a quoted string, or null. */
export function speakerBeside(core: string): string | null {
  for (const pattern of PLACES) {
    const who = pattern.exec(core)?.groups?.who?.trim();
    if (who && !NOBODY.test(who)) return who;
  }
  return beforeVerb(core);
}

/** "Brandt reportedly told the paper ‹0›" */
function beforeVerb(core: string): string | null {
  const tokens = questionTokens(core);
  const verb = tokens.findIndex(({ lower }, at) => at > 0 && sayingVerb(lower) !== null);
  const placeholder = tokens.findIndex(({ text }) => text.startsWith('‹'));
  if (verb <= 0 || verb > placeholder || verb > 8) return null;
  const who = textOf(core, tokens.slice(0, verb)).replace(/^(?:is|was|did|does|has)\s+/i, '');
  return NOBODY.test(who) ? null : who;
}
