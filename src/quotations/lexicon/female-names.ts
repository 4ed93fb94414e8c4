import { wordSet } from './word-set.ts';

/** Common first names of women, collected by the authors; names used for both genders are left out. Lower case. */
export const FEMALE_NAMES = wordSet(`
 abby abigail ada adela adele adriana agatha agnes aileen aisha alana alba alejandra alessandra alexandra alexis alice alicia alina alison
 allison alma amal amanda amber amelia amina amy ana anastasia andrea angela angelica angelina angie anita ann anna annabel anne annette
 annie antonia april ariana arlene ashley astrid audrey aurora ava ayesha barbara beatrice beatriz becky belinda bella bernadette bernice
 bertha beth bethany betsy betty beverly bianca birgit bonnie brenda bridget britta brooke bronwen brigita camilla candace cara carla carly
 carmen carol carole carolina caroline carolyn carrie cassandra catherine cathy cecilia celia charlene charlotte chelsea cheryl chiara chloe
 christa christina christine cindy claire clara claudia colleen connie consuelo cora corinne cornelia courtney crystal cynthia daisy dana
 daniela danielle daphne dawn deanna debbie deborah debra deirdre delia denise diana diane dianne dina dolores donna dora doreen doris
 dorothy edith edna eileen elaine eleanor elena elisa elisabeth elise elizabeth ella ellen elma elsa elsie emilia emily emma erica erika erin
 esperanza esther ethel eugenia eunice eva evelyn faith fatima felicia fiona flora florence frances francesca frieda gabriela gabrielle gail
 geraldine gertrude gillian gina ginger gisela giulia gladys glenda gloria grace greta gretchen guadalupe gwen hannah hanna harriet hazel
 heather heidi helen helena helga henrietta hilary hilda hillary holly hope huma ida ilka ilona imogen ines ingrid irene iris irma isabel
 isabella isabelle ivanka ivy jackie jacqueline jan jane janet janice janine jasmine jean jeanette jeanne jelka jennifer jenny jessica jill
 jo joan joanna joanne jocelyn johanna josephine joy joyce juanita judith judy julia juliana julie juliet june karen karin karina karla kate
 katharine katherine kathleen kathryn kathy katie katrina kay kellyanne kerstin kim kimberly kirsten kristen kristin kristina lara larissa
 laura lauren laurie layla lea leah leila lena leonora leslie leticia lila lillian lily linda lisa liz lois lola loretta lori lorraine louise
 lucia lucille lucinda lucy luisa lydia lynn lynne mabel madeleine madeline magdalena maggie malala mandy marcia margaret margarita margot
 marguerite maria mariam marian marianne marie marilyn marina marion marissa marjorie marlene marsha marta martha mary maryam matilda maureen
 maxine maya megan melania melanie melinda melissa mercedes meredith mia michelle mildred mimi mina miranda miriam moira molly mona monica
 monika muriel myra myriam nadia nadine nancy naomi natalia natalie natasha nell nellie nicola nicole nikki nina noor nora noreen norma
 odette olga olive olivia ophelia paige pamela patrice patricia patsy patti paula pauline pearl peggy penelope penny petra phoebe phyllis
 polly priscilla priya prudence rachel ramona rebecca regina renata renee rhoda rhonda rita roberta rosa rosalie rosalind rose rosemary
 roxanne ruby ruta ruth sabrina sally samantha samira sandra sandy sara sarah sasha selina serena shannon sharon sheila shelley sheryl
 shirley sierra signe silvia simone sofia sonia sophia sophie stacey stella stephanie sue susan susanna susanne suzanne svetlana sybil sylvia
 tamara tammy tania tanya tara tatiana teresa thelma theresa theresia tiffany tina tracey tracy trish trudy ulrike una ursula valentina
 valerie vanessa vera verna veronica vicky victoria viola violet virginia vivian wanda wendy whitney wilma winifred xenia yael yasmin yolanda
 yusra yvette yvonne zainab zara zoe lyudmila ludmila annika ilse liesl elke saskia aoife siobhan niamh sinead caitlin keiko yuko akiko naoko
 mei ling xiu amara ngozi chioma wambui thandi nomsa aaliyah soraya leyla zeynep fatma ayse noura hala rania dalia gal shira tamar michal
 malia sonja heike achieng adaeze agata agneta agnieszka aine ainhoa aino aisling akinyi aneta anjali anke anne-marie anneli anneliese
 annelise anouk antje araceli asha aurelie aylin beata bente berit bettina biljana birgitta bozena brid brigitte britt bushra carys cathleen
 catriona celine ceridwen cerys chinwe chiyo ciara dagmar danuta deepa delphine dorota dragana dubravka ebele edie eilidh eilis eimear
 ekaterina eleri elif elodie eloise elzbieta esra eun-ji ewa farida femke ffion folake freya funmilayo galina geeta genevieve gerda gertie
 gordana grainne grazyna gudrun gunhild gunilla gwendolyn gwyneth halina hanako hannelore haruka hatice hattie hedda hedwig helmi heloise
 henrike hester hildegard hyacinth ifeoma ingeborg inger inmaculada irmgard iryna ishbel isla itziar iwona jadwiga jannike jelena jemima
 ji-woo jitka juliette kaisa katarzyna kathrin katrin kavita kelly-anne kinga kirstine kirsty krystyna lakshmi lavinia lerato lettice liesel
 liisa lise liv ljiljana lorna lotte lottie lyubov mair maire mairead maisie maj malgorzata manon margaux maribel marie-claire marijke mariko
 marisol marit mary-ann mathilde mechthild meena mette mhairi milena millie min-jung mirjana montserrat morag myfanwy nadezhda nasreen neha
 nerys nesta nisha njeri nneka nomvula nuala nuria oceane odile oksana olena oonagh orla ottoline paivi parveen pavla pernille philippa pilar
 pooja poppy portia ragnhild raisa randi rekha renate rhiannon rocio roisin rosamund rubina sadie saira sakura salome sandrine sanna sanne
 satu shanti shazia sheena shona sian sibel sieglinde sigrid silke siri snezana solange soledad solveig sorcha steffi sunita sushma sylvie
 tegan tess tessa tetiana thandeka tilly torunn tove trude turid tuuli ulla usha ute verity veronique vesna vidya vlasta waltraud wanjiru
 winnie yelena yewande yulia yumi zanele zdenka zehra zelda mieke anneke dilys priyanka ximena justine olwen agnetha aase aina anette
 annbritt anne-lise astri barbro berta birthe bodil borghild cecilie charlotta dagny dorte ebba elin elina elisabet elna else embla emelie
 ester eva-lena fanny frida gerd gunn gunnel gunnhild gyda hanne hedvig helle henny hilde hjordis idun inga ingegerd inge-lise ingelin
 ingvild jonna jorunn josefine kaja kajsa kamilla kari karoline katarina katja kersti kine kirsti kjersti kristine lene lillemor lise-lotte
 lisbet lisbeth liselotte lovisa maj-britt maiken majken malene malin maren margareta margit margrethe mari marte maud mikaela nanna nelly
 oddny pernilla pia ragna rakel rikke sidsel signhild sigrun sissel solfrid solrun solvi stina sunniva svanhild synne synnove thea therese
 thora thyra tiril tonje torhild tuva tyra ulla-britt ulrika unni vibeke vigdis viveka wenche ylva aafke aagje anja annelies anneloes
 annemarie annemieke berber carlijn carolien cato christien cornelie diewertje doutzen eefje elleke els elske esmee evelien famke fenna
 feline fieke floor floortje frederieke froukje geertje geertruida greet greetje griet hanneke heleen hendrika imke ineke jacintha janna
 janneke jantine jet jette jolanda jolien josje juul karlijn katelijne katrien klaartje leonie leontien lidewij lien lieke liesbeth lies
 lieve lisette lonneke loes maaike maartje machteld madelief mareike margreet margriet mariette marieke mariska marjan marjolein marjolijn
 marleen marloes meike mechteld merel mies miek minke mirjam mirte myrthe nelleke nienke noortje paulien pien petronella puck reinhilde
 renske rianne roos roosje rosalinde sietske sjoukje sofie suze tineke tjitske trijntje truus veerle willemien willemijn wytske xandra
 adelheid albertine amalia annegret annerose apollonia ariane babette barbel beate beatrix berthe birte brigitta brunhilde christel
 christiane constanze corinna dietlind dorothea dorothee edda edeltraud elfriede elsbeth elvira emmi erdmute erna ernestine eva-maria evelin
 felicitas franziska friederike gabi gabriele gertraud gerlinde gisele gudula heide heidemarie heidrun hella henriette herta hertha hildburg
 hildegund hiltrud ina inge-maria ingeburg irmtraud isolde iris-maria jana jessika johanne jutta katharina kathe kathi klara klothilde
 konstanze kordula kriemhild leni leonore lieselotte liane lilo loni lore lotti luise magda magdalene maike manja manuela margarete
 margarethe margrit marlies marlis martina mathilda maximiliane mechtild meta nadja notburga ortrud ottilie paulina philippine regine
 reinhild ricarda romy rosemarie roswitha sabine selma senta sibylle stefanie susann tanja thekla tabea ursel uschi uta verena veronika vroni
 walburga wiebke wilhelmina wilhelmine yvonne-maria adelina adelaide agnese albertina alessia ambra angiola anna-maria annalisa annunziata
 antonella antonietta arianna assunta azzurra benedetta bruna camilla-maria carla-maria carlotta carmela caterina celeste cinzia clarissa
 concetta costanza cristina daria debora diletta donata donatella eleonora elettra elisabetta emanuela emma-maria enrica ermelinda ersilia
 fabiana fabiola fabrizia federica felicita fiamma filomena fiorella fiorenza flaminia flavia fortunata franca genoveffa giada gianna gilda
 ginevra gioconda giorgia giovanna gisella giuditta giuliana giuseppina graziella ilaria immacolata iolanda irma-maria isotta ivana letizia
 lia lidia liliana livia loredana lorena lorenza luciana lucrezia ludovica luigia maddalena mafalda margherita maria-grazia maria-teresa
 mariangela maricarla mariella marika marisa matilde michela mimma mirella monica-maria natalina nella nerina nicoletta noemi nora-maria
 nunzia olimpia ombretta ornella orsola ottavia paola paolina patrizia pierina raffaella rachele rita-maria romina rosalba rosalia rosanna
 rosaria rosella rossana rossella sabina samanta sandra-maria serafina silvana silvia-maria simona stefania tecla tiziana ursula-maria
 valeria vera-maria vincenza vittoria viviana adoracion ainara almudena altagracia amaia amparo anabel anahi angustias antonia-maria asuncion
 aurora-maria azucena begona belen benita berenice bibiana blanca candela candelaria caridad carina carlota catalina cecilia-maria chabela
 chelo concepcion conchita corazon cruz-maria dayana desiree edurne elisenda encarnacion ernestina esmeralda estefania estela eugenia-maria
 eulalia felisa fernanda florencia fuensanta gema genoveva georgina gimena graciela griselda herminia hortensia idoia ines-maria irene-maria
 jacinta jimena jose-fina josefa josefina juana julieta justa laia laura-maria leire leonor lourdes lucia-maria luisa-maria macarena magali
 maite mar-maria marcela maricarmen mariela marina-maria maritza marta-maria martirio mireia miriam-maria nadia-maria natividad nayeli nerea
 noelia oihana olalla olga-maria ofelia otilia paloma palmira pepita petrona piedad purificacion rebeca refugio rosaura roxana ruth-maria
 sara-maria socorro sol-maria sonsoles susana teodora teresa-maria tomasa vanesa veronica-maria vicenta violeta virtudes xiomara yaiza
 yesenia yuliana zaida zoraida zulema adriane alix alexandrine amandine amelie anais andree angele angelique anne-claire anne-laure
 anne-sophie annick antoinette apolline arlette armelle aude aurore axelle benedicte capucine carine cecile chantal christelle clarisse
 claudette claudine clea clemence clementine cleo clotilde colette coralie cosette cyrielle edwige eglantine eleonore eliane elvire emilie
 emilienne emmanuelle estelle eugenie eulalie eve evelyne fabienne fantine faustine felicie fernande flore florine francine francoise
 frederique gaelle georgette germaine ghislaine gilberte ginette guillemette gwenaelle gwenola helene hermine honorine hortense huguette
 isaure jacinthe jeanine jeannine jocelyne joelle josette josiane karine laetitia laure laurene laurianne liliane lilou loane louane louison
 lucette lucie lucienne lucile ludivine lydie lynda maelle magalie maeva marceline marcelle marie-christine marie-france marie-josee
 marie-laure marie-noelle marie-pierre marie-therese marielle marinette martine maryse maryvonne mauricette melina melisande micheline
 mireille monique morgane mylene nadege natacha nathalie ninon noelle noemie nolwenn ombeline ophelie oriane paule paulette perrine philomene
 quitterie rachelle raymonde romane roseline roxane segolene servane severine sidonie sixtine solene suzette sylvaine sylvette sylviane thais
 tiphaine ursule valentine vanina violaine violette virginie vivienne yolande yseult yveline zelie abeni adaora adebisi adunni aduke afua
 akosua akua amaka amma aminata aissatou assata awa ayanda bisi bolanle bukola busisiwe chiamaka chidinma chinonye chinyere dikeledi ebun
 efua ekua esi fatou fatoumata folasade funke halima hauwa ifeyinwa ijeoma imani iyabo jamila kadiatou kemi khadija khadijah kudzai lindiwe
 lulama makena maame mariama mariatu monifa mumbi muthoni naledi nandi nafisa nkechi nkiru nobuhle nokuthula nomfundo ntombi nyambura nyokabi
 obioma oluchi omolara oumou palesa refilwe ruvimbo sade safiya sarauniya sibongile simisola sinazo siphokazi thandiwe titilayo tsitsi
 uchechi uju wairimu wangari wangui wanja wanjiku waithera yaa yemisi yetunde zainabu zandile zawadi zodwa zuri aaradhya aditi aishwarya
 akshata alka amrita ananya anjana anju ankita anupama anuradha aparna aradhana archana arpita aruna arundhati avni bharati bhavna chandni
 charu chhaya chitra damini deepti devika divya durga ekta garima gauri gayatri hansa harini himani indira indrani indu ishita jayanti
 jayashree jhanvi juhi jyoti kajal kalpana kamala kanika karishma kavya khushi kirti komal kriti kusum latika leela madhavi madhuri mahima
 malati malini mallika manasi mandira manisha manju meera megha mira mrinal mridula mukta nalini namrata nandini nandita neelam neena neeta
 neetu nidhi nimisha nirmala nivedita padma padmini pallavi parul parvati payal poonam prachi pragya pramila pratibha preeti prerna priti
 prita priyam pushpa rachna radha radhika ragini rajani rakhi rashmi ratna reena renu renuka reshma rhea richa rina ritu riya rohini roshni
 ruchi rukmini rupa sadhana sakshi sandhya sangeeta sanjana sapna sarala sarita saroj savita seema shaila shalini sharmila sheela shefali
 shilpa shobha shraddha shreya shruti shubha shweta simran smita smriti sneha sonal sonali sonam subhadra sudha sujata sukanya sulochana
 sumitra sunanda supriya surabhi swapna swati tanu tanvi tanuja trisha tulsi upasana urmila urvashi vaishali vandana varsha vasudha
 vasundhara veena vibha vijaya vimala vinita yamini yashoda abeer afaf afnan ahlam aida aleena aliya amani amineh arwa asma asmaa atefeh
 atiya ayat aysha azadeh azra badria bahar basma batool bouchra dalal dua eman farah farzana farzaneh fariha fatemeh fawzia fayza fereshteh
 firdous fouzia ghada habiba hadil hafsa hajar hajra hania haneen hayat hend hiba hind houda huda inaam intisar ishrat israa jawaher jihan
 jumana karima kausar khadeeja khawla kholoud kubra laila lamia leena lubna lujain lulwa madiha maha mahnaz mahsa maimuna malak manal maram
 mariya marwa masooma maysa mehnaz mehreen mouna munira nada nafeesa naghmeh nahla naima najat najla najwa narges nargis nasrin nawal nazanin
 nazia nazneen neda negar nermin nesrin nida nihal nilofar niloufar nishat nouf nusrat nuha parisa parvin rabab rabia raghad rahma rajaa
 randa rasha rawan razan reem rehab rehana riham rima roya rubab ruba rukhsana rula rumana saba sabeen sabiha sadaf sadia safa safia sahar
 saima sajida sakina saleha salma samah samar samia sana sanam sawsan sayeda shabana shabnam shadia shagufta shahida shahnaz shaima sharifa
 shaza sheema shereen shirin siham soheila souad suad sumaya sumayya suha suhair tahani tahira tala taslima tehmina thuraya umm wafa walaa
 widad yasmeen yousra zahida zahra zakia zarina zeba zeinab ziba zohra zoya zubaida zulekha adva ahuva aliza alona anat ariela avigail avital
 avivit ayala ayelet batya bilha bracha chana chava dafna dalit daniella devora dganit dikla dorit efrat einat elisheva esti galia galit gila
 gilat gitit hadas hadassah hagar hagit hana hava hedva idit ilanit inbal irit keren kinneret leora levana liat libi lihi limor liora maayan
 meirav merav meytal michaela naama nava neta netta nira nirit nitza nofar noga nurit ofra ophira orit orli orly osnat pazit penina pnina
 rakefet reut rivka ronit ruchama sarit shani sharona shiri shirly shlomit shoshana shula shulamit sigal sigalit sima smadar talia tali talya
 techiya tikva tirza tova tzipi tzipora tzofia vardit yaara yafa yardena yehudit yemima yocheved yonit zehava zipora ziva asli aybuke aydan
 ayla aynur aysegul aysel aysun azize banu basak belgin belma beren berna berrin betul beyza beyhan birgul bahriye buket burcu busra canan
 cansu cemile ceren ceyda cicek damla defne demet derya didem dilara dilek dilsad duygu ebru elvan emel emine esin esma evrim ezgi fadime
 feride feriha fidan figen filiz fulya funda fusun gamze gaye gizem gonca gozde gulay gulben gulcan gulden guler gulgun gulin gulizar gulnur
 gulsah gulsen gulsum gunay hacer halide hande handan hanife havva hulya hurriyet idil ilknur ipek irem isil itir jale kadriye kezban lale
 leman melahat melek melike melis meltem meral merve meryem muge mujde mukaddes nalan nazan nazli necla nefise nehir neriman neslihan nevin
 nezihe nihan nilay nilgun nilufer nuran nuray nurcan nurgul nurten ozge ozlem pelin perihan pervin pinar rukiye saadet sabriye sakine safiye
 sanem seda sedef sehnaz selda selin semra serap seray serpil sevda sevgi sevil sevim sevinc sezen sinem songul suzan sukran tuba tugba tulay
 tulin turkan ulku umran vildan yasemin yeliz yesim yildiz zahide zeliha zerrin zubeyde zuhal aiko akane akemi asami asuka atsuko ayaka ayako
 ayame ayano ayumi chie chieko chika chikako chinatsu chisato chizuko eiko emiko etsuko fumie fumiko fuyuko hanae harue haruko haruna hatsumi
 hideko hikari hiroko hiromi hisako hitomi honoka ikuko junko kaede kaho kanako kanae kaori kasumi katsuko kayo kayoko kazue kazuko kiko
 kimiko kiyoko kiyomi koharu kumiko kyoko machiko madoka makiko manami masako masumi mayu mayuko mayumi megumi michi michiko mieko miho
 mihoko miki miko miku minako misaki misako mitsuko mitsue miwako miyako miyu miyuki momoka momoko motoko nagisa nami nanako nanami narumi
 natsuki natsuko natsumi noriko nozomi reika reiko rena rieko rika riko risa ritsuko rumi rumiko ruriko sachi sachiko saeko sakiko saori
 satoko satomi sawako sayaka sayuri seiko setsuko shiho shiori shizuka shizuko sumie sumiko suzuko takako tamiko tazuko teruko tokiko tomoe
 tomoko tomomi toshiko tsukiko umeko wakana yasuko yayoi yoko yoriko yoshie yoshiko yukari yukie yukiko yukina yumeko yumiko yuriko yuuka
 eun-kyung eun-young hye-jin hye-kyung hyo-jin hyun-ju jae-eun ji-eun ji-hye ji-hyun ji-yeon ji-young jin-kyung jung-hee kyung-hee mi-kyung
 mi-na mi-ra mi-sook mi-young min-ji min-kyung min-young na-yeon seo-hyun seo-yeon so-young soo-jin soo-kyung soo-yeon sun-hee sun-young
 ye-jin yeon-ah yoo-jin yoon-ah young-hee yu-na chunhua chunmei fangfang fengxia guiying hongmei huan huifang huimin jiali jiayi jingjing
 lanfang lihua lijuan liping liying meiling meiyu minghua qiong ruolan shufen shuang suyin tingting wenjing xiaohong xiaoli xiaomei xiaoyan
 xiulan xiuying xueqin yanan yanhong yanling yanyan yingying yufen yulan yunxia yuping yuying zhenzhen diem hanh hoa huong huyen kim-anh
 lan-anh ngan nguyet nhung oanh quyen thao thuy trinh truc tuyet yen agnija alena aleksandra alla alzbeta ana-marija anastasiya andreja anica
 antonija antonina anzhela ariadna asya barbora blanka blazena bogdana bojana borislava bozica branislava branka bronislava cecilija dagmara
 danica darina darya desanka dita dobrila dragica drahomira dunja dusica dzenana edita emina emilija ewelina galyna grozdana gulnara halyna
 hedvika helenka honorata hristina ilinca inna ioana irena irina iskra iveta ivona izabela jadranka jarmila jaroslava jasna jasmina jelica
 jirina jolana jolanta jovana jozefina julija julita justyna kamila karolina katalin kateryna katerina klaudia klavdiya kristiina ksenia
 ksenija kveta larisa laszla lenka lidija lidiya liliya liudmila ljerka ljubica ljudmila lucija lucyna lyuba lyudmyla maja margita marija
 mariana marijana marketa maryna marzena mateja milada milana milenka milica milka miluse mirela mirka miroslava mladena nadezda nadiya
 natalija nataliya natasa nela nevena nevenka nives oleksandra olha pavlina polina rada radka radmila radojka radoslava rahela ralitsa
 roksolana romana ruzena ruzica sanda sanja senka sladjana slavica slavka smiljana snezhana sofija sofiya solomiya sona spela stana
 stanislava stefka stojanka svitlana sylwia tatjana tatyana tereza tetyana tijana tsvetana uliana urszula valentyna valeriya varvara vasilisa
 vendula verica vesela viktoria viktoriya vira visnja vladimira weronika wieslawa yana yaroslava yevgeniya yekaterina yuliia yuliya zaneta
 zdislava zhanna zinaida zlata zofia zoja zora zorica zorka zrinka zsofia zsuzsa zsuzsanna zuzana zuzanna adamantia afroditi aggeliki
 anastassia angeliki antigone areti argyro aspasia athanasia athina chrysanthi chrysoula danae despina dimitra dionysia efi eftychia eirini
 eleftheria eleni evangelia evdokia foteini fotini ioanna iphigenia kalliope kalliopi konstantina kyriaki lambrini magdalini marilena
 marianthi melpomeni nefeli niki olympia panagiota paraskevi parthena polyxeni sotiria soultana spyridoula stamatia stavroula styliani thalia
 theodora vasiliki xanthi zoi abbie addie adrienne aggie alberta alexina alfreda alisha alissa allegra allie allyson alyson alyssa amabel
 amie anastacia andie angharad anika annabella annabeth anthea arabella araminta ariadne aretha arwen ashleigh athena aubree aubrie audra
 augusta aurelia avril babs barbie bea becca beryl bessie bethan bette betsey beulah beverley blodwen blythe bonita brandi bree breeda
 breanna brenna briana brianna bridie bridgette brionna briony bronte bryony bunty caitlyn calista calliope camille cammie candice candida
 carissa carlene carley carmel carol-ann caryl caryn cass cassie catarina cate catrin cayla ceinwen celestine cerise chanel chantelle charis
 charmaine chastity chelsey cher cherie cherise cheryl-ann chrissie christabel christiana christobel cicely cindi claribel clarice clemency
 cleopatra clotilda coleen consuela cordelia coretta corina cosima courtenay cressida cristal dahlia darcey darla darlene davina deana dee
 deena deidre delilah della delores delphi demelza demi dessie devorah dinah dionne dixie dodie dolly doloris dominica dorcas dorinda dottie
 drusilla dulcie dympna eartha effie eithne elaina elayne eleanora elfrida eliza ellie ellie-mae eloisa elouise elspeth elva emeline emmeline
 emmy enid enya esme estella esta ethelinda etta eudora eustacia evadne evangeline evie evonne fae fallon fay faye felicity fenella fifi fina
 finola flick flo florrie flossie fran francene frannie freda gaby gaynor gemma georgia georgiana georgie gigi gilly ginny glenys glinda
 glynis golda goldie grace-ann gracie greer gretel guinevere gussie gwenda gwendolen gwenllian gwenneth gwynne hallie hatty hayley haylie
 hephzibah hermia hermione hetty honor honora imogene iola iona isadora isobel jacinda jacquelyn jacquetta janae jancis janelle janette janey
 janie jannette jaqueline jasmin jayne jeanie jemma jen jenna jenni jennie jeri jerrie jessa jessamine jessamy jessie jilly jinny joann
 jobeth jocasta jodi jodie joely jolene joni jordana josceline josepha josie judi judie juno kaci kacey kaitlin kaitlyn kaley kara karrie
 kasey katelyn kath kathie katheryn katy kayla kaylee kayleigh keeley keira kelly-ann kelsey kendra kenna kerensa keri kerri kerrie kezia
 keziah khloe kiera kiki kimberley kimberlee kirsteen kirstie kitty krista kristi kristie krystal kyla kylie kyra lacey lainey lana laraine
 latasha latisha latonya latoya lauretta laurel laureen lauryn laverne leanne leeanne leigh-ann lenora leona lesley lettie lexi lexie libby
 lilian lilith lillie lilly linette linsey livvy liza lizbeth lizzie llinos loralie lorelei lorinda lorrie lou-ann louella louisa lucasta
 lucretia luella lula lulu lyn lyndsey lynette lynsey lyra mable macey maddie madge mae maeve magenta maia maisy malvina mamie manda mandie
 marah maralyn marcella marcie margaretta margery margie margo mariah marianna maribeth maribelle mariel marilee marita marla marlena marni
 marva mary-beth mary-kate mary-lou maryann marybeth maryellen mattie maude mavis maybelle mazie meaghan meg meghan meggie melba melisa
 mellie melva mercia merideth merrily merry meryl millicent mima mindy minerva minna minnie mirabel mirabelle mitzi modesty mollie morgana
 morna morwenna mozelle myrna myrtle mysie nanette nancie narelle nena nerissa nessa nettie neve nia nicki nicolette nigella nola nona
 octavia odessa olwyn oona oriel orlagh pandora parthenia peggie perdita persephone petula philomena phyllida pippa pixie posy pru prue
 prunella queenie rachael raelene raina rayna reba rebekah regan reta rhian rhona rhonwen rica roma romola ronda roni rosabel rosaleen
 rosaline rosalyn rosamond rosanne roseann roseanna roseanne rosetta rosie roslyn rowena roxie ruthie sabra sally-ann sallie sandi sapphire
 sara-beth sarina scarlett selena seonaid seren shana shanice shania shanna shantel sharlene shauna shawna shayla shelagh shelia sheree sheri
 sherri sherrie shivaun sibyl sienna sigourney sissy sondra sonya sophronia stacie stefani sue-ellen sukey susannah susie sybella tabatha
 tabitha tallulah tameka tamika tammie tamsin tamzin tasha tawny teagan tenley teri terri tessie theda theodosia thirza thomasina tia tiegan
 tilda timothea tisha toni tonia tonya topsy tori toya tracie tricia trina trinity trista trixie trudie twyla valorie vanda vashti velma
 venetia verbena vesta vicki vickie vida vikki vilma virgie vivi vonda wallis wendi wilda willa winona yasmine zadie zelma zena zenobia
 zillah zinnia zola zuleika
  saoirse caoimhe fionnuala bronagh clodagh eluned lowri ailsa gro wioletta eliska ketevan conceicao nieves montse xochitl yadira khady ndeye rokhaya
  astou coumba hawa adjoa abena afia morenike atieno rudo chipo hadiza binta iman nour golnaz mehri sita sushila yuki thi linh nga phuong trang aroha
  hine ngaio mereana leilani sina tahlia shayna keisha ebony deb gabby cath
 pam mags bev viv dotty peg senga ishani amira gulnora aigul dinara saule nargiza feruza zulaikha madina larysa kseniya eszter judit ildiko joana graca fiammetta torill ase dorthe birgitte fleur inge aila riitta pirkko tuula sirpa eeva outi xiaoling yanting nandipha funmi shaz shazza shaniqua freja perpetua
 mele salote losaline mereoni erzsebet erzsébet nergis`);
