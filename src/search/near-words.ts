/**
 * English words that news and reference texts use for one another, a group a meaning. They find what
 * is said in other words; written down from general knowledge, not from any set of questions.
 */
const GROUPS = `
abolish repeal revoke cancel annul|accept adopt approve endorse|accuse blame charge
achieve accomplish attain reach|add attach append|advantage benefit
advise recommend counsel suggest|afraid fear worry concern anxious
agreement deal treaty pact accord|aim goal purpose objective intention|allow permit let enable
ally partner supporter backer|almost nearly approximately about around
america american us usa washington|american us united|amount quantity number
anger angry furious outrage|annual year yearly|answer reply respond response|appear emerge arise
appoint name nominate designate assign|area region territory zone district
army troop military force soldier|arrest detain capture imprison jail|ask request demand
attack assault raid invade offensive|average mean|ban embargo sanction|battle clash skirmish siege
begin start commence outset onset|believe belief creed doctrine|belong own possess|bible scripture
big large great huge|bomb explode explosion blast shell|book volume text|border frontier boundary
brave courage|breakdown collapse failure|bring carry transport convey|britain british uk london
british uk britain|buy purchase acquire|calculate compute|call phone telephone
campaign drive movement|car vehicle automobile|cease ceasefire truce armistice
celebrate commemorate honor honour|change alter modify shift reform|child kid
china chinese beijing|choose select pick elect|church religious religion faith
citizen resident national civilian|city town|climate weather|close shut|coast shore
collect gather assemble accumulate|combine merge unite unify join|come arrive arrival
common widespread popular usual|company firm corporation business
complain protest object objection|complete finish whole|condition circumstance situation
connect link join|connection relation tie link relationship|consist compose
contain include comprise consist|continue persist proceed last|control dominate|convert conversion
cooperate collaborate cooperation partnership|copy reproduce duplicate imitate
correct right accurate true|council committee board commission|country nation state
courage bravery|court tribunal judge|crime offense offence|crisis emergency
criticise criticize condemn denounce blame|custom tradition practice habit
damage harm destroy ruin|danger threat risk|decide determine resolve|decision ruling verdict
decree edict order ordinance|defeat beat overcome conquer|delay postpone
deny reject refuse decline|deputy assistant|describe depict portray|design devise
destroy demolish ruin wreck devastate|develop evolve|development progress advance
device machine apparatus instrument|die death dead kill perish|different various distinct
diminish weaken lessen|disappear vanish|discover find detect|discovery finding|discuss talk debate
divide split separate partition|doctor physician|document paper record|dominate prevail
early beginning|earn gain|east eastern|easy simple|economy economic financial
emperor tsar kaiser monarch|empire kingdom realm|end finish conclude cease terminate
enemy foe opponent adversary rival|engine motor|enlarge expand extend|enough sufficient
envoy ambassador diplomat|equal equivalent|era age period epoch|escape flee
establish institute found|estimate approximate guess|event incident occurrence|evidence proof
examine inspect investigate study|example instance|except exclude|exclude omit
exile expel banish deport|exist existence|expensive costly|expert specialist
explain clarify account|explore expedition|factory plant|fail failure unsuccessful
fall drop decline decrease reduce shrink lower|famous notable prominent renowned|far distant
fast quick rapid speed|father mother parent|fight battle war conflict combat struggle
fire blaze burn|first initial original|flood inundate|food grain crop|forbid ban prohibit outlaw
foreign overseas abroad|forest wood|formal official|fortress fort castle stronghold
found establish create set form|france french paris|free freedom liberty|friend ally
frighten scare|gap difference|gas fuel|general commander officer|germany german berlin
get obtain gain acquire receive|give grant provide supply|go travel journey trip voyage visit
goods product merchandise commodity|govern administer administration|government authority cabinet
group band party|grow increase rise expand growth|guess suppose|gun weapon arm|happen occur place
happy glad|harbor harbour port|hard difficult|help aid assist support assistance|help assist
hide conceal|highest maximum peak|hire recruit employ|history historical past|home house dwelling
hospital clinic|hurt injure wound harm|idea concept notion theory|idea notion
illegal unlawful outlaw|immigrant migrant refugee settler|important significant major main key
include incorporate|influence sway impact affect|inform notify|information data|inspire motivate
insult offend|introduce bring|invent devise create|invite summon|island isle|japan japanese tokyo
job work occupation profession employment|join enter|keep hold|keep retain maintain preserve
kill casualty|kill murder slay execute assassinate|kind friendly|kind type sort form
king monarch sovereign throne crown|lack absence shortage|lake pond|land territory
language tongue dialect|largest biggest greatest|last final|law act legislation statute bill
lawyer attorney|leader head chief ruler commander president|learn study
leave depart flee departure exit emigrate|letter message|lift raise elevate
limit restrict restriction|live reside inhabit dwell settle|local regional|locate situate
location site position|look appear seem|lose loss defeat|lowest minimum|loyal faithful
majority most|make create produce build construct|man male|manage run direct|manner method way
manufacture produce|march parade|marry marriage wed wife husband|measure scale
mediate broker mediator|meeting talk summit conference negotiation|member participant
migrate emigrate immigrate|mistake error fault|mix blend mixture|modern contemporary
money fund cash|monk friar|mountain peak hill|move shift relocate transfer|name call title term
native indigenous aboriginal|near close|nearby adjacent neighbour neighbor|need require necessary
negotiate bargain|network system|new recent modern|nickname alias|noble aristocrat
normal usual ordinary|north northern|note remark|notice observe|nuclear atomic|number figure
oath pledge promise vow|obey comply|object item|observe watch|occupy hold|offer propose
offspring descendant child|often frequent|oil petroleum crude|old ancient|opportunity chance
oppose resist opposition|order command|organization organisation body|organize organise arrange
origin source root|originate derive stem|outside external|overthrow oust topple|pain suffering
painting picture|parliament legislature assembly|part portion section|pay wage salary|peace truce
peaceful nonviolent|people population inhabitant|percent percentage proportion share
perform carry execute|perhaps possibly maybe|permission consent|persecute oppress
person individual|physical material|place location|plan proposal scheme|plane aircraft airplane
planet world|poem verse|police officer|policy approach|polite courteous|pollution contamination
poor impoverished poverty|position post|possible potential|postpone delay|power might strength
powerful strong mighty|praise laud|predict forecast|prefer favour favor|prepare ready
preserve conserve|press media newspaper|pressure stress|previous former prior earlier|price cost
priest clergy pastor|prime premier|print publish|prison jail|prize award
problem issue difficulty trouble|protect defend guard defense defence|prove demonstrate
province county|public open|publish issue release|punish penalty punishment|pupil disciple
push press|quality characteristic feature property|quarrel dispute|queen empress|question query
quit resign|race contest|radio broadcast|railway railroad train|rank grade|rare uncommon
reach arrive|reason cause|rebel revolt uprising insurrection rebellion mutiny
recognise recognize acknowledge|recover regain|region part|regular normal|reject refuse
relative kin|rely depend|remain stay|remember recall|remove eliminate delete|repair fix
replace substitute|represent stand|rescue save|research study|residence home|restrict limit
result outcome consequence effect|retreat withdraw|return back|revenue income|revolution revolt
reward prize|rich wealthy|right privilege|river stream|road street route|role part
rule govern reign control|rural countryside|russia russian moscow kremlin|safe secure
sailor seaman|salary wage|same identical similar|satellite spacecraft
say state declare announce claim assert|scatter disperse|scholar academic|scientist researcher
sea ocean|secret hidden|security safety|seem appear|seize capture occupy take annex|sell sale
send dispatch ship|separate distinct|serve service|severe harsh|shape form|shelter refuge haven
ship vessel boat|shop store|shout cry|show display demonstrate reveal|sick ill disease illness
sign signature|silent quiet|situation position|size dimension|skill ability|slave servant
small little tiny|soldier warrior|son daughter|song music|south southern|speech address
speed velocity|spread disseminate propagate|stable steady|stage phase|start launch|state condition
statement declaration announcement|steal rob|stone rock|stop halt prevent block|storm hurricane
story tale account|strange odd|strategy tactic|strength force|strict rigid|strike walkout
structure building|student pupil|subject topic|succeed success successor|sudden abrupt
suffer endure|suggest imply|summary overview|supporter follower advocate proponent|suppress quell
surrender capitulate yield|surround encircle|suspect doubt|swift quick|symbol emblem
tax levy tariff duty|teach educate education school|team squad|tell inform report|tell say
temperature heat|temporary provisional interim|territory domain|test exam|thank grateful
theory hypothesis|thin narrow|think believe opinion view consider|think reckon|thought idea
throw hurl|title headline|today now current present modern|tool instrument|top peak|tower spire
track trace|trade commerce|translate render translation version|travel tour|treat handle
tribe clan|trouble difficulty|trust confidence|truth fact|try attempt effort endeavour endeavor
try seek|turn become|typical characteristic|ukraine ukrainian kyiv kiev|unclear vague
union alliance league coalition|university college|upset disturb|urge encourage|use employ utilize
vast huge|view perspective|village hamlet|violent bloody|visible apparent|visitor guest
volunteer enlist|vote election poll ballot|want wish desire seek|warn caution|waste rubbish
water sea|weak feeble|weapon armament|west western|whole entire total|wide broad|wild savage
win victory triumph|withdraw pull|witness observer|woman female|word term
worker employee labor labour|world earth global|worship pray prayer|worst bad|write author compose
zone area`;

/** Every listed word → the others of its groups. */
export const NEAR_WORDS: ReadonlyMap<string, readonly string[]> = nearWords();

function nearWords(): Map<string, string[]> {
  const near = new Map<string, string[]>();
  for (const line of GROUPS.trim().split(/[|\n]/u)) {
    const group = line.split(" ");
    for (const word of group) {
      const others = group.filter((other) => other !== word);
      near.set(word, [...(near.get(word) ?? []), ...others]);
    }
  }
  return near;
}
