import { wordSet } from './word-set.ts';

/**
 * First names of men in the Social Security Administration's national data of the United States, 1880 to 2016: at least
 * 1,000 bearers, 97 of 100 of them men; English words, places and what the authors' own list has are left out.
 */
export const COUNTED_MALE_NAMES = wordSet(`
 aaden aamir aarav aarron aarush aaryan aayan aayden aayush abdiel abdirahman abdullahi abdulrahman abel abelardo abhinav abiel abimael abner abram
 abran achilles acie adalberto adan adarius adelbert adian adil adolf adolph adolphus adron aedan agapito aharon ahmir aiden akeem akil akshay albin
 aldair aldon aleck aleczander alek alen alexandro alexandros alexavier alexsander alexzander alfonse alfonso alfonza alfonzo alford alistair almon
 alonso alonza alonzo aloysius alphonso alphonzo alston alton alvan alvino amadeo amado amarion ameen amer americo ames ammon amon amos anakin anas
 anastacio ancil ander anderson andrae andres andru anfernee anish ansh anson anthoney anthony antione antone antoni antonino antron antuan antwain
 antwan antwaun antwoine antwon antwone apolinar apollo apolonio ares aric arik arlan arland arlon armaan arman armand armen armin armon armond
 armondo arnaldo arnav arnoldo arnulfo arron arsenio artemio arther arvel arvil arvin asad asael asher athan athanasios atreyu atticus augustin
 augusto aundre auston auther authur avrohom axl axton ayush azael babyboy bakari baldemar baldomero ballard baltazar banks barnett barret barron
 bartholomew bartley barton baruch baxter bayron beauford beckham bedford beecher belton benaiah benard benicio benigno benjaman benjamen benjamine
 benjiman bennett benson benton bernardino bernhard berton bladimir blane blas boaz boden bodhi bodie boone bowen boyce boyd braden bradford bradly
 bradon brady braeden braedon braiden bram brandan branden brando brandt brannon branson braxten braxton brayan braydan braydon braylon brayson
 brayton brenden brendon brendyn brennen brenner brennon brently brenton bretton brevin bridger brien briggs brigham broc broden broderick brodey
 brodrick brody bryant brycen bryden bryon brysen bryson budd buddie buel buford burley burrell burt burton byran caden caeden cael caesar caiden
 cain caine calder cale calum calvert camilo camron candelario cardell carleton carlito carmello casen cashton casimer casimir cason cassius castiel
 catarino cavan cavin cayson ceasar cecilio cedrick celso cephus cesario chace chadd chadrick chalmer chalmers chanse chantz charlton chas chasen
 chason chauncy chayton chazz chirstopher chistopher christion christofer christoher christop christoper christpher cirilo claiborne clarance claud
 clearence clell clemon cleophus cleve cliffton clifton cloyd codey cohen coleman coleton collin collis colson colten coltin coltyn conan connell
 conner connor constantino conway corban corben corbett cordell cordero cornelio cort cortez cortland corwin cosme cosmo crawford creighton cristo
 cristofer cristopher cuauhtemoc cullen curran curtiss cyle dagan dagoberto dain daivd dajuan dakarai dalen dallen dallin dalvin damarcus damario
 damarion damarius damein damen dameon damion damond damone damonte dandre dane daneil dangelo danial dante danthony daquan darek darel darell daren
 darick darin darious darius darold daron darrel darrick darrius darron darry darryle darryll darryn darvin daryll dasean dashaun dashon dathan
 daulton daunte davante daveon davian davien davion davis davon davonta davontae davonte dawayne dax daxton daylon daymon dayshawn dayvon deangelo
 deante deanthony decarlos dedric dedrick deegan deion dejuan deklan delano delfino delmar delmas delmer delon delonte delos delton delvin delvon
 delwin demar demarco demarcus demario demarion demarius demarkus demetrios demian demitri demitrius demond demonte denzell denzil deondre deonta
 deontae deontay deonte dequan derald dereck deric derick derik deron derreck derrek derrel derrell derric derrik derron derwin derwood desean
 desmon detrick dev devante devaughn devion devonta devontae devonte deward dewayne dewitt dezmond diante dilan dillard dillion dimas dimitrios
 diondre dionicio dionisio dionte dixon djuan dolan dolphus domanic domenic domenick dominick domonic domonick donavan donaven donavin donavon
 dondre donivan donn donny donta dontae dontavious dontay donte dontrell donzell doran dorman douglass dov dovid dow doyal doyle drayden drayton
 drexel duaine dudley dujuan duran durand durell durrell durwood dustan dusten duston dustyn dutch duwayne dwain dwaine dwane dwyane dyllon dylon
 dyson eamonn ean earle earvin eason easton eathan eben eber edd eder edgard edison edmon edmundo edric edrick edsel eduard edwardo efren egbert
 ehren eian eitan elden eldridge eleazar elgin elian eliazar eliel eligah eligio elihu eliott eliud ellsworth ellwood elmo elmore elson elston elvin
 elwin elwyn elyjah emmit emmitt enoch enos erasmo eriberto erich erick errick errol erskine ervin esai esau esequiel estevan estill eston ethen
 ethyn eugenio eulalio evander evans everardo everette ewell ewing exavier eyan ezekial fabrizio faris farley faron faustino favian feliciano felton
 fenton ferman fidel fidencio filiberto finnegan finnian fischer fleming fletcher florentino forrest franklyn franky fransisco frantz frazier
 freddrick frederico fredric fredrick fredy french fulton furman gabe gabino gadiel gaige gaines gamaliel gannon gardner garen garet garett garey
 garin garold garren garvin gasper gatlin gaven gavino gavriel gavyn gayland gearld geary geno geoffery geovani geovanni geovanny geovany geremy
 gerold gerome geronimo gerson gian gibson gifford gil gildardo gilford gilmer giovani giovanny giovany girard glendon glennon glenwood glover
 gordan gorden grady graig granville grayden gregg greggory greyson griffen griffith grover guss halbert hamp hampton hansel hanson harding haris
 harland harlen harlin harlon harmon harrell harris harrold harvie haskel haskell hayward haywood hazen heber hebert henderson henery herbie
 herminio hermon herschel herschell hershel hershell hervey heston heyward hilbert hillard hilliard hilton hipolito hiram hobert holt homero hosea
 hosie howell hoyle hoyt huey hughie hulon humza hurley hussain huston hyman hyrum ibraheem ignatius ike iker imanol immanuel irby irven isaak isac
 isacc isadore isael isai isaias isaih ishan ishmael isiah isidoro ismael isom isreal issac issiah iverson izaac izaiah izak izayah iziah jabari
 jabril jacen jacobe jacoby jacolby jacorey jacory jacquez jad jadarius jadiel jadon jaedon jafet jagger jahaziel jaheem jaheim jahiem jahir jahlil
 jahmal jahmir jair jairo jairus jaison jajuan jakeb jakob jakobe jakobi jakoby jaleel jalil jamaal jamaine jamall jamarcus jamario jamarion
 jamarius jamarr jameel jameer jamere jameson jamichael jamir jamon japheth jaquan jaquez jarad jarek jarel jarell jaret jareth jarett jarid jariel
 jarius jarod jarom jaron jarrad jarred jarrel jarrell jarren jarret jarrett jarrid jarron jase jasen jashaun jashawn jashua jasson jathan javan
 javaris javeon javian javien javin javion javontae javonte jax jaxen jaxsen jaxson jaxton jaxx jaxxon jayceon jaycob jaydon jaylon jaymes jayquan
 jayse jaysen jayshawn jayson jayven jayveon jayvion jayvon jaziel jeancarlos jeanpaul jeanpierre jedediah jedidiah jefferey jefferson jeffery
 jeffory jeffry jennings jenson jerad jerald jeramiah jeramie jeramy jerard jerardo jered jerel jerell jereme jeremey jeremi jeremias jeremie
 jerimiah jermain jermel jermey jerod jerold jeromy jeron jerone jerrad jerred jerrel jerrell jerrett jerrick jerrid jerrod jerrold jerron jerson
 jeshua jess jestin jett jevon jhon jhonny jiovanni jobe joeseph joesph johathan johnathan johnathen johnathon johndavid johney johnmichael johnney
 johnpaul johnson johny jomar jonatan jonathen jonathon jones jonmichael jonnathan jonpaul jordy jorje joseangel joseluis josemanuel josephus
 joshuah joshue josias jospeh jovani jovanny jovany joziah juancarlos juanito juanpablo juaquin judson julious junious junius justen justino justo
 juston juventino juwan kadeem kaden kael kage kahlil kain kaine kainoa kaiser kaison kaleb kalel kalib kalil kalman kalob kalvin kamar kamarion
 kane kannon kanye karlos karlton karthik kase kasen kash kashton kason kavin kavion kavon kawika kayleb kayne kayvon keandre keane kedrick kee
 keenen keifer keion kejuan kekoa kelan kelson kelton kemp kenan kendric keneth kenith kennard kenney kennith kennon kennth kenrick kenton kentrell
 kenyon keon keondre kervin kerwin kesean keshaun keven kevon keyan keyon keyshawn khiry khristopher kian kiefer kiel kieth kile kilian kipp
 kirkland kirt kiyan klayton knox koby koen kohen kolbe kole kolin kollin kolt kolten kolton konner konnor korben korbin kordell kraig krish
 kristofer kristopher kruz kurtis kush kylon kyron kyson ladarius ladarrius ladd lamarcus lamarr lamon lamonte landan landen landin landon langdon
 larence laron laroy lary lathan laurance lauro lavar lavonte lawerence lawernce lawrance lawson lazaro lazarus leamon leandre lebron leeland leeroy
 leland lem lemar lenard lenin lennard lenord lenwood leobardo leonel leron les lester levar levin lew lex librado lige lindon linkin linton linwood
 lionell lon lonnell lonny lonzo loring lorne lowell loyd lucious lucus luisangel lydell lyman lynwood macarthur maceo macklin maddex mahlon makhi
 malachi malakai malakhi malaki malcom maleek malek malique malvin manford manley manning marcanthony marcello marcellus marcoantonio margarito
 markanthony markeith markel markese marlan marland marquan marquell marques marquese marquez martavious martel martell martez martinez masen
 matheus mathew mattew matthews mattias maximiliano maximillian maximino maximo maximus maxton maxx mayer mcarthur mccoy mehki meir mekhi melford
 melton melvyn mendel merton merwin meyer micahel michaelangelo micheal michial michiel mickael mickeal mickel migel miguelangel mihir mikeal mikey
 milford misael mitchel mohamad moises montel montrell monty morris morton mose muhammed murry nader nahum naim nam namon naquan nash nat natanael
 nathanial nathen nathon nazir neal neel nehemias neill nels nevan newell newman neymar nicholaus nicklas nicklaus nickolas nickolaus nicolai
 nicolaus niel niklas nikolas nolan noland nolen norberto normand norton norval norwood nunzio nyle obed octavious odin odis olan ole olen olin
 omarion oneil oren orin orland orlin orval orvel orvil orvin osbaldo osborne osiel osmar oswaldo oziel ozzy patric paulino payne percell phillips
 pierson powell prentis prentiss preston quadir quan quenton quinten quintin quran radford raekwon raheem rahim rahman rahsaan rakeem rakim ramel
 ramond ramone ramses rance randel randell randle randolph randon rapheal raquan rashaad rashaan rashard rashaud rasheed rasheem rayburn rayce
 rayfield rayford raymon raymundo raynaldo raynard rayquan reco reginal rehan reid reinaldo renaldo renard rexford rey reyansh reymundo reynaldo
 reynold reynolds ric ricco richardo rico rigo rito robb robby robinson rockwell roderic roderick rodger rodman rodrick rodriquez roel rogers
 rojelio rolando rolland rollie rollin romel romello romeo romero rommel ronal ronaldo rondal rondell ronin ronney rony roosevelt rosalio rosco
 rosevelt rowland rubin rudolfo rudolph rueben ruel rufino ruger rulon ruperto russel rustin ryder ryker ryne ryon ryu saad sabastian sagar sal
 salomon salvadore sammuel sampson samson samual sanders sanford santino santo savion scot scotty sedric sedrick seferino selvin serafin servando
 severo seymour shaan shain shakir shakur shareef sharif sharod shedrick sheldon shelton shemar shepard sherwin sherwood shivam sholom sigmund
 silverio silvester silvestre sim sione sixto slade soloman spence spurgeon stafford stanford stanton steele steffan steffen stefon stephon stetson
 stevan stevens stevenson stoney stratton syed sylas syrus tadd tadeo taft taha tahir tait talan talen talmadge talmage taquan taurean tavares
 tavaris tavian tavin tavion tavis tavon tayshaun tayshawn tayvon teague tedd teo terance terell terrel terron tevin tevon tex thadeus thayne
 theadore thedore theodis theodor therman theron thompson thor thorin thornton thurman thurmon thurmond tillman timmothy timmy timoteo tino toney
 toriano tou trae traveon travion travon trayvon tre tremayne trenten trentin treshawn treston treven treveon trever trevin trevion trevis trevon
 treyson treyton treyvon triston truett truman tryston tyce tyjuan tylen tylon tyquan tyran tyreek tyreese tyrek tyreke tyrel tyren tyrese tyrik
 tyrin tyriq tyrique tyron tyronne tyrus tysen tyshaun tyshawn tyshon tyson tywan ubaldo ulices ulisses ulyses ulysses umar urijah uziel valente
 valentino vance vander vann vasilios vaughan vergil vernard victoriano vidal viet vihaan vincente vinson vinton virgel virgil virgilio virgle
 vivaan walden waldo waleed walton wardell watson wayde wayland wayman waymon waymond webb webster weldon wells welton wendall wendel wesly westin
 westley weston wil wilber wilburn wilburt wiley wilford wiliam willaim willam williams willian williard willis wilton windell winfield winford
 winthrop winton woodson wyatt wyman xavi xavian xavion xavior xzavier yadiel yahir yale yancey yandel yariel yaseen yazan yechiel yeshua yisroel
 yitzchok yonathan yousef yousif yovani ysidro zacary zacchaeus zacharia zacharias zacharie zachery zackariah zackary zackery zade zaden zahir
 zaiden zaine zak zakai zakary zakery zakkary zamir zander zavian zavier zavion zayd zayden zaylen zayn zayne zayvion zeb zebulon zechariah zeno
 zeth zeus zev
`);
