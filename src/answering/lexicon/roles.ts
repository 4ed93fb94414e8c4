/** Words for the same office or calling. A question's "boss" may be the article's "director". */
const GROUPS = `
boss head chief leader director chair chairman chairwoman chairperson president manager executive ceo chiefs heads bosses
researcher fellow scientist scholar academic expert analyst specialist professor
official officer officials spokesman spokeswoman spokesperson representative
spokesman spokeswoman spokesperson press
cop police policeman policewoman detective constable inspector officer superintendent sergeant
doctor physician medic gp surgeon consultant
lawyer attorney barrister solicitor counsel advocate
judge justice magistrate
teacher headteacher head principal lecturer tutor
mayor
councillor councilman councilwoman councilor alderman
minister secretary
lawmaker mp senator congressman congresswoman representative deputy legislator parliamentarian politician
owner proprietor landlord landlady
worker employee staffer staff member
resident local neighbour neighbor villager townsman
farmer grower rancher
fisherman fisher skipper
driver
engineer technician
nurse
union organiser organizer steward
campaigner activist protester demonstrator
player striker midfielder defender goalkeeper footballer athlete
coach trainer manager
singer musician cellist pianist violinist performer artist
writer author novelist poet
curator keeper
archaeologist digger excavator
monitor watchdog observatory regulator inspector
charity ngo group organisation organization
think-tank institute
company firm business maker manufacturer operator
ministry department government
council authority
prosecutor
witness bystander onlooker passer-by
mother mum mom parent
father dad parent
widow wife
widower husband
student pupil
report study paper review document survey statement
cfo treasurer finance financial
priest vicar pastor reverend father curate parson chaplain cleric clergyman clergywoman
bishop archbishop cardinal
pope pontiff
king queen monarch sovereign
scientist astronomer physicist chemist biologist geologist ecologist hydrologist oceanographer meteorologist climatologist zoologist botanist
epidemiologist virologist doctor
sailor seaman seafarer mariner deckhand
soldier trooper serviceman servicewoman fighter
chef cook
shopkeeper grocer trader merchant retailer vendor
supplier wholesaler distributor
builder contractor developer
investor shareholder
passenger traveller traveler commuter rider
daughter son child relative
brother sister sibling relative
husband wife spouse partner
tenant renter lodger
journalist reporter correspondent columnist
paramedic medic rescuer
firefighter fireman
accountant auditor
diplomat ambassador envoy consul
general commander colonel major captain officer
referee umpire
reviewer referee critic
host presenter anchor
director filmmaker
tourist visitor guest holidaymaker
hotelier innkeeper landlord publican
vet veterinarian
pensioner retiree
mediator negotiator go-between intermediary
newcomer beginner apprentice trainee
customer shopper buyer client
colleague workmate
roommate flatmate housemate
`;

const SYNONYMS = new Map<string, Set<string>>();
for (const line of GROUPS.trim().split('\n')) {
  const names = line.trim().split(/\s+/);
  for (const name of names) {
    const known = SYNONYMS.get(name) ?? new Set<string>();
    for (const other of names) known.add(other);
    SYNONYMS.set(name, known);
  }
}

/** Whether two words in lower case can name the same office. */
export function sameRole(a: string, b: string): boolean {
  return SYNONYMS.get(a)?.has(b) ?? false;
}

/** Whether a word in lower case names an office or calling, or a man or woman in general. */
export function isRole(word: string): boolean {
  return SYNONYMS.has(word) || SYNONYMS.has(word.replace(/s$/, '')) || genderOf(word) !== null;
}

const WOMAN = new Set(
  'woman lady girl she her female mother mum wife widow daughter sister grandmother'.split(' '),
);
const MAN = new Set(
  'man guy bloke gentleman boy he him his male father dad husband widower son brother'.split(' '),
);

/** The gender that a word in lower case tells, or null. */
export function genderOf(word: string): 'female' | 'male' | null {
  if (WOMAN.has(word)) return 'female';
  return MAN.has(word) ? 'male' : null;
}
