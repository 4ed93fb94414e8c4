/** Common first names by gender, collected by the authors; names used for both are left out. Lower case. */
const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

export const MALE_NAMES = list(`
  aaron abdul abdullah abe abraham adam ahmad ahmed aidan al alan albert alberto aldo alec alejandro alessandro
  alexander alexandre alfred alfredo ali allan allen alvin amir amit anders andre andreas andrei andrew andy
  angelo angus anil antoine anton antonio archie ari arjun armando arne arnold aron art arthur arturo arun ashok
  austin avi barack barney barry bart ben benedict benjamin benny bernard bernardo bernie bert bertil bill billy bjorn
  bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bruno bryan byron caleb callum
  calvin cameron carl carlo carlos cecil cedric cesar chad charles charlie chester chris christian christoph
  christopher chuck clarence clark claude clayton cliff clifford clint clive clyde cody colin conor conrad corey
  craig curt curtis cyril cyrus daan dale damian damien dan daniel danny darren darryl dave david davide dean dennis
  denis derek dermot desmond devin dexter diego dieter dimitri dirk dmitri dominic don donald doug douglas drew duncan
  dustin dwayne dwight dylan earl ed eddie edgar edmund eduardo edward edwin efraim egon ehud elias elijah elliot
  elliott elmer elon emanuel emil emilio emmanuel enrico enrique eric erik ernest ernesto ernst esteban ethan
  eugene evan eyal fabio faisal felipe felix ferdinand fergus fernando filip finn floyd francesco francis francisco
  franco francois frank franklin franz fred freddie frederick fritz gabriel gareth garrett gary gavin gene geoff
  geoffrey george gerald gerard gerhard gerry giacomo gideon gilbert giles giorgio giovanni giuseppe glenn gordon
  graeme graham grant greg gregor gregory guido guillermo gus gustav guy hal hamid hamza hank hans harald harold
  harrison harry hassan harvey hector heinrich helmut hendrik henri henrik henry herbert herman hiroshi howard hubert
  hugh hugo hussein ian ibrahim igor imran isaac ismail ivan ivo jack jackson jacob jacques jaime jake jamal james jamie
  jan jared jarrod jason javier jay jean-claude jeb jed jeff jeffrey jens jeremiah jeremy jerome jerry jesse jesus jim jimmy joachim joao
  joaquin joe joel johan johann johannes john johnny jon jonah jonas jonathan jonny jorge jose josef joseph josh joshua
  juan jules julian julio jurgen justin kamal karim karl keith ken kenneth kenny kevin khaled khalid kirk klaus kofi
  konrad konstantin kurt kyle lachlan lance lars larry laurent laurence lawrence lee len leo leon leonard leonardo leroy
  lewis liam lloyd lorenzo lou louis lucas luca luis luke luther lyle lyndon magnus mahmoud malcolm manfred manuel marc
  marcel marco marcos marcus mario mark markus marshall martin marty marvin mateo mathias matt matteo matthew matthias maurice
  mauricio max maximilian mehmet mel melvin michael michel miguel mick mickey mike mikhail milan miles milo milton mitch mitchell mitt
  mohamed mohammad mohammed moses moshe muhammad murray mustafa nabil naftali nathan nathaniel ned neil nelson newt niall nicholas
  nick nicolas niels nigel nikolai nils noah noel norman oleg oliver olaf omar oscar oskar otis otto owen pablo paddy pascal pat patrick
  paul paulo pavel pedro pete peter phil philip philippe phillip pierre piers pietro quentin rafael rahul raj rajiv ralph
  ramon rand randall randy raphael rashid raul ravi ray raymond reg reginald reince rene rex ricardo riccardo richard rick ricky
  rob robert roberto robin rod rodney rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudy rupert
  russ russell ryan saeed salim salman salvador sam samir samuel sanjay scott sean sebastian sergei sergey sergio seth
  shane shaun shawn shimon sid sidney silvio simon sol stan stanley stefan stephen stephan steve steven stewart stuart sunil
  sven tariq ted teodor terence terrence terry theo theodore thierry thomas tim timothy tobias toby todd tom tomas tommy tony
  travis trent trevor tyler umberto uri valentin vernon victor vijay vikram viktor vince vincent vincenzo vinod vito vlad
  vladimir wade wallace walter warren wayne wendell werner wilfred will willem william willie wilson wim winston wolfgang woody
  xavier yair yasser yossi yusuf yves zach zachary zack zoltan hamdullah fuad najib recep shinzo narendra jinping bashar
  benjamin binyamin avigdor yitzhak ariel emmanuel nicolas francois gerard jean-marc antony jacinto lamar harlan orrin thad
  roscoe sherrod trey darrell devin kellyanne-m reinhold ludovic gaspard rasmus soren aurel lubos piotr pawel marek tomasz
  kwame tunde chidi emeka olu jomo tendai sipho thabo nelson hiro kenji takashi akira haruki satoshi wei jun ming
  abdoulaye abebe ajay aki aksel alain alasdair alastair aleksei alexei alvar amadou anand anatoly andriy antti arkady arvid arvind asif
  attila babajide baptiste baraka barnaby bashir bastien bela benoit bernd bilal bjarne bogdan bohdan bongani branko burak caio cem cheikh
  cian ciaran ciprian colm cormac costas crispin dafydd daisuke dariusz declan deepak detlef diarmuid didier dietmar dimitris dinesh dmytro
  donal dougal dragan dumitru dusan eamon eero einar eirik emiliano emre emrys eoin etienne ewan ewen fabrice farhan femi fenwick ferenc
  fionn florian gabor geir gennady gennaro gethin gheorghe gianni gilberto gilles giorgos goncalo goran grzegorz guillaume gunnar gunther
  gwyn gyorgy haakon hadi haile hakan halvard hamish hamisi hani heikki heiko henning huw iain ibrahima idris ieuan ikenna ilkka imre imtiaz
  iolo iqbal istvan ivar ivica jabu jakub jamil janne janos janusz jaroslav jeppe jerzy jiri joaquim jolyon jorgen juha jukka juma junho
  jure kamau kareem kazimierz kemal khalil kimi kipchoge knut kojo kostas kresimir krishnan krzysztof kuno kwabena kwasi lasse laszlo
  leandro leif lennart leonid leszek llewellyn loic lothar luc luiz luka lukas lukasz lungile mads mahdi mahesh makoto mamadou mandla
  mariusz massimo matej mateus mateusz mathieu matti mihai mika mikkel mikko miklos milos minho miroslav moritz moussa mukesh murat murdo
  musa mwangi mykola naresh nasir nenad nicolae nicolo nikos nuno obinna oisin olav olavi oleksandr olivier ondrej osman othman otieno
  ottmar ousmane owain ozan padraig panagiotis paolo pekka pelle percy petr primoz pyotr qiang radek radu rafal raffaele rainer rajesh
  ramesh rami ramiro reggie reinhard remy renzo rhodri rhys roddy rogelio rohit ronan ruairi rui ruslan ryo salvatore sami sandor sandro
  santiago seamus segun serhiy serkan shahid shota siegfried sigurd simeon slobodan sola sorin spencer spyros stanislav stavros stepan
  struan sungho suresh szymon tadhg tafadzwa takeshi tamas tapio tarek tarik teemu terje tesfaye themba thiago thorsten tiago timo timur
  tomislav torbjorn torsten traian tristan trygve uche ulrich usman uwe vaclav vadim vangelis vasco vasile veikko vic vicente viggo ville
  vojtech volker volodymyr vuk walid waqar wesley wilbur witold wojciech yannis yasin yaw yilmaz yuri yuriy yusef yuto zahid zbigniew zdenek
  ziad ziyad zoran zsolt zvonimir
`);

export const FEMALE_NAMES = list(`
  abby abigail ada adela adele adriana agatha agnes aileen aisha alana alba alejandra alessandra alexandra alexis alice
  alicia alina alison allison alma amal amanda amber amelia amina amy ana anastasia andrea angela angelica angelina angie anita ann
  anna annabel anne annette annie antonia april ariana arlene ashley astrid audrey aurora ava ayesha barbara beatrice beatriz
  becky belinda bella bernadette bernice bertha beth bethany betsy betty beverly bianca birgit bonnie brenda bridget britta brooke bronwen brigita
  camilla candace cara carla carly carmen carmit carol carole carolina caroline carolyn carrie cassandra catherine cathy cecilia
  celia charlene charlotte chelsea cheryl chiara chloe christa christina christine cindy claire clara claudia colleen connie
  consuelo cora corinne cornelia courtney crystal cynthia daisy dana daniela danielle daphne dawn deanna debbie deborah debra deirdre
  delia denise diana diane dianne dina dolores donna dora doreen doris dorothy edith edna eileen elaine eleanor elena elisa elisabeth
  elise elizabeth ella ellen elma elsa elsie emilia emily emma erica erika erin esperanza esther ethel eugenia eunice eva evelyn
  faith fatima felicia fiona flora florence frances francesca frieda gabriela gabrielle gail geraldine gertrude gillian gina ginger
  gisela giulia gladys glenda gloria grace greta gretchen guadalupe gwen hannah hanna harriet hazel heather heidi helen helena helga henrietta
  hilary hilda hillary holly hope huma ida ilka ilona imogen ines ingrid irene iris irma isabel isabella isabelle ivanka ivy jackie jacqueline
  jan jane janet janice janine jasmine jean jeanette jeanne jelka jennifer jenny jessica jill jo joan joanna joanne jocelyn johanna josephine joy
  joyce juanita judith judy julia juliana julie juliet june karen karin karina karla kate katharine katherine kathleen kathryn kathy
  katie katrina kay kellyanne kerstin kim kimberly kirsten kristen kristin kristina lara larissa laura lauren laurie layla lea leah leila
  lena leonora leslie leticia lila lillian lily linda lisa liz lois lola loretta lori lorraine louise lucia lucille lucinda lucy luisa lydia
  lynn lynne mabel madeleine madeline magdalena maggie malala mandy marcia margaret margarita margot marguerite maria mariam marian
  marianne marie marilyn marina marion marissa marjorie marlene marsha marta martha mary maryam matilda maureen maxine maya megan melania
  melanie melinda melissa mercedes meredith mia michelle mildred mimi mina miranda miriam moira molly mona monica monika muriel myra myriam
  nadia nadine nancy naomi natalia natalie natasha nell nellie nicola nicole nikki nina noor nora noreen norma odette olga olive olivia ophelia
  paige pamela patrice patricia patsy patti paula pauline pearl peggy penelope penny petra phoebe phyllis polly priscilla priya prudence
  rachel ramona rebecca regina renata renee rhoda rhonda rita roberta rosa rosalie rosalind rose rosemary roxanne ruby ruta ruth sabrina sally
  samantha samira sandra sandy sara sarah sasha selina serena shannon sharon sheila shelley sheryl shirley sierra signe silvia simone sofia
  sonia sophia sophie stacey stella stephanie sue susan susanna susanne suzanne svetlana sybil sylvia tamara tammy tania tanya tara tatiana
  teresa thelma theresa theresia tiffany tina tracey tracy trish trudy ulrike una ursula valentina valerie vanessa vera verna veronica
  vicky victoria viola violet virginia vivian wanda wendy whitney wilma winifred xenia yael yasmin yolanda yusra yvette yvonne zainab zara zoe
  lyudmila ludmila marta annika ilse liesl elke saskia aoife siobhan niamh sinead caitlin keiko yuko akiko naoko mei ling xiu amara ngozi chioma
  wambui thandi nomsa aaliyah soraya leyla zeynep fatma ayse noura hala rania dalia gal shira tamar michal malia sonja heike
  achieng adaeze agata agneta agnieszka aine ainhoa aino aisling akinyi aneta anjali anke anne-marie anneli anneliese annelise anouk antje
  araceli asha aurelie aylin beata bente berit bettina biljana birgitta bozena brid brigitte britt bushra carys cathleen catriona celine
  ceridwen cerys chinwe chiyo ciara dagmar danuta deepa delphine dorota dragana dubravka ebele edie eilidh eilis eimear ekaterina eleri elif
  elodie eloise elzbieta esra eun-ji ewa farida femke ffion folake freya funmilayo galina geeta genevieve gerda gertie gordana grainne
  grazyna gudrun gunhild gunilla gwendolyn gwyneth halina hanako hannelore haruka hatice hattie hedda hedwig helmi heloise henrike hester
  hildegard hyacinth ifeoma ingeborg inger inmaculada irmgard iryna ishbel isla itziar iwona jadwiga jannike jelena jemima ji-woo jitka
  juliette kaisa katarzyna kathrin katrin kavita kelly-anne kinga kirstine kirsty krystyna lakshmi lavinia lerato lettice liesel liisa lise
  liv ljiljana lorna lotte lottie lyubov mair maire mairead maisie maj malgorzata manon margaux maribel marie-claire marijke mariko marisol
  marit mary-ann mathilde mechthild meena mette mhairi milena millie min-jung mirjana montserrat morag myfanwy nadezhda nasreen neha nerys
  nesta nisha njeri nneka nomvula nuala nuria oceane odile oksana olena oonagh orla ottoline paivi parveen pavla pernille philippa pilar
  pooja poppy portia ragnhild raisa randi rekha renate rhiannon rocio roisin rosamund rubina sadie saira sakura salome sandrine sanna sanne
  satu shanti shazia sheena shona sian sibel sieglinde sigrid silke siri snezana solange soledad solveig sorcha steffi sunita sushma sylvie
  tegan tess tessa tetiana thandeka tilly torunn tove trude turid tuuli ulla usha ute verity veronique vesna vidya vlasta waltraud wanjiru
  winnie yelena yewande yulia yumi zanele zdenka zehra zelda
`);

/** Unlisted names in -a are mostly women's; the men's among the common ones are listed above or here. */
const FEMALE_ENDING =
  /^(?!(?:asa|dima|elisha|ezra|gianluca|hosea|ilya|ilkka|isa|jukka|kolya|joshua|judea|krishna|luka|mischa|mustafa|musa|misha|nikola|okonkwa|pekka|petya|shiva|shota|siva|toma|vanya|yahya|zeca)$)\p{L}{2,}a$/u;

/** Gender a first name suggests, or null. */
export function genderOfName(name: string): 'male' | 'female' | null {
  const lower = name.toLowerCase();
  const male = MALE_NAMES.has(lower);
  const female = FEMALE_NAMES.has(lower);
  if (male === female) return male || BOTH.has(lower) || !FEMALE_ENDING.test(lower) ? null : 'female';
  return male ? 'male' : 'female';
}

/** Whether a word is known as a first name. */
export function isFirstName(name: string): boolean {
  const lower = name.toLowerCase();
  return MALE_NAMES.has(lower) || FEMALE_NAMES.has(lower) || BOTH.has(lower);
}

const BOTH =
  list(`alex alexis angel ariel bailey blake casey chris dana drew francis jamie jan jackie jean jordan jo kelly kerry
  kim kyle lee leslie lindsay lindsey loren lynn marion morgan nikita pat quinn reese riley robin rowan sam sandy sasha shannon shelby skyler
  stacy taylor terry tracy val noor noa sol wei jun ming kai rené andrea nicola simone`);
