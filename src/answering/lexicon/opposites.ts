import { stem } from '../../retrieval/keyword-index.ts';

/** Groups of words on two sides: whoever says one says not the other. */
const OPPOSED = `
rise rose risen grow grew increase gain climb expand soar raise more higher up growth improve better double triple | fall fell fallen shrank sank drop decrease shrink decline sink plunge lower less fewer down loss worsen worse halve cut reduce
open reopen unlock | close shut lock closure
begin began begun start launch | end stop finish cease halt
continue keep kept stay remain retain hold maintain | stop quit leave left abandon scrap drop end resign
support favour favor welcome endorse approve accept agree praise | oppose reject refuse resist condemn criticise criticize disagree denounce
win won victory triumph success succeed | lose lost defeat fail failure
allow permit authorise authorize legal lawful | ban forbid prohibit bar block illegal unlawful
genuine real true authentic correct | fake false forged forgery wrong incorrect untrue bogus
safe secure harmless | dangerous unsafe risky hazardous harmful
possible feasible able | impossible unable
strong strengthen stronger firm | weak weaken weaker fragile
good best excellent great | bad worst terrible dreadful awful poor
cheap cheaper affordable | expensive costly
early earlier before | late later after
always everyone everybody everything all every each | never nobody none nothing no
many most majority | few least minority
high tall | low short
big large huge enormous | small little tiny
old ancient | new young modern
fast quick rapid accelerate | slow delay
easy simple | hard difficult complicated
full | empty
public | private secret
guilty | innocent
build built construct erect | demolish destroy dismantle
buy bought purchase | sell sold
hire employ recruit | fire dismiss sack
give gave offer provide | take took withhold withdraw
remember | forget forgot
appear emerge | disappear vanish
include | exclude
attack | defend
war conflict | peace
friend ally | enemy foe rival
love | hate dislike
confident certain sure optimistic | doubtful uncertain unsure pessimistic
confirm admit acknowledge concede | deny dispute
enough sufficient adequate | insufficient inadequate lacking shortage
permanent | temporary
live survive alive | die dead perish kill
inside within | outside
above over | below under
north northern | south southern
east eastern | west western
wet | dry
hot warm | cold cool
day | night
static stagnant stable steady calm unchanged frozen | changing unstable volatile turbulent shifting dynamic
escalation escalate | de-escalation
united unity | divided division split
tighten | loosen relax ease
arrive enter come join | depart exit go leave
rich wealthy | poor
quiet silent silence | loud noisy noise
broken damaged | intact undamaged unbroken
send dispatch | receive
man boy father son male | woman girl mother daughter female
`;

const SIDES = new Map<string, Set<string>>();
for (const line of OPPOSED.trim().split('\n')) {
  const [left = [], right = []] = line.split('|').map((side) => side.trim().split(/\s+/).map(stem));
  for (const [own, other] of [
    [left, right],
    [right, left],
  ] as const) {
    for (const word of own) {
      const known = SIDES.get(word) ?? new Set();
      for (const each of other) known.add(each);
      SIDES.set(word, known);
    }
  }
}

const PREFIX = /^(?:un|in|im|ir|il|dis|non-?|de-?)(?=\p{L}{4})/u;

/** Whether two words, in lower case, say the opposite of each other: "rise" and "fall", "possible" and "impossible". */
export function areOpposed(a: string, b: string): boolean {
  if (a === b) return false;
  if (SIDES.get(stem(a))?.has(stem(b))) return true;
  return strippedIs(a, b) || strippedIs(b, a);
}

function strippedIs(prefixed: string, plain: string): boolean {
  return PREFIX.test(prefixed) && stem(prefixed.replace(PREFIX, '')) === stem(plain);
}
