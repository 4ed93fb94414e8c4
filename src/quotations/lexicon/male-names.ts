import { wordSet } from './word-set.ts';

/** Common first names of men, collected by the authors; names used for both genders are left out. Lower case. */
export const MALE_NAMES = wordSet(`
 aaron abdul abdullah abe abraham adam ahmad ahmed aidan al alan albert alberto aldo alec alejandro alessandro alexander alexandre alfred
 alfredo ali allan allen alvin amir amit anders andre andreas andrei andrew andy angelo angus anil antoine anton antonio archie ari arjun
 armando arne arnold aron art arthur arturo arun ashok austin avi babak barack barney barry bart ben benedict benjamin benny bernard bernardo bevan
 bernie bert bertil bill billy bjorn bob bobby boris brad bradley brandon brendan brent bret brett brian bruce bruno bryan byron caleb callum
 calvin cameron carl carlo carlos cecil cedric cesar chad charles charlie chester chris christian christoph christopher chuck clarence clark
 claude clayton cliff clifford clint clive clyde cody colin conor conrad corey craig curt curtis cyril cyrus daan dale damian damien dan
 daniel danny darren darryl dave david davide dean dennis denis derek dermot desmond devin dexter diego dieter dimitri dirk dmitri dominic
 don donald doug douglas drew duncan dustin dwayne dwight dylan earl ed eddie edgar edmund eduardo edward edwin efraim egon ehud elias elijah
 elliot elliott elmer elon emanuel emil emilio emmanuel enrico enrique eric erik ernest ernesto ernst esteban ethan eugene evan fabio faisal
 felipe felix ferdinand fergus fernando filip finn floyd francesco francis francisco franco francois frank franklin franz fred freddie
 frederick fritz gabriel gareth garrett gary gavin gene geoff geoffrey george gerald gerard gerhard gerry giacomo gideon gilbert giles
 giorgio giovanni giuseppe glenn gordon graeme graham grant greg gregor gregory guido guillermo gus gustav guy hal hamid hamza hank hans
 harald harold harrison harry hassan harvey hector heinrich helmut hendrik henri henrik henry herbert herman hiroshi howard hubert hugh hugo
 hussein ian ibrahim igor imran isaac ismail ivan ivo jack jackson jacob jacques jaime jake jamal james jamie jan jared jarrod jason javier
 jay jean-claude jeb jed jeff jeffrey jens jeremiah jeremy jerome jerry jesse jesus jim jimmy joachim joao joaquin joe joel johan johann
 johannes john johnny jon jonah jonas jonathan jonny jorge jose josef joseph josh joshua juan jules julian julio jurgen justin kamal karim
 karl keith ken kenneth kenny kevin khaled khalid kirk klaus kofi konrad konstantin kurt kyle lachlan lance lars larry laurent laurence
 lawrence lee len leo leon leonard leonardo leroy lewis liam lloyd lorenzo lou louis lucas luca luis luke luther lyle lyndon magnus mahmoud
 malcolm manfred manuel marc marcel marco marcos marcus mario mark markus marshall martin marty marvin mateo mathias matt matteo matthew
 matthias maurice mauricio max maximilian mehmet mel melvin michael michel miguel mick mickey mike mikhail milan miles milo milton mitch
 mitchell mitt mohamed mohammad mohammed moses moshe muhammad murray mustafa nabil naftali nathan nathaniel ned neil nelson newt niall
 nicholas nick nicolas niels nigel nikolai nils noah noel norman oleg oliver olaf omar oscar oskar otis otto owen pablo paddy pascal pat
 patrick paul paulo pavel pedro pete peter phil philip philippe phillip pierre piers pietro quentin rafael rahul raj rajiv ralph ramon rand
 randall randy raphael rashid raul ravi ray raymond reg reginald reince rene rex ricardo riccardo richard rick ricky rob robert roberto robin
 rod rodney rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolf rudy rupert russ russell ryan saeed salim salman
 salvador sam samir samuel sanjay scott sean sebastian sergei sergey sergio seth shane shaun shawn shimon sid sidney silvio simon sol stan
 stanley stefan stephen stephan steve steven stewart stuart sunil sven tariq ted teodor terence terrence terry theo theodore thierry thomas
 tim timothy tobias toby todd tom tomas tommy tony travis trent trevor tyler umberto uri valentin vernon victor vijay vikram viktor vince
 vincent vincenzo vinod vito vlad vladimir wade wallace walter warren wayne wendell werner wilfred will willem william willie wilson wim
 winston wolfgang woody xavier yair yasser yossi yusuf yves zach zachary zack zoltan hamdullah fuad najib recep shinzo narendra jinping
 bashar binyamin avigdor yitzhak ariel jean-marc antony jacinto lamar harlan orrin thad roscoe sherrod trey darrell kellyanne-m reinhold
 ludovic gaspard rasmus soren aurel lubos piotr pawel marek tomasz kwame tunde chidi emeka jomo tendai sipho thabo hiro kenji takashi
 akira haruki satoshi jun ming abdoulaye abebe ajay aki aksel alain alasdair alastair aleksei alexei alvar amadou anand anatoly andriy
 antti arkady arvid arvind asif attila babajide baptiste baraka barnaby bashir bastien bela benoit bernd bilal bjarne bogdan bohdan bongani
 branko burak caio cem cheikh cian ciaran ciprian colm cormac costas crispin dafydd daisuke dariusz declan deepak detlef diarmuid didier
 dietmar dimitris dinesh dmytro donal dougal dragan dumitru dusan eamon eero einar eirik emiliano emre emrys eoin etienne ewan ewen fabrice
 farhan femi fenwick ferenc fionn florian gabor geir gennady gennaro gethin gheorghe gianni gilberto gilles giorgos goncalo goran grzegorz
 guillaume gunnar gunther gwyn gyorgy haakon hadi haile hakan halvard hamish hamisi hani heikki heiko henning huw iain ibrahima idris ieuan
 ikenna ilkka imre imtiaz iolo iqbal istvan ivar ivica jabu jakub jamil janne janos janusz jaroslav jeppe jerzy jiri joaquim jolyon jorgen
 juha jukka juma junho jure kamau kareem kazimierz kemal khalil kimi kipchoge knut kojo kostas kresimir krishnan krzysztof kuno kwabena kwasi
 lasse laszlo leandro leif lennart leonid leszek llewellyn loic lothar luc luiz luka lukas lukasz lungile mads mahdi mahesh makoto mamadou
 mandla mariusz massimo matej mateus mateusz mathieu matti mihai mika mikkel mikko miklos milos minho miroslav moritz moussa mukesh murat
 murdo musa mwangi mykola naresh nasir nenad nicolae nicolo nikos nuno obinna oisin olav olavi oleksandr olivier ondrej osman othman otieno
 ottmar ousmane owain ozan padraig panagiotis paolo pekka pelle percy petr primoz pyotr qiang radek radu rafal raffaele rainer rajesh ramesh
 rami ramiro reggie reinhard remy renzo rhodri rhys roddy rogelio rohit ronan ruairi rui ruslan ryo salvatore sami sandor sandro santiago
 seamus segun serhiy serkan shahid shota siegfried sigurd simeon slobodan sola sorin spencer spyros stanislav stavros stepan struan sungho
 suresh szymon tadhg tafadzwa takeshi tamas tapio tarek tarik teemu terje tesfaye themba thiago thorsten tiago timo timur tomislav torbjorn
 torsten traian tristan trygve uche ulrich usman uwe vaclav vadim vangelis vasco vasile veikko vic vicente viggo ville vojtech volker
 volodymyr vuk walid waqar wesley wilbur witold wojciech yannis yasin yaw yilmaz yuri yuriy yusef yuto zahid zbigniew zdenek ziad ziyad zoran
 zsolt zvonimir luigi kasper reto ulf leopold joris gwilym jaz bengt borje carsten christer claus erling esben finnur frode gustaf hakon
 halvor haldor hjalmar jarl jesper joakim jorn kai-uwe kare ketil kjell kristoffer lauritz leiv mogens morten njal ola ottar peder preben
 ragnar reidar roald rolv runar sigvard sindre snorre steinar svein tarjei thore thorvald torgeir tormod trond ulrik valdemar yngve cees coen
 diederik dirk-jan floris gerrit gijs hendrik-jan jaap jelle jeroen joep joost jurriaan kees laurens lodewijk maarten maurits meindert menno
 niek reinier rinus ruud sander sjaak sjoerd stijn tjeerd wouter wessel willem-jan achim alois anselm arno axel benno bertold bertolt
 burkhard christof clemens detlev eberhard eckart ekkehard erhard erwin ewald ferdi frieder friedrich georg gernot gottfried guenter gunter
 hannes hartmut heiner heinz helge hermann horst ingo jochen jorg joschka jost julius karl-heinz karsten kaspar lorenz ludger ludwig lutz
 marius meinhard nikolaus norbert ottokar otmar philipp raimund rainhard rudiger ruprecht sigmar tilman torben volkmar waldemar wendelin
 wenzel wieland wilfried wilhelm winfried xaver adriano agostino alfio amedeo attilio bartolomeo benedetto beppe biagio camillo carmelo
 carmine cesare ciro claudio corrado cosimo cristiano damiano dario dino domenico donato edoardo egidio elio emanuele ennio enzo ermanno
 ettore ezio fausto federico ferruccio filippo fiorenzo flavio fulvio gaetano giampaolo giancarlo gianfranco gianluca gino gioacchino
 giordano girolamo giuliano graziano ignazio ivano lino livio luciano lucio luigi-maria mariano marino massimiliano maurizio mauro
 michelangelo michele mirko nando nello nino orazio oreste osvaldo ottavio paride pasquale patrizio piergiorgio pierluigi pino renato rinaldo
 rocco rodolfo romano romolo ruggero sabino salvo saverio silvano silvestro tancredi tommaso tullio ugo valerio vinicio vittorio adolfo
 agustin alvaro amador anibal anselmo aquiles arcadio aurelio baltasar basilio benito bernabe bonifacio braulio candido casimiro ceferino
 celestino cipriano clemente conrado cristian cristobal damaso danilo demetrio diogo domingo edgardo efrain eladio eleuterio eliseo eloy
 emeterio epifanio eusebio evaristo ezequiel facundo fermin florencio fortunato gaspar genaro gerardo german gines gonzalo gregorio gustavo
 heriberto hernan hilario honorio horacio humberto ignacio isidro jacobo jaume joan-carles jordi jose-maria laureano leocadio leopoldo
 lisandro macario manolo marcelino marcelo marcial modesto narciso nazario nestor nicanor octavio pancho pascual patricio pepe placido
 porfirio prudencio quique rafa raimundo rigoberto roque rosendo ruben-dario sabas sancho saturnino severino teodoro tiburcio tito toribio
 ulises urbano valeriano wilfredo wilmer yago yerai zacarias afonso antao ary bento caetano custodio davi dinis duarte edson fabricio fernao
 geraldo gualter heitor helder henrique januario jeronimo jorge-luiz josue juvenal licinio lourenco luan marcio matias miguel-angelo moacir
 murilo nelio nuno-miguel otavio paulinho renan rogerio romeu rui-pedro salomao sebastiao tomé valter wagner wellington xico zeca aime alban
 aldric alphonse amaury ambroise anatole anselme antonin apollinaire armel arnaud aubin auguste aurelien barthelemy baudouin blaise brice
 celestin charly christophe clovis corentin cyprien cyriaque desire edmond edouard emilien evariste fabien felicien fernand firmin florent
 franck frederic gael gaetan gaston gauthier geoffroy georges germain ghislain gildas gontran gregoire gustave herve hilaire honore hugues
 hyppolite isidore jean-baptiste jean-christophe jean-francois jean-jacques jean-louis jean-luc jean-michel jean-noel jean-philippe
 jean-pierre jean-yves julien lambert leonce loup lucien marceau marcelin marin martial mathis maxence maxime mederic melchior modeste
 nathanael noe octave paulin philibert pierrick pierre-yves prosper raoul regis remi renaud roch rodolphe romain romuald sebastien serge
 severin stanislas stephane sylvain sylvestre tancrede tanguy thibaud thibault timothee ulysse urbain valere valery victorien vivien wilfrid
 yannick yann yvan yvon zephyrin adamu abebayo adebayo adewale akintola akin alhaji amaechi babatunde chike chinedu
 chukwuma dapo ebuka efosa ekene gbenga godswill ifeanyi ikechukwu jide kunle lanre mfon nnamdi ochieng odhiambo
 okechukwu olumide oluwole oyelaran rotimi tobenna tochukwu uchenna ugochukwu yakubu
 zubairu kwadwo kwaku kweku nii kamari kipkoech kipruto kiprop kiplagat kiprono njoroge kamande kariuki macharia mbugua muriuki mutiso mwai
 ndungu ngugi omondi onyango ouma wafula wanyama tafari tesfay yohannes girma getachew dawit berhanu alemayehu mulugeta tadesse teklu worku
 sizwe siyabonga lwazi lethabo kgosi katlego thulani vusi xolani zolani zwelinzima aakash abhay abhijit abhishek aditya ajit akash akhil alok
 aman amar amitabh amol anirudh ankit anup anupam arnab ashish ashwin atul balaji bhaskar bhavesh brijesh chandan chetan chirag darshan
 debashish dhruv dilip gaurav gautam girish govind harish harsh hemant hitesh ishaan jagdish jai jayant jignesh jitendra kabir kailash karan
 kartik kaushik kishore kunal lalit lokesh madhav mahendra manish manoj mayank milind mohit mukul nachiket naveen neeraj nikhil nilesh nirmal
 nitin parth pankaj paresh partha pradeep prakash pranav prashant pratik praveen punit raghav raghu rajan rajat rajendra rajeev rakesh ranjit
 ravindra rishi ritesh rohan sachin sahil sameer sandeep santosh sanjeev saurabh shashank shekhar shiv shreyas shyam siddharth soham sourav
 srinivas subhash sudhir sujit suman sumit surendra tanmay tejas tushar uday umesh utkarsh varun vasant venkat vikas vikrant vimal vinay
 vineet vipin vishal vishnu vivek yash yogesh abbas abdallah abdel abdelaziz abdelkader abdi abdulaziz abdulkarim abdulla adel adham adnan
 ahsan akram amin ammar anwar arif ashraf ayman ayoub aziz bakr basel bassam daoud fadi fahad fahd farooq farouk faruk fawaz fawzi fayez
 firas ghassan habib haidar haitham hamad hamed hameed hamzah haroun hasan hashim hatem hazem hisham husam husayn ihab ilyas imad ishaq issa
 iyad jaber jabir jafar jalal jawad junaid kadir kasim khair khaldun khurram kamran laith luay lutfi mahir majid marwan masood mazen mehdi
 mohsen mounir mudassar muhsin mujahid munir murad murtaza mushtaq nabeel nadim naeem naji najm nasser nawaz nayef nidal nizar noman nouri
 osama othmane qasim qais rabih radwan rafiq raed rashad rauf riad riyad sabah sabri sadiq saif saleem saleh salah samer sayed shadi shafiq
 shahab shehzad sohail suleiman talal tamer tanvir taufiq tawfiq tayyip ubaid usama wael wahid waheed wasim yahya yaqub yasir younis youssef
 yunus zafar zaid zakaria zaki zaher zeeshan zubair amitai amnon arieh aryeh asaf assaf aviad avner avraham chaim efrem elad eldad eliezer
 elior eliyahu elyakim eran erez etan evyatar gidi gilad giora hanan hillel idan ido ilan ilai itai itamar itzik matan menachem michah
 mordechai moti nachman nadav natan nehemiah netanel nimrod nissim ofir ohad omri osher pinchas raanan raviv reuven ronen rotem shai shalom
 shaul shimshon shlomi shlomo shmuel tomer tzachi tzvi uriel uzi yaakov yakov yaniv yariv yaron yehuda yehoshua yigal yiftach yitzchak yoav
 yochanan yoel yonatan yoni yoram yosef yotam yuval zalman ze'ev zeev zvi ahmet alparslan altan bahadir baris batuhan bekir berkay bulent
 burhan cemal cengiz cihan coskun davut devrim dogan ekrem emin engin ercan erdal erdem erdogan erhan erkan ersin ertugrul fahri ferhat
 fikret gokhan gurkan hakki haluk hamdi hayri huseyin ilhan ilker ismet kaan kagan kerem koray levent mesut mert metin muharrem nazim necati
 nihat oguz oktay omer orhan ozgur ramazan recai rifat sadik salih sedat selcuk selim serdar serhat sinan suat suleyman sukru tahsin taner
 tayfun tekin tolga tuncay turgut ugur unal vedat volkan yasar yavuz yigit yucel zeki ziya akio akihiko akihiro atsushi daichi eiji fumio
 hajime haruto hayato hideaki hideki hideo hideto hirofumi hiroki hiroyuki hisashi ichiro isamu jiro junichi jun'ichi kaito kazuhiro kazuki
 kazuo kazuya keisuke ken'ichi kenichi kenta kentaro kiyoshi kohei koichi koji kosuke kota kunio mamoru manabu masaaki masahiko masahiro
 masaki masao masaru masato masaya mitsuo mitsuru naoki naoto nobuo nobuyuki noboru norio osamu ryota ryuichi ryuji saburo satoru seiichi
 seiji shigeo shigeru shingo shinichi shinji shinya shogo shohei shoichi shuichi soichiro susumu tadao tadashi taichi taiki takahiro takao
 takayuki takeo takeru takumi takuya tatsuo tatsuya teruo tetsuo tetsuya tomohiro tomoki toshiaki toshihiko toshio tsutomu tsuyoshi yasuhiro
 yasuo yasushi yoichi yoji yoshiaki yoshihiro yoshio yosuke yuichi yuji yukio yusuke yutaka chang-ho dae-jung dong-hyun geun-ho hyun-woo
 jae-in jae-ho jae-hyun ji-hoon jin-woo jong-un joon-ho jun-ho kwang-su kyung-soo min-ho min-jae min-su sang-hoon seok-jin seung-ho sung-ho
 sung-min tae-hyung tae-yang woo-jin yong-ho young-ho young-jae bin-bin chao chen-guang dawei guowei hong-wei jianguo jianhua jin-tao jinlong
 jun-jie keqiang shaoqi wei-jie weimin wenbo xiang xiaobo xiaoping yao yifan zedong zemin zhen zhiqiang zhong anh-tuan cuong duc hieu hung
 huy khanh khoa nghia phong phuc quang thanh thien tien trung tuan vinh aleksandar aleksander aleksandr alexandru alojz ante anto antanas
 arkadiusz arkadi artem artur artyom blagoje boban bogumil bojan boleslav borislav boyko branislav bratislav bronislaw budimir cezary
 constantin dalibor damir danijel darko dejan denys desislav dimitar dimitrije djordje dmitry dominik dragoslav drazen dzmitry emir eryk
 evgeny fedor feliks fyodor gavril gavrilo georgi georgiy gleb gregorz henryk hristo hrvoje ignacy igors ihor ilija ilir ion ionut iosif
 ireneusz ivaylo jacek jaromir jaroslaw josip jozef juraj juri jurij kacper kamil karel kiril kirill klement konstantinos kornel krystian
 ladislav lech lev ljubomir lubomir lucian maciej maksim maksym marcin marijan marko martins matija matus maxim mieczyslaw mihail mihailo
 mikael mikolaj mile milivoj milutin mircea miro mirza mislav mladen momcilo nebojsa nedeljko nemanja niko nikodem ognjen oleh olexiy ostap
 ovidiu pal pavle pavlo pero petar petras petros plamen predrag radimir radomir radoslav radovan ratko robertas rosen rostislav rustam
 ryszard samo savo semyon serhii simonas slavko slawomir sreten stane stanko stefanos stipe stjepan strahinja tadeusz taras teodors tihomir
 timofey todor tomaz tudor uros valentyn valeri valeriy vasil vasyl velimir veljko veselin viorel vitali vitaliy vitalij vladan vladislav
 vlado vlastimil vojislav vsevolod vyacheslav wiktor wladyslaw yaroslav yegor yevgeny yevhen zarko zbynek zdravko zeljko zenon zivko zlatan
 zlatko aristotelis anastasios antonis apostolos charalambos christos dionysios efthymios eleftherios evangelos fotis georgios gerasimos
 giannis grigoris haralambos ilias ioannis iraklis lefteris leonidas loukas manolis markos michalis nektarios nikolaos panos paraskevas
 pavlos periklis sotiris sotirios spiros stamatis stelios thanasis thanos theodoros theofilos vasilis vassilis yiannis yorgos alfie ambrose
 ansel archibald arlo arran ashton aubrey augustine augustus barrie barrington beau benedick bertram bertrand beauregard brayden brock
 bronson bryce bryn cade cal callan carlton chadwick chaz chet claudius clem colby cole colton corbin cornelius crispian cuthbert dalton
 damon darnell darrin dashiell davey deacon deandre delbert delroy demetrius denholm denny denton denzel dermott deshawn desi devon dewey
 digby dillon donnie donovan dorian durward earnest eddy elbert eldon eli ellery elroy elton elvis elwood emmett emory ephraim everett ewart
 ezekiel ferris fitzgerald frankie frazer freddy garfield garrick garry garth gaylord geraint gerrard godfrey graydon gwilliam hamlet hamlin
 harley haydn hezekiah hobart holden horace horatio hubie humphrey hywel iago ichabod irvin irving irwin isaiah isidor izaak jabez jace jaden
 jamar jarvis jasper jaxon jayden jermaine jethro joey jonty jory josiah jotham jud judd jude kade keegan keenan keir kelvin kendrick kermit
 kevan kieran kieron kip kipling lachie lamont lanny leander lemuel lenny levi linden lindley linus lionel lochlan logan lonnie lorcan louie
 lucius ludo lynton manny marlon marmaduke marv matty maynard melville mervyn merlin mervin micah milburn millard milt mordecai mortimer
 myles myron nate nev neville nic nicky nico niles obadiah octavius olly orlando orson orville osbert oswald oswin otho ozzie percival
 phileas phineas quinton rafe ralphie randal rees reuben reuel rhett ricki rickie rigby ritchie rollo royce royston rufus rusty saul scottie
 selwyn sherlock shep silas silvanus solomon stew sylvester tavish terrance terrell thaddeus thane thelonius theobald theophilus thurston
 tiernan titus tobin tommie trenton trev trevelyan tripp tristram troy tyrell tyrone vere wally warwick waylon wes wilbert wilf willard
 wilmot woodrow wyn xander yorick zac zachariah zane zebedee zeke
  fintan cillian cathal finbarr emyr alun euan fraser ruaridh torquil oddvar holger stanislaw bartosz oleksiy giorgi irakli levan davit aram tigran
  hovhannes filipe inaki gorka aitor pau rodel stefano babacar modou souleymane boubacar ekow chukwuemeka dele wale garba tshepo kagiso tapiwa farai
  tatenda elie hiwa rebin sherko reza hossein behrouz dariush farhad kourosh feridun ganesh mohan naveed hao lei bo min-jun minh wiremu tane hemi
  semisi viliami iosefa piripi malik merle walt duane homer tarquin alaric basil alf ernie
 per dougie rab wullie gordie aled dewi derrick dez daz baz gaz norm vern des monty nadeem javed gopal subramanian bektur aslan nurlan yerlan daniyar askar farrukh dilshod bakhtiyor jasur andrzej miroslaw lajos tibor miloslav javad siavash bahram kayode kwesi weiming guoliang haoran bram koen pieter henk klaas teun oyvind torstein niccolo piero iker unai asier mikel oriol arnau xavi
 gyula geza géza idrissa chandra raja rama baba abba kostya grisha alyosha seryozha tolya borya isaia elia mattia battista zakariya mujtaba
 raza agha devendra upendra karna huzaifa talha naoya yuya katsuya csaba barna tevita pita sefa josefa waisea ilaitia sota yuta ryuta haruta
 esa veikka arda bora rıza riza sitiveni inoke viliame epeli isikeli timoci jabulani baburao tuomas jyrki toivo`);
