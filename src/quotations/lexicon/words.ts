/** Closed classes of English words that the rules ask for. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const SUBJECT_PRONOUNS = set('he she they it we i you who');
export const MALE_PRONOUNS = set('he him his himself');
export const FEMALE_PRONOUNS = set('she her hers herself');
export const PLURAL_PRONOUNS = set('they them their theirs themselves');
export const FIRST_PERSON = set('i we me us my our');
/** Pronouns and quantifiers that stand for people by themselves: "some say", "others believe". */
export const QUANTIFIERS = set(
  `some others many several most both all few everyone everybody someone somebody nobody none one two three
   another each this these those anyone neither either nothing something everything anything`,
);
export const POSSESSIVES = set('my your his her its our their whose');
export const RELATIVES = set('who which that whom whose');
export const NEGATIONS = set("not n't never n’t no hardly neither nor");
export const AUXILIARIES = set(
  `am is are was were be been being 's 're 'm has have had 've 'd having do does did will 'll would shall should
   can could may might must ca wo`,
);
export const BE = set("am is are was were be been being 's 're 'm got");
export const HAVE = set("has have had 've having");
export const WEEKDAYS = set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight`,
);
export const TIME_NOUNS = set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon
   evening night week month year weekend january february march april may june july august september october
   november december jan. feb. mar. apr. aug. sept. oct. nov. dec. day days hours minutes weeks months years moment time spring summer autumn winter decade century`,
);
export const SUBORDINATORS = set(
  `that because although though while whereas if when after before since until unless as whether where why how
   what once so but and or yet nor`,
);
export const COORDINATORS = set('and but or yet nor then');
/** Adverbs that stand between a speaker and the verb. */
export const FRAME_ADVERBS = set(
  `also then later now still again once even just only already recently previously repeatedly reportedly
   often always ever never not simply flatly bluntly quickly soon first finally further publicly privately
   specifically explicitly separately reportedly famously openly actually really certainly clearly long
   sometimes initially immediately originally meanwhile however too instead either rather furthermore
   moreover all both`,
);
/** Prepositions that attach to a noun: "the head of", "an analyst at". */
export const NOUN_PREPOSITIONS = set(
  `of at for in from with on to by near under within against between among around outside inside behind over
   about across like including into as opposite beside`,
);
export const WH_WORDS = set('who what when where why how which whether if whose whom');
