/**
 * Verbs that report what somebody says, thinks, shows or wants, and how they govern what is reported.
 * Collected by the authors from English news usage and from the classes of reporting verbs that grammars
 * describe (verbs of saying, of mental state, of showing, of request and commitment, of judgement).
 */

/** What can follow the verb. */
export type Government =
  /** A that-clause, with or without "that", or words in marks: "said (that) it rained". */
  | 'clause'
  /** A that-clause that keeps its "that": "quipped that". */
  | 'that'
  /** A listener comes first: "told reporters (that)". */
  | 'hearer'
  /** A question: "asked whether", "wondered why". */
  | 'question'
  /** What was spoken about, told as a question: "described how it fell", "would not discuss whether". */
  | 'topic'
  /** An infinitive of the speaker's own deed: "vowed to leave". */
  | 'infinitive'
  /** A listener and what he should do: "urged Congress to act". */
  | 'request'
  /** A thing: "denied the charges", "criticized the plan". */
  | 'object'
  /** A thing and what it is said to be: "called it “a disgrace”", "described her as lucky". */
  | 'naming';

/** What kind of act is reported; rules and confidence treat saying and thinking differently. */
export type Act = 'saying' | 'thinking' | 'showing' | 'wanting' | 'judging';

export interface CueVerb {
  readonly lemma: string;
  /** The words that belong to the verb: "out" of "point out". */
  readonly particles: readonly string[];
  readonly act: Act;
  readonly governs: readonly Government[];
  /** True where the verb itself denies or asks: "denied that", "asked whether". */
  readonly negative: boolean;
}

interface Group {
  readonly act: Act;
  readonly governs: readonly Government[];
  readonly negative?: boolean;
  readonly verbs: string;
}

const GROUPS: readonly Group[] = [
  {
    act: 'saying',
    governs: ['clause'],
    verbs: `say add note explain claim insist argue state declare report announce acknowledge admit
      maintain contend assert allege confirm repeat reiterate stress emphasize emphasise continue conclude
      reply respond answer retort counter point_out comment remark observe mention quip joke recall recount
      predict caution warn concede agree complain lament boast brag testify swear write tweet retweet
      post blog text email e-mail cable radio message shout yell cry exclaim whisper mutter murmur snap
      grumble growl sigh interject chime_in hit_back shoot_back fire_back
      push_back quote echo proclaim pronounce profess signal hint imply intimate disclose reveal
      divulge confide detail elaborate clarify specify estimate calculate reckon speculate suggest volunteer
      vouch muse reflect marvel gush enthuse rave vent fume rage thunder rail scoff sneer taunt tease deadpan
      riff rant plead beg chant sing preach pray opine posit postulate submit theorize hypothesize affirm
      attest certify rule find confess sum_up chip_in put_in cut_in break_in butt_in throw_in weigh_in pipe_up blurt_out
      call_out cry_out shout_back call_back snap_back yell_back
      spell_out make_clear put_it let_slip cite advise counsel relate narrate recite dictate broadcast
      elucidate expound summarize summarise assess surmise joke forecast promise vow pledge
      threaten propose recommend demand request urge restate reaffirm`,
  },
  {
    act: 'saying',
    governs: ['that'],
    verbs: `record bark roar scream bellow beam laugh chuckle smile interrupt go_on carry_on begin open wrap_up`,
  },
  {
    act: 'saying',
    governs: ['hearer', 'clause'],
    verbs: `tell inform assure remind notify convince persuade advise alert brief reassure warn caution
      instruct teach promise show`,
  },
  { act: 'saying', governs: ['hearer'], verbs: `text email e-mail cable radio message phone wire` },
  { act: 'saying', governs: ['question', 'hearer'], verbs: `ask inquire enquire query quiz wonder question` },
  {
    act: 'saying',
    governs: ['topic'],
    verbs: `describe outline discuss detail lay_out sketch_out spell_out debate address`,
  },
  {
    act: 'saying',
    governs: ['clause', 'object'],
    negative: true,
    verbs: `deny refute dispute rebut disavow`,
  },
  {
    act: 'thinking',
    governs: ['clause'],
    verbs: `think believe feel know hope fear expect suspect doubt guess suppose assume imagine consider
      understand realize realise recognize recognise remember regret worry anticipate figure conclude decide
      determine see perceive gather judge presume bet dream envision foresee notice sense learn hear discover
      forget appreciate trust wish reason calculate agree disagree accept conceive`,
  },
  {
    act: 'showing',
    governs: ['clause'],
    verbs: `show indicate demonstrate suggest reveal find prove illustrate read estimate confirm warn
      conclude detect highlight underline underscore`,
  },
  {
    act: 'wanting',
    governs: ['infinitive'],
    verbs: `vow promise pledge threaten refuse decline agree propose demand swear claim profess volunteer`,
  },
  {
    act: 'wanting',
    governs: ['request'],
    verbs: `urge ask tell order call_on call_upon beg implore advise instruct command warn exhort challenge dare
      counsel encourage direct recommend appeal_to plead_with lobby`,
  },
  {
    act: 'judging',
    governs: ['object'],
    verbs: `accuse criticize criticise praise reject condemn denounce blame dismiss welcome
      endorse oppose defend blast slam attack assail decry deplore laud hail applaud commend
      thank mock ridicule deride lambaste bash rebuke chide scold admonish castigate berate excoriate
      call_for push_for argue_for argue_against warn_of warn_about warn_against complain_about complain_of
      speak_of speak_about speak_against talk_about talk_of refer_to allude_to object_to apologize_for
      apologise_for agree_with disagree_with insist_on take_issue_with
      comment_on question mention cite acknowledge announce confirm reiterate stress
      emphasize emphasise propose recommend demand advocate protest
      predict promise pledge threaten explain describe outline detail express voice
      cast_doubt_on pay_tribute_to point_to disavow repudiate disparage belittle tout downplay
      reveal disclose claim declare admit concede deny vow lament bemoan credit fault compliment congratulate salute
      vouch_for recall recount note point_out urge reaffirm restate
      warn_against advise_against boast_about boast_of brag_about joke_about appeal_for plead_for lobby_for
      speak_out_against lash_out_at hit_out_at hit_back_at fire_back_at rail_against rail_at inveigh_against
      sound_off_on sound_off_against lay_out sketch_out spell_out make_fun_of float
      raise_questions_about raise_concerns_about raise_doubts_about draw_attention_to take_aim_at take_credit_for
      claim_credit_for claim_responsibility_for apologize_to apologise_to sing_the_praises_of`,
  },
  {
    act: 'judging',
    governs: ['naming'],
    verbs: `call describe label dub brand term characterize characterise refer_to portray
      hail depict paint denounce dismiss condemn praise blast slam criticize
      criticise mock deride decry attack identify liken portray`,
  },
];

/** Irregular verbs of the list: base, past, past participle. */
const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  think: ['thought', 'thought'],
  know: ['knew', 'known'],
  feel: ['felt', 'felt'],
  go: ['went', 'gone'],
  hit: ['hit', 'hit'],
  shoot: ['shot', 'shot'],
  begin: ['began', 'begun'],
  swear: ['swore', 'sworn'],
  sing: ['sang', 'sung'],
  hold: ['held', 'held'],
  find: ['found', 'found'],
  make: ['made', 'made'],
  put: ['put', 'put'],
  let: ['let', 'let'],
  spell: ['spelled', 'spelt'],
  teach: ['taught', 'taught'],
  see: ['saw', 'seen'],
  understand: ['understood', 'understood'],
  bet: ['bet', 'bet'],
  foresee: ['foresaw', 'foreseen'],
  hear: ['heard', 'heard'],
  forget: ['forgot', 'forgotten'],
  show: ['showed', 'shown'],
  prove: ['proved', 'proven'],
  read: ['read', 'read'],
  seek: ['sought', 'sought'],
  speak: ['spoke', 'spoken'],
  take: ['took', 'taken'],
  cast: ['cast', 'cast'],
  pay: ['paid', 'paid'],
  stand: ['stood', 'stood'],
  forbid: ['forbade', 'forbidden'],
  broadcast: ['broadcast', 'broadcast'],
  forecast: ['forecast', 'forecast'],
  retell: ['retold', 'retold'],
  sum: ['summed', 'summed'],
  wrap: ['wrapped', 'wrapped'],
  overhear: ['overheard', 'overheard'],
  quip: ['quipped', 'quipped'],
  admit: ['admitted', 'admitted'],
  commit: ['committed', 'committed'],
  submit: ['submitted', 'submitted'],
  chat: ['chatted', 'chatted'],
  beg: ['begged', 'begged'],
  brag: ['bragged', 'bragged'],
  blog: ['blogged', 'blogged'],
  slam: ['slammed', 'slammed'],
  rip: ['ripped', 'ripped'],
  dub: ['dubbed', 'dubbed'],
  rebut: ['rebutted', 'rebutted'],
  snap: ['snapped', 'snapped'],
  chip: ['chipped', 'chipped'],
  cut: ['cut', 'cut'],
  break: ['broke', 'broken'],
  butt: ['butted', 'butted'],
  throw: ['threw', 'thrown'],
  plan: ['planned', 'planned'],
  infer: ['inferred', 'inferred'],
  prefer: ['preferred', 'preferred'],
  refer: ['referred', 'referred'],
  plead: ['pleaded', 'pleaded'],
  opt: ['opted', 'opted'],
  label: ['labeled', 'labelled'],
  signal: ['signaled', 'signalled'],
  counsel: ['counseled', 'counselled'],
  relay: ['relayed', 'relayed'],
  dream: ['dreamed', 'dreamt'],
  abhor: ['abhorred', 'abhorred'],
  rant: ['ranted', 'ranted'],
  regret: ['regretted', 'regretted'],
};

const DOUBLING =
  /(?:quip|mit|chat|beg|brag|blog|slam|rip|dub|but|snap|chip|plan|fer|sum|wrap|begin|hit|let|put|cut|bet|bhor|get)$/;

/** The shape in which a verb stands. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/** All forms of a regular or irregular English verb. */
export function inflect(lemma: string): { form: VerbForm; word: string }[] {
  const irregular = IRREGULAR[lemma];
  const stem = lemma.endsWith('e') && !/(?:ee|ye|oe)$/.test(lemma) ? lemma.slice(0, -1) : lemma;
  const doubled = DOUBLING.test(lemma) ? lemma + lemma.slice(-1) : stem;
  const consonantY = /[^aeiou]y$/.test(lemma);
  const third = consonantY
    ? `${lemma.slice(0, -1)}ies`
    : /(?:s|sh|ch|x|z|o)$/.test(lemma)
      ? `${lemma}es`
      : `${lemma}s`;
  const past = consonantY ? `${lemma.slice(0, -1)}ied` : lemma.endsWith('e') ? `${lemma}d` : `${doubled}ed`;
  return [
    { form: 'base', word: lemma },
    { form: 'third', word: third },
    { form: 'past', word: irregular?.[0] ?? past },
    { form: 'participle', word: irregular?.[1] ?? past },
    { form: 'gerund', word: `${doubled}ing` },
  ];
}

interface Entry {
  readonly lemma: string;
  readonly forms: Set<VerbForm>;
}

const VERBS = new Map<string, CueVerb[]>();
const FORMS = new Map<string, Entry>();

for (const group of GROUPS) {
  for (const word of group.verbs.split(/\s+/)) {
    const [lemma = '', ...particles] = word.split('_');
    const verb = {
      lemma,
      particles,
      act: group.act,
      governs: group.governs,
      negative: group.negative ?? false,
    };
    VERBS.set(lemma, [...(VERBS.get(lemma) ?? []), verb]);
    for (const { form, word: inflected } of inflect(lemma)) {
      const entry = FORMS.get(inflected) ?? { lemma, forms: new Set() };
      entry.forms.add(form);
      FORMS.set(inflected, entry);
    }
  }
}

/** Which verb of the list a word in lower case is a form of, or null. */
export function cueForm(word: string): { lemma: string; forms: ReadonlySet<VerbForm> } | null {
  return FORMS.get(word) ?? null;
}

/** The ways in which a verb of the list reports; more than one where it governs in several ways. */
export function cueVerbs(lemma: string): readonly CueVerb[] {
  return VERBS.get(lemma) ?? [];
}
