/**
 * General nouns and the callings that they take in: "the musician" for a cellist, and never the other way. "_" joins the words of
 * one. Lower case, singular; collected by the authors.
 */
export const WIDER: Readonly<Record<string, string>> = {
  sportswoman: `
    swimmer cyclist runner sprinter athlete footballer cricketer golfer tennis_player gymnast rower boxer
    hurdler skier skater sailor climber judoka fencer archer shooter netballer basketballer hockey_player
    rugby_player marathoner triathlete canoeist kayaker diver weightlifter wrestler snowboarder showjumper
    jockey heptathlete camogie_player surfer yachtswoman`,
  sportsman: `
    swimmer cyclist runner sprinter athlete footballer cricketer golfer tennis_player gymnast rower boxer
    hurdler skier skater sailor climber judoka fencer archer shooter basketballer hockey_player rugby_player
    marathoner triathlete canoeist kayaker diver weightlifter wrestler snowboarder showjumper jockey decathlete
    hurler surfer racing_driver snooker_player batsman bowler striker winger goalkeeper quarterback pitcher
    yachtsman`,
  athlete: `
    runner sprinter hurdler marathoner marathon_runner distance_runner miler heptathlete decathlete pentathlete
    triathlete shot-putter javelin_thrower discus_thrower hammer_thrower high_jumper long_jumper triple_jumper
    pole_vaulter steeplechaser race_walker swimmer gymnast rower skier cyclist wheelchair_racer weightlifter
    skater bobsledder biathlete paralympian olympian`,
  olympian: `
    swimmer cyclist runner sprinter gymnast rower hurdler skier skater marathoner triathlete canoeist diver
    weightlifter heptathlete decathlete judoka fencer`,
  runner: `
    sprinter marathoner marathon_runner miler hurdler steeplechaser distance_runner fell_runner ultrarunner
    jogger`,
  jumper: `
    high_jumper long_jumper triple_jumper pole_vaulter`,
  thrower: `
    shot-putter javelin_thrower discus_thrower hammer_thrower`,
  rider: `
    cyclist motorcyclist jockey showjumper eventer biker horsewoman horseman dressage_rider speedway_rider
    domestique`,
  racer: `
    skier cyclist motorcyclist racing_driver rally_driver jockey`,
  driver: `
    racing_driver rally_driver motorist taxi_driver cab_driver cabbie bus_driver lorry_driver truck_driver
    trucker van_driver train_driver tram_driver tractor_driver courier delivery_driver chauffeur
    ambulance_driver coach_driver rickshaw_driver hgv_driver`,
  footballer: `
    striker winger midfielder goalkeeper defender full-back left-back right-back centre-half centre-back
    forward playmaker wing-back sweeper`,
  player: `
    striker winger midfielder goalkeeper defender full-back left-back right-back centre-half centre-back
    forward playmaker wing-back fly-half scrum-half flanker hooker prop lock number_eight centre wing
    outside-half out-half five-eighth halfback quarterback linebacker running_back wide_receiver tight_end
    cornerback pitcher catcher shortstop outfielder infielder point_guard batsman bowler all-rounder
    wicketkeeper golfer tennis_player snooker_player darts_player chess_player hurler camogie_player
    hockey_player netballer goaltender defenceman footballer cricketer basketballer rugby_player
    badminton_player squash_player ruckman`,
  defender: `
    full-back left-back right-back centre-half centre-back wing-back sweeper corner-back stopper`,
  forward: `
    striker winger flanker hooker prop lock number_eight back-rower second-rower front-rower`,
  back: `
    fly-half scrum-half centre wing full-back outside-half out-half`,
  cricketer: `
    batsman batter bowler all-rounder wicketkeeper spinner leg-spinner off-spinner seamer fast_bowler paceman
    opener tailender wicketkeeper-batsman`,
  batter: `
    batsman opener wicketkeeper-batsman`,
  bowler: `
    spinner leg-spinner off-spinner seamer fast_bowler paceman quick`,
  rugby_player: `
    fly-half scrum-half flanker hooker prop lock number_eight full-back centre wing winger out-half
    outside-half five-eighth second-rower back-rower`,
  pitcher: `
    reliever closer starter`,
  official: `
    referee umpire linesman assistant_referee fourth_official touch_judge steward civil_servant
    permanent_secretary bureaucrat commissioner undersecretary director-general spokesman spokeswoman
    election_officer`,
  fighter: `
    boxer wrestler heavyweight welterweight middleweight lightweight featherweight flyweight bantamweight
    cruiserweight kickboxer`,
  boxer: `
    heavyweight welterweight middleweight lightweight featherweight flyweight bantamweight cruiserweight
    southpaw`,
  champion: `
    title-holder titleholder gold_medallist`,
  medallist: `
    gold_medallist silver_medallist bronze_medallist`,
  doctor: `
    gp surgeon physician paediatrician pediatrician cardiologist oncologist psychiatrist anaesthetist
    anesthesiologist gynaecologist gynecologist obstetrician neurologist radiologist dermatologist urologist
    haematologist geriatrician ophthalmologist neurosurgeon pathologist gastroenterologist endocrinologist
    rheumatologist nephrologist immunologist epidemiologist registrar houseman family_doctor consultant coroner`,
  specialist: `
    cardiologist oncologist neurologist dermatologist urologist haematologist geriatrician ophthalmologist
    neurosurgeon gastroenterologist endocrinologist rheumatologist nephrologist radiologist paediatrician
    psychiatrist`,
  consultant: `
    cardiologist oncologist neurologist dermatologist urologist haematologist geriatrician ophthalmologist
    neurosurgeon gastroenterologist endocrinologist rheumatologist nephrologist radiologist paediatrician
    psychiatrist surgeon anaesthetist gynaecologist obstetrician`,
  surgeon: `
    neurosurgeon heart_surgeon plastic_surgeon orthopaedic_surgeon transplant_surgeon eye_surgeon`,
  medic: `
    doctor physician gp surgeon paramedic nurse anaesthetist cardiologist oncologist paediatrician consultant
    registrar army_doctor`,
  clinician: `
    doctor physician gp surgeon psychiatrist psychologist nurse physiotherapist oncologist cardiologist
    paediatrician neurologist anaesthetist consultant`,
  nurse: `
    matron midwife ward_sister district_nurse staff_nurse`,
  therapist: `
    physiotherapist psychotherapist psychologist counsellor psychiatrist speech_therapist
    occupational_therapist masseur masseuse`,
  academic: `
    professor lecturer historian economist sociologist anthropologist criminologist philosopher linguist
    archaeologist classicist theologian researcher political_scientist geographer mathematician psychologist
    reader dean vice-chancellor egyptologist fellow ethicist mediaevalist medievalist don`,
  scholar: `
    professor lecturer historian philosopher linguist classicist theologian egyptologist medievalist
    philologist`,
  historian: `
    medievalist egyptologist biographer`,
  scientist: `
    biologist physicist chemist geologist astronomer botanist zoologist ecologist virologist epidemiologist
    immunologist geneticist microbiologist meteorologist climatologist seismologist volcanologist oceanographer
    glaciologist hydrologist palaeontologist paleontologist entomologist ornithologist neuroscientist
    astrophysicist biochemist researcher toxicologist hydrographer mycologist primatologist pharmacologist
    bacteriologist naturalist ichthyologist agronomist cosmologist herpetologist crystallographer
    soil_scientist materials_scientist computer_scientist climate_scientist data_scientist`,
  biologist: `
    botanist zoologist ecologist geneticist microbiologist entomologist ornithologist mycologist primatologist
    ichthyologist herpetologist marine_biologist`,
  geologist: `
    seismologist volcanologist palaeontologist paleontologist`,
  physicist: `
    astrophysicist cosmologist`,
  researcher: `
    scientist professor lecturer academic biologist physicist chemist geologist astronomer botanist zoologist
    ecologist virologist epidemiologist immunologist geneticist neuroscientist economist sociologist
    anthropologist criminologist archaeologist psychologist historian political_scientist palaeontologist
    paleontologist entomologist ornithologist climatologist glaciologist oceanographer seismologist
    volcanologist`,
  expert: `
    professor lecturer academic researcher scientist economist epidemiologist virologist criminologist
    historian archaeologist seismologist volcanologist meteorologist climatologist geologist ecologist
    entomologist toxicologist analyst valuer statistician pathologist engineer`,
  conservationist: `
    ecologist naturalist ornithologist zoologist botanist park_ranger wildlife_ranger`,
  politician: `
    mp td minister senator councillor councilor councilman councilwoman congressman congresswoman lawmaker
    legislator mayor governor backbencher mep msp mla deputy peer chancellor premier prime_minister president
    taoiseach alderman assemblyman assemblywoman representative opposition_leader foreign_minister
    finance_minister home_secretary foreign_secretary interior_minister candidate parliamentarian whip`,
  lawmaker: `
    mp td senator congressman congresswoman deputy representative mep msp mla assemblyman assemblywoman
    legislator parliamentarian backbencher`,
  leader: `
    president prime_minister premier taoiseach chancellor dictator strongman`,
  ruler: `
    king queen sultan emir dictator`,
  minister: `
    chancellor foreign_secretary home_secretary foreign_minister finance_minister interior_minister
    home_minister health_secretary education_secretary prime_minister attorney_general`,
  diplomat: `
    ambassador envoy consul high_commissioner attaché attache emissary permanent_representative
    foreign_minister chargé_d'affaires`,
  executive: `
    ceo chief_executive managing_director chairman chairwoman vice-president president finance_director
    cfo coo publisher founder`,
  boss: `
    ceo chief_executive managing_director chairman chairwoman owner manager head_coach foreman director_general`,
  businessman: `
    entrepreneur industrialist tycoon magnate developer property_developer hotelier restaurateur financier
    investor banker chairman ceo chief_executive managing_director haulier retailer publican shipowner
    steelmaker trader importer exporter wholesaler merchant distiller brewer chairwoman designer`,
  businesswoman: `
    entrepreneur industrialist tycoon magnate developer property_developer hotelier restaurateur financier
    investor banker chairman ceo chief_executive managing_director haulier retailer publican shipowner
    steelmaker trader importer exporter wholesaler merchant distiller brewer chairwoman designer`,
  entrepreneur: `
    founder co-founder businessman businesswoman industrialist tycoon restaurateur hotelier inventor developer`,
  tycoon: `
    billionaire industrialist magnate mogul oligarch shipowner`,
  financier: `
    banker investor fund_manager venture_capitalist`,
  trader: `
    merchant shopkeeper stallholder hawker wholesaler broker market_trader importer exporter`,
  lawyer: `
    barrister solicitor attorney advocate prosecutor counsel silk qc kc notary litigator public_defender
    attorney_general conveyancer jurist`,
  jurist: `
    judge justice lawyer law_professor chief_justice`,
  judge: `
    chief_justice magistrate justice recorder sheriff`,
  officer: `
    constable sergeant inspector detective superintendent policeman policewoman commander trooper deputy
    sheriff commissioner patrolman chief_constable colonel major captain lieutenant brigadier general admiral
    commodore wing_commander squadron_leader garda warder prison_officer marshal naval_officer customs_officer
    police_chief`,
  detective: `
    detective_sergeant detective_inspector chief_inspector`,
  soldier: `
    private corporal sergeant lieutenant captain major colonel gunner sapper rifleman guardsman paratrooper
    trooper infantryman sniper fusilier marine commando conscript reservist squaddie brigadier general`,
  commander: `
    general colonel brigadier admiral commodore`,
  musician: `
    singer pianist violinist guitarist drummer cellist organist composer bassist saxophonist trumpeter flautist
    harpist percussionist conductor rapper fiddler piper singer-songwriter songwriter accordionist clarinettist
    trombonist oboist viola_player bandleader dj busker soprano tenor baritone sitarist lutenist harpsichordist
    keyboardist bandmaster double-bassist`,
  singer: `
    soprano mezzo-soprano mezzo tenor baritone bass contralto countertenor rapper crooner vocalist chorister
    frontman frontwoman folk_singer pop_star singer-songwriter`,
  artist: `
    painter sculptor illustrator photographer potter ceramicist printmaker engraver cartoonist muralist etcher
    glass-maker tapestry_weaver singer rapper portraitist watercolourist`,
  performer: `
    singer actor actress dancer comedian comic magician acrobat clown musician puppeteer juggler busker
    ballerina drag_queen rapper street_artist`,
  entertainer: `
    comedian comic singer magician dancer clown presenter actor actress puppeteer ventriloquist`,
  dancer: `
    ballerina choreographer`,
  star: `
    actor actress singer rapper pop_star film_star`,
  celebrity: `
    actor actress singer presenter model footballer chef comedian influencer`,
  writer: `
    novelist poet playwright journalist columnist essayist biographer screenwriter author dramatist memoirist
    critic historian crime_writer children's_author ghostwriter blogger`,
  author: `
    novelist writer poet biographer memoirist historian essayist playwright`,
  journalist: `
    reporter correspondent columnist editor presenter newsreader broadcaster photojournalist news_editor critic
    sub-editor anchor commentator sportswriter feature_writer leader_writer`,
  broadcaster: `
    presenter newsreader commentator anchor dj newscaster radio_host television_presenter chat-show_host pundit`,
  commentator: `
    columnist pundit blogger analyst`,
  filmmaker: `
    director producer cinematographer documentary-maker screenwriter animator`,
  designer: `
    architect couturier milliner dressmaker shoe_designer fashion_designer landscape_architect`,
  cleric: `
    priest vicar rector bishop dean imam rabbi pastor archbishop cardinal canon curate archdeacon monk preacher
    ayatollah mullah parson chaplain pontiff minister mufti sheikh friar abbot provost deacon`,
  clergyman: `
    priest vicar rector bishop dean pastor archbishop cardinal canon curate archdeacon parson chaplain deacon
    preacher minister rabbi`,
  clergywoman: `
    priest vicar rector bishop dean pastor archbishop canon curate archdeacon chaplain deacon minister`,
  churchman: `
    bishop archbishop cardinal vicar dean canon archdeacon priest moderator abbot`,
  priest: `
    vicar rector canon curate archdeacon parish_priest chaplain dean abbot`,
  teacher: `
    headteacher headmaster headmistress schoolmaster schoolmistress tutor schoolteacher music_teacher
    primary_teacher maths_teacher`,
  educator: `
    teacher headteacher professor lecturer principal tutor school_superintendent`,
  student: `
    undergraduate postgraduate pupil graduate_student medical_student schoolboy schoolgirl`,
  tradesman: `
    plumber electrician carpenter joiner builder roofer plasterer bricklayer decorator glazier tiler locksmith
    mechanic butcher thatcher stonemason`,
  tradesperson: `
    plumber electrician carpenter joiner builder roofer plasterer bricklayer decorator glazier tiler locksmith
    thatcher`,
  builder: `
    bricklayer stonemason roofer plasterer developer`,
  craftsman: `
    potter blacksmith carpenter joiner cabinetmaker stonemason weaver thatcher saddler basket-maker glassblower
    goldsmith silversmith cobbler shoemaker luthier violin-maker cooper boatbuilder wheelwright woodcarver
    jeweller watchmaker bookbinder engraver printer tailor swordsmith wood_turner`,
  craftswoman: `
    potter weaver saddler basket-maker glassblower goldsmith silversmith jeweller bookbinder engraver
    dressmaker lacemaker milliner seamstress`,
  artisan: `
    potter blacksmith weaver saddler basket-maker glassblower goldsmith silversmith cobbler baker cheesemaker
    carpenter stonemason luthier`,
  engineer: `
    civil_engineer software_engineer bridge_builder structural_engineer mechanical_engineer locomotive_engineer
    railway_engineer`,
  technician: `
    lab_technician sound_engineer mechanic electrician`,
  worker: `
    labourer docker miner steelworker cleaner welder machinist binman postman factory_hand bricklayer
    care_worker shop_assistant farmhand porter`,
  campaigner: `
    activist environmentalist suffragette lobbyist whistleblower conservationist feminist abolitionist
   `,
  activist: `
    campaigner environmentalist protester dissident feminist trade_unionist`,
  unionist: `
    shop_steward union_leader general_secretary branch_secretary`,
  farmer: `
    dairy_farmer grower beekeeper rancher grazier crofter smallholder sheep_farmer pig_farmer fruit_farmer
    beef_farmer arable_farmer hill_farmer poultry_farmer wheat_farmer rice_farmer cattle_farmer fish_farmer
    wool-grower cane_grower tenant_farmer shepherd winegrower stockman hop_farmer`,
  grower: `
    fruit_farmer winegrower market_gardener orchardist nurseryman vegetable_farmer cane_grower tea_planter`,
  gardener: `
    horticulturist landscaper groundsman nurseryman head_gardener`,
  shopkeeper: `
    newsagent grocer greengrocer butcher baker fishmonger ironmonger bookseller florist chemist jeweller
    delicatessen_owner confectioner tobacconist draper haberdasher corner-shop_owner off-licence_owner`,
  retailer: `
    shopkeeper grocer bookseller newsagent greengrocer jeweller florist`,
  seafarer: `
    sailor fisherman trawlerman captain skipper seaman merchant_seaman bosun helmsman mate deckhand
    ship's_engineer`,
  sailor: `
    yachtsman yachtswoman seaman skipper deckhand submariner helmsman round-the-world_sailor`,
  pilot: `
    airline_captain helicopter_pilot first_officer fighter_pilot test_pilot balloonist flying_instructor`,
  royal: `
    king queen prince princess duke duchess`,
  monarch: `
    king queen emperor empress sultan tsar`,
  aristocrat: `
    duke duchess earl countess marquess viscount viscountess baron lord`,
  peer: `
    baroness baron earl viscount duke marquess lord`,
  criminal: `
    burglar robber thief fraudster murderer gangster drug_dealer smuggler conman arsonist`,
  killer: `
    murderer assassin hitman gunman`,
  offender: `
    burglar robber thief fraudster rapist arsonist`,
  prisoner: `
    inmate convict detainee political_prisoner`,
  civil_servant: `
    permanent_secretary official mandarin`,
  bureaucrat: `
    permanent_secretary civil_servant`,
  analyst: `
    economist strategist pollster forecaster`,
  explorer: `
    mountaineer polar_explorer adventurer`,
  adventurer: `
    explorer mountaineer balloonist round-the-world_sailor rower`,
  programmer: `
    coder software_engineer web_developer`,
};
