import { wordSet } from './word-set.ts';

/** Nouns by what they stand for when they speak; collected by the authors. Lower case, singular. */

/** People by what they are or do. */
export const ROLE_NOUNS = wordSet(`
  hubby nan gran granny grandad grandpa grandma missus lad lass pal mate bride groom bridesmaid tot toddler twin harbourmaster roofer plumber welder cleaner
  mp mps mep msp gp dj qc kc ceo md herder schoolteacher counterpart partner adviser nominee frontrunner front-runner hopeful incumbent contender
    academic accountant activist actor actress adviser advisor advocate agent aide aid ally ambassador analyst anchor anthropologist archaeologist
  architect artist assistant astronaut astronomer athlete attendee attorney aunt author baker banker barrister beekeeper biographer biologist bishop blogger
  boss boxer boy broker brother builder businessman businesswoman butcher buyer candidate captain caller cardinal caregiver carer carpenter caretaker cellist
  ceo cfo chair chairman chairperson chairwoman chancellor chaplain chef chemist chief child chronobiologist citizen cleric clerk client climatologist
  co-author co-chair co-founder co-owner coach co-director collaborator colleague columnist comedian commander commentator commissioner composer
  conductor congressman congresswoman conservationist constable consultant contractor controller convener coordinator coroner correspondent
  councillor councilman councilor councilwoman counsel counsellor counselor couple cousin creator critic curator customer dad daughter dealer dean
  defector defendant delegate demonstrator dentist deputy designer detective developer diplomat director dissident doctor
  driver ecologist economist editor educator emperor employee employer engineer entrepreneur envoy epidemiologist executive expert
  eyewitness fan farmer father fellow fighter filmmaker firefighter fisherman forecaster founder friend gamer gardener general geologist
  girl goalkeeper governor grandfather grandmother grandson granddaughter grower guard guest guide guitarist head headmaster headteacher heir helper
  historian host hostage hunter husband hydrographer hydrologist illustrator imam immigrant inspector instructor insider intern interpreter interviewer investigator
  investor janitor journalist judge juror justice king lawmaker lawyer leader lecturer legislator librarian lieutenant lobbyist local magistrate
  man manager marshal mayor mathematician mechanic mediator member mentor meteorologist microbiologist migrant militant miner minister ministers moderator mom monk mother mum
  musician neighbor neighbour negotiator nephew neuroscientist niece novelist nun nurse observer oceanographer officer official operator opponent organiser
  organizer owner painter panelist paramedic parent parishioner partner passenger passer-by pastor patient patrolman pathologist pensioner performer
  person philosopher photographer physician physicist pilot planner player playwright poet policeman policewoman politician pollster
  porter president presenter priest prime-minister prince princess principal prisoner producer professor programmer promoter prosecutor protester
  protestor psychiatrist psychologist publisher pundit pupil queen rabbi ranger reader rebel receptionist rector referee refugee registrar relative
  reporter representative republican democrat researcher resident reviewer retiree rival sailor salesman scholar scientist seismologist secretary senator
  sergeant sheriff shopkeeper signalman singer sister skipper sociologist soldier solicitor son songwriter source speaker specialist spokesman
  spokesperson spokeswoman stakeholder star statistician strategist student superintendent supervisor supplier supporter surgeon surveyor survivor suspect
  tailor teacher teen teenager technician tenant theologian theorist therapist tourist trader trainer translator treasurer trucker trustee tutor uncle
  undersecretary user veteran vet veterinarian vicar vice-president vice-chair victim villager violinist virologist visitor volcanologist volunteer voter waiter waitress warden widow
  widower wife winner witness woman worker writer youth zoologist rector vice head no. chancellor premier postmaster goldsmith gatekeeper
  nine-year-old ten-year-old year-old lead executive-director officer trooper whistleblower whistle-blower operative insider
  campaigner adventurer admiral allotment-holder animator announcer apprentice archivist auctioneer backbencher bailiff baroness bassist blacksmith bookseller boatman
  botanist breeder broadcaster bursar butler cabbie cameraman canon captive cashier castaway chairperson champion chancellor chieftain choreographer clinician collector
  commissioner commuter complainant conservative councillor courier craftsman crofter cyclist dancer deckhand democrat dermatologist dietitian docker dramatist drummer economist
  electrician endocrinologist escapee evangelist ex-minister ex-mayor farmhand felon fiancé fiancée financier foreman forester frenchman fundraiser gambler geographer geophysicist
  glaciologist godmother godfather governor-general grocer groundsman gynaecologist hairdresser harpist hauler heiress hiker hotelier hydrogeologist immunologist innkeeper
  insurgent islander jockey joiner keeper laird landlord landlady landowner laureate liberal librettist lifeguard linguist lodger loyalist maid maverick medic midwife minder minister-president umpire goalscorer packer
  missionary motorist mountaineer mp-elect musicologist naturalist navigator neurologist neurosurgeon newcomer newsreader oncologist ornithologist orphan paediatrician palaeontologist
  paleontologist pathologist patriarch peer pharmacist physiotherapist pianist plaintiff policymaker postman postwoman potter predecessor prefect premier presenter primatologist printer
  prodigy provost psychotherapist racer radiologist rapper recruit repairman restaurateur retailer-turned-author rider rower runner salesperson saleswoman scout screenwriter sculptor
  secretary-general separatist serviceman servicewoman settler shareholder shepherd shipowner showrunner sommelier spouse squatter statesman stepfather stepmother stonemason striker
  stylist subcontractor subscriber successor swimmer taxpayer telecaster toxicologist traveller traveler tycoon typist undertaker unionist urologist usher valet verger virologist
  vintner walker watchman weaver whip woodcutter wrestler youngster zookeeper virtuoso organist soprano tenor baritone mezzo midfielder defender winger skier sprinter golfer
  pontiff monarch physician interviewee onlooker bystander theatregoer shopper holidaymaker homeowner householder tenant-farmer bus-driver
  cook bosun curate steward stewardess nanny cadet comic ace friar sapper gunner perfumer attaché stoker purser commandant
  bellringer cobbler milliner seamstress busker barista drover gaffer stagehand prompter signaller trainee clown acrobat conjuror
  flanker hooker full-back fly-half scrum-half half-back centre-back centre-forward left-back right-back wing-back centre-half playmaker prop steeplejack lumberjack midfield-general pundit
  puppeteer mayoress archdeacon abbot churchwarden sexton proprietor publican barmaid bartender bouncer croupier chauffeur brigadier
  cricketer footballer batsman bowler quarterback linebacker pitcher forward centre-half co-chairman co-writer co-producer co-pilot co-host ambassador-designate millionaire billionaire
  chorister substitute adversary applicant appointee attendant beneficiary bodyguard boyfriend girlfriend celebrity civilian claimant companion constituent contestant
  convict descendant detainee drafter emigrant evacuee graduate undergraduate intermediary merchant participant patron pilgrim roommate schoolboy
  schoolgirl servant sibling signatory sleuth sweetheart teammate thief headmistress bell-ringer stevedore actuary litigant respondent appellant
  paralegal parolee inmate burglar admirer ancestor auditor barber caterer climber creditor decorator dispatcher diver donor examiner fitter forager
  greengrocer handler inventor kidnapper labourer miller mourner petitioner rescuer shipbuilder skater smuggler sniper spectator staffer stranger
  suitor worshipper boatbuilder canvasser ratepayer bidder assessor valuer arbitrator adjudicator jailer probationer offender hacker fraudster
`);

/** Those that name one gender. */
export const MALE_NOUNS =
  wordSet(`man boy father dad brother son uncle nephew husband king prince businessman spokesman chairman congressman councilman
  policeman fisherman salesman grandfather grandson widower waiter actor monk gentleman landlord salesman signalman postman dad-of-two grandad grandpa granddad lad hubby groom bachelor patriarch father-of-two godfather stepfather`);
export const FEMALE_NOUNS =
  wordSet(`woman girl mother mum mom sister daughter aunt niece wife queen princess businesswoman spokeswoman chairwoman barmaid stewardess mayoress seamstress
  congresswoman councilwoman policewoman grandmother granddaughter widow waitress actress nun lady landlady gran granny nan grandma lass bride bridesmaid missus matriarch heroine heiress godmother stepmother mum-of-two`);

const PEOPLE: ReadonlySet<string> = new Set([...ROLE_NOUNS, ...MALE_NOUNS, ...FEMALE_NOUNS]);

/** Bodies that speak with one voice. */
export const ORGANISATION_NOUNS = wordSet(`
  insurer lender carmaker automaker drugmaker chipmaker builder housebuilder charity pollster nonprofit non-profit
    academy administration agency airline alliance army assembly association authority bank bar board body branch broadcaster brewery bureau business cabinet campaign
  center centre chain chamber charity church city clinic club coalition college command commission committee company conference congress consortium
  cooperative corporation council country county court department directorate district division embassy employer enterprise executive
  federation firm force foundation front fund gallery government group hospital house industry institute institution intelligence
  journal kingdom laboratory lab league legislature library magazine manufacturer military ministry mission movement municipality museum navy
  supermarket guild carrier network newspaper ngo militia faction junta cartel consulate coastguard festival theatre cathedral airport zoo hospice abbey opera ballet brewer observatory office operator opposition orchestra organisation organization outlet panel paper parliament party
  pentagon police precinct presidency press producer programme program prosecution prosecutors province publication publisher regime region
  regulator republic retailer school secretariat senate service side society squad staff startup start-up state station store studio
  subsidiary supplier syndicate system task-force team think-tank thinktank tribunal trust union university utility wing fleet watchdog website
  weekly daily monitor kremlin maker giant site newsroom vatican
`);

/** Names of organisations often carry one of these. Capitalised words, lower case here. */
export const ORGANISATION_WORDS = wordSet(`
  academy administration agency airlines airways alliance army assembly associates association authority bank bar board broadcasting brothers bureau
  cabinet campaign capital center centre chamber christian church city clinic club coalition college commission committee communications company confederation
  conference congress consortium corp corp. corporation council county court daily defence defense department directorate district division
  editions electric embassy energy enterprises exchange federation fleet force forces forum foundation front fund gallery gazette general-assembly global government group groups guard
  guardian health herald holdings hospital house inc inc. industries initiative institute institution intelligence international investments
  journal kingdom laboratory labs league ledger legislature library limited llc llp ltd ltd. magazine marine media mercury military ministry mission
  mirror movement museum national nations navy network networks news newspaper observatory observer office organisation organization parliament partners party patrol pentagon
  police post press project reporter republic research resources review robotics school schools securities security senate service services society solutions
  standard state states station sun supreme syndicate systems technologies telegraph telegram television times tribune tribunal trust tv union united university
  utilities watch weekly works world shipping inns taverns pubs hotels resorts brigades motors foods lines rail railways railway records pharma pharmaceuticals steel mining logistics software rescue aid records
  zoo infirmary festival opera ballet hospice courier chronicle echo argus bugle lantern examiner enquirer inquirer advertiser globe observer dispatch broadcasting
  insurance assurance publishing publishers books therapeutics biotech breweries properties construction airport
  capital ferries airways brewery brewing bakery mills robotics dynamics analytics ventures stores supermarkets cooperative co-operative fund funds university's orchestra theatre rovers wanderers athletic fc afc office post power light water kremlin guild bloc treasury workers democrats republicans commons lords duma knesset bundestag
`);

/** Things that say something: "the report says". */
export const DOCUMENT_NOUNS = wordSet(`
  account advisory affidavit analysis annexe annex appendix announcement app article assessment audit autopsy bill billboard biography blog book briefing brochure bulletin card
  chapter charter communique communiqué complaint contract constitution data declaration decision decree deposition diary dispatch document dossier draft editorial email e-mail
  entry estimate evidence executive-order figure figures file filing finding findings footage forecast graphic guidance guideline guidelines headline indictment index inquiry inspection invitation invoice journal
  judgment judgement law lawsuit leaflet legend letter log manifesto manual map measure memo memoir memorandum message minutes motto notice note number numbers order opinion page pamphlet paper paragraph
  petition placard plaque policy poll polling post poster preface press-release profile proposal prospectus publication questionnaire reading record recording records release
  report reports research resolution results review rule ruling sign slogan statement statistics statute story study studies subpoena summary survey surveys testimony text
  manuscript script transcript treaty tweet verdict video warrant website will worksheet banner sticker t-shirt table chart caption ad advert advertisement commercial song lyrics
`);

const ROLE_ENDING =
  /(?:[^s]ist|ician|smith|wright|keeper|maker|worker|teacher|owner|holder|driver|writer|player|grower|leader|dealer|herder|singer|fighter|trainer|founder|master|monger|woman|[^u]man)$/;

/** Whether a word in lower case names a person by what he or she is or does; hyphens are looked behind. */
export function isRole(word: string): boolean {
  const last = word.slice(word.lastIndexOf('-') + 1);
  return (
    PEOPLE.has(last) ||
    (last !== word && (ROLE_NOUNS.has(word) || word.endsWith('year-old'))) ||
    (last.length > 4 && ROLE_ENDING.test(last) && !NO_ROLES.has(last))
  );
}

/** Whether a word in lower case ends as nouns for people do who do something, listed or not: "diver", "miler". */
export function isDoer(word: string): boolean {
  return DOERS.test(word) && !NO_DOERS.test(word);
}

const DOERS = /^\p{L}{2,}(?:er|or|ist|ian|eer)$/u;

const NO_DOERS =
  /(?:paper|letter|power|number|matter|order|offer|answer|center|chapter|weather|river|water|winter|summer|corner|dinner|murder|cluster|cover|fever|flower|finger|shoulder|tower|timber|register|shelter|server|printer|poster|banner|monitor|sensor|timer|error|mirror|terror|harbor|factor|color|honor|favor|labor|rumor|sector|motor|barrier|tiger|spider|butter|ladder|layer|trailer|container|quarter|semester|thunder|disaster|encounter|character|computer|router|under|over|after|never|ever|rather|whether|other|either|together|latter|later|better|former|inner|outer|upper|super|career|cheer|deer|beer|list|mist|fist|twist|wrist|exist|guardian|civilian|median|door|floor|moor|poor|senior|junior|major|minor|prior|exterior|interior|superior|metaphor|corridor|decor|manor|tumor|vapor|humor|odor|armor|anchor|meteor|vector)$/;

const NO_DEMONYMS = wordSet(
  'guardian christian ocean civilian vivian julian adrian sebastian ian brian damian fabian jean dean sean chinese-made cheese these',
);
const DEMONYMS =
  wordSet(`american argentine argentinian australian austrian belgian brazilian briton bulgarian canadian chilean colombian croat croatian
  cuban czech dane dutchman dutchwoman egyptian englishman englishwoman estonian ethiopian finn frenchman frenchwoman german ghanaian greek hungarian icelander
  indian iranian iraqi irishman irishwoman israeli italian jamaican kenyan korean latvian lebanese lithuanian mexican moroccan nigerian norwegian pakistani palestinian
  pole portuguese romanian russian scot scotsman serb serbian slovak slovene somali spaniard swede swiss syrian tunisian turk ukrainian welshman welshwoman
  texan californian floridian londoner parisian berliner new-yorker liverpudlian glaswegian mancunian yorkshireman`);

/** Whether a word in lower case calls somebody by where he or she comes from: "the Finn said". */
export function isDemonym(word: string): boolean {
  return DEMONYMS.has(word) || (DEMONYM_ENDING.test(word) && !isRole(word) && !NO_DEMONYMS.has(word));
}

const DEMONYM_ENDING = /^\p{L}{3,}(?:ian|ean|ese)$/u;

/** Whether a capitalised word before a name can be a role: surnames end in "-man", "-smith" and "-ist" too. */
export function isCapitalRole(word: string): boolean {
  if (!isRole(word)) return false;
  return ROLE_NOUNS.has(word) || MALE_NOUNS.has(word) || FEMALE_NOUNS.has(word) || !SURNAME_ENDING.test(word);
}

const SURNAME_ENDING = /(?:ist|smith|wright|man|master|monger)$/;

const NO_ROLES = wordSet(
  'german roman ottoman woman human exist list resist insist assist consist persist raman',
);

/** The singular that a regular plural is made from; the word itself if it is none. */
export function singular(word: string): string {
  if (word.endsWith('men')) return `${word.slice(0, -2)}an`;
  if (word === 'people' || word === 'children') return word === 'people' ? 'person' : 'child';
  if (!word.endsWith('s')) return word;
  if (word === 'wives') return 'wife';
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** Whether a noun in lower case is a plural of a listed role or people. */
export function isPluralRole(word: string): boolean {
  const one = singular(word);
  return one !== word && (ROLE_NOUNS.has(one) || (isRole(one) && !/^(?:ss|[^s]*us)$/.test(word)));
}
