import { wordSet } from './word-set.ts';

/**
 * First names of women in the Social Security Administration's national data of the United States, 1880 to 2016: at least
 * 1,000 bearers, 97 of 100 of them women; English words, places and what the authors' own list has are left out.
 */
export const COUNTED_FEMALE_NAMES = wordSet(`
 aadhya aaleyah aaliya aaniyah aanya aaralyn aarna abagail abbi abbigail abbigale abbigayle abbygail abigael abigale abigayle abriana abrianna
 abriella abrielle abril abygail adah adalee adalie adalina adaline adalyn adalynn adamari adamaris adara addalyn addalynn addelyn addilyn addilynn
 addisen addisyn addy addysen addyson adelaida adelene adelia adeline adelita adella adelle adelyn adelynn adena adia adilene adilyn adilynn adina
 adisyn adline adora adreanna adria adrianna adrianne adriene adrina adyson aeris agustina ahsley ahtziri aiesha aila ailani ailene aili ailyn aimee
 ainslee ainsley aishah aislinn aislyn aislynn aitana aixa aiyana aiyanna aja ajah akasha akayla akeelah akilah akshara alaia alaina alaine alanah
 alane alani alanis alanna alannah alasia alaura alaya alayah alayla alayna alayne alaysha alaysia albertha albina alda alea aleah alean alease
 alecia aleda aleeah aleen aleesha aleeya aleeyah aleia aleida aleigha aleisha alejandrina alene alesha aleshia alesia alessa aleta aletha alethea
 alethia alexa alexandrea alexcia alexsandra alexus alexxis alexzandra alexzandria aleya aleyah aleyda aleyna alfredia alia aliah aliana alianna
 alica alicea alicen alida alisa alise alishia alisia alisson alita alivia aliyana alizabeth allana allean allee allena allene alli alline allisa
 allissa allisson alliyah allysa allyssa almeda almeta almira alondra alonna alora alta altha alvena alvera alverta alvina alyah alyana alyanna
 alyce alycia alyna alys alysa alyse alysha alyshia alysia alysse alyssia alysson alyvia alyza amada amairani amairany amaiya amalie amarah amaria
 amariah amaya amayah ambar amberlee amberly amberlyn amberlynn ambria amee ameena ameera ameerah amerie amia amiah amiee amilia aminah amira
 amiracle amirah amiya amiyah ammie ammy amna amya amyah amyra anabell anabella anabelle anahy anai anaiah anaiya anaiyah analee analeigh anali
 analia analicia analiese analisa analise analy anamaria anamarie anaya anayah anayeli andreana andreina andreya andria andriana aneesa anela anessa
 angelea angelee angelena angelene angeles angeli angelia angelie angelika angeline angelita angella angelle angely angelyn anglea ania aniah anice
 anijah anisa anisha anissa aniston anitra aniya aniyah anjanette anjelica annabell annabelle annah annalee annaleigh annaliese annalise annalyse
 annamae annamaria annamarie annastasia annelle anner annett annetta annice annis annissa anniston annita annmarie anny anslee ansleigh ansley
 antionette antonetta antonette anusha anushka anya anyah anyla anyssa apryl arabelle aracelis aracely aranza araseli araya arcelia ardath ardelia
 ardella ardelle ardeth ardith ardyce areli arely aretta ariah arial arianne arianny arica arieanna ariella arielle arika arionna arissa ariya
 ariyah ariyana ariyanna arla arlean arleen arlena arleta arleth arletha arletta arlinda arline arlyne arlys armanda armida arminda arnetta arnita
 arriana arrianna arvella arvilla aryana aryanna ashely ashia ashlea ashlee ashlei ashlen ashli ashlie ashly ashlyn ashlynn ashlynne asiya aspyn
 aubri aubriana aubrianna aubriella aubrielle audrea audree audri audria audriana audrianna audrie audrina augustina aurea autum avah avalon avalyn
 avalynn avani avarie avelina averie avia aviana avianna avie aviva awilda aya ayana ayanna ayleen ayonna aysia ayva azalee azalia azaria azia aziza
 azul babygirl baila baileigh bailie baleigh bambi barbra batsheva bayleigh baylie beatris beaulah bebe becki beckie belia belva berdie bernadine
 bernardine berneice bernetta berniece bernita beronica bertina bess bethani bethanie bethann bethanne bettie bettyann bettye bettylou betzaida
 beula beverlee beyonce bianka billi billiejo bina birtha blaire blanche blanchie blenda blima blondell bobbi bobbiejo bobbijo bobbye bobette bonna
 bonni braelynn branda brande brandee brandice brandie braylee brayleigh brea breana breann breanne breasia breauna breeana breeann breeanna breona
 breonna breyana breyanna bria briahna brianda briann briannah brianne briauna bridgett bridgit brie brieanna briella brielle brienna brienne
 brigette brigid brigit brilee brina brinda brinlee brinley briona brisa briseida briseyda brissa brita britani britany britnee britney britni
 britny brittaney brittani brittanie britteny brittnay brittnee brittney brittni brittnie brittny briza bronwyn brookelyn brookelynn brooklin
 brooklynn brooklynne brunilda bryana bryanna bryanne bryleigh brylie bryna brynlee brynleigh brynley brynn brynna brynne buelah buffy bula bulah
 cady caelyn caila cailee cailey cailin cailyn caitlan caitlynn calandra caleigh calie caliyah calleigh calli callie callista cally cambree cambrie
 camella cami camie camila camillia cammy candance candi candie candis candise candra candyce caralyn caren caressa cari carie carin carisa carita
 carlee carleen carleigh carlena carletta carlette carli carlina carline carlisa carlita carlye carlyn carma carmelina carmelita carmella carmina
 carola carolann carolanne carolee carolin carolyne carolynn carra carri carrigan casandra casi casie casondra cassaundra cassi cassondra cassy
 cataleya catelyn catharine catherin cathern catheryn cathey cathi cathie cathrine cathryn catina catrice catrina caylee cayleigh cayley caylie
 ceara cecelia cecily celena celene celestia celestina celina celinda ceola cera cesia chanda chandra chanell chanelle chantay chante chantel
 chantell charise charissa charisse charita charla charlean charlee charleen charleigh charlena charlesetta charletta charlette charli charline
 charlize charlsie charlyn charlyne charmayne charolette chasidy chasity chassidy chassity chaya chelsa chelsee chelsi chelsie chelsy chenoa chere
 cheree cherelle cheri cherice cherilyn cherisse cherita cherlyn cherri cherrie cherryl cherylann cheryle cheryll cheyann cheyanna cheyanne chiquita
 chloee chloey chloie chole chrissy christal christeen christena christene christi christianna christianne christie christinia christy christyn
 chrystal chyanne chyenne chyna chynna ciana cianna ciarra cielo cienna ciera cierra cinda cindie cinthia cinthya citlali citlalli citlaly claira
 clarabelle claretha clarinda clarine clarisa clarise clarita classie cleda clementina cleola cleone cleora cleta cloe cloey cloie clora clorinda
 colene coletta collene collette contessa coralee coraline cordia coreen corena corene corine corinthia corissa corrina corrine corrinne courteney
 courtnee courtnie cozette creola criselda crissy crista cristi cristie cristin cristine cristy crysta crystle cydney cyndi cyndy dacia dafne daija
 daijah daina daira daisey daisha daisie daja dajah dalena dalene daleyza dalila dalilah damita damya danasia daneen danelle danesha danette dania
 danika danisha danita daniya daniyah danna dannette dannielle danya danyelle daphine daphney darci darcie dariana darice darleen darlena darline
 darlyn darlyne dasha dasia dava davia davida dawna dawne dayanara dayanna dayla dayna daysha daysi deadra deangela deann deanne deasia debbi debbra
 debby debera debi deborha debrah debroah dede dedra deeann deeanna deedee deedra deetta deidra deirdra deisy deitra deja dejah dejanae delaina
 delainey delana delani delanie delcie delena delfina deliah delicia delila delina delinda delisa delois deloise delora delories deloris delorise
 delorse delpha delphia delsie demetra demetria dena denae deneen denese denia denice deniece denisha denisse denita denna dennise denyse deona
 deonna desarae desaray deserae deseree desirae desiray desirea dessa destani destanie destany desteny destinee destiney destini destinie destyni
 detra devina devona devonna deyanira deysi dezarae dezirae deziree dian diandra diann dianna dicie diedra diedre dierdre diona dionna divina diya
 docia dollie domenica dominga dona donella donetta donette donia donisha donita donnamarie donnetta donnette dorathy doreatha dorene doretha
 dorethea doretta dori doria dorie dorine dorla dorotha dorothey dortha dorthea dorthey dorthy dovie dreama drema drucilla dulce dusti dyamond dyana
 dyani dyanna earlean earleen earlene earline earnestine ebone ebonee eboni ebonie eda edra edwina edyth edythe eilene eisley elana elanor elayna
 elberta elda eldora eleana eleanore elease electa electra elene elenor elenora elenore elexis elexus elfrieda eliana elianna elicia elida elinor
 elinore elisia elissa elizabet elizbeth elizebeth ellamae elle ellena elli elliana ellianna elly ellyn elmira elnora elodia elois elona elora elsy
 elta elvera elvia elvina elwanda elyana elysa elyse elysia elyssa ema emalee emalie emaline emalyn emberly emelda emeli emelia emely emelyn emerie
 emersyn emi emilee emileigh emiley emili emiliana emilly emilyn emmalee emmaleigh emmaline emmalyn emmalynn emme emmie emogene emy ena endia
 enedina enola enriqueta eriana ericka erlene erlinda erline erma erminia eryka erykah eryn erynn esha essie estefana estefani estefany estephanie
 estrella estrellita etha ethelene ethelyn ettie eugena eula eulah euna evalena evalina evaline evalyn evalynn evangelina evelena evelia evelina
 eveline evelynn evelynne everlee everleigh everlena everly evette evita exie faigy fallyn fannie fara farrah fatimah faustina faviola fayetta fayth
 felecia felica felipa felisha ferne fleta flonnie flor florance florene floretta floria florinda fonda franchesca francheska francie francina
 francisca fredda frederica fredericka fredia fredricka freeda freida gabriella galilea gayla gaylene gaynell gaynelle gearldine geena gena genell
 genelle genevia genevie genevive genia genna gennifer genny georgann georganna georganne georgeann georgeanna georgeanne georgene georgetta
 georgiann georgianna georgianne georgine geralyn geri gerri gerrie gertha giana giavanna gidget ginamarie gisel gisell giselle gissel gissell
 gisselle gittel gitty giulianna gizelle gladis gladyce glena glendora glenna glynda goldia goldy gracee gracelyn gracelynn gracey graci gracia
 gracy grayce grecia gregoria gretta gricelda grisel guillermina gwendalyn gwendolynn gweneth gwenn gwenyth hadlee hadleigh hailee haileigh hailey
 hailie haily halee haleigh haley hali halie hallee halli hanah harleigh harlene harmoni harmonie harriett harriette hassie haydee hayle haylee
 hayleigh hayli hazle heba hedy heidy helaine hellen helyn henretta herlinda hermelinda hermina hessie hettie hiedi hildegarde hilma hinda hindy
 holli hortencia hulda icie idalia idell idella iesha ieshia ignacia ila ilah ilana ilda ileana ileen ilene iliana illa illiana ima imelda inara
 inaya indya inell inez ione irelyn irelynn irine isabela isabell isaura isela isha isis issabella itzayana itzel ivanna ivelisse ivette ivonne
 iyana iyanna iyonna izabel izabell izabella izabelle izetta izola izora izzabella jacalyn jacee jacelyn jaci jacie jackelin jackeline jackelyn
 jacki jacklyn jacklynn jackqueline jaclyn jaclynn jacqualine jacqualyn jacquelene jacquelin jacquelyne jacquelynn jacquie jacquline jacqulyn jada
 jadah jadelyn jaeda jaela jaelynn jahaira jahzara jaida jaide jaila jailene jailynn jaimee jaimi jaina jakayla jakia jakira jakiya jakiyah jala
 jalaya jalayah jaleah jaleesa jalia jalisa jalissa jaliyah jalyssa jamaya jameelah jameka jamesha jamia jamika jamilah jamilla jamillah jamira
 jamiya jamiyah jamya janasia janay janaya janea janean janee janeen janel janell janella janelly janely janene janese janessa janeth janett janetta
 jania janiah janiece janina janis janise janita janiya janiyah jannah jannelle jannet jannett jannie janya janyah janyce janyla jaquelin jaquelyn
 jasleen jaslene jaslyn jaslynn jasmyn jasmyne jaunita jaya jayci jaycie jayda jaydah jayla jaylah jaylee jayleen jayleigh jaylene jaymee jaymi
 jayna jaynie jazelle jazlene jazlyn jazlynn jazmen jazmin jazmine jazmyn jazmyne jazzlyn jazzlynn jazzmin jazzmine jazzmyn jeana jeane jeanelle
 jeanene jeanett jeanetta jeanice jeanmarie jeanna jeannetta jeannette jeannie jelisa jena jenae jenee jeneen jenell jenelle jenesis jenessa jenette
 jenevieve jeni jenica jenice jenifer jeniffer jenine jenise jennafer jennah jennefer jennell jennelle jennette jennica jenniffer jennine jennyfer
 jeraldine jeralyn jerica jerika jerilyn jerilynn jerline jerri jerrica jerrilyn jerusha jesenia jesica jesika jeslyn jessalyn jesseca jessenia
 jesslyn jessyca jestine jesusa jesusita jetta jianna jillian jina jiselle jiya joana joane joanie joannie jocelin joceline jocelynn jodee joeann
 joelene joella joellen joetta joette johana johannah johna johnetta johnette johnna johnsie joi jolee joleen jolena joli jolie jolinda joline jolyn
 jolynn jonae jonelle jonette jonni jordynn joretta jorie jorja josalyn joscelyn joselin joseline joselyn joselyne joselynn josephina joshlyn
 josiephine josilyn joslin joslyn joslynn josselyn jossie josslyn journee journi journie jovanna jovie jovita joya joycelyn joye jozlyn julee julene
 juli juliane juliann julianna julianne julieann julieanna julieanne julietta julisa julissa junita jurnee justina kacie kadee kadie kadijah kady
 kaela kaelee kaeleigh kaeli kaelyn kaelynn kahlan kaia kaila kailah kailani kailee kaileigh kailey kaili kailie kaily kailyn kailynn kaira kaitlan
 kaitlynn kaiya kala kalea kaleah kalee kaleena kaleigh kalena kalia kaliah kalie kalina kalisha kalista kaliyah kalli kallie kally kalynn kamara
 kamaria kamaya kambree kambria kamesha kami kamia kamiah kamie kamilah kamille kamisha kamiya kamiyah kamora kamya kandace kandi kandice kandie
 kandis kandra kandyce kaneisha kanesha kanisha kaniya kaniyah karah karalee karalyn kareena karely karena karie karime karis karisa karisma karissa
 karizma karlee karleen karleigh karlene karley karli karlie karly karlyn karmen karmyn karolyn karren karri karyl karyme karyn kasandra kasi kasia
 kasie kassandra kassi kassidi kassidy kassie kataleya katalina katana katara katelin katelynn katelynne kateri katey kathaleen katharyn katheleen
 katherin katherina kathern katheryne kathey kathia kathlene kathlyn kathrine kathryne kathyrn kati katia katilyn katina katlin katlyn katlynn
 katrena katrice kattie katya kayci kaycie kaydance kaydee kaydence kaylah kaylani kaylea kayleen kaylei kaylene kayley kayli kaylie kaylin kaylyn
 kaylynn kaysha kaysie kaytlin kaytlyn kaytlynn keaira keana keandra keanna keara keasia kecia keela keeli keelie keely keesha keiana keiara keila
 keilah keilani keily keirra keirsten keiry keitha kelci kelcie keli kelis kelle kellee kelli kellie kellyann kellye kelsea kelsee kelsi kelsie
 kelsy kemberly kena kenadee kenadi kenadie kenda kendria kendyl kendyll kenia kenisha kenleigh kennadi kennady kennedi kennedie kenzi kenzie keona
 keondra keonna keosha kera kerra kerrin kesha keshia keturah keva keya keyana keyanna keyara keyla keylee keyona keyonna keysha khaleesi khalia
 khaliah khalilah khaliyah khloee khristina kia kiana kiani kianna kiara kiarah kiarra kierra kiersten kierstin kierstyn kiesha kilee kimberely
 kimberle kimberli kimberlie kimberlin kimberlyn kimbra kimora kindra kinlee kinleigh kinley kinslee kinsley kinzie kinzley kiona kionna kira kirra
 kirstin kirstyn kisha kitana kittie kiya kiyah kiyana kizzie kizzy klaire klarissa kloe kloey kolleen konnie kora korina korinne kortni krisha
 krislyn krissy kristal kristeen kristel kristene kristiana kristianna kristy kristyn krysta krystel krysten krystin krystina krystle kya kyah kyana
 kyanna kyara kylah kylea kylee kyleigh kylene kyli kymberly kyna kyndal kyndra kynlee kynleigh kyrah kyrsten kyrstin lacee lachelle laci lacie
 lacresha ladawn ladonna laela lahoma lailah lailani laina lainie laisha lajuana lakayla lakeesha lakeisha lakendra lakenya lakesha lakeshia lakeya
 lakeysha lakia lakiesha lakisha lakita lakyn lala lamonica lamya lanae lanaya lanelle lanetta lanette lani lanie lanisha lanita laniya laniyah
 lanna lanora laquanda laquetta laquinta laquisha laquita larae laree larhonda larita laronda larraine laryssa lasandra lasha lashae lashana
 lashanda lashaunda lashawna lashawnda lashay lashelle lashonda lashondra lashunda lasonya latanya latara latarsha latashia latavia lateisha latesha
 latia laticia latifah latina latonia latoria latosha latoshia latoyia latrice latricia latrina latrisha launa laural lauralee lauran laurena
 laurette lauri laurinda laurine lavada laveda lavena lavenia lavera laverna laveta lavetta lavette lavina lavona lavonda lavonia lavonna lavonne
 lawana lawanda lawanna laya layan laylah layna laynee laynie leana leandra leann leanna leanora leatha leatrice lecia leda leeah leeann leeanna
 leesa leia leiah leigha leighann leighanna leighanne leilah leilany leisa leisha lela lelah lelia lenette lenita lenna lenore leola leoma leonarda
 leonia leonna leontine leota lera lesa lesha lesia leslee lesli leslye leta letha letisha letitia letty lexa lexy leya leyna lezlie liah lianna
 lianne libbie lida liddie lilah lili lilia lilianna lilibeth lilie lilla lilli lillia lilliana lillianna lillith lillyan lillyana lillyann
 lillyanna lilyan lilyana lilyann lilyanna lilyanne lina lindi lindsy linnea linnette lisabeth lisamarie lisandra liset lisha lissa lisset lissette
 lita litzy liya liyah lizabeth lizbet lizet lizeth lizett lizette lizzette lluvia loleta lolita lollie loma lona londa londyn londynn lonna lora
 loraine loralee loralei lorayne loreal lorean loree loreen lorelai lorene loreta loretha lorette loria loriann lorianne lorie lorina lorine lorissa
 lorita lorretta lorri loryn lossie louann louanna louanne louetta louvenia lovella lovetta lovina luana luann luanna luanne luberta lucero luci
 lucianna lucila lucina luetta luna lupita lura lurline luvenia lyda lyla lylah lynae lyndee lyndi lyndia lyndsay lyndsi lyndsie lynelle lynetta
 lynlee lynna lynnae lynnea lynnette mabelle macayla macee machelle maci macie mackayla mackenna mackenzi macy madalene madaline madalyn madalynn
 maddison madelaine madelene madelin madelon madelyn madelyne madelynn madelynne madie madilyn madilynn madisen madisyn madlyn madolyn madonna
 madysen madyson maebelle maegan maeghan maelyn maelynn magaly magan magdaline magen mahala mahalia mai maida maija maile maira maisha maiya maizie
 majorie makaela makaila makala makayla makaylah makaylee makeda makenna makenzi makenzie makenzy makia makinley makiya makiyah makyla malaika
 malani malayah malayna malea maleah maleigha malena malerie maliah maliha malika malina malinda malisa malissa maliya maliyah malka malky mallori
 mallorie mallory malorie malory mammie mandi maranda marbella marcelina marcelline marcene marcey marchelle marci marcy maree marely marena
 margarett margarette margarite margene margorie margret margrett marguerita margueritte margurite margy mariaelena mariajose mariann maricela
 maricella maricruz marielena mariellen marietta marijane marijo marilou marilu marilynn marinda marisela marisha marivel mariyah mariza marjean
 marjory markayla markeisha markia markisha markita marlaina marlana marlee marleigh marleny marli marlie marlina marlys marna marnie marolyn
 marquetta marquisha marquita marquitta marrisa marrissa martika marvella marya maryah maryalice maryan maryanna maryanne marybelle marye
 maryelizabeth maryetta marygrace maryhelen maryjane maryjean maryjo marykate marylee marylin marylou marylouise marylyn marylynn maryn maryrose
 marysol maryssa mataya mattea maudie maudine maura maurine maxcine mayah maybell maycee maycie maye maylee maylin mayme maymie mayola mayra mayte
 mckayla mckenna mckenzi mckinzie mea meagan meagen meah meara mechelle meda meggan meghann meilani meira meisha mekayla mekenzie melaina melaine
 melanee melaney melani melannie melany melda meleah melia melissia melita meliza mellanie mellisa mellissa melodee melodi melodie melonie melony
 melvina melynda melyssa meranda merari mercedez meri meriam meridith merilee merilyn merissa merita merlene merline merna merri merrie merrilee
 mertie mesha metta mettie miabella miah micaela micayla michaele michaelene michaella michaelle michala michayla micheala michelina michella
 mickayla micki midori miesha migdalia mignon mikaila mikala mikayla mikaylah mikki mila milagro milagros milah milani milania mileena miley milinda
 milissa milla milly minda mindi minta mireya miriah mirian mirna mishelle misti mistie mittie mitzie mitzy miya miyah modesta moesha molli monae
 monalisa monet monette monisha monna monserrat morganne morghan moriah mossie mozella mya myah myasia myeisha myesha myia myisha mykaela mykala
 mykayla mykenzie myla mylah mylee mylie myranda myriah myrtice myrtie myrtis nacole nadean nadeen nadene nadya nahomi naia naida naila nailah
 naimah naisha naiya naja najah nakayla nakeisha nakesha nakisha nakita nakiya nakiyah nala nalani nallely nancee nanci nancye nannette nannie naoma
 naomie naomy nariah nariyah natalee nataleigh natali nataly natalya natashia nathalia nathaly natisha natosha naudia nautica navaeh navya naya
 nayelli nayely nayla nechama necole nedra neida neila neisha nelda nelia nelida nelle nelma nelva neola neoma neomi nereida nereyda neriah nevaeh
 neveah neysa niah niccole nichelle nichol nichole nicholette nicholle nickole nicol nicolasa nicolina nicolle nicollette nidia niesha nika nikayla
 nikisha nikkia nikole nila nilda nilsa ninfa nisa nissa nita nivea niya niyah noelani noella noemy nohemi nonie norah norene norine novalee nuvia
 nya nyah nyasia nydia nyesha nyla nylah nyomi nyssa odalis odalys odelia odilia olene oleta oletha olevia olinda oliva olyvia oma omie ona oneida
 oneta onita oralia orene oretha oriana orianna orpha otelia ouida ozella paislee paisleigh paityn palma pam pamala pamelia pamella paralee patrica
 patrina patrisha pattie paulene pauletta payge pearle pearlean pearlene pearline penney pennie perla petrina phaedra phebe phillis phylicia phylis
 phyliss pollie pollyanna porscha porsche porsha prescilla preslee presleigh preslie pricila pricilla priscella priscila prisha pyper qiana quanisha
 quiana quintina rachal racheal rachell racquel raeann raeanna raeanne raechel raegan raelee raeleigh raelyn raelynn raena rafaela raizel raizy
 ramya rana ranae raniya raniyah raquel rasheeda rashel rashell rashelle rashida rashonda ravyn raya rayann rayanna rayanne raychel raylee rayleen
 rayleigh raylene raylynn rayma reanna reatha rebbecca rebeccah rebecka rebeka rebekka rebekkah reema refugia regena regenia reginia reina reita
 rella rema remona renae renay renda renea renetta renita renna resa ressie retha retta reva reya reyna rheanna rheba rheta rhiana rhianna ria riana
 rianna richelle rihanna rileigh rilla rilynn riva rivky robbyn robyn robynn rochel rochelle rolanda romayne romelia romona rona ronica ronisha
 ronna ronni rori rosabelle rosalee rosalina rosalinda rosalva rosalynn rosamaria rosana rosann roselee roselyn roselynn rosena rosey roshanda
 roshonda rosia rosina rosio roslynn roxann roxanna roxy rozanne rozella rozlyn rubi rubie rubye rufina rutha ruthann ruthanne ruthe ryanna ryanne
 ryleigh saanvi sabrena sada sadye sahana sahasra salena sallyann sallye samarah samatha samaya samiah samirah samiya samiyah sammantha samone samya
 sanai sanaya sandee sandie sania saniah saniya saniyah sanjuana sanjuanita santa santina sanya saphira sarabeth sarahi sarai saralyn saray saraya
 sarena sariah sariya sariyah sarrah saundra savana savanah savina saydee sayra scarlette seana seanna sebrina sedona sela selah selene senaida
 senora sera seraphina serina serita shaela shaelyn shaelynn shaina shaindy shakayla shakera shakia shakira shakita shakyra shala shalanda shalee
 shalonda shalyn shalynn shamara shameka shamia shamika shamira shamiya shamya shanae shanay shanaya shanda shandi shandra shanea shanee shaneka
 shanel shanell shanelle shanequa shaniah shaniece shanika shaniqua shanique shanise shanita shaniya shaniyah shannah shannel shanta shantae shantal
 shantay shantell shantelle shantia shanya shaquana shaquita shara sharae shardae sharee sharell sharen sharhonda sharice sharie sharika sharilyn
 sharina sharita sharla sharleen sharlyn sharmaine sharman sharolyn sharonda sharri sharron sharyl sharyn shatara shaunda shaunna shavonda shavonne
 shawana shawanda shawanna shawnda shawnna shawntel shaylee shaylin shaylyn shaylynn shealyn sheba sheilah shekinah shela shelba shelbi shelbie
 shella shelli shelly shelva shemeka shemika shena shenika shenita shenna shera sherell sherelle sherice sherie sherika sherilyn sherita sherlene
 sherlyn sheronda sherree sherryl sheryle sheryll sheyenne sheyla shiann shianne shiela shifra shila shireen shirlee shirleen shirlene shirlie
 shivani shonda shondra shonna shriya shyann shyanna shyanne shyla shylah sia sianna siara sidra siena siera sierrah sindy sirena siya skyla skylah
 skylee skylynn solana soleil somer sommer sonjia stacee staci stacia starla starlene stasia stefany steffanie steffany stephaine stephani stephania
 stephannie stephany stephenie stephine stevi stormi stormie suanne sudie sueann suellen sula sulema sunnie suri susette susy suzana suzann suzanna
 suzannah suzi suzie suzy syble sydnee sydni sydnie syeda symone synthia syreeta tabetha taina taisha taja tajuana takara takayla takeisha takia
 takisha takiya takiyah talaya taleah taliah talisa talisha talitha taliyah tama tamala tamarah tamarra tamatha tamaya tambra tameika tamekia tamela
 tamera tamesha tami tamia tamica tamie tamira tamisha tamiya tamiyah tammara tammera tammi tamra tamya tamyra tana tanasia tanaya tandra taneisha
 taneka tanesha taneshia tangela tangie tanika tanisha taniya taniyah tanna tarah taraji tari tarra tarrah tarsha taryn tashara tashia tashina tasia
 tasneem tatianna tatiyana tatyanna taunya tausha tavia tawana tawanda tawanna tawni tawnya taya tayah tayla taylar taylee teah teaira teanna teara
 teddi teena tehya teisha telisa telisha temeka tempie tena tenesha tenika tenisha tennie tennille teonna tera tereasa terese teresia teresita
 teressa terica terina terisa terra terresa terria terrica terrie tesa tesha tesia teya thania theola theressa thersa thomasine thresa thressa tiana
 tianna tiare tiarra tiera tierney tierra tiesha tiffaney tiffani tiffanie tiffiney tiffini tiffiny tiffney tillie timeka timia timika tinamarie
 tinisha tinley tiona tionna tirzah tisa tiyana tkeyah tomeka tomika tommi tona tonda tonette toniann tonisha tonita tonja toria tosha toshia
 towanda tracee traci tracye treasa trena tresa tressa tressie treva trinitee triniti trudi trula tula twana twanda twanna twila twilla tyana tyanna
 tyasia tyeisha tyesha tyeshia tyisha tyla tynesha tynisha tyonna tytiana tytianna ula uma vada valarie valda valera valinda vallerie vanetta vania
 vanita vannesa vannessa vayda veda velda velia vella velta velva venessa venita veola verda verenice vergie verla verlene verline vernelle vernetta
 vernette vernia vernita verta vertie veta veva vianca vianey vianna vianney vickey viki vina violetta virgia virgina viridiana vita vivianna
 vivianne voncile vonna waneta wanetta wanita wava wenda wende wendie wendolyn wenona whittney wilhelmenia willena willene willetta willette
 willodean winnifred wonda wynell wynona wynter xena xitlali xitlaly xochilt yadhira yahaira yajaira yalonda yamile yamilet yamileth yamilex yaneli
 yanely yanet yanira yaquelin yara yareli yarely yaretzi yaretzy yaritza yashica yazmin yazmine yecenia yehudis yenifer yesica yessenia yessica
 yetta yitty yoana yolonda yoselin yoselyn ysabella yulanda yulianna yulisa yulissa yuna yuridia yvonna zabrina zada zahara zaina zaira zakiya
 zakiyah zakiyyah zana zandra zaniah zaniya zaniyah zarah zariah zariya zariyah zayda zayla zaylee zayna zaynab zayra zella zenaida zendaya zenia
 zetta zettie zina zipporah zita zoee zoey zoie zoila zula zuleyka zulma
`);
