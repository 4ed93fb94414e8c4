/**
 * Names by which news speaks of one country: the country, its people and adjective, its capital and seat of
 * government. Facts of geography, collected by the authors. Used to see that "the Americans" asks for "US".
 */
const GROUPS = `
us u.s usa america american americans washington "united states" pentagon "white house"
uk u.k britain british briton britons london england english "united kingdom" westminster "downing street"
russia russian russians moscow kremlin
china chinese beijing
iran iranian iranians tehran teheran "islamic republic" persian ayatollah ayatollahs
israel israeli israelis jerusalem "jewish state"
syria syrian syrians damascus
lebanon lebanese beirut
iraq iraqi iraqis baghdad
turkey turkish turks ankara türkiye
saudi saudis riyadh "saudi arabia"
egypt egyptian egyptians cairo
jordan jordanian jordanians amman
palestine palestinian palestinians ramallah gaza gazan
yemen yemeni yemenis sanaa
qatar qatari qataris doha
afghanistan afghan afghans kabul
pakistan pakistani pakistanis islamabad
india indian indians delhi "new delhi"
bangladesh bangladeshi bangladeshis dhaka
japan japanese tokyo
korea korean koreans seoul pyongyang
taiwan taiwanese taipei
vietnam vietnamese hanoi
thailand thai thais bangkok
myanmar burma burmese naypyidaw
philippines philippine filipino filipinos manila
indonesia indonesian indonesians jakarta
malaysia malaysian malaysians
australia australian australians canberra
zealand "new zealand" kiwi kiwis wellington
canada canadian canadians ottawa
mexico mexican mexicans
brazil brazilian brazilians brasilia
argentina argentine argentinian argentines "buenos aires"
chile chilean chileans santiago
colombia colombian colombians bogota
venezuela venezuelan venezuelans caracas
cuba cuban cubans havana
haiti haitian haitians
france french frenchman paris elysee
germany german germans berlin
italy italian italians rome
spain spanish spaniard spaniards madrid
portugal portuguese lisbon
netherlands dutch hague
belgium belgian belgians
switzerland swiss bern
austria austrian austrians vienna
poland polish pole poles warsaw
hungary hungarian hungarians budapest
czech czechs prague
slovakia slovak slovaks bratislava
romania romanian romanians bucharest
bulgaria bulgarian bulgarians sofia
greece greek greeks athens
serbia serbian serbs belgrade
croatia croatian croats zagreb
slovenia slovenian ljubljana
ukraine ukrainian ukrainians kyiv kiev
belarus belarusian belarusians minsk
georgia georgian georgians tbilisi
armenia armenian armenians yerevan
azerbaijan azerbaijani azeri baku
kazakhstan kazakh astana
sweden swedish swede swedes stockholm
norway norwegian norwegians oslo
denmark danish dane danes copenhagen
finland finnish finn finns helsinki
iceland icelandic icelanders reykjavik
ireland irish irishman dublin
scotland scottish scots edinburgh holyrood
wales welsh cardiff
nigeria nigerian nigerians abuja
kenya kenyan kenyans nairobi
ethiopia ethiopian ethiopians "addis ababa"
sudan sudanese khartoum
somalia somali somalis mogadishu
uganda ugandan ugandans kampala
rwanda rwandan rwandans kigali
congo congolese kinshasa
ghana ghanaian ghanaians accra
senegal senegalese dakar
mali malian malians bamako
morocco moroccan moroccans rabat
algeria algerian algerians algiers
tunisia tunisian tunisians tunis
libya libyan libyans tripoli
zimbabwe zimbabwean zimbabweans harare
"south africa" "south african" "south africans" pretoria
eu "european union" european europeans brussels
un "united nations"
nato
`;

const CANONICAL = new Map<string, string>();
for (const line of GROUPS.trim().split('\n')) {
  const names = Array.from(line.matchAll(/"([^"]+)"|(\S+)/g), (match) => match[1] ?? match[2] ?? '');
  for (const name of names) CANONICAL.set(name, names[0] ?? name);
}

/** The country that a word or pair of words in lower case speaks of, by its first name in the list; or null. */
export function countryOf(name: string): string | null {
  return CANONICAL.get(name.replace(/\.$/, '')) ?? null;
}
