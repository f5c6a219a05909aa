import type { AttributionWords } from "../language-pack.ts";

export const ENGLISH_ATTRIBUTION_WORDS: AttributionWords = {
  titles: `
    mr mrs ms miss dr prof professor sen sens senator gov governor rep reps representative congressman congresswoman
    president vice minister prime premier chancellor king queen prince princess pope cardinal bishop archbishop
    rev reverend father sister rabbi imam gen general col colonel maj major capt captain lt lieutenant sgt sergeant
    cpl adm admiral cmdr commander judge justice chief secretary attorney ambassador mayor councilman councilwoman
    councilor councillor alderman sheriff deputy speaker chairman chairwoman chair director commissioner
    superintendent sir lord lady dame hon detective officer former then ex candidate coach pastor treasurer delegate`,
  femaleTitles: "mrs ms miss congresswoman queen princess sister lady dame chairwoman councilwoman",
  maleTitles: "mr congressman king prince pope father sir lord chairman councilman",
  roles: `
    undersecretary spokesman spokeswoman spokesperson spokesmen aide adviser advisor analyst expert strategist consultant pollster director
    manager president governor senator congressman congresswoman minister secretary chairman chairwoman chair chief leader
    officer official head founder co-founder editor reporter journalist author professor scientist researcher
    economist historian lawyer attorney judge prosecutor mayor ambassador candidate nominee activist organizer
    executive administrator commissioner representative lawmaker senator member partner owner resident voter student teacher
    principal doctor physician nurse engineer coach player captain commander general colonel sheriff detective
    investigator pastor priest bishop rabbi imam fellow lecturer dean coordinator counsel columnist
    commentator host anchor critic actor actress singer artist producer writer co-author veteran farmer
    businessman businesswoman entrepreneur billionaire mogul delegate operative donor supporter volunteer
    witness neighbor neighbour survivor victim mother father wife husband son daughter brother sister
    diplomat envoy treasurer trustee developer designer curator inspector superintendent counselor psychologist
    ceo cfo coo cto vp sociologist ecologist geologist biologist astronomer physicist chemist archaeologist`,
  offices: `
    president vice-president governor minister secretary mayor chancellor premier commissioner superintendent sheriff police
    spokesman spokeswoman spokesperson chairman chairwoman chair director chief ceo judge justice prosecutor attorney
    ambassador administrator general king queen pope speaker commander officer treasurer
    official officials officers authorities prosecutors aides ministers`,
  writings:
    "statement letter email e-mail tweet tweets post speech memo op-ed column article essay book memoir remarks comments words",
  bodies: `
    department ministry university college school institute institution association agency committee commission council
    congress senate house parliament assembly party campaign court bank company corporation corp inc group center
    centre foundation union federation league club times post journal tribune herald news press magazine network
    radio television tv office bureau administration government police service force army navy board authority
    coalition alliance organization organisation society fund project initiative research poll survey hospital church
    caucus team airlines studios pac states nations kingdom republic street square airport museum library act
    bill amendment constitution war olympics cup river county city island bridge tower hotel stadium company`,
  pronouns: {
    he: "he him his himself",
    she: "she her hers herself",
    they: "they them their themselves it its itself",
    own: "i we",
    who: "who whom which that",
  },
  notNames: `
    i i'm i've i'll i'd monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december republican republicans democrat democrats democratic libertarian
    american americans british french german russian ukrainian chinese iranian israeli mexican canadian english
    european muslim muslims christian christians jewish catholic hispanic latino black white african asian
    christmas easter thanksgiving god internet twitter facebook`,
  particles: "de la van von der den bin ibn al el du di da dos ben",
  ofBody: "of for",
  known: "the this that",
  unknown: "a an one some",
  prepositions: "of for in at from with to by on against about near outside inside under",
  places: "at in on during outside inside after before",
  joining: "and or but",
  told: "told tells tell telling asked asks informed assured reminded",
  asSays: "as",
  femaleNames: `
    hillary mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley
    kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia kathleen
    amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn
    janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren christina joan
    evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn
    janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa
    diana natalie brittany charlotte marie kayla alexis lori jane kate claire caroline megyn carly ivanka melania
    chelsea elena olga irina natalia svetlana oksana ludmila tatiana jill robin wendy loretta nikki sonia angel fiona`,
  maleNames: `
    donald james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark
    steven paul andrew joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas
    eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack
    dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian
    keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel
    joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip eugene
    bernie ted marco jeb ben chris mike bill barack mitt rand rick lindsey newt rudy tim jim bob tom dan dave steve
    jeff greg matt nick tony sam ken ron don fred phil harry barry vladimir volodymyr oleg sergei dmitry igor ivan
    petro viktor boris corey karl reince hugh ed al pete martin simon ian neil stuart graham nigel omar ali ahmed
    mohammed muhammad hassan hamid francois jean pierre hans klaus luis carlos jorge miguel antonio`,
};
