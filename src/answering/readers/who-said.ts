import { isDemonym, isPluralRole, isRole } from '../../quotations/lexicon/nouns.ts';
import type { QuestionText } from '../question-text.ts';
import { type QuestionToken, questionTokens, textOf } from '../question-tokens.ts';
import { sayingVerb, sayingVerbAfter } from '../saying.ts';
import { type Reader, type Understanding, understood } from '../understanding.ts';

const FILLER = new Set(
  `is are was were be been being 's 're 'd 'll has have had did does do will would could might it that who the one
   ones person people guy really actually exactly first also even just then ever in this article piece story
   here there specifically explicitly publicly openly apparently basically`.split(/\s+/),
);
const ACCORDING =
  /^according to who(?:m|se \w+)?\b[\s,]*(?<front>.+)$|^(?<back>.+?)[\s,]+according to who(?:m)?\W*$/i;
const DOCUMENT =
  /^according to (?:what|which) (?<who>[^?,]{2,40}?)[\s,]+(?<rest>(?:was|were|is|are|did|does|do|has|have|had)\b.+)$/i;
const BY_WHOM = /^by whom\b\s*(?<rest>.+)$|^(?<start>.+?) by who(?:m)?\W*$/i;
const WHOSE =
  /^whose (?:\w+ )?(?:words?|claims?|view|opinion|quote|statement|line|argument|idea|warning|verdict|theory|assessment|position|estimate|prediction)s? (?:(?:is|are|was|were|it|this|that)\s+)*(?<rest>.+)$/i;
/** Nouns so general that they set no condition on the speaker: "which person said". */
const ANYBODY =
  /^(?:person|people|one|ones|man|guy|side|party|source|sources|speaker|speakers|somebody|of (?:them|these|those|the (?:people|speakers|sources)))$/i;

/** Behind "what" or "which" no noun, but the verb or the auxiliary of the question. */
const NO_NOUN =
  /^(?:'s|is|was|are|were|did|does|do|has|have|had|will|would|can|could|may|might|must|shall|should)$/;

/** "who said …", "which expert reckons …", "according to whom …", "whose view is it that …". */
export const readWhoSaid: Reader = (question) => {
  const claim = ACCORDING.exec(question.masked)?.groups;
  if (claim) return whoSaid(question, claim.front ?? claim.back ?? '');
  const document = DOCUMENT.exec(question.masked)?.groups;
  if (document) {
    return understood(question, {
      request: 'who-said',
      speaker: document.who ?? null,
      content: document.rest ?? '',
    });
  }
  const agent = BY_WHOM.exec(question.masked)?.groups;
  if (agent) return whoSaid(question, agent.rest ?? agent.start ?? '');
  const owner = WHOSE.exec(question.masked)?.groups?.rest;
  if (owner) return whoSaid(question, owner);
  const tokens = questionTokens(question.masked);
  const [first, second] = tokens;
  if (first?.lower === 'who' || first?.lower === 'whom') return afterWho(question, tokens.slice(1), null);
  if ((first?.lower === 'which' || first?.lower === 'what') && second && !NO_NOUN.test(second.lower))
    return afterWhich(question, tokens);
  return null;
};

/** "who" and what follows: the claim begins behind the verb of saying. */
function afterWho(
  question: QuestionText,
  tokens: readonly QuestionToken[],
  speaker: string | null,
): Understanding | null {
  const verb = verbPosition(tokens);
  const word = tokens[verb];
  if (!word) return null;
  const strength =
    /^(?:let|lets|letting)$/.test(word.lower) && /^(?:on|slip)$/.test(tokens[verb + 1]?.lower ?? '')
      ? 'strong'
      : sayingVerb(word.lower);
  if (strength === null) return personAsked(question, tokens, verb);
  const rest = tokens.slice(verb + 1);
  const particles = rest[0] && /^(?:out|that|up|on|about|of|off|down|slip)$/.test(rest[0].lower) ? 1 : 0;
  const content = textOf(
    question.masked,
    rest.slice(particles + (rest[particles]?.lower === 'that' ? 1 : 0)),
  );
  if (content === '') return null;
  const bare = isPlainSaying(word.lower) ? content : `${word.text} ${textOf(question.masked, rest)}`;
  if (strength === 'strong') {
    const isTopic = /^mention(?:ed|s)?$/.test(word.lower) && rest[0]?.lower !== 'that';
    return understood(question, { request: 'who-said', content: bare, speaker, isTopic });
  }
  return { ...personAsked(question, tokens, verb), speakerOrFact: true };
}

/** "which expert reckons …": a who-said when the first verb behind the noun is one of saying. */
function afterWhich(question: QuestionText, tokens: readonly QuestionToken[]): Understanding | null {
  const auxiliary = predicateAt(tokens);
  if (auxiliary > 0 && isDoneTo(tokens.slice(auxiliary))) return null;
  for (let at = 2; at < Math.min(tokens.length - 1, 9); at++) {
    const word = tokens[at];
    if (!word || sayingVerbAfter(tokens[at - 1]?.lower ?? '', word.lower) !== 'strong') continue;
    const described = textOf(question.masked, tokens.slice(1, at)).replace(
      /\s(?:is|was) it(?: that| who)?$/i,
      '',
    );
    if (/\b(?:did|does|do|about|was|were)\b/i.test(described)) return null;
    const kept = tokens
      .slice(1, auxiliary > 0 ? Math.min(auxiliary, at) : at)
      .filter(({ lower }) => !FILLER.has(lower) || lower === 'the');
    const noun = ANYBODY.test(described) ? '' : textOf(question.masked, kept);
    return afterWho(question, tokens.slice(at), noun === '' || ANYBODY.test(noun) ? null : noun);
  }
  return whichDid(question, tokens);
}

/** "which farmer had been longing for it": somebody described who did something; whether by saying is seen from the passage. */
function whichDid(question: QuestionText, tokens: readonly QuestionToken[]): Understanding | null {
  const verb = predicateAt(tokens);
  const end = verb > 0 ? verb : 2;
  const [noun, behind] = [tokens[end - 1], tokens[end]];
  if (!noun || !behind || NO_PREDICATE.test(behind.lower)) return null;
  // "what people want" asks for no people: a plural needs its auxiliary there.
  const isPlural = isPluralRole(noun.lower) && (verb > 0 || tokens[0]?.lower === 'which');
  if (!isRole(noun.lower) && !isPlural) return null;
  return understood(question, {
    request: 'fact',
    content: textOf(question.masked, tokens.slice(end)),
    speaker: textOf(question.masked, tokens.slice(1, end)),
    answerType: 'person',
    speakerOrFact: true,
  });
}

/** Where the predicate behind "which farmer" begins with an auxiliary or an adverb, else -1. */
function predicateAt(tokens: readonly QuestionToken[]): number {
  return tokens.findIndex(({ lower }, at) => at > 1 && at < 5 && OPENS_PREDICATE.test(lower));
}

/** "has she sued", "was the bridge named after", "has Hale sued": the subject stands behind the auxiliary. */
function isDoneTo(predicate: readonly QuestionToken[]): boolean {
  const words = predicate.filter(({ lower }) => /[\p{L}\p{N}]/u.test(lower));
  if (INVERTED.test(words.map(({ lower }) => lower).join(' '))) return true;
  const [auxiliary, next, ...rest] = words;
  if (!auxiliary || !next || rest.length === 0 || !AUXILIARY.test(auxiliary.lower)) return false;
  // Capitals tell names only where the auxiliary has none, as in a headline or in shouting.
  return !/^\p{Lu}/u.test(auxiliary.text) && /^\p{Lu}/u.test(next.text) && !isDemonym(next.lower);
}

const BE_OR_HAVE = "(?:is|was|are|were|has|have|had)(?:n't)?";
const MODAL =
  "(?:will|would|can|could|should|may|might|must|shall)(?:n't)?|won't|can't|cannot|(?:did|does|do)n't";

const AUXILIARY = new RegExp(`^(?:${BE_OR_HAVE}|${MODAL})$`);

/** What a predicate may begin with behind "which farmer". */
const OPENS_PREDICATE = new RegExp(`^(?:${BE_OR_HAVE}|${MODAL}|never|only|still|no|now|already|once)$`);

/** Nouns that end as superlatives do. */
const NO_SUPERLATIVE =
  'arrest|bequest|conquest|contest|crest|chest|digest|forest|guest|harvest|inquest|interest|manifest|nest|pest|priest|protest|quest|request|rest|test|vest';
/** "the first to leave", "the youngest", "his own dam": belongs to the predicate, not to another subject. */
const PREDICATIVE = `(?:first|second|third|last|latest|next|only|same|one|ones|most|least|best|worst|own|(?!(?:${NO_SUPERLATIVE})\\b)\\w{2,}est)\\b`;
const PRONOUN = '(?:he|she|they|we|you|i|it(?! (?:that|who) )) ';
const DETERMINER = '(?:the|this|these|those|his|her|their|its|my|our|your) ';
const SUBJECT = `(?:${PRONOUN}|${DETERMINER})`;
/** What "has the mayor" still needs, where "has the dam" needs nothing. */
const PARTICIPLE =
  '(?:\\w+(?:ed|en|wn|ught)|met|sued|told|sold|said|paid|made|left|lost|kept|sent|led|held|hit|put|won)\\b';
/**
 * A modal followed by any subject; "is" by one that is no likely part of the predicate ("a", "one"), "has" by one whose participle
 * comes.
 */
const INVERTED = new RegExp(
  [
    `^(?:${MODAL}) (?:${SUBJECT}|(?:an?|any|some|each|every|no|everyone|everybody|anyone|anybody|people) )`,
    `^(?:is|was|are|were)(?:n't)? (?:it (?:that|who) )?${SUBJECT}(?!${PREDICATIVE})`,
    `^(?:has|have|had)(?:n't)? (?:${PRONOUN}|${DETERMINER}(?!${PREDICATIVE})(?:\\w+ ){1,4}?${PARTICIPLE})`,
  ].join('|'),
);

/** "which farmer did he name", "which farmer from Lenz" */
const NO_PREDICATE = /^(?:did|does|do|of|in|at|from|for|with|to)$/;

function verbPosition(tokens: readonly QuestionToken[]): number {
  let at = 0;
  while (at < tokens.length - 1 && FILLER.has(tokens[at]?.lower ?? '')) at++;
  return at;
}

/** "who heads …", "who was killed": asks for a person; whether one who speaks is seen from the passage. */
function personAsked(question: QuestionText, tokens: readonly QuestionToken[], verb: number): Understanding {
  const behindAuxiliary = tokens
    .slice(0, verb)
    .some(({ lower }) => /^(?:is|are|was|were|'s|been|be)$/.test(lower));
  return understood(question, {
    request: 'fact',
    content: textOf(question.masked, tokens),
    answerType: 'person',
    speakerOrFact: !behindAuxiliary,
  });
}

/** Verbs that add nothing to the claim; "warned", "denied" or "praised" say something that the passage must too. */
function isPlainSaying(word: string): boolean {
  return /^(?:say|says|said|saying|tell|tells|told|think|thinks|thought|claim|claims|claimed|state|states|stated|reckons?|reckoned|believes?|believed|mention|mentions|mentioned|argues?|argued|arguing|notes?|noted|explains?|explained|points?|pointed|adds?|added)$/.test(
    word,
  );
}

function whoSaid(question: QuestionText, content: string): Understanding {
  return understood(question, { request: 'who-said', content: content.replace(/[?!.\s]+$/, '') });
}
