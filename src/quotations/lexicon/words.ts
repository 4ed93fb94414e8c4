import { wordSet } from './word-set.ts';

/** Closed classes of English words that the rules ask for. */

export const SUBJECT_PRONOUNS = wordSet('he she they it we i you who');
export const MALE_PRONOUNS = wordSet('he him his himself');
export const FEMALE_PRONOUNS = wordSet('she her hers herself');
export const PLURAL_PRONOUNS = wordSet('they them their theirs themselves');
export const FIRST_PERSON = wordSet('i we me us my our');
/** Pronouns and quantifiers that stand for people by themselves: "some say", "others believe". */
export const QUANTIFIERS = wordSet(
  `some others many several most both all few everyone everybody someone somebody nobody none one two three
   another each this these those anyone neither either nothing something everything anything`,
);
export const POSSESSIVES = wordSet('my your his her its our their whose');
export const RELATIVES = wordSet('who which that whom whose');
export const NEGATIONS = wordSet("not n't never n’t no hardly neither nor");
export const AUXILIARIES = wordSet(
  `am is are was were be been being 's 're 'm has have had 've 'd having do does did will 'll would shall should
   can could may might must ca wo`,
);
export const BE = wordSet("am is are was were be been being 's 're 'm got");
export const HAVE = wordSet("has have had 've having");
export const WEEKDAYS = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight`,
);
export const TIME_NOUNS = wordSet(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon
   evening night week month year weekend january february march april may june july august september october
   november december jan. feb. mar. apr. aug. sept. oct. nov. dec. day days hour hours minute minutes weeks months years moment time spring summer autumn winter decade century`,
);
export const SUBORDINATORS = wordSet(
  `that because although though while whereas if when after before since until unless as whether where why how
   what once so but and or yet nor`,
);
/** Conjunctions whose clause depends on another and has a subject of its own: "as the talks began". */
export const DEPENDENT = wordSet(
  'as after although because before if once since though unless until when whenever whereas while',
);
export const COORDINATORS = wordSet('and but or yet nor then');
/** Conjunctions that open a sentence or clause and are no part of what it says. */
export const OPENERS = wordSet('and but or so yet');
/** Adverbs that stand between a speaker and the verb. */
export const FRAME_ADVERBS = wordSet(
  `also then later now still again once even just only already recently previously repeatedly reportedly
   often always ever never not simply flatly bluntly quickly soon first finally further publicly privately
   specifically explicitly separately reportedly famously openly actually really certainly clearly long
   sometimes initially immediately originally meanwhile however too instead either rather furthermore
   moreover all both throughout overall alike`,
);
/** Prepositions that attach to a noun: "the head of", "an analyst at". */
export const NOUN_PREPOSITIONS = wordSet(
  `of at for in from with on to by near under within against between among around outside inside behind over
   about across like including into as opposite beside`,
);
export const WH_WORDS = wordSet('who what when where why how which whether if whose whom');
/** Verbs that hardly ever take a thing: a clause goes with them, however its subject or verb is written. */
export const CLAUSE_VERBS = wordSet(
  'say think believe hope argue insist claim know fear add note complain warn explain estimate reckon',
);
/** Participles behind the name of counsel: "Ann Lee, defending,". */
export const COUNSEL_PARTICIPLES = wordSet('defending prosecuting');
